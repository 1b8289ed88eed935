import { decodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import type { ReportBuilder } from './report.ts'

const SERIES_SIZE = 2 ** 30
/** Publishers round; a difference below this share of the total is none. */
const TOLERANCE = 0.005
/** Fewer partners than this are a selection, and are not expected to add up. */
const LEAST_PARTNERS = 2

interface Sum {
  total: number | null
  line: number
  partners: number
  count: number
}

/** Adds up partners beside the world total of the same file, reporter and period. Only reporters with a total are followed. */
export class TotalsCheck {
  /** series of a partner or of the world → group, or absent */
  readonly #groupOf = new Map<number, number>()
  readonly #worldSeries = new Set<number>()
  readonly #sums = new Map<number, Sum>()
  readonly #names: string[] = []

  /**
   * @param series dimensions of every series the file touches
   * @param isPartner true for countries and remainders: groups overlap and are left out
   */
  constructor(
    series: Iterable<{
      readonly id: number
      readonly indicator: number
      readonly reporter: number
      readonly partner: number
      readonly source: number
      readonly name: string
    }>,
    world: number,
    isPartner: (area: number) => boolean,
  ) {
    const groups = new Map<string, number>()
    const all = [...series]
    const key = (s: (typeof all)[number]): string => `${s.indicator} ${s.reporter} ${s.source}`
    for (const one of all) {
      if (one.partner !== world) continue
      groups.set(key(one), this.#names.push(one.name) - 1)
      this.#worldSeries.add(one.id)
    }
    for (const one of all) {
      const group = groups.get(key(one))
      if (group !== undefined && (one.partner === world || isPartner(one.partner))) this.#groupOf.set(one.id, group)
    }
  }

  get needed(): boolean {
    return this.#groupOf.size > this.#worldSeries.size
  }

  take(id: number, value: number, line: number): void {
    const series = Math.floor(id / SERIES_SIZE)
    const group = this.#groupOf.get(series)
    if (group === undefined) return
    const key = group * SERIES_SIZE + (id % SERIES_SIZE)
    let sum = this.#sums.get(key)
    if (!sum) {
      if (this.#sums.size >= MOST_SUMS) return
      sum = { total: null, line: 0, partners: 0, count: 0 }
      this.#sums.set(key, sum)
    }
    if (this.#worldSeries.has(series)) {
      sum.total = value
      sum.line = line
    } else {
      sum.partners += value
      sum.count++
    }
  }

  /** Totals that their partners do not add up to, by the period and the line that say them. */
  *#wrong(): Generator<{ readonly key: number; readonly sum: Sum & { readonly total: number } }> {
    for (const [key, sum] of this.#sums) {
      const { total, partners, count } = sum
      if (total === null || count < LEAST_PARTNERS || Math.abs(partners - total) <= Math.abs(total) * TOLERANCE + 1e-9) continue
      yield { key, sum: { ...sum, total } }
    }
  }

  /** Ids of the totals that are wrong, each with what its partners add up to. */
  wrongTotals(): ReadonlyMap<number, number> {
    const seriesOf = new Map([...this.#worldSeries].map((series) => [this.#groupOf.get(series) ?? -1, series]))
    const found = new Map<number, number>()
    for (const { key, sum } of this.#wrong()) {
      const series = seriesOf.get(Math.floor(key / SERIES_SIZE))
      if (series !== undefined) found.set(series * SERIES_SIZE + (key % SERIES_SIZE), Number(sum.partners.toPrecision(12)))
    }
    return found
  }

  report(report: ReportBuilder): void {
    for (const { key, sum } of this.#wrong()) {
      const name = this.#names[Math.floor(key / SERIES_SIZE)] ?? ''
      const period = decodePeriod((key % SERIES_SIZE) as PeriodCode)
      const partners = Number(sum.partners.toPrecision(12))
      report.warn(
        'partners-do-not-add-up',
        sum.line,
        `${name}, ${period}: ${sum.count} partners add up to ${partners}, the total says ${sum.total}.`,
      )
    }
  }
}

const MOST_SUMS = 1_000_000
