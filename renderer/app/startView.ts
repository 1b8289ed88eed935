import type { Settings } from '../../electron/shared/contract/schema/own.ts'
import { defaultView, parseView, searchOf, viewKeys } from '../ui/view/view.ts'

/** The view that the program opens with: what the address says first, then the settings, then the defaults. */
export function startSearch(search: string, settings: Settings): string {
  const given = new URLSearchParams(search)
  if (viewKeys.some((key) => given.has(key))) return search
  const view = {
    ...defaultView,
    ...(settings.reporter === null ? {} : { reporter: settings.reporter }),
    ...(settings.partners === null ? {} : { partners: settings.partners }),
    ...(settings.baseYear === null ? {} : { baseYear: settings.baseYear }),
  }
  const own = [...given].filter(([key]) => !(viewKeys as readonly string[]).includes(key))
  const next = new URLSearchParams(searchOf(parseView(new URLSearchParams(searchOf(view)))))
  for (const [key, value] of own) next.append(key, value)
  const text = next.toString()
  return text === '' ? '' : `?${text}`
}
