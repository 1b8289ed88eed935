// The folder of a store's backups: `<store>.backups/000012.sqlite` with `000012.json` beside it. Backups are ordered by number; the days in
// the notes are labels, so that a clock that is wrong or goes backwards can mix up a name and never an order.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupReason } from '../../electron/shared/contract/schema/backups.ts'

/** The folder of a store's backups, beside it. */
export const shelfOf = (store: string): string => `${store}.backups`

/** The note that lies beside a backup. */
export interface BackupNote {
  readonly number: number
  /** ISO date and time, by the clock of the machine */
  readonly at: string
  readonly reason: BackupReason
  /** figures in force */
  readonly figures: number
  /** number of the newest schema step */
  readonly schema: number
  /** hash of all seals: equal = the stores hold the same; empty for a store without seals */
  readonly content: string
  /** whether every seal held; true where an older version did not say it */
  readonly whole: boolean
}

/** A backup as it lies there. A note that is missing or damaged leaves its fields unknown. */
export interface Backup {
  readonly number: number
  readonly path: string
  readonly bytes: number
  readonly note: BackupNote | null
}

const NAME = /^(\d{6,})\.sqlite$/
const REPLACED = /^replaced-(\d{6,})\.sqlite$/

/** Name of a backup on its shelf: six digits, so that names sort as numbers do. */
export const fileName = (number: number): string => `${String(number).padStart(6, '0')}.sqlite`
const notePath = (store: string, number: number): string => join(shelfOf(store), fileName(number).replace('.sqlite', '.json'))

function namesOn(store: string): readonly string[] {
  try {
    return readdirSync(shelfOf(store))
  } catch {
    return []
  }
}

const REASONS: { readonly [R in BackupReason]: true } = { import: true, undo: true, upgrade: true, hand: true }

/** By hand, for every import reads these notes, and would else load a library of schemas for them. */
const isNote = (note: Partial<BackupNote>): note is BackupNote =>
  [note.number, note.figures, note.schema].every(Number.isFinite) &&
  [note.at, note.reason, note.content].every((text) => typeof text === 'string') &&
  Object.hasOwn(REASONS, note.reason ?? '') &&
  typeof note.whole === 'boolean'

function readNote(store: string, number: number): BackupNote | null {
  try {
    const read = JSON.parse(readFileSync(notePath(store, number), 'utf8')) as Partial<BackupNote>
    const note = { ...read, whole: read.whole ?? true }
    return isNote(note) && note.number === number ? note : null
  } catch {
    return null
  }
}

/** Puts the note of a backup beside it, readable by its owner alone. */
export function writeNote(store: string, value: BackupNote): void {
  writeFileSync(notePath(store, value.number), `${JSON.stringify(value)}\n`, { mode: 0o600 })
}

/** Backups of a store, newest first. */
export function backupsOf(store: string): readonly Backup[] {
  return namesOn(store)
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map((digits): Backup => {
      const number = Number(digits)
      const path = join(shelfOf(store), fileName(number))
      return { number, path, bytes: statSync(path).size, note: readNote(store, number) }
    })
    .sort((a, b) => b.number - a.number)
}

/** Stores that a restore replaced, newest first. */
export const replacedOf = (store: string): readonly string[] =>
  namesOn(store)
    .filter((name) => REPLACED.test(name))
    .sort((a, b) => Number(REPLACED.exec(b)?.[1]) - Number(REPLACED.exec(a)?.[1]))
    .map((name) => join(shelfOf(store), name))

/** A number that no backup, draft or replaced store has had while they lie there. */
export function nextNumber(store: string): number {
  const taken = namesOn(store).map((name) => Number(/(\d{6,})/.exec(name)?.[1] ?? 0))
  return Math.max(0, ...taken) + 1
}

/** Makes the folder of backups where it is not there yet, closed to other accounts. */
export const openShelf = (store: string): void => void mkdirSync(shelfOf(store), { recursive: true, mode: 0o700 })

const NEWEST = 3
const DAYS = 7
const MONTHS = 6

/**
 * Which backups stay: the newest three, the newest of each of the last seven days that have one, and of each of the last six months. "Last"
 * means by number: days are only told apart, never compared.
 *
 * @param backups newest first
 */
export function keptNumbers(backups: readonly Pick<Backup, 'number' | 'note'>[]): ReadonlySet<number> {
  const kept = new Set(backups.slice(0, NEWEST).map(({ number }) => number))
  for (const [most, length] of [
    [DAYS, 10],
    [MONTHS, 7],
  ] as const) {
    const seen = new Set<string>()
    for (const { number, note } of backups) {
      const label = note?.at.slice(0, length) ?? ''
      if (label === '' || seen.has(label)) continue
      if (seen.size === most) break
      seen.add(label)
      kept.add(number)
    }
  }
  return kept
}

/** Removes backups that are no longer kept, and replaced stores but the newest three. */
export function thin(store: string): void {
  const backups = backupsOf(store)
  const kept = keptNumbers(backups)
  for (const { number, path } of backups) {
    if (kept.has(number)) continue
    rmSync(path, { force: true })
    rmSync(notePath(store, number), { force: true })
  }
  for (const path of replacedOf(store).slice(NEWEST)) for (const end of ['', '-wal']) rmSync(`${path}${end}`, { force: true })
}
