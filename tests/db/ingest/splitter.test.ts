import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_FIELD_BYTES, MOST_RECORD_BYTES } from '../../../db/ingest/bytes/limits.ts'
import { Flaw, Splitter } from '../../../db/ingest/bytes/splitter.ts'
import { readCsv } from '../../../db/ingest/readCsv.ts'

interface Seen {
  readonly line: number
  readonly flaws: number
  readonly fields: readonly string[]
}

function split(text: string, sizes: readonly number[], delimiter = ','): readonly Seen[] {
  const bytes = Buffer.from(text, 'utf8')
  const seen: Seen[] = []
  const splitter = new Splitter(delimiter.charCodeAt(0), (s) => {
    const fields = Array.from({ length: s.count }, (_, i) =>
      Buffer.from(s.buffer.subarray(s.starts[i], s.ends[i])).toString('utf8'),
    )
    seen.push({ line: s.line, flaws: s.flaws, fields })
  })
  let at = 0
  for (const size of sizes) {
    splitter.push(bytes.subarray(at, at + size), false)
    at += size
  }
  splitter.push(bytes.subarray(at), true)
  return seen
}

const quote = (field: string): string => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
const table = fc.array(
  fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '1') }), { minLength: 2, maxLength: 4 }),
  { minLength: 1, maxLength: 6 },
)

describe('the splitter', () => {
  it('gives back what was written, whatever stands in the fields', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (records, end) => {
        const text = records.map((record) => record.map(quote).join(',') + end).join('')
        expect(readCsv(Buffer.from(text)).map(({ fields }) => fields)).toEqual(records)
      }),
      { seed: 7 },
    )
  })

  it('reads the same records wherever the bytes are cut, sound or not', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '\u0001'), maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }),
        (text, sizes) => {
          expect(split(text, sizes)).toEqual(split(text, []))
        },
      ),
      { seed: 11, numRuns: 2000 },
    )
  })

  it('loses no line: every line end outside quotes ends a record', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '\n', '\r'), maxLength: 60 }), (text) => {
        const lines = text.split(/\r\n|\r|\n/)
        if (lines.at(-1) === '') lines.pop()
        expect(split(text, []).map(({ fields }) => fields.join(','))).toEqual(lines)
      }),
      { seed: 13 },
    )
  })

  it('gives up only the line on which a quote was opened by mistake', () => {
    const seen = split('"a,1\n"b",2\nc,3\n', [])
    expect(seen.map(({ line, flaws }) => [line, flaws])).toEqual([
      [1, Flaw.unterminated],
      [2, 0],
      [3, 0],
    ])
  })

  it('names a quote in the middle of a field and reads on', () => {
    const seen = split('a"b,1\n"c"d,2\ne,3\n', [])
    expect(seen.map(({ flaws }) => flaws)).toEqual([Flaw.strayQuote, Flaw.strayQuote, 0])
  })

  it('says that the file ends inside a quote', () => {
    expect(split('a,"b\nc,d\n', []).at(-1)?.flaws).toBe(Flaw.unterminatedAtEnd)
  })

  it('skips a record longer than memory allows and finds the next one on its line', () => {
    const long = `x,"${'y\n'.repeat(MOST_RECORD_BYTES / 2 + 10)}"`
    const sizes = Array.from({ length: 12 }, () => 500_000)
    const seen = split(`a,b\n${long}\nc,d\n`, sizes)
    expect(seen.map(({ flaws }) => flaws & Flaw.fieldTooLong)).toEqual([0, Flaw.fieldTooLong, 0])
    expect(seen.at(-1)).toMatchObject({ fields: ['c', 'd'], line: 3 + MOST_RECORD_BYTES / 2 + 10 })
  })

  it('names a field that is longer than any publisher writes', () => {
    expect(split(`a,${'x'.repeat(MOST_FIELD_BYTES + 1)}\n`, [])[0]?.flaws).toBe(Flaw.fieldTooLong)
  })
})
