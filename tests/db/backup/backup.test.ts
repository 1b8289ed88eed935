// R6: backups are made by SQLite's backup, opened and checked; a restore drill equals the source; what was replaced is kept.
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { contentDump } from '../../../bench/faults/damage.ts'
import { makeSmall } from '../../../bench/faults/stores.ts'
import { makeBackup } from '../../../db/backup/makeBackup.ts'
import { finishRestore, prepareRestore } from '../../../db/backup/restore.ts'
import { backupsOf, replacedOf, shelfOf } from '../../../db/backup/shelf.ts'
import { needSpace } from '../../../db/backup/space.ts'
import { backupBeforeUpgrade } from '../../../db/backup/upgrade.ts'
import { problemsOf } from '../../../db/seal/check.ts'
import { unwatchTables } from '../../../db/seal/tables.ts'
import { type Connection, openWriter } from '../../../db/worker/connection.ts'
import { readSteps } from '../../../db/worker/migrate.ts'
import { openStore } from '../../../db/worker/openStore.ts'
import { ask, builtStore, openTestWriter, temporaryFolder, workerOptions } from '../support/store.ts'

const now = '2026-11-27T12:00:00.000Z'
type Store = Connection & { readonly file: string }
const opened: Connection[] = []
/** A few figures are enough for most of these; the drill takes them all. */
const small = join(temporaryFolder(), 'small.sqlite')
beforeAll(() => {
  const store = openTestWriter()
  makeSmall(store)
  store.close()
  copyFileSync(store.file, small)
})
const open = (all = false): Store => {
  const file = join(temporaryFolder(), 'multivector.sqlite')
  copyFileSync(all ? builtStore() : small, file)
  const store = { ...openWriter(file, { mustExist: true }), file }
  opened.push(store)
  return store
}
const reopen = (file: string): Connection => {
  const store = openStore(workerOptions(file, { mustExist: true }), () => {})
  opened.push(store)
  return store
}
afterEach(() => {
  for (const store of opened.splice(0)) if (store.raw.open) store.close()
})
const backUp = (store: Store) => makeBackup(store, { store: store.file, reason: 'import', now })
const change = (store: Connection, value: number): void =>
  void store.raw.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run('test', String(value))

describe('a backup', () => {
  it('is one whole file that only its owner reads, with a note beside it', async () => {
    const store = open(true)
    const made = await backUp(store)
    expect(made).toMatchObject({ number: 1, note: { figures: 87_623, reason: 'import', at: now } })
    expect(readdirSync(shelfOf(store.file)).sort()).toEqual(['000001.json', '000001.sqlite'])
    for (const name of readdirSync(shelfOf(store.file)))
      expect(statSync(`${shelfOf(store.file)}/${name}`).mode & 0o777, name).toBe(0o600)
    expect(statSync(shelfOf(store.file)).mode & 0o777).toBe(0o700)
  })

  it('holds what the store held, also what still stands in its log', async () => {
    const store = open()
    change(store, 1)
    expect(statSync(`${store.file}-wal`).size).toBeGreaterThan(0)
    const made = await backUp(store)
    const copy = openWriter(made?.path ?? '')
    opened.push(copy)
    expect(contentDump(copy)).toBe(contentDump(store))
    expect(problemsOf(copy.raw)).toEqual([])
  })

  it('is not made again while the content is the same, and is after a change and its undoing only once more', async () => {
    const store = open()
    const numbers: (number | undefined)[] = []
    for (const value of [0, 0, 1, 1]) {
      if (value > 0) change(store, value)
      numbers.push((await backUp(store))?.number)
    }
    expect(numbers).toEqual([1, undefined, 2, undefined])
  })

  it('of a damaged store is refused with the way out, and leaves no file', async () => {
    const { file } = open()
    for (const store of opened.splice(0)) store.close()
    const descriptor = openSync(file, 'r+')
    writeSync(descriptor, Buffer.alloc(4096 * 8), 0, 4096 * 8, 4096 * 40)
    closeSync(descriptor)
    const store = { ...openWriter(file), file }
    opened.push(store)
    await expect(backUp(store)).rejects.toMatchObject({
      code: 'store-damaged',
      message: expect.stringContaining('multivector check'),
    })
    expect(readdirSync(shelfOf(store.file))).toEqual([])
  })

  it('of a store whose seals are broken is marked, and pushes no whole one out', async () => {
    const store = open()
    for (let i = 0; i < 3; i++) {
      change(store, i)
      await backUp(store)
    }
    unwatchTables(store.raw)
    store.raw.exec('UPDATE unit SET factor = factor * 2')
    for (let i = 0; i < 2; i++) {
      change(store, 10 + i)
      store.raw.exec(`UPDATE seal SET content = content + 1 WHERE name = 'table unit'`)
      await backUp(store)
    }
    expect(backupsOf(store.file).map(({ number, note }) => [number, note?.whole])).toEqual([
      [5, false],
      [4, false],
      [3, true],
      [2, true],
      [1, true],
    ])
    await expect(prepareRestore(store.file, 5)).rejects.toMatchObject({ code: 'store-damaged' })
    await prepareRestore(store.file, 3)
  })

  it('is numbered upwards whatever the clock says, and thinned by number', async () => {
    const store = open()
    const days = ['2026-11-27', '2099-01-01', '1970-01-01', '1970-01-01', '1970-01-01', '1970-01-01']
    for (const [i, day] of days.entries()) {
      change(store, i)
      await makeBackup(store, { store: store.file, reason: 'import', now: `${day}T00:00:00.000Z` })
    }
    expect(backupsOf(store.file).map(({ number }) => number)).toEqual([6, 5, 4, 2, 1])
  })

  it('needs room that is looked for before a byte is written', () => {
    expect(() => needSpace('/x', 100 * 1_048_576, 'The import', 50 * 1_048_576)).toThrow(
      'The import needs about 116 MB on the disk of the store, and 50 MB are free. Nothing was changed. Free some space and try again.',
    )
    expect(() => needSpace('/x', 100 * 1_048_576, 'The import', 116 * 1_048_576)).not.toThrow()
  })

  it('is made before an undo, and before an upgrade of a store of an older form', async () => {
    const store = open()
    await expect(ask(store, 'batches.undo', { batch: 1 })).rejects.toMatchObject({ code: 'refused' })
    const steps = readSteps(workerOptions('').schema).map(({ number }) => number)
    store.raw.exec(`DELETE FROM migration WHERE number > 10; PRAGMA user_version = 10`)
    change(store, 5)
    store.raw.pragma('wal_checkpoint(TRUNCATE)')
    await backupBeforeUpgrade(workerOptions(store.file), now)
    expect(backupsOf(store.file).map(({ note }) => note?.reason)).toEqual(['upgrade', 'undo'])
    for (const step of steps.slice(1)) store.raw.prepare("INSERT INTO migration VALUES (?, '', '')").run(step)
    store.raw.exec(`PRAGMA user_version = ${steps.at(-1)}`)
    change(store, 6)
    await backupBeforeUpgrade(workerOptions(store.file), now)
    expect(backupsOf(store.file)).toHaveLength(2)
  })
})

describe('a restore', () => {
  it('drill: the restored store equals the source by everything it holds', async () => {
    const store = open(true)
    change(store, 1)
    const source = contentDump(store)
    await backUp(store)
    store.raw.exec('DELETE FROM event')
    store.close()
    expect(await prepareRestore(store.file, 1)).toEqual({ number: 1, figures: 87_623 })
    const restored = reopen(store.file)
    expect(contentDump(restored)).toBe(source)
    expect(problemsOf(restored.raw)).toEqual([])
    expect(statSync(store.file).mode & 0o777).toBe(0o600)
  })

  it('makes sums over partners anew that differ from the figures they were made of', async () => {
    const store = open(true)
    store.raw.exec('UPDATE period_summary SET total = total * 2 WHERE partners > 0')
    expect(problemsOf(store.raw).map(({ code }) => code)).toEqual(['summary'])
    expect((await backUp(store))?.note?.whole, 'its figures are whole').toBe(true)
    store.close()
    await prepareRestore(store.file, 1)
    expect(problemsOf(reopen(store.file).raw)).toEqual([])
  })

  it('keeps the replaced store as it was, a damaged one to the byte', async () => {
    const store = open()
    await backUp(store)
    store.close()
    const descriptor = openSync(store.file, 'r+')
    writeSync(descriptor, Buffer.alloc(4096), 0, 4096, 0)
    const damaged = readFileSync(store.file)
    expect(() => reopen(store.file)).toThrow(expect.objectContaining({ code: 'store-damaged' }))
    expect(readFileSync(store.file).equals(damaged)).toBe(true)
    await prepareRestore(store.file, 1)
    expect(problemsOf(reopen(store.file).raw)).toEqual([])
    const [kept = ''] = replacedOf(store.file)
    expect(readFileSync(kept).equals(damaged)).toBe(true)
  })

  it('of a backup that does not exist or is damaged is refused and changes nothing', async () => {
    const store = open()
    const made = await backUp(store)
    const before = readFileSync(store.file)
    await expect(prepareRestore(store.file, 7)).rejects.toMatchObject({ code: 'not-found' })
    const path = made?.path ?? ''
    const bytes = readFileSync(path)
    for (const at of [20_000, 200_000, 400_000]) {
      const worse = Buffer.from(bytes)
      worse[at] = (worse[at] as number) ^ 0x10
      worse.fill(0, 4096 * 50, 4096 * 51)
      writeFileSync(path, worse)
      await expect(prepareRestore(store.file, 1)).rejects.toMatchObject({
        code: 'store-damaged',
        message: expect.stringContaining('Backup 1 is damaged'),
      })
    }
    expect(readFileSync(store.file).equals(before)).toBe(true)
    expect(existsSync(`${store.file}.restored`) || existsSync(`${store.file}.restored.part`)).toBe(false)
  })

  it('is given up while somebody else has the store open', async () => {
    const store = open()
    await backUp(store)
    await prepareRestore(store.file, 1)
    const other = openWriter(store.file)
    opened.push(other)
    other.raw.prepare('SELECT count(*) FROM event').get()
    expect(() => finishRestore(store.file, 100)).toThrow(expect.objectContaining({ code: 'store-locked' }))
    expect(existsSync(`${store.file}.restored`)).toBe(false)
  })

  it('killed between its two moves is finished by the next opening', async () => {
    const store = open()
    change(store, 9)
    const source = contentDump(store)
    await backUp(store)
    store.close()
    await prepareRestore(store.file, 1)
    // as if the process had ended after the old store was moved away
    const { renameSync } = await import('node:fs')
    renameSync(store.file, `${shelfOf(store.file)}/replaced-000002.sqlite`)
    expect(contentDump(reopen(store.file))).toBe(source)
  })
})
