// The two threads from the host's side: who answers what, and what is said when one is lost.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type DataPort, openDataPort } from '../../../electron/host/dataPort.ts'
import { warmThread } from '../../../electron/host/warmThread.ts'

const ports: DataPort[] = []
function open(store = 'store', readerWhenAsked = false, writerRestMs?: number): { port: DataPort; heard: string[] } {
  const port = openDataPort({
    worker: new URL('./support/mortalWorker.mjs', import.meta.url),
    store,
    schema: '',
    fonts: '',
    data: '',
    openOnly: false,
    spool: '',
    version: '0',
    mustExist: false,
    readerWhenAsked,
    ...(writerRestMs === undefined ? {} : { writerRestMs }),
  })
  ports.push(port)
  const heard: string[] = []
  port.listen((name, value) => {
    if (name === 'worker.restarted' && 'thread' in value) heard.push(value.thread)
  })
  return { port, heard }
}
const ask = (port: DataPort, text: string) => port.call('search.query', { text })

afterEach(async () => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  await Promise.all(ports.splice(0).map((port) => port.close()))
})

describe('two threads', () => {
  it('answer reads by the reader and writes by the writer', async () => {
    const { port } = open()
    expect(await ask(port, 'x')).toBe('reader')
    expect(await port.call('settings.set', {})).toBe('writer')
    expect(port.state()).toMatchObject({ phase: 'ready', failure: null })
  })

  it('answer for settings only after a choice that is on its way, also one that fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { port } = open()
    const answered: string[] = []
    const note = (what: string) => () => void answered.push(what)
    const set = port.call('settings.set', {}).then(note('set'))
    const get = port.call('settings.get', {}).then(note('get'))
    await Promise.all([set, get])
    expect(answered).toEqual(['set', 'get'])
    await port.call('settings.set', { text: 'die' } as never).catch(note('lost'))
    expect(await port.call('settings.get', {})).toBe('reader')
    expect(answered.at(-1)).toBe('lost')
    // a choice behind a long import holds nobody up
    void port.call('settings.set', { text: 'wait' } as never).catch(() => {})
    expect(await port.call('settings.get', {})).toBe('reader')
  })

  it('begin with a thread that was started early, where there is one, and go on alone when it is lost', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const worker = new URL('./support/mortalWorker.mjs', import.meta.url)
    warmThread(new URL('another.mjs', worker))
    const { port: other } = open()
    expect(await other.call('settings.set', {}), 'a thread of another program is not taken').toBe('writer')
    warmThread(worker)
    const { port } = open('store', true)
    const early = await port.call('settings.set', { text: 'which' } as never)
    await port.call('settings.set', { text: 'die' } as never).catch(() => {})
    const later = await port.call('settings.set', { text: 'which' } as never)
    expect(later).not.toBe(early)
    expect(await port.call('settings.set', {})).toBe('writer')
  })

  it('leave the reader alone until something is to be read, where they are told so', async () => {
    const { port, heard } = open('store', true)
    expect(await port.ready()).toMatchObject({ phase: 'ready' })
    expect(await port.call('settings.set', {})).toBe('writer')
    expect(await ask(port, 'x')).toBe('reader')
    await ask(port, 'die').catch(() => {})
    expect(await ask(port, 'x'), 'started again once when it is lost').toBe('reader')
    expect(heard).toEqual(['reader'])
  })

  it('tell once that figures changed, also where the reader finds what the writer has told', async () => {
    const { port } = open()
    let heard = 0
    port.listen((name) => {
      if (name === 'data.changed') heard++
    })
    await ask(port, 'changed 7 0')
    expect(heard, 'another program wrote').toBe(1)
    await port.call('settings.set', { text: 'changed 8 0' } as never)
    await ask(port, 'changed 8 0')
    expect(heard, 'the batch of this host, found by its reader, too').toBe(2)
    await ask(port, 'changed 9 0')
    expect(heard, 'another program wrote right after').toBe(3)
    await ask(port, 'changed 9 1')
    expect(heard, 'and took it back').toBe(4)
  })

  it.each(['die', 'throw'])('are started again once when one is lost (%s), and the reader is told', async (how) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { port, heard } = open()
    const waiting = ask(port, 'wait').catch((error: unknown) => error)
    await expect(ask(port, how)).rejects.toMatchObject({ code: 'worker-lost', message: expect.stringContaining('started again') })
    expect(await waiting).toMatchObject({ code: 'worker-lost' })
    expect(heard).toEqual(['reader'])
    expect(await ask(port, 'x')).toBe('reader')
    expect(await port.call('settings.set', {}), 'the writer was not touched').toBe('writer')
  })

  it('are given up the second time, in words that name the next step', async () => {
    const { port, heard } = open()
    await ask(port, 'die').catch(() => {})
    await ask(port, 'die').catch(() => {})
    expect(heard).toEqual(['reader'])
    await expect(ask(port, 'x')).rejects.toMatchObject({
      code: 'worker-lost',
      message: expect.stringContaining('start it again'),
    })
    expect(port.state()).toMatchObject({ phase: 'failed', failure: { code: 'worker-lost' } })
  })

  it('that never come up end the waiting', async () => {
    const { port } = open('dies at start')
    expect(await port.ready()).toMatchObject({ phase: 'failed', failure: { code: 'worker-lost' } })
  })

  it('that do not end when asked are stopped', async () => {
    const { port } = open()
    await port.ready()
    const started = performance.now()
    void ask(port, 'wait').catch(() => {})
    await port.close()
    expect(performance.now() - started).toBeLessThan(6_000)
  })
})

describe('a writer without work', () => {
  const REST_MS = 5_000
  const which = (port: DataPort) => port.call('settings.set', { text: 'which' })

  it('ends, and another is there for the next call; nobody is told of a loss', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { port, heard } = open('store', false, REST_MS)
    const first = await which(port)
    vi.advanceTimersByTime(REST_MS - 1)
    expect(await which(port), 'not before its time').toBe(first)
    vi.advanceTimersByTime(REST_MS)
    expect(await which(port)).not.toBe(first)
    expect(await ask(port, 'x'), 'the reader stays').toBe('reader')
    expect(heard).toEqual([])
    expect(port.state()).toMatchObject({ phase: 'ready' })
  })

  it('is one that waits for no answer: a long import is not cut off', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { port } = open('store', false, REST_MS)
    const long = port.call('settings.set', { text: 'wait' }).catch(() => 'ended by the test')
    const first = await which(port)
    vi.advanceTimersByTime(REST_MS * 10)
    expect(await which(port)).toBe(first)
    vi.useRealTimers()
    await port.close()
    expect(await long).toBe('ended by the test')
  })

  it('that cannot come back refuses the call, and the store may still be read', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { port } = open('lost later', false, REST_MS)
    await which(port)
    vi.advanceTimersByTime(REST_MS)
    await expect(which(port)).rejects.toMatchObject({ code: 'store-missing' })
    expect(port.state()).toMatchObject({ phase: 'ready' })
  })
})
