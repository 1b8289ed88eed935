// Node brings its own modules compiled, for the flags it was built with: under others every new thread compiles them anew.
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8'
import { afterEach, describe, expect, it } from 'vitest'

describe('flags of V8', () => {
  afterEach(() => setFlagsFromString('--heap-growing-percent=0'))

  it('are as Node was built when threads are started, and other ones when heaps are to be kept small', async () => {
    const built = cachedDataVersionTag()
    await import('../../../electron/host/warmThread.ts')
    await import('../../../electron/host/dataPort.ts')
    const { collectSooner } = await import('../../../electron/host/runtime.ts')
    expect(cachedDataVersionTag()).toBe(built)
    collectSooner()
    expect(cachedDataVersionTag()).not.toBe(built)
  })
})
