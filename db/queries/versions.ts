// Which figure of a cell was known on a day. A cell has the figure in force in `observation` and earlier ones in `revision`; a figure of a
// release that came in after a later one stands in `revision` under its own batch: it joined the history and never was in force.
import { type ReadDb, statement } from '../worker/db.ts'
import type { PointRow } from './observations.ts'
import { lastStated, readStatements, type Statement } from './statements.ts'

export interface Version extends PointRow {
  /** day on which its release became known, ISO */
  readonly vintage: string
  /** 1 = joined the history, 0 = is or was in force */
  readonly joined: number
}

const knownBy = statement<{ first: number; last: number; asOf: string }, Version>(
  'versions.knownBy',
  `SELECT o.id, o.value, o.status, o.batch, o.line, o.note, b.vintage, 0 AS joined
   FROM observation AS o JOIN batch AS b ON b.id = o.batch WHERE o.id BETWEEN :first AND :last AND b.vintage <= :asOf
   UNION ALL
   SELECT v.id, v.value, v.status, v.batch, v.line, v.note, b.vintage, v.batch = v.replaced_by
   FROM revision AS v JOIN batch AS b ON b.id = v.batch WHERE v.id BETWEEN :first AND :last AND b.vintage <= :asOf
   ORDER BY 1, 4`,
)

/**
 * Of the versions of cells, the one that was known of each. Figures that were in force follow each other by the number of their batch, never
 * by clock; one that joined the history stands where its release belongs: behind those that were said on its day or before.
 *
 * @param versions known on the day, in order of key, then of batch
 * @param lastSaid latest day up to then on which a release said a figure in force; asked only where another joined the history
 */
function pickKnown(versions: readonly Version[], lastSaid: (version: Version) => string): readonly Version[] {
  const known: Version[] = []
  for (const version of versions) {
    const best = known.at(-1)
    if (best?.id !== version.id) known.push(version)
    else if (version.joined === 0 || version.vintage >= (best.joined === 1 ? best.vintage : lastSaid(best)))
      known[known.length - 1] = version
  }
  return known
}

/**
 * Figures between two packed keys as known on a day, in order of key; a cell of which nothing was known is absent.
 *
 * @param asOf ISO day
 */
export function readKnown(db: ReadDb, first: number, last: number, asOf: string): readonly Version[] {
  let found: readonly Statement[] | null = null
  return pickKnown(db.all(knownBy, { first, last, asOf }), (version) => {
    found ??= readStatements(db)
    return lastStated(found, version.id, version, (one) => one.vintage <= asOf)
  })
}
