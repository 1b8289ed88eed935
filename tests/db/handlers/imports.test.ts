// The import as the page asks for it: questions, the review page by page, decisions, rejected lines, mappings, and what a batch moved.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Connection, openReader } from '../../../db/worker/connection.ts'
import { findOutput } from '../../../electron/host/spool.ts'
import { accessOf, type RequestOf, type ResponseOf } from '../../../electron/shared/contract/channels.ts'
import { decodePeriod, type PeriodCode } from '../../../electron/shared/domain/period.ts'
import { ask as askOn, chosenFile, openTestWriter, type ThreadChannel, workerOptions } from '../support/store.ts'

let store: ReturnType<typeof openTestWriter>
let reader: Connection
let spool: string
const files = new Map<string, string>()
const openStore = (): void => {
  store = openTestWriter()
  reader = openReader(store.file)
  spool = mkdtempSync(join(tmpdir(), 'multivector-imports-'))
}
const closeStore = (): void => {
  reader.close()
  store.close()
}

/** Asks the connection that a thread with this access has, with the chosen files at hand. */
const ask = <C extends ThreadChannel>(name: C, request: RequestOf<C>): Promise<ResponseOf<C>> =>
  askOn(accessOf(name) === 'read' ? reader : store, name, request, {
    options: workerOptions(store.file, { spool }),
    now: () => '2026-11-24T12:00:00.000Z',
    file: (token) => chosenFile(token, files.get(token) ?? '', 'update.csv'),
  })

/** A chosen file, by its token. */
function fileOf(text: string): string {
  const token = `token-${String(files.size).padStart(16, '0')}`
  const path = join(spool, token)
  writeFileSync(path, text)
  files.set(token, path)
  return token
}

const saved = (token: string): string => readFileSync(findOutput(spool, token).path, 'utf8')

const header = 'indicator,reporter,partner,period,value,unit,source,note\n'
const row = (partner: string, period: number | string, value: number | string, source = 'review-test'): string =>
  `trade.imports_usd_m,KAZ,${partner},${period},${value},USD_M,${source},\n`
const first = header + row('RUS', 2001, 100) + row('RUS', 2002, 110) + row('CHN', 2001, 50)
const review = { review: true, job: 'one' } as const
const page = { job: 'one', group: 'revised', query: '', order: 'change', descending: true, offset: 0, limit: 100 } as const

describe('the review of a file', () => {
  beforeAll(openStore)
  afterAll(closeStore)
  it('puts each figure of the file into one group, and counts what the store has beside it', async () => {
    await ask('csv.import', { file: fileOf(first) })
    const second = header + row('RUS', 2001, 100) + row('RUS', 2002, 121) + row('RUS', 2003, 250_000) + row('KGZ', 2001, 5)
    const { review: found, revisions } = await ask('csv.preview', { file: fileOf(second), ...review })
    expect(found?.counts).toEqual({ held: 1, revised: 1, new: 1, older: 0, unchanged: 1, kept: 0 })
    expect(revisions).toEqual([])
    const revised = await ask('csv.differences', page)
    expect(revised.rows).toMatchObject([
      { partner: 'RUS', period: '2002', from: 110, to: 121, change: 10, line: 3, vintage: '2026-11-24' },
    ])
    const held = await ask('csv.differences', { ...page, group: 'held' })
    expect(held.rows).toMatchObject([{ period: '2003', from: null, to: 250_000, beside: 121, jump: true, line: 4 }])
  })
  it('keeps figures of a touched series that the file does not have, and says so', async () => {
    await ask('csv.import', { file: fileOf(first) })
    const { review: found } = await ask('csv.preview', { file: fileOf(header + row('RUS', 2001, 101)), ...review })
    expect(found?.counts).toMatchObject({ revised: 1, kept: 1 })
    expect((await ask('csv.differences', { ...page, group: 'kept' })).rows).toMatchObject([
      { period: '2002', from: 110, to: null },
    ])
  })
  it('holds a total that its partners do not add up to, with their sum beside it', async () => {
    const text = header + row('RUS', 2001, 100, 'sums') + row('CHN', 2001, 50, 'sums') + row('WLD', 2001, 900, 'sums')
    const { review: found } = await ask('csv.preview', { file: fileOf(text), ...review })
    expect(found?.counts).toMatchObject({ held: 1, new: 2 })
    const { rows } = await ask('csv.differences', { ...page, group: 'held' })
    expect(rows).toMatchObject([{ partner: 'WLD', to: 900, beside: 150, wrongTotal: true, jump: false, aggregate: true }])
  })
  it('holds a figure of a new source that is a thousand times what another source says', async () => {
    await ask('csv.import', { file: fileOf(first) })
    const text = header + row('RUS', 2002, 9_000_000, 'another-test')
    const { review: found } = await ask('csv.preview', { file: fileOf(text), ...review })
    expect(found?.counts).toMatchObject({ held: 1, new: 0 })
    expect((await ask('csv.differences', { ...page, group: 'held' })).rows).toMatchObject([{ jump: true, otherSource: true }])
  })
  it('filters by names in any language and sorts a page from the thread', async () => {
    const line = (i: number): string => row('RUS', 1980 + i, 1000 - i, 'sorting-test')
    const text = header + Array.from({ length: 30 }, (_, i) => line(i)).join('') + row('CHN', 1999, 7, 'sorting-test')
    await ask('csv.preview', { file: fileOf(text), ...review })
    const all = await ask('csv.differences', { ...page, group: 'new', order: 'value', descending: false, limit: 2 })
    expect([all.total, all.rows.map(({ to }) => to)]).toEqual([31, [7, 971]])
    const some = await ask('csv.differences', { ...page, group: 'new', query: 'қытай 1999' })
    expect(some.rows.map(({ partner, period }) => `${partner} ${period}`)).toEqual(['CHN 1999'])
    const last = await ask('csv.differences', { ...page, group: 'new', order: 'line', descending: false, offset: 30 })
    expect(last.rows).toHaveLength(1)
  })
  it('draws what moves for a reporter, and how large the revisions are', async () => {
    const lines = [1, 2, 3, 4].map((i) => row('RUS', 2000 + i, 100 * i, 'moving-test'))
    await ask('csv.import', { file: fileOf(header + lines.join('')) })
    const text =
      header + [1, 2, 3].map((i) => row('RUS', 2000 + i, 101 * i, 'moving-test')).join('') + row('RUS', 2005, 505, 'moving-test')
    await ask('csv.preview', { file: fileOf(text), ...review })
    const { spread, lines: moved } = await ask('csv.movement', { job: 'one', reporter: 'KAZ' })
    expect(spread).toMatchObject({ count: 3, beyond: 0 })
    expect(spread?.median).toBeCloseTo(1, 9)
    expect(moved[0]?.points.map(({ period, stored, inFile }) => [period, stored, inFile])).toEqual([
      ['2001', 100, 101],
      ['2002', 200, 202],
      ['2003', 300, 303],
      ['2004', 400, null],
      ['2005', null, 505],
    ])
    expect((await ask('csv.movement', { job: 'one', reporter: 'UZB' })).lines).toEqual([])
  })
  it('draws no line through a year and the months of it', async () => {
    const text =
      header +
      row('RUS', 2001, 100, 'mixed-test') +
      ['01', '02', '03'].map((month) => row('RUS', `2001-${month}`, 8, 'mixed-test')).join('')
    await ask('csv.preview', { file: fileOf(text), ...review })
    const [line] = (await ask('csv.movement', { job: 'one', reporter: 'KAZ' })).lines
    expect(line?.figures).toBe(4)
    expect(line?.points.map(({ period }) => period)).toEqual(['2001-01', '2001-02', '2001-03'])
  })
  it('is gone once it is forgotten', async () => {
    await ask('csv.preview', { file: fileOf(first), ...review })
    await ask('csv.forget', { job: 'one' })
    await expect(ask('csv.differences', page)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('decisions', () => {
  beforeEach(openStore)
  afterEach(closeStore)
  const second = header + row('RUS', 2001, 100) + row('RUS', 2002, 121) + row('RUS', 2003, 250_000) + row('KGZ', 2001, 5)
  const values = (): unknown =>
    store.raw
      .prepare(
        `SELECT p.code || ' ' || o.value FROM observation o JOIN series s ON s.id = o.id >> 30 JOIN area p ON p.id = s.partner
         JOIN source c ON c.id = s.source WHERE c.code = 'review-test' ORDER BY 1`,
      )
      .pluck()
      .all()
  it('leave out what the reader leaves out, count it, and are kept with the batch', async () => {
    await ask('csv.import', { file: fileOf(first) })
    const report = await ask('csv.import', { file: fileOf(second), decisions: { held: 'leave', revised: 'leave' } })
    expect(report.rows).toEqual({ read: 4, new: 1, revised: 0, unchanged: 1, aggregates: 0, rejected: 0, leftOut: 2 })
    expect(values()).toEqual(['CHN 50.0', 'KGZ 5.0', 'RUS 100.0', 'RUS 110.0'])
    const detail = await ask('batches.get', { batch: report.batch ?? 0 })
    expect(detail.decisions).toMatchObject({ held: 'leave', revised: 'leave', new: 'take' })
  })
  it('take only what answers to words, and single held figures otherwise than their group', async () => {
    await ask('csv.import', { file: fileOf(first) })
    const except = [{ line: 4, indicator: 'trade.imports_usd_m', partner: 'RUS', period: '2003' }]
    const report = await ask('csv.import', {
      file: fileOf(second),
      decisions: { held: 'leave', except, new: { only: 'mongolia' } },
    })
    expect(report.rows).toMatchObject({ new: 1, revised: 1, leftOut: 1 })
    expect(values()).toEqual(['CHN 50.0', 'RUS 100.0', 'RUS 121.0', 'RUS 250000.0'])
  })
  it('are repeated by a redo, and leave a wrong total out', async () => {
    const text = header + row('RUS', 2001, 100) + row('CHN', 2001, 50) + row('WLD', 2001, 900)
    const { batch } = await ask('csv.import', { file: fileOf(text), decisions: { held: 'leave' } })
    expect(values()).toEqual(['CHN 50.0', 'RUS 100.0'])
    await ask('batches.undo', { batch: batch ?? 0 })
    const again = await ask('batches.redo', { batch: batch ?? 0 })
    expect(again.rows).toMatchObject({ new: 2, leftOut: 1 })
    expect(values()).toEqual(['CHN 50.0', 'RUS 100.0'])
  })
})

describe('questions', () => {
  beforeAll(openStore)
  afterAll(closeStore)
  const long = 'indicator;reporter;partner;period;value\n'
  const questions = async (text: string, options = {}) =>
    (await ask('csv.preview', { file: fileOf(text), options, ...review })).review?.questions
  it('ask for the decimal mark with what each answer would make of an example', async () => {
    const text = `${long}trade.imports_usd_m;KAZ;RUS;2001;1,234\n`
    expect(await questions(text)).toMatchObject([
      {
        kind: 'decimal',
        needed: true,
        figures: 1,
        examples: [
          {
            line: 2,
            found: '1,234',
            readings: [
              { answer: '.', reading: '1234' },
              { answer: ',', reading: '1.234' },
            ],
          },
        ],
      },
    ])
    const answered = await ask('csv.preview', { file: fileOf(text), options: { decimal: ',' }, ...review })
    expect(answered.rows).toMatchObject({ new: 1, rejected: 0 })
  })
  it('ask for the order of day and month, and read on with the answer', async () => {
    const text = 'indicator,reporter,partner,period,value,unit\ntrade.imports_usd_m,KAZ,RUS,03/04/2024,5,USD_M\n'
    expect(await questions(text)).toMatchObject([
      { kind: 'day-order', examples: [{ readings: [{ reading: '2024-04-03' }, { reading: '2024-03-04' }] }] },
    ])
    const found = await ask('csv.preview', { file: fileOf(text), options: { dayOrder: 'month-day' }, ...review })
    expect((await ask('csv.differences', { ...page, group: 'new' })).rows.map(({ period }) => period)).toEqual(['2024-03-04'])
    expect(found.rows.rejected).toBe(0)
  })
  it('ask which area an ambiguous name means, and take any name that the reader explains', async () => {
    const text = `${header}${row('Congo', 2001, 5)}${row('Nowhere land', 2001, 6)}`
    const asked = await questions(text)
    expect(asked?.map(({ kind, needed, candidates }) => [kind, needed, [...candidates].sort()])).toEqual([
      ['area', true, ['COD', 'COG']],
      ['area', false, []],
    ])
    const options = { areas: { Congo: 'COD', 'Nowhere land': 'MNG' } }
    const answered = await ask('csv.preview', { file: fileOf(text), options, ...review })
    expect(answered.rows).toMatchObject({ new: 2, rejected: 0 })
  })
  it('ask for the unit where nothing says it, and take the indicators own when that is right', async () => {
    const text = 'indicator,reporter,partner,period,value\ntrade.imports_usd_m,KAZ,RUS,2001,5\n'
    expect(await questions(text)).toMatchObject([{ kind: 'unit', needed: false }])
    expect(await questions(text, { unit: 'USD_K' })).toEqual([])
  })
  it('say what one answer would make a refused file readable', async () => {
    const { review: found, outcome } = await ask('csv.preview', {
      file: fileOf('Country;2001;2002\nKazakhstan;1,5;2,5\n'),
      ...review,
    })
    expect(outcome).toBe('refused')
    expect(found?.questions).toMatchObject([{ kind: 'indicator', needed: true }])
  })
  it('ask the same of names in the headings, and save the lines that wait', async () => {
    const file = fileOf('Year,Russia,Congo,Nowhere land\n2001,5,6,7\n2002,8,,9\n')
    const options = { indicator: 'trade.imports_usd_m', reporter: 'KAZ', unit: 'USD_M' }
    const asked = await ask('csv.preview', { file, options, ...review })
    expect(asked.rows).toMatchObject({ new: 2, rejected: 3 })
    expect(asked.review?.questions.map(({ kind, figures }) => [kind, figures])).toEqual([
      ['area', 2],
      ['area', 1],
    ])
    const { token, records } = await ask('csv.rejected', { file, options, job: 'one' })
    expect(records).toBe(2)
    expect(saved(token)).toContain('2001,5,6,7,2,Congo; Nowhere land,ambiguous-area; unknown-area')
    const areas = { Congo: 'COD', 'Nowhere land': 'MNG' }
    const answered = await ask('csv.preview', { file, options: { ...options, areas }, ...review })
    expect(answered.rows).toMatchObject({ new: 5, rejected: 0 })
  })
})

describe('rejected lines', () => {
  beforeAll(openStore)
  afterAll(closeStore)
  it('are saved with headings and reasons, harmless to spreadsheets, and import once mended', async () => {
    const text = `${header}${row('RUS', 2001, 5)}${row('RUS', 'soon', 6)}${row('=cmd()', 2003, 7)}`
    const file = fileOf(text)
    await ask('csv.preview', { file, ...review })
    const { token, name, records } = await ask('csv.rejected', { file, job: 'one' })
    expect([name, records]).toEqual(['update-rejected.csv', 2])
    expect(saved(token)).toBe(
      `\ufeff${header.trim()},rejected_line,rejected_column,rejected_reason,rejected_text\r\n` +
        'trade.imports_usd_m,KAZ,RUS,soon,6,USD_M,review-test,,3,period,bad-period,soon\r\n' +
        "trade.imports_usd_m,KAZ,'=cmd(),2003,7,USD_M,review-test,,4,partner,unknown-area,'=cmd()\r\n",
    )
    const mended = saved(token).replace(',soon,6', ',2002,6').replace("'=cmd(),2003", 'CHN,2003')
    const { rows, warnings } = await ask('csv.preview', { file: fileOf(mended), ...review })
    expect(rows).toMatchObject({ read: 2, new: 2, rejected: 0 })
    expect(warnings.map(({ code }) => code)).not.toContain('columns-not-read')
  })
})

describe('saved mappings', () => {
  beforeAll(openStore)
  afterAll(closeStore)
  const text = 'Что;Кто;У кого;Когда;Сколько\nввоз;Казахстан;Россия;2001;1 234 500,5\nввоз;Казахстан;Китай;2001;х\n'
  const profile = JSON.stringify({
    name: 'Office',
    dialect: { delimiter: ';' },
    schema: {
      fields: [
        { name: 'Что', role: 'indicator', categories: [{ value: 'ввоз', label: 'trade.imports_usd_m' }] },
        { name: 'Кто', role: 'reporter' },
        { name: 'У кого', role: 'partner' },
        { name: 'Когда', role: 'period' },
        { name: 'Сколько', role: 'value', decimalChar: ',', groupChar: ' ' },
      ],
      missingValues: ['х'],
    },
    constants: { unit: 'USD_K', source: 'office-test' },
  })
  it('begin with the first lines as they stand and a guess of the columns', async () => {
    const sample = await ask('csv.sample', { file: fileOf(text) })
    expect(sample).toMatchObject({ delimiter: ';', header: 0, encoding: 'utf-8' })
    expect(sample.columns.map(({ role }) => role)).toEqual([null, 'area', 'partner', 'period', 'value'])
    const none = await ask('csv.sample', { file: fileOf(text.split('\n').slice(1).join('\n')), header: -1 })
    expect(none.columns.map(({ name }) => name)).toEqual(['1', '2', '3', '4', '5'])
  })
  it('read the file, are kept, recognised by the headings next time, and shared as a file', async () => {
    const before = await ask('csv.preview', { file: fileOf(text), ...review })
    expect(before.outcome).toBe('refused')
    await ask('profiles.save', { name: 'Office of Astana', profile })
    const found = await ask('csv.preview', { file: fileOf(text), ...review })
    expect(found).toMatchObject({ outcome: 'accepted', format: 'profile-Office of Astana', rows: { new: 1, rejected: 0 } })
    expect((await ask('csv.differences', { ...page, group: 'new' })).rows).toMatchObject([
      { to: 1234.5005, source: 'office-test' },
    ])
    const { token, name } = await ask('profiles.export', { name: 'Office of Astana', profile })
    expect(name).toBe('Office of Astana.json')
    const read = await ask('profiles.read', { file: fileOf(saved(token)) })
    expect(read.name).toBe('Office of Astana')
    expect((await ask('profiles.list', {})).map((one) => [one.name, one.columns])).toEqual([['Office of Astana', 5]])
    await ask('profiles.remove', { name: 'Office of Astana' })
    await expect(ask('profiles.remove', { name: 'Office of Astana' })).rejects.toMatchObject({ code: 'not-found' })
  })
  it('read tables without headings, and columns whose period or indicator only the reader knows', async () => {
    const wide = JSON.stringify({
      name: 'Bare',
      dialect: { delimiter: ',', header: false },
      schema: {
        fields: [
          { name: '1', role: 'partner' },
          { name: '2', role: 'value', indicator: 'trade.imports_usd_m', period: '2001' },
          { name: '3', role: 'value', indicator: 'trade.exports_usd_m', period: '2002' },
        ],
      },
      constants: { reporter: 'KAZ', unit: 'USD_M' },
    })
    await ask('csv.preview', { file: fileOf('Russia,10,20\nChina,30,40\n'), profile: wide, ...review })
    const { rows } = await ask('csv.differences', { ...page, group: 'new', order: 'line', descending: false })
    expect(rows.map(({ indicator, partner, period, to }) => `${indicator} ${partner} ${period} ${to}`).sort()).toEqual([
      'trade.exports_usd_m CHN 2002 40',
      'trade.exports_usd_m RUS 2002 20',
      'trade.imports_usd_m CHN 2001 30',
      'trade.imports_usd_m RUS 2001 10',
    ])
  })
  it('are refused where their words mean nothing', async () => {
    const wrong = (change: object): string =>
      JSON.stringify({ name: 'x', schema: { fields: [{ name: 'a', role: 'value', ...change }] } })
    for (const [change, says] of [
      [{ role: 'nonsense' }, 'no known "role"'],
      [{ decimalChar: ';' }, 'it is a point or a comma'],
      [{ decimalChar: ',', groupChar: ',' }, 'one sign for both'],
      [{ period: 'soon' }, 'is none'],
      [{ format: '%Y' }, 'neither'],
    ] as const)
      await expect(ask('profiles.save', { name: 'x', profile: wrong(change) })).rejects.toMatchObject({
        code: 'refused',
        message: expect.stringContaining(says),
      })
  })
})

describe('a batch in the history', () => {
  beforeAll(openStore)
  afterAll(closeStore)
  it('gives its raw file back as it was', async () => {
    const { batch } = await ask('csv.import', { file: fileOf(first), note: 'from the ministry' })
    const { token, name } = await ask('batches.file', { batch: batch ?? 0 })
    expect([name, saved(token)]).toEqual(['update.csv', first])
    expect((await ask('batches.list', {}))[0]).toMatchObject({ note: 'from the ministry', file: 'update.csv' })
    await expect(ask('batches.file', { batch: 1 })).rejects.toMatchObject({ code: 'not-found' })
  })
  it('says which figures, readings and verdicts it moved, and nothing once it is undone', async () => {
    const { id, source, value } = store.raw
      .prepare(
        `SELECT o.id & 1073741823 AS id, o.value, c.code AS source FROM observation o JOIN series s ON s.id = o.id >> 30 JOIN indicator i ON i.id = s.indicator
         JOIN area r ON r.id = s.reporter JOIN area p ON p.id = s.partner JOIN source c ON c.id = s.source
         WHERE i.code = 'trade.imports_usd_m' AND r.code = 'KAZ' AND p.code = 'RUS' ORDER BY o.id & 1073741823 DESC LIMIT 1`,
      )
      .get() as { readonly id: number; readonly source: string; readonly value: number }
    const text = header + row('RUS', decodePeriod(id as PeriodCode), 2 * value, source)
    const { batch } = await ask('csv.import', { file: fileOf(text) })
    const effects = await ask('batches.effects', { batch: batch ?? 0 })
    expect(effects.indicators).toEqual([{ indicator: 'trade.imports_usd_m', new: 0, revised: 1 }])
    const moved = effects.channels.find(({ channel, partner }) => channel === 'imports' && partner === 'RUS')
    expect(moved?.before?.value).toBeGreaterThan(20)
    expect(moved?.now?.value).toBeGreaterThan(40)
    const headline = effects.headlines.find(({ reporter, partner }) => reporter === 'KAZ' && partner === 'RUS')
    expect(headline?.before.en).toMatch(/Russia/)
    expect(headline?.now.en).not.toBe(headline?.before.en)
    expect(headline?.now.ru).toMatch(/[а-я]/)
    expect(headline?.now.kk).not.toBe(headline?.now.ru)
    expect(effects.claims.every(({ before, now }) => before !== now)).toBe(true)
    await ask('batches.undo', { batch: batch ?? 0 })
    expect(await ask('batches.effects', { batch: batch ?? 0 })).toEqual({
      headlines: [],
      claims: [],
      channels: [],
      indicators: [],
    })
  })
})
