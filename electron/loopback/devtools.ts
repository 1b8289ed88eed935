// A headless browser driven through a pair of pipes: no port is opened, and nobody else can reach it.
import { spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

export interface Browser {
  /** One command of the DevTools protocol. @throws {Error} the browser's own refusal, or that it ended */
  send(method: string, parameters?: object, session?: string): Promise<Readonly<Record<string, unknown>>>
  /** Resolves at the next event of that name in that session. */
  event(method: string, session: string): Promise<void>
  /** Ends the browser, by force where it does not end by itself. */
  close(): Promise<void>
}

const CLOSE_MS = 2_000

/** @param args switches beside those of the pipes */
export function startBrowser(file: string, args: readonly string[]): Browser {
  const child = spawn(file, ['--remote-debugging-pipe', ...args], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, { done: (result: Readonly<Record<string, unknown>>) => void; failed: (error: Error) => void }>()
  const listeners: { method: string; session: string; done: () => void; failed: (error: Error) => void }[] = []
  let next = 1
  let ended: Error | null = null
  const end = (error: Error): void => {
    ended ??= error
    for (const one of waiting.values()) one.failed(ended)
    waiting.clear()
    for (const one of listeners.splice(0)) one.failed(ended)
  }
  const exited = new Promise<void>((done) => {
    child.once('exit', (code) => {
      end(new Error(`the browser ended with ${code}`))
      done()
    })
    child.once('error', (error) => {
      end(error)
      done()
    })
  })
  // a pipe that breaks when the browser ends is told by its exit
  input.on('error', () => {})
  output.on('error', () => {})
  const take = (answer: Answer): void => {
    if (answer.id !== undefined) {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.error) asked?.failed(new Error(answer.error.message))
      else asked?.done(answer.result ?? {})
      return
    }
    const heard = listeners.filter((one) => one.method === answer.method && one.session === answer.sessionId)
    for (const one of heard) {
      listeners.splice(listeners.indexOf(one), 1)
      one.done()
    }
  }
  // messages end with a zero byte and may come in any pieces
  let pieces: Buffer[] = []
  output.on('data', (chunk: Buffer) => {
    let from = 0
    for (let zero = chunk.indexOf(0); zero >= 0; zero = chunk.indexOf(0, from)) {
      pieces.push(chunk.subarray(from, zero))
      take(JSON.parse(Buffer.concat(pieces).toString('utf8')) as Answer)
      pieces = []
      from = zero + 1
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from))
  })
  return {
    send: (method, parameters = {}, session) =>
      new Promise((done, failed) => {
        if (ended) {
          failed(ended)
          return
        }
        const id = next++
        waiting.set(id, { done, failed })
        input.write(
          `${JSON.stringify({ id, method, params: parameters, ...(session === undefined ? {} : { sessionId: session }) })}\0`,
        )
      }),
    event: (method, session) =>
      new Promise((done, failed) => {
        if (ended) failed(ended)
        else listeners.push({ method, session, done, failed })
      }),
    close: async () => {
      if (ended === null) input.end(`${JSON.stringify({ id: next++, method: 'Browser.close' })}\0`)
      const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS)
      await exited
      clearTimeout(timer)
    },
  }
}
