import { decoderOf } from './bytes/encodings.ts'
import { Flaw, Form, Splitter } from './bytes/splitter.ts'

/** One record: its fields as text, and the physical line on which it begins. */
export interface CsvRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/**
 * Every record of a CSV text in UTF-8, RFC 4180: for small files of known form (definitions, conformance suites). Imports read by
 * columns and in a stream instead. A line without any sign is one empty field.
 *
 * @param delimiter one ASCII sign
 * @throws {SyntaxError} on an open quote at the end
 */
export function readCsv(bytes: Uint8Array, delimiter = ','): readonly CsvRecord[] {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const decode = decoderOf('utf-8')
  const records: CsvRecord[] = []
  const splitter = new Splitter(delimiter.charCodeAt(0), (s) => {
    if (s.flaws & Flaw.unterminatedAtEnd) throw new SyntaxError(`the quote opened at line ${s.line} is never closed`)
    const fields: string[] = []
    for (let i = 0; i < s.count; i++) {
      const text = decode(s.buffer, s.starts[i] as number, s.ends[i] as number)
      fields.push(((s.forms[i] as number) & Form.escaped) !== 0 ? text.replaceAll('""', '"') : text)
    }
    records.push({ line: s.line, fields })
  })
  splitter.push(marked ? bytes.subarray(3) : bytes, true)
  return records
}
