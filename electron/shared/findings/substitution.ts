// From the answer of substitution.get to what the screen says and draws. Pure.
import { UNALLOCATED_PARTNER } from '../analytics/substitution.ts'
import type { ShareChange, SubstitutionAnswer } from '../contract/schema/substitution.ts'

export const flows = ['imports', 'exports', 'both', 'fdi'] as const
export type Flow = (typeof flows)[number]

/** Whether a text names one of the flows. */
export const isFlow = (text: string): text is Flow => (flows as readonly string[]).includes(text)

/** Indicators whose amounts are added up. */
export const indicatorsOf: Readonly<Record<Flow, readonly string[]>> = {
  imports: ['trade.imports_usd_m'],
  exports: ['trade.exports_usd_m'],
  both: ['trade.exports_usd_m', 'trade.imports_usd_m'],
  fdi: ['fdi.stock_inward_eur_m'],
}

/** Partners that get a step of their own; the rest is one step. */
const SHOWN_STEPS = 8
export const OTHERS = 'others'

export interface Step {
  /** code of a partner, {@link OTHERS} or {@link UNALLOCATED_PARTNER} */
  readonly partner: string
  /** points (per cent) by which the share of the partner one looks away from moves: below zero = it went to this one */
  readonly points: number
  /** shares at both dates, per cent; null for the rest */
  readonly from: number | null
  readonly to: number | null
  readonly change: ShareChange | null
}

const percent = (share: number | null): number | null => (share === null ? null : share * 100)

/** Steps from the partner's first share to its second: the largest movements by name, the rest summed, what nobody is named for last. */
export function waterfallOf(answer: SubstitutionAnswer, most = SHOWN_STEPS): readonly Step[] {
  const named = answer.gains.filter((gain) => gain.partner !== UNALLOCATED_PARTNER)
  const bySize = [...named].sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
  const shown = new Set(bySize.slice(0, most).map((gain) => gain.partner))
  const step = (gain: ShareChange): Step => ({
    partner: gain.partner,
    points: -gain.change * 100,
    from: percent(gain.from),
    to: percent(gain.to),
    change: gain,
  })
  const rest = named.filter((gain) => !shown.has(gain.partner))
  const others = rest.reduce((sum, gain) => sum + gain.change, 0)
  const unallocated = answer.gains.find((gain) => gain.partner === UNALLOCATED_PARTNER)
  // takers first where the partner lost, givers first where it gained: the level then stays between the two shares and beyond one of them only
  const ordered = named.filter((gain) => shown.has(gain.partner)).map(step)
  return [
    ...(answer.lost <= 0 ? ordered : ordered.reverse()),
    ...(rest.length > 0 ? [{ partner: OTHERS, points: -others * 100, from: null, to: null, change: null }] : []),
    ...(unallocated && Math.abs(unallocated.change) > 1e-9 ? [step(unallocated)] : []),
  ]
}

export interface Turnover {
  readonly partner: string
  readonly rankFrom: number | null
  readonly rankTo: number | null
  readonly shareFrom: number | null
  readonly shareTo: number | null
  readonly state: 'entered' | 'left' | 'stayed'
}

/** Who belongs to the ten largest at either date; in the order of the second, those that left last. */
export function turnoverOf({ topFrom, topTo, gains, away }: SubstitutionAnswer): readonly Turnover[] {
  const rank = (list: SubstitutionAnswer['topTo'], partner: string): number | null => {
    const at = list.findIndex((one) => one.partner === partner)
    return at < 0 ? null : at + 1
  }
  const shares = new Map([away, ...gains].map((change) => [change.partner, change]))
  const partners = [...new Set([...topTo, ...topFrom].map((one) => one.partner))]
  return partners.map((partner) => {
    const [rankFrom, rankTo] = [rank(topFrom, partner), rank(topTo, partner)]
    const change = shares.get(partner)
    return {
      partner,
      rankFrom,
      rankTo,
      shareFrom: percent(change?.from ?? null),
      shareTo: percent(change?.to ?? null),
      state: rankFrom === null ? 'entered' : rankTo === null ? 'left' : 'stayed',
    }
  })
}

export interface Clause {
  readonly id: 'loss' | 'gainer' | 'spread'
  readonly holds: boolean
  /** what was found and what the rule asks for: points, a ratio, points of the index */
  readonly found: number | null
  readonly asked: number
}

/** The verdict's rule clause by clause, with the numbers of this case. */
export function clausesOf(answer: SubstitutionAnswer): readonly Clause[] {
  const { lost, substitutionRatio, hhiFrom, hhiTo, rule } = answer
  const fall = hhiFrom - hhiTo
  return [
    { id: 'loss', holds: -lost >= rule.lossAtLeast, found: -lost * 100, asked: rule.lossAtLeast * 100 },
    {
      id: 'gainer',
      holds: substitutionRatio !== null && substitutionRatio >= rule.replacedFrom,
      found: substitutionRatio,
      asked: rule.replacedFrom,
    },
    { id: 'spread', holds: fall >= rule.hhiFallAtLeast, found: fall, asked: rule.hhiFallAtLeast },
  ]
}

/**
 * Which sentence the screen opens with. `noLoss`: there is nothing to replace; `littleLoss`: less than the rule asks for; `outgained`: replaced,
 * and one partner gained more than was lost.
 */
export function headlineOf(
  answer: SubstitutionAnswer,
): 'noLoss' | 'littleLoss' | 'neither' | 'outgained' | 'replaced' | 'diversified' | 'both' {
  if (-answer.lost < answer.rule.lossAtLeast) return answer.lost < 0 ? 'littleLoss' : 'noLoss'
  return answer.verdict === 'replaced' && (answer.substitutionRatio ?? 0) > 1 ? 'outgained' : answer.verdict
}

/** Places where the line of concentration changes its source or stays empty, between its first and last year. */
export function hhiNotes(answer: SubstitutionAnswer): {
  readonly joins: readonly string[]
  /** the joins in words */
  readonly reasons: readonly SubstitutionAnswer['breaks'][number]['reason'][]
  readonly gaps: readonly string[]
  readonly joinBetween: boolean
} {
  const [first, last] = [answer.years[0] ?? 0, answer.years.at(-1) ?? 0]
  const used = new Set(answer.hhi.flatMap((one) => one.source.split('+')))
  const drawn = (code: string): boolean => code === '' || used.has(code)
  const inside = answer.breaks.filter((item) => {
    const year = Number(item.period.slice(0, 4))
    return year > first && year <= last && (item.kind !== 'join' || (drawn(item.fromSource) && drawn(item.toSource)))
  })
  const joins = [...new Set(inside.filter((item) => item.kind === 'join').map((item) => item.period))]
  return {
    joins,
    reasons: inside.filter((item) => item.kind === 'join').map((item) => item.reason),
    gaps: [...new Set(inside.filter((item) => item.gap).map((item) => item.period))],
    joinBetween: joins.some((period) => Number(period.slice(0, 4)) > answer.from && Number(period.slice(0, 4)) <= answer.to),
  }
}
