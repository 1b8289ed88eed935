import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { WorkerOptions } from '../../electron/host/protocol.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { StoreState } from '../../electron/shared/contract/schema/store.ts'
import { finishRestore } from '../backup/restore.ts'
import { buildFromBundle } from '../build/buildFromBundle.ts'
import { brokenSeals, sealAll } from '../seal/seals.ts'
import { isSealed, unwatchTables, watchTables } from '../seal/tables.ts'
import { type Connection, openWriter } from './connection.ts'
import { migrate, readSteps } from './migrate.ts'
import { storeError } from './storeError.ts'

const removeStore = (file: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}

/** Runs the pending steps and seals what they made; damage found before is refused, for a new seal would hide it. */
function upgrade({ db, raw }: Connection, options: WorkerOptions): void {
  const steps = migrate(db, readSteps(options.schema), {
    before: () => {
      unwatchTables(raw)
      if (!isSealed(raw)) return
      const broken = brokenSeals(raw)
      if (broken.length > 0)
        throw new CallError(
          'store-damaged',
          'This store is damaged and was left as it is, without the upgrade. Restore a backup, or choose another store.',
          broken.slice(0, 5).join(' '),
        )
    },
    after: () => sealAll(raw),
  })
  if (steps.length > 0) watchTables(raw)
}

/** Takes the right to read the store from everybody but its owner; SQLite gives its log the same rights. */
function keepPrivate(file: string): void {
  try {
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
  } catch {
    // somebody else's file, or a file system without rights: opening it says what matters
  }
}

/** Builds a store beside its final name and moves it there when it is whole: a first start that is cut off leaves nothing half. */
function createStore(options: WorkerOptions, tell: (state: StoreState) => void): void {
  const draft = `${options.store}.building-${process.pid}`
  removeStore(draft)
  try {
    mkdirSync(dirname(options.store), { recursive: true, mode: 0o700 })
    closeSync(openSync(draft, 'wx', 0o600))
    const connection = openWriter(draft)
    try {
      upgrade(connection, options)
      buildFromBundle(connection, options, (done, total) => tell({ phase: 'building', done, total, failure: null }))
      connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      connection.close()
    }
    renameSync(draft, options.store)
  } catch (error) {
    removeStore(draft)
    throw storeError(error, options.store)
  }
}

/**
 * Opens the store for writing: finishes a restore that waits, builds the store from the bundled data when there is none, upgrades an older one.
 *
 * @throws {CallError} store-missing (with `mustExist`), store-locked, store-read-only, store-damaged, store-newer, disk-full, bundle-damaged
 */
export function openStore(options: WorkerOptions, tell: (state: StoreState) => void): Connection {
  finishRestore(options.store)
  if (!existsSync(options.store)) {
    if (options.mustExist) throw new CallError('store-missing', 'There is no store at that place.')
    createStore(options, tell)
  }
  keepPrivate(options.store)
  const connection = openWriter(options.store, { mustExist: true })
  try {
    upgrade(connection, options)
    return connection
  } catch (error) {
    connection.close()
    throw storeError(error, options.store)
  }
}
