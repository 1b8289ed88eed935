// The built browser host as a process: a second one on the same store, a taken port, its end, and nothing but loopback in between.
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { http } from '../../electron/shared/contract/http.ts'
import { type Running, root, start } from '../cli/support/run.ts'
import { storeCopy } from '../db/support/store.ts'
import { exchangeKey, pageFetch } from '../loopback/support/host.ts'

const built = join(root, 'out', 'main', 'cli.js')
const running: Running[] = []
const serve = (...args: readonly string[]): Running => {
  const started = start(['serve', ...args], built)
  running.push(started)
  return started
}
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\/#key=[\w-]{43}/

beforeAll(() => {
  if (!existsSync(built)) throw new Error('npm run build comes before the contract suite')
})
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.stop()
    await one.exited
  }
})

describe('multivector serve', () => {
  it('prints an address whose page, key and calls work', async () => {
    const [address] = await serve('--store', storeCopy()).says(ADDRESS)
    const origin = new URL(address).origin
    const page = await (await fetch(origin)).text()
    expect(page).toContain('<div id="root">')
    const server = { origin, printed: address, once: () => address, close: async () => {} }
    const token = await exchangeKey(server)
    const reply = await pageFetch(origin)(`${origin}${http.call}host.info`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [http.tokenHeader]: token },
      body: '{}',
    })
    expect(await reply.json()).toMatchObject({ ok: true, value: { host: 'loopback', store: 'multivector.sqlite' } })
  })

  it('refuses a second host on the same store, in words, and leaves the first alone', async () => {
    const store = storeCopy()
    const first = serve('--store', store)
    await first.says(ADDRESS)
    const second = serve('--store', store)
    await second.says(/multivector serve: The store multivector\.sqlite is already open in another window/)
    expect(await second.exited).toBe(1)
    first.stop('SIGINT')
    expect(await first.exited).toBe(0)
    expect(existsSync(`${store}.open`)).toBe(false)
    await serve('--store', store).says(ADDRESS)
  })

  it('takes over after a host that was killed', async () => {
    const store = storeCopy()
    const first = serve('--store', store)
    await first.says(ADDRESS)
    first.stop('SIGKILL')
    await first.exited
    expect(existsSync(`${store}.open`)).toBe(true)
    await serve('--store', store).says(ADDRESS)
  })

  it('names a port that is taken', async () => {
    const taken = createServer()
    const port = await new Promise<number>((done) => {
      taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port))
    })
    const second = serve('--store', storeCopy(), '--port', String(port))
    await second.says(new RegExp(`multivector serve: Port ${port} is taken by another program\\. Choose another port`))
    expect(await second.exited).toBe(1)
    await new Promise((done) => taken.close(done))
  })
})

it('the built program has no source maps and names no folder of this machine', () => {
  const { readdirSync } = process.getBuiltinModule('node:fs')
  const files = readdirSync(join(root, 'out'), { recursive: true, encoding: 'utf8' })
  expect(files.filter((name) => name.endsWith('.map'))).toEqual([])
  const texts = files
    .filter((name) => /\.(js|cjs|html|css)$/.test(name))
    .map((name) => readFileSync(join(root, 'out', name), 'utf8'))
  expect(texts.length).toBeGreaterThan(5)
  expect(texts.filter((text) => text.includes(root) || text.includes('sourceMappingURL='))).toEqual([])
})
