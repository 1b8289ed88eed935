import type { Splitter } from '../bytes/splitter.ts'
import { fieldText } from '../dialect.ts'
import { FileRefusal } from '../refusal.ts'
import type { ReportBuilder } from '../report.ts'
import { PLAIN_DECIMALS } from '../runs.ts'
import { tidy } from '../text/fold.ts'
import { type DecimalMark, Evidence, readNumber } from '../text/numbers.ts'
import type { RecordOptions } from './options.ts'

/** Rows whose mark nothing decided until a figure came that depends on it: the whole file is looked at, then read again. */
export class UndecidedMark extends Error {
  readonly line: number
  constructor(line: number) {
    super(`undecided decimal mark at line ${line}`)
    this.line = line
  }
}

/** What a spreadsheet shows of a number that does not fit its cell: `1.23E+05`. */
const shortened = /^[-\u2212]?\d(?:[.,]\d{1,5})?E\+\d{2}$/
/** From here on the form of a spreadsheet may have lost digits. */
const SHORTENED_FROM = 1e5
/** Digits that a double always keeps. */
export const SAFE_DIGITS = 15
/** Digits that it never needs: what stands behind them is lost. */
const MOST_DIGITS = 17
const TENS = Array.from({ length: 16 }, (_, power) => 10 ** power)

const byteOf = (mark: DecimalMark): number => (mark === '.' ? 46 : mark === ',' ? 44 : 0)

/** Figures that are more than digits and a settled mark, and what the columns' marks are. */
export class CellNumbers {
  readonly #o: RecordOptions
  readonly #report: ReportBuilder
  readonly #marks: DecimalMark[]
  /** decimal mark of each column as a byte, 0 = not settled */
  readonly markBytes: Uint8Array
  /** true while every figure so far stood before a column of text that held nothing but digits there */
  #digitsBehind: boolean
  /** a figure was taken */
  #lookedBehind = false
  #askedMark = false
  /** figures taken that have a per cent sign */
  percents = 0

  constructor(options: RecordOptions, report: ReportBuilder) {
    this.#o = options
    this.#report = report
    this.#marks = [...options.marks]
    this.markBytes = Uint8Array.from(this.#marks, byteOf)
    const { layout } = options
    const texts = [layout.note, layout.source, layout.status].flatMap((dimension) => dimension?.columns ?? [])
    this.#digitsBehind =
      options.delimiter === ',' && layout.values.length === 1 && layout.own !== true && texts.includes(this.#behind())
  }

  /**
   * Reads a figure of any form. @param index place of its column among those of figures @param shift power of ten to multiply by
   * @throws {UndecidedMark | FileRefusal}
   */
  read(text: string, index: number, shift: number, line: number): ReturnType<typeof readNumber> {
    const mark = this.#marks[index] ?? null
    const reading = readNumber(text, mark, shift)
    if (reading.kind === 'number') {
      // the first figure that decides settles the column; there was none before it that depended on the mark
      const sure = reading.evidence & (Evidence.dot | Evidence.comma)
      if (mark === null && sure !== 0 && sure !== (Evidence.dot | Evidence.comma)) {
        const settled = sure === Evidence.dot ? '.' : ','
        this.#marks[index] = settled
        this.markBytes[index] = byteOf(settled)
      }
      if (shortened.test(text.trim()) && Math.abs(reading.value) >= SHORTENED_FROM)
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

  /** Says once when a figure has more digits than the store keeps: it then stands there as the nearest number. */
  warnOfDigits(text: string, value: number, shift: number, line: number): void {
    if (!isInexact(text, value, shift)) return
    const found = tidy(text).slice(0, 40)
    if (this.#saidDigits) return
    this.#saidDigits = true
    this.#report.warn(
      'inexact-number',
      line,
      `"${found}" has more digits than a number of the store keeps; it is kept as ${value}, the nearest one. Round the figures, or give them in a larger unit.`,
      [found, String(value)],
    )
  }
  #saidDigits = false

  /** Says when some figures have a per cent sign and others none: those may be shares of one. To be called behind the last record. */
  warnOfPercents(): void {
    const { read, rejectedCount } = this.#report
    if (this.percents === 0 || this.percents >= read - rejectedCount) return
    this.#report.warn(
      'percent-on-some',
      null,
      `Of ${read - rejectedCount} figures ${this.percents} have a per cent sign. The others were taken as per cent, too: are they, or shares of one?`,
      [String(read - rejectedCount), String(this.percents)],
    )
  }

  /** Looks at what stands behind a figure that was taken. */
  lookBehind(splitter: Splitter): void {
    if (!this.#digitsBehind) return
    this.#digitsBehind = /^\d+$/.test(this.#textBehind(splitter))
    this.#lookedBehind = true
  }

  /**
   * Whole figures, each with nothing but digits as note, source or status behind them, in a file of commas: as likely figures with a
   * decimal comma that nobody quoted. Of figures that were not taken nothing is known. @throws {FileRefusal}
   */
  finish(): void {
    const [mark = null] = this.#marks
    if (!this.#digitsBehind || !this.#lookedBehind || mark !== null || this.#o.markGiven) return
    const heading = this.#o.header[this.#behind()] ?? ''
    throw new FileRefusal(
      'mixed-decimal-marks',
      `Behind every figure the column "${heading}" holds nothing but digits: these may be decimals behind a comma without quotes. Put such figures in quotes; if they are whole, say so (--decimal .).`,
      null,
      'decimal',
      { kind: 'digits-behind', text: heading },
    )
  }

  #behind(): number {
    return (this.#o.layout.values[0]?.column ?? 0) + 1
  }

  #textBehind(splitter: Splitter): string {
    const behind = this.#behind()
    return behind < splitter.count ? tidy(fieldText(splitter, behind, this.#o.decode)) : ''
  }
}

/**
 * True when digits of a figure are lost in a double: more than 17 that count, or a whole number beyond 2^53 that is none of the doubles there. @param
 * shift power of ten by which the figure was multiplied
 */
export function isInexact(text: string, value: number, shift: number): boolean {
  const mantissa = text.replace(/e.*$/i, '').replace(/[\s'\u2019]/g, '')
  const digits = mantissa.replace(/\D/g, '').replace(/^0+/, '')
  if (digits.length <= SAFE_DIGITS) return false
  if (digits.replace(/0+$/, '').length > MOST_DIGITS) return true
  return (
    shift === 0 &&
    !/e/i.test(text) &&
    /^[-+\u2212\u2013]?\d+$/.test(mantissa) &&
    Math.abs(value) > Number.MAX_SAFE_INTEGER &&
    BigInt(digits) !== BigInt(Math.abs(value))
  )
}

/** Decimals as the file shows them, when the figure alone would not. A figure that was converted shows its own. */
export function shownDecimals(value: number, decimals: number, shift: number): number {
  if (shift !== 0 || decimals === 0 || decimals >= PLAIN_DECIMALS) return PLAIN_DECIMALS
  // scaled to a whole number, a trailing zero shows as divisibility by ten: "12.50" has decimals that 12.5 does not
  const scaled = Math.round(Math.abs(value) * (TENS[decimals] ?? 10 ** decimals))
  return scaled % 10 === 0 && scaled < Number.MAX_SAFE_INTEGER ? decimals : PLAIN_DECIMALS
}
