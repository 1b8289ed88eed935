// What is said, and what is left as it was, on a bad day: one line that names the next step, exit 1, and no byte changed.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildFromBundle } from '../../db/build/buildFromBundle.ts'
import { openWriter } from '../../db/worker/connection.ts'
import { migrate, readSteps } from '../../db/worker/migrate.ts'
import { storeCopy, temporaryFolder, workerOptions } from '../db/support/store.ts'
import { root, run } from './support/run.ts'

const shares = (store: string) => [
  'shares',
  '--indicator',
  'trade.imports_usd_m',
  '--reporter',
  'KAZ',
  '--period',
  '2023',
  '--store',
  store,
  '--json',
]
const codeOf = (ran: ReturnType<typeof run>) => (ran.json() as { error: { code: string } }).error.code
/** One line, without a stack, that ends in a sentence. */
const ONE_SENTENCE = /^multivector \w+: [^\n]*\.\n$/

describe('a store that is', () => {
  it('missing is said by a command that must not create it', () => {
    const ran = run(['check', '--store', join(temporaryFolder(), 'none.sqlite'), '--json'])
    expect(ran.code).toBe(1)
    expect(codeOf(ran)).toBe('store-missing')
    expect(ran.err).toMatch(ONE_SENTENCE)
  })

  it('damaged is refused and stays as it is', () => {
    const store = storeCopy()
    writeFileSync(store, Buffer.alloc(8_192, 'damaged '))
    const before = readFileSync(store)
    const ran = run(shares(store))
    expect(ran.code).toBe(1)
    expect(codeOf(ran)).toBe('store-damaged')
    expect(ran.err).toMatch(/Restore a backup, or choose another store/)
    expect(readFileSync(store).equals(before)).toBe(true)
  })

  it('cut off is refused, never read as an empty one', () => {
    const store = storeCopy()
    truncateSync(store, 50_000)
    const ran = run(shares(store))
    expect(ran.code).toBe(1)
    expect(codeOf(ran)).toBe('store-damaged')
    expect(ran.err).toMatch(ONE_SENTENCE)
  })

  it('from a newer version is refused and stays as it is', () => {
    const store = storeCopy()
    const connection = openWriter(store)
    connection.raw.pragma('user_version = 9990')
    connection.close()
    const before = readFileSync(store)
    const ran = run(shares(store))
    expect(ran.code).toBe(1)
    expect(codeOf(ran)).toBe('store-newer')
    expect(ran.err).toMatch(/Install that version, or choose another store/)
    expect(readFileSync(store).equals(before)).toBe(true)
  })

  it("another program's database is refused and stays as it is", () => {
    const store = join(temporaryFolder(), 'other.sqlite')
    const connection = openWriter(store)
    connection.raw.pragma('journal_mode = DELETE')
    connection.raw.exec('CREATE TABLE other (x); INSERT INTO other VALUES (1)')
    connection.close()
    const before = readFileSync(store)
    const ran = run(shares(store))
    expect(ran.code).toBe(1)
    expect(codeOf(ran)).toBe('store-damaged')
    expect(readFileSync(store).equals(before)).toBe(true)
  })

  it('locked by another program is waited for, and then refused by its reason', () => {
    const store = storeCopy()
    const holder = openWriter(store)
    holder.raw.pragma('locking_mode = EXCLUSIVE')
    holder.raw.exec('BEGIN EXCLUSIVE')
    const ran = run(shares(store))
    holder.raw.exec('ROLLBACK')
    holder.close()
    expect(ran.code).toBe(1)
    expect(codeOf(ran)).toBe('store-locked')
    expect(ran.err).toMatch(/Close that program and try again/)
    expect(run(shares(store)).code, 'and works again when it is free').toBe(0)
  })

  it('read-only for this account is said so', () => {
    const store = storeCopy()
    // an administrator may write anywhere, so the command runs as somebody who may not
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const ran = withRights(store, 0o444, 0o555, () => run(shares(store), asNobody))
    expect(ran.code).toBe(1)
    expect(codeOf(ran)).toBe('store-read-only')
    expect(ran.err).toMatch(/Give this account the right to write to its folder, or choose another store/)
  })
})

function withRights<T>(store: string, file: number, folder: number, work: () => T): T {
  const parent = join(store, '..')
  const { chmodSync } = process.getBuiltinModule('node:fs')
  chmodSync(store, file)
  chmodSync(parent, folder)
  try {
    return work()
  } finally {
    chmodSync(parent, 0o755)
    chmodSync(store, 0o644)
  }
}

describe('the first start', () => {
  it.each([300, 3_000])('on a disk with room for %i blocks only leaves nothing half', (blocks) => {
    const folder = temporaryFolder()
    const store = join(folder, 'store.sqlite')
    const ran = run(['init', '--store', store, '--json'], { before: `ulimit -f ${blocks};` })
    expect(ran.code).toBe(1)
    expect(['disk-full', 'store-damaged']).toContain(codeOf(ran))
    expect(ran.err.trim().split('\n').at(-1)).toMatch(/no room left|did not answer/)
    expect(existsSync(store)).toBe(false)
    expect(readdirSync(folder), 'so that the next start begins anew').toEqual([])
  })

  it.each([
    [
      'altered',
      (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('2023', '2032')),
      'is not the one that was packed',
    ],
    ['cut off', (file: string) => truncateSync(file, 1_000), 'is not the one that was packed'],
    ['missing', (file: string) => process.getBuiltinModule('node:fs').rmSync(file), 'cannot be read'],
  ])('with bundled data that were %s builds nothing and names the file', (_name, damage, why) => {
    const data = join(temporaryFolder(), 'data')
    mkdirSync(data)
    cpSync(join(root, 'resources', 'data'), data, { recursive: true })
    damage(join(data, 'trade.csv'))
    const options = workerOptions(join(temporaryFolder(), 'store.sqlite'), { data })
    const connection = openWriter(options.store)
    migrate(connection.db, readSteps(options.schema))
    expect(() => buildFromBundle(connection, options, () => {})).toThrow(why)
    expect(connection.raw.prepare('SELECT count(*) AS n FROM observation').get()).toEqual({ n: 0 })
    connection.close()
  })
})
