// Every handler of the two threads, one line per topic.
import { catalogueHandlers } from './catalogue.ts'
import type { Handlers } from './context.ts'
import { evidenceHandlers } from './evidence.ts'
import { observationHandlers } from './observations.ts'
import { overviewHandlers } from './overview.ts'
import { storeHandlers } from './store.ts'
import { tradeHandlers } from './trade.ts'

export const handlers: Handlers = {
  ...catalogueHandlers,
  ...observationHandlers,
  ...evidenceHandlers,
  ...overviewHandlers,
  ...tradeHandlers,
  ...storeHandlers,
}
