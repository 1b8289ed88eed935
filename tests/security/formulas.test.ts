// Hole: a note such as =HYPERLINK(…) that a spreadsheet runs. Promise: what an export would let a spreadsheet run gets an apostrophe in front, and
// an import takes exactly that apostrophe away again, so that nothing is lost on the way through our own files.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harmless } from '../../db/export/rows.ts'
import { asWritten } from '../../db/ingest/dimensions.ts'

const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']

describe('formulas', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("http://evil.example")',
    '+1',
    '-1+cmd|’/C calc’!A0',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    "'=1",
    "''=1",
  ])('%j is made harmless and comes back as it was', (text) => {
    const safe = harmless(text)
    expect(STARTS.includes(safe.charAt(0))).toBe(false)
    expect(asWritten(safe)).toBe(text)
  })

  it('any text comes back as it was', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.constantFrom("'", "''", ...STARTS), fc.string()).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (before) => {
        const safe = harmless(before)
        expect(STARTS.includes(safe.charAt(0))).toBe(false)
        expect(asWritten(safe)).toBe(before)
      }),
      { seed: 20_261_127, numRuns: 2_000 },
    )
  })
})
