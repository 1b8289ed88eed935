import { quantileOfSorted } from '../numeric.ts'
import { seededUniform, type Uniform } from '../random.ts'
import type { Panel } from './panel.ts'
import { nominalSetting, type Scorer, type Setting, selectPillars } from './score.ts'

/** The choices that the runs vary; each can be varied alone to see what it matters. */
export const choices = ['weights', 'normalisation', 'aggregation', 'goalposts', 'carry-forward', 'ranges'] as const
export type Choice = (typeof choices)[number]

/** Which choices a run varies. */
export type Varied = ReadonlySet<Choice>

export const everyChoice: Varied = new Set(choices)

/**
 * Draws one run into a setting. Every number is drawn in every run, used or not, so that the n-th run of any set of choices rests on the
 * same draws: pillar weights, channel weights, normalisation, aggregation, two goalposts per channel, carrying, one per range.
 */
export function drawRun(panel: Panel, nominal: Setting, run: Setting, uniform: Uniform, varied: Varied): void {
  const { robustness, aggregation } = panel.method
  const noise = varied.has('weights') ? robustness.weightNoise : 0
  drawWeights(nominal.pillarWeights, run.pillarWeights, uniform, noise)
  drawWeights(nominal.channelWeights, run.channelWeights, uniform, noise)
  const pick = <T>(items: readonly T[], fallback: T): T => items[Math.floor(uniform() * items.length)] ?? fallback
  const normalisation = pick(robustness.normalisations, 'min-max')
  const mean = pick(robustness.aggregations, aggregation)
  run.percentileRank = varied.has('normalisation') && normalisation === 'percentile-rank'
  run.geometric = (varied.has('aggregation') ? mean : aggregation) === 'geometric'
  const shift = varied.has('goalposts') ? robustness.goalpostNoise : 0
  for (let channel = 0; channel < panel.channels.length; channel += 1) {
    const min = nominal.min[channel] ?? 0
    const max = nominal.max[channel] ?? 1
    const reach = shift * (max - min)
    run.min[channel] = min + reach * (2 * uniform() - 1)
    run.max[channel] = max + reach * (2 * uniform() - 1)
  }
  const carry = uniform() < 0.5
  run.useCarried = !(varied.has('carry-forward') && robustness.varyCarryForward) || carry
  drawRanges(panel, run, uniform, varied.has('ranges'))
}

function drawWeights(base: Float64Array, target: Float64Array, uniform: Uniform, noise: number): void {
  for (let at = 0; at < base.length; at += 1) target[at] = (base[at] ?? 0) * (1 + noise * (2 * uniform() - 1))
}

/** One position per observed range; a carried range is the same unknown as the one it was carried from. */
function drawRanges(panel: Panel, run: Setting, uniform: Uniform, varied: boolean): void {
  const count = panel.years.length
  for (const cell of panel.ranged) {
    const age = panel.age[cell] ?? -1
    const inside = age > 0 && (cell % count) - age >= 0
    const drawn = inside ? (run.position[cell - age] ?? 0.5) : uniform()
    run.position[cell] = varied || inside ? drawn : 0.5
  }
}

export interface LevelBand {
  readonly low: number | null
  readonly median: number | null
  readonly high: number | null
  /** share of the runs in which the year has an index, 0-1 */
  readonly runs: number
}

/** A band needs this share of the runs: those that carry nothing forward, half of them, may well miss a year. */
const LEAST_RUNS = 0.25

/** 5 %, 50 % and 95 % of the first `count` values; null below a quarter of the runs. The values are sorted in place. */
export function bandOf(values: Float64Array, count: number, runs: number): LevelBand {
  const share = runs === 0 ? 0 : count / runs
  if (count === 0 || share < LEAST_RUNS) return { low: null, median: null, high: null, runs: share }
  const sorted = values.subarray(0, count).sort()
  return {
    low: quantileOfSorted(sorted, 0.05),
    median: quantileOfSorted(sorted, 0.5),
    high: quantileOfSorted(sorted, 0.95),
    runs: share,
  }
}

/** Bands by year: of the yearly index, and of the index with each occasional pillar. */
export interface YearBands {
  readonly index: readonly LevelBand[]
  /** per occasional pillar, by its position in the panel */
  readonly extended: ReadonlyMap<number, readonly LevelBand[]>
}

/** The yearly index (−1) and one variant per occasional pillar that has figures. */
function variantsOf(panel: Panel): readonly number[] {
  const extra = panel.pillarIds.flatMap((_, pillar) =>
    panel.occasional[pillar] === 1 && panel.measured[pillar] === 1 ? [pillar] : [],
  )
  return [-1, ...extra]
}

/**
 * Bands of the index by year: in every run all years and variants share the drawn weights, goalposts and choices (common random numbers),
 * so that the bands of two years can be compared.
 *
 * @param seed a whole number; the same seed gives the same bits
 */
export function levelBands(scorer: Scorer, seed: number): YearBands {
  const { panel } = scorer
  const runs = panel.method.robustness.runs
  const uniform = seededUniform(seed)
  const [nominal, run] = [nominalSetting(panel), nominalSetting(panel)]
  const tallies = variantsOf(panel).map((extra) => ({
    extra,
    values: panel.years.map(() => new Float64Array(runs)),
    counts: new Int32Array(panel.years.length),
  }))
  for (let index = 0; index < runs; index += 1) {
    drawRun(panel, nominal, run, uniform, everyChoice)
    for (const { extra, values, counts } of tallies) {
      selectPillars(panel, run, extra)
      for (let year = 0; year < panel.years.length; year += 1) {
        const score = scorer.index(run, year)
        const own = values[year]
        if (Number.isNaN(score) || !own) continue
        const at = counts[year] ?? 0
        own[at] = score
        counts[year] = at + 1
      }
    }
  }
  const bands = tallies.map(
    ({ extra, values, counts }) => [extra, values.map((own, year) => bandOf(own, counts[year] ?? 0, runs))] as const,
  )
  return { index: bands[0]?.[1] ?? [], extended: new Map(bands.slice(1)) }
}
