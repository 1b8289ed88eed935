import { type Concentration, concentration, type PartnerAmount } from './concentration.ts'
import { sum } from './numeric.ts'
import { AnalyticsRefusal } from './refusal.ts'

/** The partner code under which the part of a total that no partner is named for stands in a waterfall (SDMX: not allocated). */
export const UNALLOCATED_PARTNER = '_X'

/** Amounts of one period, as given to {@link concentration}. */
export interface PartnerPeriod {
  readonly amounts: readonly PartnerAmount[]
  readonly unallocated: number
}

export type SubstitutionVerdict = 'diversified' | 'replaced' | 'both' | 'neither'

/** The thresholds of the verdict, printed beside it. A convention, not an estimate. */
export interface SubstitutionRule {
  /** a smaller loss, in share (0-1), is no loss to speak of: 'neither' */
  readonly lossAtLeast: number
  /** 'replaced' when the largest single gainer's gain is at least this part of the loss */
  readonly replacedFrom: number
  /** 'diversified' when the HHI (0-1) falls by at least this much */
  readonly hhiFallAtLeast: number
}

/** One share point lost; half of the loss with one gainer; a fall of the HHI by 0.005 (50 of 10,000 points). */
export const substitutionRule: SubstitutionRule = { lossAtLeast: 0.01, replacedFrom: 0.5, hhiFallAtLeast: 0.005 }

/** Exactly what `multivector substitution` prints. */
export interface Substitution {
  /** change of the partner's share, 0-1; below zero when it lost */
  readonly lost: number
  /** changes of everyone else's share, the largest gain first, the unallocated part as `_X`; with `lost` they sum to zero */
  readonly gains: readonly { readonly partner: string; readonly change: number }[]
  /** null when nobody named gained */
  readonly largestGainer: string | null
  /** the largest single gain ÷ the loss; above 1 when that partner also took from others; null when nothing was lost or gained */
  readonly substitutionRatio: number | null
  readonly hhiFrom: number
  readonly hhiTo: number
  readonly verdict: SubstitutionVerdict
}

function shareMap(result: Concentration, period: 'from' | 'to'): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  for (const { partner, share } of result.partners) {
    if (share === null) {
      throw new AnalyticsRefusal('not-defined', `shares are not defined at the ${period === 'from' ? 'first' : 'second'} date`, {
        period,
      })
    }
    shares.set(partner, share)
  }
  shares.set(UNALLOCATED_PARTNER, result.total > 0 ? result.unallocated / result.total : 0)
  return shares
}

/**
 * Who took the share that one partner lost between two periods: a waterfall in share points that adds up.
 *
 * A partner without an amount at one of the dates counts as 0 there: its flow was not reported, or lies in the unallocated part.
 *
 * @param from,to amounts with the unallocated part, of the same indicator and reporter; totals and groups left out by the caller
 * @param awayFrom the partner whose share fell
 * @param rule thresholds of the verdict; {@link substitutionRule} unless the reader set others
 * @returns `lost` + Σ `gains` = 0 within rounding of the last bit
 * @throws {AnalyticsRefusal} `not-defined` where shares have no meaning: no partners, a negative amount or a total of zero
 */
export function substitution(
  from: PartnerPeriod,
  to: PartnerPeriod,
  awayFrom: string,
  rule: SubstitutionRule = substitutionRule,
): Substitution {
  const [before, after] = [concentration(from.amounts, from.unallocated), concentration(to.amounts, to.unallocated)]
  const [sharesFrom, sharesTo] = [shareMap(before, 'from'), shareMap(after, 'to')]
  if (before.hhi === null || after.hhi === null)
    throw new AnalyticsRefusal('not-defined', 'shares are not defined at one of the dates')
  const change = (partner: string): number => (sharesTo.get(partner) ?? 0) - (sharesFrom.get(partner) ?? 0)
  const others = new Set([...sharesFrom.keys(), ...sharesTo.keys()])
  others.delete(awayFrom)
  const gains = [...others]
    .map((partner) => ({ partner, change: change(partner) }))
    .sort((a, b) => b.change - a.change || (a.partner < b.partner ? -1 : 1))
  // Both years' shares sum to 1, so the loss is what the others gained; taken from their sum, the waterfall closes to the last bit.
  const lost = -sum(gains.map((gain) => gain.change))
  const largest = gains.find((gain) => gain.partner !== UNALLOCATED_PARTNER && gain.change > 0) ?? null
  const ratio = lost < 0 && largest !== null ? largest.change / -lost : null
  return {
    lost,
    gains,
    largestGainer: largest?.partner ?? null,
    substitutionRatio: ratio,
    hhiFrom: before.hhi,
    hhiTo: after.hhi,
    verdict: substitutionVerdict({ lost, ratio, hhiFrom: before.hhi, hhiTo: after.hhi }, rule),
  }
}

/**
 * The verdict by the printed rule: `neither` without a loss of `lossAtLeast`; else `replaced` when one gainer took at least
 * `replacedFrom` of it, `diversified` when the HHI fell by at least `hhiFallAtLeast`, `both` when both hold, `neither` when none does.
 *
 * @param found `lost` below zero = a loss, in share (0-1); HHI on the scale 0-1
 */
export function substitutionVerdict(
  found: { readonly lost: number; readonly ratio: number | null; readonly hhiFrom: number; readonly hhiTo: number },
  rule: SubstitutionRule,
): SubstitutionVerdict {
  if (-found.lost < rule.lossAtLeast) return 'neither'
  const replaced = found.ratio !== null && found.ratio >= rule.replacedFrom
  const diversified = found.hhiFrom - found.hhiTo >= rule.hhiFallAtLeast
  if (replaced && diversified) return 'both'
  if (replaced) return 'replaced'
  return diversified ? 'diversified' : 'neither'
}
