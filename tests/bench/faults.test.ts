// R1, R2, R3, R10, R11: a process that is killed, a disk that is full, a log that was torn, a file that is made to hurt: the store holds exactly what
// it held before, or all of the file.
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { crash } from '../../bench/faults/crash.ts'
import { between, fill, hasSmallDisks, sizes, starve } from '../../bench/faults/disk.ts'
import { badRows, hostileFiles, readHostile } from '../../bench/faults/hostile.ts'
import { hasInjection, inject } from '../../bench/faults/inject.ts'
import { soak } from '../../bench/faults/soak.ts'
import { importPath, makeSmall, writeLongTable } from '../../bench/faults/stores.ts'
import { tearLog } from '../../bench/faults/tear.ts'
import { isClean } from '../../bench/faults/trial.ts'
import { openWriter } from '../../db/worker/connection.ts'
import { openTestWriter, temporaryFolder } from '../db/support/store.ts'

/** Promises of time are kept threefold here: tests run beside other work. `npm run bench -- --faults` prints the time itself. */
const BUSY = 3

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
    expect(Math.max(...points.map(({ startMs }) => startMs)) - properStartMs).toBeLessThan(2_000 * BUSY)
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

  const disks = hasSmallDisks()
  it(`on ${disks ? 'a small disk of its own' : 'files that may not grow (this system lets nobody mount a small disk)'} is refused for want of room, or written whole`, () => {
    const few = disks ? between(statSync(base).size + 8_192, 30_000_000, 4) : sizes(base, 4_000_000, 4)
    const points = (disks ? fill : starve)(base, folder, file, ROWS, few)
    expect(points.filter((point) => !isClean(point))).toEqual([])
    for (const { said, holds, blocks } of points)
      if (holds === 'before') expect(said, `${blocks} blocks`).toMatch(/^refused .*(no room left|are free|did not answer).*\.$/)
    expect(points.at(0)?.holds).toBe('before')
    expect(points.at(-1)?.holds).toBe('after')
  }, 120_000)

  if (hasInjection())
    it('whose n-th write, cut or sync fails leaves nothing half and says so', () => {
      const { calls, points } = inject(base, folder, file, ROWS, 9, SEED)
      expect(calls.pwrite64).toBeGreaterThan(100)
      expect(points.filter((point) => !isClean(point))).toEqual([])
      for (const { said, holds, call, nth } of points)
        if (holds === 'before')
          expect(said, `${call} ${nth}`).toMatch(/^refused (disk-full|store-damaged) .*(no room left|did not answer).*\.$/)
      expect(new Set(points.map(({ holds }) => holds))).toEqual(new Set(['before', 'after']))
    }, 120_000)
  else
    it('is not tried with failing system calls: strace is not installed, or may not trace', () => {
      expect(() => inject(base, folder, file, ROWS, 1, SEED)).toThrow()
    })

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

describe('a file that is made to hurt', () => {
  const MOST_MEGABYTES = 512
  const MOST_MS = 10_000
  const store = join(folder, 'hostile.sqlite')
  beforeAll(() => copyFileSync(base, store))

  // the 10 GB file and a million bad rows are read by `node bench/faults.ts`
  it.each(hostileFiles(false).map((hostile) => [hostile.name, hostile] as const))(
    '%s is refused in time, in words, within bounds of memory',
    async (name, { make }) => {
      const { said, ms, megabytes } = await readHostile(store, name, make(temporaryFolder()))
      // a disk without room for 10 GB is reason enough
      expect(said).toMatch(/^(refused|file-unreadable|disk-full) /)
      expect(said).not.toMatch(/new [1-9]/)
      expect(ms).toBeLessThan(MOST_MS)
      expect(megabytes).toBeLessThan(MOST_MEGABYTES)
    },
    60_000,
  )

  it('is given up within a second of being told to', async () => {
    const path = badRows(folder, 2_000_000)
    const { said, ms, megabytes } = await readHostile(store, 'cancelled', path, 300)
    expect(said).toBe('cancelled The import was cancelled. Nothing was written.')
    expect(ms).toBeLessThan(1_000 * BUSY)
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
    rmSync(path)
  }, 60_000)
})

it('eight rounds of import, revision and undo leave memory, handles and every figure as they were', async () => {
  const copy = join(folder, 'soak.sqlite')
  copyFileSync(base, copy)
  const store = openWriter(copy)
  const { megabytes, handles, same, problems } = await soak(
    store,
    folder,
    3_000,
    (round) => round < 8,
    (round) => round === 3,
  )
  store.close()
  expect([same, problems]).toEqual([true, []])
  if (handles) expect(handles[1]).toBeLessThanOrEqual(handles[0])
  expect(megabytes[1] - megabytes[0]).toBeLessThan(64)
})
