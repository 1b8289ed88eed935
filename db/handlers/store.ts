import { statement } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

const integrity = statement<object, { integrity_check: string }>('store.integrity', 'PRAGMA integrity_check(20)')
const foreignKeys = statement<object, { table: string; rowid: number; parent: string }>(
  'store.foreignKeys',
  'PRAGMA foreign_key_check',
)
const orphans = statement<object, { n: number }>(
  'store.orphans',
  'SELECT count(*) AS n FROM (SELECT DISTINCT id >> 30 AS series FROM observation) WHERE series NOT IN (SELECT id FROM series)',
)
const badPeriods = statement<object, { id: number }>(
  'store.badPeriods',
  'SELECT id FROM observation WHERE (id & 4095) BETWEEN 6 AND 7 OR (id & 4095) > 3863 LIMIT 5',
)

export const storeHandlers: TopicHandlers<'store.check'> = {
  'store.check': ({ db }) => {
    const problems = [
      ...db
        .all(integrity, {})
        .filter((row) => row.integrity_check !== 'ok')
        .map((row) => ({ code: 'integrity', message: row.integrity_check })),
      ...db
        .all(foreignKeys, {})
        .map((row) => ({ code: 'orphan', message: `A row of ${row.table} points at a ${row.parent} that is not there.` })),
    ]
    const lost = db.get(orphans, {})?.n ?? 0
    if (lost > 0) problems.push({ code: 'orphan', message: `${lost} groups of figures belong to no series.` })
    for (const row of db.all(badPeriods, {})) problems.push({ code: 'period', message: `Figure ${row.id} has no valid period.` })
    return { ok: problems.length === 0, problems }
  },
}
