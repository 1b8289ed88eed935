// Every handler of the two threads, one line per topic.
import { catalogueHandlers } from './catalogue.ts'
import type { Handlers } from './context.ts'
import { evidenceHandlers } from './evidence.ts'
import { observationHandlers } from './observations.ts'
import { storeHandlers } from './store.ts'

export const handlers: Handlers = {
  ...catalogueHandlers,
  ...observationHandlers,
  ...evidenceHandlers,
  ...storeHandlers,
}
