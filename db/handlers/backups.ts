import { statSync } from 'node:fs'
import type { BackupReason, Backups } from '../../electron/shared/contract/schema/backups.ts'
import { contentHash, makeBackup } from '../backup/makeBackup.ts'
import { backupsOf, replacedOf } from '../backup/shelf.ts'
import type { Connection } from '../worker/connection.ts'
import type { WriteDb } from '../worker/db.ts'
import type { HandlerContext, TopicHandlers } from './context.ts'

/** The shelf as the page lists it. @param connection null when the store cannot be opened: its backups can */
export function listBackups(store: string, connection: Connection | null): Backups {
  const content = connection === null ? '' : contentHash(connection.raw)
  const backups = backupsOf(store).map(({ number, bytes, note }) => ({
    number,
    bytes,
    at: note?.at ?? null,
    reason: note?.reason ?? null,
    figures: note?.figures ?? null,
    whole: note?.whole ?? true,
    same: content === '' || !note?.content ? null : note.content === content,
  }))
  const replaced = replacedOf(store)
  const bytes = [...backups.map((one) => one.bytes), ...replaced.map((path) => statSync(path).size)].reduce((a, b) => a + b, 0)
  return { backups, replaced: replaced.length, bytes }
}

/** Makes the backup that every import, undo and redo begins with. @throws {CallError} as the backup is refused; nothing was changed then */
export async function backupFirst(
  { connection, options, now }: Pick<HandlerContext<WriteDb>, 'connection' | 'options' | 'now'>,
  reason: BackupReason,
): Promise<number | null> {
  const made = await makeBackup(connection, { store: options.store, reason, now: now() })
  return made?.number ?? null
}

export const backupHandlers: TopicHandlers<'backups.list' | 'backups.make'> = {
  'backups.list': ({ connection, options }) => listBackups(options.store, connection),
  'backups.make': async (context) => ({ number: await backupFirst(context, 'hand') }),
}
