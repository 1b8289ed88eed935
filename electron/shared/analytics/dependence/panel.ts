import { AnalyticsRefusal } from '../refusal.ts'
import type { DependenceChannel, DependenceMethod } from './method.ts'

/** One figure of one channel: a point, or a range where only bounds are known. In the unit of the channel's goalposts. */
export interface ChannelFigure {
  readonly year: number
  readonly low: number
  readonly high: number
  /** where the figure comes from, as printed beside it */
  readonly source: string
}

/** The figures of one channel, any order, no year twice; a year without a figure is left out. */
export interface ChannelFigures {
  readonly channel: string
  readonly figures: readonly ChannelFigure[]
}

/**
 * The inputs of one reporter and partner laid out for fast evaluation: channels sorted by pillar, years without gaps, a cell per channel
 * and year at `channel × years + year`.
 */
export interface Panel {
  readonly method: DependenceMethod
  readonly years: readonly number[]
  readonly channels: readonly DependenceChannel[]
  readonly pillarIds: readonly string[]
  readonly pillarWeights: Float64Array
  /** 1 where the pillar is occasional */
  readonly occasional: Uint8Array
  /** 1 where enough of the pillar's channels have figures at all, in whatever year: what the yearly index needs in every year */
  readonly measured: Uint8Array
  /** first channel of each pillar, and one past the last channel at the end */
  readonly pillarStart: Int32Array
  readonly channelWeights: Float64Array
  /** NaN where missing; carried figures included */
  readonly low: Float64Array
  readonly high: Float64Array
  /** years since the figure was observed: 0 = own, 1-2 = carried forward; −1 = missing */
  readonly age: Int8Array
  readonly sources: readonly string[]
  /** cells that hold a range and not a point, upwards */
  readonly ranged: Int32Array
  /** 1 or −1 per channel */
  readonly direction: Int8Array
}

function checkFigures(
  inputs: readonly ChannelFigures[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlyMap<number, ChannelFigure>> {
  const byChannel = new Map<string, ReadonlyMap<number, ChannelFigure>>()
  for (const { channel, figures } of inputs) {
    if (!known.has(channel)) throw new AnalyticsRefusal('unknown-part', `the method has no channel ${channel}`, { part: channel })
    if (byChannel.has(channel)) throw new AnalyticsRefusal('duplicate-id', `channel ${channel} is given twice`, { id: channel })
    const byYear = new Map<number, ChannelFigure>()
    for (const figure of figures) {
      const { year, low, high } = figure
      if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) {
        throw new AnalyticsRefusal('not-finite', `${channel} of ${year} is no range of finite numbers`, {
          channel,
          year: String(year),
        })
      }
      if (byYear.has(year))
        throw new AnalyticsRefusal('duplicate-id', `${channel} has two figures for ${year}`, { channel, year: String(year) })
      byYear.set(year, figure)
    }
    byChannel.set(channel, byYear)
  }
  return byChannel
}

/**
 * Lays out the inputs for the years `from` to `to`. A figure from before `from` may be carried into the first years.
 *
 * @param channels those that exist for the reporter and partner (`applicableChannels`)
 * @throws {AnalyticsRefusal} `unknown-part`, `duplicate-id`, `not-finite`; `not-defined` when no channel applies or no year is asked for
 */
export function buildPanel(
  method: DependenceMethod,
  channels: readonly DependenceChannel[],
  inputs: readonly ChannelFigures[],
  range: { readonly from: number; readonly to: number },
): Panel {
  if (channels.length === 0) throw new AnalyticsRefusal('not-defined', 'no channel of the method applies to this pair')
  if (!(range.from <= range.to)) throw new AnalyticsRefusal('not-defined', 'no years are asked for')
  const given = checkFigures(inputs, new Set(method.channels.map((channel) => channel.id)))
  const years = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
  const pillars = method.pillars.filter((pillar) => channels.some((channel) => channel.pillar === pillar.id))
  const ordered = pillars.flatMap((pillar) => channels.filter((channel) => channel.pillar === pillar.id))
  const pillarStart = Int32Array.from([
    ...pillars.map((pillar) => ordered.findIndex((channel) => channel.pillar === pillar.id)),
    ordered.length,
  ])
  const cells = ordered.length * years.length
  const [low, high] = [new Float64Array(cells).fill(Number.NaN), new Float64Array(cells).fill(Number.NaN)]
  const age = new Int8Array(cells).fill(-1)
  const sources: string[] = new Array<string>(cells).fill('')
  ordered.forEach((channel, row) => {
    const figures = given.get(channel.id)
    years.forEach((year, column) => {
      for (let back = 0; back <= method.carryForwardYears; back += 1) {
        const figure = figures?.get(year - back)
        if (!figure) continue
        const cell = row * years.length + column
        low[cell] = figure.low
        high[cell] = figure.high
        age[cell] = back
        sources[cell] = figure.source
        return
      }
    })
  })
  return {
    method,
    years,
    channels: ordered,
    pillarIds: pillars.map((pillar) => pillar.id),
    pillarWeights: Float64Array.from(pillars, (pillar) => pillar.weight),
    occasional: Uint8Array.from(pillars, (pillar) => (pillar.occasional ? 1 : 0)),
    measured: Uint8Array.from(pillars, (pillar) => {
      const own = ordered.filter((channel) => channel.pillar === pillar.id)
      const known = own.filter((channel) => (given.get(channel.id)?.size ?? 0) > 0).length
      return known > 0 && known >= method.coverage.within * own.length - 1e-9 ? 1 : 0
    }),
    pillarStart,
    channelWeights: Float64Array.from(ordered, (channel) => channel.weight),
    low,
    high,
    age,
    sources,
    ranged: Int32Array.from(low.keys()).filter((cell) => (high[cell] ?? 0) > (low[cell] ?? 0)),
    direction: Int8Array.from(ordered, (channel) => channel.direction),
  }
}

/** The least and most of the channel's figure in a year; null where missing. */
export function cellRange(panel: Panel, channel: number, year: number): { readonly low: number; readonly high: number } | null {
  const cell = channel * panel.years.length + year
  const [low, high] = [panel.low[cell] ?? Number.NaN, panel.high[cell] ?? Number.NaN]
  return Number.isNaN(low) ? null : { low, high }
}
