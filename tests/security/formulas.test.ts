// Hole: a note such as =HYPERLINK(…) that a spreadsheet runs. Promise: what an export would let a spreadsheet run gets an apostrophe in front, and
// an import takes exactly that apostrophe away again, so that nothing is lost on the way through our own files.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportData } from '../../db/export/exportData.ts'
import { harmless } from '../../db/export/rows.ts'
import { asWritten } from '../../db/ingest/dimensions.ts'
import { readCsv } from '../../db/ingest/readCsv.ts'
import { readFile } from '../db/ingest/support.ts'
import { openTestWriter, temporaryFolder } from '../db/support/store.ts'

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

describe('an exported table', () => {
  // a source is named by the file that brings it, so its code is a text like any other
  const HOSTILE = '=HYPERLINK("http://evil.example")'
  const hostileStore = () => {
    const connection = openTestWriter()
    connection.raw
      .prepare(
        `UPDATE source SET code = ?, title = '@SUM(A1)', publisher = '+1', url = '-1', licence = '＝1' WHERE id =
         (SELECT s.source FROM series AS s JOIN indicator AS i ON i.id = s.indicator WHERE i.code = 'trade.imports_usd_m' LIMIT 1)`,
      )
      .run(HOSTILE)
    return connection
  }
  const figures = /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/
  const run = (bytes: Uint8Array) =>
    readCsv(bytes).flatMap(({ fields }) => fields.filter((field) => STARTS.includes(field.charAt(0)) && !figures.test(field)))

  it.each(['csv', 'sdmx-csv', 'datapackage'] as const)('as %s holds no field that a spreadsheet would run', async (format) => {
    const connection = hostileStore()
    const spool = temporaryFolder()
    const { token, name } = await exportData(connection.db, {
      format,
      indicators: ['trade.imports_usd_m'],
      spool,
      today: '2026-11-24',
      version: '0.0.0',
    })
    const bytes = readFileSync(join(spool, token, name))
    const tables =
      format === 'datapackage'
        ? Object.entries(unzipSync(new Uint8Array(bytes))).flatMap(([file, table]) => (file.endsWith('.csv') ? [table] : []))
        : [bytes]
    for (const table of tables) expect(run(table)).toEqual([])
    expect(tables.some((table) => Buffer.from(table).includes(`'${HOSTILE.slice(0, 10)}`))).toBe(true)
    connection.close()
  })

  it.each(['csv', 'sdmx-csv'] as const)('as %s comes back without a change', async (format) => {
    const connection = hostileStore()
    const spool = temporaryFolder()
    const { token, name, rows } = await exportData(connection.db, {
      format,
      indicators: ['trade.imports_usd_m'],
      spool,
      today: '2026-11-24',
      version: '0.0.0',
    })
    const { finding, figures: changed } = await readFile(connection, join(spool, token, name))
    expect(changed).toEqual([])
    expect(finding.rows).toMatchObject({ new: 0, revised: 0, rejected: 0 })
    expect(finding.rows.unchanged + finding.rows.aggregates + finding.skipped.length).toBe(rows)
    connection.close()
  })
})
