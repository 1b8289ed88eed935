import { exp, ln, mean, sampleDeviation } from '../numeric.ts'
import type { Panel } from './panel.ts'

/** One way of computing the index: the nominal one, or one run of the robustness analysis. Arrays are reused between runs. */
export interface Setting {
  readonly pillarWeights: Float64Array
  readonly channelWeights: Float64Array
  /** goalposts per channel */
  readonly min: Float64Array
  readonly max: Float64Array
  /** position of each cell between its low and its high, 0-1 */
  readonly position: Float64Array
  percentileRank: boolean
  geometric: boolean
  useCarried: boolean
  /** 1 = the channel takes part, 0 = left out (leave-one-out, or not present in both years of a comparison) */
  readonly include: Uint8Array
  /** per pillar: 1 = without a score of this pillar the year has no index */
  readonly required: Uint8Array
}

/** The setting that the method itself describes: middles of ranges, frozen goalposts, carried values where the method carries. */
export function nominalSetting(panel: Panel): Setting {
  return {
    pillarWeights: Float64Array.from(panel.pillarWeights),
    channelWeights: Float64Array.from(panel.channelWeights),
    min: Float64Array.from(panel.channels, (channel) => channel.goalposts.min),
    max: Float64Array.from(panel.channels, (channel) => channel.goalposts.max),
    position: new Float64Array(panel.low.length).fill(0.5),
    percentileRank: false,
    geometric: panel.method.aggregation === 'geometric',
    useCarried: true,
    include: new Uint8Array(panel.channels.length).fill(1),
    required: new Uint8Array(panel.pillarIds.length),
  }
}

/**
 * Restricts a setting to the pillars of the yearly index and, on top of them, at most one occasional pillar. All of them are required:
 * the composition never changes along the line, so its levels compare.
 *
 * @param extra position of an occasional pillar, or −1
 */
export function selectPillars(panel: Panel, setting: Setting, extra: number): void {
  for (let pillar = 0; pillar < panel.pillarIds.length; pillar += 1) {
    const chosen = panel.occasional[pillar] === 0 || pillar === extra
    setting.include.fill(chosen ? 1 : 0, panel.pillarStart[pillar], panel.pillarStart[pillar + 1])
    setting.required[pillar] = chosen && panel.measured[pillar] === 1 ? 1 : 0
  }
}

/** One pillar in one year. */
export interface PillarScore {
  /** NaN below the method's `within` rule */
  readonly score: number
  /** channels with a figure, and channels included */
  readonly present: number
  readonly possible: number
}

/**
 * Evaluates the index again and again without allocating: a slider waits for a thousand runs over thirty years. That is why the inner
 * loop keeps its counts in fields and not in objects.
 */
export class Scorer {
  readonly panel: Panel
  /** per cell: what percentile ranks add to the min-max score */
  readonly #rankShift: Float64Array
  readonly #floor: number
  readonly #span: number
  readonly #years: number
  readonly #within: number
  /** results of the last pillar scored */
  #score = 0
  #present = 0
  #possible = 0

  constructor(panel: Panel) {
    this.panel = panel
    const [floor, ceiling] = panel.method.scale
    this.#floor = floor
    this.#span = ceiling - floor
    this.#years = panel.years.length
    this.#within = panel.method.coverage.within
    this.#rankShift = rankShifts(panel)
  }

  /** Whether the channel has a figure in the year under the setting. */
  present(setting: Setting, channel: number, year: number): boolean {
    const age = this.panel.age[channel * this.#years + year] ?? -1
    return setting.include[channel] === 1 && (age === 0 || (age > 0 && setting.useCarried))
  }

  /** Score of one cell on the method's scale; NaN where missing. Values outside the goalposts are cut to them. */
  cell(setting: Setting, channel: number, year: number): number {
    if (!this.present(setting, channel, year)) return Number.NaN
    const at = channel * this.#years + year
    const low = this.panel.low[at] ?? 0
    const value = low + ((this.panel.high[at] ?? 0) - low) * (setting.position[at] ?? 0.5)
    const min = setting.min[channel] ?? 0
    const max = setting.max[channel] ?? 1
    const part = this.panel.direction[channel] === 1 ? (value - min) / (max - min) : (max - value) / (max - min)
    const score = Math.min(1, Math.max(0, part)) * this.#span
    if (!setting.percentileRank) return this.#floor + score
    return this.#floor + Math.min(this.#span, Math.max(0, score + (this.#rankShift[at] ?? 0)))
  }

  #scorePillar(setting: Setting, pillar: number, year: number): void {
    const end = this.panel.pillarStart[pillar + 1] ?? 0
    let weights = 0
    let total = 0
    this.#present = 0
    this.#possible = 0
    for (let channel = this.panel.pillarStart[pillar] ?? 0; channel < end; channel += 1) {
      if (setting.include[channel] !== 1) continue
      this.#possible += 1
      const score = this.cell(setting, channel, year)
      if (Number.isNaN(score)) continue
      const weight = setting.channelWeights[channel] ?? 0
      this.#present += 1
      weights += weight
      total += weight * score
    }
    const enough = weights > 0 && this.#present >= this.#within * this.#possible - 1e-9
    this.#score = enough ? total / weights : Number.NaN
  }

  /** Score of one pillar: the weighted arithmetic mean of its channels with a figure. */
  pillar(setting: Setting, pillar: number, year: number): PillarScore {
    this.#scorePillar(setting, pillar, year)
    return { score: this.#score, present: this.#present, possible: this.#possible }
  }

  /**
   * The index of one year, NaN where the coverage rule is not met or a required pillar has no score.
   *
   * @param geometric which mean across pillars
   */
  index(setting: Setting, year: number, geometric: boolean = setting.geometric): number {
    const { pillarIds, method } = this.panel
    let present = 0
    let possible = 0
    let pillars = 0
    let possiblePillars = 0
    let weights = 0
    let total = 0
    for (let pillar = 0; pillar < pillarIds.length; pillar += 1) {
      this.#scorePillar(setting, pillar, year)
      present += this.#present
      possible += this.#possible
      if (this.#possible > 0) possiblePillars += 1
      if (Number.isNaN(this.#score)) {
        if (setting.required[pillar] === 1) return Number.NaN
        continue
      }
      pillars += 1
      const weight = setting.pillarWeights[pillar] ?? 0
      weights += weight
      total += weight * (geometric ? ln(this.#score) : this.#score)
    }
    const enough =
      weights > 0 &&
      pillars >= method.coverage.pillars * possiblePillars - 1e-9 &&
      present >= method.coverage.channels * possible - 1e-9
    if (!enough) return Number.NaN
    return geometric ? exp(total / weights) : total / weights
  }
}

/**
 * What percentile ranks over the years would add to each min-max score. Ranks spread any series over the whole scale, so they are first
 * brought to the mean and deviation of the channel's own min-max scores: what varies is the spacing between years, not the level. A
 * z-score brought back in the same way would be the min-max score itself, so it is no separate choice.
 */
function rankShifts(panel: Panel): Float64Array {
  const shifts = new Float64Array(panel.low.length)
  const nominal = nominalSetting(panel)
  const count = panel.years.length
  const [floor, ceiling] = panel.method.scale
  panel.channels.forEach((channel, row) => {
    const cells = panel.years.flatMap((_, year) => ((panel.age[row * count + year] ?? -1) === 0 ? [row * count + year] : []))
    const scores = cells.map((cell) => {
      const value = ((panel.low[cell] ?? 0) + (panel.high[cell] ?? 0)) / 2
      const [min, max] = [nominal.min[row] ?? 0, nominal.max[row] ?? 1]
      const part = channel.direction === 1 ? (value - min) / (max - min) : (max - value) / (max - min)
      return floor + Math.min(1, Math.max(0, part)) * (ceiling - floor)
    })
    const deviation = sampleDeviation(scores)
    if (cells.length < 3 || deviation === null || deviation === 0) return
    const ranks = scores.map(
      (score) => scores.filter((other) => other < score).length + scores.filter((other) => other === score).length / 2,
    )
    const rankDeviation = sampleDeviation(ranks)
    if (rankDeviation === null || rankDeviation === 0) return
    const [centre, rankCentre] = [mean(scores) ?? 0, mean(ranks) ?? 0]
    const byYear = new Map<number, number>()
    cells.forEach((cell, index) => {
      const ranked = centre + (((ranks[index] ?? 0) - rankCentre) / rankDeviation) * deviation
      byYear.set(cell - row * count, ranked - (scores[index] ?? 0))
    })
    for (let year = 0; year < count; year += 1) {
      const age = panel.age[row * count + year] ?? -1
      if (age >= 0) shifts[row * count + year] = byYear.get(year - age) ?? 0
    }
  })
  return shifts
}
