import { decodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import type { ReportBuilder } from './report.ts'

const SERIES_SIZE = 2 ** 30

export interface TotalsOptions {
  readonly dimensionsOf: (series: number) => Dimensions
  /** area of the world total */
  readonly world: number
  /** true for countries and remainders: groups overlap and are left out */
  readonly isPart: (area: number) => boolean
  /** what a warning calls the reporter's total */
  readonly nameOf: (series: number) => string
}
/** Publishers round; a difference below this share of the total is none. */
const TOLERANCE = 0.005
/** Fewer partners than this are a selection, and are not expected to add up. */
const LEAST_PARTNERS = 2

interface Sum {
  total: number | null
  line: number
  /** series of the total */
  series: number
  partners: number
  count: number
}

interface Dimensions {
  readonly indicator: number
  readonly reporter: number
  readonly partner: number
  readonly source: number
}

/** Adds up partners beside the world total of the same file, reporter and period. */
export class TotalsCheck {
  readonly #groups = new Map<string, number>()
  readonly #sums = new Map<number, Sum>()
  readonly #o: TotalsOptions
  #series = -1
  #group = -1
  #isWorld = false
  #isPart = false

  constructor(options: TotalsOptions) {
    this.#o = options
  }

  /** Takes the next figure; figures of one series come together. */
  take(id: number, value: number, line: number): void {
    const series = Math.floor(id / SERIES_SIZE)
    if (series !== this.#series) this.#turn(series)
    if (!this.#isWorld && !this.#isPart) return
    const key = this.#group * SERIES_SIZE + (id - series * SERIES_SIZE)
    let sum = this.#sums.get(key)
    if (!sum) {
      if (this.#sums.size >= MOST_SUMS) return
      sum = { total: null, line: 0, series: 0, partners: 0, count: 0 }
      this.#sums.set(key, sum)
    }
    if (this.#isWorld) {
      sum.total = value
      sum.line = line
      sum.series = series
    } else {
      sum.partners += value
      sum.count++
    }
  }

  #turn(series: number): void {
    this.#series = series
    const { indicator, reporter, partner, source } = this.#o.dimensionsOf(series)
    const key = `${indicator} ${reporter} ${source}`
    let group = this.#groups.get(key)
    if (group === undefined) {
      group = this.#groups.size
      this.#groups.set(key, group)
    }
    this.#group = group
    this.#isWorld = partner === this.#o.world
    this.#isPart = !this.#isWorld && this.#o.isPart(partner)
  }

  /** Totals that their partners do not add up to, by the period and the line that say them. */
  *#wrong(): Generator<{ readonly period: number; readonly sum: Sum & { readonly total: number } }> {
    for (const [key, sum] of this.#sums) {
      const { total, partners, count } = sum
      if (total === null || count < LEAST_PARTNERS || Math.abs(partners - total) <= Math.abs(total) * TOLERANCE + 1e-9) continue
      yield { period: key % SERIES_SIZE, sum: { ...sum, total } }
    }
  }

  /** Ids of the totals that are wrong, each with what its partners add up to. */
  wrongTotals(): ReadonlyMap<number, number> {
    return new Map(
      [...this.#wrong()].map(({ period, sum }) => [sum.series * SERIES_SIZE + period, Number(sum.partners.toPrecision(12))]),
    )
  }

  report(report: ReportBuilder): void {
    for (const { period, sum } of this.#wrong()) {
      const partners = Number(sum.partners.toPrecision(12))
      report.warn(
        'partners-do-not-add-up',
        sum.line,
        `${this.#o.nameOf(sum.series)}, ${decodePeriod(period as PeriodCode)}: ${sum.count} partners add up to ${partners}, the total says ${sum.total}.`,
      )
    }
  }
}

const MOST_SUMS = 1_000_000
