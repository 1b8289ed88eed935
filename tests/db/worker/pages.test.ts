// The size of a store's pages: new stores have large ones, and one that is there keeps its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { copyStore } from '../../../db/backup/makeBackup.ts'
import { numberOf, openPlain, openWriter } from '../../../db/worker/connection.ts'

const Database = createRequire(import.meta.url)('better-sqlite3') as typeof import('better-sqlite3')
const folder = mkdtempSync(join(tmpdir(), 'multivector-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('pages', () => {
  it('of a new store are of 16 KiB, in its backup too, and its log is emptied at 4 MiB', async () => {
    const store = openWriter(join(folder, 'new.sqlite'))
    store.raw.exec('CREATE TABLE one (a)')
    expect(numberOf(store.raw, 'page_size')).toBe(16_384)
    expect(numberOf(store.raw, 'wal_autocheckpoint')).toBe(256)
    const copy = join(folder, 'copy.sqlite')
    await copyStore(store.raw, copy)
    store.close()
    const copied = openPlain(copy)
    expect([numberOf(copied, 'page_size'), copied.prepare('SELECT count(*) FROM one').pluck().get()]).toEqual([16_384, 0])
    copied.close()
  })

  it('of a store that an earlier version made stay as they are', () => {
    const file = join(folder, 'old.sqlite')
    const old = new Database(file)
    old.exec(`PRAGMA page_size = 4096; PRAGMA application_id = ${0x4d564543}; CREATE TABLE one (a); INSERT INTO one VALUES (1)`)
    old.close()
    const store = openWriter(file)
    expect([numberOf(store.raw, 'page_size'), numberOf(store.raw, 'wal_autocheckpoint')]).toEqual([4096, 1024])
    store.close()
  })
})
