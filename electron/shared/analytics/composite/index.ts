import { cronbachAlpha, type GroupWarning, groupWarnings, shapeOf } from '../diagnostics.ts'
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

/** How the parts of one group go together. */
export interface GroupCoherence {
  readonly group: string
  /** Cronbach's alpha of the parts' scores; null where it is not defined */
  readonly alpha: number | null
  readonly warnings: readonly GroupWarning[]
}

/** The report with what a reader should look at before trusting it. */
export interface IndexDetail extends IndexReport {
  /** bands of the rank by the top index: `low` is the better end */
  readonly rankBands: Readonly<Record<string, Band>>
  /** values outside frozen goalposts, cut to them */
  readonly clipped: readonly { readonly unit: string; readonly indicator: string }[]
  /** one per group of the method */
  readonly coherence: readonly GroupCoherence[]
  /** indicators whose values are so skewed and peaked that few of them decide the scale */
  readonly outlying: readonly string[]
}

function coherenceOf(method: IndexMethod, units: readonly UnitScores[]): readonly GroupCoherence[] {
  const column = (id: string): readonly (number | null)[] => units.map(({ scores }) => scores[id] ?? null)
  return method.groups.map(({ id, parts, weights }) => {
    const columns = parts.map((part, at) => ({ id: part, weight: weights[at] ?? 0, scores: column(part) }))
    return {
      group: id,
      alpha: cronbachAlpha(columns.map(({ scores }) => scores)),
      warnings: groupWarnings(columns, column(id)),
    }
  })
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
    coherence: coherenceOf(checked, units),
    outlying: checked.indicators.map(({ id }) => id).filter((id) => shapeOf(table.columns.get(id) ?? []).flagged),
  }
}
