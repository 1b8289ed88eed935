import { type ReadDb, statement } from '../worker/db.ts'
import { versionedCache } from './cache.ts'

export interface SeriesRow {
  readonly id: number
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly source: string
  readonly unit: string
}

const seriesColumns = `SELECT s.id, i.code AS indicator, r.code AS reporter, p.code AS partner, c.code AS source, i.unit
  FROM series AS s JOIN indicator AS i ON i.id = s.indicator JOIN area AS r ON r.id = s.reporter
  JOIN area AS p ON p.id = s.partner JOIN source AS c ON c.id = s.source`

const codesIn = (table: string, list: string): string =>
  `(SELECT id FROM ${table} WHERE code IN (SELECT value FROM json_each(:${list})))`

/** One statement for each set of given lists: a list that may be empty would keep SQLite from using the index behind it. */
const seriesStatement = (name: string, ...lists: readonly ('reporter' | 'partner')[]) =>
  statement<{ indicators: string; reporters: string; partners: string }, SeriesRow>(
    `observations.series${name}`,
    `${seriesColumns}
   WHERE s.indicator IN ${codesIn('indicator', 'indicators')}${lists.map((list) => ` AND s.${list} IN ${codesIn('area', `${list}s`)}`).join('')}
   ORDER BY i.code, r.code, p.code, c.code`,
  )
const allSeries = seriesStatement('All')
const seriesOfReporters = seriesStatement('OfReporters', 'reporter')
const seriesOfPartners = seriesStatement('OfPartners', 'partner')
const seriesOfBoth = seriesStatement('OfBoth', 'reporter', 'partner')

/** Series of some indicators in order of their codes; an empty list of partners or reporters means all. */
export function readSeriesRows(
  db: ReadDb,
  query: { readonly indicators: readonly string[]; readonly reporters: readonly string[]; readonly partners: readonly string[] },
): readonly SeriesRow[] {
  const { indicators, reporters, partners } = query
  const byReporter = partners.length > 0 ? seriesOfBoth : seriesOfReporters
  const chosen = reporters.length > 0 ? byReporter : partners.length > 0 ? seriesOfPartners : allSeries
  return db.all(chosen, {
    indicators: JSON.stringify(indicators),
    reporters: JSON.stringify(reporters),
    partners: JSON.stringify(partners),
  })
}

export interface PointRow {
  readonly id: number
  readonly value: number | null
  readonly status: string
  readonly batch: number
  readonly line: number | null
  readonly note: number | null
}

/** Figures of several series between two periods, as known today: series in the order of the list, periods in order. */
export const pointsOfSeries = statement<{ series: string; first: number; last: number }, PointRow>(
  'observations.points',
  `SELECT o.id, o.value, o.status, o.batch, o.line, o.note FROM json_each(:series) AS s
   CROSS JOIN observation AS o ON o.id BETWEEN (s.value << 30) + :first AND (s.value << 30) + :last`,
)

/**
 * Figures of one series between two packed keys as they stood in force when a batch was the newest one: what the batches up to its number
 * had brought.
 */
export const pointsBetweenUpTo = statement<{ first: number; last: number; batch: number }, PointRow>(
  'observations.pointsUpTo',
  `SELECT id, value, status, max(batch) AS batch, line, note FROM (
     SELECT o.id, o.value, o.status, o.batch, o.line, o.note FROM observation AS o WHERE o.id BETWEEN :first AND :last
     UNION ALL
     SELECT v.id, v.value, v.status, v.batch, v.line, v.note FROM revision AS v WHERE v.id BETWEEN :first AND :last AND v.batch <> v.replaced_by
   ) WHERE batch <= :batch GROUP BY id ORDER BY id`,
)

/** Which source has how many figures of an indicator for a reporter in which period: what the source rule decides on. */
export const coverageOf = statement<
  { indicator: string; reporter: string },
  { readonly source: string; readonly period: number; readonly n: number }
>(
  'observations.coverage',
  `SELECT c.code AS source, m.period, m.figures AS n FROM period_summary AS m JOIN source AS c ON c.id = m.source
   WHERE m.indicator = (SELECT id FROM indicator WHERE code = :indicator) AND m.reporter = (SELECT id FROM area WHERE code = :reporter)`,
)

/** One row of the rules that say which source a chart uses. */
export interface Preference {
  /** code of an indicator, or a pattern with `*` */
  readonly indicator: string
  readonly reporter: string
  readonly period_from: string
  readonly period_to: string
  readonly source: string
  readonly rank: number
  readonly reason: string
}

export const preferences = statement<object, Preference & { readonly origin: 'bundled' | 'user' }>(
  'observations.preferences',
  'SELECT indicator, reporter, period_from, period_to, source, rank, reason, origin FROM source_preference ORDER BY rank, id',
)

export interface BreakRow {
  readonly indicator: string
  readonly reporter: string
  readonly period: string
  readonly kind: 'join' | 'defect' | 'definition'
  readonly gap: number
  readonly from_source: string
  readonly to_source: string
  readonly reason_en: string
  readonly reason_ru: string
  readonly reason_kk: string
}
const allBreaks = statement<object, BreakRow>('observations.breaks', 'SELECT * FROM series_break ORDER BY id')
const breaks = versionedCache<readonly BreakRow[]>(1)
/** Every break on record: asked for once per line of a chart. */
export const readBreaks = (db: ReadDb): readonly BreakRow[] => breaks.get(db, '', () => db.all(allBreaks, {}))

export const allNotes = statement<{ ids: string }, { readonly id: number; readonly text: string }>(
  'observations.notes',
  'SELECT id, text FROM note WHERE id IN (SELECT value FROM json_each(:ids))',
)

export interface BatchRow {
  readonly id: number
  readonly file: string
  readonly sha256: string
  readonly vintage: string
  readonly imported_at: string
}
export const allBatches = statement<object, BatchRow>(
  'observations.batches',
  'SELECT id, file, sha256, vintage, imported_at FROM batch',
)

/** What was said of a cell before the figure that a batch brought, newest release first: what stood in force, and older releases that came in later. */
export const revisionsOf = statement<
  { id: number; batch: number },
  { readonly value: number | null; readonly batch: number; readonly vintage: string }
>(
  'observations.revisions',
  `SELECT v.value, v.batch, b.vintage FROM revision AS v JOIN batch AS b ON b.id = v.batch
   WHERE v.id = :id AND CASE WHEN v.batch = v.replaced_by
     THEN v.batch <> :batch AND b.vintage <= (SELECT vintage FROM batch WHERE id = :batch) ELSE v.batch < :batch END
   ORDER BY b.vintage DESC, v.replaced_by DESC`,
)

export const allWarnings = statement<
  object,
  {
    readonly id: string
    readonly topic: string
    readonly indicator: string
    readonly reporter: string
    readonly partner: string
    readonly period_from: string
    readonly period_to: string
    readonly text_en: string
    readonly text_ru: string
    readonly text_kk: string
  }
>('observations.warnings', 'SELECT * FROM warning ORDER BY id')
