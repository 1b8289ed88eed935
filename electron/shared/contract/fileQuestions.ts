// What is asked in calls about files. A command that imports checks its calls with it, and builds neither the forms of what comes back nor those
// of every screen: making those takes time at each start.
import { question } from './channel.ts'
import { nothing } from './schema/base.ts'
import {
  batchRequest,
  csvRequest,
  differencesRequest,
  indicatorsRequest,
  jobRequest,
  movementRequest,
  profileChoice,
  profileDraft,
  profileFile,
  redoRequest,
  rejectedRequest,
  sampleRequest,
  undoRequest,
} from './schema/importRequests.ts'

export const fileQuestions = {
  'csv.preview': question('read', csvRequest),
  'csv.differences': question('read', differencesRequest),
  'csv.movement': question('read', movementRequest),
  'csv.rejected': question('read', rejectedRequest),
  'csv.sample': question('read', sampleRequest),
  'csv.forget': question('read', jobRequest),
  'csv.import': question('write', csvRequest),
  'csv.cancel': question('read', jobRequest),
  'batches.list': question('read', nothing),
  'batches.get': question('read', batchRequest),
  'batches.effects': question('read', batchRequest),
  'batches.file': question('read', batchRequest),
  'batches.undo': question('write', undoRequest),
  'batches.redo': question('write', redoRequest),
  'profiles.list': question('read', nothing),
  'profiles.save': question('write', profileDraft),
  'profiles.remove': question('write', profileChoice),
  'profiles.read': question('read', profileFile),
  'profiles.export': question('read', profileDraft),
  'indicators.define': question('write', indicatorsRequest),
} as const
