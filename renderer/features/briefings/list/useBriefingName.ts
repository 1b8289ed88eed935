import type { BriefingSummary } from '../../../../electron/shared/contract/schema/briefings.ts'
import { useSay } from '../../../language/useSay.ts'
import { useNames } from '../../../ui/data/catalogue.tsx'

/** What a briefing is called: its author's name for it, else what its template calls it. */
export function useBriefingName(): (one: Pick<BriefingSummary, 'name' | 'reporter' | 'template'>) => string {
  const t = useSay('briefings')
  const names = useNames()
  return ({ name, reporter, template }) =>
    name === '' ? t('nameOf', { reporter: names.area(reporter), template: t(`template.${template ?? 'deck'}`) }) : name
}
