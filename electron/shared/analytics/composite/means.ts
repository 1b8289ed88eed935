import { exp, ln, positivePower } from '../numeric.ts'
import { AnalyticsRefusal } from '../refusal.ts'
import type { IndexGroup, MeanKind } from './method.ts'

/** Adds with Neumaier's compensation into two running numbers; the loop of every mean. */
class Sum {
  #total = 0
  #lost = 0

  add(term: number): void {
    const next = this.#total + term
    this.#lost += Math.abs(this.#total) >= Math.abs(term) ? this.#total - next + term : term - next + this.#total
    this.#total = next
  }

  get value(): number {
    return this.#total + this.#lost
  }
}

/**
 * Weighted mean of the parts that are present.
 *
 * With weights v that sum to one: arithmetic Σ v x; geometric exp Σ v ln x; harmonic 1 ÷ Σ (v ÷ x); power (Σ v x^p)^(1/p), which is the
 * geometric one for p = 0. A missing part (NaN) drops out with its weight and the others are rescaled; a part of weight zero is not looked
 * at. Weights are divided by their sum first and the products summed with compensation.
 *
 * @param values one per part, NaN = missing
 * @param weights one per part, ≥ 0
 * @returns NaN when no part with a weight above zero is present
 * @throws {AnalyticsRefusal} `non-positive-value` for a geometric or harmonic mean, or a power mean with p ≤ 0, of a value ≤ 0, and for
 *   any other power mean with p ≠ 1 of a value below 0
 * @see OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 7; Hardy, Littlewood and Pólya (1934), Inequalities, ch. 2
 */
function weightedMean(
  kind: MeanKind,
  p: number,
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  name: (part: number) => Readonly<Record<string, string>> = () => ({}),
): number {
  const form: MeanKind = kind === 'power' && p === 0 ? 'geometric' : kind === 'power' && p === 1 ? 'arithmetic' : kind
  const all = new Sum()
  for (let part = 0; part < values.length; part += 1) {
    if (!Number.isNaN(values[part])) all.add(weights[part] ?? 0)
  }
  if (!(all.value > 0)) return Number.NaN
  const total = new Sum()
  for (let part = 0; part < values.length; part += 1) {
    const value = values[part] ?? Number.NaN
    const weight = weights[part] ?? 0
    if (Number.isNaN(value) || weight === 0) continue
    if (form !== 'arithmetic' && (value < 0 || (value === 0 && !(form === 'power' && p > 0))))
      refuseValue(form, value, name(part))
    const share = weight / all.value
    if (form === 'arithmetic') total.add(share * value)
    else if (form === 'geometric') total.add(share * ln(value))
    else if (form === 'harmonic') total.add(share / value)
    else total.add(value === 0 ? 0 : share * positivePower(value, p))
  }
  if (form === 'geometric') return exp(total.value)
  if (form === 'harmonic') return 1 / total.value
  if (form === 'power') return total.value === 0 ? 0 : positivePower(total.value, 1 / p)
  return total.value
}

function refuseValue(form: MeanKind, value: number, names: Readonly<Record<string, string>>): never {
  const of = [names.part, names.unit].filter((word) => word !== undefined).join(' of ')
  const at = names.group === undefined ? '' : ` of group ${names.group}`
  throw new AnalyticsRefusal('non-positive-value', `the ${form} mean${at} is not defined: ${of || 'a value'} is ${value}`, names)
}

/**
 * Score of one group for one unit: its mean, unless fewer than `availability` of its parts have a score; then NaN.
 *
 * @param values one per part of the group, NaN = missing
 */
export function groupScore(
  group: IndexGroup,
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  availability: number,
  unit: string,
): number {
  let present = 0
  for (let part = 0; part < values.length; part += 1) {
    if (!Number.isNaN(values[part])) present += 1
  }
  if (present === 0 || present / values.length < availability) return Number.NaN
  return weightedMean(group.mean, group.p, values, weights, (part) => ({ group: group.id, part: group.parts[part] ?? '', unit }))
}
