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
  const signals = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT))
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
  const { signals, port, worker } = start(order)
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
    Atomics.store(signals, Signal.stop, 1)
    Atomics.notify(signals, Signal.consumed)
    port.close()
    void worker.terminate()
  }
}

/** The same without holding the thread: for a dry run, beside which charts must be answered. */
export async function ingest(order: Order, take: (message: IngestMessage) => void, stop: () => boolean): Promise<void> {
  const { signals, port, worker } = start(order)
  const watch = setInterval(() => {
    if (stop()) Atomics.store(signals, Signal.stop, 1)
  }, LOOK_MS)
  try {
    await new Promise<void>((done, fail) => {
      worker.once('error', fail)
      worker.once('exit', () => setImmediate(() => fail(lost())))
      port.on('message', (message: IngestMessage) => {
        if (message.kind === 'failed') return fail(failure(message))
        if (message.kind === 'stopped') return fail(cancelled())
        take(message)
        if (message.kind === 'done') done()
      })
    })
  } finally {
    clearInterval(watch)
    port.close()
    void worker.terminate()
  }
}

export { FileRefusal }
