// The two ways a page reaches a host, each on a copy of the bundled store.

import { File } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAssets } from '../../electron/host/assets.ts'
import { type Host, type HostDesk, openHost } from '../../electron/host/openHost.ts'
import { findPlaces } from '../../electron/host/paths.ts'
import { loopbackDesk } from '../../electron/loopback/desk.ts'
import { type Loopback, startLoopback } from '../../electron/loopback/server.ts'
import { createDesk } from '../../electron/main/desk.ts'
import { answerCalls, broadcast } from '../../electron/main/ipc.ts'
import { START } from '../../electron/main/places.ts'
import { http } from '../../electron/shared/contract/http.ts'
import type { PageApi } from '../../electron/shared/contract/page.ts'
import type { Bridge } from '../../renderer/bridge/bridge.ts'
import { httpBridge } from '../../renderer/bridge/httpTransport.ts'
import { ipcBridge } from '../../renderer/bridge/ipcTransport.ts'
import { storeCopy, temporaryFolder } from '../db/support/store.ts'
import * as fake from '../electron/support/fakeElectron.ts'

export interface Connected {
  readonly bridge: Bridge
  readonly host: Host
  /** sends a raw request past the typed client */
  raw(name: string, request: unknown): Promise<unknown>
  /** a File of the page with these bytes behind it */
  file(name: string, text: string): File
  close(): Promise<void>
}

/** A page folder with the least a host needs to serve. */
export function pageFolder(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta property="csp-nonce" nonce="MULTIVECTOR-STYLE-NONCE"><p>page</p>',
  )
  writeFileSync(join(folder, 'assets', 'index-1.js'), 'export {}')
  return folder
}

export const openTestHost = (
  kind: 'electron' | 'loopback',
  desk: (host: Host) => HostDesk = loopbackDesk,
  store: string = storeCopy(),
): Host =>
  openHost(
    {
      host: kind,
      places: findPlaces(new URL('../../cli/host.ts', import.meta.url).href),
      store,
      language: 'en',
      openOnly: false,
      mustExist: true,
      exclusive: true,
    },
    desk,
  )

/** fetch as a browser page of that origin sends it. */
export const pageFetch =
  (origin: string): typeof fetch =>
  (input, init = {}) =>
    fetch(input, { ...init, headers: { ...init.headers, origin, 'sec-fetch-site': 'same-origin' } })

export async function exchangeKey(server: Loopback, address: string = server.printed): Promise<string> {
  const key = address.split(http.keyPrefix)[1]
  const response = await pageFetch(server.origin)(`${server.origin}${http.session}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  const { token } = (await response.json()) as { token?: string }
  if (token === undefined) throw new Error(`no token for ${address}: ${response.status}`)
  return token
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
