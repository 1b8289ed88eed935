// Every handler of the two threads, one line per topic.
import { backupHandlers } from './backups.ts'
import { briefingFileHandlers } from './briefingFiles.ts'
import { briefingItemHandlers } from './briefingItems.ts'
import { briefingHandlers } from './briefings.ts'
import { catalogueHandlers } from './catalogue.ts'
import { claimHandlers } from './claims.ts'
import { compareHandlers } from './compare.ts'
import { concentrationHandlers } from './concentrations.ts'
import type { Handlers } from './context.ts'
import { corridorHandlers } from './corridors.ts'
import { coverageHandlers } from './coverage.ts'
import { csvDoorHandlers } from './csvDoor.ts'
import { dependenceHandlers } from './dependence.ts'
import { eventHandlers } from './events.ts'
import { evidenceHandlers } from './evidence.ts'
import { exportHandlers } from './exports.ts'
import { figureFileHandlers } from './figureFiles.ts'
import { governanceHandlers } from './governance.ts'
import { importProfileHandlers } from './importProfiles.ts'
import { importReviewHandlers } from './importReview.ts'
import { investmentHandlers } from './investment.ts'
import { observationHandlers } from './observations.ts'
import { opinionHandlers } from './opinion.ts'
import { overviewHandlers } from './overview.ts'
import { packageHandlers, reviewThroughPackages } from './packages.ts'
import { politicsHandlers } from './politics.ts'
import { projectHandlers } from './projects.ts'
import { scenarioHandlers } from './scenarios.ts'
import { searchHandlers } from './search.ts'
import { settingsHandlers } from './settings.ts'
import { signingKeyHandlers } from './signingKeys.ts'
import { sourceRuleHandlers } from './sourceRules.ts'
import { storeHandlers } from './store.ts'
import { substitutionHandlers } from './substitution.ts'
import { tradeHandlers } from './trade.ts'
import { warningHandlers } from './warnings.ts'

export const handlers: Handlers = {
  ...catalogueHandlers,
  ...observationHandlers,
  ...concentrationHandlers,
  ...evidenceHandlers,
  ...overviewHandlers,
  ...tradeHandlers,
  ...investmentHandlers,
  ...projectHandlers,
  ...corridorHandlers,
  ...coverageHandlers,
  ...claimHandlers,
  ...governanceHandlers,
  ...opinionHandlers,
  ...politicsHandlers,
  ...dependenceHandlers,
  ...substitutionHandlers,
  ...compareHandlers,
  ...scenarioHandlers,
  ...eventHandlers,
  ...warningHandlers,
  ...briefingItemHandlers,
  ...briefingFileHandlers,
  ...briefingHandlers,
  ...settingsHandlers,
  ...sourceRuleHandlers,
  ...searchHandlers,
  ...importProfileHandlers,
  ...reviewThroughPackages(importReviewHandlers),
  ...csvDoorHandlers,
  ...packageHandlers,
  ...signingKeyHandlers,
  ...exportHandlers,
  ...figureFileHandlers,
  ...storeHandlers,
  ...backupHandlers,
}
