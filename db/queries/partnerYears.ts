// Amounts by partner and year, of one indicator or of several added up, with the cells behind them: what substitution is computed from.
import { concentrationGap, type PartnerAmount, unallocatedPart } from '../../electron/shared/analytics/concentration.ts'
import { decodePeriod } from '../../electron/shared/domain/period.ts'
import type { ReadDb } from '../worker/db.ts'
import { type CellRef, gapYears } from './channels.ts'
import { type Flows, isTable, readFlows, yearOf } from './flows.ts'

export interface PartnerYear {
  readonly year: number
  readonly amounts: readonly PartnerAmount[]
  readonly unallocated: number
  readonly sources: readonly string[]
  readonly cells: ReadonlyMap<string, readonly CellRef[]>
  /** partners whose amount is negative (more withdrawn than invested): not among `amounts`, to be named wherever shares are shown */
  readonly leftOut: readonly PartnerAmount[]
}

/** Negative amounts beyond this part of the total leave the year without shares; below it they are left out by name. */
const MOST_NEGATIVE = 0.01

/** Amounts of a period's named partners, negative ones among them, and what the published total leaves to none of them (≥ 0). */
export function amountsOf(flows: Flows): { readonly amounts: readonly PartnerAmount[]; readonly unallocated: number } {
  const amounts = [...flows.partners].map(([partner, value]) => ({ partner, value }))
  return { amounts, unallocated: unallocatedPart(flows.totalPublished ? flows.total : null, amounts).unallocated }
}

function addUp(flows: readonly Flows[], indicators: readonly string[], reporter: string): PartnerYear {
  const amounts = new Map<string, number>()
  const cells = new Map<string, CellRef[]>()
  let unallocated = 0
  flows.forEach((one, at) => {
    const own = amountsOf(one)
    unallocated += own.unallocated
    for (const { partner, value } of own.amounts) amounts.set(partner, (amounts.get(partner) ?? 0) + value)
    for (const [partner, cell] of one.cells) {
      const ref = { indicator: indicators[at] ?? '', reporter, partner, period: decodePeriod(one.period), source: cell.source }
      cells.set(partner, [...(cells.get(partner) ?? []), ref])
    }
  })
  const all = [...amounts].map(([partner, value]) => ({ partner, value }))
  const leftOut = all.filter(({ value }) => value < 0)
  return {
    year: flows[0] ? yearOf(flows[0]) : 0,
    amounts: all.filter(({ value }) => value >= 0),
    leftOut,
    // the published total holds the negative amounts: set off here, the shares of the others stay shares of that total
    unallocated: leftOut.reduce((rest, { value }) => Math.max(0, rest + value), unallocated),
    sources: [...new Set(flows.flatMap((one) => one.sources))].sort(),
    cells,
  }
}

function sharesDefined({ amounts, leftOut, unallocated }: PartnerYear): boolean {
  if (concentrationGap(amounts, unallocated) !== null) return false
  const total = amounts.reduce((sum, { value }) => sum + value, unallocated)
  return leftOut.reduce((sum, { value }) => sum - value, 0) <= MOST_NEGATIVE * total
}

/**
 * One year of several indicators added up, as shares and concentration are computed from everywhere.
 *
 * @param flows of the same year, one per indicator and in that order
 * @returns null where an indicator has no figures by partner (only totals were published), a few that were quoted, or shares are not
 *   defined: nothing to divide by, or negative amounts of more than 1 % of the total
 */
export function partnerYear(flows: readonly Flows[], indicators: readonly string[], reporter: string): PartnerYear | null {
  if (flows.length !== indicators.length || flows.some((one) => one.partners.size <= 1 || !isTable(one))) return null
  const added = addUp(flows, indicators, reporter)
  return sharesDefined(added) ? added : null
}

/**
 * Years in which every indicator has figures by partner and shares are defined ({@link partnerYear}), in order. Defective years are left out.
 *
 * @param source of all figures; null = the printed rule
 */
export function readPartnerYears(
  db: ReadDb,
  query: {
    readonly indicators: readonly string[]
    readonly reporter: string
    readonly asOf: string
    readonly source?: string | null
  },
): readonly PartnerYear[] {
  const { indicators, reporter, asOf, source = null } = query
  const byIndicator = indicators.map(
    (indicator) =>
      new Map(readFlows(db, { indicator, reporter, source, asOf, period: null }).map((flows) => [yearOf(flows), flows])),
  )
  const gaps = new Set(indicators.flatMap((indicator) => [...gapYears(db, indicator, reporter)]))
  return [...(byIndicator[0]?.keys() ?? [])].flatMap((year) => {
    if (gaps.has(String(year))) return []
    const flows = byIndicator.flatMap((years) => years.get(year) ?? [])
    return partnerYear(flows, indicators, reporter) ?? []
  })
}
