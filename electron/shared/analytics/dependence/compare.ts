import { seededUniform } from '../random.ts'
import { changeContributions } from './decompose.ts'
import type { Panel } from './panel.ts'
import { bandOf, type Choice, choices, drawRun, everyChoice, type Varied } from './robustness.ts'
import { nominalSetting, type Scorer, type Setting, selectPillars } from './score.ts'

export type DependenceVerdict = 'rose' | 'fell' | 'no-clear-change'

/** The change of the index between two years, on the channels that both have. */
export interface YearComparison {
  readonly from: number
  readonly to: number
  /** null with a reason: the years share too few channels for the coverage rule */
  readonly gap: 'too-few-common-channels' | null
  readonly matchedChannels: readonly string[]
  /** index points on the method's scale, on the matched channels */
  readonly change: number | null
  /** 5-95 % band and median of the change over the runs */
  readonly low: number | null
  readonly median: number | null
  readonly high: number | null
  /** the index of both years on the matched channels: the ends of the waterfall */
  readonly fromIndex: number | null
  readonly toIndex: number | null
  /** change of the yearly index, and what of it is not in `change` because the two rest on other channels; null where a year has none */
  readonly levelChange: number | null
  readonly composition: number | null
  /** per matched channel; they sum to `change` */
  readonly contributions: readonly { readonly channel: string; readonly pillar: string; readonly contribution: number }[]
  /** share of the runs whose change has the sign of `change`, 0-1; null without a change or runs */
  readonly signHolds: number | null
  /** change with one channel left out at a time, and its range; null where the rest is too little */
  readonly leaveOneOut: readonly { readonly channel: string; readonly change: number | null }[]
  readonly leaveOneOutRange: { readonly low: number; readonly high: number } | null
  /** variance of the change when only one choice varies ÷ the sum over the choices; sums to 1 unless nothing varies */
  readonly drivers: readonly { readonly choice: Choice; readonly share: number }[]
  /** null without a change; `no-clear-change` when the band covers zero or there is no band */
  readonly verdict: DependenceVerdict | null
}

/**
 * Restricts a setting to the channels with a figure in both years and, inside the method's coverage rule, to pillars with enough of them.
 *
 * @param left position of a channel that is taken out of the framework altogether, or −1
 * @returns false where the common channels do not meet the coverage rule
 */
function matchYears(scorer: Scorer, setting: Setting, from: number, to: number, left: number): boolean {
  const { panel } = scorer
  const { coverage } = panel.method
  let [channels, possible, pillars, possiblePillars] = [0, 0, 0, 0]
  for (let pillar = 0; pillar < panel.pillarIds.length; pillar += 1) {
    const [start, end] = [panel.pillarStart[pillar] ?? 0, panel.pillarStart[pillar + 1] ?? 0]
    let [common, size] = [0, 0]
    for (let channel = start; channel < end; channel += 1) {
      setting.include[channel] = channel === left ? 0 : 1
      if (channel === left) continue
      size += 1
      if (scorer.present(setting, channel, from) && scorer.present(setting, channel, to)) common += 1
      else setting.include[channel] = 0
    }
    if (size === 0) continue
    possible += size
    possiblePillars += 1
    if (common > 0 && common >= coverage.within * size - 1e-9) {
      channels += common
      pillars += 1
    } else setting.include.fill(0, start, end)
  }
  return pillars > 0 && pillars >= coverage.pillars * possiblePillars - 1e-9 && channels >= coverage.channels * possible - 1e-9
}

/** Change between two years on their common channels; NaN where these are too few. */
function matchedChange(scorer: Scorer, setting: Setting, from: number, to: number, left = -1): number {
  if (!matchYears(scorer, setting, from, to, left)) return Number.NaN
  return scorer.index(setting, to) - scorer.index(setting, from)
}

/** Changes of every run that has one, in the order of the runs; the array is as long as there are runs and `count` says how many count. */
function runChanges(
  scorer: Scorer,
  seed: number,
  years: readonly [number, number],
  varied: Varied,
): { readonly values: Float64Array; readonly count: number } {
  const { panel } = scorer
  const uniform = seededUniform(seed)
  const [nominal, run] = [nominalSetting(panel), nominalSetting(panel)]
  const values = new Float64Array(panel.method.robustness.runs)
  let count = 0
  for (let index = 0; index < values.length; index += 1) {
    drawRun(panel, nominal, run, uniform, varied)
    const change = matchedChange(scorer, run, years[0], years[1])
    if (Number.isNaN(change)) continue
    values[count] = change
    count += 1
  }
  return { values, count }
}

function varianceOf(values: Float64Array, count: number): number {
  if (count < 2) return 0
  let [mean, squares] = [0, 0]
  for (let at = 0; at < count; at += 1) {
    const value = values[at] ?? 0
    const distance = value - mean
    mean += distance / (at + 1)
    squares += distance * (value - mean)
  }
  return squares / (count - 1)
}

function driversOf(scorer: Scorer, seed: number, years: readonly [number, number]): YearComparison['drivers'] {
  const variances = choices.map((choice) => {
    const { values, count } = runChanges(scorer, seed, years, new Set([choice]))
    return varianceOf(values, count)
  })
  const total = variances.reduce((sum, variance) => sum + variance, 0)
  return choices.map((choice, index) => ({ choice, share: total > 0 ? (variances[index] ?? 0) / total : 0 }))
}

function leaveOut(scorer: Scorer, panel: Panel, years: readonly [number, number]): YearComparison['leaveOneOut'] {
  return panel.channels.map((channel, left) => {
    const change = matchedChange(scorer, nominalSetting(panel), years[0], years[1], left)
    return { channel: channel.id, change: Number.isNaN(change) ? null : change }
  })
}

const nothing = {
  change: null,
  fromIndex: null,
  toIndex: null,
  low: null,
  median: null,
  high: null,
  composition: null,
  contributions: [],
  signHolds: null,
  leaveOneOut: [],
  leaveOneOutRange: null,
  drivers: [],
  verdict: null,
} as const

/**
 * Compares two years of one panel. Only channels with a figure in both count, with the same weights in both, so that a channel that enters
 * or leaves the statistics cannot pass for a change. Occasional pillars count when both years have them; what that and other differences
 * of composition do to the change of the yearly index stands apart as `composition`.
 *
 * @param from,to positions in `panel.years`
 * @param seed the same seed as for the bands gives the same draws
 */
export function compareYears(scorer: Scorer, from: number, to: number, seed: number): YearComparison {
  const { panel } = scorer
  const yearly = nominalSetting(panel)
  selectPillars(panel, yearly, -1)
  const levelChange = scorer.index(yearly, to) - scorer.index(yearly, from)
  const names = { from: panel.years[from] ?? 0, to: panel.years[to] ?? 0 }
  const matched = nominalSetting(panel)
  const change = matchedChange(scorer, matched, from, to)
  const matchedChannels = panel.channels.filter((_, channel) => matched.include[channel] === 1).map((channel) => channel.id)
  const published = Number.isNaN(levelChange) ? null : levelChange
  if (Number.isNaN(change)) {
    return { ...names, ...nothing, gap: 'too-few-common-channels', matchedChannels, levelChange: published }
  }
  const years = [from, to] as const
  const { values, count } = runChanges(scorer, seed, years, everyChoice)
  const same = values.subarray(0, count).filter((value) => Math.sign(value) === Math.sign(change)).length
  const band = bandOf(values, count, values.length)
  const parts = changeContributions(scorer, matched, from, to)
  const left = leaveOut(scorer, panel, years)
  const known = left.flatMap((item) => item.change ?? [])
  return {
    ...names,
    gap: null,
    matchedChannels,
    change,
    fromIndex: scorer.index(matched, from),
    toIndex: scorer.index(matched, to),
    low: band.low,
    median: band.median,
    high: band.high,
    levelChange: published,
    composition: published === null ? null : published - change,
    contributions: panel.channels.flatMap((channel, at) =>
      matched.include[at] === 1 ? [{ channel: channel.id, pillar: channel.pillar, contribution: parts?.channels[at] ?? 0 }] : [],
    ),
    signHolds: count === 0 ? null : same / count,
    leaveOneOut: left,
    leaveOneOutRange: known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) },
    drivers: driversOf(scorer, seed, years),
    verdict: verdictOf(change, band),
  }
}

/** `rose` or `fell` only when the 5-95 % band of the change lies on one side of zero. */
function verdictOf(change: number, band: { readonly low: number | null; readonly high: number | null }): DependenceVerdict {
  if (band.low === null || band.high === null || (band.low <= 0 && band.high >= 0)) return 'no-clear-change'
  return change > 0 ? 'rose' : 'fell'
}
