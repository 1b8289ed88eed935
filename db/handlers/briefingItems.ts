import { CallError } from '../../electron/shared/contract/errors.ts'
import { MOST_SNAPSHOT_BYTES } from '../../electron/shared/contract/requestLimits.ts'
import { seenNow } from '../queries/asideCells.ts'
import { addBriefingItem, allBriefingItems, removeBriefingItem, toItem } from '../queries/briefingItems.ts'
import type { TopicHandlers } from './context.ts'

export const briefingItemHandlers: TopicHandlers<'briefing.items' | 'briefing.add' | 'briefing.remove'> = {
  'briefing.items': ({ db }) => db.all(allBriefingItems, {}).map(toItem),
  'briefing.add': ({ db, now }, { kind, title, view, snapshot }) => {
    // what the figures behind it are now, so that a later import can be told
    const [viewText, snapshotText] = [JSON.stringify(view), JSON.stringify({ ...snapshot, seen: seenNow(db, snapshot.rows) })]
    // larger is a whole table, not a chart: it would make the store grow with every click
    if (Buffer.byteLength(viewText) + Buffer.byteLength(snapshotText) > MOST_SNAPSHOT_BYTES)
      throw new CallError('refused', 'This view holds too many figures for a briefing. Narrow it down and add it again.')
    return { id: db.run(addBriefingItem, { kind, title, view: viewText, snapshot: snapshotText, addedAt: now() }).lastId }
  },
  'briefing.remove': ({ db, now }, { id }) => {
    const { changes } = db.run(removeBriefingItem, { id, now: now() })
    if (changes === 0) throw new CallError('not-found', 'That item is no longer in the briefing.')
    return { changed: changes }
  },
}
