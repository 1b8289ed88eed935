// What two programs on one store, and a slow end of one, do to a store and to those who serve it.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../../db/worker/openStore.ts'
import { serve } from '../../../db/worker/serve.ts'
import type { WorkerMessage, WorkerRequest } from '../../../electron/host/protocol.ts'
import { builtStore, storeCopy, temporaryFolder, workerOptions } from '../support/store.ts'

afterEach(() => void vi.useRealTimers())

describe('a store that two programs build at once', () => {
  it('is the one of the program that was first, with what it wrote since', () => {
    const file = join(temporaryFolder(), 'new.sqlite')
    let first = true
    const store = openStore(workerOptions(file), () => {
      if (!first) return
      first = false
      copyFileSync(builtStore(), file)
      const other = new Database(file)
      other.exec("UPDATE batch SET note = 'written by the other' WHERE id = 1")
      other.close()
    })
    expect(first).toBe(false)
    expect(store.raw.prepare('SELECT note FROM batch WHERE id = 1').pluck().get()).toBe('written by the other')
    store.close()
  })
})

describe('a reader', () => {
  it('that was closed before it came to rest does not rest any more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let ask = (_: WorkerRequest): void => {}
    let said = (_: WorkerMessage): void => {}
    const next = (): Promise<WorkerMessage> => new Promise((done) => (said = done))
    const port = {
      on: (_: 'message', listener: typeof ask) => (ask = listener),
      postMessage: (message: WorkerMessage) => said(message),
      close: vi.fn(),
    }
    const opened = next()
    void serve(port as never, { ...workerOptions(storeCopy()), role: 'reader', alone: true })
    expect(await opened).toMatchObject({ kind: 'opened' })
    const replied = next()
    ask({ seq: 1, name: 'batches.list', request: {}, files: [] })
    expect(await replied).toMatchObject({ kind: 'reply', reply: { ok: true } })
    ask({ seq: 2, name: 'close', request: { tidy: false }, files: [] })
    await vi.waitFor(() => expect(port.close).toHaveBeenCalled())
    expect(() => vi.advanceTimersByTime(60_000)).not.toThrow()
  })
})
