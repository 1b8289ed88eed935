import { workerData } from 'node:worker_threads'
import { keepDraft } from './keepFile.ts'

const { store, descriptor, state, answer } = workerData as {
  store: string
  descriptor: number
  state: Int32Array<SharedArrayBuffer>
  answer: Uint8Array<SharedArrayBuffer>
}

function make(): object {
  try {
    const { sha256, draft } = keepDraft(store, descriptor)
    return { ok: true, value: sha256, draft, code: '' }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { ok: false, value: (error instanceof Error ? error.message : String(error)).slice(0, 1000), draft: '', code }
  }
}

const bytes = Buffer.from(JSON.stringify(make()), 'utf8')
answer.set(bytes.subarray(0, answer.length))
Atomics.store(state, 1, Math.min(bytes.length, answer.length))
Atomics.store(state, 0, 1)
Atomics.notify(state, 0)
