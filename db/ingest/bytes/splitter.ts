// Longer than 300 lines: the state machine of CSV in one loop; cut apart it would be slower and no clearer.
import { MOST_COLUMNS, MOST_FIELD_BYTES, MOST_RECORD_BYTES } from './limits.ts'

/** What is wrong with the form of a record, as bits. */
export const Flaw = {
  /** a quote inside an unquoted field, or text after a closing quote */
  strayQuote: 1,
  /** a control character other than tab */
  control: 2,
  fieldTooLong: 4,
  tooManyColumns: 8,
  /** a quote was opened on this line and its partner belongs to another record: the line is given up, reading goes on after it */
  unterminated: 16,
  /** the file ends inside a quote */
  unterminatedAtEnd: 32,
  /** the file ends without a line end after this record (no flaw by itself) */
  noLineEnd: 64,
} as const

/** How a field was written, as bits. */
export const Form = { quoted: 1, escaped: 2 } as const

const QUOTE = 34
const SPACE = 32
const TAB = 9
const LF = 10
const CR = 13
/** Classes of bytes outside quotes; 0 = an ordinary byte. */
export const ByteClass = { delimiter: 1, lineEnd: 2, quote: 3, control: 4 } as const
const DELIMITER = ByteClass.delimiter
const LINE_END = ByteClass.lineEnd
const QUOTES = ByteClass.quote
const CONTROL = ByteClass.control

/** Takes records of a form it knows straight from the bytes, before they are cut into fields. */
export interface Shortcut {
  /** records that the last run took */
  readonly taken: number
  /**
   * Takes as many records as it can, each of one line and whole. A line end stands at `to`, behind the last byte.
   *
   * @param line physical line of the first record @param lineEnds counted on: LF, CR, CRLF @returns where the first record begins that it did not take
   */
  run(buffer: Uint8Array, from: number, to: number, line: number, lineEnds: number[]): number
}

/** Room beyond what is needed. */
const SLACK_BYTES = 65_536

/** What each byte means outside quotes, by {@link ByteClass}. */
export function byteClasses(delimiter: number): Uint8Array {
  const classes = new Uint8Array(256)
  for (let byte = 0; byte < 32; byte++) classes[byte] = CONTROL
  classes[127] = CONTROL
  classes[TAB] = 0
  classes[LF] = LINE_END
  classes[CR] = LINE_END
  classes[QUOTE] = QUOTES
  classes[delimiter] = DELIMITER
  return classes
}

/**
 * Cuts bytes of any encoding that contains ASCII into records and fields, in constant memory and without making a string: RFC 4180
 * quotes, quoted line ends, and CR, LF and CRLF each ending a line, mixed as they come. Spaces around a quoted field are dropped,
 * as spreadsheets do. The fields of the current record are byte ranges of {@link buffer}, valid until `onRecord` returns.
 */
export class Splitter {
  buffer: Uint8Array = new Uint8Array(0)
  /** fields of the current record; an empty line has one empty field; 0 when the record was given up */
  count = 0
  starts = new Int32Array(64)
  ends = new Int32Array(64)
  forms = new Uint8Array(64)
  /** physical line on which the current record starts, 1-based */
  line = 1
  /** bits of {@link Flaw} */
  flaws = 0
  /** byte range of the whole current record in {@link buffer}, without its line end */
  recordStart = 0
  recordEnd = 0
  /** how often each line end was met: LF, CR, CRLF */
  readonly lineEnds = [0, 0, 0]
  stopped = false
  /** number of the current record: another one for every record, so that what was read of it can be remembered */
  serial = 0
  /** asked before each record; null = every record is cut into fields */
  shortcut: Shortcut | null = null

  readonly #delimiter: number
  readonly #classes: Uint8Array
  readonly #onRecord: (splitter: Splitter) => void
  #length = 0
  #nextLine = 1
  /** set while the rest of an over-long record is skipped */
  #skipping = false
  #inQuote = false

  /** @param delimiter one ASCII byte @param firstLine physical line of the first byte */
  constructor(delimiter: number, onRecord: (splitter: Splitter) => void, firstLine = 1) {
    this.#delimiter = delimiter
    this.#classes = byteClasses(delimiter)
    this.#onRecord = onRecord
    this.#nextLine = firstLine
    this.line = firstLine
  }

  /** Takes the next bytes; `last` says that none follow. */
  push(chunk: Uint8Array, last: boolean): void {
    const room = this.#length + chunk.length + 1
    if (this.buffer.length < room) {
      // what the next chunk leaves over may be longer by some bytes
      const larger = new Uint8Array(room + SLACK_BYTES)
      larger.set(this.buffer.subarray(0, this.#length))
      this.buffer = larger
    }
    this.buffer.set(chunk, this.#length)
    const to = this.#length + chunk.length
    // a line end behind the last byte stops every scan without a bounds check
    this.buffer[to] = LF
    let at = 0
    if (this.#skipping) at = this.#skip(0, to, last)
    while (at < to && !this.stopped && !this.#skipping) {
      if (this.shortcut !== null) {
        at = this.shortcut.run(this.buffer, at, to, this.#nextLine, this.lineEnds)
        this.#nextLine += this.shortcut.taken
        if (at >= to) break
      }
      const next = this.#record(at, to, last)
      if (next < 0) break
      this.#onRecord(this)
      at = next
    }
    this.#length = this.stopped || this.#skipping ? 0 : to - at
    if (this.#length > MOST_RECORD_BYTES) {
      this.#skipping = true
      this.line = this.#nextLine
      this.#countLines(at, to)
      this.#length = 0
      return
    }
    if (this.#length > 0 && at > 0) this.buffer.copyWithin(0, at, to)
  }

  /** Reads one record. @returns where the next one starts, or -1 when the bytes end before it does */
  #record(from: number, to: number, last: boolean): number {
    const buffer = this.buffer
    const classes = this.#classes
    const delimiter = this.#delimiter
    let starts = this.starts
    let ends = this.ends
    let forms = this.forms
    let at = from
    let n = 0
    let flaws = 0
    let line = this.#nextLine
    for (;;) {
      let start = at
      let end: number
      let form = 0
      const first = buffer[at] as number
      const open =
        first === QUOTE ? at : first === SPACE || (first === TAB && delimiter !== TAB) ? this.#quoteAfterSpaces(at) : -1
      if (open >= 0 && open < to) {
        form = Form.quoted
        start = open + 1
        at = start
        const lineBefore = line
        for (;;) {
          const c = buffer[at] as number
          if (c > QUOTE) {
            at++
            continue
          }
          if (c === QUOTE) {
            if (at >= to) break
            if (buffer[at + 1] === QUOTE && at + 1 < to) {
              form = Form.quoted | Form.escaped
              at += 2
              continue
            }
            break
          }
          if (c === LF) {
            if (at >= to) break
            line++
          } else if (c === CR) {
            if (buffer[at + 1] === LF && at + 1 < to) at++
            line++
          } else if (c < SPACE && c !== TAB) flaws |= Flaw.control
          at++
        }
        if (at >= to) {
          this.#inQuote = true
          if (!last) return -1
          return this.#giveUp(from, to, Flaw.unterminatedAtEnd)
        }
        // a quote at the very end of the bytes may be the first half of a doubled one
        if (at + 1 >= to && !last) {
          this.#inQuote = true
          return -1
        }
        end = at
        at++
        while (buffer[at] === SPACE || (buffer[at] === TAB && delimiter !== TAB)) at++
        const kind = classes[buffer[at] as number] as number
        if (kind !== DELIMITER && kind !== LINE_END) {
          if (line !== lineBefore) return this.#giveUpLine(from)
          flaws |= Flaw.strayQuote
          while (!isEnd(classes[buffer[at] as number] as number)) at++
          end = at
        }
      } else {
        let kind = 0
        for (;;) {
          kind = classes[buffer[at] as number] as number
          while (kind === 0) kind = classes[buffer[++at] as number] as number
          if (kind <= LINE_END) break
          flaws |= kind === QUOTES ? Flaw.strayQuote : Flaw.control
          at++
        }
        end = at
      }
      if (end - start > MOST_FIELD_BYTES) flaws |= Flaw.fieldTooLong
      if (n < starts.length) {
        starts[n] = start
        ends[n] = end
        forms[n] = form
      } else if (n < MOST_COLUMNS) {
        this.#grow()
        starts = this.starts
        ends = this.ends
        forms = this.forms
        starts[n] = start
        ends[n] = end
        forms[n] = form
      } else {
        flaws |= Flaw.tooManyColumns
        n--
      }
      n++
      if (at >= to) {
        this.#inQuote = false
        if (!last) return -1
        flaws |= Flaw.noLineEnd
        break
      }
      const c = buffer[at] as number
      if (c === delimiter) {
        at++
        continue
      }
      if (c === CR && at + 1 >= to && !last) {
        this.#inQuote = false
        return -1
      }
      break
    }
    this.recordEnd = at
    if ((flaws & Flaw.noLineEnd) === 0) {
      const crlf = buffer[at] === CR && buffer[at + 1] === LF && at + 1 < to
      const kind = crlf ? 2 : buffer[at] === CR ? 1 : 0
      this.lineEnds[kind] = (this.lineEnds[kind] as number) + 1
      at += crlf ? 2 : 1
      line++
    }
    this.serial++
    this.count = n
    this.flaws = flaws
    this.line = this.#nextLine
    this.recordStart = from
    this.#nextLine = line
    return at
  }

  /** @returns position of a quote that follows spaces only, or -1 */
  #quoteAfterSpaces(from: number): number {
    let at = from
    while (this.buffer[at] === SPACE || (this.buffer[at] === TAB && this.#delimiter !== TAB)) at++
    return this.buffer[at] === QUOTE ? at : -1
  }

  #grow(): void {
    const size = Math.min(this.starts.length * 4, MOST_COLUMNS)
    const copy = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(size)
      larger.set(old)
      return larger
    }
    this.starts = copy(this.starts)
    this.ends = copy(this.ends)
    const forms = new Uint8Array(size)
    forms.set(this.forms)
    this.forms = forms
  }

  #giveUp(from: number, to: number, flaw: number): number {
    this.serial++
    this.count = 0
    this.flaws = flaw
    this.line = this.#nextLine
    this.recordStart = from
    this.recordEnd = to
    return to
  }

  /** The quoted field ran into the next record: only the first line is lost, the others are read for themselves. */
  #giveUpLine(from: number): number {
    let at = from
    while (this.buffer[at] !== LF && this.buffer[at] !== CR) at++
    this.#giveUp(from, at, Flaw.unterminated)
    this.#nextLine++
    return at + (this.buffer[at] === CR && this.buffer[at + 1] === LF ? 2 : 1)
  }

  /** Skips the rest of an over-long record: only quotes and line ends matter there. @returns where the next record starts */
  #skip(from: number, to: number, last: boolean): number {
    let at = from
    for (; at < to; at++) {
      const c = this.buffer[at]
      if (c === QUOTE) this.#inQuote = !this.#inQuote
      else if (c === LF || c === CR) {
        const crlf = c === CR && this.buffer[at + 1] === LF && at + 1 < to
        this.#nextLine++
        if (crlf) at++
        if (!this.#inQuote) {
          this.#emitSkipped(Flaw.fieldTooLong)
          return at + 1
        }
      }
    }
    if (last) this.#emitSkipped(this.#inQuote ? Flaw.unterminatedAtEnd : Flaw.fieldTooLong | Flaw.noLineEnd)
    return to
  }

  #emitSkipped(flaws: number): void {
    this.#skipping = false
    this.serial++
    this.count = 0
    this.flaws = flaws
    this.recordStart = 0
    this.recordEnd = 0
    this.#onRecord(this)
  }

  #countLines(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (this.buffer[at] === LF || (this.buffer[at] === CR && this.buffer[at + 1] !== LF)) this.#nextLine++
    }
  }
}

const isEnd = (kind: number): boolean => kind === DELIMITER || kind === LINE_END
