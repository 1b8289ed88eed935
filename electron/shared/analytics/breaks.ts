import { exp, mean, median } from './numeric.ts'

/** A dated figure; any order, no time twice. `time` in years, fractions allowed. */
export interface TimedValue {
  readonly time: number
  readonly value: number
}

/** Below this many values a trend is a hint at most, and every result says so. */
const SMALL_SAMPLE = 8

/**
 * Probability that a standard normal variable exceeds z in absolute value, to about 10 digits, by the continued fraction and series of
 * the error function.
 *
 * @see Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 7.1.5 and 26.2.14
 */
export function twoSidedNormal(z: number): number {
  const x = Math.abs(z)
  const density = exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  if (x < 3) {
    let [term, total] = [x, x]
    for (let k = 1; k < 80; k += 1) {
      term *= (x * x) / (2 * k + 1)
      total += term
    }
    return Math.max(0, 1 - 2 * density * total)
  }
  let fraction = 0
  for (let k = 60; k > 0; k -= 1) fraction = k / (x + fraction)
  return (2 * density) / (x + fraction)
}

function tieSizes(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()].filter((count) => count > 1)
}

/** Kendall's S: pairs that rise minus pairs that fall. */
function kendallS(values: readonly number[]): number {
  let total = 0
  values.forEach((later, at) => {
    for (let before = 0; before < at; before += 1) total += Math.sign(later - (values[before] ?? later))
  })
  return total
}

const varianceOfS = (n: number, ties: readonly number[]): number =>
  (n * (n - 1) * (2 * n + 5) - ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0)) / 18

/** Longest sample whose permutations can still be counted in whole numbers: 18! < 2^53. */
const MOST_EXACT = 18

/**
 * Exact two-sided p of S when every order of the values is equally likely: the orders are counted by their inversions, whose generating
 * function is the q-multinomial coefficient [n]! ÷ Π [t]! (MacMahon), so ties need no approximation.
 */
function exactP(n: number, ties: readonly number[], s: number): number {
  let counts: number[] = [1]
  const times = (size: number): void => {
    const next: number[] = new Array<number>(counts.length + size - 1).fill(0)
    counts.forEach((count, at) => {
      for (let k = 0; k < size; k += 1) next[at + k] = (next[at + k] ?? 0) + count
    })
    counts = next
  }
  const divide = (size: number): void => {
    const quotient: number[] = []
    for (let at = 0; at <= counts.length - size; at += 1) {
      let value = counts[at] ?? 0
      for (let k = 1; k < size; k += 1) value -= quotient[at - k] ?? 0
      quotient.push(value)
    }
    counts = quotient
  }
  for (let size = 2; size <= n; size += 1) times(size)
  for (const tie of ties) for (let size = 2; size <= tie; size += 1) divide(size)
  const pairs = counts.length - 1
  let [extreme, all] = [0, 0]
  counts.forEach((count, inversions) => {
    all += count
    if (Math.abs(pairs - 2 * inversions) >= Math.abs(s)) extreme += count
  })
  return extreme / all
}

export interface MannKendall {
  readonly n: number
  readonly s: number
  /** with the correction for ties */
  readonly variance: number
  /** with the correction for continuity; 0 for S = 0 */
  readonly z: number
  /** two-sided */
  readonly p: number
  /** true where p counts all orders, false where it is the normal approximation (more than 18 values) */
  readonly exact: boolean
  /** Kendall's tau-b, in [−1, 1]; null when all values are equal */
  readonly tau: number | null
  readonly small: boolean
}

const inTime = (points: readonly TimedValue[]): readonly TimedValue[] => {
  const sorted = [...points].sort((a, b) => a.time - b.time)
  sorted.forEach((point, at) => {
    if (!Number.isFinite(point.time) || !Number.isFinite(point.value)) throw new RangeError('a point of a trend must be finite')
    if (at > 0 && sorted[at - 1]?.time === point.time) throw new RangeError(`two values at ${point.time}`)
  })
  return sorted
}

/**
 * Mann-Kendall test for a monotonic trend, with ties. It asks for the order of the values only, so gaps in time do not matter.
 *
 * @param points no time twice; missing values are left out by the caller
 * @returns null below three values
 * @throws {RangeError} on a value that is not finite or a time given twice
 * @see Mann (1945), "Nonparametric Tests Against Trend", Econometrica 13(3), 245; Kendall (1975), Rank Correlation Methods, 4th ed.
 */
export function mannKendall(points: readonly TimedValue[]): MannKendall | null {
  const values = inTime(points).map((point) => point.value)
  const n = values.length
  if (n < 3) return null
  const ties = tieSizes(values)
  const s = kendallS(values)
  const variance = varianceOfS(n, ties)
  const z = s === 0 || variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance)
  const exact = n <= MOST_EXACT
  const pairs = (n * (n - 1)) / 2
  const untied = pairs - ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0)
  return {
    n,
    s,
    variance,
    z,
    p: exact ? exactP(n, ties, s) : Math.min(1, twoSidedNormal(z)),
    exact,
    tau: untied > 0 ? s / Math.sqrt(pairs * untied) : null,
    small: n < SMALL_SAMPLE,
  }
}

export interface TheilSen {
  /** per unit of time */
  readonly slope: number
  /** median of value − slope · time */
  readonly intercept: number
  /** interval of the slope; null where so few values allow none at this confidence */
  readonly low: number | null
  readonly high: number | null
  readonly confidence: number
  readonly n: number
  readonly small: boolean
}

/** Two-sided standard normal quantiles of the usual confidences. */
const normalQuantiles: Readonly<Record<number, number>> = {
  0.8: 1.2815515655446004,
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
}
export type Confidence = 0.8 | 0.9 | 0.95 | 0.99

function interval(slopes: Float64Array, half: number): { readonly low: number; readonly high: number } | null {
  const count = slopes.length
  // Gilbert's ranks (N' − C) / 2 and (N' + C) / 2 + 1, counted from 1; between two slopes he interpolates.
  const [lower, upper] = [(count - half) / 2, (count + half) / 2 + 1]
  if (lower < 1 || upper > count) return null
  const at = (rank: number): number => {
    const below = slopes[Math.floor(rank) - 1] ?? 0
    return below + (rank - Math.floor(rank)) * ((slopes[Math.ceil(rank) - 1] ?? below) - below)
  }
  return { low: at(lower), high: at(upper) }
}

/**
 * Theil-Sen slope: the median of the slopes between all pairs of points, with Sen's interval from the variance of Kendall's S. One
 * outlier in four does not move it.
 *
 * @param points no time twice; missing values are left out by the caller
 * @param confidence of the interval
 * @returns null below two values
 * @throws {RangeError} on a value that is not finite or a time given twice
 * @see Sen (1968), "Estimates of the Regression Coefficient Based on Kendall's Tau", JASA 63(324), 1379; Gilbert (1987), Statistical
 *   Methods for Environmental Pollution Monitoring, 16.5
 */
export function theilSen(points: readonly TimedValue[], confidence: Confidence): TheilSen | null {
  const sorted = inTime(points)
  const n = sorted.length
  if (n < 2) return null
  const slopes: number[] = []
  sorted.forEach((later, at) => {
    for (const before of sorted.slice(0, at)) slopes.push((later.value - before.value) / (later.time - before.time))
  })
  const ordered = Float64Array.from(slopes).sort()
  const slope = median(slopes) ?? 0
  const half = (normalQuantiles[confidence] ?? 0) * Math.sqrt(varianceOfS(n, tieSizes(sorted.map((point) => point.value))))
  const found = interval(ordered, half)
  return {
    slope,
    intercept: median(sorted.map((point) => point.value - slope * point.time)) ?? 0,
    low: found?.low ?? null,
    high: found?.high ?? null,
    confidence,
    n,
    small: n < SMALL_SAMPLE,
  }
}

/** One side of an event. */
export interface BreakSide {
  readonly n: number
  readonly first: number | null
  readonly last: number | null
  readonly mean: number | null
  readonly median: number | null
  readonly trend: TheilSen | null
  readonly test: MannKendall | null
}

export interface BeforeAfter {
  readonly before: BreakSide
  readonly after: BreakSide
  /** difference of means and of medians, after − before; null when a side is empty */
  readonly meanChange: number | null
  readonly medianChange: number | null
  /** difference of slopes per unit of time; null when a side has fewer than two values */
  readonly slopeChange: number | null
  /** true where either side has fewer than eight values: the difference describes, it proves nothing */
  readonly small: boolean
}

function sideOf(points: readonly TimedValue[], confidence: Confidence): BreakSide {
  const values = points.map((point) => point.value)
  return {
    n: points.length,
    first: points[0]?.time ?? null,
    last: points.at(-1)?.time ?? null,
    mean: mean(values),
    median: median(values),
    trend: theilSen(points, confidence),
    test: mannKendall(points),
  }
}

const difference = (after: number | null | undefined, before: number | null | undefined): number | null =>
  after === null || after === undefined || before === null || before === undefined ? null : after - before

/**
 * A series before and after a dated event. It describes both sides; it does not test whether the event caused anything.
 *
 * @param points no time twice; missing values are left out by the caller
 * @param event time of the event
 * @param options `window`: how far to each side points count (null = all); `eventItself`: whether the point at the event's own time counts
 *   as after it or is left out, for a year that is half before and half after
 */
export function beforeAfter(
  points: readonly TimedValue[],
  event: number,
  options: { readonly window: number | null; readonly eventItself: 'after' | 'left-out'; readonly confidence: Confidence },
): BeforeAfter {
  const near = inTime(points).filter((point) => options.window === null || Math.abs(point.time - event) <= options.window)
  const isAfter = (point: TimedValue): boolean => point.time > event || (point.time === event && options.eventItself === 'after')
  const before = sideOf(
    near.filter((point) => point.time < event),
    options.confidence,
  )
  const after = sideOf(near.filter(isAfter), options.confidence)
  return {
    before,
    after,
    meanChange: difference(after.mean, before.mean),
    medianChange: difference(after.median, before.median),
    slopeChange: difference(after.trend?.slope, before.trend?.slope),
    small: before.n < SMALL_SAMPLE || after.n < SMALL_SAMPLE,
  }
}
