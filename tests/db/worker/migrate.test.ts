import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { openWriter } from '../../../db/worker/connection.ts'
import { migrate, readSteps } from '../../../db/worker/migrate.ts'
import { openTestReader, temporaryFolder } from '../support/store.ts'

const folder = resolve(import.meta.dirname, '../../../db/schema')
const steps = readSteps(folder)
const newFile = (): string => join(temporaryFolder(), 'new.sqlite')

describe('migrations', () => {
  it('bring an empty file to the newest form, once', () => {
    const { db, close } = openWriter(newFile())
    expect(migrate(db, steps)).toEqual(steps.map((step) => step.number))
    expect(migrate(db, steps)).toEqual([])
    close()
  })

  it('are all or nothing: a step that fails leaves the file as it was', () => {
    const { db, raw, close } = openWriter(newFile())
    const broken = { number: 9990, name: '9990-broken.sql', sql: 'CREATE TABLE extra (a); SELECT nonsense;', sha256: 'x' }
    expect(() => migrate(db, [...steps, broken])).toThrow(/nonsense/)
    expect(raw.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).toEqual({ n: 0 })
    expect(raw.pragma('user_version', { simple: true })).toBe(0)
    close()
  })

  it('refuse a store of a newer version and leave it untouched', () => {
    const file = newFile()
    const { db, raw, close } = openWriter(file)
    migrate(db, steps)
    raw.pragma('user_version = 9999')
    raw.pragma('wal_checkpoint(TRUNCATE)')
    const before = readFileSync(file)
    expect(() => migrate(db, steps)).toThrow(expect.objectContaining({ code: 'store-newer' }))
    expect(readFileSync(file).equals(before)).toBe(true)
    close()
  })

  it('refuse a database of another program', () => {
    const { db, raw, close } = openWriter(newFile())
    raw.exec('CREATE TABLE theirs (a)')
    expect(() => migrate(db, steps)).toThrow(expect.objectContaining({ code: 'store-damaged' }))
    close()
  })

  it('refuse a store built by a step that reads otherwise now', () => {
    const { db, close } = openWriter(newFile())
    migrate(db, steps)
    const changed = steps.map((step, i) => (i === 0 ? { ...step, sha256: 'other' } : step))
    expect(() => migrate(db, changed)).toThrow(expect.objectContaining({ code: 'store-damaged' }))
    close()
  })
})

describe('the data dictionary', () => {
  const dictionary = parse(readFileSync(join(folder, 'dictionary.yml'), 'utf8')) as Record<string, Record<string, string>>

  it('says a sentence about every column of the schema, and of no other', () => {
    const { raw, close } = openTestReader()
    const columns = raw
      .prepare(
        `SELECT t.name AS tbl, c.name AS col FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
         WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1, c.cid`,
      )
      .all() as { tbl: string; col: string }[]
    close()
    const schema = columns.map(({ tbl, col }) => `${tbl}.${col}`).sort()
    const described = Object.entries(dictionary)
      .flatMap(([tbl, of]) => Object.keys(of).map((col) => `${tbl}.${col}`))
      .sort()
    expect(described).toEqual(schema)
  })

  it('writes whole sentences', () => {
    for (const [table, columns] of Object.entries(dictionary)) {
      for (const [column, text] of Object.entries(columns)) expect(text, `${table}.${column}`).toMatch(/^[A-Z0-9].{8,}\.$/s)
    }
  })
})
