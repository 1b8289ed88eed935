// What the reader decided in the review: whole groups, a part named by words, or one held figure.
import { decodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import type { SeriesName } from './diff.ts'
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

export const takeAll: Decisions = { held: 'take', revised: 'take', new: 'take', except: [] }

/** True when every figure is taken: nothing has to be asked while writing. */
export const takesAll = ({ held, revised, new: fresh, except }: Decisions): boolean =>
  held === 'take' && revised === 'take' && fresh === 'take' && except.length === 0

/** Texts under which an indicator or an area is found: its code and its names in every language. */
export type TextsOf = (code: string) => readonly string[]

/**
 * Tells whether a figure answers to words, whatever their accents and case: each word stands in the name or code of the indicator, of
 * the reporter, of the partner, or in the period. No words fit everything.
 */
export function wordFilter(
  query: string,
  textsOf: { readonly indicator: TextsOf; readonly area: TextsOf },
): (name: SeriesName, period: string) => boolean {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0) return () => true
  const known = new Map<string, readonly string[]>()
  /** words that the dimensions of a series leave for its period */
  const openOf = ({ indicator, reporter, partner }: SeriesName): readonly string[] => {
    const key = `${indicator} ${reporter} ${partner}`
    let open = known.get(key)
    if (open === undefined) {
      const all = fold([...textsOf.indicator(indicator), ...textsOf.area(reporter), ...textsOf.area(partner)].join(' '))
      open = words.filter((word) => !all.includes(word))
      if (known.size < 100_000) known.set(key, open)
    }
    return open
  }
  return (name, period) => {
    const open = openOf(name)
    if (open.length === 0) return true
    const text = fold(period)
    return open.every((word) => text.includes(word))
  }
}

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
    const name = nameOf(Math.floor(id / SERIES_SIZE))
    const period = decodePeriod((id % SERIES_SIZE) as PeriodCode)
    if (filter !== null) return filter(name, period)
    const otherwise = held && except.has(cellKey({ line, ...name, period }))
    return (decision === 'take') !== otherwise
  }
}

const SERIES_SIZE = 2 ** 30
