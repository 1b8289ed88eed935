// A thread that is started before it is known what it will do: it loads its modules while the program loads its own.
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { OptionsLater, WorkerOptions } from './protocol.ts'

/** Millions of short-lived numbers pass through a thread: a small nursery costs it nothing and keeps an import's peak and an idle host low. */
export const threadLimits = { maxYoungGenerationSizeMb: 6 }

/** Starts a thread that reads files: the order to read one comes through the port, and the thread loads its modules meanwhile. */
export function startReadingThread(url: URL): { readonly port: MessagePort; readonly worker: Worker } {
  const { port1: port, port2 } = new MessageChannel()
  const worker = new Worker(url, {
    workerData: { port: port2 },
    transferList: [port2],
    name: 'multivector ingest',
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  })
  worker.unref()
  return { port, worker }
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
