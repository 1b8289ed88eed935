// From events.list to the timeline and its filters. Pure: no words.
import type { EventRow } from '../../../electron/shared/contract/schema/own.ts'
import { concerns, type EventCategory, eventCategories } from '../../../electron/shared/domain/event.ts'

export interface EventFilter {
  /** empty = all */
  readonly categories: readonly string[]
  /** empty = all */
  readonly partners: readonly string[]
  readonly hiddenToo: boolean
}

/** Events of a reporter under the filter, newest first. */
export function shownEvents(events: readonly EventRow[], reporter: string, filter: EventFilter): readonly EventRow[] {
  return events
    .filter(
      (event) =>
        concerns(event, reporter) &&
        (filter.hiddenToo || !event.hidden) &&
        (filter.categories.length === 0 || filter.categories.includes(event.category)) &&
        (filter.partners.length === 0 || event.partners.some((partner) => filter.partners.includes(partner))),
    )
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.id - a.id))
}

/** How many events of a reporter each category has, in the fixed order; categories without any are left out. */
export function categoryCounts(
  events: readonly EventRow[],
  reporter: string,
): readonly { readonly category: EventCategory; readonly count: number }[] {
  const own = events.filter((event) => concerns(event, reporter) && !event.hidden)
  return eventCategories
    .map((category) => ({ category, count: own.filter((event) => event.category === category).length }))
    .filter((one) => one.count > 0)
}

/** Partners named by the events of a reporter, most often named first. */
export function eventPartners(events: readonly EventRow[], reporter: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const event of events)
    if (concerns(event, reporter)) for (const partner of event.partners) counts.set(partner, (counts.get(partner) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([partner]) => partner)
}

export interface Busiest {
  readonly year: number
  readonly count: number
  readonly total: number
}

/** The year with most events, the newer one when two are equal; null without events. */
export function busiestYear(events: readonly EventRow[]): Busiest | null {
  const byYear = new Map<number, number>()
  for (const event of events) byYear.set(Number(event.date.slice(0, 4)), (byYear.get(Number(event.date.slice(0, 4))) ?? 0) + 1)
  const [first] = [...byYear].sort(([a, n], [b, m]) => m - n || b - a)
  return first ? { year: first[0], count: first[1], total: events.length } : null
}

/** The partner that most events name, and how many; null when none names any. */
export function leadingPartner(events: readonly EventRow[]): { readonly partner: string; readonly count: number } | null {
  const counts = new Map<string, number>()
  for (const event of events) for (const partner of event.partners) counts.set(partner, (counts.get(partner) ?? 0) + 1)
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return first ? { partner: first[0], count: first[1] } : null
}
