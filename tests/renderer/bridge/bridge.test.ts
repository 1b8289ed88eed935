// The page's side of both transports, without a host behind it.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { http } from '../../../electron/shared/contract/http.ts'
import type { PageApi } from '../../../electron/shared/contract/page.ts'
import { httpBridge } from '../../../renderer/bridge/httpTransport.ts'
import { ipcBridge } from '../../../renderer/bridge/ipcTransport.ts'
import { createListeners } from '../../../renderer/bridge/listeners.ts'

const origin = 'http://127.0.0.1:41730'
const answer = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })
afterEach(() => vi.useRealTimers())

describe('events', () => {
  it('are told to those who listen, until they stop', async () => {
    const listeners = createListeners()
    const heard: unknown[] = []
    const end = listeners.on('data.changed', (value) => heard.push(value))
    await listeners.hear('data.changed', { batch: 3 })
    end()
    await listeners.hear('data.changed', { batch: 4 })
    expect(heard).toEqual([{ batch: 3 }])
  })

  it('of another name or form are dropped', async () => {
    const listeners = createListeners()
    const heard: unknown[] = []
    listeners.on('data.changed', (value) => heard.push(value))
    for (const [name, value] of [
      ['data.changed', { batch: 'x' }],
      ['__proto__', {}],
      ['toString', {}],
      ['data.changed', null],
    ] as const)
      await listeners.hear(name, value)
    expect(heard).toEqual([])
  })

  it('that came before anyone listened are kept only where they were said once: opened files, asked views', async () => {
    const listeners = createListeners()
    await listeners.hear('view.open', { path: '/trade' })
    await listeners.hear('data.changed', { batch: 1 })
    const [views, changes]: [unknown[], unknown[]] = [[], []]
    listeners.on('view.open', (value) => views.push(value))
    listeners.on('view.open', (value) => views.push(value))
    listeners.on('data.changed', (value) => changes.push(value))
    expect([views, changes]).toEqual([[{ path: '/trade' }], []])
  })
})

describe('the browser host', () => {
  const bridge = (token: string | null, fetch: typeof globalThis.fetch) => httpBridge({ origin, token: async () => token, fetch })
  /** Answers calls by `reply` and leaves the stream of events open. */
  const host = (reply: () => Promise<Response>) =>
    vi.fn<typeof globalThis.fetch>((input) => (String(input).endsWith(http.events) ? new Promise(() => {}) : reply()))

  it('is asked with the token and JSON, at its own address', async () => {
    const fetch = host(async () => answer({ ok: true, value: [] }))
    expect(await bridge('t', fetch).client['events.list']({})).toEqual([])
    const [address, init] = fetch.mock.calls.find(([input]) => String(input).includes(http.call)) ?? []
    expect(address).toBe(`${origin}/call/events.list`)
    expect(init).toMatchObject({
      method: 'POST',
      body: '{}',
      headers: { [http.tokenHeader]: 't', 'content-type': 'application/json' },
    })
  })

  it('keeps a setting that is on its way when the page goes, and no other call', async () => {
    const fetch = host(async () => answer({ ok: true, value: [] }))
    const { client } = bridge('t', fetch)
    await client['settings.set']({ language: 'kk' })
    await client['events.list']({})
    const kept = (name: string) => fetch.mock.calls.find(([input]) => String(input).endsWith(name))?.[1]?.keepalive
    expect([kept('settings.set'), kept('events.list')]).toEqual([true, false])
  })

  it('that is gone is said in words, whatever its absence looks like', async () => {
    const gone = [
      async () => Promise.reject(new TypeError('fetch failed')),
      async () => new Response('<html>'),
      async () => answer('x'),
    ]
    for (const reply of gone)
      await expect(bridge('t', host(reply)).client['events.list']({})).rejects.toMatchObject({
        code: 'worker-lost',
        message: expect.stringMatching(/Start it again; nothing was lost/),
      })
  })

  it('is not asked at all by a page that has no token', async () => {
    const fetch = host(async () => answer({ ok: true, value: [] }))
    await expect(bridge(null, fetch).client['events.list']({})).rejects.toMatchObject({ code: 'refused' })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is heard again after its stream of events was cut, even in the middle of a line; what was said meanwhile counts as a change', async () => {
    vi.useFakeTimers()
    const streams = [
      '{"name":"data.changed","value":{"batch":1}}\n{"name":"data.cha',
      '\n{"name":"data.changed","value":{"batch":2}}\n',
    ]
    const fetch = vi.fn<typeof globalThis.fetch>(async () => {
      const text = streams.shift()
      return new Response(text ?? new ReadableStream())
    })
    const heard: unknown[] = []
    bridge('t', fetch).onEvent('data.changed', (value) => heard.push(value))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(heard).toEqual([{ batch: 1 }, { batch: null }, { batch: 2 }, { batch: null }])
  })

  it('takes each dropped file by its name', async () => {
    const fetch = host(async () => answer({ ok: true, value: { token: 'A'.repeat(24), name: 'q.csv', bytes: 1 } }))
    const file = new File(['x'], 'Квартал 3.csv')
    expect(await bridge('t', fetch).dropFiles([file])).toHaveLength(1)
    const [, init] = fetch.mock.calls.find(([input]) => String(input).endsWith(http.files)) ?? []
    expect(init?.headers).toMatchObject({ [http.nameHeader]: encodeURIComponent('Квартал 3.csv') })
    expect(init?.body).toBe(file)
  })
})

describe('the Electron host', () => {
  const api = (changes: Partial<PageApi>): PageApi => ({
    call: async () => ({ ok: true, value: null }),
    openFiles: async () => ({ ok: true, value: [] }),
    onEvent: () => () => {},
    ...changes,
  })

  it('refuses as the contract does', async () => {
    const error = { code: 'file-unreadable', message: 'a.csv: this is a folder.', detail: '' } as const
    const bridge = ipcBridge(api({ openFiles: async () => ({ ok: false, error }) }))
    await expect(bridge.dropFiles([new File([], 'a.csv')])).rejects.toMatchObject(error)
  })

  it('saves and opens links by its own dialogs', async () => {
    const calls: unknown[] = []
    const call: PageApi['call'] = async (name, request) => {
      calls.push([name, request])
      return { ok: true, value: { saved: true, name: 'a.pdf', opened: false } }
    }
    const bridge = ipcBridge(api({ call }))
    expect(await bridge.save('T')).toMatchObject({ saved: true, name: 'a.pdf' })
    expect(await bridge.openLink('https://stat.gov.kz/')).toBe(false)
    expect(calls).toEqual([
      ['host.save', { token: 'T' }],
      ['host.openLink', { url: 'https://stat.gov.kz/' }],
    ])
  })
})
