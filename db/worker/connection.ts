// The only module that knows better-sqlite3. The runtime is checked before the native module loads: on an older Node it would crash
// the whole process without a word.

import { createRequire } from 'node:module'
import type BetterSqlite3 from 'better-sqlite3'
import { assertRuntime } from '../../electron/host/runtime.ts'
import { addSealFunctions, watchTables } from '../seal/tables.ts'
import type { PreparedWrite, ReadDb, Statement, WriteDb } from './db.ts'
import { APPLICATION_ID } from './migrate.ts'
import { prepared } from './prepared.ts'
import { storeError } from './storeError.ts'

/** A slow statement is logged by name when it takes longer than this. */
const SLOW_MS = 250

export interface Connection {
  readonly db: WriteDb
  /** the SQLite handle itself, for backup, integrity checks and bulk writes inside db/ */
  readonly raw: BetterSqlite3.Database
  close(): void
}

export type Prepared = BetterSqlite3.Statement<unknown[], unknown>

function load(): typeof BetterSqlite3 {
  assertRuntime()
  return createRequire(import.meta.url)('better-sqlite3') as typeof BetterSqlite3
}

function wrap(raw: BetterSqlite3.Database, readOnly: boolean): WriteDb {
  const timed = <T>(statement: Statement<object, unknown>, work: (prepared: Prepared) => T): T => {
    const startMs = performance.now()
    try {
      return work(prepared(raw, statement.sql))
    } finally {
      const durationMs = performance.now() - startMs
      if (durationMs > SLOW_MS) console.error(`slow statement ${statement.name}: ${Math.round(durationMs)} ms`)
    }
  }
  const result = (info: BetterSqlite3.RunResult) => ({ changes: info.changes, lastId: Number(info.lastInsertRowid) })
  return {
    readOnly,
    all: <P extends object, R>(s: Statement<P, R>, params: P) => timed(s, (p) => p.all(params) as R[]),
    get: <P extends object, R>(s: Statement<P, R>, params: P) => timed(s, (p) => p.get(params) as R | undefined),
    // not from the cache: an iterator keeps its statement busy until it ends, and a second use would throw
    each: <P extends object, R>(s: Statement<P, R>, params: P) => raw.prepare(s.sql).iterate(params) as IterableIterator<R>,
    run: <P extends object>(s: Statement<P, never>, params: P) => timed(s, (p) => result(p.run(params))),
    transaction: <T>(work: () => T) => raw.transaction(work).immediate(),
    exec: (sql) => {
      raw.exec(sql)
    },
    prepare: (sql): PreparedWrite => {
      const found = prepared(raw, sql)
      return { run: (...values) => result(found.run(...values)) }
    },
  }
}

/**
 * Page size of a new store, in bytes. Imports write whole pages one behind the other: of four times SQLite's own size there are a quarter as many
 * to be logged, summed and copied into the file. A store keeps the size it was made with.
 */
const PAGE_BYTES = 16_384
/** SQLite's log is copied into the file when it is about so long; SQLite counts it in pages. */
const LOG_BYTES = 4_194_304

/** A pragma that answers with one number. */
export const numberOf = (raw: BetterSqlite3.Database, pragma: string): number => Number(raw.pragma(pragma, { simple: true }))

const isOurs = (raw: BetterSqlite3.Database): boolean =>
  raw.pragma('application_id', { simple: true }) === APPLICATION_ID ||
  raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0

/**
 * Opens the store for its one writer: WAL, every commit synced to disk, foreign keys on.
 *
 * @throws {CallError} store-locked, store-read-only, store-damaged, disk-full: as {@link storeError} reads SQLite's word
 */
export function openWriter(file: string, options: { readonly mustExist?: boolean } = {}): Connection {
  const Database = load()
  try {
    const raw = new Database(file, { fileMustExist: options.mustExist ?? false, timeout: 10_000 })
    // another program's database is left as it is, to the byte: the migration refuses it next
    if (isOurs(raw)) {
      // asked before the first page is written; of a store that is there nothing changes
      if (numberOf(raw, 'page_count') === 0) raw.pragma(`page_size = ${PAGE_BYTES}`)
      raw.pragma('journal_mode = WAL')
      raw.pragma(`wal_autocheckpoint = ${Math.ceil(LOG_BYTES / numberOf(raw, 'page_size'))}`)
    }
    raw.pragma('synchronous = FULL')
    raw.pragma('foreign_keys = ON')
    raw.pragma('cell_size_check = ON')
    // a row that INSERT OR REPLACE pushes out must leave its seal too
    raw.pragma('recursive_triggers = ON')
    raw.pragma('temp_store = MEMORY')
    // figures are written in order of key: twice the pages make an import no faster
    raw.pragma('cache_size = -8192')
    addSealFunctions(raw)
    if (isOurs(raw)) watchTables(raw)
    return { db: wrap(raw, false), raw, close: () => raw.close() }
  } catch (error) {
    throw storeError(error, file)
  }
}

/** Opens a copy of a store as SQLite finds it, without triggers or a log of its own: for backups and for what a restore replaces. */
export function openPlain(file: string): BetterSqlite3.Database {
  const Database = load()
  return new Database(file, { fileMustExist: true, timeout: 10_000 })
}

/** Opens a file for rows that will be copied into a store at once: nothing of it need outlive this process. @param table as SQL makes it */
export function openScratch(file: string, table: string): BetterSqlite3.Database {
  const Database = load()
  const raw = new Database(file)
  raw.exec(`PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA cache_size = -4096; ${table}`)
  return raw
}

/** Removes SQLite's log beside a store that nobody has open any more, as the last connection that may write does when it closes. */
export function emptyLog(file: string): void {
  try {
    const raw = openPlain(file)
    raw.pragma('wal_checkpoint(TRUNCATE)')
    raw.close()
  } catch {
    // a disk that is full or gone: the log stays, and the next start reads it
  }
}

/** How a read-only connection spends memory. `once`: every page is read once and in order, so that neither a cache nor a map of the file pays. */
export type ReadPattern = 'often' | 'once'
const READ_MEMORY: Readonly<Record<ReadPattern, readonly string[]>> = {
  often: ['cache_size = -65536', 'mmap_size = 268435456'],
  once: ['cache_size = -4096', 'mmap_size = 0'],
}

/** Gives back the pages of the store that a reading connection remembers or has mapped, until {@link wake}. Answers stay right, only slower. */
export function rest({ raw }: Connection): void {
  raw.pragma('shrink_memory')
  raw.pragma('mmap_size = 0')
}

/** Lets a connection that {@link rest}ed map the store again. */
export function wake({ raw }: Connection): void {
  for (const pragma of READ_MEMORY.often) raw.pragma(pragma)
}

/**
 * Opens the store read-only: for the thread that answers charts while the writer is busy, and for whoever reads it through once.
 *
 * @throws {CallError} as {@link openWriter}
 */
export function openReader(file: string, pattern: ReadPattern = 'often'): Connection & { readonly db: ReadDb } {
  const Database = load()
  try {
    const raw = new Database(file, { readonly: true, fileMustExist: true, timeout: 10_000 })
    raw.pragma('query_only = ON')
    raw.pragma('temp_store = MEMORY')
    for (const pragma of READ_MEMORY[pattern]) raw.pragma(pragma)
    return { db: wrap(raw, true), raw, close: () => raw.close() }
  } catch (error) {
    throw storeError(error, file)
  }
}
