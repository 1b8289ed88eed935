import { wrongSummaries } from '../summaries/keep.ts'
import type { Connection } from '../worker/connection.ts'
import { brokenSeals } from './seals.ts'
import { isSealed } from './tables.ts'

type Raw = Connection['raw']

export interface Problem {
  /** integrity, unreadable, seal, summary, orphan, period or version */
  readonly code: string
  readonly message: string
}

const MOST_LISTED = 20

const isSqlite = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')

const rows = <T>(raw: Raw, sql: string): readonly T[] => raw.prepare(sql).all() as T[]

const looks: readonly ((raw: Raw) => readonly Problem[])[] = [
  (raw) =>
    rows<{ readonly integrity_check: string }>(raw, `PRAGMA integrity_check(${MOST_LISTED})`)
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => ({ code: 'integrity', message: row.integrity_check })),
  (raw) =>
    rows<{ readonly table: string; readonly parent: string }>(raw, 'PRAGMA foreign_key_check')
      .slice(0, MOST_LISTED)
      .map((row) => ({ code: 'orphan', message: `A row of ${row.table} points at a ${row.parent} that is not there.` })),
  (raw) =>
    rows<{ readonly n: number }>(
      raw,
      'SELECT count(*) AS n FROM (SELECT DISTINCT id >> 30 AS series FROM observation) WHERE series NOT IN (SELECT id FROM series)',
    )
      .filter(({ n }) => n > 0)
      .map(({ n }) => ({ code: 'orphan', message: `${n} groups of figures belong to no series.` })),
  (raw) =>
    rows<{ readonly id: number }>(
      raw,
      'SELECT id FROM observation WHERE (id & 4095) BETWEEN 6 AND 7 OR (id & 4095) > 3863 LIMIT 5',
    ).map(({ id }) => ({ code: 'period', message: `Figure ${id} has no valid period.` })),
  (raw) =>
    rows<{ readonly ledger: number | null; readonly version: number }>(
      raw,
      'SELECT (SELECT max(number) FROM migration) AS ledger, (SELECT user_version FROM pragma_user_version) AS version',
    )
      .filter(({ ledger, version }) => ledger !== version)
      .map(({ ledger, version }) => ({
        code: 'version',
        message: `The file says form ${version}, its list of steps ends at ${ledger ?? 0}.`,
      })),
  (raw) => (isSealed(raw) ? brokenSeals(raw).map((message) => ({ code: 'seal', message })) : []),
]

/** Sums over partners are made of the figures, and hold nothing that these do not. */
const lookAtSums = (raw: Raw): readonly Problem[] => {
  const wrong = wrongSummaries(raw)
  return wrong === 0
    ? []
    : [{ code: 'summary', message: `${wrong} sums over partners differ from the figures they were made of.` }]
}

/**
 * Looks for damage: SQLite's own check, references, periods, the version, sums and every content seal, all on one state of the store. Changes
 * nothing. A page that cannot be read is a problem like any other.
 *
 * @param sums false: what is made of the figures is not compared with them
 * @returns an empty list for a whole store
 */
export function problemsOf(raw: Raw, sums = true): readonly Problem[] {
  const found: Problem[] = []
  const attempt = (look: () => readonly Problem[]): void => {
    try {
      found.push(...look())
    } catch (error) {
      if (!isSqlite(error)) throw error
      found.push({ code: 'unreadable', message: `${error.code}: ${error.message}` })
    }
  }
  attempt(() => {
    raw.exec('BEGIN')
    return []
  })
  try {
    for (const look of sums ? [...looks, lookAtSums] : looks) attempt(() => look(raw))
  } finally {
    if (raw.inTransaction) raw.exec('ROLLBACK')
  }
  return found
}
