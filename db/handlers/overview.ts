import { concentration } from '../../electron/shared/analytics/concentration.ts'
import type { Overview, TradeStack } from '../../electron/shared/contract/schema/overview.ts'
import { type ChannelDefinition, channelDefinitions } from '../../electron/shared/domain/channels.ts'
import type { AreaCode } from '../../electron/shared/domain/observation.ts'
import { partnerGroups } from '../../electron/shared/domain/partners.ts'
import { pollsterOf } from '../../electron/shared/domain/polls.ts'
import { type ChannelPoint, pointOf, readChannel } from '../queries/channels.ts'
import { amountOf, type Flows, isTable, yearOf } from '../queries/flows.ts'
import { amountsOf } from '../queries/partnerYears.ts'
import { readTrade, type TradeFlow } from '../queries/trade.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { breaksOf } from './observations.ts'

/** Shares of one year's trade by fixed parts, per cent. Others are what is left of the named partners, unallocated what no partner has. */
function stackOf(flows: Flows, reporter: AreaCode): ReadonlyMap<string, number> | null {
  if (flows.total === null || flows.total <= 0) return null
  const { amounts, unallocated } = amountsOf(flows)
  const allocated = amounts.reduce((sum, amount) => sum + amount.value, 0)
  const whole = allocated + unallocated
  const parts = new Map<string, number>()
  let named = 0
  for (const { id, members } of partnerGroups(reporter)) {
    const amount = (id === 'EU27' ? flows.eu27 : amountOf(flows, id, members)) ?? 0
    named += amount
    parts.set(id, (amount / whole) * 100)
  }
  // EU27 as published may hold members that are not listed one by one; then less is unallocated
  const others = allocated - named
  parts.set('OTH', (Math.max(0, others) / whole) * 100)
  parts.set('_U', (Math.max(0, unallocated + Math.min(0, others)) / whole) * 100)
  return parts
}

const hhiOf = (flows: Flows) => {
  const { amounts, unallocated } = amountsOf(flows)
  const { hhi, hhiLow, hhiHigh } = concentration(amounts, unallocated)
  return { value: hhi, low: hhiLow, high: hhiHigh }
}

/** The stacked picture of a reporter's trade: exports, imports or both, by fixed parts and year. Defective years stay empty, and those of a few quoted partners. */
export function tradeStackOf(
  db: ReadDb,
  query: { readonly reporter: string; readonly flow: TradeFlow; readonly asOf: string },
): TradeStack {
  const { flows, gaps, indicators } = readTrade(db, query)
  const byYear = new Map(flows.map((item) => [yearOf(item), item]))
  const [first, last] = [flows[0], flows.at(-1)]
  const years = first && last ? Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, i) => yearOf(first) + i) : []
  const whole = (year: number): Flows | null => {
    const found = byYear.get(year)
    return found && !gaps.has(String(year)) && isTable(found) ? found : null
  }
  const reporter = query.reporter as AreaCode
  const stacks = years.map((year) => {
    const found = whole(year)
    return found ? stackOf(found, reporter) : null
  })
  const ids = [...partnerGroups(reporter).map((group) => group.id), 'OTH', '_U']
  return {
    years,
    parts: ids.map((id) => ({ id, values: stacks.map((stack) => stack?.get(id) ?? null) })),
    sources: years.map((year) => byYear.get(year)?.sources.join('+') ?? ''),
    hhi: years.map((year) => {
      const found = whole(year)
      return found ? hhiOf(found) : { value: null, low: null, high: null }
    }),
    breaks: indicators.flatMap((indicator) => breaksOf(db, indicator, query.reporter)),
  }
}

const toPoint = (point: ChannelPoint) => ({ ...point, sources: [...point.sources], cells: [...point.cells] })

/** Waves that may be compared with the latest: of a poll those of its pollster, for others asked another question; of the rest all. */
function comparableWith(latest: ChannelPoint, { id, measure }: ChannelDefinition, points: readonly ChannelPoint[]) {
  if (id !== 'opinion' || measure.kind !== 'value') return points
  const asker = ({ sources }: ChannelPoint): string => pollsterOf(sources[0] ?? '', measure.indicator).id
  return points.filter((point) => asker(point) === asker(latest))
}

/** Readings of every channel of dependence for each partner, with those of the base year and the latest. */
export function channelsOf(
  db: ReadDb,
  request: {
    readonly reporter: string
    readonly partners: readonly string[]
    readonly baseYear: number
    readonly asOf: string
  },
): Overview['channels'] {
  return channelDefinitions.map((definition) => ({
    id: definition.id,
    topic: definition.topic,
    readings: request.partners.map((partner) => {
      const known = readChannel(db, definition, { reporter: request.reporter, partner, asOf: request.asOf })
      const latest = known.at(-1) ?? null
      const points = latest === null ? known : comparableWith(latest, definition, known)
      const base = pointOf(points, request.baseYear)
      return { partner, points: points.map(toPoint), base: base && toPoint(base), latest: latest && toPoint(latest) }
    }),
  }))
}

export const overviewHandlers: TopicHandlers<'overview.get'> = {
  'overview.get': ({ db }, request): Overview => ({
    channels: channelsOf(db, request),
    trade: tradeStackOf(db, { reporter: request.reporter, flow: 'both', asOf: request.asOf }),
  }),
}
