import type { Decode } from './bytes/encodings.ts'
import { Splitter } from './bytes/splitter.ts'
import { fieldText } from './dialect.ts'
import type { Layout } from './layout.ts'
import { FileRefusal } from './refusal.ts'
import { type DecimalMark, Evidence, readNumber } from './text/numbers.ts'

const DIGIT_ZERO = 48
const COMMA = 44
const DOT = 46

/** Gathers, column by column, what the figures of a table say about their decimal mark. */
export class MarkSurvey {
  readonly #layout: Layout
  readonly #evidence: Uint8Array
  readonly #lineOf: { readonly dot: number[]; readonly comma: number[] }
  readonly #decode: Decode
  readonly #splitter: Splitter

  constructor(layout: Layout, delimiter: string, decode: Decode, firstLine: number) {
    this.#layout = layout
    this.#decode = decode
    this.#evidence = new Uint8Array(layout.values.length)
    this.#lineOf = { dot: [], comma: [] }
    this.#splitter = new Splitter(delimiter.charCodeAt(0), (splitter) => {
      if (splitter.line >= firstLine) this.#look(splitter)
    })
  }

  push(chunk: Uint8Array, last: boolean): void {
    this.#splitter.push(chunk, last)
  }

  #look(splitter: Splitter): void {
    const { values, splitCell } = this.#layout
    for (let i = 0; i < values.length; i++) {
      const column = values[i]?.column ?? 0
      if (column >= splitter.count) continue
      const start = splitter.starts[column] as number
      const end = splitter.ends[column] as number
      if (end - start > 40 || !hasMark(splitter.buffer, start, end)) continue
      const seen = this.#evidence[i] as number
      if (splitCell === undefined && (seen & Evidence.dot) !== 0 && isPlain(splitter.buffer, start, end, DOT)) continue
      if (splitCell === undefined && (seen & Evidence.comma) !== 0 && isPlain(splitter.buffer, start, end, COMMA)) continue
      const text = fieldText(splitter, column, this.#decode)
      const reading = readNumber(splitCell ? splitCell(text).number : text, null)
      if (reading.kind === 'bad') continue
      this.#evidence[i] = seen | reading.evidence
      if (reading.evidence === Evidence.dot) this.#lineOf.dot[i] ??= splitter.line
      if (reading.evidence === Evidence.comma) this.#lineOf.comma[i] ??= splitter.line
    }
  }

  /** True when every column has shown its mark. */
  get settled(): boolean {
    return this.#evidence.every((seen) => (seen & (Evidence.dot | Evidence.comma)) !== 0)
  }

  /** True when a column's figures can be read in two ways and nothing in it decides. */
  get undecided(): boolean {
    return this.#evidence.some((seen) => (seen & (Evidence.dot | Evidence.comma)) === 0 && seen !== 0)
  }

  /**
   * The mark of each value column. A column that does not decide for itself follows the others when they agree, then the rule of the
   * format, then the comma as delimiter, which leaves only the dot; else it stays open, and figures that depend on it are refused.
   *
   * @throws {FileRefusal} mixed-decimal-marks when one column uses both
   */
  decide(delimiter: string): readonly DecimalMark[] {
    const both = Evidence.dot | Evidence.comma
    const mixed = this.#evidence.findIndex((seen) => (seen & both) === both)
    if (mixed >= 0) {
      const name = this.#layout.values[mixed]?.name ?? ''
      const [dot, comma] = [this.#lineOf.dot[mixed] ?? 0, this.#lineOf.comma[mixed] ?? 0]
      throw new FileRefusal(
        'mixed-decimal-marks',
        `The column "${name}" writes decimals with a point at line ${dot} and with a comma at line ${comma}. Which is it (--decimal)?`,
        Math.max(dot, comma),
        'decimal',
        { kind: 'mixed-decimals', text: name },
      )
    }
    const sure = (seen: number): DecimalMark => ((seen & Evidence.dot) !== 0 ? '.' : (seen & Evidence.comma) !== 0 ? ',' : null)
    const others = new Set([...this.#evidence].map(sure).filter((mark) => mark !== null))
    const [agreed] = others.size === 1 ? others : []
    return [...this.#evidence].map((seen): DecimalMark => {
      const own = sure(seen)
      if (own !== null) return own
      const either = Evidence.eitherDot | Evidence.eitherComma
      if (agreed !== undefined) return agreed
      if ((seen & either) === either) return null
      if ((seen & Evidence.eitherDot) !== 0 && others.size === 0) return this.#layout.decimal ?? (delimiter === ',' ? '.' : null)
      return null
    })
  }
}

function hasMark(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = false
  let mark = false
  for (let i = start; i < end; i++) {
    const c = bytes[i] as number
    if (c === COMMA || c === DOT) mark = true
    else if (c >= DIGIT_ZERO && c <= 57) digits = true
  }
  return digits && mark
}

/** True for digits around one such mark and nothing else: they never say the other mark, and say nothing new of a column that has decided for theirs. */
function isPlain(bytes: Uint8Array, start: number, end: number, mark: number): boolean {
  let marks = 0
  for (let i = start; i < end; i++) {
    const c = bytes[i] as number
    if (c === mark) marks++
    else if (c < DIGIT_ZERO || c > 57) return false
  }
  return marks === 1
}
