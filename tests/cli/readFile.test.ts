import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readTextFile } from '../../cli/readFile.ts'
import { temporaryFolder } from '../db/support/store.ts'

it('a dump given in the place of a method is refused by its size, before a byte of it is read', () => {
  const dump = join(temporaryFolder(), 'dump.json')
  writeFileSync(dump, '{}')
  expect(readTextFile(dump)).toBe('{}')
  // a file of holes: more than Node reads at once
  truncateSync(dump, 3 * 2 ** 30)
  expect(() => readTextFile(dump)).toThrow(`${dump} cannot be read: it is larger than 50 MB.`)
})
