// Which years an index is compared between: the page and briefings must not say two things of one pair.

/** Earlier years have too few channels for any index; the band depends on the years looked at, so all who show it begin here. */
export const FIRST_INDEX_YEAR = 2000

/** True where nothing from the base year on can be compared, so that older years were taken in its place. */
export const endsBefore = (from: number | null, baseYear: number): boolean => from !== null && from < baseYear

/** The two years to compare: the base year, or the first later one with an index (else the first at all), and the last with an index. */
export function comparedYears(withIndex: readonly number[], baseYear: number): readonly [number, number] | null {
  const last = withIndex.at(-1)
  const first = withIndex.find((year) => year >= baseYear && year !== last) ?? withIndex[0]
  return first === undefined || last === undefined || first >= last ? null : [first, last]
}
