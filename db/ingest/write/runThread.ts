import { fstatSync } from 'node:fs'
import { type MessagePort, receiveMessageOnPort, type Worker } from 'node:worker_threads'
import { startReadingThread } from '../../../electron/host/warmThread.ts'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { Lots } from '../lots.ts'
import { type IngestMessage, type IngestOrder, type RowsAs, Signal } from '../messages.ts'
import { FileRefusal } from '../refusal.ts'
import type { Rows } from '../runs.ts'
import { cancelled } from './request.ts'

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

/** A thread stays for the next file when it read one of at most so many bytes: of a large one its heap would stay as well. */
const KEPT_AFTER_BYTES = 4_000_000
/** Time without a file after which it goes. */
const KEPT_MS = 3_000

/** A thread that reads, as its writer knows it. */
interface ReadingThread {
  readonly port: MessagePort
  /** null = another thread started it, and hears of its errors */
  readonly worker: Worker | null
  /** true when it broke or ended, as far as that was heard of */
  lost: boolean
}

/** A file that a thread of its own reads. */
export interface Reading {
  readonly thread: ReadingThread
  readonly signals: Int32Array<SharedArrayBuffer>
  /** null in a dry run */
  readonly lots: Lots | null
  /** whether the thread may read another file after this one */
  readonly isSmall: boolean
  ended: boolean
}

/** A thread that waits for a file. */
let waiting: ReadingThread | null = null
let tooLong: NodeJS.Timeout | undefined

function threadOf(port: MessagePort, worker: Worker | null): ReadingThread {
  const thread: ReadingThread = { port, worker, lost: false }
  const lose = (): void => {
    thread.lost = true
    if (waiting === thread) waiting = null
  }
  worker?.once('error', lose)
  port.once('close', lose)
  // listening keeps no thread alive
  port.unref()
  return thread
}

function startThread(): ReadingThread {
  const { port, worker } = startReadingThread(threadUrl())
  return threadOf(port, worker)
}

/** Starts the thread of the next reading before its file is known: it loads its modules while the store is being opened. */
export function prepareReading(): void {
  waiting ??= startThread()
}

/** Takes over a thread that the host started for the next reading. */
export function adoptReading(port: MessagePort): void {
  waiting = threadOf(port, null)
}

/** Begins to read a file; nothing of it is handed over before {@link follow} names the batch. To be ended by {@link endReading}. */
export function startReading(order: Order): Reading {
  const signals = new Int32Array(new SharedArrayBuffer(Object.keys(Signal).length * Int32Array.BYTES_PER_ELEMENT))
  const lots = order.write ? Lots.memory() : null
  clearTimeout(tooLong)
  const thread = waiting ?? startThread()
  waiting = null
  thread.port.postMessage({ ...order, signals, lots } satisfies IngestOrder)
  return {
    ...{ thread, signals, lots: lots === null ? null : new Lots(lots) },
    ...{ isSmall: fstatSync(order.descriptor).size <= KEPT_AFTER_BYTES, ended: false },
  }
}

/** How long a thread may take to let go of the store; it looks for a stop after every piece it reads. */
const CLOSE_MS = 5_000

/**
 * Ends a reading: the thread is told to stop and closes its connection, and only then goes, or waits for the next file. Torn down in the midst
 * of SQLite it would take the whole process with it.
 */
export function endReading(reading: Reading): void {
  if (reading.ended) return
  reading.ended = true
  const { thread, signals, isSmall } = reading
  const { port, worker } = thread
  Atomics.store(signals, Signal.stop, 1)
  Atomics.notify(signals, Signal.consumed)
  Atomics.notify(signals, Signal.batch)
  Atomics.wait(signals, Signal.closed, 0, CLOSE_MS)
  const letGo = Atomics.load(signals, Signal.closed) !== 0
  if (letGo && isSmall && !thread.lost && waiting === null) {
    // what was said behind the last word that somebody took
    while (receiveMessageOnPort(port) !== undefined);
    waiting = thread
    tooLong = setTimeout(() => {
      waiting = null
      port.close()
    }, KEPT_MS).unref()
    return
  }
  port.close()
  // one that has let go has nothing left to do and ends by itself
  if (!letGo) void worker?.terminate()
}

function failure(message: Extract<IngestMessage, { kind: 'failed' }>): Error {
  if (message.name === 'CallError') return new CallError('refused', message.message)
  const error = Object.assign(new Error(message.message), { code: message.code })
  error.stack = message.stack
  return error
}

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
  const { signals, thread, lots } = reading
  const { port } = thread
  if (thread.lost) throw lost()
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
  const { signals, thread } = reading
  const { port, worker } = thread
  const watch = setInterval(() => {
    if (stop()) Atomics.store(signals, Signal.stop, 1)
  }, LOOK_MS)
  let forget = (): void => {}
  try {
    await new Promise<void>((done, fail) => {
      const closed = (): void => fail(lost())
      const hear = (message: IngestMessage): void => {
        if (message.kind === 'failed') fail(failure(message))
        else if (message.kind === 'stopped') fail(cancelled())
        else take(message)
        if (message.kind === 'done') done()
      }
      worker?.once('error', fail)
      // the end of the port comes behind every message of the thread; the end of the thread may overtake them
      port.once('close', closed)
      port.on('message', hear)
      forget = () => {
        worker?.off('error', fail)
        port.off('close', closed)
        port.off('message', hear)
        port.unref()
      }
    })
  } finally {
    clearInterval(watch)
    forget()
    endReading(reading)
  }
}

export { FileRefusal }
