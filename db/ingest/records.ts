// Past 300 lines because the life of one record, from bytes to a stored figure, is one thing: every branch is a reason of the closed lists.
import { isUtf8 } from 'node:buffer'
import { observationStatuses } from '../../electron/shared/domain/observation.ts'
import { encodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import { isAggregate, isSumOfRows } from './areas.ts'
import type { Decode } from './bytes/encodings.ts'
import { type PlainNumber, readPlainNumber } from './bytes/plainNumber.ts'
import { Flaw, Form, type Splitter } from './bytes/splitter.ts'
import { fieldText } from './dialect.ts'
import { DimensionReader } from './dimensionReader.ts'
import { partsOfFlags, readStatus } from './dimensions.ts'
import { isHeadingOf, isNote } from './headings.ts'
import { isComment } from './headRecord.ts'
import {
  type Catalogue,
  type Dimension,
  type Fault,
  type ImportOptions,
  type IndicatorRecord,
  isFault,
  type Layout,
  type PeriodMeaning,
  type UnitMeaning,
  type ValueColumn,
} from './layout.ts'
import { FileRefusal, type RowReason } from './refusal.ts'
import type { ReleaseDay } from './releaseDay.ts'
import type { ReportBuilder } from './report.ts'
import { PLAIN_DECIMALS, packExtra, type Runs } from './runs.ts'
import { SeriesRows } from './seriesRows.ts'
import { tidy } from './text/fold.ts'
import { type DecimalMark, Evidence, isMissing, readNumber } from './text/numbers.ts'
import { powerOfTen } from './text/units.ts'

/** Ids that the store gives to what a record names. */
export interface StoreIds {
  area(code: string): number
  source(name: string): number
  note(text: string): number
  series(indicator: number, reporter: number, partner: number, source: number): number
  /** marks a series as one of totals, groups or remainders */
  aggregate(series: number): void
}

export interface RecordOptions {
  readonly layout: Layout
  readonly header: readonly string[]
  /** what the user or a profile says of the file */
  readonly said: ImportOptions
  readonly catalogue: Catalogue
  readonly decode: Decode
  readonly delimiter: string
  readonly marks: readonly DecimalMark[]
  /** true once the whole file was looked at: what is still open then stays open */
  readonly surveyed: boolean
  /** true when the user said the mark: a figure of the other kind is then a bad number, not a question */
  readonly markGiven: boolean
  readonly sound: boolean
  readonly firstDataLine: number
  /** day after which a period lies in the future, ISO */
  readonly today: string
  /** day of the release as the user says it, ISO; null = today */
  readonly vintage: string | null
  /** hears what the file says of the day of its release */
  readonly release: ReleaseDay
  readonly strict: boolean
  /** id of the source of records that name none; asked for only when there is such a record */
  readonly source: () => number
}

const SERIES_SIZE = 2 ** 30
/** A period's code without its kind: the day it starts. */
const START = 4096
const ROW_FLAWS: readonly (readonly [number, RowReason])[] = [
  [Flaw.unterminated, 'unterminated-quote'],
  [Flaw.fieldTooLong, 'field-too-long'],
  [Flaw.tooManyColumns, 'field-count'],
  [Flaw.strayQuote, 'stray-quote'],
  [Flaw.control, 'control-character'],
]

interface Conversion {
  readonly shift: number
  readonly fault: boolean
}

const plainConversion: Conversion = { shift: 0, fault: false }

/** Turns the records of one file into figures with the store's own ids, or into reasons why not. */
export class RecordReader {
  readonly #o: RecordOptions
  readonly #report: ReportBuilder
  readonly #runs: Runs
  readonly #ids: StoreIds
  readonly #width: number
  readonly #marks: DecimalMark[]
  readonly #markBytes: Uint8Array
  readonly #indicator: DimensionReader<IndicatorRecord> | null
  readonly #reporter: DimensionReader<string> | null
  readonly #partner: DimensionReader<string> | null
  readonly #period: DimensionReader<PeriodMeaning> | null
  readonly #unit: DimensionReader<UnitMeaning | null> | null
  readonly #scale: DimensionReader<number> | null
  readonly #source: DimensionReader<string> | null
  readonly #status: DimensionReader<string> | null
  readonly #filter: DimensionReader<'keep' | 'status'> | null
  readonly #vintage: DimensionReader<string> | null
  readonly #tomorrow: number
  readonly #saysComments: boolean
  /** true when a figure such as -99 means that there is none */
  readonly #missingNumbers: boolean
  /** day of the release; no later than today */
  readonly #released: number
  readonly #form: PlainNumber = { whole: 0, decimals: 0, leadingZero: false }
  readonly #conversions = new Map<string, Conversion>()
  readonly #series = new SeriesRows()
  readonly #sourceIds: number[] = []
  readonly #areaIds = new Map<string, number>()
  #lastFields = 0
  #previousFirst = ''
  #blankBefore = false
  /** place of each column's figure among those of the last record; −1 = none */
  readonly #drafts: Int32Array
  #draftCount = 0
  #draftKey = ''
  /** physical lines of records that had a figure, for formats whose downloads are cut */
  records = 0

  constructor(options: RecordOptions, report: ReportBuilder, runs: Runs, ids: StoreIds) {
    const { layout, decode } = options
    this.#o = options
    this.#report = report
    this.#runs = runs
    this.#ids = ids
    this.#width = options.header.length
    this.#marks = [...options.marks]
    this.#drafts = new Int32Array(layout.values.length)
    this.#markBytes = Uint8Array.from(this.#marks, (mark) => (mark === '.' ? 46 : mark === ',' ? 44 : 0))
    const reader = <T>(dimension: Dimension<T> | undefined, keyOf: (value: T) => unknown): DimensionReader<T> | null =>
      dimension ? new DimensionReader(dimension, decode, keyOf) : null
    this.#indicator = reader(layout.indicator, (found) => found.id)
    this.#reporter = reader(layout.reporter, (found) => found)
    this.#partner = reader(layout.partner, (found) => found)
    this.#period = reader(layout.period, (found) => found.code * 4 + (found.cumulative ? 2 : 0) + (found.preliminary ? 1 : 0))
    this.#unit = reader(layout.unit, (found) => (found ? `${found.family} ${found.factor}` : ''))
    this.#scale = reader(layout.scale, (found) => found)
    this.#source = reader(layout.source, (found) => found)
    this.#status = reader(layout.status, (found) => found)
    this.#filter = reader(layout.filter, (found) => found)
    this.#vintage = reader(layout.vintage, (found) => found)
    const behind = (layout.values[0]?.column ?? 0) + 1
    const texts = [layout.note, layout.source, layout.status].flatMap((dimension) => dimension?.columns ?? [])
    this.#digitsBehind = options.delimiter === ',' && layout.values.length === 1 && layout.own !== true && texts.includes(behind)
    this.#tomorrow = Math.floor((encodePeriod(options.today) ?? 0) / START)
    this.#saysComments = options.said.commentChar !== undefined || options.said.commentRows !== undefined
    this.#missingNumbers = [...layout.missingWords].some((word) => /\d/.test(word))
    this.#released = Math.floor((encodePeriod(options.vintage ?? options.today) ?? 0) / START)
  }

  /** Takes one record. @throws {FileRefusal} when the file as a whole can no longer be trusted */
  take(splitter: Splitter): void {
    const { layout, firstDataLine } = this.#o
    const { line } = splitter
    if (line < firstDataLine) return
    const flaws = splitter.flaws & ~Flaw.noLineEnd
    const phantom = flaws === 0 && splitter.count > this.#width && this.#o.sound && this.#extraIsBlank(splitter)
    if (flaws !== 0 || (splitter.count !== this.#width && !phantom) || !this.#o.sound) {
      if (!this.#wellFormed(splitter, flaws)) return
    }
    if (this.#saysComments && isComment(this.#o.said, line, fieldText(splitter, 0, this.#o.decode))) {
      this.#report.skip(line, 'missing-value')
      return
    }
    this.#lastFields = splitter.count
    this.#blankBefore = false
    if (this.#isDeletion(splitter)) return
    const { values } = layout
    const before = this.#report.read
    this.#readBefore = before
    this.#startRecord(splitter)
    let missing = 0
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as ValueColumn
      if (!this.#cell(splitter, value, i)) missing++
    }
    if (missing > 0 && this.#noRecordLine !== line) this.#skipMissing(splitter, missing)
    if (this.#report.read > before) this.records++
  }

  /** A record that asks for a deletion is named even when it has no figure: that is its form (SDMX-CSV 2). */
  #isDeletion(splitter: Splitter): boolean {
    if (this.#filter === null) return false
    const filter = this.#filter.read(splitter)
    if (filter >= 0) return false
    const fault = this.#filter.faultOf(filter)
    if (fault.fault !== 'delete-not-supported') return false
    this.#reject(splitter.line, fault.column, fault.fault, fault.found)
    return true
  }

  /** Looks at a record that differs in form from the heading. @returns false when it is dealt with */
  #wellFormed(splitter: Splitter, flaws: number): boolean {
    const { line, count } = splitter
    if (flaws & Flaw.unterminatedAtEnd)
      throw new FileRefusal('unterminated-quote', `The quote opened at line ${line} is never closed. Mend that line.`, line)
    if (this.#isBlank(splitter)) {
      this.#report.skip(line, 'blank-row')
      this.#blankBefore = true
      return false
    }
    const first = count > 0 ? fieldText(splitter, 0, this.#o.decode) : ''
    if (/^\s*#/.test(first) || (this.#saysComments && isComment(this.#o.said, line, first))) {
      this.#report.skip(line, 'missing-value')
      return false
    }
    const flaw = ROW_FLAWS.find(([bit]) => (flaws & bit) !== 0)
    if (flaw) {
      // a figure inside a lone word of text is a note, whatever its quotes
      this.#rejectRecord(splitter, flaw[1])
      return false
    }
    if (!this.#o.sound && !isUtf8(splitter.buffer.subarray(splitter.recordStart, splitter.recordEnd))) {
      this.#rejectRecord(splitter, 'undecodable-text')
      return false
    }
    if (count === this.#width || this.#extraIsBlank(splitter)) return true
    const filled = this.#filled(splitter)
    if (this.#isRepeatedHeader(splitter)) {
      this.#report.skip(line, 'repeated-header')
      return false
    }
    if (filled > 1) this.#refuseOtherHeading(splitter)
    const atEnd = (splitter.flaws & Flaw.noLineEnd) !== 0
    const remark = isNote(first) || (filled === 1 && (count === 1 ? !this.#isRecordOtherwise(first) : !/^\S+$/.test(tidy(first))))
    if (atEnd && count < this.#width && this.#lastFields > 0 && !isNote(first) && (count > 1 || this.#looksCut(first))) {
      throw new FileRefusal(
        'truncated-file',
        `The file ends in the middle of line ${line}: the transfer was cut. Fetch it again.`,
        line,
      )
    }
    if (/^\s*<(?:!doctype|html|body|head)/i.test(first))
      throw new FileRefusal(
        'truncated-file',
        'The table breaks off in a web page, perhaps an error message of the server. Fetch it again.',
        line,
        null,
        { kind: 'cut-page' },
      )
    if (remark) this.#report.skip(line, 'missing-value')
    else this.#rejectRecord(splitter, 'field-count')
    return false
  }

  /** A lone field that is a whole record under another delimiter: a line of a table that somebody pasted in, and no remark. */
  #isRecordOtherwise(first: string): boolean {
    return this.#width >= FEWEST_TOLD_APART && DELIMITERS.some((delimiter) => first.split(delimiter).length === this.#width)
  }

  /** A lone piece of text at the very end: the beginning of a record rather than a remark. */
  #looksCut(first: string): boolean {
    const found = tidy(first)
    return !this.#blankBefore && (/^\S+$/.test(found) || (this.#previousFirst !== '' && this.#previousFirst.startsWith(found)))
  }

  #extraIsBlank(splitter: Splitter): boolean {
    if (splitter.count <= this.#width) return false
    for (let i = this.#width; i < splitter.count; i++) {
      if (splitter.starts[i] !== splitter.ends[i] && tidy(fieldText(splitter, i, this.#o.decode)) !== '') return false
    }
    return true
  }

  #filled(splitter: Splitter): number {
    let filled = 0
    for (let i = 0; i < splitter.count; i++) if (tidy(fieldText(splitter, i, this.#o.decode)) !== '') filled++
    return filled
  }

  #isBlank(splitter: Splitter): boolean {
    for (let i = 0; i < splitter.count; i++) {
      for (let at = splitter.starts[i] as number; at < (splitter.ends[i] as number); at++) {
        const byte = splitter.buffer[at] as number
        // 1A is the end-of-file mark of DOS programs
        if (byte !== 32 && byte !== 9 && byte !== 0x1a)
          return splitter.count > 0 && tidy(fieldText(splitter, i, this.#o.decode)) === '' ? this.#filled(splitter) === 0 : false
      }
    }
    return splitter.count > 0
  }

  #isRepeatedHeader(splitter: Splitter): boolean {
    const { header, decode } = this.#o
    if (splitter.count < header.length) return false
    for (let i = 0; i < header.length; i++) {
      const found = tidy(fieldText(splitter, i, decode)).toLowerCase()
      const name = (header[i] as string).toLowerCase()
      // of a heading of two lines the first alone may come back
      if (found !== name && (found === '' || !name.startsWith(`${found} `))) return false
    }
    return true
  }

  /**
   * A second table below the first, with other columns or the same in another order: what follows would be read under the wrong
   * headings. @throws {FileRefusal}
   */
  #refuseOtherHeading(splitter: Splitter): void {
    const fields: string[] = []
    for (let i = 0; i < splitter.count; i++) fields.push(tidy(fieldText(splitter, i, this.#o.decode)))
    if (!isHeadingOf(fields, this.#o.header, this.#valueColumns())) return
    throw new FileRefusal(
      'unknown-layout',
      'This line is a second heading, and its columns are not those of the first. Split the file there.',
      splitter.line,
      null,
      { kind: 'second-heading' },
    )
  }

  #valueColumns(): ReadonlySet<number> {
    this.#columnsOfValues ??= new Set(this.#o.layout.values.map(({ column }) => column))
    return this.#columnsOfValues
  }
  #columnsOfValues: ReadonlySet<number> | null = null

  /** A record that cannot be read as a whole counts as often as it carries a figure, and once at least. */
  #rejectRecord(splitter: Splitter, reason: RowReason): void {
    const { layout, decode } = this.#o
    let cells = 0
    if (layout.values.length > 1) {
      for (const { column } of layout.values) {
        if (column < splitter.count && !isMissing(fieldText(splitter, column, decode), layout.missingWords)) cells++
      }
    }
    const found =
      splitter.recordEnd > splitter.recordStart
        ? decode(splitter.buffer, splitter.recordStart, Math.min(splitter.recordEnd, splitter.recordStart + 400))
        : ''
    for (let i = 0; i < Math.max(1, cells); i++) this.#reject(splitter.line, null, reason, found)
  }

  #reject(line: number, column: string | null, reason: RowReason, found: string): void {
    this.#report.read++
    this.#report.reject(line, column, reason, found)
    if (this.#o.strict) {
      const where = column === null ? '' : `, column ${column}`
      throw new StrictRefusal(
        line,
        `Line ${line}${where}: ${reason}, found "${found.slice(0, 80)}". With --strict the file is refused on its first bad row.`,
      )
    }
  }

  #skipMissing(splitter: Splitter, missing: number): void {
    const { line } = splitter
    const { values } = this.#o.layout
    if (missing === values.length && this.#isBlank(splitter)) {
      this.#report.skip(line, 'blank-row')
      this.#blankBefore = true
    } else if (missing === values.length) this.#report.skip(line, 'missing-value')
    else for (let i = 0; i < missing; i++) this.#report.skip(line, 'missing-value')
  }

  /** One figure of a record. @returns false when the cell holds none */
  #cell(splitter: Splitter, value: ValueColumn, index: number): boolean {
    const { layout } = this.#o
    const { column } = value
    const buffer = splitter.buffer
    const start = splitter.starts[column] as number
    const end = splitter.ends[column] as number
    const { line } = splitter
    if (start === end && !layout.emptyIsZero) return false
    const filter = this.#filter === null ? 0 : this.#filter.read(splitter)
    if (this.#filter !== null && filter >= 0 && this.#filter.values[filter] === 'status') {
      this.#takeFlags(splitter, value, index)
      return false
    }
    // what the figure means
    const indicatorCode = value.indicator === undefined ? (this.#indicator?.read(splitter) ?? -1) : 0
    const indicator =
      value.indicator === undefined
        ? indicatorCode >= 0
          ? (this.#indicator?.values[indicatorCode] as IndicatorRecord)
          : undefined
        : isFault(value.indicator)
          ? undefined
          : value.indicator
    const unitCode = value.unit !== undefined || this.#unit === null ? 0 : this.#unit.read(splitter)
    const unit = value.unit ?? (this.#unit !== null && unitCode >= 0 ? this.#unit.values[unitCode] : null) ?? null
    const scaleCode = this.#scale === null ? 0 : this.#scale.read(splitter)
    const scale = this.#scale !== null && scaleCode >= 0 ? (this.#scale.values[scaleCode] as number) : 0
    const conversion =
      indicator === undefined || (unit === null && scale === 0) ? plainConversion : this.#convert(indicator, unit, scale, line)
    // the figure itself
    const mark = this.#markBytes[index] as number
    let number = readPlainNumber(buffer, start, end, mark, conversion.shift, this.#form)
    let decimals = this.#form.decimals
    let cellStatus = ''
    let percent = false
    if (
      this.#missingNumbers &&
      !Number.isNaN(number) &&
      isMissing(fieldText(splitter, column, this.#o.decode), layout.missingWords)
    )
      return false
    if (Number.isNaN(number)) {
      let text = fieldText(splitter, column, this.#o.decode)
      if (layout.splitCell) {
        const split = layout.splitCell(text)
        text = split.number
        cellStatus = split.status
      }
      if (isMissing(text, layout.missingWords)) {
        if (!(layout.emptyIsZero && tidy(text) === '') || !this.#hasKeys(splitter)) return false
        text = '0'
      }
      const reading = this.#slowNumber(text, index, conversion.shift, line)
      if (reading.kind !== 'number') {
        if (this.#isNoRecord(splitter, index)) return true
        this.#reject(
          line,
          value.name,
          reading.kind === 'ambiguous' ? 'ambiguous-number' : 'bad-number',
          fieldText(splitter, column, this.#o.decode),
        )
        return true
      }
      number = reading.value
      decimals = reading.decimals
      percent = reading.percent
    }
    // why it may not be taken
    const fault = this.#firstFault(splitter, value, filter, indicatorCode, unitCode, scaleCode)
    if (fault !== null) {
      if (fault.fault === 'missing-value') return false
      if (this.#isNoRecord(splitter, index)) return true
      const sum =
        fault.fault === 'unknown-indicator' &&
        value.indicator === undefined &&
        isSumOfRows(fieldText(splitter, 0, this.#o.decode))
      this.#reject(line, fault.column, sum ? 'totals-row' : fault.fault, fault.found)
      return true
    }
    if (indicator === undefined) throw new Error('a record without indicator passed the checks')
    if (conversion.fault || (percent && indicator.unit.code !== 'PCT')) {
      this.#reject(
        line,
        value.name,
        'unit-mismatch',
        conversion.fault && unit ? unit.found : fieldText(splitter, column, this.#o.decode),
      )
      return true
    }
    const { status: statusText, flags } = cellStatus !== '' ? partsOfFlags(cellStatus) : this.#statusOf(splitter, index)
    const period = this.#periodOf(splitter, value)
    const periodFault = this.#periodFault(period, indicator, statusText)
    if (periodFault !== null) {
      this.#reject(
        line,
        value.period === undefined ? (this.#o.header[this.#period?.columns[0] ?? -1] ?? null) : value.name,
        periodFault,
        this.#periodText(splitter, value),
      )
      return true
    }
    if (statusText === 'M' || statusText === 'O') {
      this.#reject(line, value.name, 'bad-number', fieldText(splitter, column, this.#o.decode))
      return true
    }
    if (
      (indicator.whole && !Number.isInteger(number)) ||
      (indicator.minimum !== null && number < indicator.minimum) ||
      (indicator.maximum !== null && number > indicator.maximum) ||
      !(Math.abs(number) <= LARGEST)
    ) {
      this.#reject(line, value.name, 'out-of-range', fieldText(splitter, column, this.#o.decode))
      return true
    }
    const series = this.#seriesOf(splitter, indicator, line)
    if (series < 0) return true
    if (this.#released < this.#tomorrow && Math.floor(period.code / START) > this.#released)
      this.#report.warnOnce(
        'vintage-before-period',
        line,
        `The release is said to be of ${this.#o.vintage}, but the file holds figures of later periods. Is the day right (--vintage)?`,
        [this.#o.vintage ?? ''],
      )
    if (this.#vintage !== null) this.#o.release.hear(this.#vintage.values[this.#vintage.read(splitter)] ?? '')
    this.#report.read++
    if (this.#previousFirst === '') this.#previousFirst = tidy(fieldText(splitter, 0, this.#o.decode))
    const status = statusText === '' ? (period.preliminary ? P : A) : Math.max(0, observationStatuses.indexOf(statusText as 'A'))
    this.#runs.add(
      series * SERIES_SIZE + period.code,
      number,
      line,
      packExtra(this.#noteOf(splitter, flags), shownDecimals(number, decimals, conversion.shift), status),
    )
    this.#drafts[index] = this.#draftCount++
    return true
  }

  /** A heading repeated inside the file, a comment or a remark, met where a record was expected. Listed once. */
  #isNoRecord(splitter: Splitter, index: number): boolean {
    const first = splitter.count > 0 ? fieldText(splitter, 0, this.#o.decode) : ''
    const repeated = this.#isRepeatedHeader(splitter)
    if (!repeated) this.#refuseOtherHeading(splitter)
    if (!repeated && !/^\s*#/.test(first) && !(isNote(first) && /[:\s]/.test(first) && this.#report.read === this.#readBefore))
      return false
    if (index === 0 || this.#noRecordLine !== splitter.line)
      this.#report.skip(splitter.line, repeated ? 'repeated-header' : 'missing-value')
    this.#noRecordLine = splitter.line
    return true
  }
  #noRecordLine = 0
  #askedMark = false
  #readBefore = 0

  #hasKeys(splitter: Splitter): boolean {
    const partner = this.#partner?.read(splitter) ?? 0
    return partner >= 0 && this.#filled(splitter) > 1
  }

  #slowNumber(text: string, index: number, shift: number, line: number): ReturnType<typeof readNumber> {
    const mark = this.#marks[index] ?? null
    const reading = readNumber(text, mark, shift)
    if (reading.kind === 'number') {
      // the first figure that decides settles the column; there was none before it that depended on the mark
      const sure = reading.evidence & (Evidence.dot | Evidence.comma)
      if (mark === null && sure !== 0 && sure !== (Evidence.dot | Evidence.comma)) {
        this.#marks[index] = sure === Evidence.dot ? '.' : ','
        this.#markBytes[index] = sure === Evidence.dot ? 46 : 44
      }
      if (shortened.test(text.trim()) && Math.abs(reading.value) >= 1e5)
        this.#report.warnOnce(
          'shortened-number',
          line,
          `"${text.trim().slice(0, 40)}" is how a spreadsheet shortens a long number: its last digits may be lost. Save the sheet with whole numbers.`,
          [text.trim().slice(0, 40)],
        )
      return reading
    }
    if (reading.kind === 'ambiguous') {
      if (!this.#o.surveyed) throw new UndecidedMark(line)
      if (!this.#askedMark) {
        this.#askedMark = true
        this.#report.warn(
          'ambiguous-number',
          line,
          `"${text.slice(0, 40)}" can be read in two ways, and nothing in the file decides: is its mark a decimal mark or a group mark (--decimal)?`,
          [text.slice(0, 40)],
        )
      }
      return reading
    }
    if (mark !== null && !this.#o.markGiven) {
      const other = readNumber(text, mark === '.' ? ',' : '.', shift)
      if (other.kind === 'number' && (other.evidence & (Evidence.dot | Evidence.comma)) !== 0) {
        const name = this.#o.layout.values[index]?.name ?? ''
        throw new FileRefusal(
          'mixed-decimal-marks',
          `The column "${name}" writes decimals with "${mark}", but line ${line} has "${text.slice(0, 40)}". Which is it (--decimal)?`,
          line,
          null,
          { kind: 'mixed-decimals', text: name },
        )
      }
    }
    return reading
  }

  #convert(indicator: IndicatorRecord, unit: UnitMeaning | null, scale: number, line: number): Conversion {
    if (indicator === this.#lastIndicator && unit === this.#lastUnit && scale === this.#lastScale) return this.#lastConversion
    this.#lastIndicator = indicator
    this.#lastUnit = unit
    this.#lastScale = scale
    this.#lastConversion = this.#findConversion(indicator, unit, scale, line)
    return this.#lastConversion
  }
  #lastIndicator: IndicatorRecord | null = null
  #lastUnit: UnitMeaning | null = null
  #lastScale = 0
  #lastConversion = plainConversion

  #findConversion(indicator: IndicatorRecord, unit: UnitMeaning | null, scale: number, line: number): Conversion {
    const key = `${indicator.id} ${unit?.family ?? ''} ${unit?.factor ?? ''} ${scale}`
    const known = this.#conversions.get(key)
    if (known) return known
    const conversion = this.#conversionOf(indicator, unit, scale)
    this.#conversions.set(key, conversion)
    if (!conversion.fault && conversion.shift !== 0) {
      const power = conversion.shift > 0 ? `10^${conversion.shift}` : `10^−${-conversion.shift}`
      this.#report.warnOnce(
        'unit-converted',
        line,
        `Figures of ${indicator.code} in ${unit?.found ?? 'the scale of the file'} were multiplied by ${power} into ${indicator.unit.code}.`,
        [indicator.code, unit?.found ?? '', power, indicator.unit.code],
      )
    }
    return conversion
  }

  #conversionOf(indicator: IndicatorRecord, unit: UnitMeaning | null, scale: number): Conversion {
    const family = unit?.family ?? indicator.unit.family
    // a scale without a unit counts in ones of the indicator's family
    const factor = (unit?.factor ?? 1) * Number(`1e${scale}`)
    if (family !== indicator.unit.family) return { shift: 0, fault: true }
    // a unit that names its multiple already ("USD_M", scale 6) would be multiplied twice
    if (unit !== null && scale !== 0 && unit.factor === Number(`1e${scale}`)) return this.#conversionOf(indicator, unit, 0)
    const power = powerOfTen(factor / indicator.unit.factor)
    return power === null ? { shift: 0, fault: true } : { shift: power, fault: false }
  }

  #firstFault(
    splitter: Splitter,
    value: ValueColumn,
    filter: number,
    indicator: number,
    unit: number,
    scale: number,
  ): Fault | null {
    if (filter < 0) return this.#filter?.faultOf(filter) ?? null
    if (value.indicator !== undefined && isFault(value.indicator)) return value.indicator
    if (value.indicator === undefined && indicator < 0) return this.#indicator?.faultOf(indicator) ?? null
    const reporter = this.#reporter?.read(splitter) ?? 0
    if (reporter < 0) return this.#reporter?.faultOf(reporter) ?? null
    if (value.period !== undefined && isFault(value.period)) return value.period
    const period = value.period === undefined ? (this.#period?.read(splitter) ?? 0) : 0
    if (period < 0) return this.#partnerFault(splitter, value) ?? this.#period?.faultOf(period) ?? null
    if (unit < 0) return this.#partnerFault(splitter, value) ?? this.#unit?.faultOf(unit) ?? null
    if (scale < 0) return this.#scale?.faultOf(scale) ?? null
    return null
  }

  #partnerFault(splitter: Splitter, value: ValueColumn): Fault | null {
    const partner = this.#partner?.read(splitter) ?? 0
    if (partner >= 0) return null
    const fault = this.#partner?.faultOf(partner) ?? null
    const indicator = value.indicator === undefined ? this.#indicator?.values[this.#indicator.read(splitter)] : value.indicator
    return indicator !== undefined && !isFault(indicator) && indicator.partnerRule !== 'required' && fault?.found.trim() === ''
      ? null
      : fault
  }

  #periodOf(splitter: Splitter, value: ValueColumn): PeriodMeaning {
    if (value.period !== undefined && !isFault(value.period)) return value.period
    return this.#period?.values[this.#period.read(splitter)] as PeriodMeaning
  }

  #periodText(splitter: Splitter, value: ValueColumn): string {
    if (value.period !== undefined) return value.name
    const column = this.#period?.columns[0]
    return column === undefined ? '' : fieldText(splitter, column, this.#o.decode)
  }

  #periodFault(period: PeriodMeaning, indicator: IndicatorRecord, status: string): RowReason | null {
    if (period.cumulative && !indicator.cumulativeYtd) return 'bad-period'
    if (Math.floor(period.code / START) > this.#tomorrow && status !== 'F') return 'future-period'
    return null
  }

  #statusOf(splitter: Splitter, index: number): ReturnType<typeof partsOfFlags> {
    if (this.#status === null) return this.#waitingFlags[index] ?? noFlags
    const at = this.#status.read(splitter)
    let parts = this.#flags[at]
    if (parts === undefined) {
      parts = partsOfFlags(this.#status.values[at] ?? '')
      if (at >= 0) this.#flags[at] = parts
    }
    return parts
  }
  readonly #flags: ReturnType<typeof partsOfFlags>[] = []

  /** The note of a record; flags that no status covers stand in it as the publisher wrote them. */
  #noteOf(splitter: Splitter, flags: string): number {
    if (this.#digitsBehind) this.#digitsBehind = /^\d+$/.test(this.#textBehind(splitter))
    const { note } = this.#o.layout
    let text = ''
    const column = note?.columns[0]
    if (note !== undefined && column !== undefined && splitter.starts[column] !== splitter.ends[column]) {
      const read = note.read([fieldText(splitter, column, this.#o.decode)])
      if (typeof read === 'string') text = read
    }
    if (flags !== '') text = text === '' ? `flag ${flags}` : `${text}; flag ${flags}`
    return text === '' ? 0 : this.#ids.note(text)
  }

  /** true while every figure so far stood before a column of text that held nothing but digits there */
  #digitsBehind: boolean

  #textBehind(splitter: Splitter): string {
    const behind = (this.#o.layout.values[0]?.column ?? 0) + 1
    return behind < splitter.count ? tidy(fieldText(splitter, behind, this.#o.decode)) : ''
  }

  /**
   * Whole figures, each with nothing but digits as note, source or status behind them, in a file of commas: as likely figures with a
   * decimal comma that nobody quoted. @throws {FileRefusal}
   */
  finish(): void {
    const [mark = null] = this.#marks
    if (!this.#digitsBehind || this.records === 0 || mark !== null || this.#o.markGiven) return
    const heading = this.#o.header[(this.#o.layout.values[0]?.column ?? 0) + 1] ?? ''
    throw new FileRefusal(
      'mixed-decimal-marks',
      `Behind every figure the column "${heading}" holds nothing but digits: these may be decimals behind a comma without quotes. Put such figures in quotes; if they are whole, say so (--decimal .).`,
      null,
      'decimal',
      { kind: 'digits-behind', text: heading },
    )
  }

  #areaId(code: string): number {
    let id = this.#areaIds.get(code)
    if (id === undefined) {
      id = this.#ids.area(code)
      this.#areaIds.set(code, id)
    }
    return id
  }

  #sourceId(splitter: Splitter): number {
    if (this.#source === null) return this.#o.source()
    const index = this.#source.read(splitter)
    const known = this.#sourceIds[index]
    if (known !== undefined) return known
    const name = index < 0 ? '' : (this.#source.values[index] ?? '')
    const id = name === '' ? this.#o.source() : this.#ids.source(name)
    if (index >= 0) this.#sourceIds[index] = id
    return id
  }

  /** @returns the series' id, or −1 when the record was rejected */
  #seriesOf(splitter: Splitter, indicator: IndicatorRecord, line: number): number {
    const reporterIndex = this.#reporter?.read(splitter) ?? -1
    const partnerIndex = this.#partner?.read(splitter) ?? NO_COLUMN
    const source = this.#sourceId(splitter)
    if (indicator.id !== this.#groupIndicator || source !== this.#groupSource || reporterIndex !== this.#groupReporter) {
      this.#groupIndicator = indicator.id
      this.#groupSource = source
      this.#groupReporter = reporterIndex
      this.#series.turn((indicator.id * 65_536 + source) * 4096 + reporterIndex)
    }
    const place = partnerIndex === NO_COLUMN ? 0 : partnerIndex + 1
    const fast = partnerIndex >= 0 || partnerIndex === NO_COLUMN
    const known = fast ? this.#series.get(place) : -1
    if (known >= 0) return known
    const series = this.#newSeries(splitter, indicator, line, reporterIndex, partnerIndex, source)
    if (fast && series >= 0) this.#series.set(place, series)
    return series
  }

  #newSeries(
    splitter: Splitter,
    indicator: IndicatorRecord,
    line: number,
    reporterIndex: number,
    partnerIndex: number,
    source: number,
  ): number {
    const reporter = this.#reporter?.values[reporterIndex]
    if (reporter === undefined)
      throw new FileRefusal(
        'missing-column',
        'Nothing says whose figures these are. Add a column "reporter", or name it (--reporter).',
        null,
        'reporter',
      )
    const partner = this.#partnerCode(splitter, indicator, partnerIndex, line)
    if (partner === null) return -1
    if (indicator.partnerRule === 'required' && partner === reporter && this.#o.layout.own !== true) {
      this.#reject(line, this.#o.header[this.#partner?.columns[0] ?? -1] ?? null, 'self-partner', partner)
      return -1
    }
    const series = this.#ids.series(indicator.id, this.#areaId(reporter), this.#areaId(partner), source)
    const { areas } = this.#o.catalogue
    const total = [reporter, ...(indicator.partnerRule === 'required' ? [partner] : [])].some((code) => {
      const area = areas.byCode(code)
      return area !== undefined && isAggregate(area)
    })
    if (total) this.#ids.aggregate(series)
    return series
  }
  #groupIndicator = -1
  #groupSource = -1
  #groupReporter = Number.MIN_SAFE_INTEGER

  #partnerCode(splitter: Splitter, indicator: IndicatorRecord, index: number, line: number): string | null {
    const column = this.#o.header[this.#partner?.columns[0] ?? -1] ?? null
    const found = index < 0 && index !== NO_COLUMN ? (this.#partner?.faultOf(index) ?? null) : null
    const code = index >= 0 ? (this.#partner?.values[index] ?? '') : ''
    if (indicator.partnerRule !== 'required') {
      const none = indicator.partnerRule === 'none' ? '_Z' : 'WLD'
      if (code === '' && (found === null || found.found.trim() === '')) return none
      if (code === '_Z' || code === 'WLD') return none
      if (found && this.#isNoRecord(splitter, 1)) return null
      if (found) this.#reject(line, found.column, found.fault as RowReason, found.found)
      else this.#reject(line, column, 'unknown-area', code)
      return null
    }
    if (found) {
      if (!this.#isNoRecord(splitter, 1)) this.#reject(line, found.column, found.fault as RowReason, found.found)
      return null
    }
    if (index === NO_COLUMN)
      throw new FileRefusal(
        'missing-column',
        `The column "partner" is missing, and ${indicator.code} is measured by partner. Add it, or name the partner (--partner).`,
        null,
        'partner',
      )
    if (code === '_Z') {
      this.#reject(
        line,
        column,
        'unknown-area',
        this.#partner ? fieldText(splitter, this.#partner.columns[0] ?? 0, this.#o.decode) : '',
      )
      return null
    }
    return code
  }

  /** Forgets the figures of the record before, unless this one holds their flags (IMF: a row of values, then a row of flags). */
  #startRecord(splitter: Splitter): void {
    if (this.#filter === null) return
    const filter = this.#filter.read(splitter)
    if (filter >= 0 && this.#filter.values[filter] === 'status') {
      this.#waitingFlags = []
      this.#waitingKey = ''
      return
    }
    this.#drafts.fill(-1)
    this.#draftCount = 0
    this.#draftKey = this.#keyOf(splitter)
    if (this.#waitingKey !== this.#draftKey) this.#waitingFlags = []
    this.#waitingKey = ''
  }
  /** flags of a record that came before its values, by column */
  #waitingFlags: ReturnType<typeof partsOfFlags>[] = []
  #waitingKey = ''

  #keyOf(splitter: Splitter): string {
    return `${this.#reporter?.read(splitter)} ${this.#partner?.read(splitter)} ${this.#indicator?.read(splitter)}`
  }

  #takeFlags(splitter: Splitter, value: ValueColumn, index: number): void {
    const word = readStatus(fieldText(splitter, value.column, this.#o.decode))
    const status = observationStatuses.indexOf(word as 'A')
    const key = this.#keyOf(splitter)
    if (status <= 0) return
    if (this.#draftKey === key) {
      const place = this.#drafts[index] as number
      if (place >= 0) this.#runs.amend(this.#draftCount - place, status)
    } else {
      this.#waitingKey = key
      this.#waitingFlags[index] = { status: word, flags: '' }
    }
  }
}

/** Rows whose mark nothing decided until a figure came that depends on it: the whole file is looked at, then read again. */
export class UndecidedMark extends Error {
  readonly line: number
  constructor(line: number) {
    super(`undecided decimal mark at line ${line}`)
    this.line = line
  }
}

/** The first bad row of a file that was to have none. */
export class StrictRefusal extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.name = 'StrictRefusal'
    this.line = line
  }
}

/** What a spreadsheet shows of a number that does not fit its cell: `1.23E+05`. */
const shortened = /^[-\u2212]?\d(?:[.,]\d{1,5})?E\+\d{2}$/
const DELIMITERS = [',', ';', '\t', '|'] as const
/** A remark has two or three commas now and then; this many fields it has not. */
const FEWEST_TOLD_APART = 5
const noFlags = { status: '', flags: '' } as const
const TENS = Array.from({ length: 16 }, (_, power) => 10 ** power)
const NO_COLUMN = -2_000_000
/** Beyond this no measure of shares can be computed: the squares of a hundred million such figures still have a sum. */
const LARGEST = 1e150
const A = observationStatuses.indexOf('A')
const P = observationStatuses.indexOf('P')

/** Decimals as the file shows them, when the figure alone would not. A figure that was converted shows its own. */
function shownDecimals(value: number, decimals: number, shift: number): number {
  if (shift !== 0 || decimals === 0 || decimals >= PLAIN_DECIMALS) return PLAIN_DECIMALS
  // scaled to a whole number, a trailing zero shows as divisibility by ten: "12.50" has decimals that 12.5 does not
  const scaled = Math.round(Math.abs(value) * (TENS[decimals] ?? 10 ** decimals))
  return scaled % 10 === 0 && scaled < Number.MAX_SAFE_INTEGER ? decimals : PLAIN_DECIMALS
}

export type { PeriodCode }
export const isQuoted = (splitter: Splitter, index: number): boolean => ((splitter.forms[index] as number) & Form.quoted) !== 0
