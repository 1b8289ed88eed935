import { decodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import { CellMap } from './cellMap.ts'
import type { ReportBuilder } from './report.ts'

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
  readonly total: number
  readonly line: number
  /** series of the total */
  readonly series: number
  readonly partners: number
  readonly count: number
}

interface Dimensions {
  readonly indicator: number
  readonly reporter: number
  readonly partner: number
  readonly source: number
}

type Numbers = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

/** Numbers of one kind in one growing array. */
class Column<T extends Numbers> {
  values: T
  length = 0
  readonly #make: new (
    length: number,
  ) => T

  constructor(make: new (length: number) => T) {
    this.#make = make
    this.values = new make(1024)
  }

  /** @returns the place of the number */
  push(value: number): number {
    if (this.length === this.values.length) {
      const larger = new this.#make(this.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length] = value
    return this.length++
  }
}

/** Adds up partners beside the world total of the same file, reporter and period. */
export class TotalsCheck {
  readonly #groups = new Map<string, number>()
  /** cells by group and period: in columns, for a file of 70 million figures has hundreds of thousands */
  readonly #cells = new CellMap()
  readonly #totals = new Column(Float64Array)
  readonly #lines = new Column(Uint32Array)
  readonly #series = new Column(Int32Array)
  readonly #partners = new Column(Float64Array)
  readonly #counts = new Column(Int32Array)
  readonly #o: TotalsOptions
  #current = -1
  #group = -1
  #isWorld = false
  #isPart = false

  constructor(options: TotalsOptions) {
    this.#o = options
  }

  /** Takes the next figure; figures of one series come together. */
  take(id: number, value: number, line: number): void {
    const series = Math.floor(id / SERIES_SIZE)
    if (series !== this.#current) this.#turn(series)
    if (!this.#isWorld && !this.#isPart) return
    const key = this.#group * SERIES_SIZE + (id - series * SERIES_SIZE)
    let cell = this.#cells.get(key)
    if (cell < 0) {
      if (this.#cells.size >= MOST_SUMS) return
      cell = this.#cells.add(key)
      this.#totals.push(Number.NaN)
      this.#lines.push(0)
      this.#series.push(0)
      this.#partners.push(0)
      this.#counts.push(0)
    }
    if (this.#isWorld) {
      this.#totals.values[cell] = value
      this.#lines.values[cell] = line
      this.#series.values[cell] = series
    } else {
      this.#partners.values[cell] = (this.#partners.values[cell] as number) + value
      this.#counts.values[cell] = (this.#counts.values[cell] as number) + 1
    }
  }

  #turn(series: number): void {
    this.#current = series
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
  *#wrong(): Generator<{ readonly period: number; readonly sum: Sum }> {
    for (let cell = 0; cell < this.#cells.size; cell++) {
      const total = this.#totals.values[cell] as number
      const partners = this.#partners.values[cell] as number
      const count = this.#counts.values[cell] as number
      // NaN = the file has no total
      if (Number.isNaN(total) || count < LEAST_PARTNERS || Math.abs(partners - total) <= Math.abs(total) * TOLERANCE + 1e-9)
        continue
      const line = this.#lines.values[cell] as number
      const series = this.#series.values[cell] as number
      yield { period: this.#cells.keyOf(cell) % SERIES_SIZE, sum: { total, line, series, partners, count } }
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
