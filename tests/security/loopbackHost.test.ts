// Hole: any page of any site, a name that points here by a DNS trick, or another program may speak to a port of this computer. Promise: the
// browser host listens on 127.0.0.1 alone and answers its own page, by exact Host, Origin and a token of at least 128 bits that is fresh at
// each start and stands in no page, header or address; without CORS, without guessing of types, and nothing that can be read in two ways.
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openAssets } from '../../electron/host/assets.ts'
import type { Host } from '../../electron/host/openHost.ts'
import { newOutput } from '../../electron/host/spool.ts'
import { type Loopback, startLoopback } from '../../electron/loopback/server.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { http } from '../../electron/shared/contract/http.ts'
import { temporaryFolder } from '../db/support/store.ts'
import { exchangeKey, openTestHost, pageFolder } from '../loopback/support/host.ts'

let host: Host
let server: Loopback
let token: string
let port: number
const folder = pageFolder()

beforeAll(async () => {
  writeFileSync(join(folder, '..', 'secret.txt'), 'secret')
  symlinkSync('/etc/passwd', join(folder, 'passwd.html'))
  host = openTestHost('loopback')
  await host.ready()
  server = await startLoopback({ host, assets: openAssets(folder), port: null })
  port = Number(new URL(server.origin).port)
  token = await exchangeKey(server)
})
afterAll(async () => {
  await server.close()
  await host.close()
})

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
/** A request with exactly these headers, as no browser would let a page send it. */
function send(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body = ''): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
        )
      },
    )
    request.on('error', fail)
    request.end(body)
  })
}
const own = () => ({
  origin: server.origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  [http.tokenHeader]: token,
})
const info = `${http.call}host.info`
/** Bytes as they stand on the wire. */
function sendRaw(text: string, waitMs = 1_000): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let seen = ''
    socket.on('data', (chunk) => {
      seen += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => done(seen))
    setTimeout(() => socket.destroy(), waitMs)
  })
}

describe('who is answered', () => {
  it('our own page with its token', async () => {
    const answer = await send('POST', info, own(), '{}')
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { host: 'loopback' } })
  })

  it.each([
    ['without a token', { [http.tokenHeader]: '' }],
    ['with a wrong token', { [http.tokenHeader]: 'A'.repeat(43) }],
    ['from another site', { origin: 'https://evil.example' }],
    ['from another port of this computer', { origin: 'http://127.0.0.1:1' }],
    ['from a null origin', { origin: 'null' }],
    ['by a name that points here', { host: 'evil.example' }],
    ['by localhost, which another program may have taken', { host: 'localhost:41730' }],
    ['by a Host without the port', { host: '127.0.0.1' }],
    ['marked as from another site', { 'sec-fetch-site': 'cross-site' }],
    ['marked as from the same site', { 'sec-fetch-site': 'same-site' }],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }],
  ])('nobody %s', async (_name, change) => {
    expect((await send('POST', info, { ...own(), ...change }, '{}')).status).toBe(403)
  })

  it('nobody who leaves the origin out of a POST', async () => {
    const { origin: _left, ...rest } = own()
    expect((await send('POST', info, rest, '{}')).status).toBe(403)
  })

  it.each(['OPTIONS', 'PUT', 'DELETE', 'TRACE', 'PATCH', 'HEAD'])('nobody by %s', async (method) => {
    const answer = await send(method, info, own())
    expect(answer.status).toBe(403)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('nobody for an event stream, an upload or a download without the token', async () => {
    const bare = { origin: server.origin, 'sec-fetch-site': 'same-origin' }
    expect((await send('GET', http.events, bare)).status).toBe(403)
    expect((await send('POST', http.files, bare, 'x')).status).toBe(403)
    expect((await send('GET', `${http.download}${'A'.repeat(32)}`, bare)).status).toBe(403)
  })

  it('no other computer: every address but 127.0.0.1 is closed', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    const tries = ['127.0.0.2', ...outside.map(({ address }) => address)]
    const reached = await Promise.all(
      tries.map(
        (address) =>
          new Promise<boolean>((done) => {
            const socket = connect({ port, host: address, timeout: 1_000 })
            const end = (open: boolean) => {
              socket.destroy()
              done(open)
            }
            socket.on('connect', () => end(true))
            socket.on('error', () => end(false))
            socket.on('timeout', () => end(false))
          }),
      ),
    )
    expect(reached).toEqual(tries.map(() => false))
  })
})

describe('keys and tokens', () => {
  it('are fresh at every start and at least 128 bits long', async () => {
    const other = await startLoopback({ host, assets: openAssets(folder), port: null })
    expect(other.printed.split(http.keyPrefix)[1]).not.toBe(server.printed.split(http.keyPrefix)[1])
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16)
    expect(await exchangeKey(other)).not.toBe(token)
    await other.close()
  })

  it('stand behind the # of the address, which no browser sends', () => {
    expect(new URL(server.printed).hash).toMatch(/^#key=[A-Za-z0-9_-]{43}$/)
    expect(new URL(server.printed).search).toBe('')
  })

  it('for a started browser work once', async () => {
    const address = server.once()
    expect(await exchangeKey(server, address)).toBe(token)
    await expect(exchangeKey(server, address)).rejects.toThrow('403')
  })

  it('never stand in the page or its headers', async () => {
    for (const path of ['/', '/assets/index-1.js', '/nothing']) {
      const answer = await send('GET', path)
      expect(JSON.stringify(answer)).not.toContain(token)
      expect(JSON.stringify(answer)).not.toContain(server.printed.split(http.keyPrefix)[1])
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  it('are not exchanged for another page', async () => {
    const body = JSON.stringify({ key: server.printed.split(http.keyPrefix)[1] })
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' }
    expect((await send('POST', http.session, headers, body)).status).toBe(403)
    for (const wrong of ['{}', '{"key":""}', '{"key":["x"]}', '[]', 'null', '"x"'])
      expect((await send('POST', http.session, { ...own() }, wrong)).status).toBe(403)
  })
})

describe('the page', () => {
  it('comes with a strict policy and a fresh style nonce each time', async () => {
    const [first, second] = [await send('GET', '/'), await send('GET', '/')]
    const nonceOf = ({ headers }: Answer) => /'nonce-([\w-]+)'/.exec(String(headers['content-security-policy']))?.[1]
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    })
    expect(first.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{24}'; /,
    )
    expect(first.headers['content-security-policy']).not.toMatch(/unsafe/)
    expect(nonceOf(first)).not.toBe(nonceOf(second))
    expect(first.body).toContain(`nonce="${nonceOf(first)}"`)
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%252e%252e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/assets/../../secret.txt',
    '/index.html%00.js',
    '/./index.html',
    '//index.html',
    '/assets',
    '/assets/',
    '/passwd.html',
    '/C:/Windows/win.ini',
    '/index.html/',
    '/INDEX.HTML',
  ])('has no file %s', async (path) => {
    const answer = await send('GET', path)
    expect(answer.status).toBe(404)
    expect(answer.body).toBe('not found')
  })

  it('is not given to another site as a script or a frame', async () => {
    expect((await send('GET', '/assets/index-1.js', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await send('GET', '/', { 'sec-fetch-site': 'none' })).status).toBe(200)
  })
})

describe('bodies', () => {
  it('must be JSON by type and by content', async () => {
    expect((await send('POST', info, { ...own(), 'content-type': 'text/plain' }, '{}')).status).toBe(415)
    expect((await send('POST', info, { ...own(), 'content-type': 'application/x-www-form-urlencoded' }, 'a=1')).status).toBe(415)
    expect((await send('POST', info, own(), '{')).status).toBe(400)
  })

  it('longer than a megabyte are refused, with or without a length', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(1_100_000) })
    expect((await send('POST', info, own(), long)).status).toBe(413)
    const chunked = await send('POST', info, { ...own(), 'transfer-encoding': 'chunked' }, long).catch(() => ({ status: 413 }))
    expect(chunked.status).toBe(413)
  })

  it('that could be read in two ways are not read at all', async () => {
    const head = `POST ${info} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${server.origin}\r\n${http.tokenHeader}: ${token}\r\nContent-Type: application/json\r\n`
    const both = await sendRaw(
      `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n`,
    )
    expect(both).toMatch(/^HTTP\/1\.1 400/)
    const twoHosts = await sendRaw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\n\r\n`)
    expect(twoHosts).toMatch(/^HTTP\/1\.1 (400|403)/)
    const absolute = await sendRaw(
      `GET http://127.0.0.1:${port}/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
    )
    expect(absolute).toMatch(/^HTTP\/1\.1 403/)
  })

  it('of an upload are kept as a file under a token, whatever name they come with', async () => {
    const name = encodeURIComponent('../../etc/Отчёт?.csv')
    const answer = await send('POST', http.files, { ...own(), [http.nameHeader]: name, 'content-length': '4' }, 'a,b\n')
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { name: 'Отчёт?.csv', bytes: 4 } })
    expect(readdirSync(host.spool).filter((entry) => entry.startsWith('upload-'))).toEqual([])
  })

  it('of an upload leave no file behind where too many are open to take it', async () => {
    const busy = new CallError('busy', 'Too many files are being read at once. Wait until one is done.')
    vi.spyOn(host.files, 'open').mockImplementationOnce(() => {
      throw busy
    })
    const answer = await send('POST', http.files, { ...own(), [http.nameHeader]: 'a.csv', 'content-length': '4' }, 'a,b\n')
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'busy' } })
    expect(readdirSync(host.spool).filter((entry) => entry.startsWith('upload-'))).toEqual([])
  })

  it('of an upload need a length', async () => {
    expect((await send('POST', http.files, { ...own(), 'transfer-encoding': 'chunked' }, 'x')).status).toBe(411)
  })
})

describe('what is finished', () => {
  it('is downloaded by its token, with its name, and as nothing a browser would run', async () => {
    const output = newOutput(host.spool, 'Справка.html')
    writeFileSync(output.path, '<script>alert(1)</script>')
    const answer = await send('GET', `${http.download}${output.token}`, own())
    expect(answer).toMatchObject({ status: 200, body: '<script>alert(1)</script>' })
    expect(answer.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' })
    expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('Справка.html')}`)
  })

  it('does not lie there for ever: what was downloaded whole is taken away', async () => {
    const output = newOutput(host.spool, 'Report.csv')
    writeFileSync(output.path, 'a\n')
    expect((await send('GET', `${http.download}${output.token}`, own())).body).toBe('a\n')
    await vi.waitFor(() => expect(readdirSync(host.spool)).not.toContain(output.token))
  })

  it.each(['../../etc', '..', '%2e%2e', 'A'.repeat(32)])('is not found under %s', async (name) => {
    const answer = await send('GET', `${http.download}${name}`, own())
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

describe('the port', () => {
  it('that was asked for and is taken is refused by its number', async () => {
    await expect(startLoopback({ host, assets: openAssets(folder), port })).rejects.toMatchObject({
      code: 'busy',
      message: `Port ${port} is taken by another program. Choose another port, or leave --port out.`,
    })
  })

  it('that was not asked for gives way to the next free one', async () => {
    const other = await startLoopback({ host, assets: openAssets(folder), port: null })
    expect(other.origin).not.toBe(server.origin)
    await other.close()
  })

  it('is free again after closing, with a stream still open', async () => {
    const other = await startLoopback({ host, assets: openAssets(folder), port: null })
    const taken = Number(new URL(other.origin).port)
    const secret = await exchangeKey(other)
    const stream = await fetch(`${other.origin}${http.events}`, { headers: { [http.tokenHeader]: secret } })
    expect(stream.status).toBe(200)
    await other.close()
    await new Promise<void>((done, fail) => {
      const next = createServer()
        .on('error', fail)
        .listen(taken, '127.0.0.1', () => next.close(() => done()))
    })
  })
})

it('a page folder that was not built is said at the start', () => {
  const empty = temporaryFolder()
  mkdirSync(join(empty, 'none'))
  expect(() => openAssets(join(empty, 'missing'))).toThrow('ENOENT')
  expect(openAssets(empty).paths).toEqual([])
})
