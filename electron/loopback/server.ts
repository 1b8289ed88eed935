import { randomBytes } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Assets } from '../host/assets.ts'
import { hardHeaders } from '../host/csp.ts'
import { toFailure } from '../host/failure.ts'
import type { Host } from '../host/openHost.ts'
import { dropOutput, findOutput } from '../host/spool.ts'
import { CallError, type Reply } from '../shared/contract/errors.ts'
import { http } from '../shared/contract/http.ts'
import { mostRequestBytes } from '../shared/contract/requestLimits.ts'
import { HttpRefusal, readJson, receiveFile } from './body.ts'
import { type Door, refuseReason } from './guard.ts'
import { createKeys, type Keys } from './keys.ts'

/** Where the browser host is looked for first, so that a browser keeps this page's settings from one start to the next. */
const USUAL_PORT = 41_730
const PORTS_TRIED = 10
/** Keeps an idle stream of events from being taken for a dead one. */
const HEARTBEAT_MS = 15_000

export interface LoopbackOptions {
  readonly host: Host
  readonly assets: Assets
  /** a port the user asked for: taken or nothing; null = the usual one or the next that is free */
  readonly port: number | null
  readonly keys?: Keys
}

export interface Loopback {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** the address for the owner's terminal */
  readonly printed: string
  /** an address to hand to a browser: works once */
  once(): string
  close(): Promise<void>
}

const sendJson = (response: ServerResponse, status: number, value: unknown): void => {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { ...hardHeaders, 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

const refusal = (message: string): Reply<never> => ({ ok: false, error: { code: 'refused', message, detail: '' } })

const doorOf = (path: string): Door => {
  if (path === http.session) return 'session'
  return path === http.events || path === http.files || path.startsWith(http.call) || path.startsWith(http.download)
    ? 'call'
    : 'page'
}

/** The last part of `/call/<name>` and `/download/<token>`. */
const rest = (path: string, prefix: string): string => path.slice(prefix.length)

class LoopbackServer {
  private readonly options: LoopbackOptions
  private readonly keys: Keys
  private readonly streams = new Set<ServerResponse>()
  /** own address as the Host header has it; known once the port is */
  host = ''

  constructor(options: LoopbackOptions, keys: Keys) {
    this.options = options
    this.keys = keys
  }

  tell(name: string, value: unknown): void {
    for (const stream of this.streams) stream.write(`${JSON.stringify({ name, value })}\n`)
  }

  heartbeat(): void {
    for (const stream of this.streams) stream.write('\n')
  }

  endStreams(): void {
    for (const stream of this.streams) stream.end()
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const door = doorOf(path)
    try {
      const reason = refuseReason(request, this.host, door)
      if (reason !== null) throw new HttpRefusal(403, 'This address answers only to its own page.')
      if (door === 'call' && !this.keys.admits(String(request.headers[http.tokenHeader] ?? '')))
        throw new HttpRefusal(403, 'The token is missing or belongs to an earlier start.')
      await this.route(path, request, response)
    } catch (error) {
      this.fail(request, response, error)
    }
  }

  private async route(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method } = request
    if (method === 'POST' && path === http.session) return this.session(request, response)
    if (method === 'POST' && path.startsWith(http.call)) {
      const { host } = this.options
      const name = rest(path, http.call)
      return sendJson(response, 200, await host.dispatch(name, await readJson(request, { bytes: mostRequestBytes(name) })))
    }
    if (method === 'POST' && path === http.files) return this.upload(request, response)
    if (method === 'GET' && path === http.events) return this.follow(response)
    if (method === 'GET' && path.startsWith(http.download)) return this.download(rest(path, http.download), response)
    if (method !== 'GET') throw new HttpRefusal(405, 'There is nothing to send here.')
    const asset = await this.options.assets.read(path)
    response.writeHead(asset.status, { ...asset.headers }).end(asset.body)
  }

  private async session(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request)
    const key = typeof body === 'object' && body !== null && 'key' in body ? String(body.key) : ''
    const token = this.keys.exchange(key)
    if (token === null) throw new HttpRefusal(403, 'The address was already used or belongs to an earlier start.')
    sendJson(response, 200, { token })
  }

  private async upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host } = this.options
    const name = basename(decodeName(String(request.headers[http.nameHeader] ?? '')).replaceAll('\\', '/')) || 'file'
    const path = join(host.spool, `upload-${randomBytes(12).toString('hex')}`)
    await receiveFile(request, path)
    sendJson(response, 200, await this.openOnce(path, name))
  }

  /** Opens a received file, refused or not, for the last time: an open one lives on without its name. */
  private async openOnce(path: string, name: string): Promise<Reply<unknown>> {
    try {
      return { ok: true, value: this.options.host.files.open(path, name) }
    } finally {
      // a system that refuses to unlink an open file removes it with the folder
      await rm(path, { force: true }).catch(() => {})
    }
  }

  private follow(response: ServerResponse): void {
    response.writeHead(200, { ...hardHeaders, 'content-type': 'application/x-ndjson; charset=utf-8' })
    response.write('\n')
    this.streams.add(response)
    response.on('close', () => this.streams.delete(response))
  }

  private async download(token: string, response: ServerResponse): Promise<void> {
    const { name, path } = findOutput(this.options.host.spool, token)
    const encoded = encodeURIComponent(name)
    response.writeHead(200, {
      ...hardHeaders,
      'content-type': 'application/octet-stream',
      'content-length': statSync(path).size,
      'content-disposition': `attachment; filename*=UTF-8''${encoded}`,
      [http.nameHeader]: encoded,
    })
    await pipeline(createReadStream(path), response)
    // the page has it whole; what was cut off may be asked for again
    await dropOutput(this.options.host.spool, token)
  }

  private fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const found = request.errored instanceof HttpRefusal ? request.errored : error
    if (found instanceof HttpRefusal) {
      response.setHeader('connection', 'close')
      sendJson(response, found.status, refusal(found.message))
    } else if (request.errored || response.destroyed) response.destroy()
    else
      sendJson(response, found instanceof CallError ? 200 : 500, { ok: false, error: toFailure(found) } satisfies Reply<unknown>)
    // what is left of a body that nobody reads
    request.resume()
  }
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', fail)
      const address = server.address()
      done(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')

/** The asked port or a refusal; without one the usual port, the nine after it, and then whichever is free. */
async function takePort(server: Server, asked: number | null): Promise<number> {
  const tries = asked === null ? [...Array.from({ length: PORTS_TRIED }, (_, step) => USUAL_PORT + step), 0] : [asked]
  for (const port of tries) {
    try {
      return await listen(server, port)
    } catch (error) {
      if (!isTaken(error)) throw error
    }
  }
  throw new CallError('busy', `Port ${asked} is taken by another program. Choose another port, or leave --port out.`)
}

/**
 * Starts the browser host: the same page and contract as the desktop window, at 127.0.0.1 alone. There is no option to widen that.
 *
 * @throws {CallError} busy when the asked port is taken
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const keys = options.keys ?? createKeys()
  const handler = new LoopbackServer(options, keys)
  const server = createServer(
    {
      maxHeaderSize: 8_192,
      headersTimeout: 5_000,
      requestTimeout: 600_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 2_000,
    },
    (request, response) => void handler.answer(request, response),
  )
  server.maxConnections = 64
  const port = await takePort(server, options.port)
  handler.host = `127.0.0.1:${port}`
  const origin = `http://${handler.host}`
  const silence = options.host.listen((name, value) => handler.tell(name, value))
  const heartbeat = setInterval(() => handler.heartbeat(), HEARTBEAT_MS)
  const address = (key: string): string => `${origin}/${http.keyPrefix}${key}`
  return {
    origin,
    printed: address(keys.printed),
    once: () => address(keys.once()),
    close: async () => {
      silence()
      clearInterval(heartbeat)
      handler.endStreams()
      const closed = new Promise<void>((done) => {
        server.close(() => done())
      })
      server.closeAllConnections()
      await closed
    },
  }
}
