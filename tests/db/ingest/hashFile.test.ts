import { createHash } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hashFile, hashFileAhead } from '../../../db/ingest/hashFile.ts'
import { hashOfKnown } from '../../../db/ingest/write/sameFile.ts'
import { openTestWriter } from '../support/store.ts'
import { fileOf } from './support.ts'
import { first, write } from './writing.ts'

const opened = (text: string): number => openSync(fileOf(text), 'r')

describe('the hash of a file', () => {
  // nothing, less than a piece, pieces that end with the file, and one more byte
  it.each([0, 1, 1 << 20, 2 << 20, (2 << 20) + 1])('is that of its bytes, read ahead or not (%i bytes)', async (length) => {
    const text = 'figure\n'.repeat(Math.ceil(length / 7)).slice(0, length)
    const descriptor = opened(text)
    const expected = createHash('sha256').update(text).digest('hex')
    expect(hashFile({ descriptor, bytes: length })).toBe(expected)
    expect(await hashFileAhead({ descriptor, bytes: length })).toBe(expected)
    closeSync(descriptor)
  })

  it('is made beforehand where a batch has as many bytes, and else not at all', async () => {
    const store = openTestWriter()
    const { sha256 } = write(store, first)
    const [same, other] = [opened(first), opened(`${first}\n`)]
    expect(await hashOfKnown(store, same)).toBe(sha256)
    expect(await hashOfKnown(store, other)).toBeNull()
    for (const descriptor of [same, other]) closeSync(descriptor)
    store.close()
  })
})
