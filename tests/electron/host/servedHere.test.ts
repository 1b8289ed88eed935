// A store served in the thread of whoever asks, as commands do: the same words, and the same things said when it ends.
import { afterEach, expect, it, vi } from 'vitest'
import { serve } from '../../../db/worker/serve.ts'
import { type DataPort, openDataPort } from '../../../electron/host/dataPort.ts'
import type { Serve } from '../../../electron/host/servedHere.ts'
import { storeCopy, workerOptions } from '../../db/support/store.ts'

const ports: DataPort[] = []
function open(here: Serve, store: string): DataPort {
  const port = openDataPort({
    ...workerOptions(store),
    worker: new URL('./nothing-of-that-name.mjs', import.meta.url),
    readerWhenAsked: true,
    here,
  })
  ports.push(port)
  return port
}

afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(ports.splice(0).map((port) => port.close()))
})

it('answers what is read and what is written without a thread', async () => {
  const roles: string[] = []
  const port = open((end, options) => {
    roles.push(options.role)
    return serve(end, options)
  }, storeCopy())
  expect(await port.ready()).toMatchObject({ phase: 'ready' })
  expect(await port.call('settings.set', { language: 'kk' } as never)).toMatchObject({ language: 'kk' })
  expect(await port.call('settings.get', {})).toMatchObject({ language: 'kk' })
  expect(roles).toEqual(['writer', 'reader'])
})

it('refuses a store that cannot be opened, and ends when it is told to', async () => {
  const port = open((end, options) => serve(end, { ...options, mustExist: true }), '/nowhere/at/all.sqlite')
  expect(await port.ready()).toMatchObject({ phase: 'failed' })
  await expect(port.call('settings.get', {})).rejects.toMatchObject({ code: expect.stringMatching(/^store-/) })
  await port.close()
})

it('is begun again once when it breaks, and then given up', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let tries = 0
  const port = open(async () => {
    tries++
    throw new Error('broken')
  }, storeCopy())
  expect(await port.ready()).toMatchObject({ phase: 'failed', failure: { code: 'worker-lost' } })
  expect(tries).toBe(2)
})
