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

  report(report: ReportBuilder): void {
    for (const [key, { total, line, partners, count }] of this.#sums) {
      if (total === null || count < LEAST_PARTNERS || Math.abs(partners - total) <= Math.abs(total) * TOLERANCE + 1e-9) continue
      const name = this.#names[Math.floor(key / SERIES_SIZE)] ?? ''
      const period = decodePeriod((key % SERIES_SIZE) as PeriodCode)
      const sum = Number(partners.toPrecision(12))
      report.warn(
        'partners-do-not-add-up',
        line,
        `${name}, ${period}: ${count} partners add up to ${sum}, the total says ${total}.`,
      )
    }
  }
}

const MOST_SUMS = 1_000_000
