import { decodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import type { SeriesRow } from '../queries/observations.ts'
import type { ReadDb } from '../worker/db.ts'
import { statement } from '../worker/db.ts'

/** One figure as it leaves the store. */
export interface ExportRow {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly period: string
  readonly value: number | null
  /** the figure with the decimals it was published with; empty where there is none */
  readonly text: string
  readonly unit: string
  readonly status: string
  readonly source: string
  readonly vintage: string
  readonly batch: number
  readonly line: number | null
  readonly note: string
}

interface Point {
  readonly id: number
  readonly value: number | null
  readonly decimals: number | null
  readonly status: string
  readonly batch: number
  readonly line: number | null
  readonly note: string | null
}

const allSeries = statement<{ indicators: string }, SeriesRow>(
  'export.series',
  `SELECT s.id, i.code AS indicator, r.code AS reporter, p.code AS partner, c.code AS source, i.unit
   FROM series AS s JOIN indicator AS i ON i.id = s.indicator JOIN area AS r ON r.id = s.reporter JOIN area AS p ON p.id = s.partner
   JOIN source AS c ON c.id = s.source
   WHERE json_array_length(:indicators) = 0 OR i.code IN (SELECT value FROM json_each(:indicators))
   ORDER BY i.code, r.code, p.code, c.code`,
)
const points = statement<{ first: number; last: number }, Point>(
  'export.points',
  `SELECT o.id, o.value, o.decimals, o.status, o.batch, o.line, n.text AS note FROM observation AS o LEFT JOIN note AS n ON n.id = o.note
   WHERE o.id BETWEEN :first AND :last ORDER BY o.id`,
)
const vintages = statement<object, { id: number; vintage: string }>('export.vintages', 'SELECT id, vintage FROM batch')

/** Every figure of some indicators (none named = all), by indicator, reporter, partner, source and period: series by series, so that memory stays small. */
export function* exportRows(db: ReadDb, indicators: readonly string[]): Generator<ExportRow> {
  const known = new Map(db.all(vintages, {}).map(({ id, vintage }) => [id, vintage]))
  for (const { id: series, ...names } of db.all(allSeries, { indicators: JSON.stringify(indicators) })) {
    const first = series * SERIES_SIZE
    for (const { id, decimals, note, ...point } of db.all(points, { first, last: first + SERIES_SIZE - 1 })) {
      yield {
        ...names,
        ...point,
        period: decodePeriod((id - first) as PeriodCode),
        text: figureText(point.value, decimals),
        vintage: known.get(point.batch) ?? '',
        note: note ?? '',
      }
    }
  }
}

/** The figure as text that reads back to the same number, with the published decimals where they say the same. */
export function figureText(value: number | null, decimals: number | null): string {
  if (value === null) return ''
  const plain = String(value)
  if (decimals === null || decimals > 20) return plain
  const fixed = value.toFixed(decimals)
  return Number(fixed) === value ? fixed : plain
}

export { harmless } from '../../electron/shared/domain/harmless.ts'

/** One field of a CSV, quoted where RFC 4180 asks for it. */
const csvField = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One record with its line end (RFC 4180: CRLF). */
export const csvLine = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r\n`
