import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { contentSecurityPolicy, hardHeaders, STYLE_NONCE } from './csp.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** What a host sends for one address of the page. */
export interface Asset {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/** The built page as a closed list of files. */
export interface Assets {
  /** @param pathname as it stands in the address, not decoded: `/`, `/index.html`, `/assets/index-1a2b.js` */
  read(pathname: string): Promise<Asset>
  readonly paths: readonly string[]
}

function listFiles(folder: string, prefix: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name)
    if (entry.isDirectory()) return listFiles(file, `${prefix}${entry.name}/`)
    // neither a link nor a device: what is not a plain file with a known type is not served
    return entry.isFile() && TYPES[extname(entry.name)] ? [[`${prefix}${entry.name}`, file] as const] : []
  })
}

const MISSING = new TextEncoder().encode('not found')

/**
 * Lists the page's files once. An address is looked up in that list and never turned into a path, so `..`, encoded, backslash, NUL and
 * links outside have nothing to act on.
 *
 * @param folder out/renderer
 * @throws when the folder is not there: the page has not been built
 */
export function openAssets(folder: string): Assets {
  const files = new Map(listFiles(folder, '/'))
  const answer = (status: 200 | 404, type: string, body: Uint8Array<ArrayBuffer>, nonce = ''): Asset => ({
    status,
    headers: { ...hardHeaders, 'content-type': type, 'content-security-policy': contentSecurityPolicy(nonce || freshNonce()) },
    body,
  })
  return {
    paths: [...files.keys()],
    read: async (pathname) => {
      const name = pathname === '/' ? '/index.html' : pathname
      const file = files.get(name)
      if (file === undefined) return answer(404, 'text/plain; charset=utf-8', MISSING)
      const bytes = new Uint8Array(await readFile(file))
      const type = TYPES[extname(name)] ?? 'application/octet-stream'
      if (name !== '/index.html') return answer(200, type, bytes)
      const nonce = freshNonce()
      const page = new TextDecoder().decode(bytes).replaceAll(STYLE_NONCE, nonce)
      return answer(200, type, new TextEncoder().encode(page), nonce)
    },
  }
}

const freshNonce = (): string => randomBytes(18).toString('base64url')
