import { statSync } from 'node:fs'
import { problemsOf } from '../seal/check.ts'
import { sumsOfSeals } from '../seal/seals.ts'
import { statement } from '../worker/db.ts'
import { listBackups } from './backups.ts'
import type { TopicHandlers } from './context.ts'

const versions = statement<object, { sqlite: string; schema: number; steps: number; batches: number; undone: number }>(
  'store.versions',
  `SELECT sqlite_version() AS sqlite, (SELECT user_version FROM pragma_user_version) AS schema, (SELECT count(*) FROM migration) AS steps,
   (SELECT count(*) FROM batch) AS batches, (SELECT count(*) FROM batch WHERE undone_at IS NOT NULL) AS undone`,
)

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

export const storeHandlers: TopicHandlers<'store.check' | 'store.diagnostics'> = {
  'store.check': ({ connection }) => {
    const problems = [...problemsOf(connection.raw)]
    return { ok: problems.length === 0, problems }
  },
  'store.diagnostics': ({ db, connection, options: { store } }) => {
    const found = db.get(versions, {}) ?? { sqlite: '', schema: 0, steps: 0, batches: 0, undone: 0 }
    const { backups, bytes } = listBackups(store, connection)
    const [newest] = backups
    return {
      ...found,
      ...sumsOfSeals(connection.raw),
      bytes: sizeOf(store),
      logBytes: sizeOf(`${store}-wal`),
      backups: backups.length,
      backupBytes: bytes,
      newestBackup: newest ? { number: newest.number, at: newest.at } : null,
    }
  },
}
