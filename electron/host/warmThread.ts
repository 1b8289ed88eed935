// A thread that is started before it is known what it will do: it loads its modules while the program loads its own.
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { OptionsLater, WorkerOptions } from './protocol.ts'

/** Millions of short-lived numbers pass through a thread: a small nursery costs it nothing and keeps an import's peak and an idle host low. */
export const threadLimits = { maxYoungGenerationSizeMb: 6 }

/** The thread that reads a file makes millions of short-lived numbers as well. */
export const readingLimits = { maxYoungGenerationSizeMb: 4 }

/**
 * Starts the thread that reads a file before it is known which: it loads its modules while the writer opens the store. Nobody need take it.
 *
 * @returns the port that its order goes through
 */
export function startReadingThread(url: URL): MessagePort {
  const { port1: port, port2 } = new MessageChannel()
  const worker = new Worker(url, {
    workerData: { order: null, port: port2 },
    transferList: [port2],
    name: 'multivector ingest',
    resourceLimits: readingLimits,
  })
  worker.unref()
  // whoever holds the port hears of its end
  worker.once('error', () => {})
  return port
}

let warm: { readonly url: string; readonly worker: Worker; readonly port: MessagePort } | null = null

/** Starts a writer for whoever opens a store in this program next. Nobody need: it keeps no program alive and opens nothing by itself. */
export function warmThread(url: URL): void {
  const { port1: port, port2 } = new MessageChannel()
  const workerData: OptionsLater = { optionsPort: port2 }
  const worker = new Worker(url, {
    workerData,
    transferList: [port2],
    name: 'multivector writer',
    resourceLimits: threadLimits,
  })
  worker.unref()
  port.unref()
  const made = { url: url.href, worker, port }
  warm = made
  // one that broke is not taken, and a thread started in its place tells why
  worker.once('error', () => {
    if (warm === made) warm = null
  })
}

/** The thread that waits, told what to do; null when there is none. */
export function takeWarmThread(url: URL, options: WorkerOptions): Worker | null {
  if (warm === null || warm.url !== url.href || options.role !== 'writer') return null
  const { worker, port } = warm
  warm = null
  port.postMessage(options, options.reading ? [options.reading] : [])
  worker.ref()
  return worker
}
