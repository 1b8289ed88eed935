/**
 * Ranks with 1 for the highest value; equal values share the smallest of their ranks ("1, 2, 2, 4").
 *
 * @param values null = no value
 * @returns a rank per value, null where the value is null
 */
export function ranksFromTop(values: readonly (number | null)[]): readonly (number | null)[] {
  const present = values.filter((value) => value !== null)
  const sorted = Float64Array.from(present).sort()
  return values.map((value) => (value === null ? null : sorted.length - countUpTo(sorted, value) + 1))
}

/** Borda scores: the number of values strictly below, so that equal values share the smallest; null where the value is null. */
export function bordaScores(values: readonly (number | null)[]): readonly (number | null)[] {
  const sorted = Float64Array.from(values.filter((value) => value !== null)).sort()
  return values.map((value) => (value === null ? null : countBelow(sorted, value)))
}

/** How many of the values, sorted upwards, lie strictly below a value. */
function countBelow(sorted: ArrayLike<number>, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Number.NaN) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of the values, sorted upwards, lie at or below a value. */
function countUpTo(sorted: ArrayLike<number>, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Number.NaN) <= value) low = middle + 1
    else high = middle
  }
  return low
}
