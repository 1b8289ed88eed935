import { positivePower } from './numeric.ts'

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
