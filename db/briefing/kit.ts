// What a recipe works with: the reader's choice, words, names, formats, and questions to the handlers that the screens ask too.

import type { RequestOf, ResponseOf } from '../../electron/shared/contract/channels.ts'
import { channels } from '../../electron/shared/contract/channels.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { FigureSpec } from '../../electron/shared/contract/schema/briefingDocument.ts'
import type { SeriesBreak } from '../../electron/shared/contract/schema/observations.ts'
import type { ChannelPoint } from '../../electron/shared/contract/schema/overview.ts'
import type { EventRow } from '../../electron/shared/contract/schema/own.ts'
import type { Catalogue, Source } from '../../electron/shared/contract/schema/store.ts'
import { chooseMarkers } from '../../electron/shared/domain/event.ts'
import { type Formats, formatsOf } from '../../electron/shared/domain/formats.ts'
import type { Language } from '../../electron/shared/domain/languages.ts'
import { isRange } from '../../electron/shared/findings/overview.ts'
import { areaWords } from '../../electron/shared/language/areaWords.ts'
import { createNames, type Names } from '../../electron/shared/language/names.ts'
import { catalogueHandlers } from '../handlers/catalogue.ts'
import { claimHandlers } from '../handlers/claims.ts'
import { compareHandlers } from '../handlers/compare.ts'
import type { HandlerContext } from '../handlers/context.ts'
import { corridorHandlers } from '../handlers/corridors.ts'
import { dependenceHandlers } from '../handlers/dependence.ts'
import { eventHandlers } from '../handlers/events.ts'
import { opinionHandlers } from '../handlers/opinion.ts'
import { overviewHandlers } from '../handlers/overview.ts'
import { politicsHandlers } from '../handlers/politics.ts'
import { projectHandlers } from '../handlers/projects.ts'
import { scenarioHandlers } from '../handlers/scenarios.ts'
import { substitutionHandlers } from '../handlers/substitution.ts'
import { warningHandlers } from '../handlers/warnings.ts'
import type { ReadDb } from '../worker/db.ts'
import type { DraftField } from './draft.ts'
import { hasText, type Say, sayIn } from './texts.ts'

/** Handlers that need the store and nothing else. */
const topics = {
  'catalogue.get': catalogueHandlers['catalogue.get'],
  'sources.list': catalogueHandlers['sources.list'],
  'overview.get': overviewHandlers['overview.get'],
  'substitution.get': substitutionHandlers['substitution.get'],
  'dependence.get': dependenceHandlers['dependence.get'],
  'corridors.get': corridorHandlers['corridors.get'],
  'politics.get': politicsHandlers['politics.get'],
  'opinion.get': opinionHandlers['opinion.get'],
  'projects.get': projectHandlers['projects.get'],
  'claims.list': claimHandlers['claims.list'],
  'scenarios.get': scenarioHandlers['scenarios.get'],
  'compare.get': compareHandlers['compare.get'],
  'events.list': eventHandlers['events.list'],
  'warnings.list': warningHandlers['warnings.list'],
} as const
type Topic = keyof typeof topics

/** Asks a handler of the screens, its request checked as a call's would be. */
function askHandler<C extends Topic>(db: ReadDb, name: C, request: RequestOf<C>): ResponseOf<C> {
  const handler = topics[name] as unknown as (context: Pick<HandlerContext<ReadDb>, 'db'>, request: unknown) => ResponseOf<C>
  return handler({ db }, channels[name].request.parse(request))
}

export interface Choice {
  readonly language: Language
  readonly reporter: string
  readonly partners: readonly string[]
  readonly baseYear: number
  readonly asOf: string
  /** ISO day on which the briefing is composed */
  readonly today: string
}

/** What a figure without an axis of years has none of. */
export const noMarks = { baseYear: null, events: [], joins: [], gaps: [] } satisfies Partial<FigureSpec>

export interface Kit extends Choice {
  readonly db: ReadDb
  /** the one that headlines are about */
  readonly partner: string
  readonly second: string | undefined
  /** the year on screen: of the as-known-on day, else of the newest figures; never the clock's */
  readonly thisYear: number
  readonly say: Say
  readonly names: Names
  readonly formats: Formats
  readonly catalogue: Catalogue
  readonly source: (code: string) => Source | undefined
  ask<C extends Topic>(name: C, request: RequestOf<C>): ResponseOf<C>
  /** forms of the names of the reporter and of the first partner, as most texts want them */
  readonly words: Readonly<Record<string, string | number>>
}

/** What the recipes of one briefing share: its country, words and figures, each question asked of the store once. */
export function createKit(db: ReadDb, choice: Choice): Kit {
  const answers = new Map<string, unknown>()
  const ask = <C extends Topic>(name: C, request: RequestOf<C>): ResponseOf<C> => {
    const key = `${name} ${JSON.stringify(request)}`
    if (!answers.has(key)) answers.set(key, askHandler(db, name, request))
    return answers.get(key) as ResponseOf<C>
  }
  const { language, reporter, partners, baseYear, asOf } = choice
  const catalogue = ask('catalogue.get', {})
  const names = createNames(catalogue, language)
  const sources = new Map(ask('sources.list', {}).map((source) => [source.code, source]))
  const partner = partners[0] ?? 'RUS'
  const owner = (code: string): string => names.areaIn(code, 'genitive')
  return {
    ...choice,
    db,
    ask,
    partner,
    second: partners[1],
    thisYear: Number((asOf === '' ? catalogue.summary.vintage : asOf).slice(0, 4)),
    say: sayIn(language),
    names,
    formats: formatsOf(language),
    catalogue,
    source: (code) => sources.get(code),
    words: {
      ...areaWords(names, 'reporter', reporter),
      ...areaWords(names, 'partner', partner),
      partnerGenitive: owner(partner),
      partnerDative: names.areaIn(partner, 'dative'),
      partnerAblative: names.areaIn(partner, 'ablative'),
      owner: owner(partner),
      year: baseYear,
      baseYear,
    },
  }
}

/** Codes of sources that a reading joins with `+`. */
export const codesOf = (...sources: readonly string[]): readonly string[] => [
  ...new Set(sources.flatMap((source) => source.split('+')).filter((code) => code !== '')),
]

/** A reading of a channel as a field: one number in per cent, or a range. */
export function percentField(kit: Kit, key: string, point: ChannelPoint, decimals = 1): DraftField {
  return { key, low: point.low, high: point.high, print: percentPrint(kit, decimals), cells: point.cells }
}

/** Prints one share, or both ends of a range without decimals. */
export const percentPrint =
  ({ formats }: Kit, decimals = 1) =>
  (low: number, high: number): string =>
    isRange({ low, high }) ? formats.range(low, high) + formats.percent(0, 0).replace('0', '') : formats.percent(low, decimals)

/** A field of a slide for one number of the store, with how it is printed. */
export const numberField = (
  key: string,
  value: number,
  print: (value: number) => string,
  cells: DraftField['cells'] = [],
): DraftField => ({ key, low: value, high: value, print: (low) => print(low), cells })

/** The unit of shares. */
export const percentUnit = (kit: Kit, decimals = 1): FigureSpec['unit'] => ({
  code: 'PCT',
  label: kit.say('briefing:unit.percent'),
  decimals,
})

/** First to last year without a hole, so that a missing year is a gap and not a shorter axis. */
export function everyYear(years: readonly number[]): readonly number[] {
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** Joins and gaps of a drawing from the breaks of its series, inside its years. */
export function notesOf(kit: Kit, breaks: readonly SeriesBreak[], years: readonly number[], used: ReadonlySet<string>) {
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0]
  const inside = breaks.filter(({ period }) => Number(period.slice(0, 4)) > first && Number(period.slice(0, 4)) <= last)
  const drawn = (code: string): boolean => code === '' || used.has(code)
  const joins = inside.filter((one) => one.kind === 'join' && drawn(one.fromSource) && drawn(one.toSource))
  const gaps = inside.filter((one) => one.gap)
  return {
    joins: [...new Set(joins.map((one) => one.period))],
    gaps: [...new Map(gaps.map((one) => [one.period, one])).values()].map((one) => ({
      from: String(Number(one.period.slice(0, 4)) - 1),
      to: String(Number(one.period.slice(0, 4)) + 1),
      reason: kit.say('briefing:gap', { year: one.period.slice(0, 4) }),
    })),
  }
}

/** Name of an event; the bundled ones are translated, the user's own stand as written. */
export function eventTitle({ say, language }: Kit, event: EventRow, form: 'title' | 'short' = 'title'): string {
  if (event.origin === 'user') return event.title
  const keys = [`eventTitles:${form}.${event.date}`, `eventTitles:title.${event.date}`]
  const key = keys.find((one) => hasText(language, one))
  return key === undefined ? event.title : say(key)
}

/** The few events worth a line on a chart of these years. */
export const eventsOf = (kit: Kit, from: number, to: number, most = 2): FigureSpec['events'] =>
  chooseMarkers(kit.ask('events.list', {}), { reporter: kit.reporter, partners: kit.partners, from, to, most }).map((event) => ({
    date: event.date,
    label: eventTitle(kit, event, 'short'),
  }))

/** The year of a figure's last period; 0 without a figure or periods of years. */
export const newestOf = (figure: FigureSpec | undefined): number =>
  Number((figure !== undefined && 'periods' in figure ? figure.periods.at(-1) : undefined)?.slice(0, 4) ?? 0) || 0

/** What a reader must know of the figures of a topic; with a newest year, nothing that ended before it. */
export const topicWarnings = (kit: Kit, topic: string, most = 2, newest = 0): readonly string[] =>
  kit
    .ask('warnings.list', { topic, reporter: kit.reporter, partners: [...kit.partners] })
    .filter(({ until }) => until === '' || Number(until.slice(0, 4)) >= newest)
    .slice(0, most)
    .map((warning) => warning.text[kit.language])

/** The answer of a measure, or null where it refuses (too few figures, the country itself): such a slide is left out. A bug still throws. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof CallError) return null
    throw error
  }
}

/** The codes that stand there most often, the most frequent first; empty ones do not count. @param most how many at most */
export function mostFrequent(codes: readonly string[], most: number): readonly string[] {
  const counts = new Map<string, number>()
  for (const code of codes) if (code !== '') counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([code]) => code)
}
