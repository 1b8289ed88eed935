// Coverage, age, disagreement, sources and the rule between them: what the screen says and draws. Pure.
import type {
  ChannelAge,
  Coverage,
  CoverageRow,
  Disagreement,
  RestsOn,
  SourceUse,
} from '../../../electron/shared/contract/schema/coverage.ts'
import type { SourceRuleRow } from '../../../electron/shared/contract/schema/own.ts'
import type { Source } from '../../../electron/shared/contract/schema/store.ts'
import type { Language } from '../../../electron/shared/domain/languages.ts'
import { worded } from '../../language/wording.ts'

/** Figures older than this are old. */
const OLD_YEARS = 3

export interface CoverageGroup {
  readonly topic: string
  readonly rows: readonly CoverageRow[]
  /** figures of all its indicators, by year of the grid */
  readonly values: readonly number[]
}

export interface CoverageGrid {
  readonly years: readonly number[]
  /** topics in order of their figures, most first */
  readonly groups: readonly CoverageGroup[]
}

const valuesOf = (row: CoverageRow, years: readonly number[]): readonly number[] => {
  const byYear = new Map(row.years.map((year, index) => [year, row.figures[index] ?? 0]))
  return years.map((year) => byYear.get(year) ?? 0)
}
export const rowValues = valuesOf

/** Indicators by topic over one axis of years, from 1992 or the first later year with a figure. */
export function coverageGrid(coverage: Pick<Coverage, 'rows'>): CoverageGrid {
  const all = coverage.rows.flatMap((row) => row.years)
  if (all.length === 0) return { years: [], groups: [] }
  const first = Math.max(1992, Math.min(...all))
  const last = Math.max(...all)
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const sum = (rows: readonly CoverageRow[]): readonly number[] =>
    rows
      .map((row) => valuesOf(row, years))
      .reduce(
        (total, values) => total.map((value, index) => value + (values[index] ?? 0)),
        years.map(() => 0),
      )
  const total = (row: CoverageRow): number => row.figures.reduce((a, b) => a + b, 0)
  const groups = [...Map.groupBy(coverage.rows, (row) => row.topic)]
    .map(([topic, rows]) => ({
      topic,
      rows: rows.toSorted((a, b) => total(b) - total(a) || (a.indicator < b.indicator ? -1 : 1)),
      values: sum(rows),
    }))
    .sort((a, b) => b.values.reduce((x, y) => x + y, 0) - a.values.reduce((x, y) => x + y, 0) || (a.topic < b.topic ? -1 : 1))
  return { years, groups }
}

export interface AgeFinding {
  readonly old: readonly ChannelAge[]
  readonly missing: readonly ChannelAge[]
  readonly fresh: readonly ChannelAge[]
  readonly oldest: ChannelAge | null
}

/** Channels by the age of their newest figure. */
export function ageFinding(ages: readonly ChannelAge[]): AgeFinding {
  const old = ages
    .filter((age) => age.ageYears !== null && age.ageYears > OLD_YEARS)
    .toSorted((a, b) => (b.ageYears ?? 0) - (a.ageYears ?? 0))
  return {
    old,
    missing: ages.filter((age) => age.ageYears === null),
    fresh: ages.filter((age) => age.ageYears !== null && age.ageYears <= OLD_YEARS),
    oldest: old[0] ?? null,
  }
}

export interface SourceRow {
  readonly source: Source
  readonly use: SourceUse | null
  /** everything that rests on it, figures and records */
  readonly weight: number
}

/** Sources with what rests on them, most first. */
export function sourceRows(sources: readonly Source[], uses: readonly SourceUse[]): readonly SourceRow[] {
  const byCode = new Map(uses.map((use) => [use.source, use]))
  return sources
    .map((source) => {
      const use = byCode.get(source.code) ?? null
      const weight =
        use === null ? 0 : use.figures + use.events + use.projects + use.memberships + use.scenarios + use.claims + use.corridors
      return { source, use, weight }
    })
    .sort((a, b) => b.weight - a.weight || (a.source.code < b.source.code ? -1 : 1))
}

/** A line per project record, by name; records of one name are told apart by their financing. */
export function projectLines(
  projects: RestsOn['projects'],
  titleOf: (title: string) => string,
  language: Language,
): readonly string[] {
  const records = Map.groupBy(projects, ({ title }) => title)
  return projects
    .map(({ title, financing }) =>
      financing !== '' && (records.get(title)?.length ?? 0) > 1
        ? `${titleOf(title)} · ${worded(language, financing)}`
        : titleOf(title),
    )
    .sort((a, b) => a.localeCompare(b, language))
}

export interface TermsCount {
  readonly open: number
  readonly narrow: number
  readonly unreviewed: number
  /** part of all figures that rests on open sources, 0 to 1; null without figures */
  readonly openShare: number | null
}

/** How many sources and figures stand under open, narrow and unreviewed terms. */
export function termsCount(sources: readonly Source[]): TermsCount {
  const count = (terms: Source['terms']): number => sources.filter((source) => source.terms === terms).length
  const figures = (rows: readonly Source[]): number => rows.reduce((sum, source) => sum + source.observations, 0)
  const all = figures(sources)
  return {
    open: count('open'),
    narrow: count('narrow'),
    unreviewed: count('unreviewed'),
    openShare: all === 0 ? null : figures(sources.filter((source) => source.terms === 'open')) / all,
  }
}

export interface DisagreementGroup {
  readonly indicator: string
  readonly partner: string
  readonly cells: readonly Disagreement[]
  readonly largest: Disagreement
}

/** One group per indicator and partner, so that ten years of one quarrel do not fill the list; its largest gap leads. */
export function disagreementGroups(cells: readonly Disagreement[]): readonly DisagreementGroup[] {
  return [...Map.groupBy(cells, (cell) => `${cell.indicator} ${cell.partner}`).values()]
    .flatMap((group) => {
      const largest = group[0]
      return largest ? [{ indicator: largest.indicator, partner: largest.partner, cells: group, largest }] : []
    })
    .sort((a, b) => b.largest.gap - a.largest.gap)
}

export interface RuleGroup {
  readonly lines: readonly SourceRuleRow['lines'][number][]
  readonly sources: readonly string[]
}

/** Lines of a rule that say the same of several sources (years, rank, reason) told as one. */
export function ruleGroups(lines: SourceRuleRow['lines']): readonly RuleGroup[] {
  return [...Map.groupBy(lines, (line) => `${line.rank} ${line.periodFrom} ${line.periodTo} ${line.reason}`).values()].map(
    (same) => ({
      lines: same,
      sources: [...new Set(same.map((line) => line.source))],
    }),
  )
}
