import { once } from 'node:events'
import { getPriority, platform } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'

const module = pathToFileURL(resolve(import.meta.dirname, '../../../db/worker/priority.ts')).href
/** Tells its own priority before and after the steps, and that of a thread it starts then. */
const THREAD = `
  const { getPriority } = require('node:os')
  const { parentPort, Worker } = require('node:worker_threads')
  import(${JSON.stringify(module)}).then(({ stepBehind }) => {
    const before = getPriority(0)
    stepBehind(3)
    const after = getPriority(0)
    const child = new Worker("require('node:worker_threads').parentPort.postMessage(require('node:os').getPriority(0))", { eval: true, execArgv: [] })
    child.on('message', (started) => parentPort.postMessage([before, after, started]))
  })`

describe('a thread that steps behind', () => {
  it('is behind its program alone, and so is what it starts; other systems than Linux leave it where it is', async () => {
    const own = getPriority(0)
    const worker = new Worker(THREAD, { eval: true, execArgv: [] })
    const [told] = (await once(worker, 'message')) as [number[]]
    const behind = platform() === 'linux' ? Math.min(19, own + 3) : own
    expect(told).toEqual([own, behind, behind])
    expect(getPriority(0)).toBe(own)
  })
})
