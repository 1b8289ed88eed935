import { statement } from '../worker/db.ts'

export interface BriefingItemRow {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly view: string
  readonly snapshot: string
  readonly added_at: string
}
/** Newest first. */
export const allBriefingItems = statement<object, BriefingItemRow>(
  'briefing.items',
  'SELECT id, kind, title, view, snapshot, added_at FROM briefing_item ORDER BY id DESC',
)
export const addBriefingItem = statement<{ kind: string; title: string; view: string; snapshot: string; addedAt: string }, never>(
  'briefing.add',
  'INSERT INTO briefing_item (kind, title, view, snapshot, added_at) VALUES (:kind, :title, :view, :snapshot, :addedAt)',
)
export const removeBriefingItem = statement<{ id: number }, never>('briefing.remove', 'DELETE FROM briefing_item WHERE id = :id')
