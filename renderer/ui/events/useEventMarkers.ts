// Dated events as every chart marks them. One question to the store for the whole page; each chart takes its few.

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventRow } from '../../../electron/shared/contract/schema/own.ts'
import { chooseMarkers, type MarkerChoice } from '../../../electron/shared/domain/event.ts'
import { sayOr } from '../../language/useSay.ts'
import { useCall } from '../data/client.tsx'
import { useView } from '../view/useView.ts'

/** What a chart draws: `ChartEvent` of charts/core/types.ts. */
export interface EventMarker {
  readonly date: string
  readonly label: string
}

/** Title of an event in the language on screen. Bundled titles are translated; the user's own stand as written. */
export function useEventTitle(): (event: Pick<EventRow, 'date' | 'title' | 'origin'>, form?: 'title' | 'short') => string {
  const { t } = useTranslation('eventTitles')
  return useMemo(() => {
    return (event, form = 'title') => {
      if (event.origin === 'user') return event.title
      const title = sayOr(t, `title.${event.date}`, event.title)
      return form === 'short' ? sayOr(t, `short.${event.date}`, title) : title
    }
  }, [t])
}

const none: readonly EventMarker[] = []

/**
 * Markers for a chart of the reporter on screen: the reader's own events first, then turning points, then the categories asked for.
 * Empty while the events are on their way, and when the reader switched markers off in the settings.
 */
export function useEventMarkers(choice: Omit<MarkerChoice, 'reporter'>): readonly EventMarker[] {
  const { reporter } = useView()
  const events = useCall('events.list', {})
  const settings = useCall('settings.get', {})
  const title = useEventTitle()
  const { from, to, most = 3 } = choice
  const [partners, categories] = [(choice.partners ?? []).join(), (choice.categories ?? []).join()]
  const off = settings.state === 'ready' && settings.value.eventMarkers === false
  const rows = events.state === 'ready' ? events.value : null
  return useMemo(() => {
    if (rows === null || off) return none
    const split = (text: string): readonly string[] => (text === '' ? [] : text.split(','))
    return chooseMarkers(rows, { reporter, from, to, most, partners: split(partners), categories: split(categories) }).map(
      (event) => ({
        date: event.date,
        label: title(event, 'short'),
      }),
    )
  }, [rows, off, reporter, from, to, most, partners, categories, title])
}
