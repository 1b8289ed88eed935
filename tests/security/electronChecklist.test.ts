// Hole: one forgotten setting gives a page the rights of the program. Promise: Electron's security checklist in full, item by item, on the source;
// what the running program does with it is tested in tests/electron/main.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { contentSecurityPolicy } from '../../electron/host/csp.ts'
import { root } from '../cli/support/run.ts'

interface Source {
  readonly path: string
  readonly text: string
}
const sourcesOf = (...folders: readonly string[]): readonly Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|html)$/.test(name))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
  )
const native = sourcesOf('electron/main', 'electron/preload')
const everything = sourcesOf('electron', 'renderer', 'db', 'cli')
const whichSay = (sources: readonly Source[], pattern: RegExp): readonly string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
const say = (pattern: RegExp): boolean => whichSay(native, pattern).length > 0
const readText = (path: string): string => readFileSync(join(root, path), 'utf8')

describe("Electron's security checklist", () => {
  it('1: loads nothing from elsewhere; the page of a development server only in a clone', () => {
    expect(whichSay(native, /loadURL\(/)).toEqual(['electron/main/electronPrinter.ts', 'electron/main/window.ts'])
    // the printer's hidden window shows the one file it was given, runs no scripts and asks for nothing else
    const printer = readText('electron/main/electronPrinter.ts')
    expect(printer).toMatch(/loadURL\(page\.href\)/)
    expect(printer).toMatch(/javascript: false/)
    expect(printer).toMatch(/cancel: !printing\.has\(url\) && !url\.startsWith\('data:'\)/)
    expect(readText('electron/main/window.ts')).toMatch(/loadURL\(`\$\{developmentUrl\(\) \?\? START\}/)
    expect(readText('electron/main/places.ts')).toMatch(/developmentUrl = .*app\.isPackaged \? null/)
  })

  it('2: switches Node off in the page, its workers and its frames', () => {
    for (const name of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'])
      expect(say(new RegExp(`${name}: false`)) && !say(new RegExp(`${name}: true`)), name).toBe(true)
  })

  it('3 and 4: isolates the preload and puts every process in the sandbox', () => {
    expect(say(/contextIsolation: true/) && say(/sandbox: true/) && say(/app\.enableSandbox\(\)/)).toBe(true)
    expect(say(/contextIsolation: false|sandbox: false|['"]no-sandbox/)).toBe(false)
  })

  it('5: answers every question for a permission or a device with no, but for writing a picture to the clipboard', () => {
    const security = readText('electron/main/security.ts')
    expect(security).toMatch(/const WRITE = 'clipboard-sanitized-write'/)
    expect(security).toMatch(
      /setPermissionRequestHandler\([^;]*answer\(permission === WRITE && isOwn\(details\?\.requestingUrl \?\? ''\)\)/,
    )
    expect(security).toMatch(/setPermissionCheckHandler\(\([^;]*=> permission === WRITE && isOwn\(origin \?\? ''\)\)/)
    expect(security).toMatch(/setDevicePermissionHandler\(\(\) => false\)/)
  })

  it('6, 8, 9 and 10: leaves web security on and mixed content, experiments and Blink features off', () => {
    expect(say(/webSecurity: true/) && say(/allowRunningInsecureContent: false/) && say(/experimentalFeatures: false/)).toBe(true)
    expect(say(/enableBlinkFeatures|webSecurity: false|allowRunningInsecureContent: true|experimentalFeatures: true/)).toBe(false)
  })

  it("7: sends a policy that begins with default-src 'none' and allows no inline script, no eval and no other origin", () => {
    const policy = contentSecurityPolicy('n'.repeat(24))
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /)
    expect(policy).not.toMatch(/unsafe|\*|https?:|wss?:/)
    for (const directive of ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(directive)
  })

  it('11 and 12: has no webview and refuses every one that is attached', () => {
    expect(whichSay(everything, /<webview|allowpopups/)).toEqual([])
    expect(say(/webviewTag: false/) && say(/will-attach-webview', \(event\) => event\.preventDefault\(\)\)/)).toBe(true)
  })

  it('13 and 14: refuses navigation, redirects and new windows', () => {
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) expect(say(new RegExp(name)), name).toBe(true)
    expect(say(/setWindowOpenHandler\(\(\) => \(\{ action: 'deny' \}\)\)/)).toBe(true)
    // in a browser the notes of a presentation are a second window of the same page; Electron's page is refused it as any other
    expect(whichSay(everything, /window\.open\(/)).toEqual(['renderer/features/briefings/present/PresentView.tsx'])
    expect(readText('renderer/features/briefings/present/PresentView.tsx')).toMatch(
      /window\.open\(\s*`\$\{window\.location\.pathname\}#\/present/,
    )
  })

  it('14, and what Electronegativity asks for: a middle click opens nothing, and one dangerous-looking switch is set, which closes all names', () => {
    for (const path of whichSay(native, /new BrowserWindow\(/))
      expect(readText(path), path).toMatch(/sandbox: true,\s+contextIsolation: true,[\s\S]*disableBlinkFeatures: 'Auxclick'/)
    const switches = native.flatMap(({ text }) => [...text.matchAll(/appendSwitch\('([\w-]+)'(?:, '([^']*)')?/g)])
    expect(switches.map(([, name, value]) => `${name}=${value}`)).toEqual([
      'host-resolver-rules=MAP * ~NOTFOUND',
      'force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    ])
  })

  it('15: hands an address to the system in one place, after a question', () => {
    expect(whichSay(everything, /openExternal\(/)).toEqual(['electron/main/desk.ts'])
    const desk = readText('electron/main/desk.ts')
    expect(desk.indexOf('showMessageBox')).toBeLessThan(desk.indexOf('openExternal('))
    expect(whichSay(everything, /shell\.(openPath|showItemInFolder|trashItem)/)).toEqual([])
  })

  it('16: runs a version of Electron that was current when the lock file was written', () => {
    const { devDependencies } = JSON.parse(readText('package.json')) as { devDependencies: Record<string, string> }
    expect(Number(devDependencies.electron?.split('.')[0])).toBeGreaterThanOrEqual(45)
  })

  it('17: checks the sender of every message, in the one place that receives any', () => {
    expect(whichSay(everything, /ipcMain\.(handle|on|once)\(/)).toEqual(['electron/main/ipc.ts'])
    expect(readText('electron/main/ipc.ts')).toMatch(/if \(!isTrusted\(event\)\) throw/)
  })

  it('18: serves the page by a scheme of its own and never by file://', () => {
    expect(whichSay(everything, /loadFile\(|['"`]file:\/\//)).toEqual([])
    expect(say(/protocol\.handle\('app'/)).toBe(true)
    expect(whichSay(everything, /bypassCSP|allowServiceWorkers|corsEnabled/)).toEqual([])
  })

  it('19: sets every fuse that the packager knows to its safe side', () => {
    const { electronFuses } = parse(readText('electron-builder.yml')) as { electronFuses: Record<string, boolean> }
    expect(electronFuses).toMatchObject({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('20: gives the page three functions of its own and nothing of Electron', () => {
    const preload = readText('electron/preload/index.ts')
    expect(preload.match(/exposeInMainWorld\(/g)).toHaveLength(1)
    expect([...preload.matchAll(/^ {2}(\w+): \(/gm)].map((found) => found[1])).toEqual(['call', 'onEvent', 'openFiles'])
    expect(preload).not.toMatch(/ipcRenderer[,\s]*\}\)|exposeInMainWorld\([^)]*ipcRenderer/)
  })
})
