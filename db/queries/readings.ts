// Single readings from many sources: one per period by the printed rule, the others beside it.
import type { Reading, ReadingLine, TopicWarning } from '../../electron/shared/contract/schema/readings.ts'
import { decodePeriod, periodEndYear } from '../../electron/shared/domain/period.ts'
import { boundOf } from '../../electron/shared/domain/reading.ts'
import { typeset } from '../../electron/shared/language/spans.ts'
import { type ReadDb, statement } from '../worker/db.ts'
import { allNotes, allWarnings } from './observations.ts'
import { type Cell, chooseCell, readLines } from './readSeries.ts'
import { matches, sourceRule } from './sourceRule.ts'

export interface ReadingsQuery {
  readonly indicators: readonly string[]
  /** empty = all */
  readonly reporters: readonly string[]
  readonly asOf: string
}

const indicatorsLike = statement<{ prefix: string }, { readonly code: string }>(
  'readings.indicators',
  "SELECT code FROM indicator WHERE code LIKE :prefix || '%' ORDER BY code",
)

/** Codes of the indicators that begin with one of the prefixes. */
export const indicatorsOf = (db: ReadDb, prefixes: readonly string[]): readonly string[] =>
  prefixes.flatMap((prefix) => db.all(indicatorsLike, { prefix }).map((row) => row.code))

const refOf = (cell: Cell, period: string): Reading['cell'] => ({
  indicator: cell.indicator,
  reporter: cell.reporter,
  partner: cell.partner,
  period,
  source: cell.source,
})

function readingOf(cells: readonly Cell[], chosen: Cell, notes: ReadonlyMap<number, string>): Reading | null {
  if (chosen.value === null) return null
  const period = decodePeriod(chosen.period)
  const note = chosen.note === null ? '' : (notes.get(chosen.note) ?? '')
  return {
    period,
    year: periodEndYear(chosen.period),
    value: chosen.value,
    bound: boundOf(note),
    note,
    cell: refOf(chosen, period),
    others: cells.flatMap((cell) => (cell === chosen || cell.value === null ? [] : [{ source: cell.source, value: cell.value }])),
  }
}

/** Notes of figures by their number in the store. */
export function notesOf(db: ReadDb, cells: readonly Pick<Cell, 'note'>[]): ReadonlyMap<number, string> {
  const ids = [...new Set(cells.flatMap((cell) => (cell.note === null ? [] : [cell.note])))]
  return new Map(db.all(allNotes, { ids: JSON.stringify(ids) }).map((row) => [row.id, row.text]))
}

/**
 * Lines of readings, by indicator, reporter and partner. Of several sources for one period the printed rule takes one; where the rule
 * allows none of them the newest stands, because a lone press figure completes no statistic. Missing figures are absent.
 */
export function readReadings(db: ReadDb, query: ReadingsQuery): readonly ReadingLine[] {
  const lines = readLines(db, {
    indicators: query.indicators,
    reporters: query.reporters,
    rule: 'all',
    asOf: query.asOf,
  })
  const cells = lines.flatMap((line) => line.cells)
  const notes = notesOf(db, cells)
  return [...Map.groupBy(cells, (cell) => `${cell.indicator} ${cell.reporter} ${cell.partner}`).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const rule = sourceRule(db, first.indicator, first.reporter)
    const readings = [...Map.groupBy(group, (cell) => cell.period)]
      .sort(([a], [b]) => a - b)
      .flatMap(([period, candidates]) => {
        const chosen = chooseCell(candidates, rule.for(period)) ?? chooseCell(candidates, null)
        const made = chosen ? readingOf(candidates, chosen, notes) : null
        return made ? [made] : []
      })
    const { indicator, reporter, partner, unit } = first
    return readings.length === 0 ? [] : [{ indicator, reporter, partner, unit, readings }]
  })
}

/** What a reader of a topic's screen must know about the figures of a reporter. */
export const topicWarnings = (db: ReadDb, topic: string, reporter: string): TopicWarning[] =>
  db
    .all(allWarnings, {})
    .filter((row) => row.topic === topic && matches(row.reporter, reporter))
    .map((row) => ({
      id: row.id,
      indicator: row.indicator,
      partner: row.partner,
      text: { en: typeset(row.text_en), ru: row.text_ru, kk: row.text_kk },
    }))
