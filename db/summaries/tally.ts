import type { SeriesBook } from '../ingest/seriesBook.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import type { Group } from './keep.ts'
import { type Part, type PeriodSum, PeriodSums, partOf } from './sums.ts'

const COLUMNS = 8

/** What a file changes in the summaries, as it travels between threads. */
export interface SummaryChange {
  /** groups that the store did not have: their summaries are ready */
  readonly made: readonly Group[]
  /** rows of {@link COLUMNS} numbers: group, period, figures, partners, total, squares, lowest, world; NaN = none */
  readonly sums: Float64Array<ArrayBuffer>
  /** groups that the store had already: to be made anew once the figures are written */
  readonly renew: readonly Group[]
}

/** Adds up a file's new figures while they are compared, so that the thread that writes need not read them back. */
export class Tally {
  readonly #book: SeriesBook
  readonly #areas: ReadonlyMap<number, { readonly id: number; readonly code: string; readonly kind: string }>
  readonly #groups = new Map<string, number>()
  readonly #made: Group[] = []
  readonly #renew = new Map<string, Group>()
  readonly #sums = new PeriodSums()
  #series = -1
  /** −1 = a group that is made anew */
  #group = -1
  #part: Part = 'other'

  /** @param areas by id */
  constructor(
    book: SeriesBook,
    areas: ReadonlyMap<number, { readonly id: number; readonly code: string; readonly kind: string }>,
  ) {
    this.#book = book
    this.#areas = areas
  }

  /** A figure that is new in the store. Figures come in order of key. */
  added(id: number, value: number): void {
    const series = Math.floor(id / SERIES_SIZE)
    if (series !== this.#series) this.#turn(series)
    if (this.#group >= 0) this.#sums.take(this.#group, id - series * SERIES_SIZE, this.#part, value)
  }

  /** A figure that replaces another. */
  revised(id: number): void {
    const series = Math.floor(id / SERIES_SIZE)
    if (series !== this.#series) this.#turn(series)
  }

  change(): SummaryChange {
    const sums = new Float64Array(this.#sums.size * COLUMNS)
    // row by row: a file of 70 million figures has hundreds of thousands of them
    let at = 0
    for (const { group, period, figures, partners, total, squares, lowest, world } of this.#sums.rows()) {
      sums.set([group, period, figures, partners, total, squares, lowest ?? Number.NaN, world ?? Number.NaN], at)
      at += COLUMNS
    }
    return { made: this.#made, sums, renew: [...this.#renew.values()] }
  }

  #turn(series: number): void {
    this.#series = series
    const { indicator, reporter, partner, source } = this.#book.dimensionsOf(series)
    const key = `${indicator} ${reporter} ${source}`
    if (this.#book.hadGroup(indicator, reporter, source)) {
      this.#renew.set(key, [indicator, reporter, source])
      this.#group = -1
      return
    }
    let group = this.#groups.get(key)
    if (group === undefined) {
      group = this.#made.push([indicator, reporter, source]) - 1
      this.#groups.set(key, group)
    }
    this.#group = group
    const area = this.#areas.get(partner)
    this.#part = area ? partOf(area, reporter) : 'other'
  }
}

/** The rows of a change. */
export function* sumsOf({ sums }: SummaryChange): Generator<PeriodSum & { readonly group: number }> {
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value)
  for (let at = 0; at < sums.length; at += COLUMNS) {
    const [group = 0, period = 0, figures = 0, partners = 0, total = 0, squares = 0, lowest = 0, world = 0] = sums.subarray(
      at,
      at + COLUMNS,
    )
    yield { group, period, figures, partners, total, squares, lowest: known(lowest), world: known(world) }
  }
}
