// The start of the Electron host, from the switches before "ready" to the order of closing, on a fake `electron` module.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDesktop } from '../../../electron/main/desktop.ts'
import type { PageApi } from '../../../electron/shared/contract/page.ts'
import { wire } from '../../../electron/shared/contract/page.ts'
import { storeCopy, temporaryFolder } from '../../db/support/store.ts'
import * as fake from '../support/fakeElectron.ts'

vi.mock('electron', () => import('../support/fakeElectron.ts'))

// the program serves the built page; where it has not been built, the least of one stands in for these tests
const page = resolve(import.meta.dirname, '../../../out/renderer')
const pageWasBuilt = existsSync(join(page, 'index.html'))
if (!pageWasBuilt) {
  mkdirSync(page, { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><p>page</p>')
}
afterAll(() => {
  if (!pageWasBuilt) rmSync(page, { recursive: true })
})

const argv = process.argv
async function start(...args: readonly string[]): Promise<fake.FakeWindow> {
  process.argv = ['electron', '.', '--store', storeCopy(), ...args]
  startDesktop()
  await vi.waitFor(() => expect(fake.FakeWindow.all[0]?.loadURL).toHaveBeenCalled())
  const window = fake.FakeWindow.all[0]
  if (!window) throw new Error('no window')
  return window
}
const quit = () =>
  new Promise<void>((done) => {
    fake.app.quit.mockImplementation(() => done())
    const event = fake.fakeEvent()
    fake.app.emit('will-quit', event)
    if (!event.defaultPrevented) done()
  })

beforeEach(() => {
  fake.resetElectron()
  fake.app.userData = temporaryFolder()
})
afterEach(async () => {
  await quit()
  process.argv = argv
})

describe('before Electron is ready', () => {
  it('asks for the sandbox everywhere and a privileged, secure scheme', async () => {
    await start()
    expect(fake.app.enableSandbox).toHaveBeenCalled()
    expect(fake.protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it('switches background traffic, lookups and proxy discovery off', async () => {
    await start()
    expect(fake.app.switches).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'dns-prefetch-disable',
        'no-proxy-server',
        'host-resolver-rules=MAP * ~NOTFOUND',
        'force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      ]),
    )
    expect(fake.app.switches.join()).not.toMatch(/no-sandbox|disable-web-security|remote-debugging|ignore-certificate/)
  })

  it('ends at once when another instance holds the lock, and opens nothing', () => {
    fake.app.lock = false
    startDesktop()
    expect(fake.app.exit).toHaveBeenCalledWith(0)
    expect(fake.FakeWindow.all).toEqual([])
  })
})

describe('the window', () => {
  it('runs the page in a sandbox, apart from the preload, without Node', async () => {
    const { options } = await start()
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
    expect((options.webPreferences as { preload: string }).preload).toMatch(/out.preload.index\.cjs$/)
  })

  it('loads the page from app:// and shows itself when it is drawn', async () => {
    const window = await start()
    expect(window.loadURL).toHaveBeenCalledWith('app://multivector/index.html')
    expect(window.show).not.toHaveBeenCalled()
    window.emit('ready-to-show')
    expect(window.show).toHaveBeenCalled()
  })

  it('denies new windows, foreign pages, foreign frames, redirects and webviews', async () => {
    const { webContents } = await start()
    expect(webContents.openHandler({ url: 'https://evil.example/' })).toEqual({ action: 'deny' })
    const cases = [
      ['will-navigate', 'https://evil.example/'],
      ['will-navigate', 'file:///etc/passwd'],
      ['will-navigate', 'app://multivector.evil.example/'],
      ['will-navigate', 'app://other/index.html'],
      ['will-frame-navigate', 'data:text/html,x'],
      ['will-redirect', 'http://127.0.0.1/'],
    ] as const
    for (const [name, url] of cases) {
      const event = fake.fakeEvent({ url })
      webContents.emit(name, event)
      expect(event.defaultPrevented, `${name} ${url}`).toBe(true)
    }
    const own = fake.fakeEvent({ url: 'app://multivector/index.html' })
    webContents.emit('will-navigate', own)
    expect(own.defaultPrevented).toBe(false)
    const webview = fake.fakeEvent()
    webContents.emit('will-attach-webview', webview)
    expect(webview.defaultPrevented).toBe(true)
  })

  it('remembers where it stood and opens there again', async () => {
    const window = await start()
    window.emit('close')
    await quit()
    fake.resetElectron()
    const again = await start()
    expect(again.options).toMatchObject({ x: 10, y: 20, width: 1200, height: 800 })
  })

  it('loads a page that died once again by itself, and asks the second time', async () => {
    const { webContents } = await start()
    webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(webContents.reload).toHaveBeenCalledTimes(1)
    expect(fake.dialog.showMessageBoxSync).not.toHaveBeenCalled()
    webContents.emit('render-process-gone', {}, { reason: 'oom' })
    expect(fake.dialog.showMessageBoxSync).toHaveBeenCalledTimes(1)
  })
})

describe('the session', () => {
  it('refuses every permission, device and download', async () => {
    await start()
    const { defaultSession } = fake.session
    const granted: boolean[] = []
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen'])
      defaultSession.permission(null, permission, (answer) => granted.push(answer))
    expect(granted).toEqual(Array(6).fill(false))
    expect(defaultSession.permissionCheck()).toBe(false)
    expect(defaultSession.device()).toBe(false)
    const download = fake.fakeEvent()
    defaultSession.emit('will-download', download)
    expect(download.defaultPrevented).toBe(true)
    expect(defaultSession.setSpellCheckerEnabled).toHaveBeenCalledWith(false)
  })

  it('cancels every request but those for its own files', async () => {
    await start()
    const cancelled = (url: string) => {
      let cancel = false
      fake.session.defaultSession.beforeRequest({ url }, (answer) => {
        cancel = answer.cancel
      })
      return cancel
    }
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1:9/',
      'ws://evil.example/',
      'file:///etc/passwd',
      'app://other/x',
      'ftp://x/',
    ])
      expect(cancelled(url), url).toBe(true)
    for (const url of ['app://multivector/index.html', 'blob:app://multivector/1', 'data:image/png;base64,AA'])
      expect(cancelled(url), url).toBe(false)
  })

  it('serves the page with a strict policy and answers nothing else', async () => {
    await start()
    const serve = fake.session.defaultSession.schemes.get('app')
    if (!serve) throw new Error('app:// is not handled')
    const index = await serve(new Request('app://multivector/index.html'))
    expect(index.status).toBe(200)
    expect(index.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; /)
    expect(index.headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/)
    expect(index.headers.get('x-content-type-options')).toBe('nosniff')
    const wrong = [
      'app://other/index.html',
      'app://multivector/../package.json',
      'app://multivector/%2e%2e/package.json',
      'app://multivector/package.json',
    ]
    for (const url of wrong) expect((await serve(new Request(url))).status, url).toBe(404)
    expect((await serve(new Request('app://multivector/index.html', { method: 'POST' }))).status).toBe(404)
  })
})

describe('calls', () => {
  const reply = (event: unknown) => fake.invokeAs(event, wire.call, 'host.info', {})

  it('are answered for the main frame of our own window on our own page', async () => {
    const { webContents } = await start()
    const answer = await reply({ sender: webContents, senderFrame: webContents.mainFrame })
    expect(answer).toMatchObject({ ok: true, value: { host: 'electron' } })
  })

  it.each([
    ['another page', { url: 'https://evil.example/' }],
    ['a page that only looks like ours', { url: 'app://multivector.evil.example/' }],
    ['a page of another scheme', { url: 'https://multivector/index.html' }],
    ['a frame that is gone', null],
  ])('are refused for %s', async (_name, senderFrame) => {
    const { webContents } = await start()
    if (senderFrame) webContents.mainFrame = senderFrame
    expect(await reply({ sender: webContents, senderFrame })).toMatchObject({ ok: false, error: { code: 'refused' } })
  })

  it('are refused for a frame inside our page and for contents without a window', async () => {
    const { webContents } = await start()
    const inner = { url: 'app://multivector/index.html' }
    expect(await reply({ sender: webContents, senderFrame: inner })).toMatchObject({ ok: false, error: { code: 'refused' } })
    const lone = new fake.FakeContents()
    lone.mainFrame = inner
    expect(await reply({ sender: lone, senderFrame: inner })).toMatchObject({ ok: false, error: { code: 'refused' } })
  })

  it('reach the main process by two names only', async () => {
    await start()
    expect(fake.handledChannels().sort()).toEqual([wire.call, wire.openFiles].sort())
  })
})

describe('files', () => {
  const opened = (window: fake.FakeWindow) =>
    window.webContents.sent
      .filter(({ args }) => args[0] === 'files.opened')
      .map(({ args }) => args[1] as { files: { name: string }[] })
  const csv = (name: string) => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, 'a,b\n')
    return path
  }

  it('from the command line reach the page when it has loaded', async () => {
    const window = await start(csv('first.csv'))
    await vi.waitFor(() => expect(opened(window)).toMatchObject([{ files: [{ name: 'first.csv', bytes: 4 }] }]))
  })

  it('of a second instance open in the first, which comes to the front', async () => {
    const window = await start()
    const path = csv('second.csv')
    window.isMinimized.mockReturnValue(true)
    fake.app.emit('second-instance', {}, ['multivector', '--type=x', 'second.csv', '--flag'], join(path, '..'))
    expect(window.restore).toHaveBeenCalled()
    expect(window.focus).toHaveBeenCalled()
    expect(opened(window)).toMatchObject([{ files: [{ name: 'second.csv' }] }])
  })

  it('by "open with" are taken over from the system', async () => {
    const window = await start()
    const event = fake.fakeEvent()
    fake.app.emit('open-file', event, csv('third.csv'))
    expect(event.defaultPrevented).toBe(true)
    expect(opened(window)).toMatchObject([{ files: [{ name: 'third.csv' }] }])
  })

  it('send the page to the screen that takes them: figures to the imports, a briefing to the briefings', async () => {
    const window = await start()
    const shown = () =>
      window.webContents.sent.filter(({ args }) => args[0] === 'view.open').map(({ args }) => (args[1] as { path: string }).path)
    fake.app.emit('open-file', fake.fakeEvent(), csv('fourth.csv'))
    expect(shown()).toEqual(['/import'])
    fake.app.emit('open-file', fake.fakeEvent(), csv('For the minister.multivector'))
    expect(shown()).toEqual(['/import', expect.stringMatching(/^\/briefings\?file=[\w-]{16,64}$/)])
    expect(opened(window)).toHaveLength(1)
  })

  it('that cannot be read are named in a message and not told to the page', async () => {
    const window = await start()
    fake.app.emit('open-file', fake.fakeEvent(), '/no/such/file.csv')
    expect(fake.dialog.showMessageBox).toHaveBeenCalledWith(
      window,
      expect.objectContaining({ message: 'file.csv: there is no such file.' }),
    )
    expect(opened(window)).toEqual([])
  })

  it('dropped on the page are opened by their real path; a made-up File is refused', async () => {
    await import('../../../electron/preload/index.ts')
    await start()
    const api = fake.exposed.multivector as PageApi
    const real = new File(['a,b\n'], 'dropped.csv')
    fake.paths.set(real, csv('dropped.csv'))
    expect(await api.openFiles([real])).toMatchObject({ ok: true, value: [{ name: 'dropped.csv', bytes: 4 }] })
    expect(await api.openFiles([new File(['x'], '/etc/passwd')])).toMatchObject({ ok: false, error: { code: 'invalid-request' } })
    expect(await fake.ipcRenderer.invoke(wire.openFiles, '/etc/passwd')).toMatchObject({ ok: false })
  })
})

describe('dialogs', () => {
  const call = (name: string, request: unknown) => {
    const contents = fake.FakeWindow.all[0]?.webContents
    return fake.invokeAs({ sender: contents, senderFrame: contents?.mainFrame }, wire.call, name, request)
  }

  it('ask before an address of a source leaves for the browser, and take no for an answer', async () => {
    await start()
    const sources = (await call('sources.list', {})) as { value: readonly { url: string }[] }
    const url = sources.value.find((source) => source.url.startsWith('https://'))?.url
    expect(await call('host.openLink', { url })).toEqual({ ok: true, value: { opened: false } })
    expect(fake.shell.openExternal).not.toHaveBeenCalled()
    fake.dialog.showMessageBox.mockResolvedValueOnce({ response: 0 })
    expect(await call('host.openLink', { url })).toEqual({ ok: true, value: { opened: true } })
    expect(fake.shell.openExternal).toHaveBeenCalledWith(url)
    expect(fake.dialog.showMessageBox).toHaveBeenLastCalledWith(
      expect.anything(),
      expect.objectContaining({ detail: url, cancelId: 1, defaultId: 1 }),
    )
  })

  it.each(['https://evil.example/', 'http://stats.gov.kz/', 'file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share'])(
    'never come up for %s, and the browser neither',
    async (url) => {
      await start()
      expect(await call('host.openLink', { url })).toMatchObject({ ok: false })
      expect(fake.dialog.showMessageBox).not.toHaveBeenCalled()
      expect(fake.shell.openExternal).not.toHaveBeenCalled()
    },
  )

  it('give the page tokens and names of chosen files, never a path', async () => {
    await start()
    const path = join(temporaryFolder(), 'chosen.csv')
    writeFileSync(path, 'x')
    fake.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path] })
    const reply = await call('host.chooseFiles', { kind: 'csv' })
    expect(reply).toMatchObject({ ok: true, value: [{ name: 'chosen.csv', bytes: 1 }] })
    expect(JSON.stringify(reply)).not.toContain(path)
  })
})

describe('the menu', () => {
  it('names every item in words and asks the page to go where it says', async () => {
    const window = await start()
    for (const item of fake.menuItems())
      expect(item.type === 'separator' || (item.label ?? '').length > 1, JSON.stringify(item)).toBe(true)
    fake
      .menuItems()
      .find(({ id }) => id === 'trade')
      ?.click?.()
    expect(window.webContents.sent).toContainEqual({ channel: wire.event, args: ['view.open', { path: '/trade' }] })
  })

  it('offers developer tools and reload only under hot reload', async () => {
    await start()
    const roles = fake.menuItems().map(({ role }) => role)
    expect(roles).not.toContain('toggleDevTools')
    expect(roles).not.toContain('reload')
    expect(roles).toContain('quit')
  })
})

describe('quitting', () => {
  it('waits until the threads have ended, and then quits for good', async () => {
    await start()
    const event = fake.fakeEvent()
    fake.app.emit('will-quit', event)
    expect(event.defaultPrevented).toBe(true)
    await vi.waitFor(() => expect(fake.app.quit).toHaveBeenCalled(), { timeout: 10_000 })
    const second = fake.fakeEvent()
    fake.app.emit('will-quit', second)
    expect(second.defaultPrevented).toBe(false)
  })
})

describe('a presentation', () => {
  const call = (request: unknown) => {
    const contents = fake.FakeWindow.all[0]?.webContents
    return fake.invokeAs({ sender: contents, senderFrame: contents?.mainFrame }, wire.call, 'host.present', request)
  }

  it('fills the screen and opens one second window, at an address made of a number alone', async () => {
    const window = await start()
    expect(await call({ action: 'start', briefing: 1 })).toEqual({ ok: true, value: { done: true } })
    expect(window.setFullScreen).toHaveBeenLastCalledWith(true)
    await call({ action: 'second', briefing: 1 })
    await call({ action: 'second', briefing: 1 })
    expect(fake.FakeWindow.all).toHaveLength(2)
    const second = fake.FakeWindow.all[1]
    expect(second?.loadURL.mock.calls[0]?.[0]).toMatch(/#\/present\?briefing=1&role=notes$/)
    expect(second?.webContents.openHandler({ url: 'app://multivector/' })).toEqual({ action: 'deny' })
    // the windows change places
    await call({ action: 'start', briefing: 1 })
    expect(window.setFullScreen).toHaveBeenLastCalledWith(false)
    expect(second?.setFullScreen).toHaveBeenLastCalledWith(true)
    await call({ action: 'end', briefing: 1 })
    expect(second?.close).toHaveBeenCalled()
    expect(window.close).not.toHaveBeenCalled()
  })

  it.each([
    { action: 'second', briefing: '1&x=<script>' },
    { action: 'second', briefing: 1, path: '/settings' },
    { action: 'open' },
  ])('opens nothing for %j', async (request) => {
    await start()
    expect(await call(request)).toMatchObject({ ok: false })
    expect(fake.FakeWindow.all).toHaveLength(1)
  })
})
