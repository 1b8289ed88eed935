import { observationStatuses } from '../../electron/shared/domain/observation.ts'
import { decodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import type { ReportBuilder } from './report.ts'
import { statusOf } from './runs.ts'

/** A figure that the store holds already. */
export interface Stored {
  readonly id: number
  readonly value: number | null
  readonly status: string
}

export interface SeriesName {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
}

export interface DiffOptions {
  readonly report: ReportBuilder
  /** series from here on are new: nothing of them is stored */
  readonly firstNewSeries: number
  /** figures of one series in the store, in order of period */
  readonly stored: (series: number) => readonly Stored[]
  readonly nameOf: (series: number) => SeriesName
  readonly isAggregate: (series: number) => boolean
  /** true when the file says statuses: then a changed status alone is a revision */
  readonly saysStatus: boolean
  readonly onNew: (id: number, value: number, line: number, extra: number) => void
  readonly onRevised: (id: number, value: number, line: number, extra: number) => void
}

const SERIES_SIZE = 2 ** 30
/** A step this large within one series is said aloud: a unit may be wrong. */
const JUMP = 1000

/** Compares the sorted figures of a file with each other and with the store, in one pass. */
export class Diff {
  readonly #o: DiffOptions
  #id = -1
  #value = 0
  #line = 0
  #extra = 0
  #again: { readonly value: number; readonly line: number; readonly extra: number }[] = []
  #series = -1
  #stored: readonly Stored[] = []
  #at = 0
  #aggregate = false
  #last: number | null = null

  constructor(options: DiffOptions) {
    this.#o = options
  }

  /** Takes the next figure; ids never fall, and lines never fall within an id. */
  take(id: number, value: number, line: number, extra: number): void {
    if (id === this.#id) {
      this.#again.push({ value, line, extra })
      return
    }
    this.#flush()
    this.#id = id
    this.#value = value
    this.#line = line
    this.#extra = extra
  }

  finish(): void {
    this.#flush()
    this.#id = -1
  }

  #flush(): void {
    if (this.#id < 0) return
    if (this.#again.length > 0) {
      const again = this.#again
      this.#again = []
      const { report } = this.#o
      if (again.some(({ value, extra }) => value !== this.#value || statusOf(extra) !== statusOf(this.#extra))) {
        for (const { value, line } of [{ value: this.#value, line: this.#line }, ...again])
          report.reject(line, null, 'duplicate-conflict', String(value))
        return
      }
      if (this.#o.isAggregate(Math.floor(this.#id / SERIES_SIZE))) report.aggregateCount += again.length
      else report.unchangedCount += again.length
    }
    this.#classify()
  }

  #classify(): void {
    const { report, firstNewSeries, onNew, onRevised, saysStatus } = this.#o
    const series = Math.floor(this.#id / SERIES_SIZE)
    if (series !== this.#series) {
      this.#series = series
      this.#stored = series < firstNewSeries ? this.#o.stored(series) : []
      this.#at = 0
      this.#aggregate = this.#o.isAggregate(series)
      this.#last = null
    }
    const stored = this.#stored
    while (this.#at < stored.length && (stored[this.#at] as Stored).id < this.#id) {
      this.#last = (stored[this.#at] as Stored).value
      this.#at++
    }
    const before = stored[this.#at]
    if (this.#aggregate) report.aggregateCount++
    if (before === undefined || before.id !== this.#id) {
      if (!this.#aggregate) report.newCount++
      this.#watchJump(this.#last)
      onNew(this.#id, this.#value, this.#line, this.#extra)
    } else {
      const status = observationStatuses[statusOf(this.#extra)]
      if (before.value === this.#value && (!saysStatus || before.status === status)) {
        if (!this.#aggregate) report.unchangedCount++
      } else {
        if (this.#aggregate) report.reviseAggregate(() => this.#revision(before))
        else report.revise(() => this.#revision(before))
        this.#watchJump(before.value)
        onRevised(this.#id, this.#value, this.#line, this.#extra)
      }
    }
    if (stored.length > 0) this.#last = this.#value
  }

  #revision(before: Stored) {
    return {
      line: this.#line,
      ...this.#o.nameOf(this.#series),
      period: decodePeriod((this.#id % SERIES_SIZE) as PeriodCode),
      from: before.value,
      to: this.#value,
    }
  }

  #watchJump(before: number | null): void {
    if (before === null || before === 0 || this.#value === 0) return
    const ratio = Math.abs(this.#value / before)
    if (ratio < JUMP && ratio > 1 / JUMP) return
    const { indicator, reporter, partner } = this.#o.nameOf(this.#series)
    const period = decodePeriod((this.#id % SERIES_SIZE) as PeriodCode)
    this.#o.report.warn(
      'outlier',
      this.#line,
      `${indicator} of ${reporter} with ${partner}, ${period}: ${this.#value} after ${before}. Is the unit right?`,
    )
  }
}
