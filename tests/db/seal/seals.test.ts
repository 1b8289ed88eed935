// Every way of writing keeps the seals: what a user does is never taken for damage, and what nobody wrote always is.
import { closeSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from '../../../db/ingest/write/importFile.ts'
import { redoBatch } from '../../../db/ingest/write/redo.ts'
import { undoBatch } from '../../../db/ingest/write/undo.ts'
import { problemsOf } from '../../../db/seal/check.ts'
import { contentOf } from '../../../db/seal/seals.ts'
import { unwatchTables } from '../../../db/seal/tables.ts'
import { fileOf } from '../ingest/support.ts'
import { ask, openTestWriter } from '../support/store.ts'

const now = '2026-11-27T12:00:00.000Z'
const header = 'indicator,reporter,partner,period,value,unit,source,note\n'
const row = (period: number, value: number | string, note = ''): string =>
  `trade.imports_usd_m,KAZ,RUS,${period},${value},USD_M,seal-test,${note}\n`

const store = openTestWriter()
const job = {
  store: store.file,
  options: {},
  profile: null,
  note: '',
  by: '',
  spool: tmpdir(),
  now,
  tell: () => {},
  cancelled: () => false,
}

function write(text: string): number {
  const descriptor = openSync(fileOf(text), 'r')
  try {
    return importFile(store, { ...job, descriptor, name: 'file.csv' }).batch ?? 0
  } finally {
    closeSync(descriptor)
  }
}
const problems = (): readonly string[] => problemsOf(store.raw).map(({ message }) => message)

beforeAll(() => {
  expect(problems()).toEqual([])
})
afterAll(() => store.close())

describe('seals hold', () => {
  it('through imports, revisions, undo in a chain and redo, and end where they began', async () => {
    const before = contentOf(store.raw)
    const one = write(header + row(2001, 10, 'a note') + row(2002, 20) + row(2003, 30))
    expect(problems()).toEqual([])
    const two = write(header + row(2002, 21, 'revised') + row(2004, 40) + row(2003, 'n/a'))
    expect(problems()).toEqual([])
    const three = write(header + row(2002, 22.5))
    expect(problems()).toEqual([])
    undoBatch(store, three, false, now)
    expect(problems()).toEqual([])
    undoBatch(store, one, true, now)
    expect(problems()).toEqual([])
    const without = (text: string): string => text.replace(/^table batch .*$/m, '')
    expect(without(contentOf(store.raw))).toBe(without(before))
    const again = (await redoBatch(store, { ...job, batch: two })).batch ?? 0
    expect(problems()).toEqual([])
    undoBatch(store, again, false, now)
  })

  it('through everything the user writes beside figures', async () => {
    const { id } = await ask(store, 'events.save', {
      id: null,
      date: '2026-11-01',
      title: 'An event',
      description: '',
      category: 'trade',
      partners: ['RUS'],
      source: 'a test',
      reporter: 'KAZ',
    })
    await ask(store, 'settings.set', { language: 'kk' })
    await ask(store, 'claims.remember', {})
    await ask(store, 'indicators.define', { csv: 'code,name,unit,partner\ntrade.test_usd_m,Test,USD_M,WLD\n' })
    expect(problems()).toEqual([])
    await ask(store, 'events.remove', { id })
    expect(problems()).toEqual([])
  })

  it('through a row that INSERT OR REPLACE pushes out, and through what is taken back', () => {
    store.raw.exec(`INSERT OR REPLACE INTO setting VALUES ('x', '1'); INSERT OR REPLACE INTO setting VALUES ('x', '2');
      BEGIN; DELETE FROM setting; SAVEPOINT a; INSERT INTO setting VALUES ('y', '3'); ROLLBACK TO a; COMMIT`)
    expect(problems()).toEqual([])
    store.raw.exec('BEGIN; DELETE FROM event; UPDATE series SET partner = partner + 1 WHERE id < 10; ROLLBACK')
    expect(problems()).toEqual([])
  })
})

describe('seals break', () => {
  it.each([
    [
      'a changed figure',
      'UPDATE observation SET value = value * 10 WHERE id = (SELECT min(id) FROM observation)',
      'The figures of batch 1 have',
    ],
    ['a lost figure', 'DELETE FROM observation WHERE id = (SELECT max(id) FROM observation)', 'rows;'],
    [
      'two figures that changed places',
      'UPDATE observation SET line = 5 - line WHERE batch = 1 AND line IN (2, 3)',
      'The figures of batch 1 have',
    ],
    ['an index that nobody made', 'CREATE INDEX stray ON observation (line)', 'The definitions of tables have'],
    ['a seal that was changed', "UPDATE seal SET content = content + 1 WHERE name = 'table unit'", 'The table unit has'],
    ['a seal that is gone', "DELETE FROM seal WHERE name = 'table unit'", 'There is no seal for the table unit'],
  ])('over %s', (_name, sql, words) => {
    const damaged = openTestWriter()
    damaged.raw.exec(sql)
    expect(
      problemsOf(damaged.raw)
        .map(({ message }) => message)
        .join(' '),
    ).toContain(words)
    damaged.close()
  })

  it('over a change by another program, which knows nothing of seals', () => {
    unwatchTables(store.raw)
    store.raw.exec("UPDATE unit SET factor = factor * 2 WHERE code = 'USD_M'")
    expect(problems()).toEqual(['The table unit has the right number of rows and other contents than were written.'])
    store.raw.exec("UPDATE unit SET factor = factor / 2 WHERE code = 'USD_M'")
    expect(problems()).toEqual([])
  })
})
