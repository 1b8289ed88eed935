import type { TradeAnswer } from '../../../electron/shared/contract/schema/trade.ts'
import { useCall } from '../../ui/data/client.tsx'
import type { Loadable } from '../../ui/loadable.ts'
import { useView, useViewParam } from '../../ui/view/useView.ts'

export type Flow = 'both' | 'exports' | 'imports'
const isFlow = (text: string): text is Flow => text === 'both' || text === 'exports' || text === 'imports'

export interface TradeState {
  readonly answer: Loadable<TradeAnswer>
  readonly flow: Flow
  readonly setFlow: (flow: string) => void
}

/** Goods trade of the view in the address; the flow is this screen's own parameter. */
export function useTrade(): TradeState {
  const { reporter, partners, baseYear, asOf } = useView()
  const [text, setFlow] = useViewParam('flow', 'imports')
  const flow = isFlow(text) ? text : 'imports'
  const answer = useCall('trade.get', {
    reporter,
    flow,
    baseYear,
    partners: partners.filter((code) => code !== reporter).slice(0, 6),
    asOf,
  })
  return { answer, flow, setFlow }
}
