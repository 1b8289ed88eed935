import { exportData } from '../export/exportData.ts'
import type { TopicHandlers } from './context.ts'

export const exportHandlers: TopicHandlers<'data.export'> = {
  'data.export': ({ db, options, now }, { format, indicators, name }) =>
    exportData(db, { format, indicators, name, spool: options.spool, today: now().slice(0, 10), version: options.version }),
}
