// Goods trade of a reporter: exports, imports, or both added up where both are published for a year.
import type { ReadDb } from '../worker/db.ts'
import { gapYears } from './channels.ts'
import { type Flows, isTable, readFlows } from './flows.ts'

export type TradeFlow = 'exports' | 'imports' | 'both'

export const EXPORTS = 'trade.exports_usd_m'
export const IMPORTS = 'trade.imports_usd_m'

/** Indicators that make up a flow of goods. */
export const indicatorsOf = (flow: TradeFlow): readonly string[] =>
  flow === 'both' ? [EXPORTS, IMPORTS] : [flow === 'exports' ? EXPORTS : IMPORTS]

/**
 * Two flows of one year as one; cells keep the first flow's. A partner that only one of them lists counts with that one where both are whole
 * tables, and is unknown where a few partners were quoted.
 */
function add(a: Flows, b: Flows): Flows {
  const whole = isTable(a) && isTable(b)
  const partners = new Map<string, number>()
  for (const partner of new Set([...a.partners.keys(), ...b.partners.keys()])) {
    const [x, y] = [a.partners.get(partner), b.partners.get(partner)]
    if (whole || (x !== undefined && y !== undefined)) partners.set(partner, (x ?? 0) + (y ?? 0))
  }
  const plus = (x: number | null, y: number | null): number | null => (x === null || y === null ? null : x + y)
  return {
    period: a.period,
    partners,
    total: plus(a.total, b.total),
    totalPublished: a.totalPublished && b.totalPublished,
    eu27: plus(a.eu27, b.eu27),
    sources: [...new Set([...a.sources, ...b.sources])].sort(),
    cells: a.cells,
  }
}

export interface Trade {
  readonly flows: readonly Flows[]
  /** years a chart must leave empty */
  readonly gaps: ReadonlySet<string>
  readonly indicators: readonly string[]
}

/** Trade by year. With 'both', only years in which exports and imports were published: half a turnover is none. */
export function readTrade(
  db: ReadDb,
  query: { readonly reporter: string; readonly flow: TradeFlow; readonly asOf: string },
): Trade {
  const indicators = indicatorsOf(query.flow)
  const [first = [], second] = indicators.map((indicator) =>
    readFlows(db, { indicator, reporter: query.reporter, source: null, asOf: query.asOf, period: null }),
  )
  const gaps = new Set(indicators.flatMap((indicator) => [...gapYears(db, indicator, query.reporter)]))
  if (!second) return { flows: first, gaps, indicators }
  const imports = new Map(second.map((flows) => [flows.period, flows]))
  const flows = first.flatMap((exports) => {
    const match = imports.get(exports.period)
    return match ? [add(exports, match)] : []
  })
  return { flows, gaps, indicators }
}
