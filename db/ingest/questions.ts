// What a file leaves open, as questions with examples from it: the page asks them, the command line refuses with them.

import { decodePeriod } from '../../electron/shared/domain/period.ts'
import type { AreaReading } from './areas.ts'
import type { Catalogue } from './layout.ts'
import type { Asked } from './refusal.ts'
import type { ImportReport } from './report.ts'
import { tidy } from './text/fold.ts'
import { readNumber } from './text/numbers.ts'
import { hasOpenOrder, readPeriod } from './text/periods.ts'

/** One reading of an example under one answer; empty = it cannot be read so. */
export interface Reading {
  readonly answer: string
  readonly reading: string
}
export interface Question {
  readonly kind: Asked | 'day-order' | 'area'
  /** the column it is about; null = the file */
  readonly column: string | null
  /** figures that wait for the answer */
  readonly figures: number
  /** true: figures stay out, or the whole file, until it is answered */
  readonly needed: boolean
  /** what the file says, in its own words; an area question has one */
  readonly examples: readonly { readonly line: number; readonly found: string; readonly readings: readonly Reading[] }[]
  /** codes that the text may mean; empty = any */
  readonly candidates: readonly string[]
}

const MOST_EXAMPLES = 3
/** Names that nobody knows here, asked for one by one. */
const MOST_NAMES = 20

type Rejection = ImportReport['rejected'][number]

const numberReadings = (found: string): readonly Reading[] =>
  (['.', ','] as const).map((mark) => {
    const reading = readNumber(found, mark)
    return { answer: mark, reading: reading.kind === 'number' ? String(reading.value) : '' }
  })

const dayReadings = (found: string): readonly Reading[] =>
  (['day-month', 'month-day'] as const).map((order) => {
    const reading = readPeriod(found, order)
    return { answer: order, reading: reading.kind === 'period' ? decodePeriod(reading.code) : '' }
  })

const examplesOf = (rows: readonly Rejection[], readings: (found: string) => readonly Reading[]): Question['examples'] => {
  const seen = new Set<string>()
  return rows
    .filter(({ found }) => !seen.has(found) && seen.add(found))
    .slice(0, MOST_EXAMPLES)
    .map(({ line, found }) => ({ line, found, readings: readings(found) }))
}

function about(kind: Question['kind'], rows: readonly Rejection[], readings: (found: string) => readonly Reading[]): Question[] {
  if (rows.length === 0) return []
  const column = rows[0]?.column ?? null
  const examples = examplesOf(rows, readings)
  return [{ kind, column, figures: rows.length, needed: true, examples, candidates: [] }]
}

const candidatesOf = (reading: AreaReading): readonly string[] => (reading.kind === 'ambiguous' ? reading.candidates : [])

function names(kind: 'area' | 'indicator', rows: readonly Rejection[], catalogue: Catalogue): Question[] {
  const byName = Map.groupBy(
    rows.filter(({ found }) => tidy(found) !== ''),
    ({ found }) => tidy(found),
  )
  return [...byName]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_NAMES)
    .map(([found, group]) => ({
      kind,
      column: group[0]?.column ?? null,
      figures: group.length,
      needed: group[0]?.reason === 'ambiguous-area',
      examples: [{ line: group[0]?.line ?? 0, found, readings: [] }],
      candidates: kind === 'area' ? candidatesOf(catalogue.areas.read(found)) : [],
    }))
}

/**
 * Questions of a report, the most pressing first.
 *
 * @param asks what a refused file leaves open
 * @param unitNotSaid nothing in the file says in which units its figures stand
 */
export function questionsOf(
  report: ImportReport,
  catalogue: () => Catalogue,
  asks: Asked | null,
  unitNotSaid: boolean,
): readonly Question[] {
  const { rejected } = report
  const having = (...reasons: readonly string[]): readonly Rejection[] =>
    rejected.filter(({ reason }) => reasons.includes(reason))
  if (report.outcome === 'refused') {
    const asked = asks ?? (report.reason === 'mixed-decimal-marks' ? 'decimal' : null)
    return asked === null ? [] : [{ kind: asked, column: null, figures: 0, needed: true, examples: [], candidates: [] }]
  }
  const areas = having('ambiguous-area', 'unknown-area')
  const indicators = having('unknown-indicator')
  return [
    ...about('decimal', having('ambiguous-number'), numberReadings),
    ...about(
      'day-order',
      having('bad-period').filter(({ found }) => hasOpenOrder(found)),
      dayReadings,
    ),
    ...(areas.length > 0 ? names('area', areas, catalogue()) : []),
    ...(indicators.length > 0 ? names('indicator', indicators, catalogue()) : []),
    ...(unitNotSaid && report.rows.new + report.rows.revised + report.rows.unchanged + report.rows.aggregates > 0
      ? [{ kind: 'unit' as const, column: null, figures: report.rows.read, needed: false, examples: [], candidates: [] }]
      : []),
  ]
}
