import { createHash } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { BackupReason } from '../../electron/shared/contract/schema/backups.ts'
import { type Problem, problemsOf } from '../seal/check.ts'
import { contentOf, sumsOfSeals } from '../seal/seals.ts'
import { isSealed } from '../seal/tables.ts'
import { type Connection, numberOf, openPlain, openReader } from '../worker/connection.ts'
import { type Backup, backupsOf, fileName, nextNumber, openShelf, shelfOf, thin, writeNote } from './shelf.ts'
import { needSpace } from './space.ts'

type Raw = Connection['raw']

/** Bytes copied at a time: other work of the thread waits no longer than these take. */
const BYTES_AT_ONCE = 16 * 1_048_576
/** Up to here a backup is checked figure by figure at once; a larger one by its pages and seals, and figure by figure when it is restored. */
const WHOLE_CHECK_BYTES = 16 * 1_048_576

/** Hash of what a store holds, from its seals alone; empty for a store that has none yet. */
export const contentHash = (raw: Raw): string => (isSealed(raw) ? createHash('sha256').update(contentOf(raw)).digest('hex') : '')

const figuresOf = (raw: Raw): number =>
  isSealed(raw) ? sumsOfSeals(raw).figures : (raw.prepare('SELECT count(*) FROM observation').pluck().get() as number)

/** Writes a file's bytes through to the disk, and the name it stands under. */
export function syncFile(path: string): void {
  for (const place of [path, join(path, '..')]) {
    let descriptor: number
    try {
      descriptor = openSync(place, place === path ? 'r+' : 'r')
    } catch {
      // Windows does not open folders; its names are written through with the file
      continue
    }
    try {
      fsyncSync(descriptor)
    } catch {
      // a folder on a file system that does not sync folders
    } finally {
      closeSync(descriptor)
    }
  }
}

/** Takes the next free number by creating its draft; a second process that backs up at the same time takes the one after it. */
function claim(store: string): { readonly number: number; readonly draft: string } {
  openShelf(store)
  for (let number = nextNumber(store); ; number++) {
    const draft = join(shelfOf(store), fileName(number).replace('.sqlite', '.part'))
    try {
      closeSync(openSync(draft, 'wx', 0o600))
      return { number, draft }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

/**
 * What is wrong with a finished copy, but for the sums over partners: a restore makes them anew of the figures.
 *
 * @param content hash that it must have; null = as it comes
 * @param whole true = figure by figure; false = its pages and seals
 */
export function problemsOfCopy(path: string, content: string | null, whole: boolean): readonly Problem[] {
  const { raw, close } = openReader(path, 'once')
  try {
    if (content !== null && contentHash(raw) !== content)
      return [{ code: 'seal', message: 'The copy does not hold what the store holds.' }]
    if (whole) return problemsOf(raw, false)
    const quick = raw.pragma('quick_check(1)', { simple: true })
    return quick === 'ok' ? [] : [{ code: 'integrity', message: String(quick) }]
  } finally {
    close()
  }
}

/**
 * Copies a store by SQLite's own backup into one file that needs no log beside it, and writes it through to the disk. The draft at `path`
 * exists already, readable by its owner alone.
 */
export async function copyStore(raw: Raw, path: string): Promise<void> {
  const pages = Math.ceil(BYTES_AT_ONCE / numberOf(raw, 'page_size'))
  await raw.backup(path, { progress: () => pages })
  chmodSync(path, 0o600)
  const copy = openPlain(path)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
  syncFile(path)
}

/** A store whose rows are not the ones that were written can still be read and backed up; `check` tells of it. */
const BROKEN_SEAL = 'seal'

export interface BackupOrder {
  readonly store: string
  readonly reason: BackupReason
  /** ISO date and time */
  readonly now: string
}

/**
 * Makes a backup, opens and checks it, and removes those no longer kept. Nothing is made when the newest backup holds the same. One of a store
 * whose seals are broken is marked as such and pushes no other out.
 *
 * @returns the backup, or null when none was needed
 * @throws {CallError} disk-full before a byte is written; store-damaged when the copy does not pass its check: the store itself is then to be checked
 */
export async function makeBackup({ raw }: Connection, { store, reason, now }: BackupOrder): Promise<Backup | null> {
  const content = contentHash(raw)
  const [newest] = backupsOf(store)
  if (content !== '' && newest?.note?.content === content) return null
  const bytes = numberOf(raw, 'page_count') * numberOf(raw, 'page_size')
  needSpace(store, bytes, 'The backup that is made first')
  const { number, draft } = claim(store)
  const path = join(shelfOf(store), fileName(number))
  try {
    await copyStore(raw, draft)
    const problems = problemsOfCopy(draft, content === '' ? null : content, bytes <= WHOLE_CHECK_BYTES)
    const unsound = problems.filter(({ code }) => code !== BROKEN_SEAL)
    if (unsound.length > 0)
      throw new CallError(
        'store-damaged',
        'The backup that is made first did not pass its check, so nothing was changed. Check the store (multivector check) and restore an earlier backup if it is damaged.',
        unsound.map(({ message }) => message).join(' '),
      )
    const note = {
      number,
      at: now,
      reason,
      figures: figuresOf(raw),
      schema: numberOf(raw, 'user_version'),
      content,
      whole: problems.length === 0,
    }
    writeNote(store, note)
    renameSync(draft, path)
    syncFile(path)
    // earlier backups may be the last ones that are whole
    if (note.whole) thin(store)
    return { number, path, bytes, note }
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
