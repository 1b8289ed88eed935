// R7: the clock stands at 1970, at 2099, or went back: imports are read, ordered and known on a day as if it were right.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RequestOf, ResponseOf } from '../../../electron/shared/contract/channels.ts'
import { ask as askOn, chosenFile, openTestWriter, type ThreadChannel, workerOptions } from '../support/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'multivector-clock-'))
let store: ReturnType<typeof openTestWriter>
beforeEach(() => {
  store = openTestWriter()
})
afterEach(() => store.close())

let clock = ''
const ask = <C extends ThreadChannel>(name: C, request: RequestOf<C>): Promise<ResponseOf<C>> =>
  askOn(store, name, request, {
    options: workerOptions(store.file, { spool: folder }),
    now: () => `${clock}T12:00:00.000Z`,
    file: (token) => chosenFile(token, join(folder, token), 'update.csv'),
  })

/** Imports one figure with the clock at a day. @returns the number of its batch and the day it became known on */
async function importAt(day: string, value: number, period = '2025'): Promise<{ batch: number; vintage: string }> {
  clock = day
  const token = `clock-${'0'.repeat(18)}`
  writeFileSync(
    join(folder, token),
    `indicator,reporter,partner,period,value,unit,source\ntrade.imports_usd_m,KAZ,MLT,${period},${value},USD_M,clock-test\n`,
  )
  const report = await ask('csv.import', { file: token, options: {}, profile: null, note: '', job: 'clock' })
  expect(report).toMatchObject({ outcome: 'accepted', rows: { rejected: 0 } })
  const batch = report.batch ?? 0
  return { batch, vintage: store.raw.prepare('SELECT vintage FROM batch WHERE id = ?').pluck().get(batch) as string }
}

/** The figure as known on a day; null = not known then. */
async function known(asOf: string): Promise<number | null> {
  const found = await ask('observations.query', {
    ...{ indicators: ['trade.imports_usd_m'], reporter: 'KAZ', partner: 'MLT', period: '2025' },
    ...{ source: 'clock-test', asOf },
  })
  return found[0]?.value ?? null
}

const BUNDLED = '2026-11-23'

describe('an import', () => {
  it('with the clock at 1970 is dated with the day of the bundled data, and no figure of it lies ahead', async () => {
    expect(await importAt('1970-01-01', 5)).toMatchObject({ vintage: BUNDLED })
    expect([await known('2026-11-22'), await known(BUNDLED), await known('')]).toEqual([null, 5, 5])
  })

  it('with a clock that went back is known no earlier than the one before it, and comes after it', async () => {
    const first = await importAt('2026-12-05', 5)
    const second = await importAt('2026-12-01', 6)
    const third = await importAt('1970-01-01', 7)
    expect([first, second, third].map(({ vintage }) => vintage)).toEqual(['2026-12-05', '2026-12-05', '2026-12-05'])
    expect([first.batch < second.batch, second.batch < third.batch]).toEqual([true, true])
    expect([await known('2026-12-04'), await known('2026-12-05'), await known('')]).toEqual([null, 7, 7])
    // what each replaced stands behind it, by number
    const replaced = store.raw.prepare('SELECT batch, value FROM revision WHERE batch >= ? ORDER BY batch').raw().all(first.batch)
    expect(replaced).toEqual([
      [first.batch, 5],
      [second.batch, 6],
    ])
  })

  it('with the clock at 2099 keeps that day to itself: those that follow are dated by the clock that is right again', async () => {
    const far = await importAt('2099-06-01', 5)
    const next = await importAt('2026-12-10', 6)
    expect([far.vintage, next.vintage]).toEqual(['2099-06-01', '2026-12-10'])
    expect([await known('2026-12-09'), await known('2026-12-10'), await known('2099-06-02'), await known('')]).toEqual([
      null,
      6,
      6,
      6,
    ])
    await ask('batches.undo', { batch: next.batch, cascade: false })
    expect(await known('')).toBe(5)
  })

  it('is listed by number, whatever its day', async () => {
    const days = ['2026-12-05', '2099-01-01', '1970-01-01', '2026-12-01']
    const numbers: number[] = []
    for (const [i, day] of days.entries()) numbers.push((await importAt(day, 5 + i)).batch)
    const listed = (await ask('batches.list', {})).filter(({ kind }) => kind === 'import').map(({ batch }) => batch)
    expect(listed).toEqual([...numbers].reverse())
  })
})
