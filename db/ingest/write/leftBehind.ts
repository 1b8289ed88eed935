// What batches brought beside figures: a series, a note or a source leaves with its batch, but stays as long as a later batch uses it and
// then leaves with that one.
import type { Connection } from '../../worker/connection.ts'
import { statement } from '../../worker/db.ts'
import { prepared } from '../../worker/prepared.ts'
import type { BatchMemory } from './importFile.ts'

type Created = BatchMemory['created']
/** From the first id to the one behind the last. */
type Range = readonly [from: number, to: number]

const undone = statement<object, { id: number }>(
  'undo.undone',
  "SELECT id FROM batch WHERE kind = 'import' AND undone_at IS NOT NULL",
)
const inForce = statement<object, { id: number }>(
  'undo.inForce',
  "SELECT id FROM batch WHERE kind = 'import' AND undone_at IS NULL",
)
const createdBy = statement<{ id: number }, { created: string | null }>(
  'undo.createdBy',
  "SELECT json_extract(report, '$.created') AS created FROM batch WHERE id = :id",
)

/** What each batch brought, by connection. Reports are long and what they say of this never changes: each is read once. */
const known = new WeakMap<Connection['raw'], Map<number, Created | null>>()

function broughtBy({ raw, db }: Connection, batches: readonly { readonly id: number }[]): readonly Created[] {
  const seen = known.get(raw) ?? new Map<number, Created | null>()
  known.set(raw, seen)
  return batches.flatMap(({ id }) => {
    let created = seen.get(id)
    if (created === undefined) {
      created = JSON.parse(db.get(createdBy, { id })?.created ?? 'null') as Created | null
      seen.set(id, created)
    }
    return created ?? []
  })
}

/** The same ids in as few ranges as there can be. Thousands of batches had the same ids one after the other. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const found: [number, number][] = []
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = found.at(-1)
    if (to <= from) continue
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else found.push([from, to])
  }
  return found
}

/** Ids of some ranges that lie in none of the others. Both in order and apart, as {@link joined} gives them. */
function without(ranges: readonly Range[], others: readonly Range[]): readonly Range[] {
  return ranges.flatMap(([from, to]) => {
    const left: Range[] = []
    let at = from
    for (const [start, end] of others) {
      if (end <= at) continue
      if (start >= to) break
      if (start > at) left.push([at, start])
      at = Math.max(at, end)
    }
    return at < to ? [...left, [at, to] as const] : left
  })
}

const TABLES = [
  {
    kind: 'series',
    any: 'SELECT 1 FROM series WHERE id >= ? AND id < ? LIMIT 1',
    drop: `DELETE FROM series WHERE id >= :from AND id < :to
       AND NOT EXISTS (SELECT 1 FROM observation WHERE id >= series.id * 1073741824 AND id < (series.id + 1) * 1073741824)
       AND NOT EXISTS (SELECT 1 FROM revision WHERE id >= series.id * 1073741824 AND id < (series.id + 1) * 1073741824)`,
  },
  {
    kind: 'notes',
    any: 'SELECT 1 FROM note WHERE id >= ? AND id < ? LIMIT 1',
    drop: `DELETE FROM note WHERE id >= :from AND id < :to AND id NOT IN (SELECT note FROM observation WHERE note >= :from AND note < :to)
       AND id NOT IN (SELECT note FROM revision WHERE note >= :from AND note < :to)`,
  },
  // behind the series, which say what sources are used
  {
    kind: 'sources',
    any: 'SELECT 1 FROM source WHERE id >= ? AND id < ? LIMIT 1',
    drop: `DELETE FROM source WHERE id >= :from AND id < :to AND terms = 'unreviewed'
       AND NOT EXISTS (SELECT 1 FROM series WHERE series.source = source.id)`,
  },
] as const

/**
 * Removes the series, notes and unreviewed sources that nothing uses any more out of those that a batch or one undone before it brought.
 * To be called inside the transaction of the undo, once the figures have left and before the batch is marked.
 *
 * @param created what the batch itself brought; absent = unknown, and it stays
 */
export function dropUnused(connection: Connection, batch: number, created: Created | undefined): void {
  const { raw, db } = connection
  const gone = [...broughtBy(connection, db.all(undone, {})), ...(created === undefined ? [] : [created])]
  for (const { kind, any, drop } of TABLES) {
    const isThere = ([from, to]: Range): boolean => prepared(raw, any).get(from, to) !== undefined
    let left = joined(gone.map((one) => one[kind])).filter(isThere)
    // what batches in force brought under the same ids is used by them
    if (left.length > 0) {
      const others = db.all(inForce, {}).filter(({ id }) => id !== batch)
      left = without(left, joined(broughtBy(connection, others).map((one) => one[kind]))).filter(isThere)
    }
    for (const [from, to] of left) prepared(raw, drop).run({ from, to })
  }
}
