import type { Opinion } from '../../../electron/shared/contract/schema/opinion.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { emptyWhen, type Loadable } from '../../ui/loadable.ts'
import { useView } from '../../ui/view/useView.ts'

/** Polls and protests of the reporter on screen; empty when nobody was asked and nothing was counted there. */
export function useOpinion(): Loadable<Opinion> {
  const t = useSay('opinion')
  const names = useNames()
  const formats = useFormats()
  const { reporter, asOf } = useView()
  return emptyWhen(useCall('opinion.get', { reporter, asOf }), (value) =>
    value.questions.length > 0 || value.protests.length > 0
      ? null
      : {
          title: t('empty.title', { reporter: names.area(reporter) }),
          text: t('empty.text', { others: formats.list(value.reporters.slice(0, 5).map((code) => names.area(code))) }),
        },
  )
}
