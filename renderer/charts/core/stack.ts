import { stackRank } from '../palette.ts'
import { periodPosition } from './periods.ts'
import type { ChartSeries } from './types.ts'

export interface Layer {
  /** index of the series */
  readonly index: number
  readonly low: number
  readonly high: number
}

export interface Column {
  readonly period: string
  readonly x: number
  /** bottom first */
  readonly layers: readonly Layer[]
}

/** Order in which series stack: the fixed order of partners, Russia at the bottom. */
export const stackIndexes = (series: readonly ChartSeries[]): readonly number[] =>
  series
    .map((_, index) => index)
    .sort((a, b) => stackRank(series[a]?.partner ?? '') - stackRank(series[b]?.partner ?? '') || a - b)

/**
 * Stacks the values of each period. A period stays out when no series has a figure or when it lies in a gap; a series without a figure
 * adds nothing. Negative values are not stacked: shares and volumes have none (@throws {RangeError}).
 *
 * @returns columns in order of time
 */
export function stackColumns(
  series: readonly ChartSeries[],
  gaps: readonly { readonly from: string; readonly to: string }[] = [],
): readonly Column[] {
  const order = stackIndexes(series)
  const byPeriod = series.map((one) => new Map(one.points.map((point) => [point.period, point.value])))
  const inGap = (x: number): boolean =>
    gaps.some((gap) => x > periodPosition(gap.from) + 1e-9 && x < periodPosition(gap.to) - 1e-9)
  const periods = [
    ...new Set(series.flatMap((one) => one.points.filter((point) => point.value !== null).map((point) => point.period))),
  ]
  return periods
    .map((period) => ({ period, x: periodPosition(period) }))
    .filter(({ x }) => Number.isFinite(x) && !inGap(x))
    .sort((a, b) => a.x - b.x)
    .map(({ period, x }) => {
      let low = 0
      const layers = order.map((index): Layer => {
        const value = byPeriod[index]?.get(period) ?? 0
        if (value < -1e-6) throw new RangeError(`a stack holds no negative value: ${series[index]?.id} in ${period} is ${value}`)
        const layer = { index, low, high: low + Math.max(0, value) }
        low = layer.high
        return layer
      })
      return { period, x, layers }
    })
}

/** Unbroken stretches of columns: neighbours no further apart than the usual step. */
export function stackRuns(columns: readonly Column[]): readonly (readonly Column[])[] {
  const steps = columns
    .slice(1)
    .map((column, index) => column.x - (columns[index]?.x ?? column.x))
    .sort((a, b) => a - b)
  const usual = steps[Math.floor((steps.length - 1) / 2)] ?? 1
  const runs: Column[][] = []
  for (const column of columns) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before && column.x - before.x <= usual * 1.5 + 1e-9) last.push(column)
    else runs.push([column])
  }
  return runs
}

/**
 * Where a layer is thick enough for its name: the column with the greatest thickness at which the name fits, away from the ends.
 *
 * @param halfWidth half the width of the name in the units of x
 * @param least the thickness it needs, in the units of y
 * @param avoid positions of vertical lines that must not cross the name
 * @returns null when the layer is too thin everywhere
 */
export function insideLabel(
  runs: readonly (readonly Column[])[],
  index: number,
  halfWidth: number,
  least: number,
  avoid: readonly number[] = [],
): { readonly x: number; readonly y: number } | null {
  let best: { x: number; y: number; thick: number } | null = null
  for (const run of runs) {
    const [first, last] = [run[0]?.x ?? 0, run.at(-1)?.x ?? 0]
    for (const column of run) {
      if (column.x - first < halfWidth || last - column.x < halfWidth) continue
      if (avoid.some((place) => Math.abs(place - column.x) < halfWidth)) continue
      // the name must fit under its whole width, not only at its middle
      const near = run.filter((one) => Math.abs(one.x - column.x) <= halfWidth + 0.5)
      const bands = near.flatMap((one) => one.layers.filter((layer) => layer.index === index))
      const [low, high] = [Math.max(...bands.map((band) => band.low)), Math.min(...bands.map((band) => band.high))]
      if (high - low >= least && (best === null || high - low > best.thick))
        best = { x: column.x, y: (low + high) / 2, thick: high - low }
    }
  }
  return best
}
