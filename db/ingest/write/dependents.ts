import type { Connection } from '../../worker/connection.ts'
import { statement } from '../../worker/db.ts'

/** Batches whose figures superseded some of this one. */
const dependents = statement<{ batch: number }, { batch: number }>(
  'undo.dependents',
  'SELECT DISTINCT replaced_by AS batch FROM revision WHERE batch = :batch AND replaced_by <> batch ORDER BY 1 DESC',
)

/**
 * Later batches in force that rest on a batch, newest first: those that superseded its figures, and those that rest on them.
 * A batch that merely wrote other figures of the same series does not rest on it.
 */
export function dependentBatches({ db }: Connection, batch: number): readonly number[] {
  const found = new Set<number>()
  const visit = (id: number): void => {
    for (const { batch: later } of db.all(dependents, { batch: id })) {
      if (found.has(later)) continue
      found.add(later)
      visit(later)
    }
  }
  visit(batch)
  return [...found].sort((a, b) => b - a)
}

/** Which later batches revised figures of this one: the same file again does not bring the old ones back. */
export function revisedSince(connection: Connection, batch: number): string {
  const later = dependentBatches(connection, batch)
  return later.length === 0
    ? ''
    : ` Figures of it that ${later.length === 1 ? 'batch' : 'batches'} ${later.join(', ')} revised stay revised.`
}
