import type { Investment } from '../../../electron/shared/contract/schema/investment.ts'
import { useFormats } from '../../language/useFormats.ts'
import { useSay } from '../../language/useSay.ts'
import { useNames } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { emptyWhen, type Loadable } from '../../ui/loadable.ts'
import { useView } from '../../ui/view/useView.ts'
import { nothingFor } from './prepare.ts'

/** Investment of the reporter on screen; empty for a country without any figure on it. */
export function useInvestment(): Loadable<Investment> {
  const t = useSay('investment')
  const names = useNames()
  const formats = useFormats()
  const { reporter, asOf, set } = useView()
  return emptyWhen(useCall('investment.get', { reporter, asOf }), (value) =>
    nothingFor(value, reporter)
      ? {
          title: t('empty.title', { reporter: names.area(reporter) }),
          text: t('empty.text', { others: formats.list(value.reporters.slice(0, 5).map((code) => names.area(code))) }),
          action: { label: t('empty.action'), run: () => set({ reporter: 'KAZ' }) },
        }
      : null,
  )
}
