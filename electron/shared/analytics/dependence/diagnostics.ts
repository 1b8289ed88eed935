import {
  cronbachAlpha,
  type EffectiveWeight,
  effectiveWeights,
  type GroupWarning,
  groupWarnings,
  shapeOf,
} from '../diagnostics.ts'
import type { ChannelYear, DependenceReport } from './index.ts'

/** How the parts of the index, or of one of its pillars, go together over its years. */
export interface PartGroup {
  /** the pillar whose channels these are; null = the pillars of the yearly index */
  readonly pillar: string | null
  /** Cronbach's alpha of the parts' scores; null where it is not defined */
  readonly alpha: number | null
  readonly parts: readonly EffectiveWeight[]
  readonly warnings: readonly GroupWarning[]
}

/** What a reader should know about an index before leaning on it. */
export interface IndexDiagnostics {
  /** years with an index, upwards: what correlations and alpha rest on */
  readonly years: readonly number[]
  /** the index first, then its pillars of two channels or more */
  readonly groups: readonly PartGroup[]
  /** channels so skewed and peaked that few years decide, by figures of their own years */
  readonly outlying: readonly string[]
  /** figures outside their goalposts, cut to them; a carried figure counts once, in its own year */
  readonly cut: readonly { readonly channel: string; readonly year: number }[]
}

interface Part {
  readonly id: string
  readonly weight: number
  readonly scores: readonly (number | null)[]
}

const groupOf = (pillar: string | null, parts: readonly Part[], whole: readonly (number | null)[]): PartGroup => ({
  pillar,
  alpha: cronbachAlpha(parts.map((part) => part.scores)),
  parts: effectiveWeights(parts, whole),
  warnings: groupWarnings(parts, whole),
})

/**
 * Diagnostics of a dependence index over its years: what weights do as against what they say, what moves together or against each other,
 * which channels have outliers, and what was cut. It changes nothing. Years of one country share trends, so this describes and tests nothing.
 *
 * @param report scores that count in the index, carried ones included; occasional pillars are left out, for they are not in it
 * @returns correlations and alpha are null below three years with an index
 * @see OECD and JRC (2008), Handbook on Constructing Composite Indicators, steps 4 and 6; Paruolo, Saisana and Saltelli (2013), J. R. Stat.
 *   Soc. A 176(3), 609
 */
export function indexDiagnostics(report: DependenceReport): IndexDiagnostics {
  const { method } = report
  const rows = report.years.filter((year) => year.index !== null)
  const pillarScores = (id: string): readonly (number | null)[] =>
    rows.map((year) => year.pillars.find(({ pillar }) => pillar === id)?.score ?? null)
  const yearly = method.pillars
    .filter(({ id, occasional }) => !occasional && rows.length > 0 && pillarScores(id).every((score) => score !== null))
    .map(({ id, weight }) => ({ id, weight, scores: pillarScores(id) }))
  const present = new Set(report.years[0]?.channels.map(({ channel }) => channel))
  const channels = method.channels.filter(({ id }) => present.has(id))
  const yearsOf = (id: string, years = report.years): readonly (ChannelYear | undefined)[] =>
    years.map((year) => year.channels.find(({ channel }) => channel === id))
  const ownFigures = (id: string): readonly (number | null)[] =>
    yearsOf(id).map((one) => (one === undefined || one.carriedFrom !== null ? null : one.share))
  const inner = yearly.flatMap(({ id, scores }) => {
    const parts = channels
      .filter(({ pillar }) => pillar === id)
      .map((channel) => ({
        id: channel.id,
        weight: channel.weight,
        scores: yearsOf(channel.id, rows).map((one) => one?.score ?? null),
      }))
    return parts.length > 1 ? [groupOf(id, parts, scores)] : []
  })
  const index = rows.map((year) => year.index)
  return {
    years: rows.map(({ year }) => year),
    groups: yearly.length > 1 ? [groupOf(null, yearly, index), ...inner] : inner,
    outlying: channels.map(({ id }) => id).filter((id) => shapeOf(ownFigures(id)).flagged),
    cut: channels.flatMap(({ id, goalposts }) =>
      report.years.flatMap(({ year }, at) => {
        const one = yearsOf(id)[at]
        if (one === undefined || one.share === null || one.carriedFrom !== null) return []
        return one.share < goalposts.min || one.share > goalposts.max ? [{ channel: id, year }] : []
      }),
    ),
  }
}
