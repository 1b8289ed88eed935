// From the answer of scenarios.get and the reader's sliders to results. Pure: arithmetic is that of shared/analytics/scenarios.ts.
import { AnalyticsRefusal } from '../analytics/refusal.ts'
import {
  corridorGrowth,
  gdpGains,
  importShift,
  pipelineStop,
  type ScenarioInput,
  type ScenarioOutcome,
  type ScenarioResult,
} from '../analytics/scenarios.ts'
import type { ScenarioFigure, ScenarioParameter, ScenariosAnswer } from '../contract/schema/scenarios.ts'

/** The reader's own settings. */
export interface Settings {
  /** months that the routes through the partner stand still */
  readonly months: number
  /** million tonnes a year that other routes could take on */
  readonly spare: number
  /** USD a barrel */
  readonly price: number
  /** id of the published goal of the corridor */
  readonly goal: string
  /** points of import share that move */
  readonly points: number
  /** code of the partner that takes them; '' = everyone else in proportion */
  readonly taker: string
}

/** Barrels in a tonne of crude, light to heavy; Kazakh export blends lie inside. The reader's bracket, not a source's figure. */
const BARRELS_PER_TONNE = { low: 7.3, high: 7.9 } as const

const input = (id: string, unit: string, low: number, high: number, source: string | null): ScenarioInput => ({
  id,
  unit,
  low,
  high,
  source,
})
const own = (id: string, unit: string, value: number): ScenarioInput => input(id, unit, value, value, null)

/** The figure of the store behind an input; null when the store has none. */
export const figureOf = (answer: ScenariosAnswer, id: string): ScenarioFigure | null =>
  answer.figures.find((figure) => figure.id === id) ?? null
const fromFigure = (figure: ScenarioFigure): ScenarioInput =>
  input(figure.id, figure.unit, figure.low, figure.high, figure.source)
const parameter = (answer: ScenariosAnswer, id: string): ScenarioParameter | null =>
  answer.parameters.find((one) => one.id === id) ?? null

/** Room on the published alternative: what the pipeline to Ceyhan could take beyond its contract; 0 where nothing is published. */
export function publishedSpare(answer: ScenariosAnswer): number {
  const [contract, limit] = [parameter(answer, 'btc_contract')?.value ?? null, parameter(answer, 'btc_max')?.value ?? null]
  return contract === null || limit === null ? 0 : Math.max(0, Math.round((limit - contract) * 10) / 10)
}

/** What could not be computed, as the measure says it; null = inputs are missing. */
export type Outcome =
  | { readonly state: 'result'; readonly result: ScenarioResult }
  | { readonly state: 'missing' }
  | { readonly state: 'refused'; readonly reason: string }

const missing: Outcome = { state: 'missing' }

function attempt(compute: () => ScenarioResult): Outcome {
  try {
    return { state: 'result', result: compute() }
  } catch (error) {
    if (error instanceof AnalyticsRefusal) return { state: 'refused', reason: error.message }
    throw error
  }
}

/** A stop of the routes through the partner. */
export function stopOf(answer: ScenariosAnswer, settings: Settings): Outcome {
  const [exports, crossing] = [figureOf(answer, 'oil_exports'), figureOf(answer, 'oil_crossing')]
  if (!exports || !crossing) return missing
  return attempt(() =>
    pipelineStop({
      months: own('months', 'MONTHS', settings.months),
      crossingShare: fromFigure(crossing),
      exports: fromFigure(exports),
      spare: own('spare', 'MT', settings.spare),
      price: {
        perBarrel: own('price', 'USD', settings.price),
        barrelsPerTonne: input('barrels_per_tonne', 'X', BARRELS_PER_TONNE.low, BARRELS_PER_TONNE.high, null),
      },
    }),
  )
}

export interface Goal {
  readonly parameter: ScenarioParameter
  readonly year: number
  readonly value: number
}

/** Published goals and capacities of the corridor, in million tonnes and with the year they are for, soonest first. */
export function goalsOf(answer: ScenariosAnswer): readonly Goal[] {
  return answer.parameters
    .flatMap((one): Goal[] => {
      const year = /_(20\d\d)$/.exec(one.outcome)?.[1]
      const isVolume = one.unit === 'MT' && /cargo|capacity/.test(one.outcome) && !/gain/.test(one.outcome)
      return isVolume && year !== undefined && one.value !== null
        ? [{ parameter: one, year: Number(year), value: one.value }]
        : []
    })
    .sort((a, b) => a.year - b.year)
}

/** What the corridor carries against a published goal; for size, all transit of the country. */
export function corridorOf(answer: ScenariosAnswer, settings: Settings): Outcome {
  const current = figureOf(answer, 'corridor_cargo')
  const goals = goalsOf(answer)
  const goal = goals.find((one) => one.parameter.id === settings.goal) ?? goals[0]
  if (!current || !goal || goal.year <= current.year) return missing
  const transit = figureOf(answer, 'transit')
  return attempt(() =>
    corridorGrowth({
      current: fromFigure(current),
      capacity: input('capacity', 'MT', goal.value, goal.value, goal.parameter.source),
      years: own('years', 'YEARS', goal.year - current.year),
      comparedWith: transit && transit.unit === current.unit ? fromFigure(transit) : null,
    }),
  )
}

export interface GainClaim {
  readonly parameter: ScenarioParameter
  readonly low: number
  readonly high: number
  /** the source says "up to" or "above" */
  readonly bound: 'upTo' | 'above' | null
  /** of the reporter itself, or of a group that it belongs to */
  readonly ofReporter: boolean
}

/** Gains in GDP or income that sources claim, per cent; those of the reporter first, the largest first. */
export function claimsOf(answer: ScenariosAnswer, reporter: string): readonly GainClaim[] {
  return answer.parameters
    .filter((one) => /^(gdp_gain_pct|real_income_gain_pct)$/.test(one.outcome))
    .flatMap((one): GainClaim[] => {
      const [low, high] = [one.value ?? one.low, one.value ?? one.high]
      if (low === null || high === null) return []
      const bound = one.low === null && one.high !== null ? 'upTo' : one.high === null && one.low !== null ? 'above' : null
      return [{ parameter: one, low, high, bound, ofReporter: one.country === reporter }]
    })
    .sort((a, b) => Number(b.ofReporter) - Number(a.ofReporter) || b.high - a.high)
}

/** The claims of the reporter against its GDP, each by itself. */
export function gainsOf(answer: ScenariosAnswer, reporter: string): Outcome {
  const gdp = figureOf(answer, 'gdp')
  const claims = claimsOf(answer, reporter).filter((claim) => claim.ofReporter)
  if (!gdp || claims.length === 0) return missing
  return attempt(() =>
    gdpGains({
      claims: claims.map(({ parameter: one, low, high }) => input(one.id, 'PCT', low, high, one.source)),
      gdp: fromFigure(gdp),
    }),
  )
}

/** The partner's share of imports, 0-100; null where the reporter has no imports by partner. */
export function importShare(answer: ScenariosAnswer, partner: string): number | null {
  if (!answer.imports) return null
  const { amounts, unallocated } = answer.imports
  const total = amounts.reduce((sum, { value }) => sum + value, unallocated)
  const own_ = amounts.find((row) => row.partner === partner)?.value
  return own_ === undefined || total <= 0 ? null : (own_ / total) * 100
}

/** The points of import share that can move away from the partner: those asked for, at most the share it has. */
export const shiftPoints = (share: number, { points }: Pick<Settings, 'points'>): number =>
  Math.min(points, Math.floor(share * 10) / 10)

/** A shift of points of import share away from the partner. */
export function shiftOf(answer: ScenariosAnswer, partner: string, settings: Settings): Outcome {
  const share = importShare(answer, partner)
  if (!answer.imports || share === null) return missing
  const { amounts, unallocated, source } = answer.imports
  const points = shiftPoints(share, settings)
  return attempt(() => {
    const shifted = importShift(amounts, unallocated, {
      awayFrom: partner,
      points: own('points', 'POINTS', points),
      to: settings.taker === '' ? 'proportional' : [{ partner: settings.taker, part: 1 }],
    })
    // the points are the reader's; what they are taken from is the source's
    return { ...shifted, inputs: [...shifted.inputs, input('share_now', 'PCT', share, share, source)] }
  })
}

/** An outcome by its id, and by whom it is about where several are; null when there is none. */
export const outcomeOf = (result: ScenarioResult, id: string, of: string | null = null): ScenarioOutcome | null =>
  result.outcomes.find((one) => one.id === id && (of === null || one.of === of)) ?? null
