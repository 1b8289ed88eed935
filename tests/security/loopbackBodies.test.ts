// Hole: a body that never ends, or is larger than the disk. Promise: slow bodies are given up, large ones refused before a byte is written, and
// keys die after a minute.
import { existsSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type HttpRefusal, readJson, receiveFile } from '../../electron/loopback/body.ts'
import { createKeys } from '../../electron/loopback/keys.ts'
import { temporaryFolder } from '../db/support/store.ts'

/** A request whose body never ends by itself. */
function slowRequest(headers: Readonly<Record<string, string>>): IncomingMessage {
  const stream = new Readable({ read: () => {} })
  stream.push('{')
  let _timer: ReturnType<typeof setTimeout> | undefined
  return Object.assign(stream, {
    headers,
    setTimeout: (ms: number, late: () => void) => {
      _timer ??= setTimeout(late, ms)
      return stream
    },
  }) as unknown as IncomingMessage
}

describe('slow bodies', () => {
  it('of a call are given up', async () => {
    const request = slowRequest({ 'content-type': 'application/json' })
    await expect(readJson(request, { ms: 30 })).rejects.toMatchObject({ status: 408 } satisfies Partial<HttpRefusal>)
  })

  it('of an upload are given up and leave no file', async () => {
    const path = join(temporaryFolder(), 'upload')
    await expect(receiveFile(slowRequest({ 'content-length': '10' }), path, 30)).rejects.toMatchObject({ status: 408 })
    expect(existsSync(path)).toBe(false)
  })

  it('larger than the disk are refused before a byte is written', async () => {
    const path = join(temporaryFolder(), 'upload')
    const request = slowRequest({ 'content-length': String(2 ** 52) })
    await expect(receiveFile(request, path)).rejects.toMatchObject({ code: 'disk-full' })
    expect(existsSync(path)).toBe(false)
  })
})

describe('keys', () => {
  it('that are handed to a browser die after a minute', () => {
    let now = 1_000
    const keys = createKeys(() => now)
    const [early, late] = [keys.once(), keys.once()]
    now += 60_000
    expect(keys.exchange(early)).not.toBeNull()
    now += 1
    expect(keys.exchange(late)).toBeNull()
  })

  it('admit the token and nothing else', () => {
    const keys = createKeys()
    const token = keys.exchange(keys.printed) ?? ''
    expect(keys.admits(token)).toBe(true)
    for (const wrong of ['', keys.printed, `${token} `, token.slice(1), token.toLowerCase()])
      expect(keys.admits(wrong)).toBe(false)
    expect(keys.exchange('')).toBeNull()
    expect(keys.exchange(token)).toBeNull()
  })
})
