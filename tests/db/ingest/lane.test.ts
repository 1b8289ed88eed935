// What the short way takes is what the long way would have taken: files of many equal keys and odd records in between are read both ways. A sign
// for comments that no line begins with changes nothing of a file, and every record goes the long way.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Lane } from '../../../db/ingest/records/lane.ts'
import { openTestReader } from '../support/store.ts'
import { fileOf, readFile } from './support.ts'

const LONG_WAY = { commentChar: '~' }
const connection = openTestReader()
const run = vi.spyOn(Lane.prototype, 'run')
const learn = vi.spyOn(Lane.prototype, 'learn')
beforeAll(() => {
  run.mockClear()
})
afterAll(() => {
  connection.close()
  vi.restoreAllMocks()
})

/** Records that the short way took of the last file. */
const taken = (): number => (run.mock.contexts as Lane[]).reduce((most, { records }) => Math.max(most, records), 0)

async function bothWays(
  text: string | Uint8Array,
  options: Parameters<typeof readFile>[2] = {},
  profile: string | null = null,
): Promise<number> {
  const path = fileOf(text)
  run.mockClear()
  const short = await readFile(connection, path, options, profile)
  const took = taken()
  run.mockClear()
  const long = await readFile(connection, path, { ...options, ...LONG_WAY }, profile)
  expect(run.mock.calls.length).toBe(0)
  expect(short).toEqual(long)
  return took
}

const HEADER = ['indicator', 'reporter', 'partner', 'period', 'value', 'unit', 'source', 'status', 'remark']
const usual = <T>(often: readonly T[], seldom: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 60, arbitrary: fc.constantFrom(...often) }, { weight: 1, arbitrary: fc.constantFrom(...seldom) })
/** Few keys, so that they come back. */
const key = usual(
  [
    ['trade.turnover_usd_m', 'KAZ', 'RUS', 'USD_M', 'one', 'A'],
    ['trade.turnover_usd_m', 'KAZ', 'WLD', 'USD_M', 'one', 'A'],
    ['trade.exports_share_pct', 'KAZ', 'DEU', 'PCT', 'two', ''],
    ['fdi.foreign_firms_count', 'UZB', 'EU27', '', 'two', 'E'],
  ],
  [
    ['no.such', 'KAZ', 'RUS', 'USD_M', 'one', 'A'],
    ['trade.turnover_usd_m', '', 'RUS', 'USD_M', 'one', 'A'],
    ['trade.turnover_usd_m', 'KAZ', 'KAZ', 'USD_M', 'one', 'A'],
    ['trade.turnover_usd_m', 'KAZ', 'Congo', 'USD_M', '', 'A'],
    ['trade.turnover_usd_m', 'KAZ', 'CHN', 'USD', 'three', 'P'],
    ['trade.turnover_usd_m', 'UZB', 'Serbia and Montenegro', 'thousand tonnes', 'one', 'x'],
    ['trade.exports_share_pct.ytd', 'KAZ', 'RUS', 'PCT', 'one', 'M'],
  ],
)
const record: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    key,
    usual(['2019', '2020', '2021', '2021-05'], ['2035', '2021*', '2020e', 'January-May 2021', '', 'soon', '2022']),
    usual(
      ['1', '12', '99', '0', '7'],
      [
        '12.5',
        '-3',
        '',
        '..',
        'n/a',
        '1e3',
        '12,5',
        '1 234',
        '0007',
        ' 5',
        '5 ',
        '12345678901234567890',
        '101',
        '5%',
        '+4',
        '3.10',
      ],
    ),
    fc.constantFrom('', 'free', 'text 17', 'a "quoted" word', 'a; b', "it's, so"),
  )
  .map(([[indicator = '', reporter = '', partner = '', unit = '', source = '', status = ''], period, value, remark]) => [
    ...[indicator, reporter, partner, period, value, unit, source, status, remark],
  ])
const line: fc.Arbitrary<string | readonly string[]> = fc.oneof(
  { weight: 60, arbitrary: record },
  { weight: 1, arbitrary: fc.constantFrom('', '   ', '# remark', HEADER.join(';'), 'Note: provisional', 'KAZ;RUS', ';;;;;;;;') },
)
const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  last: fc.boolean(),
  quotes: fc.constantFrom('none', 'texts', 'all', 'spaced'),
})

function textOf(
  lines: readonly (string | readonly string[])[],
  { delimiter, end, last, quotes }: { delimiter: string; end: string; last: boolean; quotes: string },
): string {
  const field = (text: string, column: number): string => {
    const must = text.includes('"') || text.includes(delimiter)
    const may = quotes === 'all' || quotes === 'spaced' || (quotes === 'texts' && column !== 4)
    const quoted = must || may ? `"${text.replaceAll('"', '""')}"` : text
    return quotes === 'spaced' && column % 4 === 1 ? ` ${quoted}` : quoted
  }
  const all = [HEADER, ...lines].map((one) => (typeof one === 'string' ? one : one.map(field).join(delimiter)))
  return all.join(end) + (last ? end : '')
}

describe('the short way', () => {
  it('reads what the long way reads, whatever stands between usual records', async () => {
    let took = 0
    let files = 0
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 40, maxLength: 400 }), dialect, async (lines, how) => {
        took += await bothWays(textOf(lines, how))
        files++
      }),
      { seed: 20261129, numRuns: 40 },
    )
    // the comparison says nothing unless records go the short way
    expect(took / files).toBeGreaterThan(20)
  })

  it('takes nearly every record of a long file, across the pieces it is read in, and keeps lines and figures', async () => {
    const lines: string[][] = []
    for (let period = 1990; period < 2020; period++)
      for (let i = 0; i < 1500; i++)
        lines.push([
          ...['trade.turnover_usd_m', i % 2 === 0 ? 'KAZ' : 'UZB', ['RUS', 'CHN', 'DEU', 'TUR', 'USA'][i % 5] ?? ''],
          ...[String(period), `${i % 997}.${i % 10}`, 'USD_M', `source ${Math.floor(i / 10)}`, '', `remark ${i * period}`],
        ])
    for (const end of ['\n', '\r\n', '\r']) {
      const text = textOf(lines, { delimiter: ',', end, last: true, quotes: 'texts' })
      expect(text.length).toBeGreaterThan(3_000_000)
      expect(await bothWays(text)).toBeGreaterThan(lines.length * 0.95)
    }
  })

  it('reads every fourth fixture whose last rows come back in other years and with other figures', async () => {
    const folder = resolve(import.meta.dirname, '../../fixtures/csv')
    const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, object>
    const [options, profiles] = [json('options.json'), json('profiles.json')]
    let took = 0
    const names = readdirSync(folder).filter((one) => !one.endsWith('.json'))
    for (const name of names.sort().filter((_, i) => i % 4 === 0)) {
      // byte by byte, whatever the encoding
      const text = readFileSync(join(folder, name), 'latin1')
      if (text.startsWith('\x1f') || text.length > 400_000) continue
      const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
      const lines = text.split(end)
      const rows = lines.slice(1).slice(-12)
      const back = rows.flatMap((row) => [row, row.replace(/(?:19|20)\d\d/, '2011'), row.replace(/\d(?=\D*$)/, '7')])
      const profile = name in profiles ? JSON.stringify(profiles[name]) : null
      took += await bothWays(Buffer.from([...lines, ...back].join(end), 'latin1'), options[name], profile)
    }
    expect(took).toBeGreaterThan(100)
  })

  it('leaves bytes that are no text, and files in other encodings, as they would be without it', async () => {
    const rows = ['2019', '2020', '2021'].flatMap((period) =>
      ['Россия', 'Китай', 'Германия'].map((partner) => [
        'trade.turnover_usd_m',
        'KAZ',
        partner,
        period,
        '5,25',
        'USD_M',
        'Бюро',
        '',
        '',
      ]),
    )
    const text = textOf(rows, { delimiter: ';', end: '\r\n', last: true, quotes: 'all' })
    expect(await bothWays(text, { decimal: ',' })).toBeGreaterThan(2)
    await bothWays(Buffer.from(`\ufeff${text}`, 'utf16le'), { decimal: ',' })
    const broken = Buffer.from(text)
    broken[broken.indexOf('5,25') + 1] = 0xff
    await bothWays(broken, { decimal: ',' })
    expect(learn.mock.calls.length).toBeGreaterThan(0)
  })
})
