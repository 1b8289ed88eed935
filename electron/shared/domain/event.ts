// Dated events: what counts as a date, whom an event concerns, and which few are worth a line on a chart.
import { encodePeriod, periodKind } from './period.ts'

export const eventCategories = [
  'war',
  'security',
  'integration',
  'diplomacy',
  'doctrine',
  'energy',
  'infrastructure',
  'trade',
  'protest',
  'domestic',
  'reference',
] as const
export type EventCategory = (typeof eventCategories)[number]

export type EventDateProblem = 'missing' | 'form' | 'impossible'

/**
 * What is wrong with the date of an event as a person wrote it: a year (2022), a month (2022-02) or a day (2022-02-24).
 *
 * @returns null when it is a date; `form` when it is not written as one; `impossible` when it is written as one that no calendar has
 */
export function eventDateProblem(text: string): EventDateProblem | null {
  if (text.trim() === '') return 'missing'
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return 'form'
  const code = encodePeriod(text)
  if (code === null) return 'impossible'
  const kind = periodKind(code)
  return kind === 'year' || kind === 'month' || kind === 'day' ? null : 'form'
}

/** As much of an event as the choice of markers needs. */
export interface DatedEvent {
  readonly date: string
  readonly category: string
  readonly partners: readonly string[]
  readonly origin: 'bundled' | 'user'
  readonly hidden: boolean
  /** whose event it is; empty = everybody's */
  readonly reporter: string
}

/**
 * The bundled events are told from Kazakhstan's side. Those of these dates concern the countries of the region alike.
 * Key: date of the event; value: reporters, or empty for all.
 */
const shared: Readonly<Record<string, readonly string[]>> = {
  '1991-12-21': ['ARM', 'AZE', 'KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'],
  '1992-05-15': ['ARM', 'KAZ', 'KGZ', 'TJK', 'UZB'],
  '1996-04-26': ['KAZ', 'KGZ', 'TJK'],
  '2001-06-15': ['KAZ', 'KGZ', 'TJK', 'UZB'],
  '2009-10-03': ['AZE', 'KAZ', 'KGZ', 'TUR'],
  '2009-12-14': ['KAZ', 'TKM', 'UZB'],
  '2013-09-07': [],
  '2014-02': ['AZE', 'GEO', 'KAZ'],
  '2014-03-27': [],
  '2015-01-01': ['ARM', 'KAZ', 'KGZ'],
  '2021-11': ['AZE', 'KAZ', 'KGZ', 'TUR', 'UZB'],
  '2022-02-24': [],
  '2022-03-02': [],
  '2022-03-31': ['AZE', 'GEO', 'KAZ', 'TUR'],
  '2022-04-07': [],
  '2022-11-25': ['AZE', 'GEO', 'KAZ', 'TUR'],
  '2023-05-18': ['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'],
  '2023-09-19': ['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'],
  '2024-02-23': ['ARM', 'KAZ', 'KGZ', 'TJK'],
  '2025-04-04': ['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'],
  '2025-06-17': ['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'],
}

/** True when an event has a place beside the figures of a reporter. */
export function concerns(event: Pick<DatedEvent, 'date' | 'origin' | 'reporter'>, reporter: string): boolean {
  if (event.origin === 'user') return event.reporter === '' || event.reporter === reporter
  if (reporter === 'KAZ') return true
  const whose = shared[event.date]
  return whose !== undefined && (whose.length === 0 || whose.includes(reporter))
}

/** Dates of the turning points: they go on a chart before any other bundled event, first those written first. */
const landmarks = ['2022-02-24', '2015-01-01', '2014-03-27', '2013-09-07', '2010-01-01', '2001-06-15', '1991-12-16'] as const

const importance: Readonly<Record<string, number>> = { war: 0, integration: 1, security: 2, energy: 3, doctrine: 4, trade: 5 }

export interface MarkerChoice {
  readonly reporter: string
  /** years the chart shows, both included */
  readonly from: number
  readonly to: number
  /** only events that concern one of these partners, or none in particular; empty = any */
  readonly partners?: readonly string[]
  /** only these categories; empty = any. Turning points come in whatever their category, as long as they concern the partners */
  readonly categories?: readonly string[]
  /** at most this many; a chart bears three */
  readonly most?: number
}

function rankOf(event: DatedEvent, choice: MarkerChoice): number {
  if (event.origin === 'user') return -1
  const landmark = (landmarks as readonly string[]).indexOf(event.date)
  if (landmark >= 0) return landmark
  const wanted = (choice.categories ?? []).includes(event.category)
  return (wanted ? 20 : 40) + (importance[event.category] ?? 9)
}

/**
 * The few events that a chart marks: the reader's own first, then turning points, then by category. In order of date.
 * Hidden events, events outside the years and events of other partners are never among them.
 */
export function chooseMarkers<E extends DatedEvent>(events: readonly E[], choice: MarkerChoice): readonly E[] {
  const { partners = [], categories = [], most = 3 } = choice
  return events
    .filter((event) => {
      const year = Number(event.date.slice(0, 4))
      const landmark = (landmarks as readonly string[]).includes(event.date)
      return (
        !event.hidden &&
        year >= choice.from &&
        year <= choice.to &&
        concerns(event, choice.reporter) &&
        (partners.length === 0 || event.partners.length === 0 || event.partners.some((one) => partners.includes(one))) &&
        (event.origin === 'user' || landmark || categories.includes(event.category))
      )
    })
    .map((event, order) => ({ event, order, rank: rankOf(event, choice) }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, most)
    .map(({ event }) => event)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
