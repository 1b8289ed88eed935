import { mean, sampleDeviation, sum } from './numeric.ts'

/** Two columns of equal length; rows where either is missing are left out. */
function pairs(x: readonly (number | null)[], y: readonly (number | null)[]): readonly (readonly [number, number])[] {
  if (x.length !== y.length) throw new RangeError('two columns of different length')
  return x.flatMap((value, row) => {
    const other = y[row] ?? null
    return value === null || other === null ? [] : [[value, other] as const]
  })
}

/**
 * Pearson's correlation of two columns over the rows that have both.
 *
 * @returns in [−1, 1]; null below three such rows or where one column does not vary
 * @throws {RangeError} on columns of different length
 */
export function correlation(x: readonly (number | null)[], y: readonly (number | null)[]): number | null {
  const both = pairs(x, y)
  if (both.length < 3) return null
  const [centreX, centreY] = [mean(both.map(([a]) => a)) ?? 0, mean(both.map(([, b]) => b)) ?? 0]
  const xx = sum(both.map(([a]) => (a - centreX) * (a - centreX)))
  const yy = sum(both.map(([, b]) => (b - centreY) * (b - centreY)))
  if (xx === 0 || yy === 0) return null
  return Math.min(1, Math.max(-1, sum(both.map(([a, b]) => (a - centreX) * (b - centreY))) / Math.sqrt(xx * yy)))
}

/**
 * Cronbach's alpha: how far the indicators of one group move together. Low values warn against reading the group as one thing; they do not
 * forbid it where the indicators make up the concept and do not reflect it.
 *
 * @param columns k ≥ 2 columns of equal length; only rows without a gap count
 * @returns at most 1, may be negative; null for fewer than two columns, fewer than three whole rows, or a constant sum
 * @see Cronbach (1951), "Coefficient Alpha and the Internal Structure of Tests", Psychometrika 16(3), 297
 */
export function cronbachAlpha(columns: readonly (readonly (number | null)[])[]): number | null {
  const k = columns.length
  const rows = (columns[0] ?? []).flatMap((_, row) => {
    const values = columns.flatMap((column) => column[row] ?? [])
    return values.length === k ? [values] : []
  })
  if (k < 2 || rows.length < 3) return null
  const variance = (values: readonly number[]): number => (sampleDeviation(values) ?? 0) ** 2
  const total = variance(rows.map((values) => sum(values)))
  if (total === 0) return null
  const own = sum(columns.map((_, at) => variance(rows.map((values) => values[at] ?? 0))))
  return (k / (k - 1)) * (1 - own / total)
}

/** Shape of the values of one indicator. */
export interface Shape {
  readonly n: number
  /** Joanes and Gill's G1 and G2, as spreadsheets and COINr give them; null for too few values or no variation */
  readonly skewness: number | null
  readonly kurtosis: number | null
  /** |skewness| > 2 and kurtosis > 3.5: the values are to be looked at before they are put on a scale */
  readonly flagged: boolean
}

/**
 * Shape of an indicator's values, for the outlier flag of the JRC. It flags and changes nothing.
 *
 * @param values nulls are left out
 * @see Joanes and Gill (1998), "Comparing Measures of Sample Skewness and Kurtosis", The Statistician 47(1), 183; OECD and JRC (2008),
 *   Handbook on Constructing Composite Indicators, step 5
 */
export function shapeOf(values: readonly (number | null)[]): Shape {
  const known = values.filter((value) => value !== null)
  const n = known.length
  const centre = mean(known) ?? 0
  const moment = (power: number): number => sum(known.map((value) => (value - centre) ** power)) / n
  const second = n > 0 ? moment(2) : 0
  const skewness = n < 3 || second === 0 ? null : ((moment(3) / (second * Math.sqrt(second))) * Math.sqrt(n * (n - 1))) / (n - 2)
  const kurtosis =
    n < 4 || second === 0 ? null : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (moment(4) / (second * second) - 3) + 6)
  return { n, skewness, kurtosis, flagged: skewness !== null && kurtosis !== null && Math.abs(skewness) > 2 && kurtosis > 3.5 }
}

/** What one part of a group weighs. */
export interface EffectiveWeight {
  readonly part: string
  /** weight as set, divided by the sum */
  readonly nominal: number
  /** squared correlation with the index, divided by the sum over the parts; null where one is not defined */
  readonly effective: number | null
  /** correlation with the index */
  readonly correlation: number | null
}

/** Something about a group that a reader of the index should know. */
export interface GroupWarning {
  /** `dominates`: more than half of the effective weight of three parts or more; `collinear`: r > 0.9; `trade-off`: r < 0 */
  readonly kind: 'dominates' | 'collinear' | 'trade-off'
  readonly parts: readonly string[]
  /** the share of the effective weight (0-1), or r */
  readonly value: number
}

/**
 * What weights do as against what they say: the importance of a part is the share of the index's variance that it explains alone.
 *
 * @param parts score columns of one group with their weights (≥ 0)
 * @param index the group's own scores, as long as each column
 * @returns one per part; `effective` sums to 1, or is null throughout where one of the correlations is not defined
 * @see Paruolo, Saisana and Saltelli (2013), "Ratings and Rankings: Voodoo or Science?", J. R. Stat. Soc. A 176(3), 609
 */
export function effectiveWeights(
  parts: readonly { readonly id: string; readonly weight: number; readonly scores: readonly (number | null)[] }[],
  index: readonly (number | null)[],
): readonly EffectiveWeight[] {
  const whole = sum(parts.map((part) => part.weight))
  const found = parts.map((part) => correlation(part.scores, index))
  const squares = found.map((r) => (r === null ? null : r * r))
  const known = squares.every((square) => square !== null)
  const total = sum(squares.map((square) => square ?? 0))
  return parts.map((part, at) => ({
    part: part.id,
    nominal: whole > 0 ? part.weight / whole : 0,
    effective: known && total > 0 ? (squares[at] ?? 0) / total : null,
    correlation: found[at] ?? null,
  }))
}

/**
 * Warnings about one group of parts; a convention of the JRC, printed with its thresholds.
 *
 * @param parts,index as for {@link effectiveWeights}; a correlation that is not defined warns of nothing
 */
export function groupWarnings(
  parts: readonly { readonly id: string; readonly weight: number; readonly scores: readonly (number | null)[] }[],
  index: readonly (number | null)[],
): readonly GroupWarning[] {
  const dominating = effectiveWeights(parts, index).filter((weight) => parts.length > 2 && (weight.effective ?? 0) > 0.5)
  const between = parts.flatMap((one, at) =>
    parts.slice(at + 1).flatMap((other): readonly GroupWarning[] => {
      const r = correlation(one.scores, other.scores)
      if (r === null) return []
      if (r < 0) return [{ kind: 'trade-off', parts: [one.id, other.id], value: r }]
      return r > 0.9 ? [{ kind: 'collinear', parts: [one.id, other.id], value: r }] : []
    }),
  )
  return [
    ...dominating.map((weight): GroupWarning => ({ kind: 'dominates', parts: [weight.part], value: weight.effective ?? 0 })),
    ...between,
  ]
}
