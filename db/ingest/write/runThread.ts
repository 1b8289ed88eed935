import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { type IngestMessage, type IngestOrder, Signal } from '../messages.ts'
import { FileRefusal } from '../refusal.ts'

export type Order = Omit<IngestOrder, 'signals'>

/** The reading thread: beside this file in a run from source, beside the data thread in a build. */
function threadUrl(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('../thread.ts', here)
  return new URL(here.includes('/chunks/') ? '../ingest.js' : './ingest.js', here)
}

/** Silence after which the thread counts as lost; it speaks after every piece it reads. */
const SILENCE_MS = 120_000
/** How often a stop is looked for. */
const LOOK_MS = 50

function start(order: Order) {
  const signals = new Int32Array(new SharedArrayBuffer(Object.keys(Signal).length * Int32Array.BYTES_PER_ELEMENT))
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(threadUrl(), {
    workerData: { order: { ...order, signals } satisfies IngestOrder, port: port2 },
    transferList: [port2],
    name: 'multivector ingest',
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
  worker.unref()
  return { signals, port: port1, worker }
}

/** How long a thread may take to let go of the store; it looks for a stop after every piece it reads. */
const CLOSE_MS = 5_000

/**
 * Ends the thread: it is told to stop, closes its connection, and only then goes. Torn down in the midst of SQLite it would take the whole
 * process with it.
 */
function end({ signals, port, worker }: ReturnType<typeof start>): void {
  Atomics.store(signals, Signal.stop, 1)
  Atomics.notify(signals, Signal.consumed)
  Atomics.wait(signals, Signal.closed, 0, CLOSE_MS)
  port.close()
  void worker.terminate()
}

function failure(message: Extract<IngestMessage, { kind: 'failed' }>): Error {
  if (message.name === 'CallError') return new CallError('refused', message.message)
  const error = Object.assign(new Error(message.message), { code: message.code })
  error.stack = message.stack
  return error
}

const cancelled = (): CallError => new CallError('cancelled', 'The import was cancelled. Nothing was written.')
const lost = (): CallError => new CallError('worker-lost', 'The thread that reads files stopped. Nothing was written. Try again.')

/**
 * Reads a file and hands every message over as it comes, without leaving this call: the thread that owns the write transaction must
 * not turn to other work in between.
 *
 * @param stop asked between messages
 * @param idle called while there is nothing to take; false = it has no more to do
 * @throws {CallError} cancelled, worker-lost, as the file is refused
 */
export function ingestSync(order: Order, take: (message: IngestMessage) => void, stop: () => boolean, idle: () => boolean): void {
  const thread = start(order)
  const { signals, port } = thread
  let seen = 0
  let quietSince = performance.now()
  let lookedAt = 0
  let busy = true
  try {
    for (;;) {
      const received = receiveMessageOnPort(port) as { readonly message: IngestMessage } | undefined
      const now = performance.now()
      if (now - lookedAt > LOOK_MS) {
        lookedAt = now
        if (stop()) throw cancelled()
      }
      if (!received) {
        if (now - quietSince > SILENCE_MS) throw lost()
        if (busy) {
          busy = idle()
          continue
        }
        Atomics.wait(signals, Signal.sent, seen, LOOK_MS)
        seen = Atomics.load(signals, Signal.sent)
        continue
      }
      quietSince = now
      const { message } = received
      if (message.kind === 'failed') throw failure(message)
      if (message.kind === 'stopped') throw cancelled()
      take(message)
      if (message.kind === 'rows') {
        Atomics.add(signals, Signal.consumed, 1)
        Atomics.notify(signals, Signal.consumed)
      }
      if (message.kind === 'done') return
    }
  } finally {
    end(thread)
  }
}

/** The same without holding the thread: for a dry run, beside which charts must be answered. */
export async function ingest(order: Order, take: (message: IngestMessage) => void, stop: () => boolean): Promise<void> {
  const thread = start(order)
  const { signals, port, worker } = thread
  const watch = setInterval(() => {
    if (stop()) Atomics.store(signals, Signal.stop, 1)
  }, LOOK_MS)
  try {
    await new Promise<void>((done, fail) => {
      worker.once('error', fail)
      // the end of the port comes behind every message of the thread; the end of the thread may overtake them
      port.once('close', () => fail(lost()))
      port.on('message', (message: IngestMessage) => {
        if (message.kind === 'failed') return fail(failure(message))
        if (message.kind === 'stopped') return fail(cancelled())
        take(message)
        if (message.kind === 'done') done()
      })
    })
  } finally {
    clearInterval(watch)
    end(thread)
  }
}

export { FileRefusal }
