// Figures written into an annex and copied stand in the store as if they had been written there.
import { closeSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { Annex } from '../../../db/ingest/annex.ts'
import { emptyRows, PLAIN_DECIMALS, packExtra } from '../../../db/ingest/runs.ts'
import { importFile } from '../../../db/ingest/write/importFile.ts'
import { problemsOf } from '../../../db/seal/check.ts'
import { openSmallTestWriter, openTestWriter, temporaryFolder } from '../support/store.ts'
import { fileOf } from './support.ts'
import { requestOf } from './writing.ts'

const COPY = 'INSERT INTO main.observation SELECT * FROM annex.observation'
const TABLE = "SELECT sql FROM sqlite_schema WHERE name = 'observation'"

describe('an annex', () => {
  it('gives its figures to a store as they lie there, without writing them row by row', () => {
    const { raw, close } = openTestWriter()
    const path = join(temporaryFolder(), 'annex.sqlite')
    const rows = emptyRows(700)
    const first = (raw.prepare('SELECT max(id) FROM series').pluck().get() as number) + 1
    for (let i = 0; i < rows.length; i++) {
      rows.ids[i] = (first + Math.floor(i / 30)) * 2 ** 30 + (i % 30) * 16_384
      rows.values[i] = i / 8
      rows.lines[i] = i + 2
      rows.extras[i] = i < 600 ? packExtra(0, PLAIN_DECIMALS, 0) : packExtra(0, 2, 1)
    }
    const annex = new Annex(path, raw.prepare(TABLE).pluck().get() as string, 1)
    annex.add(rows)
    annex.close(true)
    raw.pragma('foreign_keys = OFF')
    raw.prepare('ATTACH ? AS annex').run(path)
    const steps = raw.prepare(`EXPLAIN ${COPY}`).all() as { readonly opcode: string }[]
    expect(steps.map(({ opcode }) => opcode)).not.toContain('MakeRecord')
    raw.exec(COPY)
    const columns = 'id, value, status, decimals, batch, line, note'
    const copied = raw.prepare(`SELECT ${columns} FROM main.observation WHERE id >= ? ORDER BY id`).raw()
    expect(copied.all(first * 2 ** 30)).toEqual(
      Array.from({ length: rows.length }, (_, i) => [
        ...[rows.ids[i], i / 8, i < 600 ? 'A' : expect.stringMatching(/^[B-Z]$/), i < 600 ? null : 2, 1, i + 2, null],
      ]),
    )
    close()
  })

  it('takes the end of a long file while the writer is at its beginning, and leaves nothing behind', () => {
    const store = openSmallTestWriter()
    const codes = store.raw
      .prepare("SELECT code FROM area WHERE kind = 'country' ORDER BY code LIMIT 120")
      .pluck()
      .all() as string[]
    const lines = ['indicator,reporter,partner,period,value,unit,source']
    for (let year = 1995; year < 2020; year++)
      for (const reporter of codes)
        for (const partner of codes)
          if (reporter !== partner) lines.push(`trade.imports_usd_m,${reporter},${partner},${year},${year % 7}.5,USD_M,long`)
    const path = fileOf(`${lines.join('\n')}\n`)
    const request = { ...requestOf(store, path, {}), spool: temporaryFolder() }
    const exec = vi.spyOn(store.raw, 'exec')
    // a writer that is slow at its first rows has all the others waiting
    let slept = false
    const report = importFile(store, {
      ...request,
      tell: (_done, _total, _rows, phase) => {
        if (slept || phase !== 'comparing') return
        slept = true
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500)
      },
    })
    closeSync(request.descriptor)
    expect(exec.mock.calls.flat()).toContain(COPY)
    expect(report.rows).toMatchObject({ read: lines.length - 1, new: lines.length - 1, rejected: 0 })
    const written = store.raw.prepare(
      'SELECT count(*) AS n, min(line) AS low, max(line) AS high FROM observation WHERE batch = ?',
    )
    expect(written.get(report.batch)).toEqual({ n: lines.length - 1, low: 2, high: lines.length })
    expect(problemsOf(store.raw)).toEqual([])
    expect(store.raw.prepare("SELECT count(*) FROM pragma_database_list WHERE name = 'annex'").pluck().get()).toBe(0)
    expect(readdirSync(request.spool)).toEqual([])
    store.close()
  }, 60_000)

  it('that cannot be made refuses the import and leaves the store as it was', () => {
    const store = openSmallTestWriter()
    const text = `indicator,reporter,partner,period,value,unit,source\n${'trade.imports_usd_m,KAZ,RUS,2001,5,USD_M,long\n'.repeat(100_000)}`
    const request = { ...requestOf(store, fileOf(text), {}), spool: join(temporaryFolder(), 'gone') }
    expect(() => importFile(store, request)).toThrow(/ENOENT/)
    closeSync(request.descriptor)
    expect([store.raw.inTransaction, store.raw.pragma('foreign_keys', { simple: true })]).toEqual([false, 1])
    expect(store.raw.pragma('ignore_check_constraints', { simple: true })).toBe(0)
    store.close()
  })
})
