import type { Splitter } from '../bytes/splitter.ts'
import { fieldText } from '../dialect.ts'
import { type FileReason, fileReasons, type RowReason } from '../refusal.ts'
import type { ReportBuilder } from '../report.ts'
import { isMissing } from '../text/numbers.ts'
import type { RecordOptions } from './options.ts'

/** Bytes of a record that a rejection shows at most. */
const MOST_SHOWN = 400

const isFileReason = (reason: RowReason): reason is RowReason & FileReason => (fileReasons as readonly string[]).includes(reason)

/** The first bad row of a file that was to have none. Its own reason stands in the message and with the rejected rows. */
export class StrictRefusal extends Error {
  readonly line: number
  /** the row's reason where files have it too; else the file is not what it was taken for */
  readonly reason: FileReason

  /** @param column heading of the column at fault; null = the record as a whole */
  constructor(line: number, column: string | null, reason: RowReason, found: string) {
    const where = column === null ? '' : `, column ${column}`
    super(
      `Line ${line}${where}: ${reason}, found "${found.slice(0, 80)}". With --strict the file is refused on its first bad row; mend it, or import without --strict.`,
    )
    this.name = 'StrictRefusal'
    this.line = line
    this.reason = isFileReason(reason) ? reason : 'unknown-layout'
  }
}

/** Puts rejected figures and records into the report; with --strict the first of them ends the reading. */
export class Rejections {
  readonly #o: RecordOptions
  readonly #report: ReportBuilder

  constructor(options: RecordOptions, report: ReportBuilder) {
    this.#o = options
    this.#report = report
  }

  /** Rejects one figure. @throws {StrictRefusal} */
  one(line: number, column: string | null, reason: RowReason, found: string): void {
    this.#report.read++
    this.#report.reject(line, column, reason, found)
    if (this.#o.strict) throw new StrictRefusal(line, column, reason, found)
  }

  /** Rejects a record that cannot be read as a whole: it counts as often as it carries a figure, and once at least. @throws {StrictRefusal} */
  whole(splitter: Splitter, reason: RowReason): void {
    const { layout, decode } = this.#o
    let cells = 0
    if (layout.values.length > 1) {
      for (const { column } of layout.values) {
        if (column < splitter.count && !isMissing(fieldText(splitter, column, decode), layout.missingWords)) cells++
      }
    }
    const { recordStart, recordEnd } = splitter
    const found =
      recordEnd > recordStart ? decode(splitter.buffer, recordStart, Math.min(recordEnd, recordStart + MOST_SHOWN)) : ''
    for (let i = 0; i < Math.max(1, cells); i++) this.one(splitter.line, null, reason, found)
  }
}
