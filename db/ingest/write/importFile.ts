import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { needSpaceToImport } from '../../backup/space.ts'
import type { Span } from '../../queries/statements.ts'
import type { Connection } from '../../worker/connection.ts'
import { prepared } from '../../worker/prepared.ts'
import { MOST_BYTES_TO_HASH_REFUSED } from '../bytes/limits.ts'
import { regularFile } from '../bytes/source.ts'
import type { Decisions } from '../decisions.ts'
import type { ImportOptions } from '../layout.ts'
import { FileRefusal } from '../refusal.ts'
import type { ImportReport } from '../report.ts'
import { addBatch, finishBatch, oneBatch } from './batches.ts'
import { keep, startKeeping } from './keepFile.ts'
import { complete, type ImportRequest, refusedBefore, today } from './request.ts'
import { endReading, follow, type Order, type Reading, startReading } from './runThread.ts'
import { decided, sameAgain } from './sameFile.ts'
import { type Created, HandedTaker } from './takeHanded.ts'

/** What undo and redo must know of a batch, kept with it. */
export interface BatchMemory {
  readonly options: ImportOptions
  readonly profileText: string | null
  /** absent = everything was taken */
  readonly decisions?: Decisions
  readonly created: Created
  readonly report: ImportReport
  /** series of which it had figures that stood in the store already: pairs of the first and the last number; absent = none */
  readonly confirmed?: readonly number[]
  readonly stated?: readonly Span[]
}

/** A smaller file has no rows to spare for an annex. */
const ANNEX_FROM_BYTES = 4_000_000

/** ANALYZE pays from here on. */
const ANALYSE_FROM = 50_000

const vintageOf = (request: ImportRequest): string => request.options.vintage ?? today(request)

/** The order to read a file for an import. */
const orderOf = (request: ImportRequest, sha256: string | null, annex: string | null): Order => {
  const { store, descriptor, name, options, profile, spool, alone = false } = request
  const decisions = decided(request)
  return {
    ...{ store, descriptor, name, options, profile, spool, today: today(request), write: true, sha256, alone, annex },
    ...(decisions === undefined ? {} : { decisions }),
  }
}

/** An import that was begun: the file is being read, and nothing was written. */
export interface BegunImport {
  readonly request: ImportRequest
  readonly startMs: number
  readonly bytes: number
  /** file for the last rows; null = the file is too small for one */
  readonly annex: string | null
  readonly reading: Reading
  /** of the file; null = not known yet */
  readonly sha256: string | null
  /** SQLite's data_version as the reading began: another one says that somebody else wrote meanwhile */
  readonly version: unknown
}

const versionOf = (raw: Connection['raw']): unknown => prepared(raw, 'PRAGMA data_version', 'values').get()

/** The hash of a file, and when the making of it began. */
export interface Hashed {
  readonly startMs: number
  /** null = nobody asked */
  readonly sha256: string | null
}

/**
 * Begins to import a file: looks whether it is in the store already, and else starts to read it. Whatever must come before the first
 * write, such as a backup, may be done meanwhile; then {@link finishImport} writes, or {@link abandonImport} gives it up.
 *
 * @param hashed the file's hash where it was just made
 * @returns a report where there is nothing to write
 * @throws {CallError} disk-full
 */
export function beginImport(
  connection: Connection,
  request: ImportRequest,
  { startMs, sha256: hashed }: Hashed = { startMs: performance.now(), sha256: null },
): BegunImport | ImportReport {
  try {
    const { bytes } = regularFile(request.descriptor)
    const version = versionOf(connection.raw)
    const { report, sha256 } = sameAgain(connection, request, bytes, startMs, hashed)
    if (report) return report
    needSpaceToImport(request.store, bytes)
    const annex =
      bytes < ANNEX_FROM_BYTES ? null : join(request.spool, `annex-${process.pid}-${Math.trunc(performance.now() * 1000)}.sqlite`)
    return { request, startMs, bytes, annex, reading: startReading(orderOf(request, sha256, annex)), sha256, version }
  } catch (error) {
    if (error instanceof FileRefusal) return refusedBefore(request, error, false, startMs)
    throw error
  }
}

/** Whether something is left to write, or the import is done with a report. */
export const isBegun = (begun: BegunImport | ImportReport): begun is BegunImport => 'reading' in begun

/** Gives up an import before it was written. */
export const abandonImport = ({ reading }: BegunImport): void => endReading(reading)

/**
 * Imports one file: all of it in one transaction, or nothing. Holds the thread until it is done; readers go on beside it.
 *
 * @throws {CallError} cancelled, worker-lost, disk-full and what else the store says
 */
export function importFile(connection: Connection, request: ImportRequest): ImportReport {
  const begun = beginImport(connection, request)
  return isBegun(begun) ? toTheEnd(finishImport(connection, begun)) : begun
}

/** Goes on to the end at once. @param stopped called where an import stops */
export function toTheEnd(steps: ReturnType<typeof finishImport>, stopped = (): void => {}): ImportReport {
  let step = steps.next()
  while (!step.done) {
    stopped()
    step = steps.next()
  }
  return step.value
}

/** True when figures of one of these indicators came with the program: their series stand before the first one that an import brought. */
function cameWithProgram(raw: Connection['raw'], indicators: ReadonlySet<number>): boolean {
  const firstOwn = prepared(
    raw,
    "SELECT json_extract(report, '$.created.series[0]') FROM batch WHERE kind = 'import' ORDER BY id LIMIT 1",
    'values',
  ).get() as number | null | undefined
  const one = prepared(raw, 'SELECT 1 FROM series WHERE indicator = ? AND id < ? LIMIT 1', 'values')
  return [...indicators].some((indicator) => one.get(indicator, firstOwn ?? Number.MAX_SAFE_INTEGER) !== undefined)
}

/**
 * Writes an import that was begun, all in one transaction, or nothing. Holds the thread until it is done, but where it stops.
 *
 * It stops before the transaction ends where the file has figures of indicators whose figures came with the program: other connections see
 * them as they were, and who goes on may write what shall end with them. To be gone on with, or thrown into, and nothing else done meanwhile.
 *
 * @throws {CallError} cancelled, worker-lost, disk-full and what else the store says
 */
export function* finishImport(connection: Connection, begun: BegunImport): Generator<'changing', ImportReport, void> {
  const { request, startMs, bytes } = begun
  const { raw, db } = connection
  const ms = (): number => Math.round(performance.now() - startMs)
  let { reading } = begun
  let abandon = (): void => {}
  let batch = 0
  let detach = (): void => {}
  raw.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON')
  try {
    if (begun.annex !== null) detach = attachAnnex(raw, begun.annex)
    const keeping = startKeeping(request.store, request.descriptor)
    abandon = keeping.abandon
    beginWriting(raw)
    if (versionOf(raw) !== begun.version) {
      // what the file is compared with is no longer what it was: from the start, and now nobody else can write
      endReading(reading)
      const { report } = sameAgain(connection, request, bytes, startMs)
      if (report) {
        raw.exec('ROLLBACK')
        abandon()
        return report
      }
      reading = startReading(orderOf(request, begun.sha256, begun.annex))
    }
    const { options, name, profile, now } = request
    const decisions = decided(request)
    const openBatch = (): number =>
      db.run(addBatch, {
        file: name,
        sha256: '',
        bytes,
        encoding: '',
        format: '',
        profile: profileName(profile),
        vintage: vintageOf(request),
        now,
        by: request.by,
        note: request.note,
      }).lastId
    batch = openBatch()
    const beginAgain = (): void => {
      takeBack(raw)
      if (openBatch() !== batch) throw new Error('a batch begun again has another number')
    }
    const taker = new HandedTaker(connection, batch, { tell: request.tell, beginAgain })
    follow(reading, { batch, take: taker.take, stop: request.cancelled, idle: keeping.step })
    // the file may say the day of its release too, which is known at its end
    const { finding: found, vintage = '', confirmed = [], stated = [] } = taker.done
    if (found.outcome === 'refused') {
      raw.exec('ROLLBACK')
      const sha256 = bytes > MOST_BYTES_TO_HASH_REFUSED ? '' : keeping.finish().sha256
      keeping.abandon()
      return complete(found, request, { sha256, batch: null, dryRun: false, ms: ms() })
    }
    const draft = keeping.finish()
    // its thread may go while the rest is written
    endReading(reading)
    const report = complete(found, request, { sha256: draft.sha256, batch, dryRun: false, ms: ms() })
    const memory: BatchMemory = {
      ...{ options: vintage === '' ? options : { ...options, vintage } },
      ...{ profileText: profile, created: taker.created, report: remembered(report) },
      ...(confirmed.length === 0 ? {} : { confirmed }),
      ...(stated.length === 0 ? {} : { stated }),
      ...(decisions === undefined ? {} : { decisions }),
    }
    const { rows } = found
    db.run(finishBatch, {
      id: batch,
      vintage: vintage || vintageOf(request),
      sha256: draft.sha256,
      encoding: found.encoding ?? '',
      format: found.format ?? '',
      delimiter: found.delimiter,
      decimal: found.decimal,
      ...rows,
      report: JSON.stringify(memory),
    })
    if (cameWithProgram(raw, taker.indicators)) yield 'changing'
    // one commit, and one wait for the disk, for both
    if (rows.new + rows.aggregates >= ANALYSE_FROM) raw.exec('PRAGMA analysis_limit = 400; ANALYZE')
    abandon = keep(request.store, draft)
    raw.exec('COMMIT')
    return { ...report, ms: ms() }
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK')
    // once a commit has taken hold its file stays, whatever failed after it
    if (!db.get(oneBatch, { id: batch })) abandon()
    throw error
  } finally {
    endReading(reading)
    detach()
    raw.exec('PRAGMA ignore_check_constraints = OFF; PRAGMA foreign_keys = ON')
  }
}

/** Makes the file of an annex and attaches it, which nothing can do inside a transaction. @returns takes both away again, behind the transaction */
function attachAnnex(raw: Connection['raw'], path: string): () => void {
  closeSync(openSync(path, 'wx', 0o600))
  try {
    raw.prepare('ATTACH ? AS annex').run(path)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
  return () => {
    raw.exec('DETACH annex')
    rmSync(path, { force: true })
  }
}

/** Begins a transaction that writes the store, and nothing that is attached to it: the annex is written by another thread meanwhile. */
const beginWriting = (raw: Connection['raw']): void => void raw.exec('BEGIN; DELETE FROM main.batch WHERE 0')

/**
 * Takes back what a file brought before it must be read again. No savepoint: SQLite would keep every page that the file changes in memory.
 *
 * @throws {CallError} store-locked when another program wrote between the two, for then the ids that the file was given are not free
 */
function takeBack(raw: Connection['raw']): void {
  const version = versionOf(raw)
  raw.exec('ROLLBACK')
  beginWriting(raw)
  if (versionOf(raw) !== version)
    throw new CallError('store-locked', 'Another program wrote to the store meanwhile. Nothing was imported. Try again.')
}

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
