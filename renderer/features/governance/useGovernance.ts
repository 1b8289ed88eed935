import type { Governance } from '../../../electron/shared/contract/schema/governance.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { emptyWhen, type Loadable } from '../../ui/loadable.ts'
import { useView } from '../../ui/view/useView.ts'

/** Scores, GDP and population of the reporter on screen; empty when there is none of them. */
export function useGovernance(): Loadable<Governance> {
  const t = useSay('governance')
  const names = useNames()
  const formats = useFormats()
  const { reporter, partners, asOf } = useView()
  return emptyWhen(useCall('governance.get', { reporter, partner: partners[0] ?? 'RUS', asOf }), (value) =>
    value.cpi.length + value.cpiOld.length + value.corruption.length + value.gdp.length + value.population.length > 0
      ? null
      : {
          title: t('empty.title', { reporter: names.area(reporter) }),
          text: t('empty.text', { others: formats.list(value.elsewhere.slice(0, 5).map((one) => names.area(one.reporter))) }),
        },
  )
}
