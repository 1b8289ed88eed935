// A thread that serves the store in one role: a window's host starts two of them.
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { OptionsLater, WorkerOptions } from '../../electron/host/protocol.ts'
import { serve } from './serve.ts'

if (!parentPort) throw new Error('worker.ts runs as a thread of the host')

/** Of a thread that was started early they come behind. */
async function optionsOf(data: WorkerOptions | OptionsLater): Promise<WorkerOptions> {
  if (!('optionsPort' in data)) return data
  const [options] = (await once(data.optionsPort, 'message')) as [WorkerOptions]
  data.optionsPort.close()
  return options
}

await serve(parentPort, await optionsOf(workerData as WorkerOptions | OptionsLater))
