import { CallError } from '../../electron/shared/contract/errors.ts'
import type { EventRow } from '../../electron/shared/contract/schema/own.ts'
import { type EventCategory, eventCategories, eventDateProblem } from '../../electron/shared/domain/event.ts'
import { addEvent, allEvents, changeEvent, type EventTableRow, eventById, hideEvent, removeEvent } from '../queries/events.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

const categoryOf = (text: string): EventCategory => eventCategories.find((category) => category === text) ?? 'reference'

const toEvent = (row: EventTableRow): EventRow => ({
  id: row.id,
  date: row.date,
  title: row.title,
  description: row.description,
  category: categoryOf(row.category),
  partners: row.partners === '' ? [] : row.partners.split(';'),
  source: row.source,
  sourceTitle: row.source_title ?? row.source,
  sourceUrl: row.source_url ?? '',
  origin: row.origin,
  reporter: row.reporter,
  hidden: row.hidden === 1,
})

/** @throws {CallError} invalid-request: what is wrong with the date, in words */
function requireDate(date: string): void {
  const problem = eventDateProblem(date)
  if (problem === null) return
  const forms = 'Write a year (2022), a month (2022-02) or a day (2022-02-24).'
  if (problem === 'missing') throw new CallError('invalid-request', `The event needs a date. ${forms}`, 'date')
  if (problem === 'form') throw new CallError('invalid-request', `"${date}" is not a date. ${forms}`, 'date')
  throw new CallError('invalid-request', `There is no ${date} in the calendar. ${forms}`, 'date')
}

function requireText(text: string, what: string, field: string): void {
  if (text.trim() === '') throw new CallError('invalid-request', `The event needs ${what}. Nothing was written.`, field)
}

/** An event that the user may change. @throws {CallError} not-found; refused for an event that came with the program */
function requireOwn(db: ReadDb, id: number): void {
  const row = db.get(eventById, { id })
  if (!row) throw new CallError('not-found', 'That event is no longer in the store.')
  if (row.origin !== 'user')
    throw new CallError('refused', 'An event that came with the program can be hidden, not changed or removed.')
}

export const eventHandlers: TopicHandlers<'events.list' | 'events.save' | 'events.hide' | 'events.remove'> = {
  'events.list': ({ db }) => db.all(allEvents, {}).map(toEvent),
  'events.save': ({ db, emit }, draft) => {
    const date = draft.date.trim()
    requireDate(date)
    requireText(draft.title, 'a title', 'title')
    requireText(draft.source, 'a source: a title, a page or an address that others can look up', 'source')
    const values = {
      date,
      title: draft.title.trim(),
      description: draft.description.trim(),
      category: draft.category,
      partners: [...new Set(draft.partners)].join(';'),
      source: draft.source.trim(),
      reporter: draft.reporter,
    }
    const id = db.transaction(() => {
      if (draft.id === null) return db.run(addEvent, values).lastId
      requireOwn(db, draft.id)
      db.run(changeEvent, { ...values, id: draft.id })
      return draft.id
    })
    emit('data.changed', { batch: null })
    return { id }
  },
  'events.hide': ({ db, emit }, { id, hidden }) => {
    const { changes } = db.run(hideEvent, { id, hidden: hidden ? 1 : 0 })
    if (changes === 0) throw new CallError('not-found', 'That event is no longer in the store.')
    emit('data.changed', { batch: null })
    return { changed: changes }
  },
  'events.remove': ({ db, emit }, { id }) => {
    const changed = db.transaction(() => {
      requireOwn(db, id)
      return db.run(removeEvent, { id }).changes
    })
    emit('data.changed', { batch: null })
    return { changed }
  },
}
