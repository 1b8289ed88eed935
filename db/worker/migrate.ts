import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { statement, type WriteDb } from './db.ts'

export interface MigrationStep {
  /** 10, 20, 30 … : the number the file name begins with */
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** "MVEC" in SQLite's header: a file of another program is never taken for a store. */
export const APPLICATION_ID = 0x4d564543

const STEP = /^(\d{4})-[a-z0-9-]+\.sql$/

/** Number of the newest step of a folder; 0 = none. */
export const newestStep = (folder: string): number =>
  Math.max(0, ...readdirSync(folder).map((name) => Number(STEP.exec(name)?.[1] ?? 0)))

/** The numbered steps of a folder, in order. @throws {Error} on a gap in naming or a number used twice: a bug of ours */
export function readSteps(folder: string): readonly MigrationStep[] {
  const steps = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const number = STEP.exec(name)?.[1]
      if (number === undefined) throw new Error(`migration ${name} has no number`)
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { number: Number(number), name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
  const numbers = new Set(steps.map((step) => step.number))
  if (numbers.size !== steps.length) throw new Error('two migrations share a number')
  return steps
}

const userVersion = statement<object, { user_version: number }>('migrate.version', 'PRAGMA user_version')
const applicationId = statement<object, { application_id: number }>('migrate.application', 'PRAGMA application_id')
const tableCount = statement<object, { n: number }>('migrate.tables', 'SELECT count(*) AS n FROM sqlite_schema')
const applied = statement<object, { number: number; sha256: string }>(
  'migrate.applied',
  'SELECT number, sha256 FROM migration ORDER BY number',
)
const record = statement<{ number: number; name: string; sha256: string }, never>(
  'migrate.record',
  'INSERT INTO migration (number, name, sha256) VALUES (:number, :name, :sha256)',
)

const LEDGER = `CREATE TABLE IF NOT EXISTS migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;`

/** What else belongs into the transaction of the steps. */
export interface MigrationHooks {
  /** before the first step; not called when nothing is pending */
  readonly before?: () => void
  /** after the last step */
  readonly after?: () => void
}

/**
 * Brings a store to the newest form, all steps in one transaction: killed inside, the file stays as it was.
 *
 * @returns the numbers of the steps that were run; empty when the store was up to date
 * @throws {CallError} store-newer when a later version of Multivector wrote the file; store-damaged when the file belongs to another
 *   program or a step that was once run has another text now
 */
export function migrate(db: WriteDb, steps: readonly MigrationStep[], hooks: MigrationHooks = {}): readonly number[] {
  const newest = steps.at(-1)?.number ?? 0
  const version = db.get(userVersion, {})?.user_version ?? 0
  const id = db.get(applicationId, {})?.application_id ?? 0
  const empty = (db.get(tableCount, {})?.n ?? 0) === 0
  if (id !== APPLICATION_ID && !empty)
    throw new CallError(
      'store-damaged',
      'This file is a database of another program, not a store of Multivector. It was left as it is.',
    )
  if (version > newest)
    throw new CallError(
      'store-newer',
      'This store was written by a newer version of Multivector and was left as it is. Install that version, or choose another store.',
      `store ${version}, program ${newest}`,
    )
  if (!empty) verifyLedger(db, steps, version)
  const pending = steps.filter((step) => step.number > version)
  if (pending.length === 0) return []
  db.transaction(() => {
    hooks.before?.()
    db.exec(LEDGER)
    for (const step of pending) {
      db.exec(step.sql)
      db.run(record, { number: step.number, name: step.name, sha256: step.sha256 })
    }
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${newest};`)
    hooks.after?.()
  })
  return pending.map((step) => step.number)
}

function verifyLedger(db: WriteDb, steps: readonly MigrationStep[], version: number): void {
  const known = new Map(steps.map((step) => [step.number, step.sha256]))
  const ledger = db.all(applied, {})
  // running a step twice would do more harm than the damage that made the two differ
  if ((ledger.at(-1)?.number ?? 0) !== version)
    throw new CallError(
      'store-damaged',
      'This store is damaged: its version and the list of its steps differ. It was left as it is. Restore a backup, or choose another store.',
      `version ${version}`,
    )
  for (const row of ledger) {
    if (known.get(row.number) === row.sha256) continue
    throw new CallError(
      'store-damaged',
      'This store was built by steps that this version does not know. It was left as it is.',
      `step ${row.number}`,
    )
  }
}
