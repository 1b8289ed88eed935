import { type ReadDb, statement } from '../worker/db.ts'

/** A clock that was further ahead than this when it dated an import was wrong; one behind by less is behind now. */
const MOST_DAYS_BACK = 366
const DAY_MS = 86_400_000

const newest = statement<{ limit: string }, { at: string | null }>(
  'plausibleNow.newest',
  `SELECT max(at) AS at FROM (
     SELECT max(vintage) || 'T00:00:00.000Z' AS at FROM batch WHERE kind = 'bundled'
     UNION ALL SELECT max(imported_at) FROM batch WHERE kind = 'import' AND imported_at <= :limit)`,
)

/**
 * The moment an import is dated with: the clock's, but never before the bundled data were put together, and never before the newest import,
 * unless a clock ran more than a year ahead when that was dated. So a clock at 1970, or one set back by days, moves neither what counts as
 * a period that lies ahead nor what was "known on" a day; the order of batches is their number's in any case.
 *
 * @param now ISO date and time of the clock
 */
export function plausibleNow(db: ReadDb, now: string): string {
  const bundled = db.get(newest, { limit: '' })?.at ?? now
  const least = now > bundled ? now : bundled
  const limit = new Date(Date.parse(least) + MOST_DAYS_BACK * DAY_MS).toISOString()
  const found = db.get(newest, { limit })?.at ?? least
  return least > found ? least : found
}
