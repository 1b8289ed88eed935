import { type BriefingItem, briefingKinds } from '../../electron/shared/contract/schema/own.ts'
import { type ReadDb, statement } from '../worker/db.ts'

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
  'SELECT id, kind, title, view, snapshot, added_at FROM briefing_item WHERE removed_at IS NULL ORDER BY id DESC',
)
export const addBriefingItem = statement<{ kind: string; title: string; view: string; snapshot: string; addedAt: string }, never>(
  'briefing.add',
  'INSERT INTO briefing_item (kind, title, view, snapshot, added_at) VALUES (:kind, :title, :view, :snapshot, :addedAt)',
)
/** Out of the tray; briefings that show it keep it. */
export const removeBriefingItem = statement<{ id: number; now: string }, never>(
  'briefing.remove',
  'UPDATE briefing_item SET removed_at = :now WHERE id = :id AND removed_at IS NULL',
)

const oneBriefingItem = statement<{ id: number }, BriefingItemRow>(
  'briefing.item',
  'SELECT id, kind, title, view, snapshot, added_at FROM briefing_item WHERE id = :id',
)

/** Something set aside, in the tray or out of it. */
export function itemOf(db: ReadDb, id: number): BriefingItem | null {
  const row = db.get(oneBriefingItem, { id })
  return row ? toItem(row) : null
}

/** A thing set aside as the contract writes it. */
export const toItem = (row: BriefingItemRow): BriefingItem => ({
  id: row.id,
  kind: briefingKinds.find((kind) => kind === row.kind) ?? 'chart',
  title: row.title,
  view: JSON.parse(row.view) as BriefingItem['view'],
  snapshot: JSON.parse(row.snapshot) as BriefingItem['snapshot'],
  addedAt: row.added_at,
})
