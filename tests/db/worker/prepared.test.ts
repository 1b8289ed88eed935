import { describe, expect, it } from 'vitest'
import { undoBatch } from '../../../db/ingest/write/undo.ts'
import { keptStatements, prepared } from '../../../db/worker/prepared.ts'
import { clock, first, header, row, second, write } from '../ingest/writing.ts'
import { openTestWriter } from '../support/store.ts'

describe('statements kept with a connection', () => {
  it('serve every import, revision and undo after the first ones: nothing is prepared anew', () => {
    const store = openTestWriter()
    const older = header + row(2001, 9, 'older') + row(2004, 41)
    const round = (): void => {
      const batches = [write(store, first), write(store, second), write(store, older, { vintage: '2025-06-30' })].map(
        ({ batch }) => batch ?? 0,
      )
      expect(undoBatch(store, batches[1] ?? 0, true, clock()).cascaded).toEqual([])
      for (const batch of [batches[2], batches[0]]) undoBatch(store, batch ?? 0, true, clock())
    }
    round()
    const texts: string[] = []
    const { prepare, pragma } = store.raw
    store.raw.prepare = ((sql: string) => {
      texts.push(sql)
      return prepare.call(store.raw, sql)
    }) as typeof prepare
    store.raw.pragma = ((text: string) => {
      texts.push(`PRAGMA ${text}`)
      return pragma.call(store.raw, text)
    }) as typeof pragma
    round()
    expect(texts).toEqual([])
    store.close()
  })

  it('are one for each text and shape of the rows', () => {
    const store = openTestWriter()
    const sql = 'SELECT 1 AS one, 2 AS two'
    expect(prepared(store.raw, sql).get()).toEqual({ one: 1, two: 2 })
    expect(prepared(store.raw, sql, 'values').get()).toBe(1)
    expect(prepared(store.raw, sql, 'lists').get()).toEqual([1, 2])
    expect(prepared(store.raw, sql, 'lists')).toBe(prepared(store.raw, sql, 'lists'))
    store.close()
  })

  it('are few, however many texts there were', () => {
    const store = openTestWriter()
    for (let i = 0; i < 1_000; i++) expect(prepared(store.raw, `SELECT ${i}`, 'values').get()).toBe(i)
    expect(keptStatements(store.raw)).toBe(512)
    store.close()
  })
})
