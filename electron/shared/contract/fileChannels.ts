// The part of the table of calls that is about files, with what comes back.
import { z } from 'zod'
import { answered } from './channel.ts'
import { fileQuestions } from './fileQuestions.ts'
import { changedRows, exportedFile, nothing } from './schema/base.ts'
import {
  batch,
  batchDetail,
  batchEffects,
  differencesAnswer,
  importPreview,
  importReport,
  indicatorsAnswer,
  movementAnswer,
  profileText,
  rejectedAnswer,
  sampleAnswer,
  savedProfile,
  undoAnswer,
} from './schema/imports.ts'

export const fileChannels = {
  'csv.preview': answered(fileQuestions['csv.preview'], importPreview),
  'csv.differences': answered(fileQuestions['csv.differences'], differencesAnswer),
  'csv.movement': answered(fileQuestions['csv.movement'], movementAnswer),
  'csv.rejected': answered(fileQuestions['csv.rejected'], rejectedAnswer),
  'csv.sample': answered(fileQuestions['csv.sample'], sampleAnswer),
  'csv.forget': answered(fileQuestions['csv.forget'], nothing),
  'csv.import': answered(fileQuestions['csv.import'], importReport),
  'csv.cancel': answered(fileQuestions['csv.cancel'], nothing),
  'batches.list': answered(fileQuestions['batches.list'], z.array(batch)),
  'batches.get': answered(fileQuestions['batches.get'], batchDetail),
  'batches.effects': answered(fileQuestions['batches.effects'], batchEffects),
  'batches.file': answered(fileQuestions['batches.file'], exportedFile),
  'batches.undo': answered(fileQuestions['batches.undo'], undoAnswer),
  'batches.redo': answered(fileQuestions['batches.redo'], importReport),
  'profiles.list': answered(fileQuestions['profiles.list'], z.array(savedProfile)),
  'profiles.save': answered(fileQuestions['profiles.save'], changedRows),
  'profiles.remove': answered(fileQuestions['profiles.remove'], changedRows),
  'profiles.read': answered(fileQuestions['profiles.read'], profileText),
  'profiles.export': answered(fileQuestions['profiles.export'], exportedFile),
  'indicators.define': answered(fileQuestions['indicators.define'], indicatorsAnswer),
} as const
