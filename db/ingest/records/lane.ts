// The short way for records that say again what others have said: most of a long file is the same series in another period.

import { SERIES_SIZE } from '../../queries/observationKey.ts'
import { Interner } from '../bytes/interner.ts'
import { MOST_FIELD_BYTES } from '../bytes/limits.ts'
import { type PlainNumber, readPlainNumber } from '../bytes/plainNumber.ts'
import { ByteClass, byteClasses, type Shortcut, type Splitter } from '../bytes/splitter.ts'
import type { IndicatorRecord, PeriodMeaning } from '../layout.ts'
import type { ReportBuilder } from '../report.ts'
import { PLAIN_DECIMALS, packExtra, type Runs } from '../runs.ts'
import { type Bounds, endOf, Keys, type Meaning, type Stretch } from './keys.ts'
import { SAFE_DIGITS, shownDecimals } from './numbers.ts'
import type { RecordOptions } from './options.ts'
import { Pairs } from './pairs.ts'
import { Part, partsOf, stretchesOf } from './recordParts.ts'
import type { SeriesFinder } from './series.ts'

const QUOTE = 34
const SPACE = 32
const TAB = 9
const EXCLAMATION = 33
const LF = 10
const CR = 13

/** Records after which a lane that took less than a quarter of them gives up. */
const TRIAL_RECORDS = 1 << 18

/** After so many vain expectations a file has no order, and only now and then is one tried. */
const MOST_MISTAKEN = 64
const SELDOM = 63

/** True for a period by which nothing but the day of a figure changes, on a day that has come. */
const isUsual = ({ code, cumulative, estimate, preliminary }: PeriodMeaning, before: number): boolean =>
  code < before && !cumulative && !estimate && !preliminary

/** What a lane works with. */
export interface LaneMeans {
  /** code of the first period that has not come yet: figures of it may be forecasts or mistakes */
  readonly before: number
  /** decimal mark of the column of figures as a byte, 0 = not settled */
  readonly markBytes: Uint8Array
  readonly report: ReportBuilder
  readonly runs: Runs
  readonly series: SeriesFinder
}

/**
 * Takes records whose key (every column that decides on a figure but its period) and whose period were met before, on the long way, and taken
 * there. All that remains to be looked at is the form of the record, its figure and the bounds of the indicator. A record that is not exactly
 * so is left to the long way, which then says what is wrong with it. The key that is expected is compared first, so that mostly nothing is
 * searched for.
 */
export class Lane implements Shortcut {
  taken = 0
  readonly #keys: Keys
  readonly #pairs: Pairs | null
  readonly #parts: Uint8Array
  readonly #width: number
  readonly #value: number
  readonly #period: number
  readonly #before: number
  readonly #classes: Uint8Array
  readonly #spaceBefore: boolean
  readonly #report: ReportBuilder
  readonly #runs: Runs
  readonly #markBytes: Uint8Array
  readonly #plain: PlainNumber = { whole: 0, decimals: 0, leadingZero: false }
  #buffer: Uint8Array = new Uint8Array(0)
  #view = new DataView(this.#buffer.buffer)
  readonly #bounds: Bounds
  /** where the record begins that {@link #bounds} are of; −1 = of none that is whole */
  #bounded = -1
  /** where the figure of the record stands, its quotes included */
  #from = 0
  #to = 0
  readonly #periods = new Interner()
  readonly #periodCodes: number[] = []
  /** number of the record's period */
  #now = -1
  /** expectations that failed one behind the other */
  #mistaken = 0
  #tried = 0
  #took = 0

  private constructor(stretches: readonly Stretch[], options: RecordOptions, means: LaneMeans) {
    this.#keys = new Keys(stretches)
    this.#pairs = Pairs.of(options.layout, stretches, means.series)
    this.#parts = partsOf(stretches, options)
    this.#width = options.header.length
    this.#value = options.layout.values[0]?.column ?? 0
    this.#period = options.layout.period?.columns[0] ?? 0
    this.#classes = byteClasses(options.delimiter.charCodeAt(0))
    this.#spaceBefore = options.delimiter !== '\t'
    this.#before = means.before
    this.#markBytes = means.markBytes
    this.#report = means.report
    this.#runs = means.runs
    this.#bounds = new Int32Array(this.#width + 1)
  }

  /** @returns null where a layout gives no such records */
  static of(options: RecordOptions, means: LaneMeans): Lane | null {
    const stretches = stretchesOf(options)
    return stretches && new Lane(stretches, options, means)
  }

  /** True when records were taken since it was last asked. */
  passed(): boolean {
    const passed = this.taken > 0
    this.taken = 0
    return passed
  }

  /** Records taken so far. */
  get records(): number {
    return this.#took
  }

  /** True once the lane proved of no use. */
  get idle(): boolean {
    return this.#tried > TRIAL_RECORDS && this.#took * 4 < this.#tried
  }

  run(buffer: Uint8Array, from: number, to: number, line: number, lineEnds: number[]): number {
    if (buffer !== this.#buffer) {
      this.#buffer = buffer
      this.#view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    }
    const keys = this.#keys
    let at = from
    let taken = 0
    while (at < to) {
      this.#bounded = -1
      let place = this.#mistaken < MOST_MISTAKEN || (taken & SELDOM) === 0 ? keys.expected : -1
      let end = place < 0 ? -1 : this.#expect(buffer, at, to, place)
      if (end >= 0) this.#mistaken = 0
      else {
        this.#mistaken++
        end = this.#bound(buffer, at, to)
        if (end < 0 || !this.#look(buffer)) break
        place = keys.find(buffer, this.#bounds)
        if (place < 0) place = this.#newPlace(buffer)
        if (place < 0) break
      }
      const meaning = keys.meaningOf(place)
      const number = this.#figure(buffer, meaning)
      if (Number.isNaN(number)) break
      this.#runs.add(
        keys.seriesOf(place) * SERIES_SIZE + (this.#periodCodes[this.#now] as number),
        number,
        line + taken,
        packExtra(meaning.note, shownDecimals(number, this.#plain.decimals, meaning.shift), meaning.status),
      )
      taken++
      keys.follow(place)
      const crlf = buffer[end] === CR && buffer[end + 1] === LF
      const kind = crlf ? 2 : buffer[end] === CR ? 1 : 0
      lineEnds[kind] = (lineEnds[kind] as number) + 1
      at = end + (crlf ? 2 : 1)
    }
    this.taken = taken
    this.#report.read += taken
    this.#tried += taken + 1
    this.#took += taken
    return at
  }

  /**
   * Learns of the record that the lane has just left to the long way what it was found to be there. @param shift power of ten of its figure
   * @param extra what stands beside it, as {@link packExtra} packs it
   */
  learn(
    splitter: Splitter,
    series: number,
    period: PeriodMeaning,
    indicator: IndicatorRecord,
    shift: number,
    extra: number,
  ): void {
    if (this.#bounded !== splitter.recordStart || splitter.count !== this.#width) return
    const { buffer } = splitter
    if (isUsual(period, this.#before)) {
      const id = this.#periods.intern(buffer, this.#bounds[this.#period] as number, endOf(this.#bounds, this.#period))
      if (id >= 0) this.#periodCodes[id] = period.code
    }
    const place = this.#keys.learn(buffer, this.#bounds, series, indicator, shift, extra)
    if (place >= 0) this.#keys.follow(place)
    this.#pairs?.learn(splitter, this.#bounds, indicator, shift, extra)
  }

  /** Compares a record with what is known of a key. @returns where its line end stands, or −1 when it is another one, or of another form */
  #expect(buffer: Uint8Array, from: number, to: number, place: number): number {
    const parts = this.#parts
    let at = from
    let stretch = 0
    for (let n = 0; n < parts.length; n++) {
      const start = at
      const part = parts[n]
      if (part === Part.key) {
        const length = this.#keys.match(place, stretch++, this.#view, at)
        if (length < 0) return -1
        at += length
      } else if (part === Part.period) {
        at = this.#passPeriod(buffer, at)
      } else {
        at = this.#endOfField(buffer, at)
        if (part === Part.value) {
          this.#from = start
          this.#to = at
        }
      }
      if (at < 0) return -1
      const kind = this.#classes[buffer[at] as number] as number
      if (kind !== (n + 1 === parts.length ? ByteClass.lineEnd : ByteClass.delimiter)) return -1
      at++
    }
    return this.#lineEnd(buffer, from, at - 1, to)
  }

  /** Finds the period of a record, mostly that of the one before. @returns the end of the field, or −1 for a period that is not known */
  #passPeriod(buffer: Uint8Array, from: number): number {
    const length = this.#now < 0 ? -1 : this.#periods.match(this.#now, this.#view, from)
    // "2020" begins "2020-05" as well
    if (length >= 0 && this.#classes[buffer[from + length] as number] !== 0) return from + length
    const end = this.#endOfField(buffer, from)
    this.#now = end < 0 ? -1 : this.#periods.find(buffer, from, end)
    return this.#now < 0 ? -1 : end
  }

  /** Finds the fields of one record on one line. @returns where its line end stands, or −1 for a record of another form */
  #bound(buffer: Uint8Array, from: number, to: number): number {
    const bounds = this.#bounds
    const width = this.#width
    let at = from
    for (let n = 0; n < width; n++) {
      bounds[n] = at
      at = this.#endOfField(buffer, at)
      if (at < 0) return -1
      const kind = this.#classes[buffer[at] as number] as number
      if (kind !== (n + 1 === width ? ByteClass.lineEnd : ByteClass.delimiter)) return -1
      at++
    }
    bounds[width] = at
    const end = this.#lineEnd(buffer, from, at - 1, to)
    if (end >= 0) this.#bounded = from
    return end
  }

  /** @returns the end of a field that has quotes around it or none at all, or −1 for any other */
  #endOfField(buffer: Uint8Array, from: number): number {
    const classes = this.#classes
    let at = from
    const first = buffer[at] as number
    if (first === QUOTE) {
      at++
      while ((buffer[at] as number) > QUOTE || buffer[at] === SPACE || buffer[at] === EXCLAMATION) at++
      return buffer[at] === QUOTE ? at + 1 : -1
    }
    if (first === SPACE || (first === TAB && this.#spaceBefore)) return -1
    while (classes[buffer[at] as number] === 0) at++
    return at
  }

  /** The line end behind the last byte, a CR whose LF may follow, and what may hold too long a field are for the long way: −1. */
  #lineEnd(buffer: Uint8Array, from: number, end: number, to: number): number {
    return end >= to || (buffer[end] === CR && end + 1 >= to) || end - from > MOST_FIELD_BYTES ? -1 : end
  }

  /** Finds period and figure of the record whose bounds are known. @returns false when the period was not met before */
  #look(buffer: Uint8Array): boolean {
    const bounds = this.#bounds
    this.#from = bounds[this.#value] as number
    this.#to = endOf(bounds, this.#value)
    this.#now = this.#periods.find(buffer, bounds[this.#period] as number, endOf(bounds, this.#period))
    return this.#now >= 0
  }

  /** Makes the key of a pair of areas that had no figure so far. @returns its place, or −1 for a record that may be none */
  #newPlace(buffer: Uint8Array): number {
    const pair = this.#pairs?.find(buffer, this.#bounds) ?? null
    if (pair === null || Number.isNaN(this.#figure(buffer, pair.meaning))) return -1
    const { indicator, shift, note, status } = pair.meaning
    const extra = packExtra(note, PLAIN_DECIMALS, status)
    return this.#keys.learn(buffer, this.#bounds, (this.#pairs as Pairs).seriesOf(pair), indicator, shift, extra)
  }

  /** @returns NaN for what is not plain, too long or out of the bounds of its indicator */
  #figure(buffer: Uint8Array, { indicator, shift }: Meaning): number {
    const { whole, minimum, maximum } = indicator
    const inside = buffer[this.#from] === QUOTE ? 1 : 0
    const plain = this.#plain
    const number = readPlainNumber(buffer, this.#from + inside, this.#to - inside, this.#markBytes[0] as number, shift, plain)
    const outside =
      plain.whole + plain.decimals > SAFE_DIGITS ||
      (whole && !Number.isInteger(number)) ||
      (minimum !== null && number < minimum) ||
      (maximum !== null && number > maximum)
    return outside ? Number.NaN : number
  }
}
