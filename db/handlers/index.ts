// Every handler of the two threads, one line per topic.
import { briefingItemHandlers } from './briefingItems.ts'
import { catalogueHandlers } from './catalogue.ts'
import type { Handlers } from './context.ts'
import { coverageHandlers } from './coverage.ts'
import { eventHandlers } from './events.ts'
import { evidenceHandlers } from './evidence.ts'
import { governanceHandlers } from './governance.ts'
import { observationHandlers } from './observations.ts'
import { opinionHandlers } from './opinion.ts'
import { overviewHandlers } from './overview.ts'
import { politicsHandlers } from './politics.ts'
import { searchHandlers } from './search.ts'
import { settingsHandlers } from './settings.ts'
import { sourceRuleHandlers } from './sourceRules.ts'
import { storeHandlers } from './store.ts'
import { tradeHandlers } from './trade.ts'

export const handlers: Handlers = {
  ...catalogueHandlers,
  ...observationHandlers,
  ...evidenceHandlers,
  ...overviewHandlers,
  ...tradeHandlers,
  ...coverageHandlers,
  ...governanceHandlers,
  ...opinionHandlers,
  ...politicsHandlers,
  ...eventHandlers,
  ...briefingItemHandlers,
  ...settingsHandlers,
  ...sourceRuleHandlers,
  ...searchHandlers,
  ...storeHandlers,
}
