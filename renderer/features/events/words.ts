import type { EventRow } from '../../../electron/shared/contract/schema/own.ts'
import type { Names } from '../../../electron/shared/language/names.ts'
import type { Formats } from '../../language/formats.ts'
import type { Say } from '../../language/useSay.ts'
import { sayOr } from '../../language/useSay.ts'

export interface Words {
  readonly t: Say<'events'>
  readonly formats: Formats
  readonly names: Names
  readonly titleOf: (event: EventRow) => string
}

/** What happened, in the language on screen. Bundled events are translated by their date; the user's own stand as written. */
export function descriptionOf({ t }: Pick<Words, 't'>, event: Pick<EventRow, 'date' | 'description' | 'origin'>): string {
  if (event.origin === 'user') return event.description
  return sayOr(t, `told.${event.date}`, event.description)
}
