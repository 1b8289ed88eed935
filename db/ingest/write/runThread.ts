import { type MessagePort, receiveMessageOnPort, type Worker } from 'node:worker_threads'
import { startReadingThread } from '../../../electron/host/warmThread.ts'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { Lots } from '../lots.ts'
import { type IngestMessage, type IngestOrder, type RowsAs, Signal } from '../messages.ts'
import { FileRefusal } from '../refusal.ts'
import type { Rows } from '../runs.ts'

export type Order = Omit<IngestOrder, 'signals' | 'lots'>

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
/** What one look counts for at most. */
const LONGEST_LOOK_MS = 2_000

/** A thread that reads, as its writer knows it. */
interface Begun {
  readonly port: MessagePort
  /** null = another thread started it, and hears of its errors */
  readonly worker: Worker | null
}

/** A file that a thread of its own reads. */
export interface Reading extends Begun {
  readonly signals: Int32Array<SharedArrayBuffer>
  /** null in a dry run */
  readonly lots: Lots | null
  /** true when the thread broke, as far as its end was heard of */
  lost: boolean
}

let prepared: Begun | null = null

/** Starts the thread of the next reading before its file is known: it loads its modules while the store is being opened. */
export function prepareReading(): void {
  if (prepared !== null) return
  const made = startReadingThread(threadUrl(), null)
  prepared = made
  // one that broke is not used
  made.worker.once('error', () => {
    if (prepared === made) prepared = null
  })
}

/** Takes over a thread that the host started for the next reading. */
export function adoptReading(port: MessagePort): void {
  const made: Begun = { port, worker: null }
  prepared = made
  port.once('close', () => {
    if (prepared === made) prepared = null
  })
  // listening keeps no thread alive
  port.unref()
}

/** Begins to read a file; nothing of it is handed over before {@link follow} names the batch. To be ended by {@link endReading}. */
export function startReading(order: Order): Reading {
  const signals = new Int32Array(new SharedArrayBuffer(Object.keys(Signal).length * Int32Array.BYTES_PER_ELEMENT))
  const lots = order.write ? Lots.memory() : null
  const whole: IngestOrder = { ...order, signals, lots }
  const { port, worker } = prepared ?? startReadingThread(threadUrl(), whole)
  if (prepared !== null) port.postMessage(whole)
  prepared = null
  const reading: Reading = { signals, port, worker, lots: lots === null ? null : new Lots(lots), lost: false }
  const lose = (): void => {
    reading.lost = true
  }
  worker?.once('error', lose)
  if (worker === null) port.once('close', lose)
  return reading
}

/** How long a thread may take to let go of the store; it looks for a stop after every piece it reads. */
const CLOSE_MS = 5_000

/**
 * Ends the thread: it is told to stop, closes its connection, and only then goes. Torn down in the midst of SQLite it would take the whole
 * process with it.
 */
export function endReading({ signals, port, worker }: Reading): void {
  Atomics.store(signals, Signal.stop, 1)
  Atomics.notify(signals, Signal.consumed)
  Atomics.notify(signals, Signal.batch)
  Atomics.wait(signals, Signal.closed, 0, CLOSE_MS)
  port.close()
  // one that has let go has nothing left to do and ends by itself
  if (Atomics.load(signals, Signal.closed) === 0) void worker?.terminate()
}

function failure(message: Extract<IngestMessage, { kind: 'failed' }>): Error {
  if (message.name === 'CallError') return new CallError('refused', message.message)
  const error = Object.assign(new Error(message.message), { code: message.code })
  error.stack = message.stack
  return error
}

const cancelled = (): CallError => new CallError('cancelled', 'The import was cancelled. Nothing was written.')
const lost = (): CallError => new CallError('worker-lost', 'The thread that reads files stopped. Nothing was written. Try again.')

/** A message to the writer, its rows already where they can be read. */
export type Handed =
  | Exclude<IngestMessage, { kind: 'rows' }>
  | { readonly kind: 'rows'; readonly as: RowsAs; readonly rows: Rows }

export interface Following {
  /** number of the batch that is written */
  readonly batch: number
  /** rows may be read until it returns */
  readonly take: (message: Handed) => void
  /** asked between messages */
  readonly stop: () => boolean
  /** called while there is nothing to take; false = it has no more to do */
  readonly idle: () => boolean
}

/**
 * Hands every message of a reading over as it comes, without leaving this call: the thread that owns the write transaction must not turn to
 * other work in between.
 *
 * @throws {CallError} cancelled, worker-lost, as the file is refused
 */
export function follow(reading: Reading, { batch, take, stop, idle }: Following): void {
  const { signals, port, lots } = reading
  if (reading.lost) throw lost()
  Atomics.store(signals, Signal.batch, batch)
  Atomics.notify(signals, Signal.batch)
  let seen = 0
  let quietMs = 0
  let sinceMs = performance.now()
  let lookedAt = 0
  let busy = true
  for (;;) {
    const received = receiveMessageOnPort(port) as { readonly message: IngestMessage } | undefined
    const now = performance.now()
    if (now - lookedAt > LOOK_MS) {
      lookedAt = now
      if (stop()) throw cancelled()
    }
    // a computer that slept a while, and with it both threads, was not silent so long
    quietMs = received ? 0 : quietMs + Math.min(now - sinceMs, LONGEST_LOOK_MS)
    sinceMs = now
    if (!received) {
      if (quietMs > SILENCE_MS) throw lost()
      if (busy) {
        busy = idle()
        continue
      }
      Atomics.wait(signals, Signal.sent, seen, LOOK_MS)
      seen = Atomics.load(signals, Signal.sent)
      continue
    }
    const { message } = received
    if (message.kind === 'failed') throw failure(message)
    if (message.kind === 'stopped') throw cancelled()
    if (message.kind === 'rows') {
      const { as, lot, length } = message
      take({ kind: 'rows', as, rows: (lots as Lots).lot(lot, length) })
      Atomics.add(signals, Signal.consumed, 1)
      Atomics.notify(signals, Signal.consumed)
    } else take(message)
    if (message.kind === 'done') return
  }
}

/** A dry run, without holding the thread: beside it charts must be answered. */
export async function ingest(order: Order, take: (message: IngestMessage) => void, stop: () => boolean): Promise<void> {
  const reading = startReading(order)
  const { signals, port, worker } = reading
  const watch = setInterval(() => {
    if (stop()) Atomics.store(signals, Signal.stop, 1)
  }, LOOK_MS)
  try {
    await new Promise<void>((done, fail) => {
      worker?.once('error', fail)
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
    endReading(reading)
  }
}

export { FileRefusal }
