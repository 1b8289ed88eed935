// Hole: a browser that speaks to the network by itself: dictionaries for spelling, names looked up ahead, WebRTC that tells the addresses of this
// computer, reports, updates. Promise: all of it is off, in Electron by switch and setting and in a browser by what the host sends.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, hardHeaders } from '../../electron/host/csp.ts'
import { root } from '../cli/support/run.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const built = (pattern: RegExp): readonly string[] =>
  readdirSync(join(root, 'out', 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|html)$/.test(name))
    .filter((name) => pattern.test(read(`out/renderer/${name}`)))

describe('Electron', () => {
  const security = read('electron/main/security.ts')

  it('fetches no dictionary: spelling is off for the session and for the window', () => {
    expect(security).toMatch(/setSpellCheckerEnabled\(false\)/)
    expect(read('electron/main/window.ts')).toMatch(/spellcheck: false/)
  })

  it('looks up no name, ahead or at all, asks for no proxy and no update, and reports nothing', () => {
    for (const name of ['dns-prefetch-disable', 'no-proxy-server', 'disable-component-update', 'disable-domain-reliability'])
      expect(security, name).toContain(`'${name}'`)
    expect(security).toContain("appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')")
    expect(security).not.toMatch(/crashReporter|autoUpdater/)
  })

  it('gives WebRTC no address, for the program and for each page', () => {
    expect(security).toContain("appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')")
    expect(security).toContain("setWebRTCIPHandlingPolicy('disable_non_proxied_udp')")
  })
})

describe('a browser', () => {
  it('is told to look no name up ahead, to send no address on, and that the page uses no device', () => {
    expect(hardHeaders).toMatchObject({ 'x-dns-prefetch-control': 'off', 'referrer-policy': 'no-referrer' })
    for (const device of ['camera', 'microphone', 'geolocation', 'usb', 'serial', 'hid'])
      expect(hardHeaders['permissions-policy'], device).toContain(`${device}=()`)
  })

  it('may connect to its own host alone, and the policy names no address to report to', () => {
    expect(contentSecurityPolicy('n')).toContain("connect-src 'self'")
    expect(contentSecurityPolicy('n')).not.toMatch(/report-/)
  })

  it('finds in the built page no WebRTC, beacon, service worker or hint of another host', () => {
    expect(built(/RTCPeerConnection|sendBeacon\(|serviceWorker\.register|rel="?(?:dns-prefetch|preconnect)/)).toEqual([])
  })
})
