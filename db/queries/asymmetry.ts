// What a partner weighs for a reporter beside what the reporter weighs for the partner, by the partner's own statistics.
import { asymmetry } from '../../electron/shared/analytics/asymmetry.ts'
import { sum } from '../../electron/shared/analytics/numeric.ts'
import type { CellRef } from '../../electron/shared/contract/schema/overview.ts'
import type { AsymmetryLine } from '../../electron/shared/contract/schema/trade.ts'
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { decodePeriod, periodYear } from '../../electron/shared/domain/period.ts'
import type { ReadDb } from '../worker/db.ts'
import { gapYears } from './channels.ts'
import { amountOf, type Flows, yearOf } from './flows.ts'
import { type Cell, chooseCell, readLines } from './readSeries.ts'
import { sourceRule } from './sourceRule.ts'
import { indicatorsOf, type TradeFlow } from './trade.ts'

const OPPOSITE = { exports: 'imports', imports: 'exports', both: 'both' } as const

interface Query {
  readonly reporter: string
  readonly partner: string
  readonly flow: TradeFlow
  readonly asOf: string
}

const refOf = ({ indicator, reporter, partner, period, source }: Cell): CellRef => ({
  ...{ indicator, reporter, partner, source },
  period: decodePeriod(period),
})

interface Mirror {
  readonly withReporter: Cell
  readonly total: Cell
}

/**
 * A partner's flow by year: with the reporter by the printed rule, and all of it as published, by the same source where it has one: others
 * publish totals, too, and a total is one figure, not a mixture of two tables. A sum over the partners on record is none.
 */
function mirrorYears(db: ReadDb, indicator: string, { reporter, partner, asOf }: Query) {
  const gaps = gapYears(db, indicator, partner)
  const rule = sourceRule(db, indicator, partner)
  const cells = readLines(db, {
    indicators: [indicator],
    reporters: [partner],
    partners: [reporter, WORLD],
    rule: 'all',
    frequency: 'year',
    asOf,
  }).flatMap((line) => line.cells.filter(({ value }) => value !== null))
  const totals = Map.groupBy(
    cells.filter((cell) => cell.partner === WORLD),
    (cell) => cell.period,
  )
  const years = new Map<number, Mirror>()
  for (const [period, candidates] of Map.groupBy(
    cells.filter((cell) => cell.partner === reporter),
    (cell) => cell.period,
  )) {
    const withReporter = chooseCell(candidates, rule.for(period))
    const published = totals.get(period) ?? []
    const total = published.find(({ source }) => source === withReporter?.source) ?? chooseCell(published, null)
    if (withReporter && total && !gaps.has(String(periodYear(period)))) years.set(periodYear(period), { withReporter, total })
  }
  return { years, hasTotal: totals.size > 0 }
}

/**
 * Years in which both shares are known: the partner's in the reporter's flow, and the reporter's in the partner's opposite flow as the
 * partner reports it. Per cent of published totals; with 'both', exports and imports must be there.
 *
 * @param flows the reporter's own; @param gaps years that must stay empty
 */
export function readAsymmetry(db: ReadDb, query: Query, flows: readonly Flows[], gaps: ReadonlySet<string>): AsymmetryLine {
  const mirrors = indicatorsOf(OPPOSITE[query.flow]).map((indicator) => mirrorYears(db, indicator, query))
  const years = flows.flatMap((item) => {
    const year = yearOf(item)
    const own = amountOf(item, query.partner)
    const found = mirrors.flatMap((mirror) => mirror.years.get(year) ?? [])
    const back = sum(found.map(({ withReporter }) => withReporter.value ?? 0))
    const total = sum(found.map((mirror) => mirror.total.value ?? 0))
    if (gaps.has(String(year)) || own === null || !item.totalPublished || !item.total) return []
    if (found.length < mirrors.length || total <= 0) return []
    const [share, mirrorShare] = [(own / item.total) * 100, (back / total) * 100]
    const mirrorCells = found.flatMap((mirror) => [refOf(mirror.withReporter), refOf(mirror.total)])
    return [{ year, share, mirrorShare, ratio: asymmetry(share, mirrorShare), mirrorCells }]
  })
  return { partner: query.partner, hasTotal: mirrors.every(({ hasTotal }) => hasTotal), years }
}
