// What the rules of claims ask of the store: series of a figure with the cells behind each number, and facts of record.

import { concentration } from '../../electron/shared/analytics/concentration.ts'
import type { FactRecord, FigurePoint, RuleLookup } from '../../electron/shared/analytics/rules.ts'
import type { FigureSpec } from '../../electron/shared/domain/claimRule.ts'
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { decodePeriod, periodEndYear, periodYear } from '../../electron/shared/domain/period.ts'
import type { ReadDb } from '../worker/db.ts'
import { type CellRef, gapYears } from './channels.ts'
import { factStatements } from './claims.ts'
import { amountOf, type Flows, readFlows, windowsOf } from './flows.ts'
import { readOilTransit } from './oilTransit.ts'
import { partnerYear } from './partnerYears.ts'
import { readLines } from './readSeries.ts'

export interface CellPoint extends FigurePoint {
  readonly cells: readonly CellRef[]
}
export interface ClaimLookup extends RuleLookup {
  /** as RuleLookup, with the cells behind each number */
  series(figure: FigureSpec & { readonly reporter: string }): readonly CellPoint[]
}

/** Exports plus imports of the same year: not an indicator of the store, but what "share of goods trade" means. */
const GOODS_TRADE = 'trade.goods_usd_m'
const parts = (indicator: string): readonly string[] =>
  indicator === GOODS_TRADE ? ['trade.exports_usd_m', 'trade.imports_usd_m'] : [indicator]

type Reported = FigureSpec & { readonly reporter: string }

/** Flows of a part of an indicator, without the years known to be defective. Read once per lookup: a rule asks for the same flows many times. */
function flowReader(db: ReadDb, asOf: string): (indicator: string, reporter: string) => readonly Flows[] {
  const known = new Map<string, readonly Flows[]>()
  return (indicator, reporter) => {
    const key = `${indicator} ${reporter}`
    let flows = known.get(key)
    if (flows === undefined) {
      const gaps = gapYears(db, indicator, reporter)
      flows = readFlows(db, { indicator, reporter, source: null, asOf, period: null }).filter(
        ({ period }) => !gaps.has(decodePeriod(period)),
      )
      known.set(key, flows)
    }
    return flows
  }
}
type FlowReader = ReturnType<typeof flowReader>

/** Flows of each part of an indicator by year; years in which one part is missing are left out. */
function yearlyFlows(flowsOf: FlowReader, figure: Reported): ReadonlyMap<number, readonly Flows[]> {
  const indicators = parts(figure.indicator)
  const years = new Map<number, Flows[]>()
  for (const indicator of indicators) {
    for (const flows of flowsOf(indicator, figure.reporter))
      years.set(periodYear(flows.period), [...(years.get(periodYear(flows.period)) ?? []), flows])
  }
  return new Map([...years].filter(([, found]) => found.length === indicators.length).sort(([a], [b]) => a - b))
}

/** Amount of several partners together; null when none of them has a figure in any part. */
function amount(flows: readonly Flows[], partners: readonly string[]): number | null {
  const found = flows.flatMap((one) => partners.map((partner) => amountOf(one, partner))).filter((value) => value !== null)
  return found.length === 0 ? null : found.reduce((a, b) => a + b, 0)
}

function total(flows: readonly Flows[]): number | null {
  let sum = 0
  for (const one of flows) {
    if (one.total === null) return null
    sum += one.total
  }
  return sum > 0 ? sum : null
}

function cellsOf(flows: readonly Flows[], partners: readonly string[]): CellRef[] {
  return flows.flatMap((one) =>
    [...partners, WORLD].flatMap((code) => {
      const cell = one.cells.get(code)
      if (!cell) return []
      const { indicator, reporter, partner, source } = cell
      return [{ indicator, reporter, partner, period: decodePeriod(cell.period), source }]
    }),
  )
}

const sourcesOf = (flows: readonly Flows[]): readonly string[] => [...new Set(flows.flatMap((one) => one.sources))].sort()
const exact = (value: number) => ({ low: value, high: value })

function shareOf(flows: readonly Flows[], figure: Reported): CellPoint[] {
  const named = figure.partners ?? figure.except ?? []
  const [part, whole] = [amount(flows, named), total(flows)]
  const first = flows[0]
  if (part === null || whole === null || !first) return []
  const value = figure.except ? 1 - part / whole : part / whole
  return [{ period: decodePeriod(first.period), ...exact(value), sources: sourcesOf(flows), cells: cellsOf(flows, named) }]
}

/** Partners' amounts added over the parts, largest first. */
function byPartner(flows: readonly Flows[]): readonly { readonly partner: string; readonly value: number }[] {
  const sums = new Map<string, number>()
  for (const one of flows) for (const [partner, value] of one.partners) sums.set(partner, (sums.get(partner) ?? 0) + value)
  return [...sums].map(([partner, value]) => ({ partner, value })).sort((a, b) => b.value - a.value)
}

function hhiOf(flows: readonly Flows[], figure: Reported): CellPoint[] {
  const [first, year] = [flows[0], partnerYear(flows, parts(figure.indicator), figure.reporter)]
  if (!first || !year) return []
  const { hhi, partners } = concentration(year.amounts, year.unallocated)
  if (hhi === null) return []
  const largest = partners.slice(0, 3).map(({ partner }) => partner)
  return [{ period: decodePeriod(first.period), ...exact(hhi), sources: sourcesOf(flows), cells: cellsOf(flows, largest) }]
}

function rankOf(flows: readonly Flows[], figure: Reported): CellPoint[] {
  const partner = figure.partners?.[0]
  const first = flows[0]
  if (partner === undefined || !first) return []
  const place = byPartner(flows).findIndex((item) => item.partner === partner)
  if (place < 0) return []
  return [
    { period: decodePeriod(first.period), ...exact(place + 1), sources: sourcesOf(flows), cells: cellsOf(flows, [partner]) },
  ]
}

/** Shares over rolling windows, named by both years. */
function windows(years: ReadonlyMap<number, readonly Flows[]>, figure: Reported): CellPoint[] {
  const partners = figure.partners ?? []
  return windowsOf(years, figure.years ?? 5).flatMap(({ first, last, flows }) => {
    const whole = total(flows)
    if (whole === null) return []
    const share = (amount(flows, partners) ?? 0) / whole
    return [{ period: `${first}/${last}`, ...exact(share), sources: sourcesOf(flows), cells: cellsOf(flows, partners) }]
  })
}

function published(db: ReadDb, figure: Reported, asOf: string): CellPoint[] {
  const lines = readLines(db, {
    indicators: parts(figure.indicator),
    reporters: [figure.reporter],
    partners: figure.partners ?? [],
    rule: 'preferred',
    asOf,
  })
  const cells = lines.flatMap((line) => line.cells).filter((cell) => cell.value !== null)
  const wanted = Math.max(1, figure.partners?.length ?? 1)
  return [...Map.groupBy(cells, (cell) => cell.period)]
    .sort(([a], [b]) => periodEndYear(a) - periodEndYear(b) || a - b)
    .flatMap(([period, group]) => {
      // a sum of partners with one missing would be a wrong sum
      if (group.length < wanted) return []
      const value = group.reduce((sum, cell) => sum + (cell.value ?? 0), 0)
      const refs = group.map(({ indicator, reporter, partner, source }) => ({
        indicator,
        reporter,
        partner,
        period: decodePeriod(period),
        source,
      }))
      return [
        { period: decodePeriod(period), ...exact(value), sources: [...new Set(group.map((cell) => cell.source))], cells: refs },
      ]
    })
}

function read(db: ReadDb, flowsOf: FlowReader, figure: Reported, asOf: string): readonly CellPoint[] {
  const partner = figure.partners?.[0]
  if (figure.measure === 'value') return published(db, figure, asOf)
  if (figure.measure === 'transit-share')
    return partner === undefined
      ? []
      : readOilTransit(db, { reporter: figure.reporter, partner, asOf }).map((point) => ({
          period: point.period,
          low: point.low / 100,
          high: point.high / 100,
          sources: point.sources,
          cells: point.cells,
        }))
  const years = yearlyFlows(flowsOf, figure)
  if (figure.measure === 'window-share') return windows(years, figure)
  const of = figure.measure === 'share' ? shareOf : figure.measure === 'hhi' ? hhiOf : rankOf
  return [...years.values()].flatMap((flows) => of(flows, figure))
}

/**
 * A connection as one that reads a store standing still, so that what was read is remembered: the writer remembers nothing, and forty
 * tests read the same flows. The memory ends with this object, which must not outlive the answer.
 */
const standingStill = (db: ReadDb): ReadDb =>
  db.readOnly
    ? db
    : {
        readOnly: true,
        all: (statement, params) => db.all(statement, params),
        get: (statement, params) => db.get(statement, params),
        each: (statement, params) => db.each(statement, params),
      }

/** A lookup over one state of the store; it remembers what it read, so make one per answer. */
export function claimLookup(connection: ReadDb, asOf: string): ClaimLookup {
  const db = standingStill(connection)
  const known = new Map<string, readonly CellPoint[]>()
  const flowsOf = flowReader(db, asOf)
  return {
    series: (figure) => {
      const key = JSON.stringify(figure)
      const points = known.get(key) ?? read(db, flowsOf, figure, asOf)
      known.set(key, points)
      return points
    },
    fact: (kind, id, reporter): FactRecord | null => {
      const row = db.get(factStatements[kind], { id, reporter })
      return row ? { title: row.title, date: row.date || null, status: row.status || null, sources: [row.source] } : null
    },
  }
}
