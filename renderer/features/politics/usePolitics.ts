import type { Politics } from '../../../electron/shared/contract/schema/politics.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { emptyWhen, type Loadable } from '../../ui/loadable.ts'
import { useView } from '../../ui/view/useView.ts'

/** Votes, arms and clubs of the reporter on screen; empty when the store has none of the three. */
export function usePolitics(): Loadable<Politics> {
  const t = useSay('politics')
  const names = useNames()
  const { reporter, asOf } = useView()
  return emptyWhen(useCall('politics.get', { reporter, asOf }), (value) =>
    value.agreement.length + value.distance.length + value.arms.length + value.memberships.length > 0
      ? null
      : { title: t('empty.title', { reporter: names.area(reporter) }), text: t('empty.text') },
  )
}
