// What the reader decided in the review: whole groups, a part named by words, or one held figure.

import { decodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import type { SeriesName } from './diffOptions.ts'
import { fold } from './text/fold.ts'

/** A group is taken, left out, or only what answers to some words is taken. */
export type GroupDecision = 'take' | 'leave' | { readonly only: string }

/** Names a figure of a file among those of one report. */
export interface CellName {
  readonly line: number
  readonly indicator: string
  readonly partner: string
  readonly period: string
}

export interface Decisions {
  readonly held: 'take' | 'leave'
  readonly revised: GroupDecision
  readonly new: GroupDecision
  /** held figures decided otherwise than their group */
  readonly except: readonly CellName[]
}

/** True when every figure is taken: nothing has to be asked while writing. */
export const takesAll = ({ held, revised, new: fresh, except }: Decisions): boolean =>
  held === 'take' && revised === 'take' && fresh === 'take' && except.length === 0

/** Texts under which an indicator or an area is found: its code and its names in every language. */
export type TextsOf = (code: string) => readonly string[]

/** Words of a query, each to be found somewhere. */
export const wordsOf = (query: string): readonly string[] => fold(query).split(' ').filter(Boolean)

/** Words that the names and codes of a series leave for its period to answer. */
export function openWords(
  words: readonly string[],
  { indicator, reporter, partner }: SeriesName,
  textsOf: { readonly indicator: TextsOf; readonly area: TextsOf },
): readonly string[] {
  if (words.length === 0) return words
  const all = fold([...textsOf.indicator(indicator), ...textsOf.area(reporter), ...textsOf.area(partner)].join(' '))
  return words.filter((word) => !all.includes(word))
}

/** Whether a period answers to the words that are still open. */
export const periodAnswers = (open: readonly string[], period: string): boolean => {
  const text = fold(period)
  return open.every((word) => text.includes(word))
}

/**
 * Tells whether a figure answers to words, whatever their accents and case: each word stands in the name or code of the indicator, of
 * the reporter, of the partner, or in the period. No words fit everything.
 */
function wordFilter(
  query: string,
  textsOf: { readonly indicator: TextsOf; readonly area: TextsOf },
): (series: number, name: () => SeriesName, period: string) => boolean {
  const words = wordsOf(query)
  const known = new Map<number, readonly string[]>()
  return (series, name, period) => {
    let open = known.get(series)
    if (open === undefined) {
      open = openWords(words, name(), textsOf)
      if (known.size < MOST_KNOWN) known.set(series, open)
    }
    return open.length === 0 || periodAnswers(open, period)
  }
}
const MOST_KNOWN = 1_000_000

const cellKey = ({ line, indicator, partner, period }: CellName): string => `${line} ${indicator} ${partner} ${period}`

/** The decisions as a question about one figure: is it written? */
export function decider(
  decisions: Decisions,
  nameOf: (series: number) => SeriesName,
  textsOf: { readonly indicator: TextsOf; readonly area: TextsOf },
): (kind: 'new' | 'revised', id: number, line: number, held: boolean) => boolean {
  const except = new Set(decisions.except.map(cellKey))
  const filterOf = (decision: GroupDecision) => (typeof decision === 'string' ? null : wordFilter(decision.only, textsOf))
  const filters = { new: filterOf(decisions.new), revised: filterOf(decisions.revised) }
  return (kind, id, line, held) => {
    const decision = held ? decisions.held : decisions[kind]
    const filter = held ? null : filters[kind]
    if (filter === null && except.size === 0) return decision === 'take'
    const series = Math.floor(id / SERIES_SIZE)
    const period = decodePeriod((id % SERIES_SIZE) as PeriodCode)
    if (filter !== null) return filter(series, () => nameOf(series), period)
    const otherwise = held && except.has(cellKey({ line, ...nameOf(series), period }))
    return (decision === 'take') !== otherwise
  }
}
