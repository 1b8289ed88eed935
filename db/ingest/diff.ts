import { observationStatuses } from '../../electron/shared/domain/observation.ts'
import { decodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import type { DiffOptions, Stored } from './diffOptions.ts'
import { type LaterReleases, StatedSpan } from './older.ts'
import { DifferenceFlag, type ReviewRecorder } from './review/recorder.ts'
import { statusOf } from './runs.ts'

/** A period's code ends with its kind and length. */
const KIND = 4096
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
  #history: readonly Stored[] = []
  #then: ReadonlyMap<number, Pick<Stored, 'value' | 'status'>> | null = null
  /** true when a later release has figures of the series */
  #besideNewer = false
  readonly #newer: LaterReleases | null
  #confirmed = -1
  readonly #stated = new StatedSpan()

  constructor(options: DiffOptions) {
    this.#o = options
    this.#newer = options.newer === undefined || options.newer.batches.size === 0 ? null : options.newer
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
    this.#endSeries()
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
      this.#o.record?.count('unchanged', again.length)
    }
    this.#classify()
  }

  #classify(): void {
    const { report, onNew, onRevised, saysStatus, record, takes } = this.#o
    const series = Math.floor(this.#id / SERIES_SIZE)
    if (series !== this.#series) this.#begin(series)
    const stored = this.#stored
    for (let at = stored[this.#at]; at !== undefined && at.id < this.#id; at = stored[this.#at]) {
      if (record) this.#keep(at)
      this.#last = at.value
      this.#at++
      this.#stated.pass()
    }
    const before = stored[this.#at]
    const isStored = before !== undefined && before.id === this.#id
    if (isStored && this.#isLater(before)) {
      this.#stated.meet(this.#id)
      this.#takeOlder(before)
      return
    }
    const reference = isStored ? before.value : (this.#last ?? this.#fromHistory())
    const unchanged =
      isStored && before.value === this.#value && (!saysStatus || before.status === observationStatuses[statusOf(this.#extra)])
    const sum = this.#o.wrongTotals?.get(this.#id)
    const jumped = !unchanged && this.#jumps(reference)
    const held = !unchanged && (jumped || sum !== undefined)
    if (record) this.#record(record, isStored ? before : undefined, { unchanged, jumped, sum, reference })
    if (isStored) {
      this.#at++
    }
    if (unchanged) {
      if (series !== this.#confirmed) this.#confirm(series)
      this.#stated.meet(this.#id)
      if (this.#aggregate) report.aggregateCount++
      else report.unchangedCount++
    } else if (takes !== undefined && !takes(isStored ? 'revised' : 'new', this.#id, this.#line, held)) {
      report.leftOut++
      if (isStored) {
        this.#last = before.value
        this.#stated.pass()
      }
      return
    } else if (isStored) {
      this.#stated.meet(this.#id)
      this.#countRevision(before)
      onRevised(this.#id, this.#value, this.#line, this.#extra)
    } else {
      if (this.#aggregate) report.aggregateCount++
      else report.newCount++
      onNew(this.#id, this.#value, this.#line, this.#extra)
    }
    if (jumped) this.#sayJump(reference as number)
    // a figure that is held is no measure for the next one
    if (stored.length > 0 || this.#history.length > 0) this.#last = jumped ? reference : this.#value
  }

  /** True when a release later than the file's wrote a stored figure, or confirmed it. */
  #isLater({ id, batch }: Stored): boolean {
    const newer = this.#newer
    return newer !== null && (newer.batches.has(batch) || newer.stated(id, batch))
  }

  #confirm(series: number): void {
    this.#confirmed = series
    this.#o.onConfirmed?.(series)
  }

  /** Apart from {@link #classify}, which would else make room for what is remembered here with every figure. */
  #countRevision(before: Stored): void {
    const { report } = this.#o
    if (this.#besideNewer) report.doubtfulCount++
    if (this.#aggregate) {
      report.aggregateCount++
      report.reviseAggregate(() => this.#revision(before))
    } else report.revise(() => this.#revision(before))
  }

  /** A later release is in force: the figure joins the history, unless the history knows it, and nothing on screen changes. */
  #takeOlder(before: Stored): void {
    const { report, record, saysStatus, knownThen, onOlder } = this.#o
    this.#then ??= knownThen?.(this.#series) ?? new Map()
    const then = this.#then.get(this.#id)
    const status = observationStatuses[statusOf(this.#extra)]
    const isKnown = then !== undefined && then.value === this.#value && (!saysStatus || then.status === status)
    this.#at++
    this.#last = before.value
    if (this.#aggregate) report.aggregateCount++
    else report.unchangedCount++
    record?.add(isKnown ? 'unchanged' : 'older', this.#id, {
      from: (isKnown ? then.value : before.value) ?? Number.NaN,
      to: this.#value,
      beside: Number.NaN,
      line: this.#line,
      flags: this.#aggregate ? DifferenceFlag.aggregate : 0,
      batch: before.batch,
    })
    if (isKnown) return
    report.olderCount++
    onOlder(this.#id, this.#value, this.#line, this.#extra)
  }

  #begin(series: number): void {
    this.#endSeries()
    const { firstNewSeries, history } = this.#o
    this.#series = series
    this.#stored = series < firstNewSeries ? this.#o.stored(series) : []
    this.#history = series >= firstNewSeries && history !== undefined ? history(series) : []
    this.#at = 0
    this.#then = null
    const newer = this.#newer
    this.#besideNewer = newer !== null && (newer.confirmed(series) || this.#stored.some(({ batch }) => newer.batches.has(batch)))
    this.#aggregate = this.#o.isAggregate(series)
    this.#last = null
    this.#stated.begin()
  }

  #endSeries(): void {
    this.#keepRest()
    const { onStated } = this.#o
    if (this.#series < 0 || this.#confirmed !== this.#series || onStated === undefined) return
    const last = this.#stored.at(-1)
    this.#stated.end(this.#stored[0]?.id === this.#stated.first && last?.id === this.#stated.last, (first, end) =>
      onStated(this.#series, first, end),
    )
  }

  /** The figure of another source for this period or the nearest one before, of the same kind of period. */
  #fromHistory(): number | null {
    const period = this.#id % SERIES_SIZE
    let found: number | null = null
    for (const { id, value } of this.#history) {
      const other = id % SERIES_SIZE
      if (other > period) break
      if (other % KIND === period % KIND) found = value
    }
    return found
  }

  #keep({ id, value, batch }: Stored): void {
    const flags = this.#aggregate ? DifferenceFlag.aggregate : 0
    this.#o.record?.add('kept', id, { from: value ?? Number.NaN, to: Number.NaN, beside: Number.NaN, line: 0, flags, batch })
  }

  /** Stored figures behind the last one of the file. */
  #keepRest(): void {
    if (!this.#o.record) return
    for (; this.#at < this.#stored.length; this.#at++) this.#keep(this.#stored[this.#at] as Stored)
  }

  #record(
    record: ReviewRecorder,
    before: Stored | undefined,
    found: {
      readonly unchanged: boolean
      readonly jumped: boolean
      readonly sum: number | undefined
      readonly reference: number | null
    },
  ): void {
    const { unchanged, jumped, sum, reference } = found
    const held = jumped || (sum !== undefined && !unchanged)
    record.add(held ? 'held' : unchanged ? 'unchanged' : before ? 'revised' : 'new', this.#id, {
      from: before?.value ?? Number.NaN,
      to: this.#value,
      beside: (sum ?? reference) === null ? Number.NaN : ((sum ?? reference) as number),
      line: this.#line,
      flags:
        (jumped ? DifferenceFlag.jump : 0) |
        (sum !== undefined ? DifferenceFlag.total : 0) |
        (this.#aggregate ? DifferenceFlag.aggregate : 0) |
        (this.#history.length > 0 ? DifferenceFlag.otherSource : 0),
      batch: before?.batch ?? 0,
    })
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

  #jumps(before: number | null): boolean {
    if (before === null || before === 0 || this.#value === 0) return false
    const ratio = Math.abs(this.#value / before)
    return ratio >= JUMP || ratio <= 1 / JUMP
  }

  #sayJump(before: number): void {
    const { indicator, reporter, partner } = this.#o.nameOf(this.#series)
    const period = decodePeriod((this.#id % SERIES_SIZE) as PeriodCode)
    this.#o.report.warn(
      'outlier',
      this.#line,
      `${indicator} of ${reporter} with ${partner}, ${period}: ${this.#value} after ${before}. Is the unit right?`,
    )
  }
}
