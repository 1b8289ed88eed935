import { statement } from '../worker/db.ts'

/** Bits of a packed key below the series. */
export const SERIES_SIZE = 2 ** 30

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

/** Series of some indicators and reporters; lists are JSON arrays of codes, an empty list of partners or reporters means all. */
export const seriesOf = statement<{ indicators: string; reporters: string; partners: string }, SeriesRow>(
  'observations.series',
  `${seriesColumns}
   WHERE s.indicator IN (SELECT id FROM indicator WHERE code IN (SELECT value FROM json_each(:indicators)))
     AND (json_array_length(:reporters) = 0 OR s.reporter IN (SELECT id FROM area WHERE code IN (SELECT value FROM json_each(:reporters))))
     AND (json_array_length(:partners) = 0 OR s.partner IN (SELECT id FROM area WHERE code IN (SELECT value FROM json_each(:partners))))
   ORDER BY i.code, r.code, p.code, c.code`,
)

export interface PointRow {
  readonly id: number
  readonly value: number | null
  readonly status: string
  readonly batch: number
  readonly line: number | null
  readonly note: number | null
}

/** Figures of one series between two packed keys, as known today. */
export const pointsBetween = statement<{ first: number; last: number }, PointRow>(
  'observations.points',
  'SELECT id, value, status, batch, line, note FROM observation WHERE id BETWEEN :first AND :last ORDER BY id',
)

/** The same, as known on a day: the newest value of each cell whose batch had become known by then. Batches are ordered by number, never by clock. */
export const pointsBetweenAsOf = statement<{ first: number; last: number; asOf: string }, PointRow>(
  'observations.pointsAsOf',
  `SELECT id, value, status, max(batch) AS batch, line, note FROM (
     SELECT o.id, o.value, o.status, o.batch, o.line, o.note FROM observation AS o WHERE o.id BETWEEN :first AND :last
     UNION ALL
     SELECT v.id, v.value, v.status, v.batch, v.line, v.note FROM revision AS v WHERE v.id BETWEEN :first AND :last
   ) WHERE batch IN (SELECT id FROM batch WHERE vintage <= :asOf) GROUP BY id ORDER BY id`,
)

/** Which source has how many figures of an indicator for a reporter in which period: what the source rule decides on. */
export const coverageOf = statement<
  { indicator: string; reporter: string },
  { readonly source: string; readonly period: number; readonly n: number }
>(
  'observations.coverage',
  `SELECT c.code AS source, o.id & 1073741823 AS period, count(*) AS n
   FROM series AS s JOIN source AS c ON c.id = s.source JOIN observation AS o ON o.id BETWEEN s.id << 30 AND (s.id << 30) + 1073741823
   WHERE s.indicator = (SELECT id FROM indicator WHERE code = :indicator) AND s.reporter = (SELECT id FROM area WHERE code = :reporter)
   GROUP BY s.source, period`,
)

export const preferences = statement<
  object,
  {
    readonly indicator: string
    readonly reporter: string
    readonly period_from: string
    readonly period_to: string
    readonly source: string
    readonly rank: number
    readonly reason: string
    readonly origin: 'bundled' | 'user'
  }
>(
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
export const allBreaks = statement<object, BreakRow>('observations.breaks', 'SELECT * FROM series_break ORDER BY id')

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

export const revisionsOf = statement<
  { id: number },
  { readonly value: number | null; readonly batch: number; readonly vintage: string }
>(
  'observations.revisions',
  'SELECT v.value, v.batch, b.vintage FROM revision AS v JOIN batch AS b ON b.id = v.batch WHERE v.id = :id ORDER BY v.replaced_by DESC',
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
