import type { IncomingMessage } from 'node:http'

/** What kind of address a request is for: the page's own files, the exchange of the key, or everything that needs the token. */
export type Door = 'page' | 'session' | 'call'

/** The longest address the page itself asks for is far shorter. */
const LONGEST_URL = 2_048

/**
 * Whether a request comes from our own page at our own address. Names that point here by DNS tricks fail at Host, other sites at Origin and
 * Sec-Fetch-Site, and nothing outside this computer gets as far.
 *
 * @param host own address as it must stand in the Host header, `127.0.0.1:<port>`
 * @returns why the request is refused, or null
 */
export function refuseReason(request: IncomingMessage, host: string, door: Door): string | null {
  const { method = '', url = '', headers, headersDistinct, socket } = request
  if (socket.remoteAddress !== '127.0.0.1') return 'not from this computer'
  if (headersDistinct.host?.length !== 1 || headers.host !== host) return 'another Host'
  if (!url.startsWith('/') || url.length > LONGEST_URL) return 'not a path'
  if (method !== 'GET' && method !== 'POST') return 'method'
  const origin = headersDistinct.origin
  if (origin !== undefined && (origin.length !== 1 || origin[0] !== `http://${host}`)) return 'another Origin'
  // browsers name the origin of every POST; only something else leaves it out
  if (method === 'POST' && origin === undefined) return 'no Origin'
  const site = headers['sec-fetch-site']
  // 'none' is an address typed or opened by the user: right for the page, never for a call
  if (site !== undefined && site !== 'same-origin' && !(door === 'page' && site === 'none')) return 'another site'
  return null
}
