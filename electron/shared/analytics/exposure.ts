import { sum } from './numeric.ts'
import { AnalyticsRefusal } from './refusal.ts'

/** A figure known only as lying between two numbers; the same number twice when it is known. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** A range of one point. */
export const exactly = (value: number): Range => ({ low: value, high: value })

/** One way out, and whether what takes it crosses the country: `unknown` where the source does not say. */
export interface Route {
  readonly id: string
  /** ≥ 0, in the unit of the total; a range where sources disagree */
  readonly volume: Range
  readonly crosses: 'yes' | 'no' | 'unknown'
}

/**
 * How the part of the total that no listed route explains is counted: `unknown` widens the range, `avoids` and `crosses` say that the list
 * of the other kind is complete (for example when only the volumes that bypass the country are published).
 */
export type Remainder = 'unknown' | 'avoids' | 'crosses'

export interface TransitExposure extends Range {
  /** listed volume ÷ total, by the middle of each range: how much of the total the routes explain */
  readonly listedShare: number
  /** true where the listed routes carry more than the total: two sources that do not fit, to be shown */
  readonly exceedsTotal: boolean
}

const middle = (range: Range): number => (range.low + range.high) / 2
const cut = (share: number): number => Math.min(1, Math.max(0, share))

/**
 * Share of a flow (oil exports, for example) that crosses a country.
 *
 * With Y, N and U the volumes known to cross, known to avoid and unknown, and T the total (each at its least or most, whichever widens
 * the range): `avoids` gives Y ÷ T to (Y + U) ÷ T; `crosses` gives 1 − (N + U) ÷ T to 1 − N ÷ T; `unknown` gives Y ÷ T to 1 − N ÷ T.
 * Without a total the listed routes are the whole. Shares are cut to [0, 1].
 *
 * @param routes not overlapping: a subset of a listed route is left out by the caller
 * @param total > 0; null = the routes are all there is
 * @param remainder has no default: the choice changes the answer
 * @throws {AnalyticsRefusal} `not-defined` without routes or with a total of 0; `negative-amount` for a negative volume
 */
export function transitExposure(routes: readonly Route[], total: Range | null, remainder: Remainder): TransitExposure {
  for (const route of routes) {
    if (route.volume.low < 0 || route.volume.high < route.volume.low) {
      throw new AnalyticsRefusal('negative-amount', `the volume of route ${route.id} is no range of amounts`, { route: route.id })
    }
  }
  const added = (crosses: Route['crosses']): Range => {
    const own = routes.filter((route) => route.crosses === crosses).map((route) => route.volume)
    return { low: sum(own.map((volume) => volume.low)), high: sum(own.map((volume) => volume.high)) }
  }
  const [yes, no, unknown] = [added('yes'), added('no'), added('unknown')]
  const listed: Range = { low: yes.low + no.low + unknown.low, high: yes.high + no.high + unknown.high }
  const whole = total ?? listed
  if (routes.length === 0 || !(whole.low > 0)) throw new AnalyticsRefusal('not-defined', 'no routes, or a total of zero')
  const listedShare = total === null ? 1 : middle(listed) / middle(total)
  const range = shareRange(yes, no, unknown, total, remainder)
  return { low: cut(range.low), high: cut(range.high), listedShare, exceedsTotal: listedShare > 1 + 1e-9 }
}

function shareRange(yes: Range, no: Range, unknown: Range, total: Range | null, remainder: Remainder): Range {
  if (total === null) {
    const [least, most] = [yes.low + no.high + unknown.high, yes.high + unknown.high + no.low]
    return { low: least > 0 ? yes.low / least : 0, high: most > 0 ? (yes.high + unknown.high) / most : 0 }
  }
  const low = remainder === 'crosses' ? 1 - (no.high + unknown.high) / total.low : yes.low / total.high
  const high = remainder === 'avoids' ? (yes.high + unknown.high) / total.low : 1 - no.low / total.high
  return { low: Math.min(low, high), high: Math.max(low, high) }
}

/** The narrowest range that holds all given ranges: what is left when sources disagree. Null for none. */
export function envelope(ranges: readonly Range[]): Range | null {
  if (ranges.length === 0) return null
  return {
    low: ranges.reduce((least, range) => Math.min(least, range.low), Number.POSITIVE_INFINITY),
    high: ranges.reduce((most, range) => Math.max(most, range.high), Number.NEGATIVE_INFINITY),
  }
}

/** Two views of one relation. */
export interface Asymmetry {
  /** the partner's share in the reporter's flow, 0-1 */
  readonly ofReporter: number
  /** the reporter's share in the partner's flow, 0-1 */
  readonly ofPartner: number
  /** ofReporter ÷ ofPartner: how many times more the partner weighs for the reporter; null when the reporter weighs nothing */
  readonly ratio: number | null
}

/**
 * Asymmetry of a relation: a partner that takes 20 % of one's trade while oneself is 2 % of its trade holds ten times the weight.
 *
 * @returns null where one of the two totals is missing or not above zero
 * @see Hirschman (1945), National Power and the Structure of Foreign Trade; Keohane and Nye (1977), Power and Interdependence
 */
export function asymmetry(
  reporter: { readonly withPartner: number | null; readonly total: number | null },
  partner: { readonly withReporter: number | null; readonly total: number | null },
): Asymmetry | null {
  const share = (part: number | null, total: number | null): number | null =>
    part === null || total === null || !(total > 0) || part < 0 ? null : part / total
  const [ofReporter, ofPartner] = [share(reporter.withPartner, reporter.total), share(partner.withReporter, partner.total)]
  if (ofReporter === null || ofPartner === null) return null
  return { ofReporter, ofPartner, ratio: ofPartner > 0 ? ofReporter / ofPartner : null }
}

/**
 * Net favourability in points: favourable minus unfavourable, both per cent of the same poll question and wave.
 *
 * @returns in [−100, 100]; null when one of the two is missing: answers not given are not guessed
 * @throws {RangeError} on a percentage outside [0, 100] or a sum above 101 (rounding allowed): two different questions were mixed
 */
export function netFavourability(favourable: number | null, unfavourable: number | null): number | null {
  if (favourable === null || unfavourable === null) return null
  if (favourable < 0 || unfavourable < 0 || favourable + unfavourable > 101)
    throw new RangeError('not two answers to one question')
  return favourable - unfavourable
}
