// A release that comes in after a later one: its figures do not supersede those of the later one, they join the history.
import { SERIES_SIZE } from '../queries/observationKey.ts'
import { isWithin, readStatements, type Span, states } from '../queries/statements.ts'
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
  /** true when one of them is known to have confirmed the figure that a batch wrote into a cell */
  stated(id: number, batch: number): boolean
}

/** @param vintage ISO day; '' = not said, and nothing counts as later */
export function laterReleases(db: ReadDb, vintage: string): LaterReleases {
  const found = vintage === '' ? [] : db.all(later, { vintage })
  const lists = found.flatMap(({ confirmed }) => (confirmed === null ? [] : [JSON.parse(confirmed) as readonly number[]]))
  const statements = found.length === 0 ? [] : readStatements(db).filter((one) => one.vintage > vintage)
  return {
    batches: new Set(found.map(({ id }) => id)),
    confirmed: (series) => lists.some((list) => isWithin(list, series)),
    stated: (id, batch) => statements.some((one) => one.batch > batch && states(one, id)),
  }
}

/** Ranges that a batch remembers; beyond, the rest counts as one: a doubt too many is better than one too few. */
const MOST_RANGES = 50_000
/** Different spans of periods that a batch remembers. */
const MOST_SPANS = 100

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

/** The stretch of one series whose stored figures a file has without a gap. */
export class StatedSpan {
  /** keys of the first and the last stored figure that the file has; −1 = none */
  first = -1
  last = -1
  #passed = false
  #broken = false

  begin(): void {
    this.first = -1
    this.last = -1
    this.#passed = false
    this.#broken = false
  }

  /** A stored figure that the file has not, or not as a statement. */
  pass(): void {
    this.#passed = this.first >= 0
  }

  /** A stored figure that the file repeats or revises. @param id its key */
  meet(id: number): void {
    if (this.#passed) this.#broken = true
    else if (this.first < 0) this.first = id
    this.last = id
  }

  /** @param whole true when the store has nothing of the series before and behind @param tell hears codes of the first and the last period */
  end(whole: boolean, tell: (first: number, last: number) => void): void {
    if (this.#broken || this.first < 0) return
    if (whole) tell(0, SERIES_SIZE - 1)
    else tell(this.first % SERIES_SIZE, this.last % SERIES_SIZE)
  }
}

/** Series of which a file has every figure that stood in the store between two periods, told in ascending order. What is too much is left out. */
export class StatedSeries {
  readonly #spans = new Map<number, { first: number; last: number; series: number[] }>()
  #ranges = 0

  /** @param first code of the first period @param last of the last one */
  add(series: number, first: number, last: number): void {
    const key = first * SERIES_SIZE + last
    let span = this.#spans.get(key)
    if (span === undefined) {
      if (this.#spans.size >= MOST_SPANS) return
      span = { first, last, series: [] }
      this.#spans.set(key, span)
    }
    const { series: ranges } = span
    if (ranges.at(-1) === series - 1) ranges[ranges.length - 1] = series
    else if (this.#ranges < MOST_RANGES) {
      ranges.push(series, series)
      this.#ranges++
    }
  }

  get spans(): readonly Span[] {
    return [...this.#spans.values()]
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
