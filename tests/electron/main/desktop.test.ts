// The start of the Electron host, from the switches before "ready" to the order of closing, on a fake `electron` module.
import { describe, expect, it, vi } from 'vitest'
import { startDesktop } from '../../../electron/main/desktop.ts'
import { wire } from '../../../electron/shared/contract/page.ts'
import * as fake from '../support/fakeElectron.ts'
import { quit, start } from '../support/startedDesktop.ts'

vi.mock('electron', () => import('../support/fakeElectron.ts'))
vi.mock('../../../electron/main/places.ts', async (original) =>
  (await import('../support/leastPage.ts')).withLeastPage(await original()),
)

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
    expect(defaultSession.permissionCheck(null, 'media', 'app://multivector')).toBe(false)
    expect(defaultSession.device()).toBe(false)
    const download = fake.fakeEvent()
    defaultSession.emit('will-download', download)
    expect(download.defaultPrevented).toBe(true)
    expect(defaultSession.setSpellCheckerEnabled).toHaveBeenCalledWith(false)
  })

  it('lets our own page alone put a picture on the clipboard, and read nothing from it', async () => {
    await start()
    const { defaultSession } = fake.session
    const mayWrite = (requestingUrl: string) => {
      let granted = false
      defaultSession.permission(null, 'clipboard-sanitized-write', (answer) => (granted = answer), { requestingUrl })
      return granted && defaultSession.permissionCheck(null, 'clipboard-sanitized-write', requestingUrl)
    }
    expect(mayWrite('app://multivector/index.html')).toBe(true)
    for (const url of ['https://evil.example/', 'app://multivector.evil.example/', 'app://multivector@evil.example/', ''])
      expect(mayWrite(url), url).toBe(false)
    expect(defaultSession.permissionCheck(null, 'clipboard-read', 'app://multivector')).toBe(false)
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
