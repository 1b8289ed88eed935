import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { newOutput } from '../../electron/host/spool.ts'
import type { CheckedRequestOf } from '../../electron/shared/contract/channels.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { Batch } from '../../electron/shared/contract/schema/imports.ts'
import type { ImportOptions } from '../ingest/layout.ts'
import { questionsOf } from '../ingest/questions.ts'
import { readCatalogue } from '../ingest/storeCatalogue.ts'
import { allBatches, type BatchRow, oneBatch, reportOf } from '../ingest/write/batches.ts'
import { defineIndicators } from '../ingest/write/defineIndicators.ts'
import { dependentBatches } from '../ingest/write/dependents.ts'
import { abandonImport, type BatchMemory, beginImport, finishImport, isBegun } from '../ingest/write/importFile.ts'
import { unpackKept } from '../ingest/write/keepFile.ts'
import { previewFile } from '../ingest/write/previewFile.ts'
import { redoBatch } from '../ingest/write/redo.ts'
import type { ImportRequest } from '../ingest/write/request.ts'
import { hashOfKnown } from '../ingest/write/sameFile.ts'
import { undoBatch } from '../ingest/write/undo.ts'
import { allProfiles } from '../queries/importProfiles.ts'
import { plausibleNow } from '../queries/plausibleNow.ts'
import { openReader } from '../worker/connection.ts'
import type { ReadDb, WriteDb } from '../worker/db.ts'
import { backupFirst } from './backups.ts'
import type { HandlerContext, TopicHandlers } from './context.ts'

/** Progress is told about this often. */
const TELL_MS = 100

/** A file that says "stop": the two threads share no memory, but they share the spool. */
const stopFile = (spool: string, job: string): string => join(spool, `stop-${job}`)

type Job = Pick<ImportRequest, 'store' | 'note' | 'by' | 'spool' | 'now' | 'tell' | 'cancelled' | 'alone'>

function jobOf({ db, options: worker, emit, now }: HandlerContext<ReadDb>, job: string): Job {
  const stop = stopFile(worker.spool, job)
  rmSync(stop, { force: true })
  let told = 0
  return {
    store: worker.store,
    note: '',
    by: whoami(),
    spool: worker.spool,
    alone: worker.alone ?? false,
    now: plausibleNow(db, now()),
    tell: (bytesDone, bytesTotal, rows, phase) => {
      const at = performance.now()
      if (at - told < TELL_MS && bytesDone < bytesTotal) return
      told = at
      emit('job.progress', { job, bytesDone, bytesTotal, rows, phase })
    },
    cancelled: () => existsSync(stop),
  }
}

function requestOf(
  context: HandlerContext<ReadDb>,
  request: CheckedRequestOf<'csv.import'>,
): ImportRequest & { readonly name: string } {
  const { descriptor, name } = context.file(request.file)
  return {
    ...(request.decisions === null ? {} : { decisions: request.decisions }),
    ...jobOf(context, request.job),
    descriptor,
    name,
    options: request.options as ImportOptions,
    profile: request.profile,
    note: request.note,
  }
}

/** Name of the account, for the list of batches; empty where the system does not say. */
function whoami(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

const batchOf = (row: BatchRow): Batch => ({
  batch: row.id,
  kind: row.kind,
  file: row.file,
  sha256: row.sha256,
  bytes: row.bytes,
  encoding: row.encoding,
  format: row.format,
  profile: row.profile,
  vintage: row.vintage,
  importedAt: row.imported_at,
  importedBy: row.imported_by,
  note: row.note,
  rows: {
    read: row.rows_read,
    new: row.rows_new,
    revised: row.rows_revised,
    unchanged: row.rows_unchanged,
    aggregates: row.rows_aggregates,
    rejected: row.rows_rejected,
  },
  undone: row.undone_at !== null,
  undoneAt: row.undone_at,
})

/** Keeps for the briefings that came with the program what their figures were before the import under way. Most files change none of them. */
async function noteShippedFigures({ db, options, now }: HandlerContext<WriteDb>): Promise<void> {
  const notes = await import('./briefings.ts')
  const before = openReader(options.store, 'once')
  try {
    notes.noteShippedFigures(before.db, db, now().slice(0, 10))
  } finally {
    before.close()
  }
}

export const importHandlers: TopicHandlers<
  | 'csv.preview'
  | 'csv.import'
  | 'csv.cancel'
  | 'batches.list'
  | 'batches.get'
  | 'batches.effects'
  | 'batches.file'
  | 'batches.undo'
  | 'batches.redo'
  | 'indicators.define'
> = {
  'csv.preview': async (context, request) => {
    const order = requestOf(context, request)
    if (!request.review) {
      const { review: _none, ...report } = await previewFile(order)
      return report
    }
    const { db } = context
    const choose = request.profile === null && request.options.format === undefined
    const saved = choose ? db.all(allProfiles, {}).map(({ profile }) => profile) : []
    // every format's reader comes with it: a command that imports leaves those to the thread that reads
    const { recogniseProfile } = saved.length > 0 ? await import('../ingest/sample.ts') : { recogniseProfile: null }
    const profile = recogniseProfile ? await recogniseProfile(order.descriptor, saved) : request.profile
    const { review, ...report } = await previewFile({ ...order, profile, review: request.job, headOnly: request.headOnly })
    const catalogue = () => readCatalogue(db).catalogue
    const unitAsked = review?.unit === 'not-said'
    const questions = questionsOf(report, catalogue, review?.asks ?? null, unitAsked)
    return {
      ...report,
      // what is asked need not be told as well
      warnings: unitAsked ? report.warnings.filter(({ code }) => code !== 'unit-not-said') : report.warnings,
      // the review asks for revisions page by page
      revisions: [],
      review: {
        counts: review?.counts ?? null,
        profile,
        refusal: review?.refusal ? { ...review.refusal, asks: review.asks } : null,
        questions: questions.map((question) => ({
          ...question,
          candidates: [...question.candidates],
          examples: question.examples.map((example) => ({ ...example, readings: [...example.readings] })),
        })),
      },
    }
  },
  'csv.import': async (context, request) => {
    const order = requestOf(context, request)
    const startMs = performance.now()
    const sha256 = await hashOfKnown(context.connection, order.descriptor)
    const begun = beginImport(context.connection, order, { startMs, sha256 })
    // a file that changes nothing needs no way back
    if (!isBegun(begun)) return begun
    try {
      // the file is read meanwhile; nothing is written before the backup is whole
      await backupFirst(context, 'import')
    } catch (error) {
      abandonImport(begun)
      throw error
    }
    const steps = finishImport(context.connection, begun)
    let step = steps.next()
    while (!step.done) {
      try {
        await noteShippedFigures(context)
      } catch (error) {
        steps.throw(error)
      }
      step = steps.next()
    }
    const report = step.value
    if (report.batch !== null) context.emit('data.changed', { batch: report.batch })
    return report
  },
  'csv.cancel': ({ options }, { job }) => {
    writeFileSync(stopFile(options.spool, job), '')
    return {}
  },
  'batches.list': ({ db }) => db.all(allBatches, {}).map(batchOf),
  'batches.get': ({ db, connection }, { batch }) => {
    const row = db.get(oneBatch, { id: batch })
    if (!row) throw new CallError('not-found', `There is no batch ${batch}.`)
    const memory = JSON.parse(db.get(reportOf, { id: batch })?.report ?? 'null') as BatchMemory | null
    return {
      batch: batchOf(row),
      report: memory?.report ?? null,
      dependents: row.undone_at === null ? [...dependentBatches(connection, batch)] : [],
      decisions: memory?.decisions ? { ...memory.decisions, except: [...memory.decisions.except] } : null,
    }
  },
  'batches.effects': async ({ db }, { batch }) => {
    const { effectsOf } = await import('./batchEffects.ts')
    return effectsOf(db, batch)
  },
  'batches.file': async ({ db, options }, { batch }) => {
    const row = db.get(oneBatch, { id: batch })
    if (row?.kind !== 'import') throw new CallError('not-found', `There is no imported batch ${batch}.`)
    const { token, path } = newOutput(options.spool, row.file)
    try {
      await unpackKept(options.store, row, path)
    } catch (error) {
      rmSync(dirname(path), { recursive: true, force: true })
      throw error
    }
    return { token, name: row.file }
  },
  'batches.undo': async (context, { batch, cascade }) => {
    const { connection, emit, now } = context
    await backupFirst(context, 'undo')
    const undone = undoBatch(connection, batch, cascade, now())
    emit('data.changed', { batch })
    return { ...undone, cascaded: [...undone.cascaded], confirmed: [...undone.confirmed] }
  },
  'batches.redo': async (context, { batch, job }) => {
    // a stop that comes during the backup counts
    const { store, note, by, spool, now, tell, cancelled } = jobOf(context, job)
    await backupFirst(context, 'import')
    const report = await redoBatch(context.connection, { store, note, by, spool, now, tell, cancelled, batch })
    if (report.batch !== null) context.emit('data.changed', { batch: report.batch })
    return report
  },
  'indicators.define': ({ db, emit }, { csv }) => {
    const { added, updated } = defineIndicators(db, csv)
    emit('data.changed', { batch: null })
    return { added: [...added], updated: [...updated] }
  },
}
