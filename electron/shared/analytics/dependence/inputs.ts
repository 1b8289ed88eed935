import { envelope, exactly, type Range, type Route, transitExposure } from '../exposure.ts'
import { choiceOf, fail, inRange, itemsOf, objectOf, textOf, textsOf } from './read.ts'

/** How a channel's figure for one reporter, partner and year comes from the store. Shares are fractions (0-1). */
export type ChannelInput =
  /** the partner's amount ÷ the world total of the same source and year */
  | { readonly kind: 'partner-share'; readonly indicator: string }
  /** the same over rolling sums of that many years; a year without deliveries inside the source's coverage counts as 0 */
  | { readonly kind: 'window-share'; readonly indicator: string; readonly years: number }
  /** the published value × factor; the mean of several waves of one year, and their low and high as the range */
  | { readonly kind: 'value'; readonly indicator: string; readonly factor: number }
  | TransitInput

/** Share of a flow that crosses the partner, from routes, a total, and what sources state; see {@link transitRange}. */
export interface TransitInput {
  readonly kind: 'transit'
  /** the flow's name for provenance lists */
  readonly indicator: string
  /** totals of the flow (partner WLD) */
  readonly totals: readonly string[]
  readonly routes: readonly TransitRoute[]
  /** shares as published, per cent */
  readonly stated: readonly string[]
  /** published volumes of everything that crosses, and of everything that does not */
  readonly crossing: readonly string[]
  readonly bypassing: readonly string[]
  /** what is not listed: unknown, or known to avoid the partner */
  readonly remainder: 'unknown' | 'avoids'
  /** least listed part of the total, 0-1, for the routes to count as a basis */
  readonly leastListed: number
}

export interface TransitRoute {
  readonly indicator: string
  readonly crosses: 'yes' | 'no' | 'unknown'
  /** routes listed on their own that are part of this one: their volumes are taken off */
  readonly legs: readonly string[]
  /** without a total, the routes are the whole only when all required ones are there */
  readonly required: boolean
}

function readRoute(value: unknown, channel: string): TransitRoute {
  const spec = objectOf(value, `a route of ${channel}`, ['indicator', 'crosses', 'legs', 'required'])
  return {
    indicator: textOf(spec.indicator, `indicator of a route of ${channel}`),
    crosses: choiceOf(spec.crosses, ['yes', 'no', 'unknown'], `crosses of a route of ${channel}`),
    legs: textsOf(spec.legs ?? [], `legs of a route of ${channel}`),
    required: spec.required === true,
  }
}

/** Checks the `input` of one channel. @throws {AnalyticsRefusal} `bad-method` */
export function readChannelInput(value: unknown, channel: string): ChannelInput {
  const where = `input of ${channel}`
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined
  if (kind === 'partner-share') {
    return { kind, indicator: textOf(objectOf(value, where, ['kind', 'indicator']).indicator, `${where}: indicator`) }
  }
  if (kind === 'window-share') {
    const spec = objectOf(value, where, ['kind', 'indicator', 'years'])
    return {
      kind,
      indicator: textOf(spec.indicator, `${where}: indicator`),
      years: inRange(spec.years, 1, 50, `${where}: years`),
    }
  }
  if (kind === 'value') {
    const spec = objectOf(value, where, ['kind', 'indicator', 'factor'])
    const factor = inRange(spec.factor ?? 1, -1e9, 1e9, `${where}: factor`)
    return { kind, indicator: textOf(spec.indicator, `${where}: indicator`), factor }
  }
  if (kind !== 'transit') return fail(`${where} names no known kind: ${String(kind)}`, { channel })
  const known = ['kind', 'indicator', 'totals', 'routes', 'stated', 'crossing', 'bypassing', 'remainder', 'leastListed']
  const spec = objectOf(value, where, known)
  return {
    kind,
    indicator: textOf(spec.indicator, `${where}: indicator`),
    totals: textsOf(spec.totals ?? [], `${where}: totals`),
    routes: itemsOf(spec.routes, `${where}: routes`).map((route) => readRoute(route, channel)),
    stated: textsOf(spec.stated ?? [], `${where}: stated`),
    crossing: textsOf(spec.crossing ?? [], `${where}: crossing`),
    bypassing: textsOf(spec.bypassing ?? [], `${where}: bypassing`),
    remainder: choiceOf(spec.remainder ?? 'unknown', ['unknown', 'avoids'], `${where}: remainder`),
    leastListed: inRange(spec.leastListed ?? 0.95, 0, 1, `${where}: leastListed`),
  }
}

/** All figures of one year by indicator, from every source; empty where there is none. `total` asks for the world total. */
export type YearFigures = (indicator: string, total: boolean) => readonly number[]

export interface TransitRange extends Range {
  /** which kinds of evidence the range rests on */
  readonly bases: readonly ('routes' | 'stated' | 'crossing' | 'bypassing')[]
}

const spread = (values: readonly number[]): Range | null => envelope(values.map(exactly))

function routesOf(input: TransitInput, figures: YearFigures): readonly Route[] {
  return input.routes.flatMap((route) => {
    const volume = spread(figures(route.indicator, false))
    if (volume === null) return []
    const legs = route.legs.flatMap((leg) => spread(figures(leg, false)) ?? [])
    const off = { low: legs.reduce((least, leg) => least + leg.low, 0), high: legs.reduce((most, leg) => most + leg.high, 0) }
    const rest = { low: Math.max(0, volume.low - off.high), high: Math.max(0, volume.high - off.low) }
    return [{ id: route.indicator, volume: rest, crosses: route.crosses }]
  })
}

/**
 * The share that crosses the partner in one year, as the narrowest range that holds every basis there is: the routes (when they explain
 * at least `leastListed` of the total, or, without a total, when all required ones are there), shares as stated, and published volumes of
 * what crosses or bypasses against the total. Sources that disagree widen the range; none is preferred.
 *
 * @returns fractions in [0, 1]; null when the year has no basis
 */
export function transitRange(input: TransitInput, figures: YearFigures): TransitRange | null {
  const total = spread(input.totals.flatMap((indicator) => figures(indicator, true)))
  const found: { readonly basis: TransitRange['bases'][number]; readonly range: Range }[] = []
  const routes = routesOf(input, figures)
  const complete = input.routes.every((route) => !route.required || figures(route.indicator, false).length > 0)
  if (routes.length > 0 && (total !== null ? total.low > 0 : complete && routes.some((route) => route.volume.high > 0))) {
    const exposure = transitExposure(routes, total, input.remainder)
    const listedEnough = input.remainder === 'avoids' ? complete : exposure.listedShare >= input.leastListed
    if (listedEnough) found.push({ basis: 'routes', range: exposure })
  }
  for (const share of input.stated.flatMap((indicator) => figures(indicator, false))) {
    found.push({ basis: 'stated', range: exactly(share / 100) })
  }
  if (total !== null && total.low > 0) {
    const against = (indicators: readonly string[], crosses: 'yes' | 'no'): Range | null => {
      const volume = spread(indicators.flatMap((indicator) => figures(indicator, false)))
      if (volume === null) return null
      return transitExposure([{ id: '', volume, crosses }], total, crosses === 'yes' ? 'avoids' : 'crosses')
    }
    const [crossing, bypassing] = [against(input.crossing, 'yes'), against(input.bypassing, 'no')]
    if (crossing) found.push({ basis: 'crossing', range: crossing })
    if (bypassing) found.push({ basis: 'bypassing', range: bypassing })
  }
  const range = envelope(found.map((item) => item.range))
  if (range === null) return null
  return { low: range.low, high: range.high, bases: [...new Set(found.map((item) => item.basis))] }
}
