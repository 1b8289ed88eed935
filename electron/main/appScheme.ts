import { protocol, type Session } from 'electron'
import type { Assets } from '../host/assets.ts'
import { ORIGIN } from './places.ts'

/** Makes app:// a standard, secure scheme; must run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built page under app://multivector, and nothing else. */
export function serveScheme(session: Session, assets: Assets): void {
  session.protocol.handle('app', async (request) => {
    const url = URL.parse(request.url)
    const own = url?.href.startsWith(`${ORIGIN}/`) === true && request.method === 'GET'
    const asset = await assets.read(own && url ? url.pathname : '')
    return new Response(asset.body, { status: asset.status, headers: asset.headers })
  })
}
