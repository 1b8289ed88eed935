// Plays a data thread that answers, and dies when it is told to, once at its very start when its store is called so.
import { parentPort, workerData } from 'node:worker_threads'

if (workerData.store === 'dies at start') process.exit(1)
parentPort.on('message', ({ seq, name, request }) => {
  if (name === 'close') return parentPort.close()
  if (request?.text === 'die') process.exit(1)
  if (request?.text === 'throw') throw new Error('a bug in the thread')
  if (request?.text === 'wait') return
  parentPort.postMessage({ kind: 'reply', seq, reply: { ok: true, value: workerData.role }, ms: 0 })
})
parentPort.postMessage({ kind: 'opened' })
