// Plays a data thread that answers, and dies when it is told to, once at its very start when its store is called so. A store called
// 'lost later' opens once and is missing when a thread comes back to it.
import { once } from 'node:events'
import { parentPort, threadId, workerData } from 'node:worker_threads'

// started early, it learns behind what it is to do
const options = workerData.optionsPort ? (await once(workerData.optionsPort, 'message'))[0] : workerData
workerData.optionsPort?.close()
if (options.store === 'dies at start') process.exit(1)
const refusal =
  options.store === 'lost later' && options.mustExist ? { code: 'store-missing', message: 'gone', detail: '' } : null
parentPort.on('message', ({ seq, name, request }) => {
  if (name === 'close') return parentPort.close()
  if (request?.text === 'die') process.exit(1)
  if (request?.text === 'throw') throw new Error('a bug in the thread')
  if (request?.text === 'wait') return
  const [, batches] = /^changed (.+)$/.exec(request?.text ?? '') ?? []
  if (batches) parentPort.postMessage({ kind: 'event', name: 'data.changed', value: { batch: null }, batches })
  const value = request?.text === 'which' ? threadId : options.role
  parentPort.postMessage({ kind: 'reply', seq, reply: refusal ? { ok: false, error: refusal } : { ok: true, value }, ms: 0 })
})
parentPort.postMessage(refusal ? { kind: 'refused', error: refusal } : { kind: 'opened' })
