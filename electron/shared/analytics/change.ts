import { positivePower, sum } from './numeric.ts'

/** A yearly series: no year twice; a year without a figure is left out. */
export type YearValues = ReadonlyMap<number, number>

/**
 * Growth from one value to another, as a fraction (0.1 = 10 %).
 *
 * @returns null when a value is missing or the first is not above zero: growth from nothing or from a debt has no meaning
 */
export function growth(from: number | null, to: number | null): number | null {
  return from === null || to === null || !(from > 0) ? null : to / from - 1
}

/**
 * Compound growth per year between two values that many years apart, as a fraction.
 *
 * @param years > 0
 * @returns null when a value is missing, one of them is not above zero or years is not above zero
 */
export function annualGrowth(from: number | null, to: number | null, years: number): number | null {
  if (from === null || to === null || !(from > 0) || !(to > 0) || !(years > 0)) return null
  return positivePower(to / from, 1 / years) - 1
}

/**
 * Then and now: the change of a share in percentage points.
 *
 * @param from,to shares as fractions (0-1)
 * @returns points (0.369 to 0.279 = −9.0); null when one is missing
 */
export const changeInPoints = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : (to - from) * 100

/** How a year without a figure inside a window counts: as nothing delivered, or as unknown, which leaves the window out. */
export type WindowGap = 'zero' | 'unknown'

/**
 * Rolling sums, as for deliveries of arms: SIPRI compares five-year periods because single years jump.
 *
 * @param values one figure per year
 * @param options `length` in years, ≥ 1; `gap` for years inside the range `first`-`last` without a figure; `first` and `last` bound the
 *   years that the source covers, so that a window never reaches outside them
 * @returns sum by the last year of each complete window, in the order of the years
 * @see Wezeman et al. (2024), "Trends in International Arms Transfers, 2023", SIPRI, on five-year moving periods
 */
export function rollingSum(
  values: YearValues,
  options: { readonly length: number; readonly gap: WindowGap; readonly first: number; readonly last: number },
): YearValues {
  const { length, gap, first, last } = options
  if (!Number.isInteger(length) || length < 1) throw new RangeError(`not a window length: ${length}`)
  const sums = new Map<number, number>()
  for (let end = first + length - 1; end <= last; end += 1) {
    const inside = Array.from({ length }, (_, back) => values.get(end - length + 1 + back))
    if (gap === 'unknown' && inside.includes(undefined)) continue
    sums.set(end, sum(inside.map((value) => value ?? 0)))
  }
  return sums
}

/**
 * Share of a part in a whole by year, as fractions: the shares of a partner in five-year arms deliveries, for example.
 *
 * @returns only years in which both have a figure and the whole is above zero; nothing for a negative part
 */
export function shareByYear(part: YearValues, whole: YearValues): YearValues {
  const shares = new Map<number, number>()
  for (const [year, total] of whole) {
    const value = part.get(year)
    if (value !== undefined && value >= 0 && total > 0) shares.set(year, value / total)
  }
  return shares
}
