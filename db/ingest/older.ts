// A release that comes in after a later one: its figures do not supersede those of the later one, they join the history.
import type { ReadDb } from '../worker/db.ts'
import { statement } from '../worker/db.ts'
import type { ReleaseDay } from './releaseDay.ts'
import type { ReportBuilder } from './report.ts'

const later = statement<{ vintage: string }, { id: number; confirmed: string | null }>(
  'ingest.laterReleases',
  "SELECT id, json_extract(report, '$.confirmed') AS confirmed FROM batch WHERE vintage > :vintage AND undone_at IS NULL",
)

/** What the store has of later releases than the one that is imported. */
export interface LaterReleases {
  /** those in force: they wrote figures, or did once */
  readonly batches: ReadonlySet<number>
  /** true when one of them had figures of the series that stood in the store already */
  confirmed(series: number): boolean
}

/** @param vintage ISO day; '' = not said, and nothing counts as later */
export function laterReleases(db: ReadDb, vintage: string): LaterReleases {
  const found = vintage === '' ? [] : db.all(later, { vintage })
  const lists = found.flatMap(({ confirmed }) => (confirmed === null ? [] : [JSON.parse(confirmed) as readonly number[]]))
  return { batches: new Set(found.map(({ id }) => id)), confirmed: (series) => lists.some((list) => isWithin(list, series)) }
}

/** @param ranges pairs of the first and the last number, ascending */
function isWithin(ranges: readonly number[], wanted: number): boolean {
  let [low, high] = [0, ranges.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle * 2 + 1] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low < ranges.length / 2 && (ranges[low * 2] as number) <= wanted
}

/** Ranges that a batch remembers; beyond, the rest counts as one: a doubt too many is better than one too few. */
const MOST_RANGES = 50_000

/** Series of which a file has figures that stand in the store already, told in ascending order. */
export class ConfirmedSeries {
  /** pairs of the first and the last number */
  readonly ranges: number[] = []

  add(series: number): void {
    const { ranges } = this
    const last = ranges.at(-1)
    if (last !== undefined && (series <= last + 1 || ranges.length >= 2 * MOST_RANGES)) ranges[ranges.length - 1] = series
    else ranges.push(series, series)
  }
}

/** Says what an older release did: how many figures joined the history, and how many were revised though a later release may have confirmed them. */
export function sayOlder(report: ReportBuilder, { day, several }: ReleaseDay): void {
  const { olderCount, doubtfulCount } = report
  if (olderCount > 0)
    report.warn(
      'older-release',
      null,
      `${olderCount} ${olderCount === 1 ? 'figure is' : 'figures are'} of ${day}, an older release than the store's. Kept as history and counted as unchanged: the figures in force stay.`,
      [String(olderCount), day],
    )
  if (doubtfulCount > 0)
    report.warn(
      'older-release-revises',
      null,
      `${doubtfulCount} ${doubtfulCount === 1 ? 'figure was' : 'figures were'} revised although a release later than ${day} is in the store: it may have confirmed what stood. Compare them.`,
      [String(doubtfulCount), day],
    )
  if (several !== null && report.revisions.length > 0)
    report.warn(
      'several-releases',
      null,
      `The file names several days of release, such as ${several.map((one) => one || 'none').join(' and ')}: its figures count as of the day of import, and those it revises are superseded whatever their day. Import one release at a time to keep them apart.`,
      several.map((one) => one || '—'),
    )
}
