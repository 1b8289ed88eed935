// From the answer of overview.get to what the screen says and draws. Pure: no words, no formatting, no arithmetic in the view.
import type { ChannelPoint, ChannelReading, Overview, OverviewChannel } from '../contract/schema/overview.ts'
import type { ChannelId } from '../domain/channels.ts'
import { isHeld } from './held.ts'

/** How a channel moved since the base reading. `unclear`: the ranges of the two readings overlap. */
export type Movement = 'up' | 'down' | 'held' | 'unclear' | 'no-base' | 'no-data'

/** Figures older than this are marked as old. */
const STALE_YEARS = 3

/** Movement between two readings; of ranges only when they do not overlap, and then by the distance between them. */
export function movement(base: ChannelPoint | null, latest: ChannelPoint | null): Movement {
  if (latest === null) return 'no-data'
  if (base === null || base.period === latest.period) return 'no-base'
  if (latest.low > base.high) return isHeld(latest.low - base.high) ? 'held' : 'up'
  if (latest.high < base.low) return isHeld(base.low - latest.high) ? 'held' : 'down'
  return isRange(base) || isRange(latest) ? 'unclear' : 'held'
}

/** True when only bounds of a reading are known. */
export const isRange = (point: Pick<ChannelPoint, 'low' | 'high'>): boolean => point.high - point.low > 1e-9

/** Change in points between two exact readings, computed before any rounding; null where one of them is a range or missing. */
export function changeInPoints(base: ChannelPoint | null, latest: ChannelPoint | null): number | null {
  if (!base || !latest || isRange(base) || isRange(latest) || base.period === latest.period) return null
  return latest.low - base.low
}

/** Least change that two readings prove, in points: the distance between their ranges. */
const provenPoints = (base: ChannelPoint, latest: ChannelPoint): number =>
  latest.low > base.high ? latest.low - base.high : latest.high < base.low ? base.low - latest.high : 0

export interface Tile {
  readonly id: ChannelId
  readonly topic: string
  readonly movement: Movement
  readonly base: ChannelPoint | null
  readonly latest: ChannelPoint | null
  readonly change: number | null
  readonly points: readonly ChannelPoint[]
  /** full years between the figure and the day on screen */
  readonly ageYears: number | null
  readonly stale: boolean
  /** the second partner, for comparison */
  readonly other: { readonly partner: string; readonly base: ChannelPoint | null; readonly latest: ChannelPoint | null } | null
}

const readingOf = (channel: OverviewChannel, partner: string | undefined): ChannelReading | null =>
  channel.readings.find((reading) => reading.partner === partner) ?? null

function tileOf(channel: OverviewChannel, partners: readonly string[], thisYear: number): Tile {
  const own = readingOf(channel, partners[0])
  const second = readingOf(channel, partners[1])
  const [base, latest] = [own?.base ?? null, own?.latest ?? null]
  const ageYears = latest === null ? null : Math.max(0, thisYear - latest.year)
  return {
    id: channel.id,
    topic: channel.topic,
    movement: movement(base, latest),
    base,
    latest,
    change: changeInPoints(base, latest),
    points: own?.points ?? [],
    ageYears,
    stale: ageYears !== null && ageYears > STALE_YEARS,
    other: second === null ? null : { partner: second.partner, base: second.base, latest: second.latest },
  }
}

/** Channels that a sentence may call "relying on": what crosses, is bought, sold, owned or delivered. Votes and opinions are no reliance. */
const reliance: readonly ChannelId[] = ['imports', 'exports', 'oil', 'fdi', 'arms']
const leads: readonly ChannelId[] = ['imports', 'exports', 'fdi', 'arms', 'oil']
/** At most this many channels stand in the second half of the headline. */
const MOST_IN_HEADLINE = 2

export interface Headline {
  readonly lead: Tile | null
  /** channels of the second half, largest proven change first */
  readonly second: readonly Tile[]
  readonly secondMovement: 'up' | 'down' | null
  /** `yet` when the halves point apart, `and` when they agree */
  readonly link: 'yet' | 'and' | null
}

const strength = (tile: Tile): number => (tile.base && tile.latest ? provenPoints(tile.base, tile.latest) : 0)

/**
 * The headline: how the partner's share of what the country buys moved, and where the other channels point apart from it. When
 * channels disagree, the disagreement is the headline.
 */
function headlineOf(tiles: readonly Tile[]): Headline {
  const known = (tile: Tile | undefined): tile is Tile =>
    tile !== undefined && tile.movement !== 'no-base' && tile.movement !== 'no-data'
  const byId = new Map(tiles.map((tile) => [tile.id, tile]))
  const lead = leads.map((id) => byId.get(id)).find(known) ?? null
  if (lead === null) return { lead, second: [], secondMovement: null, link: null }
  const rest = tiles.filter((tile) => reliance.includes(tile.id) && tile.id !== lead.id)
  const moving = (direction: 'up' | 'down'): Tile[] =>
    rest
      .filter((tile) => tile.movement === direction)
      .sort((a, b) => strength(b) - strength(a))
      .slice(0, MOST_IN_HEADLINE)
  const against = lead.movement === 'up' ? 'down' : 'up'
  const apart = moving(against)
  if (apart.length > 0) return { lead, second: apart, secondMovement: against, link: 'yet' }
  const same = lead.movement === 'up' ? 'up' : 'down'
  const agreeing = moving(same)
  return agreeing.length === 0
    ? { lead, second: [], secondMovement: null, link: null }
    : { lead, second: agreeing, secondMovement: same, link: lead.movement === same ? 'and' : 'yet' }
}

export interface StackFinding {
  /** first partner overtook the second or the other way round between base and latest; null = neither */
  readonly overtaken: boolean
  readonly latestYear: number
  /** joint share of the two partners, per cent */
  readonly jointNow: number
  readonly jointThen: number | null
  readonly now: Readonly<Record<string, number>>
}

/** What the stack of trade shows for two partners: who is larger now, and how much they hold together. Null when they are not drawn apart. */
function stackFinding(overview: Overview, partners: readonly string[], baseYear: number): StackFinding | null {
  const { years, parts } = overview.trade
  const [first, second] = partners.map((partner) => parts.find((part) => part.id === partner)?.values)
  if (!first || !second) return null
  const at = years.findLastIndex((_, i) => first[i] != null && second[i] != null)
  const then = years.indexOf(baseYear)
  if (at < 0) return null
  const joint = (i: number): number | null => (first[i] == null || second[i] == null ? null : (first[i] ?? 0) + (second[i] ?? 0))
  const before = then < 0 ? null : joint(then)
  const overtaken = before !== null && (first[then] ?? 0) >= (second[then] ?? 0) && (first[at] ?? 0) < (second[at] ?? 0)
  return {
    overtaken,
    latestYear: years[at] ?? baseYear,
    jointNow: joint(at) ?? 0,
    jointThen: before,
    now: Object.fromEntries(parts.map((part) => [part.id, part.values[at] ?? 0])),
  }
}

export interface ThenNowRow {
  readonly id: ChannelId
  readonly group: 'more' | 'less' | 'held' | 'unclear'
  readonly base: ChannelPoint
  readonly latest: ChannelPoint
  readonly other: Tile['other']
}

/** Rows of "the channels disagree": channels read at both ends, more first, then less, then the rest; larger changes first. */
function thenNowRows(tiles: readonly Tile[]): readonly ThenNowRow[] {
  const groups = { up: 'more', down: 'less', held: 'held', unclear: 'unclear' } as const
  const order = ['more', 'less', 'held', 'unclear']
  return tiles
    .flatMap((tile) => {
      if (!tile.base || !tile.latest || tile.movement === 'no-base' || tile.movement === 'no-data') return []
      return [{ id: tile.id, group: groups[tile.movement], base: tile.base, latest: tile.latest, other: tile.other }]
    })
    .sort(
      (a, b) =>
        order.indexOf(a.group) - order.indexOf(b.group) || provenPoints(b.base, b.latest) - provenPoints(a.base, a.latest),
    )
}

export interface OverviewModel {
  readonly tiles: readonly Tile[]
  readonly headline: Headline
  readonly stack: StackFinding | null
  readonly rows: readonly ThenNowRow[]
  /** true when at least one channel moved each way */
  readonly disagree: boolean
}

/** @param thisYear the year on screen: of the as-known-on day, else of the newest vintage in the store */
export function prepareOverview(
  overview: Overview,
  partners: readonly string[],
  baseYear: number,
  thisYear: number,
): OverviewModel {
  const tiles = overview.channels.map((channel) => tileOf(channel, partners, thisYear))
  const rows = thenNowRows(tiles)
  return {
    tiles,
    headline: headlineOf(tiles),
    stack: stackFinding(overview, partners, baseYear),
    rows,
    disagree: rows.some((row) => row.group === 'more') && rows.some((row) => row.group === 'less'),
  }
}

export interface HeadlineWords {
  /** a text of the overview by its key */
  readonly say: (key: string, values: Readonly<Record<string, string | number>>) => string
  readonly list: (items: readonly string[]) => string
  /** values of the placeholders: forms of `reporter` and `partner`, `owner` (whose share), `year` */
  readonly values: Readonly<Record<string, string | number>>
  /** name of the partner as it stands alone */
  readonly partner: string
}

/** The headline in words, at most two lines; it speaks of shares, for a partner may sell more and hold less. */
export function headlineText({ lead, second, secondMovement, link }: Headline, words: HeadlineWords): string {
  const { say, list, values } = words
  if (lead === null || !reliance.includes(lead.id)) return say('headline.none', { ...values, partner: words.partner })
  const first = say(`headline.${lead.id}.${lead.movement}`, values)
  if (link === null || secondMovement === null) return first
  const channels = list(second.map((tile) => say(`inHeadline.${tile.id}`, {})))
  return say(`headline.${link}.${secondMovement}`, { lead: first, channels })
}

/** Countries whose oil is sold through trading addresses of the EU, so that the EU's share says less than it seems. */
export const sellsThroughTraders = (reporter: string): boolean => reporter === 'KAZ'
