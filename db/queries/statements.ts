// Which figures a release stated without changing them. A batch does not write down what it confirmed figure by figure: it remembers series of
// which it had every figure that stood in the store between its own first and last period.

import { type ReadDb, statement } from '../worker/db.ts'
import { SERIES_SIZE } from './observationKey.ts'

/** Series by the periods between which a batch had all their figures. */
export interface Span {
  /** codes of the first and the last period */
  readonly first: number
  readonly last: number
  /** series as pairs of the first and the last number, ascending */
  readonly series: readonly number[]
}

/** A release in force with the figures that it confirmed. */
export interface Statement {
  readonly batch: number
  /** day on which the release became known, ISO */
  readonly vintage: string
  readonly spans: readonly Span[]
}

const statements = statement<object, { id: number; vintage: string; stated: string }>(
  'statements.all',
  "SELECT id, vintage, json_extract(report, '$.stated') AS stated FROM batch WHERE undone_at IS NULL AND json_extract(report, '$.stated') IS NOT NULL",
)

/** Releases in force that confirmed figures, and those figures. */
export const readStatements = (db: ReadDb): readonly Statement[] =>
  db.all(statements, {}).map(({ id, vintage, stated }) => ({ batch: id, vintage, spans: JSON.parse(stated) as readonly Span[] }))

/** True when a batch had the figure of a cell, and changed nothing. @param id packed key of the cell */
export function states({ spans }: Pick<Statement, 'spans'>, id: number): boolean {
  const series = Math.floor(id / SERIES_SIZE)
  const period = id - series * SERIES_SIZE
  return spans.some(({ first, last, series: ranges }) => first <= period && period <= last && isWithin(ranges, series))
}

/**
 * The latest day on which a release said what stands in a cell: that of the release that wrote it, or of one behind it that confirmed it.
 *
 * @param id packed key of the cell
 * @param by batch that wrote the figure, and its day
 * @param counts which statements are looked at
 */
export function lastStated(
  found: readonly Statement[],
  id: number,
  by: { readonly batch: number; readonly vintage: string },
  counts: (one: Statement) => boolean,
): string {
  let { vintage } = by
  for (const one of found) {
    if (one.batch > by.batch && one.vintage > vintage && counts(one) && states(one, id)) vintage = one.vintage
  }
  return vintage
}

/** @param ranges pairs of the first and the last number, ascending */
export const isWithin = (ranges: readonly number[], wanted: number): boolean => overlaps(ranges, wanted, wanted)

/** Whether one of the ranges has a number from `first` to `last`. @param ranges pairs of the first and the last number, ascending */
export function overlaps(ranges: readonly number[], first: number, last: number): boolean {
  let [low, high] = [0, ranges.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle * 2 + 1] as number) < first) low = middle + 1
    else high = middle
  }
  return low < ranges.length / 2 && (ranges[low * 2] as number) <= last
}
