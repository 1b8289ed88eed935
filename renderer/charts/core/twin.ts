// The table that stands behind every chart: plain columns and cells, drawn by ui/DataTable and copied as text.

import { harmless } from '../../../electron/shared/domain/harmless.ts'
import { periodPosition } from './periods.ts'
import type { ChartSeries } from './types.ts'

export interface TwinColumn {
  readonly id: string
  readonly label: string
  readonly kind: 'text' | 'number' | 'period'
  /** decimals of a number; default 1 */
  readonly decimals?: number
  /** how a text is shown on the screen; files keep it as it stands, such as the codes of sources, which are looked up there */
  readonly shown?: (text: string) => string
}

export interface TwinRow<Ref = unknown> {
  readonly id: string
  readonly cells: readonly (string | number | null)[]
  /** the caller's handles, by column; opening one shows its evidence */
  readonly refs?: readonly (Ref | null | undefined)[]
}

export interface TableTwin<Ref = unknown> {
  readonly columns: readonly TwinColumn[]
  readonly rows: readonly TwinRow<Ref>[]
}

/**
 * Periods down, series across, newest first. A series with ranges takes two columns.
 *
 * @param labels headings in the language on screen; `low` and `high` are read for series with ranges only
 * @param decimals of every figure; default 1
 */
export function seriesTwin<Ref>(
  series: readonly ChartSeries<Ref>[],
  labels: { readonly period: string; readonly low?: string; readonly high?: string },
  decimals?: number,
): TableTwin<Ref> {
  const hasRange = series.map((one) => one.points.some((point) => point.low != null || point.high != null))
  const hasValue = series.map((one) => one.points.some((point) => point.value !== null))
  const columns: TwinColumn[] = [{ id: 'period', label: labels.period, kind: 'period' }]
  series.forEach((one, index) => {
    const places = decimals === undefined ? {} : { decimals }
    if (hasValue[index]) columns.push({ id: one.id, label: one.label, kind: 'number', ...places })
    if (hasRange[index]) {
      columns.push({ id: `${one.id}:low`, label: `${one.label}, ${labels.low ?? ''}`, kind: 'number', ...places })
      columns.push({ id: `${one.id}:high`, label: `${one.label}, ${labels.high ?? ''}`, kind: 'number', ...places })
    }
  })
  const periods = [...new Set(series.flatMap((one) => one.points.map((point) => point.period)))].sort(
    (a, b) => periodPosition(b) - periodPosition(a),
  )
  const byPeriod = series.map((one) => new Map(one.points.map((point) => [point.period, point])))
  const rows = periods.map((period): TwinRow<Ref> => {
    const cells: (string | number | null)[] = [period]
    const refs: (Ref | undefined)[] = [undefined]
    series.forEach((_, index) => {
      const point = byPeriod[index]?.get(period)
      if (hasValue[index]) {
        cells.push(point?.value ?? null)
        refs.push(point?.ref)
      }
      if (hasRange[index]) {
        cells.push(point?.low ?? null, point?.high ?? null)
        refs.push(point?.ref, point?.ref)
      }
    })
    return { id: period, cells, refs }
  })
  return { columns, rows }
}

/**
 * Tab-separated text for a spreadsheet: headings, then rows; numbers unrounded with a decimal point, missing cells empty. Names come from
 * imported files: one that a spreadsheet would run as a formula is made harmless.
 */
export function twinText(twin: TableTwin): string {
  const clean = (cell: string | number | null): string =>
    cell === null ? '' : typeof cell === 'number' ? String(cell) : harmless(cell.replace(/[\t\r\n]+/g, ' ').trim())
  return [twin.columns.map((column) => clean(column.label)), ...twin.rows.map((row) => row.cells.map(clean))]
    .map((cells) => cells.join('\t'))
    .join('\n')
}
