import { CallError } from '../../../electron/shared/contract/errors.ts'
import { overlaps } from '../../queries/statements.ts'
import { figuresSeal, unsealBatch } from '../../seal/batches.ts'
import { type Group, groupsOf, renewSummaries } from '../../summaries/keep.ts'
import type { Connection } from '../../worker/connection.ts'
import { statement } from '../../worker/db.ts'
import { prepared } from '../../worker/prepared.ts'
import { oneBatch, reportOf } from './batches.ts'
import { dependentBatches } from './dependents.ts'
import type { BatchMemory } from './importFile.ts'
import { dropUnused } from './leftBehind.ts'
import { settleWithout } from './settle.ts'

export interface Undone {
  readonly batch: number
  /** figures that left the store */
  readonly removed: number
  /** figures that stand again as they were before */
  readonly restored: number
  /** later batches that rested on this one and were taken back first */
  readonly cascaded: readonly number[]
  /** later batches in force whose files had figures of the same series and changed nothing: figures that left may have stood in them too */
  readonly confirmed: readonly number[]
}

/** Series that lost figures, as pairs of the first and the last number. */
type Lost = readonly (readonly [number, number])[]

const usedSeries = statement<{ from: number; to: number }, { n: number }>(
  'undo.usedSeries',
  `SELECT count(*) AS n FROM (SELECT batch FROM observation WHERE id >= :from * 1073741824 AND id < :to * 1073741824
   UNION ALL SELECT batch FROM revision WHERE id >= :from * 1073741824 AND id < :to * 1073741824)`,
)

/**
 * Takes a batch back: its figures leave, those it superseded return as they were, and what it alone brought into the store (series,
 * notes, unreviewed sources) goes with it. The batch itself stays in the list, marked.
 *
 * @param cascade take back later batches that rest on it first
 * @throws {CallError} not-found, refused for a bundled or an already undone batch, batch-has-dependents
 */
export function undoBatch(connection: Connection, batch: number, cascade: boolean, now: string): Undone {
  const { raw, db } = connection
  const row = db.get(oneBatch, { id: batch })
  if (!row) throw new CallError('not-found', `There is no batch ${batch}. The command "batches" lists them.`)
  if (row.kind === 'bundled')
    throw new CallError('refused', `Batch ${batch} came with Multivector and cannot be undone.`, 'batch-bundled')
  if (row.undone_at !== null)
    throw new CallError('refused', `Batch ${batch} was undone already, on ${row.undone_at.slice(0, 10)}.`, 'batch-undone')
  const later = dependentBatches(connection, batch)
  if (later.length > 0 && !cascade)
    throw new CallError(
      'batch-has-dependents',
      `Batch ${batch} cannot be undone alone: ${later.length === 1 ? `batch ${later[0]} rests` : `batches ${later.join(', ')} rest`} on it. Undo them first, or all at once with --cascade.`,
      JSON.stringify(later),
    )
  raw.exec('PRAGMA foreign_keys = OFF')
  raw.exec('BEGIN IMMEDIATE')
  try {
    let removed = 0
    let restored = 0
    const lost: Lost[number][] = []
    for (const id of [...later, batch]) {
      const one = takeBack(connection, id, now, later.length > 0)
      removed += one.removed
      restored += one.restored
      lost.push(...one.lost)
    }
    const confirmed = confirming(connection, batch, lost)
    raw.exec('COMMIT')
    return { batch, removed, restored, cascaded: later, confirmed }
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK')
    throw error
  } finally {
    raw.exec('PRAGMA foreign_keys = ON')
  }
}

/** @param inCascade true when later batches that rested on it were just taken back */
function takeBack(
  { raw, db }: Connection,
  batch: number,
  now: string,
  inCascade: boolean,
): { readonly removed: number; readonly restored: number; readonly lost: Lost } {
  const memory = JSON.parse(db.get(reportOf, { id: batch })?.report ?? 'null') as BatchMemory | null
  // cells where an older release waits in the history are worked out anew; the rest goes by what the batch itself replaced
  const settled = settleWithout({ raw, db } as Connection, batch, inCascade)
  const changed = new Set<number>(
    prepared(raw, 'SELECT DISTINCT id >> 30 FROM revision WHERE replaced_by = ? AND batch <> replaced_by', 'values').all(
      batch,
    ) as number[],
  )
  for (const series of settled.series) changed.add(series)
  const restoredAsTheyWere = prepared(
    raw,
    `UPDATE observation SET (value, status, decimals, batch, line, note) =
         (SELECT value, status, decimals, batch, line, note FROM revision WHERE revision.id = observation.id AND replaced_by = :batch)
       WHERE id IN (SELECT id FROM revision WHERE replaced_by = :batch AND batch <> replaced_by)`,
  ).run({ batch }).changes
  const restored = restoredAsTheyWere + settled.restored
  const joined = prepared(raw, 'DELETE FROM revision WHERE replaced_by = :batch AND batch = :batch').run({ batch }).changes
  prepared(raw, 'DELETE FROM revision WHERE replaced_by = ?').run(batch)
  const created = memory?.created
  const groups = new Map<string, Group>()
  const touch = (some: readonly Group[]): void => {
    for (const group of some) groups.set(group.join(' '), group)
  }
  if (created) touch(groupsBetween(raw, created.series))
  let removed = settled.removed
  const lost: Lost[number][] = settled.removed > 0 ? [...settled.series].map((series) => [series, series] as const) : []
  // series that the batch created and nobody else wrote to go as one range of keys
  if (created && created.series[1] > created.series[0]) {
    const [from, to] = created.series
    const all = db.get(usedSeries, { from, to })?.n ?? 0
    const own = prepared(
      raw,
      'SELECT count(*) AS n FROM observation WHERE id >= ? * 1073741824 AND id < ? * 1073741824 AND batch = ?',
    ).get(from, to, batch) as { readonly n: number }
    if (all === own.n) {
      lost.push([from, to - 1])
      removed += prepared(raw, 'DELETE FROM observation WHERE id >= ? * 1073741824 AND id < ? * 1073741824').run(from, to).changes
    }
  }
  // a batch of which nothing is left needs no look through the whole store
  const written = prepared(raw, 'SELECT rows FROM seal WHERE name = ?', 'values').get(figuresSeal(batch)) as number | undefined
  if (written !== settled.cells + removed - settled.removed + restoredAsTheyWere + joined) {
    const rest = prepared(raw, 'DELETE FROM observation WHERE batch = ? RETURNING id >> 30', 'values').all(batch) as number[]
    removed += rest.length
    for (const series of rest) changed.add(series)
    for (const series of new Set(rest)) lost.push([series, series])
  }
  touch(groupsOf(raw, changed))
  unsealBatch(raw, batch)
  dropUnused({ raw, db } as Connection, batch, created)
  renewSummaries(raw, [...groups.values()])
  prepared(raw, 'UPDATE batch SET undone_at = ? WHERE id = ?').run(now, batch)
  return { removed, restored, lost }
}

const confirmations = statement<{ after: number }, { id: number; confirmed: string }>(
  'undo.confirmations',
  `SELECT id, json_extract(report, '$.confirmed') AS confirmed FROM batch
   WHERE id > :after AND undone_at IS NULL AND json_extract(report, '$.confirmed') IS NOT NULL ORDER BY id`,
)

/** Batches in force behind one that confirmed figures of series which lost some. */
function confirming({ db }: Connection, batch: number, lost: Lost): readonly number[] {
  if (lost.length === 0) return []
  return db.all(confirmations, { after: batch }).flatMap(({ id, confirmed }) => {
    const ranges = JSON.parse(confirmed) as readonly number[]
    return lost.some(([first, last]) => overlaps(ranges, first, last)) ? [id] : []
  })
}

/** Groups of the series of a range of ids. */
const groupsBetween = (raw: Connection['raw'], [from, to]: readonly [number, number]): readonly Group[] =>
  prepared(raw, 'SELECT DISTINCT indicator, reporter, source FROM series WHERE id >= ? AND id < ?', 'lists').all(
    from,
    to,
  ) as Group[]
