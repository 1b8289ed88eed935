import { statement } from '../worker/db.ts'

export interface EventTableRow {
  readonly id: number
  readonly date: string
  readonly title: string
  readonly description: string
  readonly category: string
  readonly partners: string
  readonly source: string
  readonly origin: 'bundled' | 'user'
  readonly hidden: number
  readonly reporter: string
  readonly source_title: string | null
  readonly source_url: string | null
}

const columns = `SELECT e.id, e.date, e.title, e.description, e.category, e.partners, e.source, e.origin, e.hidden, e.reporter,
  s.title AS source_title, s.url AS source_url FROM event AS e LEFT JOIN source AS s ON s.code = e.source`

/** In order of date; on one day as entered. */
export const allEvents = statement<object, EventTableRow>('events.all', `${columns} ORDER BY e.date, e.id`)
export const eventById = statement<{ id: number }, EventTableRow>('events.one', `${columns} WHERE e.id = :id`)

export interface EventValues {
  readonly date: string
  readonly title: string
  readonly description: string
  readonly category: string
  readonly partners: string
  readonly source: string
  readonly reporter: string
}
export const addEvent = statement<EventValues, never>(
  'events.add',
  `INSERT INTO event (date, title, description, category, partners, source, origin, reporter)
   VALUES (:date, :title, :description, :category, :partners, :source, 'user', :reporter)`,
)
export const changeEvent = statement<EventValues & { id: number }, never>(
  'events.change',
  `UPDATE event SET date = :date, title = :title, description = :description, category = :category, partners = :partners,
     source = :source, reporter = :reporter WHERE id = :id AND origin = 'user'`,
)
export const hideEvent = statement<{ id: number; hidden: number }, never>(
  'events.hide',
  'UPDATE event SET hidden = :hidden WHERE id = :id',
)
export const removeEvent = statement<{ id: number }, never>(
  'events.remove',
  "DELETE FROM event WHERE id = :id AND origin = 'user'",
)
