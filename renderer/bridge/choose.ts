// The only place in the page that knows which host it lives in.
import { http } from '../../electron/shared/contract/http.ts'
import { type PageApi, pageApiName } from '../../electron/shared/contract/page.ts'
import type { Bridge } from './bridge.ts'
import { httpBridge } from './httpTransport.ts'
import { ipcBridge } from './ipcTransport.ts'

/** Name under which the token outlives a reload of this tab, and nothing longer. */
const KEPT = 'multivector.token'

/** Takes the key out of the address, before the page's own router reads the hash. */
function takeKey(): string | null {
  if (typeof window === 'undefined') return null
  const { hash, pathname } = window.location
  if (!hash.startsWith(http.keyPrefix)) return null
  const [key = '', view = ''] = hash.slice(http.keyPrefix.length).split('&view=')
  window.history.replaceState(null, '', `${pathname}${view === '' ? '' : `#${decodeURIComponent(view)}`}`)
  return key
}

// when this module is loaded: the router, which imports it, reads the address while it is being loaded itself
const key = takeKey()

async function exchange(found: string): Promise<string | null> {
  try {
    const response = await fetch(http.session, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: found }),
    })
    if (!response.ok) return null
    const { token } = (await response.json()) as { readonly token: string }
    window.sessionStorage.setItem(KEPT, token)
    return token
  } catch {
    return null
  }
}

/** The bridge to whichever host opened this page. Called once. */
export function chooseBridge(): Bridge {
  const api = (globalThis as unknown as Readonly<Record<string, PageApi | undefined>>)[pageApiName]
  if (api) return ipcBridge(api)
  const token = key === null ? Promise.resolve(window.sessionStorage.getItem(KEPT)) : exchange(key)
  return httpBridge({ origin: window.location.origin, token: () => token, fetch: (input, init) => fetch(input, init) })
}
