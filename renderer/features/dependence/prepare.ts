// From the report of the index to what the screen says and draws. Pure: no words, no formatting.
import type { ChannelYear, DependenceReport, DependenceYear } from '../../../electron/shared/analytics/dependence/index.ts'
import type { DependenceInput } from '../../../electron/shared/contract/schema/dependence.ts'
import type { CellRef } from '../../../electron/shared/contract/schema/overview.ts'

/** Changes of a share under this (0-1) are "held". */
const HELD_SHARE = 0.01

export type Movement = 'up' | 'down' | 'held' | 'unclear' | 'none'

/** One channel between two years: what it was, what it is, and what it did to the index. */
export interface ChannelMove {
  readonly channel: string
  readonly pillar: string
  readonly indicator: string
  readonly from: ChannelYear | null
  readonly to: ChannelYear | null
  /** of the figure itself, in the direction of dependence: more = more dependence */
  readonly movement: Movement
  /** index points; null for a channel that only one of the years has */
  readonly contribution: number | null
  /** change of the index without this channel; null where the rest is too little */
  readonly without: number | null
}

const has = (year: ChannelYear | null): year is ChannelYear => year !== null && year.low !== null && year.high !== null

/** Movement of two figures, of ranges only where they do not overlap. `direction` −1 turns it: a smaller distance is more dependence. */
function movementOf(from: ChannelYear | null, to: ChannelYear | null, direction: 1 | -1): Movement {
  if (!has(from) || !has(to) || (to.carriedFrom === from.carriedFrom && to.carriedFrom !== null)) return 'none'
  const [a, b] = [from as ChannelYear & { low: number; high: number }, to as ChannelYear & { low: number; high: number }]
  const rise = b.low - a.high
  const fall = a.low - b.high
  const turned = (movement: 'up' | 'down'): Movement => (direction === 1 ? movement : movement === 'up' ? 'down' : 'up')
  if (rise > 0) return rise < HELD_SHARE ? 'held' : turned('up')
  if (fall > 0) return fall < HELD_SHARE ? 'held' : turned('down')
  return a.low === a.high && b.low === b.high ? 'held' : 'unclear'
}

/** The year of a report; null when it has none. */
export const yearOf = (report: DependenceReport, year: number): DependenceYear | null =>
  report.years.find((one) => one.year === year) ?? null

const channelIn = (year: DependenceYear | null, channel: string): ChannelYear | null =>
  year?.channels.find((one) => one.channel === channel && one.share !== null) ?? null

/** Channels between the compared years, the strongest contribution first; those outside the comparison last. */
export function channelMoves(report: DependenceReport): readonly ChannelMove[] {
  const { comparison } = report
  if (comparison === null) return []
  const [from, to] = [yearOf(report, comparison.from), yearOf(report, comparison.to)]
  const moves = (to?.channels ?? []).map((channel): ChannelMove => {
    const [a, b] = [channelIn(from, channel.channel), channelIn(to, channel.channel)]
    const direction = report.method.channels.find((one) => one.id === channel.channel)?.direction ?? 1
    return {
      channel: channel.channel,
      pillar: channel.pillar,
      indicator: channel.indicator,
      from: a,
      to: b,
      movement: movementOf(a, b, direction),
      contribution: comparison.contributions.find((one) => one.channel === channel.channel)?.contribution ?? null,
      without: comparison.leaveOneOut.find((one) => one.channel === channel.channel)?.change ?? null,
    }
  })
  const strength = (move: ChannelMove): number => (move.contribution === null ? -1 : Math.abs(move.contribution))
  return moves.sort((a, b) => strength(b) - strength(a))
}

export interface DependenceFinding {
  /** `none`: no two years with an index; `gap`: they share too few channels */
  readonly kind: 'rose' | 'fell' | 'unclear' | 'gap' | 'none'
  readonly from: number | null
  readonly to: number | null
  readonly fromIndex: number | null
  readonly toIndex: number | null
  readonly change: number | null
  readonly low: number | null
  readonly high: number | null
  /** true only when every run has the sign of the change */
  readonly inAllRuns: boolean
  readonly signHolds: number | null
  /** channels that rose and fell in the direction of dependence */
  readonly up: readonly ChannelMove[]
  readonly down: readonly ChannelMove[]
  readonly disagree: boolean
}

interface LastFigure {
  readonly channel: string
  readonly year: number
}

/**
 * Why the line of the index stops: channels whose last figure lies in or before its last year, and those with figures after it. Both empty when
 * nothing is younger than the index.
 */
export function endOf(
  report: DependenceReport,
  inputs: readonly DependenceInput[],
): { readonly year: number | null; readonly stopped: readonly LastFigure[]; readonly going: readonly LastFigure[] } {
  const year = report.years.findLast((one) => one.index !== null)?.year ?? null
  const last = inputs.flatMap(({ channel, figures }): LastFigure[] =>
    figures.length === 0 ? [] : [{ channel, year: Math.max(...figures.map((figure) => figure.year)) }],
  )
  const going = year === null ? [] : last.filter((one) => one.year > year)
  return { year, going, stopped: going.length === 0 ? [] : last.filter((one) => one.year <= (year ?? 0)) }
}

/** What the screen may say: `rose` or `fell` only where the 5-95 % band lies on one side of zero. */
export function findingOf(report: DependenceReport): DependenceFinding {
  const { comparison } = report
  const moves = channelMoves(report)
  const up = moves.filter((move) => move.movement === 'up')
  const down = moves.filter((move) => move.movement === 'down')
  const base = { up, down, disagree: up.length > 0 && down.length > 0 }
  if (comparison === null) {
    const none = { from: null, to: null, fromIndex: null, toIndex: null, change: null, low: null, high: null }
    return { ...base, ...none, kind: 'none', inAllRuns: false, signHolds: null }
  }
  const { from, to, fromIndex, toIndex, change, low, high, signHolds, verdict } = comparison
  return {
    ...base,
    kind: verdict === null ? 'gap' : verdict === 'no-clear-change' ? 'unclear' : verdict,
    from,
    to,
    fromIndex,
    toIndex,
    change,
    low,
    high,
    signHolds,
    inAllRuns: signHolds === 1,
  }
}

/** Cells of the store behind one channel's figure of a year; of the year it was carried from. */
export function cellsOf(inputs: readonly DependenceInput[], channel: string, year: number): readonly CellRef[] {
  return inputs.find((input) => input.channel === channel)?.figures.find((figure) => figure.year === year)?.cells ?? []
}

/** Cells behind the index of a year: of all channels that count in it. */
export function indexCells(inputs: readonly DependenceInput[], year: DependenceYear | null): readonly CellRef[] {
  return (year?.channels ?? []).flatMap((channel) =>
    channel.contribution > 0 ? cellsOf(inputs, channel.channel, channel.carriedFrom ?? year?.year ?? 0) : [],
  )
}

export type Coverage = 'measured' | 'carried' | 'none'
export interface CoverageRow {
  readonly channel: string
  readonly pillar: string
  /** one per year */
  readonly cells: readonly { readonly year: number; readonly state: Coverage; readonly carriedFrom: number | null }[]
}

/** Which channel was measured, carried forward or missing in which year. */
export function coverageRows(report: DependenceReport): readonly CoverageRow[] {
  return (report.years[0]?.channels ?? []).map(({ channel, pillar }, at) => ({
    channel,
    pillar,
    cells: report.years.map(({ year, channels }) => {
      const found = channels[at]
      const state = found?.share == null ? 'none' : found.carriedFrom === null ? 'measured' : 'carried'
      return { year, state, carriedFrom: found?.carriedFrom ?? null }
    }),
  }))
}

/** The channels worth a small chart: the strongest fall and rise by what they did to the index and, where there is one, the transit of oil. */
export function smallCharts(report: DependenceReport, most = 3): readonly string[] {
  const moves = channelMoves(report)
  const first = (movement: Movement): string | undefined => moves.find((move) => move.movement === movement)?.channel
  const oil = moves.find((move) => move.pillar === 'energy' && move.to !== null)?.channel
  const all = report.years[0]?.channels.map((channel) => channel.channel) ?? []
  const wanted = [first('down'), oil, first('up'), ...moves.map((move) => move.channel), ...all]
  return [...new Set(wanted.filter((channel) => channel !== undefined))].slice(0, most)
}

/** How a channel's figures are written: shares of one have natural goalposts. */
export const shareUnit = (goalposts: { readonly min: number; readonly max: number }): 'share' | 'number' =>
  goalposts.min === 0 && goalposts.max === 1 ? 'share' : 'number'
