import { isUtf8 } from 'node:buffer'
import { Flaw, type Splitter } from '../bytes/splitter.ts'
import { fieldText } from '../dialect.ts'
import { isHeadingOf, isNote } from '../headings.ts'
import { isComment } from '../headRecord.ts'
import { FileRefusal, type RowReason } from '../refusal.ts'
import type { ReportBuilder } from '../report.ts'
import { tidy } from '../text/fold.ts'
import { isUnitText } from '../text/units.ts'
import { filledFields, isBlankBehind, isBlankRecord } from './fields.ts'
import type { RecordOptions } from './options.ts'
import type { Rejections } from './rejections.ts'
import type { Sections } from './sections.ts'

const ROW_FLAWS: readonly (readonly [number, RowReason])[] = [
  [Flaw.unterminated, 'unterminated-quote'],
  [Flaw.fieldTooLong, 'field-too-long'],
  [Flaw.tooManyColumns, 'field-count'],
  [Flaw.strayQuote, 'stray-quote'],
  [Flaw.control, 'control-character'],
]
const DELIMITERS = [',', ';', '\t', '|'] as const
/** A remark has two or three commas now and then; this many fields it has not. */
const FEWEST_TOLD_APART = 5
/** A title may be cut in two by a delimiter of its own. */
const MOST_LONE = 2

/** Tells records from what else stands in a table: blanks, comments, remarks, repeated headings, a second table, a cut end. */
export class RecordForm {
  readonly #o: RecordOptions
  readonly #report: ReportBuilder
  readonly #rejections: Rejections
  readonly #sections: Sections
  readonly #width: number
  readonly #saysComments: boolean
  /** fields of the last record */
  #lastFields = 0
  #blankBefore = false
  #columnsOfValues: ReadonlySet<number> | null = null
  /** first field of the first figure's record; '' = none yet */
  previousFirst = ''
  /** figures read before the record at hand */
  readBefore = 0
  /** line that was found to be no record */
  noRecordLine = 0

  constructor(options: RecordOptions, report: ReportBuilder, rejections: Rejections, sections: Sections) {
    this.#o = options
    this.#report = report
    this.#rejections = rejections
    this.#sections = sections
    this.#width = options.header.length
    this.#saysComments = options.said.commentChar !== undefined || options.said.commentRows !== undefined
  }

  /** Looks at the form of a record. @returns false when it is dealt with. @throws {FileRefusal} */
  accept(splitter: Splitter): boolean {
    const { sound } = this.#o
    const flaws = splitter.flaws & ~Flaw.noLineEnd
    const phantom = flaws === 0 && splitter.count > this.#width && sound && isBlankBehind(splitter, this.#width, this.#o.decode)
    if (flaws !== 0 || (splitter.count !== this.#width && !phantom) || !sound) {
      if (!this.#wellFormed(splitter, flaws)) return false
    }
    if (this.#saysComments && isComment(this.#o.said, splitter.line, fieldText(splitter, 0, this.#o.decode))) {
      this.#report.skip(splitter.line, 'missing-value')
      return false
    }
    this.#lastFields = splitter.count
    this.#blankBefore = false
    return true
  }

  /** Hears that records of the usual form stood before the one at hand. */
  passRecords(): void {
    this.#lastFields = this.#width
    this.#blankBefore = false
  }

  /** Lists a record of which so many cells hold no figure. */
  skipMissing(splitter: Splitter, missing: number): void {
    const { line } = splitter
    const { values } = this.#o.layout
    if (missing === values.length && isBlankRecord(splitter, this.#o.decode)) this.#skipBlank(line)
    else if (missing === values.length) {
      this.#report.skip(line, 'missing-value')
      this.#hearSection(splitter)
    } else for (let i = 0; i < missing; i++) this.#report.skip(line, 'missing-value')
  }

  /** A text that stands alone in its line. */
  #hearSection(splitter: Splitter): void {
    if (!this.#sections.listens || filledFields(splitter, this.#o.decode) > MOST_LONE) return
    for (let i = 0; i < splitter.count; i++) this.#sections.hear(fieldText(splitter, i, this.#o.decode), splitter.line)
  }

  /** A heading repeated inside the file, a comment or a remark, met where a record was expected. Listed once. @throws {FileRefusal} */
  isNoRecord(splitter: Splitter, index: number): boolean {
    const first = splitter.count > 0 ? fieldText(splitter, 0, this.#o.decode) : ''
    const repeated = this.#isRepeatedHeader(splitter)
    if (!repeated) this.#refuseOtherHeading(splitter)
    if (!repeated && !/^\s*#/.test(first) && !(isNote(first) && /[:\s]/.test(first) && this.#report.read === this.readBefore))
      return false
    if (index === 0 || this.noRecordLine !== splitter.line)
      this.#report.skip(splitter.line, repeated ? 'repeated-header' : 'missing-value')
    this.noRecordLine = splitter.line
    return true
  }

  #skipBlank(line: number): void {
    this.#report.skip(line, 'blank-row')
    this.#blankBefore = true
  }

  /** Looks at a record that differs in form from the heading. @returns false when it is dealt with */
  #wellFormed(splitter: Splitter, flaws: number): boolean {
    const { line, count } = splitter
    const { decode } = this.#o
    if (flaws & Flaw.unterminatedAtEnd)
      throw new FileRefusal('unterminated-quote', `The quote opened at line ${line} is never closed. Mend that line.`, line)
    if (isBlankRecord(splitter, decode)) {
      this.#skipBlank(line)
      return false
    }
    const first = count > 0 ? fieldText(splitter, 0, decode) : ''
    if (/^\s*#/.test(first) || (this.#saysComments && isComment(this.#o.said, line, first))) {
      this.#report.skip(line, 'missing-value')
      return false
    }
    const flaw = ROW_FLAWS.find(([bit]) => (flaws & bit) !== 0)
    if (flaw) {
      // a figure inside a lone word of text is a note, whatever its quotes
      this.#rejections.whole(splitter, flaw[1])
      return false
    }
    if (!this.#o.sound && !isUtf8(splitter.buffer.subarray(splitter.recordStart, splitter.recordEnd))) {
      this.#rejections.whole(splitter, 'undecodable-text')
      return false
    }
    if (count === this.#width || isBlankBehind(splitter, this.#width, decode)) return true
    const filled = filledFields(splitter, decode)
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
    if (remark) {
      this.#report.skip(line, 'missing-value')
      this.#hearSection(splitter)
    } else this.#rejections.whole(splitter, 'field-count')
    return false
  }

  /** A lone field that is a whole record under another delimiter: a line of a table that somebody pasted in, and no remark. */
  #isRecordOtherwise(first: string): boolean {
    return this.#width >= FEWEST_TOLD_APART && DELIMITERS.some((delimiter) => first.split(delimiter).length === this.#width)
  }

  /** A lone piece of text at the very end: the beginning of a record rather than a remark. */
  #looksCut(first: string): boolean {
    const found = tidy(first)
    return !this.#blankBefore && (/^\S+$/.test(found) || (this.previousFirst !== '' && this.previousFirst.startsWith(found)))
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
    if (!isHeadingOf(fields, this.#o.header, this.#valueColumns()) && !this.#isHeadingAcross(fields)) return
    throw new FileRefusal(
      'unknown-layout',
      'This line is a second heading, and its columns are not those of the first. Split the file there.',
      splitter.line,
      null,
      { kind: 'second-heading' },
    )
  }

  /** Names of areas where figures of the areas above them stand, or nothing but words there. */
  #isHeadingAcross(fields: readonly string[]): boolean {
    const { layout, catalogue } = this.#o
    if (layout.across === undefined) return false
    const filled = fields.flatMap((found, column) => (found === '' ? [] : [column]))
    const words = filled
      .filter((column) => this.#valueColumns().has(column))
      .map((column) => fields[column] ?? '')
      .filter((found) => !/\d/.test(found) && /\p{L}/u.test(found))
    if (words.some((found) => catalogue.areas.read(found, 'bns').kind !== 'unknown')) return true
    return words.length > 1 && words.length === filled.length && !words.every(isUnitText)
  }

  #valueColumns(): ReadonlySet<number> {
    this.#columnsOfValues ??= new Set(this.#o.layout.values.map(({ column }) => column))
    return this.#columnsOfValues
  }
}
