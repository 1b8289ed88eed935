// From the answer of corridors.get to what the screen says and draws. Pure: no words, no formatting.
import type { Corridor, Corridors, OilRouteVolumes, Volume } from '../contract/schema/corridors.ts'
import type { ChannelPoint } from '../contract/schema/overview.ts'
import type { Reading, ReadingLine } from '../contract/schema/readings.ts'

/** What a reader should know of a route at a glance: does it cross Russia, does it end in China, or neither. */
export type RouteClass = 'RUS' | 'CHN' | 'other'

/** Whether a route crosses Russia, ends in China, or does neither: what its colour says. */
export const classOf = (corridor: Pick<Corridor, 'transit'>): RouteClass =>
  corridor.transit.includes('RUS') ? 'RUS' : corridor.transit.at(-1) === 'CHN' ? 'CHN' : 'other'

/** Volume of a year; null when there is none. */
export const volumeIn = (volumes: readonly Volume[], year: number): Volume | null =>
  volumes.find((volume) => volume.year === year) ?? null

export interface Tick {
  readonly year: number
  /** true = the share that crosses a country is known for this year */
  readonly split: boolean
}

/** Every year from the first to the last that has a share of transit; hollow where there is none. */
export function ticksOf(answer: Corridors): readonly Tick[] {
  const known = new Set(answer.oil.crossing.flatMap(({ points }) => points.map(({ year }) => year)))
  if (known.size === 0) return []
  const [from, to] = [Math.min(...known), Math.max(...known)]
  return Array.from({ length: to - from + 1 }, (_, i) => ({ year: from + i, split: known.has(from + i) }))
}

/** The longest stretch of years without a split, when it has at least `least` years. */
export function longestGap(ticks: readonly Tick[], least = 4): { readonly from: number; readonly to: number } | null {
  let best: { from: number; to: number } | null = null
  let from: number | null = null
  for (const tick of [...ticks, { year: (ticks.at(-1)?.year ?? 0) + 1, split: true }]) {
    if (!tick.split) from ??= tick.year
    else if (from !== null) {
      const to = tick.year - 1
      if (to - from + 1 >= least && (best === null || to - from > best.to - best.from)) best = { from, to }
      from = null
    }
  }
  return best
}

export interface RouteRow {
  readonly route: OilRouteVolumes
  readonly volume: Volume
  /** per cent of total exports; null when no total is known */
  readonly share: { readonly low: number; readonly high: number } | null
  /** true = already counted within the row above */
  readonly within: boolean
}

/**
 * Routes with a volume in a year, largest first. A route that is part of another one stands below it when it explains only a part; when
 * the parts explain all of it (within 2 per cent), they take its place.
 */
export function routeRows(answer: Corridors, year: number): readonly RouteRow[] {
  const total = volumeIn(answer.oil.totals, year)
  const shareOf = (volume: Volume): RouteRow['share'] =>
    total && total.low > 0 ? { low: (100 * volume.low) / total.high, high: (100 * volume.high) / total.low } : null
  const present = answer.oil.routes.flatMap((route) => {
    const volume = volumeIn(route.volumes, year)
    return volume ? [{ route, volume, share: shareOf(volume), within: false }] : []
  })
  const parts = (id: string) => present.filter(({ route }) => route.partOf === id)
  const explained = (row: RouteRow): boolean => {
    const sum = parts(row.route.id).reduce((all, part) => all + part.volume.low, 0)
    return parts(row.route.id).length > 0 && Math.abs(sum - row.volume.low) <= row.volume.low * 0.02
  }
  const size = (a: RouteRow, b: RouteRow): number => b.volume.high - a.volume.high
  return present
    .filter(({ route }) => route.partOf === null || !present.some((row) => row.route.id === route.partOf && !explained(row)))
    .filter((row) => !explained(row))
    .sort(size)
    .flatMap((row) => [row, ...[...parts(row.route.id)].sort(size).map((part) => ({ ...part, within: true }))])
}

export interface OilFinding {
  readonly latest: ChannelPoint
  /** reading of the base year; null when there is none or it is the latest */
  readonly base: ChannelPoint | null
}

/** The share that crosses a country, at the base year and now; null without any reading. */
export function oilFinding(answer: Corridors, partner: string, baseYear: number): OilFinding | null {
  const points = answer.oil.crossing.find((one) => one.partner === partner)?.points ?? []
  const latest = points.at(-1)
  if (!latest) return null
  return { latest, base: points.find((point) => point.year === baseYear && point !== latest) ?? null }
}

/** The partner the headline is about: the first one chosen whose transit is measured, else Russia. */
export const transitPartner = (answer: Corridors, partners: readonly string[]): string =>
  partners.find((code) => answer.oil.crossing.some((one) => one.partner === code && one.points.length > 0)) ?? 'RUS'

/** Corridors that touch a country; all of them touch the country they start from. */
export const corridorsThrough = (answer: Corridors, reporter: string): readonly Corridor[] =>
  reporter === 'KAZ' ? answer.corridors : answer.corridors.filter(({ transit }) => transit.includes(reporter))

/** The line of an indicator, of whichever partner comes first; null when there is none. */
export const lineOf = (answer: Corridors, indicator: string): ReadingLine | null =>
  answer.lines.find((line) => line.indicator === indicator) ?? null

/** Whole years of a line: months and running sums are never mixed with them. */
export const yearly = (line: ReadingLine | null): readonly Reading[] =>
  line?.readings.filter(({ period }) => /^\d{4}$/.test(period)) ?? []

/** Dated stoppages; a second report of the same incident is left out. */
export const incidents = (answer: Corridors): readonly Reading[] =>
  (lineOf(answer, 'route.cpc_disruption')?.readings ?? []).filter(({ note }) => !note.startsWith('Same attack'))

const SHOWN =
  /^route\.(oil_|titr_(cargo_mt|teu)$|transit_teu$|khorgos_teu$|china_europe_teu$|aktau_port_(oil_)?mt$|cpc_disruption)/

/** Figures that no chart of the screen shows: the newest reading of each line. */
export const restOf = (answer: Corridors): readonly { readonly line: ReadingLine; readonly reading: Reading }[] =>
  answer.lines.flatMap((line) => {
    const reading = line.readings.at(-1)
    return reading && !SHOWN.test(line.indicator) ? [{ line, reading }] : []
  })

/** The newest reading that lies below the one before it. */
export const lastFall = (readings: readonly Reading[]): Reading | null =>
  readings.findLast((reading, index) => reading.value < (readings[index - 1]?.value ?? Number.NEGATIVE_INFINITY)) ?? null
