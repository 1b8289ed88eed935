// What must hold of every file, whatever is in it: seeds are fixed, so that a failure is the same failure tomorrow.
import { closeSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { exportData } from '../../../db/export/exportData.ts'
import { readCsv } from '../../../db/ingest/readCsv.ts'
import type { ImportReport } from '../../../db/ingest/report.ts'
import { importFile } from '../../../db/ingest/write/importFile.ts'
import { redoBatch } from '../../../db/ingest/write/redo.ts'
import { undoBatch } from '../../../db/ingest/write/undo.ts'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { noRows } from '../../../electron/shared/contract/unreadReport.ts'
import { openSmallTestWriter, openTestReader, temporaryFolder } from '../support/store.ts'
import { fileOf, readFile } from './support.ts'

interface Row {
  readonly indicator: string
  readonly partner: string
  readonly period: string
  /** hundredths, so that every figure has a short decimal form */
  readonly value: number
  readonly status: string
  readonly source: string
  readonly note: string
}

const cells = ['indicator', 'reporter', 'partner', 'period', 'value', 'unit', 'status', 'source', 'note'] as const
const row: fc.Arbitrary<Row> = fc.record({
  indicator: fc.constantFrom('trade.turnover_usd_m', 'fdi.stock_inward_usd_m'),
  partner: fc.constantFrom('RUS', 'CHN', 'DEU', 'TUR', 'WLD', 'EU27'),
  period: fc.constantFrom('2021', '2022', '2022-Q1', '2022-05', '2022-S2', '2022-05-17', '2018/2020'),
  value: fc.nat({ max: 10 ** 9 }),
  status: fc.constantFrom('A', 'E', 'P', 'B'),
  source: fc.constantFrom('property-one', 'property two; with marks'),
  note: fc.constantFrom(
    '',
    'plain',
    'with "quotes", and; marks',
    "=SUM(A1)'s twin",
    'Қазақша ескерту',
    'two\nlines',
    'a\ttab,  two blanks',
    '-1 %',
  ),
})
const keyOf = ({ indicator, partner, period, source }: Row): string => [indicator, partner, period, source].join(' ')
/** Rows of different cells. */
const rows = (most: number): fc.Arbitrary<Row[]> => fc.uniqueArray(row, { selector: keyOf, minLength: 1, maxLength: most })

interface Dialect {
  readonly delimiter: string
  readonly end: string
  readonly decimal: string
  readonly mark: string
  readonly quoted: boolean
  readonly encoding: 'utf8' | 'utf16le'
}
const dialect: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  decimal: fc.constantFrom('.', ','),
  mark: fc.constantFrom('', '\ufeff'),
  quoted: fc.boolean(),
  encoding: fc.constantFrom('utf8', 'utf16le'),
})
const plain: Dialect = { delimiter: ',', end: '\n', decimal: '.', mark: '', quoted: false, encoding: 'utf8' }

function tableOf(list: readonly Row[], { delimiter, end, decimal, mark, quoted, encoding }: Dialect = plain): Buffer {
  const cell = (text: string): string =>
    quoted || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
  const lines = list.map(({ indicator, partner, period, value, status, source, note }) => [
    ...[indicator, 'KAZ', partner, period, (value / 100).toFixed(2).replace('.', decimal), 'USD_M', status, source, note],
  ])
  const text = mark + [[...cells], ...lines].map((line) => line.map(cell).join(delimiter) + end).join('')
  return Buffer.from(text, encoding)
}

/** What was found, without the lines on which it stood. */
const withoutLines = (figures: readonly string[]): readonly string[] => figures.map((text) => text.replace(/^\d+: /, '')).sort()

const reader = openTestReader()
const store = openSmallTestWriter()
afterAll(() => {
  reader.close()
  store.close()
})

let hour = 0
const request = (path: string) => ({
  ...{
    store: store.file,
    descriptor: openSync(path, 'r'),
    name: 'property.csv',
    options: {},
    profile: null,
    note: '',
    by: 'tester',
  },
  ...{
    spool: tmpdir(),
    now: `2026-11-24T${String(hour++ % 24).padStart(2, '0')}:00:00.000Z`,
    tell: () => {},
    cancelled: () => false,
  },
})

function write(bytes: Buffer | string): ImportReport {
  const asked = request(typeof bytes === 'string' ? bytes : fileOf(bytes))
  try {
    return importFile(store, asked)
  } finally {
    closeSync(asked.descriptor)
  }
}

const undo = (batch: number | null, cascade = false) => undoBatch(store, batch ?? 0, cascade, '2026-11-24T12:00:00.000Z')

const bundled = (store.raw.prepare('SELECT max(id) FROM batch').pluck().get() as number | undefined) ?? 0
/** Every table that an import writes to, but for the list of batches itself; of what came with the program its sums are enough. */
const dump = (): string =>
  [
    'SELECT * FROM source ORDER BY id',
    'SELECT * FROM note ORDER BY id',
    'SELECT * FROM series ORDER BY id',
    'SELECT * FROM period_summary ORDER BY 1, 2',
    `SELECT * FROM observation WHERE batch > ${bundled} ORDER BY id`,
    `SELECT count(*), sum(id % 1000003), total(value), sum(batch), sum(line) FROM observation WHERE batch <= ${bundled}`,
    'SELECT * FROM revision ORDER BY id, replaced_by',
  ]
    .map((sql) => JSON.stringify(store.raw.prepare(sql).all()))
    .join('\n')

/** Notes of those rows of an exported table that this list brought, as a spreadsheet would show them. */
function notesOf(bytes: Buffer, list: readonly Row[]): readonly string[] {
  const [head, ...records] = readCsv(bytes, ',').map(({ fields }) => fields)
  const column = (...names: readonly string[]): number => head?.findIndex((name) => names.includes(name.toLowerCase())) ?? -1
  const [note, source] = [column('note'), column('source')]
  const sources = new Set(list.map((one) => one.source))
  return records
    .filter((fields) => sources.has(fields[source] ?? ''))
    .map((fields) => (fields[note] ?? '').replace(/^'(?=[=+\-@\t])/, ''))
    .sort()
}

const settings = (seed: number, numRuns: number) => ({ seed, numRuns, endOnFailure: true })

describe('every file', () => {
  it('says the same in any dialect: delimiter, quotes, line ends, decimal mark, encoding', async () => {
    await fc.assert(
      fc.asyncProperty(rows(30), dialect, async (list, form) => {
        const [one, other] = [await readFile(reader, fileOf(tableOf(list))), await readFile(reader, fileOf(tableOf(list, form)))]
        expect(other.finding.rows).toEqual(one.finding.rows)
        expect(withoutLines(other.figures)).toEqual(withoutLines(one.figures))
        expect(one.finding.rows.new + one.finding.rows.aggregates).toBe(list.length)
      }),
      settings(11, 25),
    )
  })

  it('says the same in any order of rows, repetitions and contradictions included', async () => {
    const shuffled = fc
      .array(row, { minLength: 2, maxLength: 40 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })))
    await fc.assert(
      fc.asyncProperty(shuffled, async ([list, turned]) => {
        const [one, other] = [await readFile(reader, fileOf(tableOf(list))), await readFile(reader, fileOf(tableOf(turned)))]
        expect(other.finding.rows).toEqual(one.finding.rows)
        expect(withoutLines(other.figures)).toEqual(withoutLines(one.figures))
        const { read, unchanged, aggregates, rejected, revised } = one.finding.rows
        expect(read).toBe(list.length)
        expect(one.finding.rows.new + revised + unchanged + aggregates + rejected).toBe(read)
      }),
      settings(12, 25),
    )
  })

  it('loses no record in silence, whatever is cut out of it or put into it', async () => {
    const damage = fc.record({
      at: fc.nat({ max: 4000 }),
      cut: fc.nat({ max: 40 }),
      put: fc.constantFrom('', '"', '\n', ',', '\0', '\ufffd', ';;', '#'),
    })
    await fc.assert(
      fc.asyncProperty(rows(20), damage, async (list, { at, cut, put }) => {
        const whole = tableOf(list).toString('utf8')
        const place = at % whole.length
        const { finding } = await readFile(reader, fileOf(whole.slice(0, place) + put + whole.slice(place + cut)))
        const { read, revised, unchanged, aggregates, rejected } = finding.rows
        if (finding.outcome === 'refused') {
          expect(finding.rows).toEqual(noRows)
          expect(finding.message).not.toBe('')
        } else expect(finding.rows.new + revised + unchanged + aggregates + rejected).toBe(read)
      }),
      settings(13, 60),
    )
  })
})

describe('an import', () => {
  it('changes nothing when what was exported comes back', async () => {
    await fc.assert(
      fc.asyncProperty(rows(25), async (list) => {
        const { batch } = write(tableOf(list))
        const spool = temporaryFolder()
        for (const format of ['csv', 'sdmx-csv'] as const) {
          const order = {
            format,
            indicators: ['trade.turnover_usd_m', 'fdi.stock_inward_usd_m'],
            spool,
            today: '2026-11-24',
            version: '0',
          }
          const { token, name, rows: exported } = await exportData(store.db, order)
          const bytes = readFileSync(join(spool, token, name))
          expect(notesOf(bytes, list)).toEqual(list.map(({ note }) => note).sort())
          const { finding, figures } = await readFile(store, join(spool, token, name))
          expect(figures).toEqual([])
          expect(finding.rows).toMatchObject({ read: exported, new: 0, revised: 0, rejected: 0 })
        }
        undo(batch)
      }),
      settings(14, 2),
    )
  })

  it('is taken back to the byte, alone or with what rests on it, and done again as it was', async () => {
    await fc.assert(
      fc.asyncProperty(rows(15), rows(15), async (first, second) => {
        const empty = dump()
        const one = write(tableOf(first))
        const between = dump()
        const two = write(tableOf(second))
        const after = dump().replaceAll(`"batch":${two.batch},`, '"batch":0,')
        expect(undo(two.batch).cascaded).toEqual([])
        expect(dump()).toBe(between)
        const asked = request(fileOf('-'))
        const again = await redoBatch(store, { ...asked, batch: two.batch ?? 0 })
        closeSync(asked.descriptor)
        const written = (text: string, batch: number | null): string =>
          text.replaceAll(`"batch":${batch},`, '"batch":0,').replaceAll(`"replaced_by":${batch},`, '"replaced_by":0,')
        expect(written(dump(), again.batch)).toBe(written(after, two.batch))
        if (again.revisions.length === 0) {
          undo(one.batch)
          undo(again.batch)
        } else {
          const refused = (): unknown => undo(one.batch)
          expect(refused).toThrow(CallError)
          expect(refused).toThrow(`batch ${again.batch}`)
          expect(undo(one.batch, true).cascaded).toEqual([again.batch])
        }
        expect(dump()).toBe(empty)
      }),
      settings(15, 3),
    )
  })
})
