// A restore in two halves. The first checks the backup and makes a whole, synced copy under `<store>.restored`; from then on the wish is on
// disk. The second, at the next opening, moves the old store onto the shelf and the copy into its place; killed anywhere, the opening after
// that finishes it.
import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { hasSummaries, renewAllSummaries, wrongSummaries } from '../summaries/keep.ts'
import { openPlain } from '../worker/connection.ts'
import { storeError } from '../worker/storeError.ts'
import { contentHash, copyStore, problemsOfCopy, syncFile } from './makeBackup.ts'
import { backupsOf, nextNumber, openShelf, shelfOf, thin } from './shelf.ts'
import { needSpace } from './space.ts'

const LOCK_MS = 10_000

const waitingPlace = (store: string): string => `${store}.restored`

/**
 * First half: a checked copy of backup `number` waits to become the store.
 *
 * @returns figures in the backup
 * @throws {CallError} not-found, store-damaged when the backup does not pass its check, disk-full
 */
export async function prepareRestore(
  store: string,
  number: number,
): Promise<{ readonly number: number; readonly figures: number }> {
  const backup = backupsOf(store).find((candidate) => candidate.number === number)
  if (!backup) throw new CallError('not-found', `There is no backup ${number}. The command "backups" lists them.`)
  needSpace(store, backup.bytes, 'The restore')
  const draft = `${waitingPlace(store)}.part`
  rmSync(draft, { force: true })
  try {
    closeSync(openSync(draft, 'wx', 0o600))
    const raw = openPlain(backup.path)
    let content: string
    let figures: number
    try {
      content = contentHash(raw)
      figures = raw.prepare('SELECT count(*) FROM observation').pluck().get() as number
      await copyStore(raw, draft)
    } finally {
      raw.close()
    }
    const problems = problemsOfCopy(draft, backup.note?.content || content, true)
    if (problems.length > 0) throw damaged(number, problems.map(({ message }) => message).join(' '))
    renewSums(draft)
    renameSync(draft, waitingPlace(store))
    syncFile(waitingPlace(store))
    return { number, figures }
  } catch (error) {
    rmSync(draft, { force: true })
    const told = storeError(error, backup.path)
    throw told instanceof CallError && told.code === 'store-damaged' ? damaged(number, told.detail) : told
  }
}

/** Sums over partners that do not hold what the figures say are made anew: the figures have passed their check. */
function renewSums(path: string): void {
  const raw = openPlain(path)
  try {
    if (!hasSummaries(raw) || wrongSummaries(raw) === 0) return
    raw.transaction(() => renewAllSummaries(raw))()
  } finally {
    raw.close()
  }
}

const damaged = (number: number, detail: string): CallError =>
  new CallError('store-damaged', `Backup ${number} is damaged. Nothing was changed. Choose another one.`, detail)

/** Whether a restore waits for its second half. */
export const isRestoreWaiting = (store: string): boolean => existsSync(waitingPlace(store))

/**
 * Makes sure that nobody else has the store open and that its log is written back; a store too damaged for that is moved as it is.
 *
 * @throws {CallError} store-locked
 */
function settle(store: string, waitMs: number): void {
  try {
    const raw = openPlain(store)
    try {
      raw.pragma(`busy_timeout = ${waitMs}`)
      raw.pragma('locking_mode = EXCLUSIVE')
      raw.pragma('wal_checkpoint(TRUNCATE)')
      raw.exec('BEGIN EXCLUSIVE; COMMIT')
    } finally {
      raw.close()
    }
  } catch (error) {
    const told = storeError(error, store)
    if (told instanceof CallError && told.code === 'store-locked') throw told
  }
}

/**
 * Second half, before a store is opened. Does nothing when no restore waits.
 *
 * @param waitMs how long to wait for another program that has the store open
 * @throws {CallError} store-locked when it stays open; the restore is then given up
 */
export function finishRestore(store: string, waitMs: number = LOCK_MS): void {
  const waiting = waitingPlace(store)
  if (!existsSync(waiting)) return
  if (existsSync(store)) {
    try {
      settle(store, waitMs)
    } catch (error) {
      rmSync(waiting, { force: true })
      throw error
    }
    openShelf(store)
    const kept = join(shelfOf(store), `replaced-${String(nextNumber(store)).padStart(6, '0')}.sqlite`)
    // the log first: beside a new store it would be read as that store's own
    for (const end of ['-wal', '']) if (existsSync(`${store}${end}`)) renameSync(`${store}${end}`, `${kept}${end}`)
  }
  for (const end of ['-wal', '-shm']) rmSync(`${store}${end}`, { force: true })
  renameSync(waiting, store)
  syncFile(store)
  thin(store)
}
