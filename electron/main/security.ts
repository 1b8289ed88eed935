// What the page may not do. Everything is refused unless it is the page's own file.
import { app, type Session, type WebContents } from 'electron'
import { developmentUrl, ownOrigins } from './places.ts'

/** Switches that must be set before Electron is ready: no lookups, no background traffic, no proxy discovery. */
export function quietSwitches(): void {
  const off = [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'dns-prefetch-disable',
    'no-pings',
    'no-proxy-server',
  ]
  for (const name of off) app.commandLine.appendSwitch(name)
  if (developmentUrl() === null) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

const originOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? ''

/** True for an address of the page itself. */
export const isOwn = (url: string): boolean => ownOrigins().includes(originOf(url))

/** Requests that never leave this computer: the page's files, what it made itself, and under `npm run dev` the tools. */
function mayLoad(url: string): boolean {
  if (isOwn(url) || url.startsWith('blob:app://multivector/') || url.startsWith('data:')) return true
  const development = developmentUrl()
  if (development === null) return false
  return url.startsWith('devtools:') || url.startsWith(development.replace(/^http/, 'ws'))
}

const WRITE = 'clipboard-sanitized-write'

/** Refuses permissions, devices, downloads and every request that is not for the page's own files. */
export function hardenSession(session: Session): void {
  // the page may put a picture of a chart on the clipboard after a click, and read nothing from it
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(permission === WRITE && isOwn(details?.requestingUrl ?? '')),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === WRITE && isOwn(origin ?? ''))
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
  session.on('will-download', (event) => event.preventDefault())
}

/** Refuses navigation, new windows, embedded pages and direct network paths of every page that comes to be. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
