// Longer than 300 lines: one transaction from the opened file to the report; cut apart, the steps that must fail together would hide.

import { CallError } from '../../../electron/shared/contract/errors.ts'
import { needSpaceToImport } from '../../backup/space.ts'
import { sealBatch } from '../../seal/batches.ts'
import { addSummaries, renewSummaries } from '../../summaries/keep.ts'
import { sumsOf } from '../../summaries/tally.ts'
import type { Connection } from '../../worker/connection.ts'
import { hashFile } from '../analyse.ts'
import { MOST_BYTES_TO_HASH_REFUSED } from '../bytes/limits.ts'
import { regularFile } from '../bytes/source.ts'
import { type Decisions, takesAll } from '../decisions.ts'
import type { ImportOptions } from '../layout.ts'
import type { Finding, ReviewFinding } from '../messages.ts'
import { FileRefusal } from '../refusal.ts'
import { type ImportReport, noRows } from '../report.ts'
import { addBatch, finishBatch, oneBatch, sameBytes } from './batches.ts'
import { revisedSince } from './dependents.ts'
import { keep, startKeeping } from './keepFile.ts'
import { RowWriter } from './rowWriter.ts'
import { ingest, ingestSync } from './runThread.ts'

export interface ImportRequest {
  readonly store: string
  readonly descriptor: number
  readonly name: string
  readonly options: ImportOptions
  readonly profile: string | null
  /** absent = everything is taken */
  readonly decisions?: Decisions
  readonly note: string
  readonly by: string
  readonly spool: string
  /** ISO date and time */
  readonly now: string
  /** called with bytes or rows done, often */
  readonly tell: (done: number, total: number, rows: number, phase: string) => void
  readonly cancelled: () => boolean
}

/** What undo and redo must know of a batch, kept with it. */
export interface BatchMemory {
  readonly options: ImportOptions
  readonly profileText: string | null
  /** absent = everything was taken */
  readonly decisions?: Decisions
  readonly created: {
    readonly sources: readonly [number, number]
    readonly notes: readonly [number, number]
    readonly series: readonly [number, number]
  }
  readonly report: ImportReport
}

/** ANALYZE pays from here on. */
const ANALYSE_FROM = 50_000

/** What was decided, where it is not the plain "everything". */
const decided = ({ decisions }: ImportRequest): Decisions | undefined =>
  decisions === undefined || takesAll(decisions) ? undefined : decisions

const today = ({ now }: ImportRequest): string => now.slice(0, 10)
const vintageOf = (request: ImportRequest): string => request.options.vintage ?? today(request)

const refusedBefore = (request: ImportRequest, error: FileRefusal, dryRun: boolean, startMs: number): ImportReport => ({
  file: request.name,
  outcome: 'refused',
  reason: error.reason,
  message: error.message,
  sha256: '',
  encoding: null,
  delimiter: null,
  decimal: null,
  format: null,
  batch: null,
  dryRun,
  rows: noRows,
  revisions: [],
  rejected: [],
  skipped: [],
  warnings: [],
  ms: Math.round(performance.now() - startMs),
})

const complete = (
  finding: Finding,
  request: ImportRequest,
  rest: Pick<ImportReport, 'sha256' | 'batch' | 'dryRun' | 'ms'>,
): ImportReport => {
  const { outcome, reason, message, encoding, delimiter, decimal, format, rows, revisions, rejected, skipped, warnings, cut } =
    finding
  const { sha256, batch, dryRun, ms } = rest
  const lists = cut === undefined ? { revisions, rejected, skipped, warnings } : { revisions, rejected, skipped, warnings, cut }
  return {
    file: request.name,
    outcome,
    reason,
    message,
    sha256,
    encoding,
    delimiter,
    decimal,
    format,
    batch,
    dryRun,
    rows,
    ...lists,
    ms,
  }
}

export interface PreviewRequest extends ImportRequest {
  /** name under which the differences wait in the spool for a review; absent = a report is enough */
  readonly review?: string
  /** read the first piece of the file only */
  readonly headOnly?: boolean
}

/** A report of what an import would do, and what a review must know beside it. Nothing is written. */
export async function previewFile(request: PreviewRequest): Promise<ImportReport & { readonly review?: ReviewFinding }> {
  const startMs = performance.now()
  try {
    regularFile(request.descriptor)
    let finding: Finding | null = null
    let sha256 = ''
    let found: ReviewFinding | undefined
    const { store, descriptor, name, options, profile, spool, review, headOnly = false } = request
    const order = {
      store,
      descriptor,
      name,
      options,
      profile,
      spool,
      today: today(request),
      batch: 0,
      write: false,
      sha256: null,
      headOnly,
    }
    await ingest(
      review === undefined ? order : { ...order, review },
      (message) => {
        if (message.kind === 'progress') request.tell(message.bytesDone, message.bytesTotal, message.rows, message.phase)
        if (message.kind !== 'done') return
        finding = message.finding
        sha256 = message.sha256
        found = message.review
      },
      request.cancelled,
    )
    if (finding === null) throw new Error('the reading thread ended without a finding')
    const report = complete(finding, request, { sha256, batch: null, dryRun: true, ms: Math.round(performance.now() - startMs) })
    return found === undefined ? report : { ...report, review: found }
  } catch (error) {
    if (error instanceof FileRefusal) return refusedBefore(request, error, true, startMs)
    throw error
  }
}

/** How a file was read: all that was said of it but the day of its release. */
const reading = ({ vintage: _vintage, ...options }: ImportOptions): string => JSON.stringify(options)

/** The report of a file that is in the store already, byte for byte and read the same way; null when it is not. */
function sameAgain(
  connection: Connection,
  request: ImportRequest,
  bytes: number,
  startMs: number,
): { readonly report: ImportReport | null; readonly sha256: string | null } {
  const candidates = connection.db.all(sameBytes, { bytes })
  if (candidates.length === 0) return { report: null, sha256: null }
  const sha256 = hashFile(regularFile(request.descriptor))
  for (const candidate of candidates) {
    if (candidate.sha256 !== sha256 || candidate.report === null) continue
    const memory = JSON.parse(candidate.report) as BatchMemory
    if (reading(memory.options) !== reading(request.options) || memory.profileText !== request.profile) continue
    if (JSON.stringify(memory.decisions) !== JSON.stringify(decided(request))) continue
    const { report } = memory
    const stored = report.rows.read - report.rows.rejected - report.rows.aggregates
    return {
      sha256,
      report: {
        ...report,
        file: request.name,
        batch: null,
        dryRun: false,
        rows: { ...report.rows, new: 0, revised: 0, unchanged: stored },
        revisions: [],
        warnings: [
          {
            code: 'same-file',
            line: null,
            message: `This file was imported before as batch ${candidate.id}, read the same way. Nothing was written.${revisedSince(connection, candidate.id)}`,
          },
          ...report.warnings,
        ],
        ms: Math.round(performance.now() - startMs),
      },
    }
  }
  return { report: null, sha256 }
}

/** The report of a file that is in the store already and would change nothing; null when it must be imported. */
export function importedBefore(connection: Connection, request: ImportRequest): ImportReport | null {
  const startMs = performance.now()
  try {
    return sameAgain(connection, request, regularFile(request.descriptor).bytes, startMs).report
  } catch (error) {
    // what is no regular file is refused where it is imported
    if (error instanceof FileRefusal) return null
    throw error
  }
}

/**
 * Imports one file: all of it in one transaction, or nothing. Holds the thread until it is done; readers go on beside it.
 *
 * @throws {CallError} cancelled, worker-lost, disk-full and what else the store says
 */
export function importFile(connection: Connection, request: ImportRequest): ImportReport {
  const startMs = performance.now()
  const { raw, db } = connection
  const ms = (): number => Math.round(performance.now() - startMs)
  let bytes: number
  try {
    bytes = regularFile(request.descriptor).bytes
  } catch (error) {
    if (error instanceof FileRefusal) return refusedBefore(request, error, false, startMs)
    throw error
  }
  const { report: same, sha256: knownSha } = sameAgain(connection, request, bytes, startMs)
  if (same) return same
  needSpaceToImport(request.store, bytes)
  const keeping = startKeeping(request.store, request.descriptor)
  let abandon = keeping.abandon
  const batchId = { value: 0 }
  raw.pragma('foreign_keys = OFF')
  raw.pragma('ignore_check_constraints = ON')
  raw.exec('BEGIN IMMEDIATE')
  try {
    const { options, name, descriptor, store, profile, spool, now } = request
    const vintage = vintageOf(request)
    const decisions = decided(request)
    const openBatch = () =>
      db.run(addBatch, {
        file: name,
        sha256: '',
        bytes,
        encoding: '',
        format: '',
        profile: profileName(profile),
        vintage,
        now,
        by: request.by,
        note: request.note,
      })
    const added = openBatch()
    batchId.value = added.lastId
    const writer = new RowWriter(connection, added.lastId)
    let finding: Finding | null = null
    let created: BatchMemory['created'] | null = null
    ingestSync(
      {
        ...{ store, descriptor, name, options, profile, spool, today: today(request), write: true, sha256: knownSha },
        batch: added.lastId,
        ...(decisions === undefined ? {} : { decisions }),
      },
      (message) => {
        switch (message.kind) {
          case 'progress':
            request.tell(message.bytesDone, message.bytesTotal, message.rows, message.phase)
            break
          case 'additions': {
            const { additions } = message
            writer.add(additions)
            // they may come in several lots, each behind the one before
            const { firstSource, sources, firstNote, notes, firstSeries, series } = additions
            created = {
              sources: [created?.sources[0] ?? firstSource, firstSource + sources.length],
              notes: [created?.notes[0] ?? firstNote, firstNote + notes.length],
              series: [created?.series[0] ?? firstSeries, firstSeries + series.length / 4],
            }
            break
          }
          case 'restart':
            beginAgain(raw)
            if (openBatch().lastId !== added.lastId) throw new Error('a batch begun again has another number')
            created = null
            break
          case 'rows':
            if (message.revised) writer.revise(message.rows)
            else writer.insert(message.rows)
            break
          case 'summaries':
            addSummaries(raw, sumsOf(message.change), message.change.made)
            renewSummaries(raw, message.change.renew)
            sealBatch(raw, added.lastId, message.figures, message.replaced)
            break
          case 'done':
            finding = message.finding
            break
        }
      },
      request.cancelled,
      keeping.step,
    )
    const found = finding as Finding | null
    if (found === null) throw new Error('the reading thread ended without a finding')
    if (found.outcome === 'refused') {
      raw.exec('ROLLBACK')
      const sha256 = bytes > MOST_BYTES_TO_HASH_REFUSED ? '' : keeping.finish().sha256
      keeping.abandon()
      return complete(found, request, { sha256, batch: null, dryRun: false, ms: ms() })
    }
    const draft = keeping.finish()
    const report = complete(found, request, { sha256: draft.sha256, batch: added.lastId, dryRun: false, ms: ms() })
    const memory: BatchMemory = {
      ...{ options, profileText: profile, created: created ?? nothing, report: remembered(report) },
      ...(decisions === undefined ? {} : { decisions }),
    }
    const { rows } = found
    db.run(finishBatch, {
      id: added.lastId,
      sha256: draft.sha256,
      encoding: found.encoding ?? '',
      format: found.format ?? '',
      delimiter: found.delimiter,
      decimal: found.decimal,
      ...rows,
      report: JSON.stringify(memory),
    })
    abandon = keep(store, draft)
    raw.exec('COMMIT')
    if (rows.new + rows.aggregates >= ANALYSE_FROM) {
      raw.pragma('analysis_limit = 400')
      raw.exec('ANALYZE')
    }
    return { ...report, ms: ms() }
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK')
    // once a commit has taken hold its file stays, whatever failed after it
    if (!db.get(oneBatch, { id: batchId.value })) abandon()
    throw error
  } finally {
    raw.pragma('ignore_check_constraints = OFF')
    raw.pragma('foreign_keys = ON')
  }
}

/**
 * Takes back what a file brought before it must be read again. No savepoint: SQLite would keep every page that the file changes in memory.
 *
 * @throws {CallError} store-locked when another program wrote between the two, for then the ids that the file was given are not free
 */
function beginAgain(raw: Connection['raw']): void {
  const version = raw.pragma('data_version', { simple: true })
  raw.exec('ROLLBACK')
  raw.exec('BEGIN IMMEDIATE')
  if (raw.pragma('data_version', { simple: true }) !== version)
    throw new CallError('store-locked', 'Another program wrote to the store meanwhile. Nothing was imported. Try again.')
}

const nothing: BatchMemory['created'] = { sources: [0, 0], notes: [0, 0], series: [0, 0] }

/** Entries of each list that stay with the batch for its page; the file itself stays too. */
const REMEMBERED = 2_000
const remembered = (report: ImportReport): ImportReport => ({
  ...report,
  revisions: report.revisions.slice(0, REMEMBERED),
  rejected: report.rejected.slice(0, REMEMBERED),
  skipped: report.skipped.slice(0, REMEMBERED),
})

function profileName(profile: string | null): string | null {
  if (profile === null) return null
  try {
    const { name } = JSON.parse(profile) as { readonly name?: unknown }
    return typeof name === 'string' ? name : null
  } catch {
    return null
  }
}
