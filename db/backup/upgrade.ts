import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import type { WorkerOptions } from '../../electron/host/protocol.ts'
import { openReader } from '../worker/connection.ts'
import { APPLICATION_ID, newestStep } from '../worker/migrate.ts'
import { makeBackup } from './makeBackup.ts'
import { isRestoreWaiting } from './restore.ts'

/**
 * Backs a store up before the steps of this version change it. Does nothing to a store that is missing, of another program, of this version
 * or a newer one, or about to be replaced.
 *
 * @throws {CallError} as the backup and the opening of the store are refused
 */
export async function backupBeforeUpgrade({ store, schema }: WorkerOptions, now: string): Promise<void> {
  if (!existsSync(store) || isRestoreWaiting(store) || isOfForm(store, newestStep(schema))) return
  const connection = openReader(store)
  try {
    const { raw } = connection
    const pragma = (name: string): number => Number(raw.pragma(name, { simple: true }))
    const version = pragma('user_version')
    if (pragma('application_id') !== APPLICATION_ID || version === 0 || version >= newestStep(schema)) return
    await makeBackup(connection, { store, reason: 'upgrade', now })
  } finally {
    connection.close()
  }
}

/** Where SQLite's header has the version of the user and the number of the application (https://www.sqlite.org/fileformat.html, 1.3). */
const VERSION_AT = 60
const APPLICATION_AT = 68
const HEADER_BYTES = 100

/** True when the file alone says that a store has this form; where a log lies beside it, or it cannot be read, SQLite must be asked. */
function isOfForm(store: string, version: number): boolean {
  try {
    if (['-wal', '-journal'].some((log) => existsSync(store + log))) return false
    const header = Buffer.alloc(HEADER_BYTES)
    const descriptor = openSync(store, 'r')
    try {
      readSync(descriptor, header, 0, HEADER_BYTES, 0)
    } finally {
      closeSync(descriptor)
    }
    return header.readInt32BE(APPLICATION_AT) === APPLICATION_ID && header.readInt32BE(VERSION_AT) === version
  } catch {
    return false
  }
}
