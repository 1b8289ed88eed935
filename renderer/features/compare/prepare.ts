// From the answer of compare.get to what the screen says and draws. Pure.
import type { CompareMeasure, ComparePoint } from '../../../electron/shared/contract/schema/compare.ts'
import { compareMeasures } from '../../../electron/shared/domain/compareMeasures.ts'

export type MeasureId = CompareMeasure['id']

/** Whether a text names one of the measures. */
export const isMeasure = (text: string): text is MeasureId => (compareMeasures as readonly string[]).includes(text)

/** Single years, or means of five years: what jumps from year to year is compared by periods. */
export type Span = 'year' | 'period'
export const PERIOD_YEARS = 5
/** A period's mean needs this many of its years. */
const LEAST_YEARS = 3

/** Years in which at least half of the countries have a figure, in order: others would compare a handful. */
export function usableYears(measure: CompareMeasure): readonly number[] {
  const counts = new Map<number, number>()
  for (const { points } of measure.lines) for (const { year } of points) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count * 2 >= measure.lines.length)
    .map(([year]) => year)
    .sort((a, b) => a - b)
}

/** The year asked for where it can be used, else the nearest one. */
export const nearestYear = (years: readonly number[], wanted: number): number | null =>
  years.reduce<number | null>(
    (best, year) => (best === null || Math.abs(year - wanted) < Math.abs(best - wanted) ? year : best),
    null,
  )

export interface Reading {
  readonly reporter: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly source: string
  /** years that the reading rests on */
  readonly years: readonly number[]
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** A country's reading of a year, or the mean of the five years that end in it. */
function readingOf(reporter: string, points: readonly ComparePoint[], year: number, span: Span): Reading | null {
  const used = points.filter((point) =>
    span === 'year' ? point.year === year : point.year <= year && point.year > year - PERIOD_YEARS,
  )
  if (used.length < (span === 'year' ? 1 : LEAST_YEARS)) return null
  return {
    reporter,
    value: mean(used.map((point) => point.value)),
    low: mean(used.map((point) => point.low)),
    high: mean(used.map((point) => point.high)),
    source: [...new Set(used.map((point) => point.source))].join('+'),
    years: used.map((point) => point.year),
  }
}

/** Middle of the values; null for none. */
function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

export interface Ranking {
  /** highest first */
  readonly rows: readonly (Reading & { readonly rank: number })[]
  readonly median: number | null
  readonly missing: readonly string[]
}

/** Countries by their reading, 1 = highest; equal readings share the rank. */
export function rankingOf(measure: CompareMeasure, reporters: readonly string[], year: number, span: Span): Ranking {
  const readings = reporters.flatMap((reporter) => {
    const points = measure.lines.find((line) => line.reporter === reporter)?.points ?? []
    return readingOf(reporter, points, year, span) ?? []
  })
  const sorted = [...readings].sort((a, b) => b.value - a.value || (a.reporter < b.reporter ? -1 : 1))
  const known = new Set(readings.map((reading) => reading.reporter))
  return {
    rows: sorted.map((reading) => ({ ...reading, rank: readings.filter((other) => other.value > reading.value).length + 1 })),
    median: medianOf(readings.map((reading) => reading.value)),
    missing: reporters.filter((reporter) => !known.has(reporter)),
  }
}

/** Median over the countries with a figure, year by year, where at least half of them have one. */
export function medianLine(measure: CompareMeasure): readonly { readonly year: number; readonly value: number }[] {
  return usableYears(measure).flatMap((year) => {
    const values = measure.lines.flatMap((line) => line.points.filter((point) => point.year === year).map((point) => point.value))
    const value = medianOf(values)
    return value === null ? [] : [{ year, value }]
  })
}

export interface CompareFinding {
  readonly rank: number | null
  readonly count: number
  readonly value: number | null
  readonly before: number | null
  /** medians at both dates of the countries read at both */
  readonly medianBefore: number | null
  readonly medianAfter: number | null
  readonly side: 'above' | 'below' | 'at' | 'none'
}

/** Countries with a reading at both dates: only of them a change is a change of the countries and not of who is counted. */
export function readAtBoth(
  measure: CompareMeasure,
  reporters: readonly string[],
  years: readonly [number, number],
  span: Span,
): readonly string[] {
  const lacks = new Set(years.flatMap((year) => rankingOf(measure, reporters, year, span).missing))
  return reporters.filter((reporter) => !lacks.has(reporter))
}

/** Where one country stands among the others, and where it stood. */
export function findingOf(
  measure: CompareMeasure,
  reporters: readonly string[],
  reporter: string,
  years: readonly [number, number],
  span: Span,
): CompareFinding {
  const [before, now] = years.map((year) => rankingOf(measure, reporters, year, span))
  const both = readAtBoth(measure, reporters, years, span)
  const [medianBefore, medianAfter] = years.map((year) => rankingOf(measure, both, year, span).median)
  const own = now?.rows.find((row) => row.reporter === reporter)
  const median = now?.median ?? null
  const tolerance = median === null ? 0 : Math.abs(median) * 0.02
  return {
    rank: own?.rank ?? null,
    count: now?.rows.length ?? 0,
    value: own?.value ?? null,
    before: before?.rows.find((row) => row.reporter === reporter)?.value ?? null,
    medianBefore: medianBefore ?? null,
    medianAfter: medianAfter ?? null,
    side:
      own === undefined || median === null
        ? 'none'
        : Math.abs(own.value - median) <= tolerance
          ? 'at'
          : own.value > median
            ? 'above'
            : 'below',
  }
}
