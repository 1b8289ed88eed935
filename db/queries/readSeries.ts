// From rows to the lines of a chart, under the source rule. Every handler that needs figures reads them here.

import { type PeriodCode, periodKind } from '../../electron/shared/domain/period.ts'
import type { ReadDb } from '../worker/db.ts'
import { SERIES_SIZE } from './observationKey.ts'
import { type PointRow, pointsBetweenUpTo, pointsOfSeries, readSeriesRows, type SeriesRow } from './observations.ts'
import { type Choice, sourceRule } from './sourceRule.ts'
import { readKnown } from './versions.ts'

export interface ReadQuery {
  readonly indicators: readonly string[]
  /** empty = all */
  readonly reporters: readonly string[]
  /** left out or empty = all */
  readonly partners?: readonly string[]
  readonly rule: 'preferred' | 'all' | { readonly source: string }
  /** `year` leaves out all that are no calendar years; default all */
  readonly frequency?: 'year' | 'all'
  /** bounds on the period, both included; left out or null = open */
  readonly from?: PeriodCode | null
  readonly to?: PeriodCode | null
  /** '' = as known today; an ISO day; or what {@link upToBatch} makes */
  readonly asOf: string
}

const UP_TO = '#'
/** "As known" when a batch was the newest one: for what one batch changed. */
export const upToBatch = (batch: number): string => `${UP_TO}${batch}`

/** One figure with its cell and where it came from. `period` is a sortable code. */
export interface Cell {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly unit: string
  readonly source: string
  readonly period: PeriodCode
  readonly value: number | null
  readonly status: string
  readonly batch: number
  readonly line: number | null
  readonly note: number | null
}

export interface Line {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly unit: string
  /** in order of period, one per period unless the rule is 'all' */
  readonly cells: readonly Cell[]
}

/** Figures of series, series after series in the order given. */
function points(db: ReadDb, rows: readonly SeriesRow[], query: ReadQuery): readonly PointRow[] {
  const [first, last] = [query.from ?? 0, query.to ?? SERIES_SIZE - 1]
  if (query.asOf === '') return db.all(pointsOfSeries, { series: JSON.stringify(rows.map(({ id }) => id)), first, last })
  const upTo = query.asOf.startsWith(UP_TO) ? Number(query.asOf.slice(UP_TO.length)) : null
  return rows.flatMap(({ id }): readonly PointRow[] => {
    const bounds = { first: id * SERIES_SIZE + first, last: id * SERIES_SIZE + last }
    return upTo === null
      ? readKnown(db, bounds.first, bounds.last, query.asOf)
      : db.all(pointsBetweenUpTo, { ...bounds, batch: upTo })
  })
}

/** Figures of a query by line, every source's cells still side by side. */
function gather(db: ReadDb, query: ReadQuery): Map<string, Cell[]> {
  const lines = new Map<string, Cell[]>()
  const wanted = typeof query.rule === 'object' ? query.rule.source : null
  const rows = readSeriesRows(db, { partners: [], ...query }).filter(({ source }) => wanted === null || source === wanted)
  const found = points(db, rows, query)
  let at = 0
  for (const series of rows) {
    const { indicator, reporter, partner, unit, source } = series
    const key = `${indicator} ${reporter} ${partner}${query.rule === 'all' ? ` ${source}` : ''}`
    const cells = lines.get(key) ?? []
    const start = series.id * SERIES_SIZE
    for (let point = found[at]; point !== undefined && point.id - start < SERIES_SIZE && point.id >= start; point = found[++at]) {
      const period = (point.id - start) as PeriodCode
      if (query.frequency === 'year' && periodKind(period) !== 'year') continue
      const { value, status, batch, line, note } = point
      cells.push({ indicator, reporter, partner, unit, source, period, value, status, batch, line, note })
    }
    if (cells.length > 0) lines.set(key, cells)
  }
  return lines
}

const rankOf = (choices: readonly Choice[] | null, source: string): number =>
  choices === null ? 0 : choices.findIndex((choice) => choice.source === source)

/**
 * The cell that the rule takes among several sources' cells of one period: the first allowed source; without a rule the newest
 * batch, then the source's code, so that the answer never depends on the order of rows.
 *
 * @returns undefined when the rule allows none of them: in that period the better source has no figure for this partner
 */
export function chooseCell(cells: readonly Cell[], choices: readonly Choice[] | null): Cell | undefined {
  return cells
    .filter((cell) => rankOf(choices, cell.source) >= 0)
    .sort(
      (a, b) => rankOf(choices, a.source) - rankOf(choices, b.source) || b.batch - a.batch || (a.source < b.source ? -1 : 1),
    )[0]
}

function choosePerPeriod(db: ReadDb, cells: readonly Cell[]): readonly Cell[] {
  const first = cells[0]
  if (!first) return []
  const rule = sourceRule(db, first.indicator, first.reporter)
  // one source has one figure a period, in order already
  if (cells.every((cell) => cell.source === first.source))
    return cells.filter((cell) => rankOf(rule.for(cell.period), cell.source) >= 0)
  const byPeriod = Map.groupBy(cells, (cell) => cell.period)
  return [...byPeriod]
    .sort(([a], [b]) => a - b)
    .map(([period, candidates]) => chooseCell(candidates, rule.for(period)))
    .filter((cell) => cell !== undefined)
}

/**
 * Lines of a query. Under 'preferred' each period of a line comes from the source that the printed rule names; under 'all' every
 * source is a line of its own; under a named source only its figures. A period without a figure is absent, never filled.
 */
export function readLines(db: ReadDb, query: ReadQuery): readonly Line[] {
  return [...gather(db, query).values()].flatMap((cells) => {
    const chosen = query.rule === 'preferred' ? choosePerPeriod(db, cells) : cells
    const first = chosen[0]
    return first
      ? [{ indicator: first.indicator, reporter: first.reporter, partner: first.partner, unit: first.unit, cells: chosen }]
      : []
  })
}
