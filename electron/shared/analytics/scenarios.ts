import { concentration, type PartnerAmount } from './concentration.ts'
import { annualGrowth } from './growth.ts'
import { sum } from './numeric.ts'
import type { Range } from './range.ts'
import { AnalyticsRefusal } from './refusal.ts'

// Arithmetic on named inputs, not a model: every result is a formula a reader can redo by hand, from the least to the most.

/** One number that goes into a scenario. The same number twice where it is known. */
export interface ScenarioInput extends Range {
  readonly id: string
  readonly unit: string
  /** the source's code; null for the reader's own setting */
  readonly source: string | null
}

export interface ScenarioOutcome extends Range {
  readonly id: string
  readonly unit: string
  /** the input or claim it belongs to, where there are several of a kind */
  readonly of: string | null
}

const scenarioIds = ['pipeline-stop', 'corridor-growth', 'gdp-gains', 'import-shift'] as const
export type ScenarioId = (typeof scenarioIds)[number]

export interface ScenarioResult {
  readonly scenario: ScenarioId
  readonly outcomes: readonly ScenarioOutcome[]
  /** all inputs, in the order of the formula */
  readonly inputs: readonly ScenarioInput[]
}

const outcome = (id: string, unit: string, low: number, high: number, of: string | null = null): ScenarioOutcome => ({
  id,
  unit,
  low,
  high,
  of,
})

/** Refuses an input outside its bounds, by name. */
function check(input: ScenarioInput, least: number, most: number): void {
  if (!Number.isFinite(input.low) || !Number.isFinite(input.high) || input.low > input.high) {
    throw new AnalyticsRefusal('not-finite', `${input.id} is no range of finite numbers`, { input: input.id })
  }
  if (input.low < least || input.high > most) {
    throw new AnalyticsRefusal('not-defined', `${input.id} must lie between ${least} and ${most}`, { input: input.id })
  }
}

const MOST = Number.MAX_VALUE
const nothing: Range = { low: 0, high: 0 }

/**
 * A stop of the routes through one country for some months.
 *
 * Lost volume = months ÷ 12 × max(0, yearly exports × crossing share − spare capacity of other routes). With a price, lost value =
 * lost volume × barrels per tonne × price. No demand response, no storage, no price reaction: an upper view of the mechanical loss.
 *
 * @param inputs `months` 0-12; `crossingShare` 0-1; `exports` in million tonnes a year; `spare` in million tonnes a year, null = none;
 *   `price` in USD a barrel with `barrelsPerTonne`, both or null
 * @returns `lost_volume` (MT), `lost_share` of a year's exports (SHARE), with a price `lost_value` (USD_M)
 * @throws {AnalyticsRefusal} `not-finite`, `not-defined` for an input outside its bounds
 */
export function pipelineStop(inputs: {
  readonly months: ScenarioInput
  readonly crossingShare: ScenarioInput
  readonly exports: ScenarioInput
  readonly spare: ScenarioInput | null
  readonly price: { readonly perBarrel: ScenarioInput; readonly barrelsPerTonne: ScenarioInput } | null
}): ScenarioResult {
  const { months, crossingShare, exports, spare, price } = inputs
  check(months, 0, 12)
  check(crossingShare, 0, 1)
  check(exports, 0, MOST)
  if (spare) check(spare, 0, MOST)
  const free = spare ?? nothing
  const low = (months.low / 12) * Math.max(0, exports.low * crossingShare.low - free.high)
  const high = (months.high / 12) * Math.max(0, exports.high * crossingShare.high - free.low)
  const shares = [low, high].map((volume, at) => {
    const yearly = at === 0 ? exports.low : exports.high
    return yearly > 0 ? volume / yearly : 0
  })
  const outcomes = [
    outcome('lost_volume', 'MT', low, high),
    outcome('lost_share', 'SHARE', Math.min(...shares), Math.max(...shares)),
  ]
  if (price) {
    const { perBarrel, barrelsPerTonne } = price
    check(perBarrel, 0, MOST)
    check(barrelsPerTonne, 0, MOST)
    const value = (volume: number, end: keyof Range): number => volume * barrelsPerTonne[end] * perBarrel[end]
    outcomes.push(outcome('lost_value', 'USD_M', value(low, 'low'), value(high, 'high')))
  }
  return {
    scenario: 'pipeline-stop',
    outcomes,
    inputs: [
      months,
      exports,
      crossingShare,
      ...(spare ? [spare] : []),
      ...(price ? [price.barrelsPerTonne, price.perBarrel] : []),
    ],
  }
}

/**
 * Growth of a corridor from what it carries to a published capacity or goal.
 *
 * @param inputs `current` and `capacity` in one unit, current above 0; `years` until the capacity is reached, above 0; `comparedWith`, for
 *   size: another flow of the same unit that the added volume is set against (oil through Russia, all transit), or null
 * @returns `added` (unit of the corridor), `times` (X), `growth_per_year` (SHARE), and `added_of_compared` (SHARE)
 * @throws {AnalyticsRefusal} `not-finite`, `not-defined`; `bad-method` for different units
 */
export function corridorGrowth(inputs: {
  readonly current: ScenarioInput
  readonly capacity: ScenarioInput
  readonly years: ScenarioInput
  readonly comparedWith: ScenarioInput | null
}): ScenarioResult {
  const { current, capacity, years, comparedWith } = inputs
  check(current, Number.MIN_VALUE, MOST)
  check(capacity, Number.MIN_VALUE, MOST)
  check(years, Number.MIN_VALUE, 200)
  for (const other of [capacity, comparedWith]) {
    if (other && other.unit !== current.unit) {
      throw new AnalyticsRefusal('bad-method', `${other.id} is in ${other.unit}, ${current.id} in ${current.unit}`, {
        input: other.id,
      })
    }
  }
  const added: Range = { low: capacity.low - current.high, high: capacity.high - current.low }
  const rates = [current.low, current.high].flatMap((from) =>
    [capacity.low, capacity.high].flatMap((to) => [years.low, years.high].map((span) => annualGrowth(from, to, span) ?? 0)),
  )
  const outcomes = [
    outcome('added', current.unit, added.low, added.high),
    outcome('times', 'X', capacity.low / current.high, capacity.high / current.low),
    outcome('growth_per_year', 'SHARE', Math.min(...rates), Math.max(...rates)),
  ]
  if (comparedWith) {
    check(comparedWith, Number.MIN_VALUE, MOST)
    const ends = [comparedWith.low, comparedWith.high].flatMap((size) => [added.low / size, added.high / size])
    outcomes.push(outcome('added_of_compared', 'SHARE', Math.min(...ends), Math.max(...ends)))
  }
  return { scenario: 'corridor-growth', outcomes, inputs: [current, capacity, years, ...(comparedWith ? [comparedWith] : [])] }
}

/**
 * Published gains in GDP side by side: each claim by itself, never averaged, since they answer different questions.
 *
 * @param inputs `claims` in per cent of GDP (unit PCT), in the order to be shown; `gdp` in USD_M
 * @returns per claim `gain` (USD_M), and `claims_spread` (PCT): the least and the most that sources claim
 * @throws {AnalyticsRefusal} `too-few-values` without claims; `not-finite`, `not-defined`
 */
export function gdpGains(inputs: { readonly claims: readonly ScenarioInput[]; readonly gdp: ScenarioInput }): ScenarioResult {
  const { claims, gdp } = inputs
  if (claims.length === 0) throw new AnalyticsRefusal('too-few-values', 'no claims are given')
  check(gdp, 0, MOST)
  for (const claim of claims) check(claim, -100, 1000)
  const gains = claims.map((claim) => {
    const ends = [gdp.low, gdp.high].flatMap((size) => [(size * claim.low) / 100, (size * claim.high) / 100])
    return outcome('gain', 'USD_M', Math.min(...ends), Math.max(...ends), claim.id)
  })
  const spread = outcome(
    'claims_spread',
    'PCT',
    Math.min(...claims.map((claim) => claim.low)),
    Math.max(...claims.map((claim) => claim.high)),
  )
  return { scenario: 'gdp-gains', outcomes: [...gains, spread], inputs: [...claims, gdp] }
}

/** Who takes the shifted share: named partners with their parts (any weights), or everyone else in proportion to what they have. */
export type ShiftTarget = 'proportional' | readonly { readonly partner: string; readonly part: number }[]

/**
 * A shift of x points of share away from one partner, total unchanged, and what it does to concentration.
 *
 * @param amounts of one year, totals and groups left out; `unallocated` on top of them
 * @param shift `points` of share (unit POINTS, 0-100) taken from `awayFrom`
 * @returns `hhi_before`, `hhi_after`, `hhi_change` (INDEX_0_1, each from hhiLow to hhiHigh of the unallocated part) and `share_after` of
 *   the partner and of every named taker (SHARE)
 * @throws {AnalyticsRefusal} `not-defined` where shares are not defined, the partner has less than the points, or nobody can take them;
 *   `zero-weights` for takers without any part; `not-finite`
 */
export function importShift(
  amounts: readonly PartnerAmount[],
  unallocated: number,
  shift: { readonly awayFrom: string; readonly points: ScenarioInput; readonly to: ShiftTarget },
): ScenarioResult {
  const { awayFrom, points, to } = shift
  check(points, 0, 100)
  const before = concentration(amounts, unallocated)
  const own = before.partners.find((partner) => partner.partner === awayFrom)
  if (before.hhi === null || !own || own.share === null) {
    throw new AnalyticsRefusal('not-defined', `the share of ${awayFrom} is not defined`, { partner: awayFrom })
  }
  if (own.share * 100 < points.high - 1e-9) {
    throw new AnalyticsRefusal('not-defined', `${awayFrom} has less than ${points.high} points to lose`, { partner: awayFrom })
  }
  const takers = takersOf(before.partners, awayFrom, to)
  // concentration is convex in what moves: its least may lie between the ends
  const turn = turningPoint(amounts, awayFrom, takers, before.total)
  const middle = turn > points.low && turn < points.high ? [turn] : []
  const after = [points.low, ...middle, points.high].map((moved) =>
    concentration(shifted(amounts, awayFrom, (moved / 100) * before.total, takers), unallocated),
  )
  const span = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)]
  const [low, high] = [before.hhiLow ?? 0, before.hhiHigh ?? 0]
  const shareOf = (partner: string): ScenarioOutcome =>
    outcome(
      'share_after',
      'SHARE',
      ...span(after.map((state) => state.partners.find((row) => row.partner === partner)?.share ?? 0)),
      partner,
    )
  const named = to === 'proportional' ? [] : to.map((taker) => taker.partner)
  return {
    scenario: 'import-shift',
    outcomes: [
      outcome('hhi_before', 'INDEX_0_1', low, high),
      outcome('hhi_after', 'INDEX_0_1', ...span(after.flatMap((state) => [state.hhiLow ?? 0, state.hhiHigh ?? 0]))),
      // the unallocated part stays, so it cancels out of the change
      outcome('hhi_change', 'INDEX_0_1', ...span(after.map((state) => (state.hhiLow ?? 0) - low))),
      shareOf(awayFrom),
      ...named.map(shareOf),
    ],
    inputs: [points],
  }
}

function takersOf(partners: readonly PartnerAmount[], awayFrom: string, to: ShiftTarget): ReadonlyMap<string, number> {
  const parts =
    to === 'proportional'
      ? partners.map((row) => [row.partner, row.partner === awayFrom ? 0 : row.value] as const)
      : to.map((taker) => [taker.partner, taker.part] as const)
  const whole = sum(parts.map(([, part]) => part))
  if (parts.some(([partner, part]) => part < 0 || !Number.isFinite(part) || (partner === awayFrom && part > 0))) {
    throw new AnalyticsRefusal('bad-weight', 'a taker has no part above zero, or is the partner itself')
  }
  if (!(whole > 0)) throw new AnalyticsRefusal('zero-weights', 'nobody takes the shifted share')
  return new Map(parts.map(([partner, part]) => [partner, part / whole]))
}

/** Points of share at which the shift leaves the least concentration: where Σ (amount + moved × part)² has its minimum. */
function turningPoint(
  amounts: readonly PartnerAmount[],
  awayFrom: string,
  takers: ReadonlyMap<string, number>,
  total: number,
): number {
  const part = (partner: string): number => (partner === awayFrom ? -1 : (takers.get(partner) ?? 0))
  const slope = sum(amounts.map(({ partner, value }) => value * part(partner)))
  const curve = 1 + sum([...takers].map(([partner, weight]) => (partner === awayFrom ? 0 : weight * weight)))
  return (-slope / curve / total) * 100
}

function shifted(
  amounts: readonly PartnerAmount[],
  awayFrom: string,
  moved: number,
  takers: ReadonlyMap<string, number>,
): readonly PartnerAmount[] {
  const added = [...takers.keys()]
    .filter((partner) => !amounts.some((row) => row.partner === partner))
    .map((partner) => ({ partner, value: 0 }))
  return [...amounts, ...added].map(({ partner, value }) => ({
    partner,
    value: partner === awayFrom ? Math.max(0, value - moved) : value + moved * (takers.get(partner) ?? 0),
  }))
}
