// A release that comes in after a later one: its figures do not supersede those of the later one, they join the history.
import type { ReadDb } from '../worker/db.ts'
import { statement } from '../worker/db.ts'
import type { ReportBuilder } from './report.ts'

const later = statement<{ vintage: string }, { id: number }>(
  'ingest.laterReleases',
  'SELECT id FROM batch WHERE vintage > :vintage AND undone_at IS NULL',
)

/** Batches in force of a later release. @param vintage ISO day; '' = not said, and nothing counts as later */
export const laterReleases = (db: ReadDb, vintage: string): ReadonlySet<number> =>
  new Set(vintage === '' ? [] : db.all(later, { vintage }).map(({ id }) => id))

/** Says what an older release did: how many figures joined the history, and how many were revised though a later release may have confirmed them. */
export function sayOlder(report: ReportBuilder, vintage: string): void {
  const { olderCount, doubtfulCount } = report
  if (olderCount > 0)
    report.warn(
      'older-release',
      null,
      `${olderCount} ${olderCount === 1 ? 'figure is' : 'figures are'} of ${vintage}, an older release than the store's. Kept as history and counted as unchanged: the figures in force stay.`,
      [String(olderCount), vintage],
    )
  if (doubtfulCount > 0)
    report.warn(
      'older-release-revises',
      null,
      `${doubtfulCount} ${doubtfulCount === 1 ? 'figure was' : 'figures were'} revised although a release later than ${vintage} is in the store: it may have confirmed what stood. Compare them.`,
      [String(doubtfulCount), vintage],
    )
}
