import type { Overview } from '../../../electron/shared/contract/schema/overview.ts'
import { type OverviewModel, prepareOverview } from '../../../electron/shared/findings/overview.ts'
import { useCatalogue } from '../../ui/data/catalogue.tsx'
import { useCall } from '../../ui/data/client.tsx'
import { type Loadable, mapLoadable } from '../../ui/loadable.ts'
import { useView } from '../../ui/view/useView.ts'

export interface OverviewState {
  readonly overview: Overview
  readonly model: OverviewModel
}

/** The overview of the view in the address. "This year" is the year of the day on screen, never the clock's. */
export function useOverview(): Loadable<OverviewState> {
  const { reporter, partners, baseYear, asOf } = useView()
  const { summary } = useCatalogue()
  const thisYear = Number((asOf === '' ? summary.vintage : asOf).slice(0, 4))
  const answer = useCall('overview.get', { reporter, partners: [...partners], baseYear, asOf })
  return mapLoadable(answer, (overview) => ({ overview, model: prepareOverview(overview, partners, baseYear, thisYear) }))
}
