import { bindIndex, type IndexTable, scoreIndex, type UnitScores } from './engine.ts'
import { type IndexMethod, readIndexMethod } from './method.ts'
import { type Band, leaveOneOut, weightBands } from './robustness.ts'

export type { IndexTable, UnitScores } from './engine.ts'
export { type IndexMethod, readIndexMethod } from './method.ts'
export type { Band } from './robustness.ts'

/** What `multivector index` prints. */
export interface IndexReport {
  readonly units: readonly UnitScores[]
  readonly robustness: {
    readonly leaveOneOut: Readonly<Record<string, number | null>>
    readonly bands: Readonly<Record<string, Band>>
  }
}

export interface IndexDetail extends IndexReport {
  /** bands of the rank by the top index: `low` is the better end */
  readonly rankBands: Readonly<Record<string, Band>>
  /** values outside frozen goalposts, cut to them */
  readonly clipped: readonly { readonly unit: string; readonly indicator: string }[]
}

/**
 * A composite indicator from a table and a method file, with its robustness runs.
 *
 * @param method a checked method, or the parsed JSON of a method file
 * @param options seed of the runs (default 1) and their number (default: the method's)
 * @throws {AnalyticsRefusal} by name, see `readIndexMethod`, `bindIndex` and `scoreIndex`
 */
export function computeIndex(
  table: IndexTable,
  method: IndexMethod | { readonly [key: string]: unknown },
  options: { readonly seed?: number; readonly runs?: number } = {},
): IndexDetail {
  const checked = readIndexMethod(method)
  const bound = bindIndex(table, checked)
  const units = scoreIndex(bound)
  const { weightNoise, leaveOneOut: parts } = checked.robustness
  const bands = weightBands(bound, { runs: options.runs ?? checked.robustness.runs, weightNoise, seed: options.seed ?? 1 })
  return {
    units,
    robustness: { leaveOneOut: leaveOneOut(bound, parts), bands: bands.scores },
    rankBands: bands.ranks,
    clipped: bound.clipped,
  }
}
