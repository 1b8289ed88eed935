import { closeSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importFile } from '../../../db/ingest/write/importFile.ts'
import { previewFile } from '../../../db/ingest/write/previewFile.ts'
import { redoBatch } from '../../../db/ingest/write/redo.ts'
import { undoBatch } from '../../../db/ingest/write/undo.ts'
import { problemsOf } from '../../../db/seal/check.ts'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { openSmallTestWriter } from '../support/store.ts'
import { fileOf } from './support.ts'
import { clock, dump, figureOnLine, first, header, requestOf, row, second, write } from './writing.ts'

const refusal = (work: () => unknown): CallError => {
  try {
    work()
  } catch (error) {
    if (error instanceof CallError) return error
    throw error
  }
  throw new Error('not refused')
}

describe('writing a file', () => {
  it('writes what is new, keeps what it revises and counts what stays', () => {
    const store = openSmallTestWriter()
    expect(write(store, first).rows).toEqual({ read: 3, new: 3, revised: 0, unchanged: 0, aggregates: 0, rejected: 0 })
    const report = write(store, second)
    expect(report.rows).toEqual({ read: 4, new: 1, revised: 1, unchanged: 2, aggregates: 0, rejected: 0 })
    expect(report.revisions).toEqual([
      { line: 3, indicator: 'trade.imports_usd_m', reporter: 'KAZ', partner: 'RUS', period: '2002', from: 20, to: 21 },
    ])
    expect(store.raw.prepare('SELECT value FROM revision WHERE replaced_by = ?').all(report.batch)).toEqual([{ value: 20 }])
    expect(figureOnLine(store, '3')).toBe(21)
    store.close()
  })

  it('says that a file was imported before and writes nothing', () => {
    const store = openSmallTestWriter()
    write(store, first)
    const before = dump(store)
    const again = write(store, first)
    expect(again).toMatchObject({ outcome: 'accepted', batch: null, rows: { read: 3, new: 0, unchanged: 3 } })
    expect(again.warnings[0]?.code).toBe('same-file')
    expect(dump(store)).toBe(before)
    store.close()
  })

  it('writes nothing of a refused file', () => {
    const store = openSmallTestWriter()
    const before = dump(store)
    expect(write(store, `${header}${row(2001, 1)}"open`).reason).toBe('unterminated-quote')
    expect(dump(store)).toBe(before)
    expect(readdirSync(`${store.file}.files`)).toEqual([])
    expect(store.raw.inTransaction).toBe(false)
    store.close()
  })

  it('writes nothing when it is cancelled', () => {
    const store = openSmallTestWriter()
    const before = dump(store)
    const rows = Array.from({ length: 60_000 }, (_, i) => row(1900 + (i % 120), i)).join('')
    const request = requestOf(store, fileOf(header + rows), {}, () => true)
    expect(refusal(() => importFile(store, request)).code).toBe('cancelled')
    closeSync(request.descriptor)
    expect(dump(store)).toBe(before)
    store.close()
  })

  it('keeps every figure it revises as it stood, many at a time or one by one', () => {
    const store = openSmallTestWriter()
    const month = (i: number): string => `${1970 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
    const line = (i: number, value: string, note = ''): string =>
      `trade.imports_usd_m,KAZ,RUS,${month(i)},${value},USD_M,unit-test,${note}\n`
    const rows = Array.from({ length: 500 }, (_, i) => i)
    const one = write(store, header + rows.map((i) => line(i, String(i))).join(''))
    const before = dump(store)
    // in the midst of many plain ones: a note, a figure with its decimals, and one that stays
    const text = (i: number): string =>
      i === 140 ? line(i, '1.50') : line(i, String(i === 300 ? i : i + 0.25), i === 150 ? 'why' : '')
    const two = write(store, header + rows.map(text).join(''))
    expect(two.rows).toMatchObject({ read: 500, new: 0, revised: 499, unchanged: 1 })
    const stand = store.raw
      .prepare(
        'SELECT line - 2, value, status, decimals, (SELECT text FROM note WHERE note.id = note) FROM observation WHERE batch = ? ORDER BY id',
      )
      .raw()
      .all(two.batch)
    expect(stand).toEqual(
      rows
        .filter((i) => i !== 300)
        .map((i) => [i, i === 140 ? 1.5 : i + 0.25, 'A', i === 140 ? 2 : null, i === 150 ? 'why' : null]),
    )
    const kept = store.raw.prepare('SELECT line - 2, value, batch FROM revision WHERE replaced_by = ? ORDER BY id').raw()
    expect(kept.all(two.batch)).toEqual(rows.filter((i) => i !== 300).map((i) => [i, i, one.batch]))
    expect(problemsOf(store.raw)).toEqual([])
    undoBatch(store, two.batch ?? 0, false, clock())
    expect(dump(store)).toBe(before)
    store.close()
  })

  it('shows in a dry run what the import would do, and does nothing', async () => {
    const store = openSmallTestWriter()
    write(store, first)
    const before = dump(store)
    const request = requestOf(store, fileOf(second), {})
    const preview = await previewFile(request)
    closeSync(request.descriptor)
    expect(dump(store)).toBe(before)
    const { batch, dryRun, ms, ...rest } = write(store, second)
    const { batch: none, dryRun: dry, ms: previewMs, ...shown } = preview
    expect([none, dry, batch === null, dryRun]).toEqual([null, true, false, false])
    expect(ms + previewMs).toBeGreaterThan(0)
    expect(shown).toEqual(rest)
    store.close()
  })

  it('writes a large file in any order, twice over, as one', () => {
    const store = openSmallTestWriter()
    const partners = ['RUS', 'CHN', 'DEU', 'FRA', 'ITA', 'TUR', 'USA', 'GBR', 'JPN', 'ESP']
    const lines = Array.from(
      { length: 30_000 },
      (_, i) =>
        `trade.imports_usd_m,${['KAZ', 'KGZ', 'UZB'][i % 3]},${partners[Math.floor(i / 3) % 10]},${1900 + (Math.floor(i / 30) % 100)}-${String((Math.floor(i / 3000) % 10) + 1).padStart(2, '0')},${i},USD_M,big,\n`,
    )
    const report = write(store, header + lines.join('') + lines.slice(0, 7).reverse().join(''))
    expect(report.rows).toMatchObject({ read: 30_007, new: 30_000, unchanged: 7, rejected: 0 })
    const sum = store.raw.prepare('SELECT count(*) AS n, sum(value) AS total FROM observation WHERE batch = ?').get(report.batch)
    expect(sum).toEqual({ n: 30_000, total: (29_999 * 30_000) / 2 })
    store.close()
  })
})

describe('taking a batch back', () => {
  it('restores the store to the byte, series, notes and sources included', () => {
    const store = openSmallTestWriter()
    const empty = dump(store)
    const one = write(store, first)
    const before = dump(store)
    const two = write(store, second)
    expect(undoBatch(store, two.batch ?? 0, false, clock())).toEqual({
      batch: two.batch,
      removed: 1,
      restored: 1,
      cascaded: [],
      confirmed: [],
    })
    expect(dump(store)).toBe(before)
    undoBatch(store, one.batch ?? 0, false, clock())
    expect(dump(store)).toBe(empty)
    store.close()
  })

  it('names the later batch that rests on it, and takes both only when told to', () => {
    const store = openSmallTestWriter()
    const empty = dump(store)
    const one = write(store, first)
    const two = write(store, second)
    const refused = refusal(() => undoBatch(store, one.batch ?? 0, false, clock()))
    expect(refused.code).toBe('batch-has-dependents')
    expect(refused.message).toContain(`batch ${two.batch}`)
    expect(undoBatch(store, one.batch ?? 0, true, clock()).cascaded).toEqual([two.batch])
    expect(dump(store)).toBe(empty)
    store.close()
  })

  it('takes an earlier batch back alone when the later one wrote other figures of the same series', () => {
    const store = openSmallTestWriter()
    const one = write(store, first)
    write(store, header + row(2010, 5))
    expect(undoBatch(store, one.batch ?? 0, false, clock()).removed).toBe(3)
    expect(store.raw.prepare('SELECT count(*) AS n FROM observation WHERE batch > ?').get(one.batch)).toEqual({ n: 1 })
    store.close()
  })

  it('leaves nothing behind of an undone batch whose series and notes a later one used, once that is undone too', () => {
    const store = openSmallTestWriter()
    const empty = dump(store)
    const one = write(store, first)
    // figures of their own in the series of the first, and one under its note
    const two = write(store, header + row(2010, 5, 'first') + row(2011, 6, 'other'))
    undoBatch(store, one.batch ?? 0, false, clock())
    const between = dump(store)
    // the same ids again, by a batch that comes and goes meanwhile
    const three = write(store, header + row(2020, 7, 'third').replace('unit-test', 'another-test'))
    undoBatch(store, three.batch ?? 0, false, clock())
    expect(dump(store)).toBe(between)
    const four = write(store, header + row(2020, 7, 'third').replace('unit-test', 'another-test'))
    undoBatch(store, two.batch ?? 0, false, clock())
    expect(store.raw.prepare("SELECT count(*) FROM source WHERE code IN ('unit-test', 'another-test')").pluck().get()).toBe(1)
    expect(problemsOf(store.raw)).toEqual([])
    undoBatch(store, four.batch ?? 0, false, clock())
    expect(dump(store)).toBe(empty)
    store.close()
  })

  it('reads what an undone batch brought once, however many there are', () => {
    const store = openSmallTestWriter()
    const read: unknown[] = []
    const counted = {
      ...store,
      db: {
        ...store.db,
        get: ((statement, params) => {
          if (statement.name === 'undo.createdBy') read.push((params as { readonly id: number }).id)
          return store.db.get(statement, params)
        }) as typeof store.db.get,
      },
    }
    const batches = Array.from({ length: 4 }, () => {
      const { batch } = write(store, first)
      undoBatch(counted, batch ?? 0, false, clock())
      return batch
    })
    expect(read).toEqual(batches.slice(0, -1))
    store.close()
  })

  it('refuses what is bundled, unknown or taken back already', () => {
    const store = openSmallTestWriter()
    const { batch } = write(store, first)
    undoBatch(store, batch ?? 0, false, clock())
    expect([1, 999, batch ?? 0].map((id) => refusal(() => undoBatch(store, id, false, clock())).code)).toEqual([
      'refused',
      'not-found',
      'refused',
    ])
    store.close()
  })

  it('can be done again from the kept file, as a batch of its own', async () => {
    const store = openSmallTestWriter()
    const { batch } = write(store, first)
    const written = dump(store).replaceAll(`"batch":${batch}`, '"batch":0')
    undoBatch(store, batch ?? 0, false, clock())
    const again = await redoBatch(store, { ...requestOf(store, fileOf(''), {}), batch: batch ?? 0 })
    expect(again.rows).toMatchObject({ read: 3, new: 3 })
    expect(dump(store).replaceAll(`"batch":${again.batch}`, '"batch":0')).toBe(written)
    store.close()
  })

  it('allows the same file to be imported again afterwards', () => {
    const store = openSmallTestWriter()
    const { batch } = write(store, first)
    undoBatch(store, batch ?? 0, false, clock())
    expect(write(store, first).rows.new).toBe(3)
    store.close()
  })
})

describe('a long file', () => {
  const countries = (
    'AFG ALB DZA AND AGO ARG ARM AUS AUT AZE BGD BLR BEL BEN BOL BIH BWA BRA BGR BFA CMR CAN TCD CHL CHN COL CRI HRV CUB CYP CZE DNK DJI ' +
    'DOM ECU EGY SLV EST ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GTM GIN'
  ).split(' ')
  /** Rows of one indicator: every country with every other, year by year. */
  const plane = (indicator: string): string =>
    Array.from({ length: 120 }, (_, year) =>
      countries.flatMap((reporter, i) =>
        countries
          .filter((partner) => partner !== reporter)
          .map((partner, j) => `${indicator},${reporter},${partner},${1900 + year},${year + i / 8 + j},USD_M,long\n`),
      ),
    )
      .flat()
      .join('')
  const heading = 'indicator,reporter,partner,period,value,unit,source\n'
  const planes = plane('trade.imports_usd_m') + plane('trade.exports_usd_m')
  const count = 120 * 50 * 49

  it('whose series come one after the other is written while it is read, whole and sealed', async () => {
    const store = openSmallTestWriter()
    const { rows, batch } = write(store, heading + planes)
    expect(rows).toMatchObject({ read: 2 * count, new: 2 * count, rejected: 0 })
    expect(
      store.raw.prepare('SELECT count(*) AS n, min(line) AS low, max(line) AS high FROM observation WHERE batch = ?').get(batch),
    ).toEqual({
      n: 2 * count,
      low: 2,
      high: 2 * count + 1,
    })
    expect(problemsOf(store.raw)).toEqual([])
    store.close()
  })

  it('that comes back to a series it had left is read again, and two values for one cell still reject each other', () => {
    const store = openSmallTestWriter()
    const before = dump(store)
    const back = 'trade.imports_usd_m,AFG,ALB,1900,77,USD_M,long\ntrade.imports_usd_m,AFG,ALB,2023,78,USD_M,long\n'
    const { rows, rejected, batch } = write(store, heading + planes + plane('fdi.inflow_net_usd_m') + back)
    expect(rows).toMatchObject({ read: 3 * count + 2, new: 3 * count, rejected: 2 })
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'duplicate-conflict'],
      [3 * count + 2, 'duplicate-conflict'],
    ])
    expect(problemsOf(store.raw)).toEqual([])
    undoBatch(store, batch ?? 0, false, clock())
    expect(dump(store)).toBe(before)
    store.close()
  })
})
