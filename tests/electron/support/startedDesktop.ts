// The Electron host started on the fake `electron` module and ended after each test. A test file that uses it must itself put the fake module
// and the least page (leastPage.ts) in the place of the real ones: `vi.mock` works on the file that says it.
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { startDesktop } from '../../../electron/main/desktop.ts'
import { wire } from '../../../electron/shared/contract/page.ts'
import { storeCopy, temporaryFolder } from '../../db/support/store.ts'
import * as fake from './fakeElectron.ts'

const argv = process.argv

/** Starts the host on a copy of the store, as a clone does. @param args further words of its command line */
export async function start(...args: readonly string[]): Promise<fake.FakeWindow> {
  process.argv = ['electron', '.', '--store', storeCopy(), ...args]
  startDesktop()
  await vi.waitFor(() => expect(fake.FakeWindow.all[0]?.loadURL).toHaveBeenCalled())
  const window = fake.FakeWindow.all[0]
  if (!window) throw new Error('no window')
  return window
}

/** Ends the host and waits for its threads. */
export const quit = () =>
  new Promise<void>((done) => {
    fake.app.quit.mockImplementation(() => done())
    const event = fake.fakeEvent()
    fake.app.emit('will-quit', event)
    if (!event.defaultPrevented) done()
  })

/** A call of the page in the first window. */
export const call = (name: string, request: unknown) => {
  const contents = fake.FakeWindow.all[0]?.webContents
  return fake.invokeAs({ sender: contents, senderFrame: contents?.mainFrame }, wire.call, name, request)
}

beforeEach(() => {
  fake.resetElectron()
  fake.app.userData = temporaryFolder()
})
afterEach(async () => {
  await quit()
  process.argv = argv
})
