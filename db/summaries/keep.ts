// Keeps period_summary true. Whoever writes, replaces or removes figures names the groups it touched, in the same transaction.
import { FigurePages } from '../queries/figurePages.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import type { Connection } from '../worker/connection.ts'
import { prepared } from '../worker/prepared.ts'
import { type Part, type PeriodSum, PeriodSums, partOf } from './sums.ts'

type Raw = Connection['raw']

/** Indicator, reporter and source: the series whose partners add up. */
export type Group = readonly [indicator: number, reporter: number, source: number]

/** Summaries of one prepared INSERT. */
const MANY = 50
const insertOf = (rows: number): string =>
  `INSERT INTO period_summary (indicator, reporter, source, period, figures, partners, total, squares, lowest, world) VALUES ${new Array<string>(rows).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`
const INSERT_MANY = insertOf(MANY)
const INSERT_ONE = insertOf(1)

/** Writes summaries of groups that have none yet. */
export function addSummaries(raw: Raw, sums: Iterable<PeriodSum & { readonly group: number }>, groups: readonly Group[]): void {
  let waiting: (readonly (number | null)[])[] = []
  for (const { group, period, figures, partners, total, squares, lowest, world } of sums) {
    waiting.push([...(groups[group] as Group), period, figures, partners, total, squares, lowest, world])
    if (waiting.length < MANY) continue
    prepared(raw, INSERT_MANY).run(...waiting.flat())
    waiting = []
  }
  for (const row of waiting) prepared(raw, INSERT_ONE).run(...row)
}

const SERIES_OF_GROUP = `SELECT s.id, p.id AS partner, p.code, p.kind FROM series AS s JOIN area AS p ON p.id = s.partner
  WHERE s.indicator = ? AND s.reporter = ? AND s.source = ? ORDER BY s.id`

/** Adds up the figures of groups as they stand. */
function scan(raw: Raw, groups: readonly Group[]): PeriodSums {
  const seriesOfGroup = prepared(raw, SERIES_OF_GROUP)
  type Series = { readonly id: number; readonly partner: number; readonly code: string; readonly kind: string }
  const all = groups.flatMap(([indicator, reporter, source], group) =>
    (seriesOfGroup.all(indicator, reporter, source) as Series[]).map(({ id, partner, code, kind }) => ({
      ...{ id, group, part: partOf({ id: partner, code, kind }, reporter) },
    })),
  )
  const figures = new FigurePages(raw, 'value', 'AND value IS NOT NULL')
  const sums = new PeriodSums()
  for (const { id, group, part } of all.sort((a, b) => a.id - b.id))
    for (const [key, value] of figures.of(id)) sums.take(group, key - id * SERIES_SIZE, part, value as number)
  return sums
}

/** Makes the summaries of these groups anew from their figures; a group without figures has none. Inside the writer's transaction. */
export function renewSummaries(raw: Raw, groups: readonly Group[]): void {
  const drop = prepared(raw, 'DELETE FROM period_summary WHERE indicator = ? AND reporter = ? AND source = ?')
  for (const group of groups) drop.run(...group)
  addSummaries(raw, scan(raw, groups).rows(), groups)
}

const allGroups = (raw: Raw): readonly Group[] =>
  prepared(raw, 'SELECT DISTINCT indicator, reporter, source FROM series ORDER BY 1, 2, 3', 'lists').all() as Group[]

/** Whether the store has summaries at all: those of its earliest forms had none. */
export const hasSummaries = (raw: Raw): boolean =>
  prepared(raw, "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = 'period_summary'").get() !== undefined

/** Makes every summary of the store anew. */
export const renewAllSummaries = (raw: Raw): void => renewSummaries(raw, allGroups(raw))

/** Groups of some series. @param series ids, each once */
export function groupsOf(raw: Raw, series: Iterable<number>): readonly Group[] {
  const dimensions = prepared(raw, 'SELECT indicator, reporter, source FROM series WHERE id = ?', 'lists')
  const found = new Map<string, Group>()
  for (const id of series) {
    const group = dimensions.get(id) as [number, number, number] | undefined
    if (group) found.set(group.join(' '), group)
  }
  return [...found.values()]
}

type StoredSum = PeriodSum & { readonly indicator: number; readonly reporter: number; readonly source: number }
const STORED =
  'SELECT indicator, reporter, source, period, figures, partners, total, squares, lowest, world FROM period_summary ORDER BY 1, 2, 3, 4'

/** Sums may differ by this share: an upgraded store added them up in another order. */
const ROUNDING = 1e-9
const near = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE))

/** Figures read at once: fewer calls than one by one, and no more memory than a page of them. */
const AT_ONCE = 8_192

/** Adds up every figure of the store in one pass, in order of key. @returns the sums, and the groups by their number in them */
function scanAll(raw: Raw): { readonly sums: PeriodSums; readonly groups: readonly Group[] } {
  const numbers = new Map<string, number>()
  const groups: Group[] = []
  const series = new Map<number, { readonly group: number; readonly part: Part }>()
  type Row = [id: number, indicator: number, reporter: number, source: number, partner: number, code: string, kind: string]
  const all = raw
    .prepare(
      'SELECT s.id, s.indicator, s.reporter, s.source, p.id, p.code, p.kind FROM series AS s JOIN area AS p ON p.id = s.partner',
    )
    .raw()
  for (const [id, indicator, reporter, source, partner, code, kind] of all.iterate() as IterableIterator<Row>) {
    const key = `${indicator} ${reporter} ${source}`
    let group = numbers.get(key)
    if (group === undefined) {
      group = groups.push([indicator, reporter, source]) - 1
      numbers.set(key, group)
    }
    series.set(id, { group, part: partOf({ id: partner, code, kind }, reporter) })
  }
  const sums = new PeriodSums()
  const figures = prepared(
    raw,
    'SELECT id, value FROM observation WHERE id > ? AND value IS NOT NULL ORDER BY id LIMIT ?',
    'lists',
  )
  let at = -1
  let found: { readonly group: number; readonly part: Part } | undefined
  let last = Number.NaN
  for (;;) {
    const rows = figures.all(at, AT_ONCE) as [number, number][]
    const before = at
    for (const [key, value] of rows) {
      at = key
      const id = Math.floor(key / SERIES_SIZE)
      if (id !== last) {
        last = id
        found = series.get(id)
      }
      if (found) sums.take(found.group, key - id * SERIES_SIZE, found.part, value)
    }
    // keys out of order are damage, and would be read for ever
    if (rows.length < AT_ONCE || at <= before) return { sums, groups }
  }
}

/** How many summaries differ from a plain scan of the figures; 0 = all are true. One pass over the store. */
export function wrongSummaries(raw: Raw): number {
  const stored = new Map(
    (prepared(raw, STORED).all() as StoredSum[]).map((row) => [
      `${row.indicator} ${row.reporter} ${row.source} ${row.period}`,
      row,
    ]),
  )
  let wrong = 0
  const { sums, groups } = scanAll(raw)
  for (const sum of sums.rows()) {
    const key = `${(groups[sum.group] as Group).join(' ')} ${sum.period}`
    const row = stored.get(key)
    stored.delete(key)
    const same =
      row !== undefined &&
      row.figures === sum.figures &&
      row.partners === sum.partners &&
      near(row.total, sum.total) &&
      near(row.squares, sum.squares) &&
      row.lowest === sum.lowest &&
      row.world === sum.world
    if (!same) wrong++
  }
  return wrong + stored.size
}
