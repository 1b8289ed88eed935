import { exp, ln, sum } from './numeric.ts'

/** What one partner received or sent. Totals (`WLD`) and groups (`EU27`) beside their members are left out by the caller. */
export interface PartnerAmount {
  readonly partner: string
  /** in any one unit; a partner without a figure is left out, not given as 0 */
  readonly value: number
}

export interface PartnerShare extends PartnerAmount {
  /** value ÷ total, in [0, 1]; null where shares are not defined */
  readonly share: number | null
}

/** Shares and concentration of one reporter, indicator and period, exactly as the command line prints them. */
export interface Concentration {
  /** allocated + unallocated, in the unit of the amounts */
  readonly total: number
  readonly allocated: number
  readonly unallocated: number
  /** in descending order of value; equal values in order of partner code */
  readonly partners: readonly PartnerShare[]
  /** Σ share²; shares are of the whole total, so this equals hhiLow when a part is unallocated */
  readonly hhi: number | null
  /** the unallocated part spread over very many partners: Σ share² + 0 */
  readonly hhiLow: number | null
  /** the unallocated part all with one further partner: Σ share² + (unallocated ÷ total)² */
  readonly hhiHigh: number | null
  /** (HHI − 1/n) ÷ (1 − 1/n) of the named partners among themselves, 0 = equal, 1 = one holds all; null for n < 2 */
  readonly hhiNormalised: number | null
  /** 1 ÷ hhi */
  readonly effectivePartners: number | null
  /** e^H with Shannon's entropy H of the named partners among themselves */
  readonly shannonEffectivePartners: number | null
  /** partners with an amount above zero */
  readonly n: number
}

/** Why shares and concentration are not defined for a list of amounts. */
export type ConcentrationGap = 'no-partners' | 'negative-amount' | 'zero-total'

/**
 * Whether shares are defined: null when they are, else the first reason why not. A negative amount (a negative stock of direct
 * investment, for example) leaves every share without meaning, not only its own.
 */
export function concentrationGap(amounts: readonly PartnerAmount[], unallocated: number): ConcentrationGap | null {
  if (amounts.length === 0) return 'no-partners'
  if (amounts.some((amount) => amount.value < 0)) return 'negative-amount'
  return sum(amounts.map((amount) => amount.value)) + unallocated > 0 ? null : 'zero-total'
}

function checkAmounts(amounts: readonly PartnerAmount[], unallocated: number): void {
  if (!(unallocated >= 0) || unallocated === Number.POSITIVE_INFINITY)
    throw new RangeError(`unallocated is not an amount: ${unallocated}`)
  const seen = new Set<string>()
  for (const { partner, value } of amounts) {
    if (!Number.isFinite(value)) throw new RangeError(`the amount of ${partner} is not a finite number`)
    if (seen.has(partner)) throw new RangeError(`partner ${partner} is listed twice`)
    seen.add(partner)
  }
}

const byValue = (a: PartnerAmount, b: PartnerAmount): number =>
  b.value - a.value || (a.partner < b.partner ? -1 : a.partner > b.partner ? 1 : 0)

const sumOfSquares = (shares: readonly number[]): number => sum(shares.map((share) => share * share))

/**
 * Partner shares and how far the total leans on few partners.
 *
 * Shares are of the whole total, the unallocated part included, and that part is no partner: its holders lie outside the named partners.
 * So hhiLow = hhi ≤ hhiHigh always. The normalised HHI and Shannon's number need shares that sum to one; they describe the named
 * partners among themselves (shares of the allocated part). No threshold of competition law is attached to any of them.
 *
 * @param amounts one per partner, any order, partner codes unique; partners without a figure, totals and groups are left out by the caller
 * @param unallocated ≥ 0, on top of the amounts and in their unit: what the source gives to no named partner
 * @returns every measure null where {@link concentrationGap} names a reason; hhi in [0, 1] and, without an unallocated part, in [1/n, 1]
 * @throws {RangeError} on an amount that is not finite, a partner listed twice or a negative unallocated part: a bug in the caller
 * @see Hirschman (1964), "The Paternity of an Index", American Economic Review 54(5), 761; Hill (1973), "Diversity and Evenness",
 *   Ecology 54(2), 427, for both effective numbers; Laakso and Taagepera (1979), Comparative Political Studies 12(1), 3, for 1 ÷ HHI
 */
export function concentration(amounts: readonly PartnerAmount[], unallocated = 0): Concentration {
  checkAmounts(amounts, unallocated)
  const sorted = [...amounts].sort(byValue)
  const values = sorted.map((amount) => amount.value)
  const allocated = sum(values)
  const total = sum([...values, unallocated])
  const n = values.filter((value) => value > 0).length
  const base = { total, allocated, unallocated, n }
  if (concentrationGap(amounts, unallocated) !== null) {
    return {
      ...base,
      partners: sorted.map(({ partner, value }) => ({ partner, value, share: null })),
      hhi: null,
      hhiLow: null,
      hhiHigh: null,
      hhiNormalised: null,
      effectivePartners: null,
      shannonEffectivePartners: null,
    }
  }
  const partners = sorted.map(({ partner, value }) => ({ partner, value, share: value / total }))
  const shares = partners.map((partner) => partner.share)
  const rest = unallocated / total
  const hhi = sumOfSquares(shares)
  const named = allocated > 0 ? values.map((value) => value / allocated) : []
  return {
    ...base,
    partners,
    hhi,
    hhiLow: hhi,
    hhiHigh: sum([...shares.map((share) => share * share), rest * rest]),
    hhiNormalised: normalisedHhi(sumOfSquares(named), n),
    effectivePartners: hhi > 0 ? 1 / hhi : null,
    shannonEffectivePartners: n > 0 ? shannonNumber(named) : null,
  }
}

/**
 * HHI rid of its floor 1/n: 0 when all n partners hold the same share, 1 when one holds everything. Comparable across different n.
 *
 * @param hhi in [1/n, 1], of shares that sum to one
 * @returns null for n < 2, where it is not defined; rounding errors outside [0, 1] are cut
 */
export function normalisedHhi(hhi: number, n: number): number | null {
  if (n < 2) return null
  return Math.min(1, Math.max(0, (hhi - 1 / n) / (1 - 1 / n)))
}

/** e^H, H = −Σ s ln s: the number of equal partners with the same entropy. Shares of zero add nothing. */
function shannonNumber(shares: readonly number[]): number {
  return exp(-sum(shares.map((share) => (share > 0 ? share * ln(share) : 0))))
}

/**
 * What a published total leaves to no named partner.
 *
 * @param publishedTotal the source's own total; null when it publishes none, and then nothing is known to be unallocated
 * @returns `unallocated` ≥ 0, and `excess` ≥ 0 where the parts sum to more than the total (a revision or rounding, to be shown).
 *   Differences within one part in 10^9 are rounding of the sum and count as none
 */
export function unallocatedPart(
  publishedTotal: number | null,
  amounts: readonly PartnerAmount[],
): { readonly unallocated: number; readonly excess: number } {
  if (publishedTotal === null) return { unallocated: 0, excess: 0 }
  const difference = sum([publishedTotal, ...amounts.map((amount) => -amount.value)])
  if (Math.abs(difference) <= Math.abs(publishedTotal) * 1e-9) return { unallocated: 0, excess: 0 }
  return difference > 0 ? { unallocated: difference, excess: 0 } : { unallocated: 0, excess: -difference }
}
