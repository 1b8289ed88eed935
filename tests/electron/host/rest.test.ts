// A real store whose writing thread ends for want of work: nothing is lost, nothing is left beside it.
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDataPort } from '../../../electron/host/dataPort.ts'
import { findPlaces } from '../../../electron/host/paths.ts'
import { storeCopy, temporaryFolder } from '../../db/support/store.ts'

const places = findPlaces(new URL('../../../cli/host.ts', import.meta.url).href)

it('a writer that rests has emptied its log, writes again when asked, and the last thread leaves the store alone in its folder', async () => {
  const store = storeCopy()
  const { schema, data, fonts, worker, version } = places
  const port = openDataPort({
    ...{ worker, store, schema, data, fonts, version },
    ...{ openOnly: false, mustExist: true, spool: temporaryFolder(), writerRestMs: 1 },
  })
  expect(fileURLToPath(worker)).toMatch(/worker\.ts$/)
  const emptied = () => expect.poll(() => statSync(`${store}-wal`).size, { timeout: 60_000 }).toBe(0)
  for (const baseYear of [2001, 2002]) {
    expect(await port.call('settings.set', { baseYear })).toMatchObject({ baseYear })
    await emptied()
    expect(await port.call('settings.get', {}), 'read by the other thread').toMatchObject({ baseYear })
  }
  await port.close()
  expect([existsSync(`${store}-wal`), existsSync(`${store}-shm`)]).toEqual([false, false])
})
