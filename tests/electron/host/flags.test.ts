// Node brings its own modules compiled, for the flags it was built with: under others every new thread compiles them anew. A process of its own
// is asked: the engine's flags are a process's, and tests share theirs.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

const host = (file: string): string =>
  JSON.stringify(pathToFileURL(resolve(import.meta.dirname, '../../../electron/host', file)).href)

it('flags of V8 are as Node was built when threads are started, and other ones when heaps are to be kept small', () => {
  const program = `
    const { cachedDataVersionTag } = await import('node:v8')
    const built = cachedDataVersionTag()
    await import(${host('warmThread.ts')})
    await import(${host('dataPort.ts')})
    const { collectSooner } = await import(${host('runtime.ts')})
    const started = cachedDataVersionTag()
    collectSooner()
    console.log(JSON.stringify([started === built, cachedDataVersionTag() === built]))
    process.exit()`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })
  expect([stdout.trim(), stderr]).toEqual(['[true,false]', ''])
})
