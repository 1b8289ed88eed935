export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * Counts values in bins of equal width that touch zero, so that no bin holds both signs. The last bin includes its upper end.
 *
 * @param values finite numbers; an empty list gives no bins
 * @param width of a bin, above zero
 */
export function histogramBins(values: readonly number[], width: number): readonly Bin[] {
  if (!(width > 0)) throw new RangeError('a bin needs a width above zero')
  if (values.length === 0) return []
  const indexOf = (value: number): number => Math.floor(value / width + 1e-9)
  const indexes = values.map(indexOf)
  const [first, last] = indexes.reduce(
    ([low, high], index) => [Math.min(low, index), Math.max(high, index)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  const counts = new Array<number>(last - first + 1).fill(0)
  for (const index of indexes) counts[index - first] = (counts[index - first] ?? 0) + 1
  return counts.map((count, index) => ({ from: (first + index) * width, to: (first + index + 1) * width, count }))
}
