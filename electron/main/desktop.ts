import { app, type BrowserWindow, dialog, Menu, session } from 'electron'
import { openAssets } from '../host/assets.ts'
import { type Host, openHost } from '../host/openHost.ts'
import { defaultStore } from '../host/paths.ts'
import { CallError } from '../shared/contract/errors.ts'
import type { EventName, EventOf } from '../shared/contract/events.ts'
import type { FileRef } from '../shared/contract/schema/host.ts'
import { declareScheme, serveScheme } from './appScheme.ts'
import { createDesk } from './desk.ts'
import { answerCalls, broadcast } from './ipc.ts'
import { type Launch, parseLaunch } from './launch.ts'
import { menuTemplate } from './menu.ts'
import { chooseLanguage, type NativeTexts, readNativeTexts } from './nativeTexts.ts'
import { developmentUrl, places } from './places.ts'
import { hardenContents, hardenSession, quietSwitches } from './security.ts'
import { openWindow } from './window.ts'

const tell = <E extends EventName>(name: E, value: EventOf<E>): void => broadcast(name, value)

interface Desktop {
  readonly launch: Launch
  /** paths of files that arrived before the page could hear of them */
  readonly early: string[]
  host: Host | null
  window: BrowserWindow | null
  /** true from the end of loading: the page's scripts have run and it listens */
  pageListens: boolean
  text: NativeTexts
}

/** Everything that must be said before Electron is ready; the rest follows when it is. */
export function startDesktop(): void {
  app.enableSandbox()
  app.setName('Multivector')
  app.setAppUserModelId('org.multivector.app')
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  quietSwitches()
  declareScheme()
  const launch = parseLaunch(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())
  const desktop: Desktop = { launch, early: [...launch.files], host: null, window: null, pageListens: false, text: (key) => key }
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    receiveFiles(desktop, [path])
  })
  app.on('second-instance', (_event, argv, folder) => {
    focus(desktop.window)
    receiveFiles(desktop, parseLaunch(argv.slice(1), folder).files)
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => {
    if (app.isReady() && desktop.window === null) showMain(desktop)
  })
  closeInOrder(desktop)
  void app.whenReady().then(() => open(desktop))
}

function open(desktop: Desktop): void {
  const where = places()
  const language = chooseLanguage(app.getPreferredSystemLanguages())
  const text = readNativeTexts(where.texts, language)
  desktop.text = text
  hardenSession(session.defaultSession)
  if (developmentUrl() === null) serveScheme(session.defaultSession, openAssets(where.page))
  const store = desktop.launch.store ?? defaultStore({ platform: process.platform, home: app.getPath('home'), env: process.env })
  const host = openHost(
    { host: 'electron', places: where, store, language, openOnly: desktop.launch.openOnly, mustExist: false, exclusive: true },
    (opened) => createDesk(opened, text),
  )
  desktop.host = host
  host.listen(tell)
  answerCalls(host)
  app.setAboutPanelOptions({ applicationName: 'Multivector', applicationVersion: where.version })
  const actions = {
    openFiles: () => void chooseAndOpen(desktop, host),
    show: (path: string) => tell('view.open', { path }),
    development: developmentUrl() !== null,
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(text, actions, process.platform)))
  showMain(desktop)
}

async function chooseAndOpen({ window }: Desktop, host: Host): Promise<void> {
  try {
    show(await host.client['host.chooseFiles']({ kind: 'csv' }))
  } catch (error) {
    sayUnreadable(window, error)
  }
}

/** Names a file that could not be opened, and why. @throws a bug as it is */
function sayUnreadable(window: BrowserWindow | null, error: unknown): void {
  if (!(error instanceof CallError)) throw error
  const message = { type: 'warning', message: error.message } as const
  void (window ? dialog.showMessageBox(window, message) : dialog.showMessageBox(message))
}

function showMain(desktop: Desktop): void {
  const window = openWindow('main')
  desktop.window = window
  window.on('closed', () => {
    desktop.window = null
    desktop.pageListens = false
  })
  window.webContents.on('did-finish-load', () => {
    desktop.pageListens = true
    receiveFiles(desktop, desktop.early.splice(0))
  })
  reviveOnce(window, desktop.text)
}

/** A page that dies is loaded again once; the second time the user decides. The store lives in other threads and loses nothing. */
function reviveOnce(window: BrowserWindow, text: NativeTexts): void {
  let deaths = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    if (++deaths === 1) return window.webContents.reload()
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: text('dialog.pageGone.message'),
      detail: text('dialog.pageGone.detail'),
      buttons: [text('dialog.pageGone.reload'), text('menu.quit')],
      defaultId: 0,
    })
    if (choice === 0) window.webContents.reload()
    else app.quit()
  })
}

function focus(window: BrowserWindow | null): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Opens files for the page, or keeps them until it has loaded. A file that cannot be read is named in a message. */
function receiveFiles(desktop: Desktop, paths: readonly string[]): void {
  if (paths.length === 0) return
  const { host, window } = desktop
  if (!host || !window || !desktop.pageListens) {
    desktop.early.push(...paths)
    if (host && !window) showMain(desktop)
    return
  }
  const files = paths.flatMap((path) => {
    try {
      return [host.files.open(path)]
    } catch (error) {
      sayUnreadable(window, error)
      return []
    }
  })
  show(files)
}

/** Figures go to the screen of imports, a briefing to that of briefings: the page is sent there, or the reader would see nothing happen. */
function show(files: readonly FileRef[]): void {
  const briefing = files.find(({ name }) => /\.multivector$/i.test(name))
  if (briefing) tell('view.open', { path: `/briefings?file=${briefing.token}` })
  const figures = files.filter(({ name }) => !/\.multivector$/i.test(name))
  if (figures.length === 0) return
  tell('files.opened', { files: [...figures] })
  if (!briefing) tell('view.open', { path: '/import' })
}

/** The threads end and the spool is emptied before the process does. */
function closeInOrder(desktop: Desktop): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed || !desktop.host) return
    event.preventDefault()
    void desktop.host.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}
