import { closeSync, existsSync, linkSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { WorkerOptions } from '../../electron/host/protocol.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { StoreState } from '../../electron/shared/contract/schema/store.ts'
import { finishRestore } from '../backup/restore.ts'
import { buildFromBundle } from '../build/buildFromBundle.ts'
import { type Connection, openWriter } from './connection.ts'
import { openExisting, upgrade } from './openExisting.ts'
import { storeError } from './storeError.ts'

const missing = (file: string): CallError =>
  new CallError('store-missing', `There is no store ${basename(file)} there. Name another with --store, or build one with init.`)

const removeStore = (file: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}

/** Gives a new store its name, unless another program was first: its store may hold imported figures by now, and is taken instead. */
function placeNew(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch {
    // there is one, or the file system has no links
    if (!existsSync(file)) renameSync(draft, file)
  }
  removeStore(draft)
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
    placeNew(draft, options.store)
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
    if (options.mustExist) throw missing(options.store)
    createStore(options, tell)
  }
  return openExisting(options)
}
