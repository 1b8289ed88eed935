import type { ReadDb } from '../worker/db.ts'
import type { ChannelPoint, ChannelQuery } from './channels.ts'

export function readOilTransit(_db: ReadDb, _query: ChannelQuery): readonly ChannelPoint[] {
  return []
}
