import { observationStatuses } from '../../../electron/shared/domain/observation.ts'
import { encodePeriod } from '../../../electron/shared/domain/period.ts'
import { SERIES_SIZE } from '../../queries/observationKey.ts'
import { isSumOfRows } from '../areas.ts'
import { type PlainNumber, readPlainNumber } from '../bytes/plainNumber.ts'
import type { Splitter } from '../bytes/splitter.ts'
import { fieldText } from '../dialect.ts'
import { partsOfFlags } from '../flags.ts'
import { type IndicatorRecord, isFault, type PeriodMeaning, type ValueColumn } from '../layout.ts'
import type { RowReason } from '../refusal.ts'
import type { ReportBuilder } from '../report.ts'
import { packExtra, type Runs } from '../runs.ts'
import { tidy } from '../text/fold.ts'
import { isMissing } from '../text/numbers.ts'
import { type RecordColumns, recordColumns } from './columns.ts'
import { Conversions, plainConversion, refuseDoubledScale } from './conversions.ts'
import { firstFault } from './faults.ts'
import { filledFields, noteText } from './fields.ts'
import { RecordForm } from './form.ts'
import { Lane } from './lane.ts'
import { CellNumbers, SAFE_DIGITS, shownDecimals } from './numbers.ts'
import type { RecordOptions, StoreIds } from './options.ts'
import { Rejections } from './rejections.ts'
import { Sections } from './sections.ts'
import { SeriesFinder } from './series.ts'
import { RecordStatuses } from './statuses.ts'

/** A period's code without its kind: the day it starts. */
const START = 4096
/** Beyond this no measure of shares can be computed: the squares of a hundred million such figures still have a sum. */
const LARGEST = 1e150
const A = observationStatuses.indexOf('A')
const P = observationStatuses.indexOf('P')
const E = observationStatuses.indexOf('E')
const statusOf = (period: PeriodMeaning): number => (period.preliminary ? P : period.estimate ? E : A)
/** Statuses of SDMX by which there is no figure, whatever stands in its cell: cannot exist, missing, not collected, suppressed. */
const MISSING: ReadonlySet<string> = new Set(['M', 'O', 'L', 'Q'])
const dayOf = (iso: string): number => Math.floor((encodePeriod(iso) ?? 0) / START)

/** Turns the records of one file into figures with the store's own ids, or into reasons why not. */
export class RecordReader {
  readonly #o: RecordOptions
  readonly #report: ReportBuilder
  readonly #runs: Runs
  readonly #ids: StoreIds
  readonly #columns: RecordColumns
  readonly #rejections: Rejections
  /** hears what stands in no record */
  readonly sections: Sections
  readonly #form: RecordForm
  readonly #numbers: CellNumbers
  readonly #conversions: Conversions
  readonly #statuses: RecordStatuses
  readonly #series: SeriesFinder
  readonly #markBytes: Uint8Array
  readonly #tomorrow: number
  /** true when a figure such as -99 means that there is none */
  readonly #missingNumbers: boolean
  /** day of the release; no later than today */
  readonly #released: number
  readonly #plain: PlainNumber = { whole: 0, decimals: 0, leadingZero: false }
  readonly #lane: Lane | null
  #records = 0

  constructor(options: RecordOptions, report: ReportBuilder, runs: Runs, ids: StoreIds) {
    const { layout, decode } = options
    this.#o = options
    this.#report = report
    this.#runs = runs
    this.#ids = ids
    this.#columns = recordColumns(layout, decode, options.header)
    this.#rejections = new Rejections(options, report)
    this.sections = new Sections(options, report)
    this.#form = new RecordForm(options, report, this.#rejections, this.sections)
    this.#numbers = new CellNumbers(options, report)
    this.#conversions = new Conversions(report)
    this.#statuses = new RecordStatuses(options, this.#columns, runs)
    this.#series = new SeriesFinder(options, this.#columns, ids, this.#rejections, this.#form)
    this.#markBytes = this.#numbers.markBytes
    this.#tomorrow = dayOf(options.today)
    this.#missingNumbers = [...layout.missingWords].some((word) => /\d/.test(word))
    this.#released = dayOf(options.vintage ?? options.today)
    const before = (this.#tomorrow + 1) * START
    this.#lane = Lane.of(options, { before, markBytes: this.#markBytes, report, runs, series: this.#series })
  }

  /** Records that had a figure, for formats whose downloads are cut. */
  get records(): number {
    return this.#records + (this.#lane?.records ?? 0)
  }

  /** Takes one record. @throws {FileRefusal} when the file as a whole can no longer be trusted */
  take(splitter: Splitter): void {
    if (this.#lane?.passed() === true) this.#form.passRecords()
    this.#takeOrNot(splitter)
    // a line between the rows may have said something of those below it
    splitter.shortcut = this.sections.fault !== null || this.#lane?.idle === true ? null : this.#lane
  }

  #takeOrNot(splitter: Splitter): void {
    const { line } = splitter
    if (line < this.#o.firstDataLine || !this.#form.accept(splitter) || this.#isDeletion(splitter)) return
    const { values } = this.#o.layout
    const { read: before, rejectedCount: rejected } = this.#report
    this.#form.readBefore = before
    this.#statuses.startRecord(splitter)
    let missing = 0
    for (let i = 0; i < values.length; i++) {
      this.#columns.across?.turn(i)
      if (!this.#cell(splitter, values[i] as ValueColumn, i)) missing++
    }
    if (this.#isReplacement(splitter)) {
      this.#report.replace(line, this.#report.read - before - (this.#report.rejectedCount - rejected))
      // a cell replaced by nothing is a deletion
      if (this.#report.read === before) this.#rejections.one(line, values[0]?.name ?? null, 'delete-not-supported', 'R')
    } else if (missing > 0 && this.#form.noRecordLine !== line) this.#form.skipMissing(splitter, missing)
    if (this.#report.read > before) this.#records++
  }

  /** To be called after the last record. @throws {FileRefusal} */
  finish(): void {
    this.sections.finish()
    this.#numbers.finish()
    // of one indicator only: figures of others have no sign by right
    if ((this.#o.layout.indicator?.columns.length ?? 0) === 0) this.#numbers.warnOfPercents()
  }

  /** A record that asks for a deletion is named even when it has no figure: that is its form (SDMX-CSV 2). */
  #isDeletion(splitter: Splitter): boolean {
    const reader = this.#columns.filter
    if (reader === null) return false
    const filter = reader.read(splitter)
    if (filter >= 0) return false
    const fault = reader.faultOf(filter)
    if (fault.fault !== 'delete-not-supported') return false
    this.#rejections.one(splitter.line, fault.column, fault.fault, fault.found)
    return true
  }

  #isReplacement(splitter: Splitter): boolean {
    const { filter } = this.#columns
    return filter !== null && filter.values[filter.read(splitter)] === 'replace'
  }

  /** One figure of a record. @returns false when the cell holds none */
  #cell(splitter: Splitter, value: ValueColumn, index: number): boolean {
    const { layout } = this.#o
    const columns = this.#columns
    const { column } = value
    const { buffer, line } = splitter
    const start = splitter.starts[column] as number
    const end = splitter.ends[column] as number
    if (start === end && !layout.emptyIsZero) return false
    const filter = columns.filter === null ? 0 : columns.filter.read(splitter)
    if (columns.filter !== null && filter >= 0 && columns.filter.values[filter] === 'status') {
      this.#statuses.takeFlags(splitter, value, index)
      return false
    }
    // what the figure means
    const indicatorCode = value.indicator === undefined ? (columns.indicator?.read(splitter) ?? -1) : 0
    const indicator =
      value.indicator === undefined
        ? indicatorCode >= 0
          ? (columns.indicator?.values[indicatorCode] as IndicatorRecord)
          : undefined
        : isFault(value.indicator)
          ? undefined
          : value.indicator
    const unitCode = value.unit !== undefined || columns.unit === null ? 0 : columns.unit.read(splitter)
    const unit = value.unit ?? (columns.unit !== null && unitCode >= 0 ? columns.unit.values[unitCode] : null) ?? null
    const scaleCode = columns.scale === null ? 0 : columns.scale.read(splitter)
    const scale = columns.scale !== null && scaleCode >= 0 ? (columns.scale.values[scaleCode] as number) : 0
    const conversion =
      indicator === undefined || (unit === null && scale === 0)
        ? plainConversion
        : this.#conversions.find(indicator, unit, scale, line)
    // the figure itself
    let number = readPlainNumber(buffer, start, end, this.#markBytes[index] as number, conversion.shift, this.#plain)
    let decimals = this.#plain.decimals
    let isLong = this.#plain.whole + decimals > SAFE_DIGITS
    let cellStatus = ''
    let percent = false
    if (this.#missingNumbers && !Number.isNaN(number) && isMissing(this.#textOf(splitter, column), layout.missingWords))
      return false
    if (Number.isNaN(number)) {
      let text = this.#textOf(splitter, column)
      if (layout.splitCell) {
        const split = layout.splitCell(text)
        text = split.number
        cellStatus = split.status
      }
      if (isMissing(text, layout.missingWords)) {
        if (!(layout.emptyIsZero && tidy(text) === '') || !this.#hasKeys(splitter)) return false
        text = '0'
      }
      const reading = this.#numbers.read(text, index, conversion.shift, line)
      if (reading.kind !== 'number') {
        if (this.#form.isNoRecord(splitter, index)) return true
        return this.#reject(splitter, value, reading.kind === 'ambiguous' ? 'ambiguous-number' : 'bad-number')
      }
      number = reading.value
      decimals = reading.decimals
      percent = reading.percent
      isLong = true
    }
    // why it may not be taken
    const fault = firstFault(splitter, columns, value, filter, indicatorCode, unitCode, scaleCode)
    if (fault !== null) {
      if (fault.fault === 'missing-value') return false
      if (this.#form.isNoRecord(splitter, index)) return true
      const sum = fault.fault === 'unknown-indicator' && value.indicator === undefined && isSumOfRows(this.#textOf(splitter, 0))
      this.#rejections.one(line, fault.column, sum ? 'totals-row' : fault.fault, fault.found)
      return true
    }
    if (this.sections.fault !== null) {
      if (this.#form.isNoRecord(splitter, index)) return true
      this.sections.used()
      this.#rejections.one(line, null, this.sections.fault.reason, this.sections.fault.found)
      return true
    }
    if (indicator === undefined) throw new Error('a record without indicator passed the checks')
    if (conversion.fault) return this.#reject(splitter, value, 'unit-mismatch', unit?.found)
    if (percent && indicator.unit.code !== 'PCT') return this.#reject(splitter, value, 'unit-mismatch')
    if (scale !== 0) refuseDoubledScale(number, indicator, line)
    const period = this.#periodOf(splitter, value)
    const { status: statusText, flags } =
      cellStatus !== '' ? partsOfFlags(cellStatus) : this.#statuses.of(splitter, index, period)
    const periodFault = this.#periodFault(period, indicator, statusText)
    if (periodFault !== null) {
      const heading = value.period === undefined ? (this.#o.header[columns.period?.columns[0] ?? -1] ?? null) : value.name
      this.#rejections.one(line, heading, periodFault, this.#periodText(splitter, value))
      return true
    }
    if (statusText !== '' && MISSING.has(statusText)) return this.#reject(splitter, value, 'bad-number')
    if (
      (indicator.whole && !Number.isInteger(number)) ||
      (indicator.minimum !== null && number < indicator.minimum) ||
      (indicator.maximum !== null && number > indicator.maximum) ||
      !(Math.abs(number) <= LARGEST)
    )
      return this.#reject(splitter, value, 'out-of-range')
    const series = this.#series.find(splitter, indicator, line)
    if (series < 0) return true
    if (this.#released < this.#tomorrow && Math.floor(period.code / START) > this.#released) this.#warnOfVintage(line)
    if (columns.vintage !== null) this.#o.release.hear(columns.vintage.values[columns.vintage.read(splitter)] ?? '')
    this.#report.read++
    if (this.#form.previousFirst === '') this.#form.previousFirst = tidy(this.#textOf(splitter, 0))
    const status = statusText === '' ? statusOf(period) : Math.max(0, observationStatuses.indexOf(statusText as 'A'))
    if (percent) this.#numbers.percents++
    if (isLong) this.#numbers.warnOfDigits(this.#textOf(splitter, column), number, conversion.shift, line)
    this.#numbers.lookBehind(splitter)
    const note = noteText(splitter, layout.note, flags, this.#o.decode)
    const extra = packExtra(note === '' ? 0 : this.#ids.note(note), shownDecimals(number, decimals, conversion.shift), status)
    this.#runs.add(series * SERIES_SIZE + period.code, number, line, extra)
    this.#lane?.learn(splitter, series, period, indicator, conversion.shift, extra)
    if (columns.filter !== null) this.#statuses.added(index)
    return true
  }

  /** Rejects the figure of a cell, showing the cell unless something else is at fault. @returns true: the cell held a figure */
  #reject(splitter: Splitter, value: ValueColumn, reason: RowReason, found = this.#textOf(splitter, value.column)): true {
    this.#rejections.one(splitter.line, value.name, reason, found)
    return true
  }

  #textOf(splitter: Splitter, column: number): string {
    return fieldText(splitter, column, this.#o.decode)
  }

  #hasKeys(splitter: Splitter): boolean {
    const partner = this.#columns.partner?.read(splitter) ?? 0
    return partner >= 0 && filledFields(splitter, this.#o.decode) > 1
  }

  #periodOf(splitter: Splitter, value: ValueColumn): PeriodMeaning {
    if (value.period !== undefined && !isFault(value.period)) return value.period
    return this.#columns.period?.values[this.#columns.period.read(splitter)] as PeriodMeaning
  }

  #periodText(splitter: Splitter, value: ValueColumn): string {
    if (value.period !== undefined) return value.name
    const column = this.#columns.period?.columns[0]
    return column === undefined ? '' : this.#textOf(splitter, column)
  }

  #periodFault(period: PeriodMeaning, indicator: IndicatorRecord, status: string): RowReason | null {
    if (period.cumulative && !indicator.cumulativeYtd) return 'bad-period'
    if (Math.floor(period.code / START) > this.#tomorrow && status !== 'F') return 'future-period'
    return null
  }

  #warnOfVintage(line: number): void {
    this.#report.warnOnce(
      'vintage-before-period',
      line,
      `The release is said to be of ${this.#o.vintage}, but the file holds figures of later periods. Is the day right (--vintage)?`,
      [this.#o.vintage ?? ''],
    )
  }
}
