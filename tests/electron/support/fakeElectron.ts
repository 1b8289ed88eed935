// Stands in for the `electron` module in unit tests of the main process and the preload: keeps what it was told and lets tests raise events.
import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import { vi } from 'vitest'

export interface FakeEvent {
  defaultPrevented: boolean
  preventDefault(): void
  [key: string]: unknown
}
export const fakeEvent = (extra: Readonly<Record<string, unknown>> = {}): FakeEvent => {
  const event: FakeEvent = {
    ...extra,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

type Handler = (event: unknown, ...args: unknown[]) => unknown

export class FakeContents extends EventEmitter {
  mainFrame = { url: '' }
  readonly sent: { readonly channel: string; readonly args: readonly unknown[] }[] = []
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  readonly setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }) => {
    this.openHandler = handler
  }
  readonly setWebRTCIPHandlingPolicy = vi.fn()
  readonly reload = vi.fn()
  send(channel: string, ...args: unknown[]): void {
    this.sent.push({ channel, args: structuredClone(args) })
    rendererEvents.emit(channel, {}, ...structuredClone(args))
  }
}

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = []
  static readonly getAllWindows = () => FakeWindow.all
  static readonly getFocusedWindow = () => FakeWindow.all[0] ?? null
  static readonly fromWebContents = (contents: unknown) =>
    FakeWindow.all.find((window) => window.webContents === contents) ?? null
  readonly webContents = new FakeContents()
  readonly options: Record<string, unknown>
  readonly show = vi.fn()
  readonly focus = vi.fn()
  readonly maximize = vi.fn()
  readonly setFullScreen = vi.fn()
  readonly close = vi.fn(() => void this.emit('closed'))
  readonly restore = vi.fn()
  readonly isMinimized = vi.fn(() => false)
  readonly isMaximized = vi.fn(() => false)
  readonly getNormalBounds = vi.fn(() => ({ x: 10, y: 20, width: 1200, height: 800 }))
  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    FakeWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  readonly loadURL = vi.fn(async (url: string) => {
    this.webContents.mainFrame = { url }
    // as in Electron, a page has not loaded before whoever opened it goes on
    setImmediate(() => this.webContents.emit('did-finish-load'))
  })
}
export const BrowserWindow = FakeWindow

class FakeApp extends EventEmitter {
  isPackaged = false
  ready = true
  lock = true
  readonly switches: string[] = []
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void this.switches.push(value ? `${name}=${value}` : name),
  }
  readonly enableSandbox = vi.fn()
  readonly setName = vi.fn()
  readonly setAppUserModelId = vi.fn()
  readonly setAboutPanelOptions = vi.fn()
  readonly quit = vi.fn()
  readonly exit = vi.fn()
  readonly requestSingleInstanceLock = vi.fn(() => this.lock)
  readonly isReady = () => this.ready
  readonly whenReady = async () => {}
  readonly getPreferredSystemLanguages = () => ['en-GB']
  userData = tmpdir()
  readonly getPath = (_name: string) => this.userData
}
export const app = new FakeApp()

const handlers = new Map<string, Handler>()
export const ipcMain = { handle: (name: string, handler: Handler) => void handlers.set(name, handler) }
/** Events on their way to the page. */
export const rendererEvents = new EventEmitter()
/** Calls a main-process handler as a frame would: values are cloned both ways. */
export async function invokeAs(event: unknown, name: string, ...args: unknown[]): Promise<unknown> {
  const handler = handlers.get(name)
  if (!handler) throw new Error(`No handler registered for '${name}'`)
  return structuredClone(await handler(event, ...structuredClone(args)))
}
export const ipcRenderer = {
  invoke: (name: string, ...args: unknown[]) => {
    const contents = FakeWindow.all[0]?.webContents
    return invokeAs({ sender: contents, senderFrame: contents?.mainFrame }, name, ...args)
  },
  on: (name: string, listener: (...args: unknown[]) => void) => void rendererEvents.on(name, listener),
  off: (name: string, listener: (...args: unknown[]) => void) => void rendererEvents.off(name, listener),
}
export const handledChannels = () => [...handlers.keys()]

export const exposed: Record<string, unknown> = {}
export const contextBridge = { exposeInMainWorld: (name: string, api: unknown) => void Object.assign(exposed, { [name]: api }) }
/** Paths behind File objects, as a drop from the desktop has them. */
export const paths = new WeakMap<object, string>()
export const webUtils = { getPathForFile: (file: object) => paths.get(file) ?? '' }

class FakeSession extends EventEmitter {
  permission: (
    contents: unknown,
    permission: string,
    answer: (granted: boolean) => void,
    details?: { requestingUrl: string },
  ) => void = (_c, _p, answer) => answer(true)
  permissionCheck: (contents: unknown, permission: string, origin?: string) => boolean = () => true
  device: () => boolean = () => true
  beforeRequest: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void = (_d, answer) =>
    answer({ cancel: false })
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>()
  readonly setSpellCheckerEnabled = vi.fn()
  readonly setPermissionRequestHandler = (handler: FakeSession['permission']) => {
    this.permission = handler
  }
  readonly setPermissionCheckHandler = (handler: FakeSession['permissionCheck']) => {
    this.permissionCheck = handler
  }
  readonly setDevicePermissionHandler = (handler: () => boolean) => {
    this.device = handler
  }
  readonly webRequest = {
    onBeforeRequest: (handler: FakeSession['beforeRequest']) => {
      this.beforeRequest = handler
    },
  }
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void this.schemes.set(scheme, handler),
  }
}
export const session = { defaultSession: new FakeSession() }
export const protocol = { registerSchemesAsPrivileged: vi.fn() }
export const shell = { openExternal: vi.fn(async (_url: string) => {}) }
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] }
export const nativeTheme = { shouldUseDarkColors: false }
export const dialog = {
  showOpenDialog: vi.fn(async (..._args: unknown[]) => ({ canceled: true, filePaths: [] as string[] })),
  showSaveDialog: vi.fn(async (..._args: unknown[]) => ({ canceled: true, filePath: '' })),
  showMessageBox: vi.fn(async (..._args: unknown[]) => ({ response: 1 })),
  showMessageBoxSync: vi.fn((..._args: unknown[]) => 0),
}
export interface FakeMenuItem {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly submenu?: readonly FakeMenuItem[]
  readonly click?: () => void
}
let shown: readonly FakeMenuItem[] = []
export const Menu = {
  buildFromTemplate: (template: readonly FakeMenuItem[]) => template,
  setApplicationMenu: (template: readonly FakeMenuItem[]) => {
    shown = template
  },
}
/** The menu's items, those inside others too. */
export const menuItems = (items: readonly FakeMenuItem[] = shown): readonly FakeMenuItem[] =>
  items.flatMap((item) => [item, ...menuItems(item.submenu ?? [])])

/** A main process that has not begun. */
export function resetElectron(): void {
  app.removeAllListeners()
  app.switches.length = 0
  app.lock = true
  app.isPackaged = false
  FakeWindow.all.length = 0
  handlers.clear()
  rendererEvents.removeAllListeners()
  session.defaultSession = new FakeSession()
  shown = []
  vi.clearAllMocks()
}
