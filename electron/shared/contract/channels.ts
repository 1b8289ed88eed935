// The one table of calls. No other file spells a channel's name as a string of its own; types of requests, answers and clients derive from it.
import { z } from 'zod'
import { type Access, channel } from './channel.ts'
import { fileChannels } from './fileChannels.ts'
import { backupChoice, backupMade, backups, restored } from './schema/backups.ts'
import { changedRows, exportedFile, nothing } from './schema/base.ts'
import { renderAnswer, renderRequest } from './schema/briefingRender.ts'
import {
  briefing,
  briefingChoice,
  briefingDocument,
  briefingEntry,
  briefingFile,
  briefingRemoval,
  briefingRestore,
  briefingSave,
  briefingSummary,
  briefingVersion,
  composeRequest,
  refreshRequest,
} from './schema/briefings.ts'
import {
  claimChoice,
  claimDetail,
  claimDraft,
  claimJudgement,
  claimQuery,
  claimsAnswer,
  claimsQuery,
  claimTest,
  savedClaim,
} from './schema/claims.ts'
import { compareAnswer, compareQuery } from './schema/compare.ts'
import { corridorsAnswer, corridorsQuery } from './schema/corridors.ts'
import { coverage, coverageQuery, disagreementQuery, disagreements, restsOn, sourceQuery, sourceUse } from './schema/coverage.ts'
import {
  dependenceAnswer,
  dependenceQuery,
  methodChoice,
  methodExport,
  weightSetDraft,
  weightSetName,
  weightSets,
} from './schema/dependence.ts'
import { hostDiagnostics, storeDiagnostics } from './schema/diagnostics.ts'
import { exportAnswer, exportRequest } from './schema/exports.ts'
import { figureDataRequest, pictureAnswer, pictureRequest } from './schema/figureFile.ts'
import { governance, governanceQuery } from './schema/governance.ts'
import { fileRef, hostInfo, linkRequest, presentAnswer, presentRequest, saveAnswer, saveRequest } from './schema/host.ts'
import { investmentAnswer, investmentQuery } from './schema/investment.ts'
import {
  concentrationsQuery,
  evidence,
  evidenceQuery,
  observation,
  observationQuery,
  reporterConcentration,
  seriesAnswer,
  seriesQuery,
  sharesAnswer,
  sharesQuery,
} from './schema/observations.ts'
import { opinion, opinionQuery } from './schema/opinion.ts'
import { overview, overviewQuery } from './schema/overview.ts'
import {
  briefingDraft,
  briefingItem,
  eventChoice,
  eventDraft,
  eventRow,
  rowChoice,
  savedRow,
  settings,
  settingsPatch,
  sourceRuleChoice,
  sourceRuleQuery,
  sourceRuleReset,
  sourceRuleRow,
} from './schema/own.ts'
import { keyChoice, keyTrust, packageAnswer, packageRequest, signingKeys } from './schema/packages.ts'
import { politics, politicsQuery } from './schema/politics.ts'
import { projectsAnswer, projectsQuery, projectTagChange } from './schema/projects.ts'
import { scenariosAnswer, scenariosQuery } from './schema/scenarios.ts'
import { searchAnswer, searchQuery } from './schema/search.ts'
import { catalogue, source, storeReport, storeState } from './schema/store.ts'
import { substitutionAnswer, substitutionQuery } from './schema/substitution.ts'
import { tradeAnswer, tradeQuery } from './schema/trade.ts'
import { warning, warningQuery } from './schema/warnings.ts'

export const channels = {
  // the host itself
  'host.info': channel('host', nothing, hostInfo),
  'host.storeState': channel('host', nothing, storeState),
  'host.chooseFiles': channel(
    'host',
    z.strictObject({ kind: z.enum(['csv', 'profile', 'briefing', 'package', 'claims']) }),
    z.array(fileRef),
  ),
  'host.save': channel('host', saveRequest, saveAnswer),
  'host.keepPicture': channel('host', pictureRequest, pictureAnswer),
  'host.openLink': channel('host', linkRequest, z.object({ opened: z.boolean() })),
  'host.present': channel('host', presentRequest, presentAnswer),

  // catalogue and observations
  'catalogue.get': channel('read', nothing, catalogue),
  'sources.list': channel('read', nothing, z.array(source)),
  'series.query': channel('read', seriesQuery, seriesAnswer),
  'observations.query': channel('read', observationQuery, z.array(observation)),
  'shares.query': channel('read', sharesQuery, sharesAnswer),
  'concentrations.query': channel('read', concentrationsQuery, z.array(reporterConcentration)),
  'evidence.get': channel('read', evidenceQuery, evidence),

  // screens
  'overview.get': channel('read', overviewQuery, overview),
  'trade.get': channel('read', tradeQuery, tradeAnswer),
  'investment.get': channel('read', investmentQuery, investmentAnswer),
  'projects.get': channel('read', projectsQuery, projectsAnswer),
  'corridors.get': channel('read', corridorsQuery, corridorsAnswer),
  'opinion.get': channel('read', opinionQuery, opinion),
  'politics.get': channel('read', politicsQuery, politics),
  'governance.get': channel('read', governanceQuery, governance),
  'coverage.get': channel('read', coverageQuery, coverage),
  'disagreements.get': channel('read', disagreementQuery, disagreements),
  'sources.uses': channel('read', nothing, z.array(sourceUse)),
  'warnings.list': channel('read', warningQuery, z.array(warning)),
  'sources.restsOn': channel('read', sourceQuery, restsOn),

  // measured
  'dependence.get': channel('read', dependenceQuery, dependenceAnswer),
  'dependence.weights.list': channel('read', nothing, weightSets),
  'dependence.weights.save': channel('write', weightSetDraft, weightSets),
  'dependence.weights.remove': channel('write', weightSetName, weightSets),
  'dependence.method.keep': channel('write', methodChoice, weightSets),
  'dependence.method.export': channel('read', methodExport, exportedFile),
  'substitution.get': channel('read', substitutionQuery, substitutionAnswer),
  'compare.get': channel('read', compareQuery, compareAnswer),
  'scenarios.get': channel('read', scenariosQuery, scenariosAnswer),

  // claims and their tests
  'claims.list': channel('read', claimsQuery, claimsAnswer),
  'claims.get': channel('read', claimQuery, claimDetail),
  'claims.judge': channel('write', claimJudgement, changedRows),
  'claims.save': channel('write', claimDraft, savedClaim),
  'claims.setTest': channel('write', claimTest, changedRows),
  'claims.remove': channel('write', claimChoice, changedRows),
  'claims.remember': channel('write', nothing, changedRows),

  // what the user adds, and finding things
  'events.list': channel('read', nothing, z.array(eventRow)),
  'events.save': channel('write', eventDraft, savedRow),
  'events.hide': channel('write', eventChoice, changedRows),
  'events.remove': channel('write', rowChoice, changedRows),
  'projects.tag': channel('write', projectTagChange, changedRows),
  'briefing.items': channel('read', nothing, z.array(briefingItem)),
  'briefing.add': channel('write', briefingDraft, savedRow),
  'briefing.remove': channel('write', rowChoice, changedRows),
  'briefings.list': channel('read', nothing, z.array(briefingSummary)),
  'briefings.get': channel('read', briefingChoice, briefing),
  'briefings.save': channel('write', briefingSave, briefing),
  'briefings.duplicate': channel('write', briefingChoice, briefing),
  'briefings.remove': channel('write', briefingRemoval, changedRows),
  'briefings.versions': channel('read', briefingChoice, z.array(briefingVersion)),
  'briefings.restore': channel('write', briefingRestore, briefing),
  'briefings.import': channel('write', briefingFile, briefing),
  'briefings.export': channel('read', briefingChoice, exportedFile),
  'briefing.compose': channel('read', composeRequest, briefingDocument),
  'briefing.render': channel('host', renderRequest, renderAnswer),
  /** as `briefing.render`, but for PDF, which only a host can print */
  'briefing.write': channel('read', renderRequest, renderAnswer),
  'briefing.refresh': channel('read', refreshRequest, z.object({ entries: z.array(briefingEntry) })),
  'settings.get': channel('read', nothing, settings),
  'settings.set': channel('write', settingsPatch, settings),
  'sourceRule.list': channel('read', sourceRuleQuery, z.array(sourceRuleRow)),
  'sourceRule.choose': channel('write', sourceRuleChoice, changedRows),
  'sourceRule.reset': channel('write', sourceRuleReset, changedRows),
  'search.query': channel('read', searchQuery, searchAnswer),

  // files: look, write, take back
  ...fileChannels,
  'figure.data': channel('read', figureDataRequest, exportedFile),
  'data.export': channel('read', exportRequest, exportAnswer),

  // signed data packages
  'package.export': channel('read', packageRequest, packageAnswer),
  'keys.list': channel('read', nothing, signingKeys),
  'keys.trust': channel('write', keyTrust, signingKeys),
  'keys.distrust': channel('write', keyChoice, signingKeys),

  // the store
  'store.check': channel('read', nothing, storeReport),
  'store.diagnostics': channel('read', nothing, storeDiagnostics),
  'host.diagnostics': channel('host', nothing, hostDiagnostics),
  'backups.list': channel('read', nothing, backups),
  'backups.make': channel('write', nothing, backupMade),
  'backups.restore': channel('host', backupChoice, restored),
} as const

export type Table = typeof channels
export type ChannelName = keyof Table
/** What a caller may send: fields with a default may be left out. */
export type RequestOf<C extends ChannelName> = z.input<Table[C]['request']>
/** What a handler receives: checked, defaults filled in. */
export type CheckedRequestOf<C extends ChannelName> = z.output<Table[C]['request']>
export type ResponseOf<C extends ChannelName> = z.output<Table[C]['response']>

export const channelNames = Object.keys(channels) as readonly ChannelName[]
/** Who answers a channel. */
export const accessOf = (name: ChannelName): Access => channels[name].access
