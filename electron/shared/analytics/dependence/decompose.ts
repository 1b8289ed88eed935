import { ln, logarithmicMean } from '../numeric.ts'
import type { Scorer, Setting } from './score.ts'

/** What each channel and pillar contributes; sums equal the whole within rounding. */
export interface Contributions {
  /** per channel, in the order of the panel; 0 for a channel without a figure */
  readonly channels: Float64Array
  readonly pillars: Float64Array
}

interface Side {
  readonly scores: readonly number[]
  readonly weights: readonly number[]
}

/** Pillar scores and weights that sum to one over the pillars with a score; weight 0 without. */
function pillarSide(scorer: Scorer, setting: Setting, year: number): Side {
  const scores = scorer.panel.pillarIds.map((_, pillar) => scorer.pillar(setting, pillar, year).score)
  const raw = scores.map((score, pillar) => (Number.isNaN(score) ? 0 : (setting.pillarWeights[pillar] ?? 0)))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return { scores, weights: raw.map((weight) => (total > 0 ? weight / total : 0)) }
}

/** Channel scores and weights inside one pillar that sum to one over the channels with a figure. */
function channelSide(scorer: Scorer, setting: Setting, pillar: number, year: number): Side {
  const first = scorer.panel.pillarStart[pillar] ?? 0
  const length = (scorer.panel.pillarStart[pillar + 1] ?? first) - first
  const scores = Array.from({ length }, (_, index) => scorer.cell(setting, first + index, year))
  const raw = scores.map((score, index) => (Number.isNaN(score) ? 0 : (setting.channelWeights[first + index] ?? 0)))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return { scores, weights: raw.map((weight) => (total > 0 ? weight / total : 0)) }
}

/**
 * How the index of one year is made up.
 *
 * Arithmetic: weight × score. Geometric: index × (w ln S ÷ ln index), the share of each pillar in the logarithm; inside a pillar by
 * weight × score. Both sum to the index.
 *
 * @returns all zero where the year has no index
 */
export function levelContributions(scorer: Scorer, setting: Setting, year: number): Contributions {
  const { panel } = scorer
  const result = { channels: new Float64Array(panel.channels.length), pillars: new Float64Array(panel.pillarIds.length) }
  const index = scorer.index(setting, year)
  if (Number.isNaN(index)) return result
  const { scores, weights } = pillarSide(scorer, setting, year)
  const whole = ln(index)
  scores.forEach((score, pillar) => {
    const weight = weights[pillar] ?? 0
    if (weight === 0) return
    // At the scale's floor of 1 every logarithm is 0, and the weights alone divide the index.
    const part = setting.geometric ? index * (whole > 1e-12 ? (weight * ln(score)) / whole : weight) : weight * score
    result.pillars[pillar] = part
    const inner = channelSide(scorer, setting, pillar, year)
    inner.scores.forEach((own, at) => {
      const channelWeight = inner.weights[at] ?? 0
      if (channelWeight > 0) result.channels[(panel.pillarStart[pillar] ?? 0) + at] = (part * channelWeight * own) / score
    })
  })
  return result
}

/**
 * What moved the index between two years, channel by channel, without a remainder.
 *
 * Geometric: the logarithmic mean Divisia decomposition, L(I₂, I₁) · w · ln(S₂ ÷ S₁) for each pillar with L the logarithmic mean; inside a
 * pillar, whose score is an arithmetic mean, the pillar's part is handed to its channels as w · v · (s₂ − s₁) · L(I₂, I₁) ÷ L(S₂, S₁).
 * Arithmetic: w · v · (s₂ − s₁). All sum to I₂ − I₁.
 *
 * @param setting its `include` must hold only channels that have a figure in both years, so that the weights are the same in both
 * @returns null where one of the years has no index
 * @see Ang (2004), "Decomposition analysis for policymaking in energy", Energy Policy 32(9), 1131 (LMDI-I, additive)
 */
export function changeContributions(scorer: Scorer, setting: Setting, from: number, to: number): Contributions | null {
  const { panel } = scorer
  const [first, second] = [scorer.index(setting, from), scorer.index(setting, to)]
  if (Number.isNaN(first) || Number.isNaN(second)) return null
  const result = { channels: new Float64Array(panel.channels.length), pillars: new Float64Array(panel.pillarIds.length) }
  const [before, after] = [pillarSide(scorer, setting, from), pillarSide(scorer, setting, to)]
  const overall = logarithmicMean(second, first)
  panel.pillarIds.forEach((_, pillar) => {
    const weight = before.weights[pillar] ?? 0
    const [one, two] = [before.scores[pillar] ?? Number.NaN, after.scores[pillar] ?? Number.NaN]
    if (weight === 0 || Number.isNaN(one) || Number.isNaN(two)) return
    const slope = setting.geometric ? overall / logarithmicMean(two, one) : 1
    const [inner, innerAfter] = [channelSide(scorer, setting, pillar, from), channelSide(scorer, setting, pillar, to)]
    let sum = 0
    inner.weights.forEach((channelWeight, at) => {
      if (channelWeight === 0) return
      const part = weight * channelWeight * ((innerAfter.scores[at] ?? 0) - (inner.scores[at] ?? 0)) * slope
      result.channels[(panel.pillarStart[pillar] ?? 0) + at] = part
      sum += part
    })
    result.pillars[pillar] = sum
  })
  return result
}
