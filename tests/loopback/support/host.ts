// A browser host on a copy of the bundled store, and requests as its own page sends them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Host, type HostDesk, openHost } from '../../../electron/host/openHost.ts'
import { findPlaces } from '../../../electron/host/paths.ts'
import { loopbackDesk } from '../../../electron/loopback/desk.ts'
import type { Loopback } from '../../../electron/loopback/server.ts'
import { http } from '../../../electron/shared/contract/http.ts'
import { storeCopy, temporaryFolder } from '../../db/support/store.ts'

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
      places: findPlaces(new URL('../../../cli/host.ts', import.meta.url).href),
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
