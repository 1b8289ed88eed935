import { gapRule, periodPosition } from '../../../electron/shared/briefing/scales.ts'
import type { ChartPoint, ChartSeries } from './types.ts'

export { periodPosition }

/** A stretch of a line drawn in one go: neighbours in time, one kind. Indexes point into the series. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly dashed: boolean
}

/**
 * Splits a series where the line must break: at nulls, at periods that are not there, before a source join whose levels differ. A carried
 * stretch is a run of its own that starts at the last measured point. Runs of one point are dots, never lines.
 *
 * @param breaks positions on the axis before which the line breaks
 */
export function lineRuns(points: readonly ChartPoint[], breaks: readonly number[] = []): readonly Run[] {
  const xs = points.map((point) => periodPosition(point.period))
  const isGap = gapRule(xs)
  // first unbroken stretches, then each split where solid edges turn into dashed ones
  const stretches: { from: number; to: number }[] = []
  points.forEach((point, index) => {
    if (point.value === null) return
    const last = stretches.at(-1)
    const [x, before] = [xs[index] ?? 0, xs[index - 1] ?? 0]
    const broken = isGap(before, x) || breaks.some((place) => place > before + 1e-9 && place <= x + 1e-9)
    if (last && last.to === index - 1 && !broken) last.to = index
    else stretches.push({ from: index, to: index })
  })
  const dashedEdge = (index: number): boolean => points[index]?.kind === 'carried' || points[index + 1]?.kind === 'carried'
  return stretches.flatMap(({ from, to }): Run[] => {
    if (from === to) return [{ from, to, dashed: points[from]?.kind === 'carried' }]
    const runs: Run[] = []
    for (let index = from; index < to; index += 1) {
      const dashed = dashedEdge(index)
      const last = runs.at(-1)
      if (last && last.dashed === dashed) runs[runs.length - 1] = { ...last, to: index + 1 }
      else runs.push({ from: index, to: index + 1, dashed })
    }
    return runs
  })
}

/** First and last position over all series that have a figure; null when none has. */
export function extentX(series: readonly ChartSeries[]): readonly [number, number] | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const one of series) {
    for (const point of one.points) {
      if (point.value === null && point.low == null) continue
      const x = periodPosition(point.period)
      if (x < low) low = x
      if (x > high) high = x
    }
  }
  return low <= high ? [low, high] : null
}

/** The ends of an axis: the years asked for, and further where figures lie beyond them, for none is drawn outside its plot. */
export const axisExtent = (
  [first, last]: readonly [number, number],
  { from = first, to = last }: { readonly from?: number; readonly to?: number },
): readonly [number, number] => [Math.min(from, first), Math.max(to, last)]

/** Smallest and largest value over all series, ranges included; null when there is none. */
export function extentY(series: readonly ChartSeries[]): readonly [number, number] | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const one of series) {
    for (const point of one.points) {
      for (const value of [point.value, point.low ?? null, point.high ?? null]) {
        if (value === null) continue
        if (value < low) low = value
        if (value > high) high = value
      }
    }
  }
  return low <= high ? [low, high] : null
}

/** The last point with a figure. */
export const lastPoint = <Ref>(points: readonly ChartPoint<Ref>[]): ChartPoint<Ref> | null =>
  points.findLast((point) => point.value !== null) ?? null
