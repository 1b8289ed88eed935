// Opening a store that is there: apart from the building of one, which brings the bundled data's schemas with it.
import { chmodSync, statSync } from 'node:fs'
import type { WorkerOptions } from '../../electron/host/protocol.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { brokenSeals, sealAll } from '../seal/seals.ts'
import { isSealed, unwatchTables, watchTables } from '../seal/tables.ts'
import { type Connection, openWriter } from './connection.ts'
import { migrate, readSteps } from './migrate.ts'
import { storeError } from './storeError.ts'

/** Runs the pending steps and seals what they made; damage found before is refused, for a new seal would hide it. */
export function upgrade({ db, raw }: Connection, options: WorkerOptions): void {
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

/**
 * Opens a store that is there for writing, and upgrades an older one. No restore may wait any more.
 *
 * @throws {CallError} store-missing, store-locked, store-read-only, store-damaged, store-newer, disk-full
 */
export function openExisting(options: WorkerOptions): Connection {
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
