// Logs rotate and hold no data: codes, channels and places in the program, never a message, a figure, a path or a request.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { DataPort } from '../../../electron/host/dataPort.ts'
import { createDispatch } from '../../../electron/host/dispatch.ts'
import { openLog, traceOf } from '../../../electron/host/log.ts'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { temporaryFolder } from '../../db/support/store.ts'

const entry = (i: number) => ({ part: 'host', code: 'internal', channel: 'store.check', id: String(i), trace: [] })
const secret = 'Kazakhstan 123456.78 /home/somebody/secret.csv'

describe('the log', () => {
  it('gives its newest entries first and survives a damaged line', () => {
    const store = join(temporaryFolder(), 's.sqlite')
    const log = openLog(store, () => '2026-11-27T00:00:00.000Z')
    log.write(entry(1))
    const { appendFileSync } = process.getBuiltinModule('node:fs')
    appendFileSync(`${store}.log`, '{"at":\n{"at":1}\n')
    log.write(entry(2))
    expect(log.last(5).map(({ id }) => id)).toEqual(['2', '1'])
    expect(log.last(1)).toHaveLength(1)
  })

  it('is put aside when it is long, twice, and readable by its owner alone', () => {
    const store = join(temporaryFolder(), 's.sqlite')
    const log = openLog(store, () => '2026-11-27T00:00:00.000Z', 1_000)
    for (let i = 0; i < 100; i++) log.write(entry(i))
    const names = readdirSync(join(store, '..')).sort()
    expect(names).toEqual(['s.sqlite.log', 's.sqlite.log.1', 's.sqlite.log.2'])
    for (const name of names) {
      const { size, mode } = statSync(join(store, '..', name))
      expect(size).toBeLessThan(1_200)
      expect(mode & 0o777).toBe(0o600)
    }
    expect(log.last(3).map(({ id }) => id)).toEqual(['99', '98', '97'])
  })

  it('where it cannot be written stops nothing', () => {
    const log = openLog('/no/such/folder/s.sqlite')
    log.write(entry(1))
    expect(log.last(5)).toEqual([])
  })

  it('takes down the kind and places of a bug, and nothing it says', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const store = join(temporaryFolder(), 's.sqlite')
    const port = {
      call: async (name: string) => {
        if (name === 'store.check') throw new TypeError(secret)
        if (name === 'batches.list') throw new CallError('not-found', secret, secret)
        throw new CallError('store-locked', secret, secret)
      },
    } as unknown as DataPort
    const log = openLog(store)
    const dispatch = createDispatch(port, {}, log)
    for (const name of ['store.check', 'sources.list', 'batches.list', 'no.such.channel']) await dispatch(name, {})
    expect(log.last(9)).toMatchObject([
      { code: 'store-locked', channel: 'sources.list', trace: [] },
      {
        code: 'internal',
        channel: 'store.check',
        trace: expect.arrayContaining(['TypeError', expect.stringContaining(basename(import.meta.filename))]),
      },
    ])
    const text = readFileSync(`${store}.log`, 'utf8')
    for (const word of ['Kazakhstan', '123456', '/home', 'secret', import.meta.dirname]) expect(text).not.toContain(word)
    vi.restoreAllMocks()
  })

  it('names places by file and line, without folders', () => {
    for (const place of traceOf(new Error(secret)).slice(1)) expect(place).not.toMatch(/[\\/]{1}\w+[\\/]/)
    expect(traceOf('text')).toEqual(['string'])
  })
})
