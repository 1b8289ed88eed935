// The two ways a page reaches a host, each on a copy of the bundled store.

import { File } from 'node:buffer'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAssets } from '../../electron/host/assets.ts'
import type { Host } from '../../electron/host/openHost.ts'
import { startLoopback } from '../../electron/loopback/server.ts'
import { createDesk } from '../../electron/main/desk.ts'
import { answerCalls, broadcast } from '../../electron/main/ipc.ts'
import { START } from '../../electron/main/places.ts'
import { http } from '../../electron/shared/contract/http.ts'
import type { PageApi } from '../../electron/shared/contract/page.ts'
import type { Bridge } from '../../renderer/bridge/bridge.ts'
import { httpBridge } from '../../renderer/bridge/httpTransport.ts'
import { ipcBridge } from '../../renderer/bridge/ipcTransport.ts'
import { temporaryFolder } from '../db/support/store.ts'
import * as fake from '../electron/support/fakeElectron.ts'
import { exchangeKey, openTestHost, pageFetch, pageFolder } from '../loopback/support/host.ts'

export interface Connected {
  readonly bridge: Bridge
  readonly host: Host
  /** sends a raw request past the typed client */
  raw(name: string, request: unknown): Promise<unknown>
  /** a File of the page with these bytes behind it */
  file(name: string, text: string): File
  close(): Promise<void>
}

async function connectLoopback(): Promise<Connected> {
  const host = openTestHost('loopback')
  const server = await startLoopback({ host, assets: openAssets(pageFolder()), port: null })
  const token = await exchangeKey(server)
  const fetchAsPage = pageFetch(server.origin)
  const bridge = httpBridge({ origin: server.origin, token: async () => token, fetch: fetchAsPage })
  return {
    bridge,
    host,
    raw: async (name, request) => {
      const headers = { 'content-type': 'application/json', [http.tokenHeader]: token }
      const body = JSON.stringify(request)
      return (await fetchAsPage(`${server.origin}${http.call}${name}`, { method: 'POST', headers, body })).json()
    },
    file: (name, text) => new File([text], name),
    close: async () => {
      await server.close()
      await host.close()
    },
  }
}

/** The caller mocks the `electron` module with fakeElectron.ts. */
async function connectIpc(): Promise<Connected> {
  fake.resetElectron()
  await import('../../electron/preload/index.ts')
  const host = openTestHost('electron', (opened) => createDesk(opened, (key) => key))
  answerCalls(host)
  host.listen(broadcast)
  const window = new fake.FakeWindow({})
  await window.loadURL(START)
  const api = fake.exposed.multivector as PageApi
  return {
    bridge: ipcBridge(api),
    host,
    raw: (name, request) => api.call(name, request),
    file: (name, text) => {
      const path = join(temporaryFolder(), name)
      writeFileSync(path, text)
      const file = new File([text], name)
      fake.paths.set(file, path)
      return file
    },
    close: () => host.close(),
  }
}

export const transports = [
  ['IPC', connectIpc],
  ['HTTP', connectLoopback],
] as const
