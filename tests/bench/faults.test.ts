// R1, R2, R3: a process that is killed, a disk that is full, a log that was torn: the store holds exactly what it held before, or all of the file.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { crash } from '../../bench/faults/crash.ts'
import { sizes, starve } from '../../bench/faults/disk.ts'
import { importPath, makeSmall, writeLongTable } from '../../bench/faults/stores.ts'
import { tearLog } from '../../bench/faults/tear.ts'
import { openWriter } from '../../db/worker/connection.ts'
import { openTestWriter, temporaryFolder } from '../db/support/store.ts'

const SEED = 20_261_127
const ROWS = 20_000
const POINTS = 20
const folder = temporaryFolder()
const base = join(folder, 'base.sqlite')
const file = join(folder, 'large.csv')

beforeAll(() => {
  const store = openTestWriter()
  makeSmall(store)
  store.close()
  copyFileSync(store.file, base)
  writeLongTable(file, ROWS)
})

describe(`an import of ${ROWS} figures`, () => {
  it(`killed at ${POINTS} moments leaves the store before or after it, starts at once, and imports whole again`, async () => {
    const { points, properStartMs } = await crash(base, folder, file, ROWS, POINTS, SEED)
    expect(points.filter(({ by, killed }) => by === 'statement' && !killed)).toEqual([])
    expect(points.filter(({ holds, problems }) => holds === 'something else' || problems.length > 0)).toEqual([])
    expect(points.map(({ holds, again }) => (holds === 'after' ? again === 0 : again === ROWS))).toEqual(points.map(() => true))
    expect(Math.max(...points.map(({ startMs }) => startMs)) - properStartMs).toBeLessThan(2_000)
  }, 120_000)

  it(`on a disk that is full at ${POINTS} sizes is refused in words, with exit status 1 and nothing half`, () => {
    // what the import writes at most to one file, with some room: the log or the store
    const points = starve(base, folder, file, ROWS, sizes(base, 4_000_000, POINTS))
    expect(
      points.filter(({ holds, problems, litter }) => holds === 'something else' || problems.length > 0 || litter.length > 0),
    ).toEqual([])
    for (const { blocks, code, said, holds } of points)
      if (holds === 'after') expect([code, said.split(' ')[0]], `${blocks} blocks`).toEqual([0, 'done'])
      else
        expect([code, said], `${blocks} blocks`).toEqual([
          1,
          expect.stringMatching(/^refused (disk-full|store-damaged) .*(no room left|did not answer).*\.$/),
        ])
    expect(new Set(points.map(({ holds }) => holds))).toEqual(new Set(['before', 'after']))
  }, 120_000)

  it('whose log was torn or zeroed at its end stands before or after it', () => {
    const torn = tearLog(base, folder, file, ROWS, POINTS, SEED)
    expect(torn.filter(({ holds, problems }) => holds === 'something else' || problems.length > 0)).toEqual([])
    expect(torn.filter(({ holds }) => holds === 'before').length).toBeGreaterThan(0)
  })
})

describe('the store', () => {
  it('is written through to the disk before a batch is said to be imported', () => {
    const copy = join(folder, 'sync.sqlite')
    copyFileSync(base, copy)
    const store = openWriter(copy)
    expect(store.raw.pragma('synchronous', { simple: true })).toBe(2)
    expect(store.raw.pragma('journal_mode', { simple: true })).toBe('wal')
    store.close()
  })

  it('keeps what another process reads while it writes: reads go on, and a second import waits its turn', () => {
    const copy = join(folder, 'two.sqlite')
    copyFileSync(base, copy)
    const [one, two] = [openWriter(copy), openWriter(copy)]
    one.raw.exec('BEGIN IMMEDIATE; DELETE FROM event')
    expect(two.raw.prepare('SELECT count(*) > 0 FROM event').pluck().get()).toBe(1)
    two.raw.pragma('busy_timeout = 20')
    expect(() => importPath(two, file)).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }))
    one.raw.exec('ROLLBACK')
    expect(importPath(two, file).rows.new).toBe(ROWS)
    one.close()
    two.close()
    for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true })
  })
})

it('the table of faults is the same each time', () => {
  const again = join(folder, 'again.csv')
  writeLongTable(again, ROWS)
  expect(readFileSync(again).equals(readFileSync(file))).toBe(true)
  writeFileSync(again, '')
})
