// Cells of a batch that is taken back where an older release waits in the history: with the later one gone, the older may come into force.

import { SERIES_SIZE } from '../../queries/observationKey.ts'
import { lastStated, readStatements, type Statement, states } from '../../queries/statements.ts'
import { putSeal, replacedSeal } from '../../seal/batches.ts'
import { MODULUS, RowSum } from '../../seal/rowHash.ts'
import type { Connection } from '../../worker/connection.ts'
import { statement } from '../../worker/db.ts'
import { prepared } from '../../worker/prepared.ts'

type Raw = Connection['raw']

/** Batches in force that came in after a batch and are of an earlier release. */
const olderAfter = statement<{ batch: number }, { id: number }>(
  'settle.olderAfter',
  `SELECT id FROM batch WHERE id > :batch AND undone_at IS NULL AND vintage < (SELECT vintage FROM batch WHERE id = :batch)`,
)
const releases = statement<object, { id: number; vintage: string; said: number }>(
  'settle.releases',
  "SELECT id, vintage, json_extract(report, '$.options.vintage') IS NOT NULL AS said FROM batch",
)

interface Version {
  readonly value: number | null
  readonly status: string
  readonly decimals: number | null
  readonly batch: number
  readonly line: number | null
  readonly note: number | null
}

export interface Settled {
  /** figures that left the store and in whose place nothing stands */
  readonly removed: number
  /** cells in which an earlier figure is in force again */
  readonly restored: number
  /** cells out of which the batch was taken */
  readonly cells: number
  readonly series: ReadonlySet<number>
}

/** Keys of figures of older releases that joined the history because a batch had confirmed what stood. */
const heldBy = (raw: Raw, older: readonly number[], by: Statement | undefined): readonly number[] =>
  by === undefined || older.length === 0
    ? []
    : (
        prepared(
          raw,
          'SELECT DISTINCT id FROM revision WHERE replaced_by IN (SELECT value FROM json_each(?)) AND batch = replaced_by',
          'values',
        ).all(JSON.stringify(older)) as number[]
      ).filter((id) => states(by, id))

/** Keys of the cells of a batch that must be worked out anew. */
function cellsOf(raw: Raw, batch: number, older: readonly number[], inCascade: boolean): readonly number[] {
  const waiting =
    older.length === 0
      ? []
      : prepared(
          raw,
          `SELECT DISTINCT h.id FROM revision AS h WHERE h.replaced_by IN (SELECT value FROM json_each(:older)) AND h.batch = h.replaced_by
             AND (EXISTS (SELECT 1 FROM observation AS o WHERE o.id = h.id AND o.batch = :batch)
               OR EXISTS (SELECT 1 FROM revision AS v WHERE v.id = h.id AND (v.batch = :batch OR v.replaced_by = :batch)))`,
          'values',
        ).all({ older: JSON.stringify(older), batch })
  // what was taken back just before may have brought an older release into force over a figure of this batch
  const covered = inCascade
    ? prepared(raw, 'SELECT DISTINCT id FROM revision WHERE batch = ? AND replaced_by <> batch', 'values').all(batch)
    : []
  return [...new Set([...(waiting as number[]), ...(covered as number[])])]
}

/**
 * Takes a batch out of every cell in which figures of other batches must be put in order again: they stand then as if the batch had never
 * been there. The seals of the others follow. To be called inside the transaction of the undo, before the rest of the batch leaves.
 */
export function settleWithout({ raw, db }: Connection, batch: number, inCascade: boolean): Settled {
  const older = db.all(olderAfter, { batch }).map(({ id }) => id)
  const found = readStatements(db)
  const own = cellsOf(raw, batch, older, inCascade)
  const held = heldBy(
    raw,
    older,
    found.find((one) => one.batch === batch),
  )
  const cells = [...new Set([...own, ...held])]
  if (cells.length === 0) return { removed: 0, restored: 0, cells: 0, series: new Set() }
  const known = new Map(db.all(releases, {}).map((release) => [release.id, release]))
  /** true when a figure joins the history instead of superseding the one in force: its release was said to be older */
  const joins = (id: number, version: Version, inForce: Version): boolean => {
    const release = known.get(version.batch)
    const by = { batch: inForce.batch, vintage: known.get(inForce.batch)?.vintage ?? '' }
    const last = lastStated(found, id, by, (one) => one.batch < version.batch && one.batch !== batch)
    return release?.said === 1 && release.vintage < last
  }
  const versionsOf = prepared(
    raw,
    `SELECT value, status, decimals, batch, line, note FROM observation WHERE id = :id AND batch <> :batch
     UNION ALL SELECT value, status, decimals, batch, line, note FROM revision WHERE id = :id AND batch <> :batch ORDER BY batch`,
  )
  const inForceBy = prepared(raw, 'SELECT batch FROM observation WHERE id = ?', 'values')
  const dropHistory = prepared(raw, 'DELETE FROM revision WHERE id = ?')
  const drop = prepared(raw, 'DELETE FROM observation WHERE id = ?')
  const put = prepared(
    raw,
    'UPDATE observation SET value = ?, status = ?, decimals = ?, batch = ?, line = ?, note = ? WHERE id = ?',
  )
  const keep = prepared(
    raw,
    'INSERT INTO revision (id, replaced_by, value, status, decimals, batch, line, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const replacers = prepared(raw, 'SELECT replaced_by FROM revision WHERE id = ? AND replaced_by <> ?', 'values')
  /** keys of figures that a batch no longer has beside it, for its seal */
  const lost = new Map<number, RowSum>()
  let [removed, restored] = [0, 0]
  for (const id of cells) {
    const wasInForce = inForceBy.get(id) === batch
    const versions = versionsOf.all({ id, batch }) as Version[]
    const before = replacers.all(id, batch) as number[]
    dropHistory.run(id)
    const [first, ...rest] = versions
    if (first === undefined) {
      drop.run(id)
      removed++
      continue
    }
    let inForce = first
    for (const version of rest) {
      const past = joins(id, version, inForce) ? version : inForce
      keep.run(id, version.batch, past.value, past.status, past.decimals, past.batch, past.line, past.note)
      if (past === inForce) inForce = version
    }
    put.run(inForce.value, inForce.status, inForce.decimals, inForce.batch, inForce.line, inForce.note, id)
    if (wasInForce) restored++
    const left = new Set(rest.map((version) => version.batch))
    for (const by of before) {
      if (left.has(by)) continue
      const sum = lost.get(by) ?? new RowSum()
      sum.replaced(id, by)
      lost.set(by, sum)
    }
  }
  for (const [by, sum] of lost) unseal(raw, by, sum)
  return { removed, restored, cells: own.length, series: new Set(cells.map((id) => Math.floor(id / SERIES_SIZE))) }
}

/** Takes rows out of the seal of what a batch superseded. */
function unseal(raw: Raw, batch: number, gone: RowSum): void {
  const name = replacedSeal(batch)
  const [rows, content] = prepared(raw, 'SELECT rows, content FROM seal WHERE name = ?', 'lists').get(name) as [number, number]
  if (rows === gone.rows) prepared(raw, 'DELETE FROM seal WHERE name = ?').run(name)
  else putSeal(raw, name, { rows: rows - gone.rows, content: less(content, gone.content) })
}

/** Difference of two sums modulo 2^53. */
const less = (content: number, gone: number): number => (content >= gone ? content - gone : MODULUS - (gone - content))
