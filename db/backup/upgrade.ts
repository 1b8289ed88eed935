import { existsSync } from 'node:fs'
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
  if (!existsSync(store) || isRestoreWaiting(store)) return
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
