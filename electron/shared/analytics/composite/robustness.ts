import { quantileOfSorted, sum } from '../numeric.ts'
import { seededUniform } from '../random.ts'
import { type BoundIndex, evaluateIndex, nominalWeights, scoreList, type WeightSet } from './engine.ts'
import { ranksFromTop } from './ranks.ts'

/** 5 %, 50 % and 95 % of what the runs gave; null where fewer than half of the runs gave a score. */
export interface Band {
  readonly low: number | null
  readonly median: number | null
  readonly high: number | null
}

/** Weights with one part's weight set to zero wherever the part stands. */
function without(bound: BoundIndex, part: string): WeightSet {
  return bound.method.groups.map((group) => group.weights.map((weight, index) => (group.parts[index] === part ? 0 : weight)))
}

/**
 * How much the ranking of the top index owes to each part: the part's weight is set to zero, the others keep their ratio, everything above
 * is recomputed and ranked anew, and the absolute rank changes are averaged over the units ranked both times. The part still counts for
 * the availability rule, and a group left without any weight has no score and drops out of the groups above it.
 *
 * @param parts ids of indicators or groups of the method
 * @returns mean absolute rank change by part, ≥ 0; null when no unit is ranked both times
 * @see Becker et al. (2022), "COINr", JOSS 7(78), 4567, function `remove_elements`
 */
export function leaveOneOut(bound: BoundIndex, parts: readonly string[]): Readonly<Record<string, number | null>> {
  const nominal = ranksFromTop(scoreList(evaluateIndex(bound, nominalWeights(bound.method))[bound.topAt]))
  return Object.fromEntries(
    parts.map((part) => {
      const ranks = ranksFromTop(scoreList(evaluateIndex(bound, without(bound, part))[bound.topAt]))
      const changes = ranks.flatMap((rank, row) => {
        const before = nominal[row] ?? null
        return rank === null || before === null ? [] : [Math.abs(before - rank)]
      })
      return [part, changes.length === 0 ? null : sum(changes) / changes.length]
    }),
  )
}

function bandOf(values: Float64Array, count: number, runs: number): Band {
  if (count * 2 < runs || count === 0) return { low: null, median: null, high: null }
  const sorted = values.subarray(0, count).sort()
  return { low: quantileOfSorted(sorted, 0.05), median: quantileOfSorted(sorted, 0.5), high: quantileOfSorted(sorted, 0.95) }
}

export interface WeightBands {
  /** scores of the top index */
  readonly scores: Readonly<Record<string, Band>>
  /** ranks by it: `low` is the better end */
  readonly ranks: Readonly<Record<string, Band>>
}

/**
 * Monte Carlo over the weights: in every run each weight of each group is multiplied by 1 + a uniform number within ± weightNoise, drawn
 * in the order of the method's groups and parts, and the index is computed anew.
 *
 * @param options runs ≥ 0; weightNoise in [0, 1]; seed a whole number: the same seed gives the same bits on every machine
 * @returns 5-95 % bands (quantiles of type 7) of top score and rank per unit; empty for 0 runs
 * @see Saisana, Saltelli and Tarantola (2005), "Uncertainty and Sensitivity Analysis", J. R. Stat. Soc. A 168(2), 307
 */
export function weightBands(
  bound: BoundIndex,
  options: { readonly runs: number; readonly weightNoise: number; readonly seed: number },
): WeightBands {
  if (options.runs === 0) return { scores: {}, ranks: {} }
  const uniform = seededUniform(options.seed)
  const nominal = nominalWeights(bound.method)
  const scores = bound.units.map(() => new Float64Array(options.runs))
  const ranks = bound.units.map(() => new Float64Array(options.runs))
  const counts = new Int32Array(bound.units.length)
  for (let run = 0; run < options.runs; run += 1) {
    const weights = nominal.map((own) =>
      Float64Array.from(own, (weight) => weight * (1 + options.weightNoise * (2 * uniform() - 1))),
    )
    const top = scoreList(evaluateIndex(bound, weights)[bound.topAt])
    const runRanks = ranksFromTop(top)
    top.forEach((score, row) => {
      const at = counts[row] ?? 0
      const rank = runRanks[row] ?? null
      const [unitScores, unitRanks] = [scores[row], ranks[row]]
      if (score === null || rank === null || !unitScores || !unitRanks) return
      unitScores[at] = score
      unitRanks[at] = rank
      counts[row] = at + 1
    })
  }
  const bands = (columns: readonly Float64Array[]): Readonly<Record<string, Band>> =>
    Object.fromEntries(
      bound.units.map((unit, row) => [unit, bandOf(columns[row] ?? new Float64Array(0), counts[row] ?? 0, options.runs)]),
    )
  return { scores: bands(scores), ranks: bands(ranks) }
}
