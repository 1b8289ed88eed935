// What a reader does with the Electron host: files, system dialogs, the menu, a presentation, on a fake `electron` module.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { PageApi } from '../../../electron/shared/contract/page.ts'
import { wire } from '../../../electron/shared/contract/page.ts'
import { temporaryFolder } from '../../db/support/store.ts'
import * as fake from '../support/fakeElectron.ts'
import { call, start } from '../support/startedDesktop.ts'

vi.mock('electron', () => import('../support/fakeElectron.ts'))
vi.mock('../../../electron/main/places.ts', async (original) =>
  (await import('../support/leastPage.ts')).withLeastPage(await original()),
)

describe('a finished file', () => {
  it('that its reader does not save after all does not wait until the program ends', async () => {
    await start()
    const picture = {
      name: 'Chart',
      kind: 'svg',
      data: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64'),
    }
    const { value } = (await call('host.keepPicture', picture)) as { readonly value: { readonly token: string } }
    fake.dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' })
    expect(await call('host.save', { token: value.token })).toMatchObject({ ok: true, value: { saved: false } })
    expect(await call('host.save', { token: value.token })).toMatchObject({ ok: false, error: { code: 'not-found' } })
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

  it('chosen from the menu that cannot be read are named in a message, too', async () => {
    const window = await start()
    fake.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/no/such/chosen.csv'] })
    fake
      .menuItems()
      .find(({ id }) => id === 'open')
      ?.click?.()
    await vi.waitFor(() =>
      expect(fake.dialog.showMessageBox).toHaveBeenCalledWith(
        window,
        expect.objectContaining({ message: 'chosen.csv: there is no such file.' }),
      ),
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

describe('a presentation', () => {
  const present = (request: unknown) => call('host.present', request)

  it('fills the screen and opens one second window, at an address made of a number alone', async () => {
    const window = await start()
    expect(await present({ action: 'start', briefing: 1 })).toEqual({ ok: true, value: { done: true } })
    expect(window.setFullScreen).toHaveBeenLastCalledWith(true)
    await present({ action: 'second', briefing: 1 })
    await present({ action: 'second', briefing: 1 })
    expect(fake.FakeWindow.all).toHaveLength(2)
    const second = fake.FakeWindow.all[1]
    expect(second?.loadURL.mock.calls[0]?.[0]).toMatch(/#\/present\?briefing=1&role=notes$/)
    expect(second?.webContents.openHandler({ url: 'app://multivector/' })).toEqual({ action: 'deny' })
    // the windows change places
    await present({ action: 'start', briefing: 1 })
    expect(window.setFullScreen).toHaveBeenLastCalledWith(false)
    expect(second?.setFullScreen).toHaveBeenLastCalledWith(true)
    await present({ action: 'end', briefing: 1 })
    expect(second?.close).toHaveBeenCalled()
    expect(window.close).not.toHaveBeenCalled()
  })

  it.each([
    { action: 'second', briefing: '1&x=<script>' },
    { action: 'second', briefing: 1, path: '/settings' },
    { action: 'open' },
  ])('opens nothing for %j', async (request) => {
    await start()
    expect(await present(request)).toMatchObject({ ok: false })
    expect(fake.FakeWindow.all).toHaveLength(1)
  })
})
