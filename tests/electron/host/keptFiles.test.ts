import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { filesFolder, keptFiles, keptName, mayBeKept } from '../../../electron/host/keptFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'multivector-'))
const store = join(folder, 'store.sqlite')
afterEach(() => rmSync(filesFolder(store), { recursive: true, force: true }))

function keep(...names: readonly string[]): void {
  mkdirSync(filesFolder(store), { recursive: true })
  for (const name of names) writeFileSync(join(filesFolder(store), name), '')
}

const sha256 = 'ab'.repeat(32)

it('finds kept files by content, size and packing, and nothing else that lies there', () => {
  expect(keptFiles(store)).toEqual([])
  keep(keptName(sha256, 120, '.zst'), `draft-1-2.part`, 'notes.csv.zst')
  expect(keptFiles(store)).toEqual([{ name: `${sha256}.120.csv.zst`, sha256, bytes: 120, ending: '.zst' }])
})

it('takes a file for one that may be kept by its size, and any where an older version did not write the size', () => {
  keep(keptName(sha256, 120, '.zst'))
  expect([120, 121].map((bytes) => mayBeKept(keptFiles(store), bytes))).toEqual([true, false])
  keep(`${'cd'.repeat(32)}.csv.gz`)
  expect(mayBeKept(keptFiles(store), 121)).toBe(true)
})
