import { AnalyticsRefusal } from '../refusal.ts'
import { compareYears, type YearComparison } from './compare.ts'
import { levelContributions } from './decompose.ts'
import { applicableChannels, type DependenceMethod } from './method.ts'
import { buildPanel, type ChannelFigures, cellRange, type Panel } from './panel.ts'
import { type LevelBand, levelBands, type YearBands } from './robustness.ts'
import { nominalSetting, Scorer, type Setting, selectPillars } from './score.ts'

export type { YearComparison } from './compare.ts'
export { comparisonDependenceMethod, defaultDependenceMethod, dependenceWeightSets } from './defaultMethod.ts'
export type { ChannelInput } from './inputs.ts'
export type { DependenceChannel, DependenceMethod, WeightSetting } from './method.ts'
export { applicableChannels, readDependenceMethod, withWeights } from './method.ts'
export type { ChannelFigures } from './panel.ts'

export interface ChannelYear {
  readonly channel: string
  readonly pillar: string
  readonly indicator: string
  /** the figure itself in the unit of the goalposts (shares 0-1), the middle where only a range is known; null = missing */
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
  /** on the method's scale; null = missing */
  readonly score: number | null
  readonly source: string | null
  /** the year the figure is from, where it was carried forward; else null */
  readonly carriedFrom: number | null
  /** part of the yearly index; the parts of a year sum to it, those of occasional pillars are 0 */
  readonly contribution: number
}

/** An index with its band. */
export interface IndexLevel {
  readonly index: number | null
  readonly alternative: number | null
  readonly low: number | null
  readonly median: number | null
  readonly high: number | null
  readonly runs: number
}

export interface DependenceYear extends IndexLevel {
  readonly year: number
  /**
   * on the pillars measured every year, by the method's own mean across them; null where the coverage rule is not met or one of these
   * pillars has no score: levels of any two years compare
   */
  readonly index: number | null
  /** by the other mean */
  readonly alternative: number | null
  readonly low: number | null
  readonly median: number | null
  readonly high: number | null
  /** share of the runs that gave the year an index */
  readonly runs: number
  /** channels with a figure ÷ channels that exist for the pair, 0-1; carried ones included */
  readonly coverage: number
  readonly carried: number
  readonly pillars: readonly { readonly pillar: string; readonly score: number | null; readonly contribution: number }[]
  readonly channels: readonly ChannelYear[]
  /** the index with one occasional pillar on top, in years that have it: compares with the same pillar's other years only */
  readonly extended: readonly (IndexLevel & { readonly pillar: string })[]
}

export interface DependenceReport {
  readonly reporter: string
  readonly on: string
  readonly method: DependenceMethod
  readonly seed: number
  readonly years: readonly DependenceYear[]
  /** of the two years asked for, else of the first and the last with an index; null where there are no two */
  readonly comparison: YearComparison | null
}

export interface DependenceRequest {
  readonly reporter: string
  readonly on: string
  readonly from: number
  readonly to: number
  /** a whole number */
  readonly seed: number
  /** the two years to compare; null = the first and the last with an index */
  readonly compare: readonly [number, number] | null
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)

function channelYears(scorer: Scorer, setting: Setting, year: number, contributions: Float64Array): readonly ChannelYear[] {
  const { panel } = scorer
  return panel.channels.map((channel, at) => {
    const range = cellRange(panel, at, year)
    const cell = at * panel.years.length + year
    const age = panel.age[cell] ?? -1
    return {
      channel: channel.id,
      pillar: channel.pillar,
      indicator: channel.input.indicator,
      share: range === null ? null : (range.low + range.high) / 2,
      low: range?.low ?? null,
      high: range?.high ?? null,
      score: orNull(scorer.cell(setting, at, year)),
      source: range === null ? null : (panel.sources[cell] ?? ''),
      carriedFrom: age > 0 ? (panel.years[year] ?? 0) - age : null,
      contribution: contributions[at] ?? 0,
    }
  })
}

interface Settings {
  /** every pillar, for scores */
  readonly all: Setting
  /** the yearly index (−1) and one per occasional pillar */
  readonly variants: ReadonlyMap<number, Setting>
}

function settingsOf(panel: Panel, bands: YearBands): Settings {
  const variants = [-1, ...bands.extended.keys()].map((extra) => {
    const setting = nominalSetting(panel)
    selectPillars(panel, setting, extra)
    return [extra, setting] as const
  })
  return { all: nominalSetting(panel), variants: new Map(variants) }
}

function levelOf(scorer: Scorer, setting: Setting, year: number, band: LevelBand | undefined): IndexLevel {
  return {
    index: orNull(scorer.index(setting, year)),
    alternative: orNull(scorer.index(setting, year, !setting.geometric)),
    low: band?.low ?? null,
    median: band?.median ?? null,
    high: band?.high ?? null,
    runs: band?.runs ?? 0,
  }
}

function yearOf(scorer: Scorer, settings: Settings, year: number, bands: YearBands): DependenceYear {
  const { panel } = scorer
  const yearly = settings.variants.get(-1) ?? settings.all
  const parts = levelContributions(scorer, yearly, year)
  const channels = channelYears(scorer, settings.all, year, parts.channels)
  return {
    year: panel.years[year] ?? 0,
    ...levelOf(scorer, yearly, year, bands.index[year]),
    coverage: channels.filter((channel) => channel.score !== null).length / channels.length,
    carried: channels.filter((channel) => channel.carriedFrom !== null).length,
    pillars: panel.pillarIds.map((pillar, at) => ({
      pillar,
      score: orNull(scorer.pillar(settings.all, at, year).score),
      contribution: parts.pillars[at] ?? 0,
    })),
    channels,
    extended: [...bands.extended].flatMap(([extra, own]) => {
      const setting = settings.variants.get(extra)
      if (!setting) return []
      const level = levelOf(scorer, setting, year, own[year])
      return level.index === null ? [] : [{ pillar: panel.pillarIds[extra] ?? '', ...level }]
    }),
  }
}

function comparedYears(
  panel: Panel,
  years: readonly DependenceYear[],
  wanted: readonly [number, number] | null,
): readonly [number, number] | null {
  if (wanted !== null) {
    const [from, to] = [panel.years.indexOf(wanted[0]), panel.years.indexOf(wanted[1])]
    if (from < 0 || to < 0) throw new AnalyticsRefusal('not-defined', 'the years to compare lie outside the years asked for')
    return [from, to]
  }
  const [from, to] = [years.findIndex((year) => year.index !== null), years.findLastIndex((year) => year.index !== null)]
  return from >= 0 && from < to ? [from, to] : null
}

/**
 * Dependence of a reporter on one partner, year by year: index, the other mean beside it, 5-95 % band, coverage, pillars and channels with
 * their contributions, and the comparison of two years with its verdict.
 *
 * The yearly index rests on the pillars measured every year and needs all of them, so that its line never changes composition; a pillar
 * with figures for scattered years gives a second index in those years. A year that misses the rule has no index (a gap, nothing
 * guessed); its channels are still listed. Figures outside the years asked for may be given and help to tell what is measured at all.
 *
 * @param method from `readDependenceMethod`
 * @param inputs figures per channel, computed by the caller as each channel's `input` says; channels of the method that do not exist for
 *   the pair are ignored
 * @throws {AnalyticsRefusal} `not-defined`, `unknown-part`, `duplicate-id`, `not-finite`
 * @see OECD and JRC (2008), Handbook on Constructing Composite Indicators; Saisana, Saltelli and Tarantola (2005), J. R. Stat. Soc. A
 *   168(2), 307; Ang (2004), Energy Policy 32(9), 1131
 */
export function dependence(
  method: DependenceMethod,
  inputs: readonly ChannelFigures[],
  request: DependenceRequest,
): DependenceReport {
  const panel = buildPanel(method, applicableChannels(method, request.reporter, request.on), inputs, request)
  const scorer = new Scorer(panel)
  const bands = levelBands(scorer, request.seed)
  const settings = settingsOf(panel, bands)
  const years = panel.years.map((_, year) => yearOf(scorer, settings, year, bands))
  const pair = comparedYears(panel, years, request.compare)
  return {
    reporter: request.reporter,
    on: request.on,
    method,
    seed: request.seed,
    years,
    comparison: pair === null ? null : compareYears(scorer, pair[0], pair[1], request.seed),
  }
}
