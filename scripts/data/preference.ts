import type { Row } from './csv.ts'

/** A row of source_preferences.csv. */
export interface PreferenceRule {
  readonly indicator: string
  readonly reporter: string
  /** first and last calendar year, null = open */
  readonly from: number | null
  readonly to: number | null
  readonly source: string
  readonly rank: number
}

const year = (text: string | undefined): number | null => (text ? Number(text) : null)

/** Rows of source_preferences.csv as the rules they say. */
export const preferenceRules = (rows: readonly Row[]): readonly PreferenceRule[] =>
  rows.map((row) => ({
    indicator: row.indicator ?? '',
    reporter: row.reporter ?? '',
    from: year(row.period_from),
    to: year(row.period_to),
    source: row.source ?? '',
    rank: Number(row.rank),
  }))

/** True when a code fits a pattern: the code itself, or text with one `*` for anything. */
export function fits(pattern: string, code: string): boolean {
  const [head = '', tail] = pattern.split('*')
  if (tail === undefined) return pattern === code
  return code.length >= head.length + tail.length && code.startsWith(head) && code.endsWith(tail)
}

/**
 * The sources that a chart uses for one indicator, reporter and period, best first: of the rules that fit, those of the lowest rank
 * whose source has a figure there. They complete each other (a panel of partners, a world total of another table); a source of a
 * higher rank fills no holes, because a partner without a row in a complete source had no trade. A rule with source `*` speaks for
 * every source that no other rule names, in the order of their codes.
 *
 * @param years first and last calendar year that the period touches
 * @param available sources with at least one figure for that indicator, reporter and period
 * @returns never empty when `available` is not: the last rule of the table fits everything
 */
export function chosenSources(
  rules: readonly PreferenceRule[],
  cell: { readonly indicator: string; readonly reporter: string; readonly years: readonly [number, number] },
  available: ReadonlySet<string>,
): readonly string[] {
  const fitting = rules.filter(
    (rule) =>
      fits(rule.indicator, cell.indicator) &&
      fits(rule.reporter, cell.reporter) &&
      (rule.from === null || rule.from <= cell.years[0]) &&
      (rule.to === null || cell.years[1] <= rule.to),
  )
  const named = new Set(fitting.map(({ source }) => source))
  const unnamed = [...available].filter((source) => !named.has(source)).sort()
  const ranked = fitting.flatMap(({ source, rank }) =>
    (source === '*' ? unnamed : available.has(source) ? [source] : []).map((code) => ({ code, rank })),
  )
  const best = Math.min(...ranked.map(({ rank }) => rank))
  return [...new Set(ranked.filter(({ rank }) => rank === best).map(({ code }) => code))]
}
