// Threads of the host are given small heaps. Each measurement is a process of its own: the engine's flags are a process's.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

/** A thread that leaves three million short lives behind, a few of them alive at a time, and tells how large its heap was at most, in bytes. */
const THREAD = `
  const { getHeapStatistics } = require('node:v8')
  const alive = new Array(60_000)
  let most = 0
  for (let i = 0; i < 3e6; i++) {
    alive[i % alive.length] = { id: i, value: i + 0.5, text: 'n' + i }
    if (i % 5_000 === 0) most = Math.max(most, getHeapStatistics().total_heap_size)
  }
  require('node:worker_threads').parentPort.postMessage(most)`

const runtime = pathToFileURL(resolve(import.meta.dirname, '../../../electron/host/runtime.ts')).href

function mostHeap(collectsSooner: boolean): number {
  const program = `
    const { collectSooner } = await import(${JSON.stringify(runtime)})
    const { Worker } = await import('node:worker_threads')
    const worker = new Worker(${JSON.stringify(THREAD)}, { eval: true, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 6 } })
    worker.on('message', (most) => console.log(most))
    worker.on('online', () => ${collectsSooner} && collectSooner())`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })
  expect(stderr).not.toContain('Error')
  return Number(stdout)
}

describe('a thread of the host', () => {
  it('collects what it left behind before its heap has doubled', () => {
    const [ours, plain] = [mostHeap(true), mostHeap(false)]
    expect(ours).toBeGreaterThan(1e6)
    expect(ours).toBeLessThan(plain * 0.8)
  })
})
