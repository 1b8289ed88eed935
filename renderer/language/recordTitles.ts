// Titles of events and projects, which the store keeps in English, in the language on screen.
import type { i18n } from 'i18next'
import { projectNameKey } from '../../electron/shared/domain/project.ts'
import { sayOr } from './useSay.ts'

/** Bundled events by their English title: the texts know them by date. */
function eventDates(i18n: i18n): Readonly<Record<string, string>> {
  const english = (i18n.getResourceBundle('en', 'eventTitles') ?? {}) as { readonly title?: Readonly<Record<string, string>> }
  return Object.fromEntries(Object.entries(english.title ?? {}).map(([date, title]) => [title, date]))
}

/** A project's title in the language on screen; what an import or the reader brought stands as written. */
export const projectTitle = (i18n: i18n, title: string): string => sayOr(i18n.t, `projects:named.${projectNameKey(title)}`, title)

/** A bundled event's title in the language on screen; one that the reader added stands as written. */
export function eventTitle(i18n: i18n, title: string): string {
  const date = eventDates(i18n)[title]
  return date === undefined ? title : sayOr(i18n.t, `eventTitles:title.${date}`, title)
}
