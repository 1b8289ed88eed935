import { useSay } from '../../language/useSay.ts'
import { useCall } from '../../ui/data/client.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { StateView } from '../../ui/parts/StateView.tsx'
import { useViewParam } from '../../ui/view/useView.ts'
import { EditorView } from './editor/EditorView.tsx'
import { ListView } from './list/ListView.tsx'

function Opened({ id, close }: { readonly id: number; readonly close: () => void }) {
  const briefing = useCall('briefings.get', { id })
  return (
    <StateView of={briefing} height={600}>
      {(value) => (value.id === id ? <EditorView key={`${value.id}`} briefing={value} close={close} /> : null)}
    </StateView>
  )
}

/** The list of briefings, or the one that the address names. */
export default function BriefingsView() {
  const t = useSay('briefings')
  const [id, open] = useViewParam('id', '')
  const chosen = /^\d{1,9}$/.test(id) ? Number(id) : null
  return (
    <Page title={t('title')}>
      {chosen === null || chosen === 0 ? (
        <ListView open={(one) => open(String(one))} />
      ) : (
        <Opened id={chosen} close={() => open('')} />
      )}
    </Page>
  )
}
