import { ln, mean, sampleDeviation } from '../numeric.ts'
import { AnalyticsRefusal } from '../refusal.ts'
import type { IndexIndicator, Scale } from './method.ts'
import { bordaScores } from './ranks.ts'

type Column = readonly (number | null)[]

const numbers = (column: Column): readonly number[] => column.filter((value) => value !== null)

const lowest = (values: readonly number[]): number =>
  values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY)
const highest = (values: readonly number[]): number =>
  values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY)

function noRange(id: string, why: string): never {
  throw new AnalyticsRefusal('zero-range', `${id} cannot be normalised: ${why}`, { indicator: id })
}

interface Posts {
  readonly min: number
  readonly max: number
}

function goalposts(given: { readonly min?: number; readonly max?: number }, values: readonly number[], id: string): Posts {
  const posts = { min: given.min ?? lowest(values), max: given.max ?? highest(values) }
  if (!(posts.min < posts.max)) noRange(id, 'its goalposts leave no range (all values equal, or outside the one goalpost given)')
  return posts
}

const into = (part: number, [low, high]: Scale): number => part * (high - low) + low
const cut = (part: number): number => Math.min(1, Math.max(0, part))

/** What one indicator's column looks like after normalisation. */
export interface NormalisedColumn {
  readonly values: Column
  /** positions whose value lay outside frozen goalposts and was cut to them: new extremes to be shown */
  readonly clipped: readonly number[]
}

/**
 * One indicator's column on the common scale. Missing values stay missing and take no part in minima, means and ranks.
 *
 * - `none`: x · direction.
 * - `min-max`: (x − min) ÷ (max − min) onto the scale, direction −1 measured from max. With frozen goalposts a value outside is cut to
 *   the scale's end and listed in `clipped`.
 * - `z-score`: (x − mean) ÷ sample standard deviation, of x · direction, to the wanted mean and deviation.
 * - `rank`: Borda, rank − 1 of x · direction; not brought to the scale.
 * - `goalpost-log`: as `min-max` with ln x, ln min and ln max; every value and goalpost must lie above zero.
 * - `target`: direction 1: (x − min) ÷ (target − min); direction −1: (max − x) ÷ (max − target); min and max of the column.
 *
 * @throws {AnalyticsRefusal} `zero-range` where the formula divides by nothing, `non-positive-value` for the logarithm of x ≤ 0
 * @see OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 5; UNDP (2010), Human Development Report, technical
 *   note 1, for `goalpost-log`; Becker et al. (2022), "COINr", JOSS 7(78), 4567, for the same set of methods
 */
export function normaliseColumn(
  column: Column,
  indicator: IndexIndicator,
  units: readonly string[],
  scale: Scale,
): NormalisedColumn {
  const { id, direction, normalise: spec } = indicator
  const values = numbers(column)
  const each = (formula: (value: number) => number): Column => column.map((value) => (value === null ? null : formula(value)))
  if (values.length === 0 || spec.by === 'none') return { values: each((value) => value * direction), clipped: [] }
  if (spec.by === 'rank') return { values: bordaScores(each((value) => value * direction)), clipped: [] }
  if (spec.by === 'z-score') {
    const centre = mean(values) ?? 0
    const deviation = sampleDeviation(values)
    if (deviation === null || deviation === 0) noRange(id, 'its values do not vary')
    const [wantedMean, wantedSd] = [spec.mean ?? 0, spec.sd ?? 1]
    return { values: each((value) => ((direction * (value - centre)) / deviation) * wantedSd + wantedMean), clipped: [] }
  }
  const to = spec.to ?? scale
  if (spec.by === 'target') {
    const worst = direction === 1 ? lowest(values) : highest(values)
    if (worst === spec.target) noRange(id, 'its worst value is the target')
    const part = (value: number): number => 1 - (spec.target - value) / (spec.target - worst)
    return { values: each((value) => into(spec.cap ? Math.min(1, part(value)) : part(value), to)), clipped: [] }
  }
  const shape = spec.by === 'goalpost-log' ? (value: number, at: string) => positiveLn(value, id, at) : (value: number) => value
  const posts = goalposts(spec, values, id)
  const [min, max] = [shape(posts.min, 'goalpost'), shape(posts.max, 'goalpost')]
  const clipped: number[] = []
  const scores = column.map((value, index) => {
    if (value === null) return null
    const x = shape(value, units[index] ?? String(index))
    const part = direction === 1 ? (x - min) / (max - min) : (max - x) / (max - min)
    if (part < 0 || part > 1) clipped.push(index)
    return into(cut(part), to)
  })
  return { values: scores, clipped }
}

function positiveLn(value: number, indicator: string, unit: string): number {
  if (!(value > 0)) {
    throw new AnalyticsRefusal('non-positive-value', `${indicator} of ${unit} is ${value}: its logarithm is not defined`, {
      indicator,
      unit,
    })
  }
  return ln(value)
}
