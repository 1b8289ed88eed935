import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { developmentUrl, places, START } from './places.ts'
import { LEAST, placeWindow, readWindowState, writeWindowState } from './windowState.ts'

/** Main window, or the second one that shows slides to the room. */
export type WindowKind = 'main' | 'presenter'

/** Surface colours of the page, so that a window does not flash before it is drawn. */
const BACKGROUND = { light: '#F5F6F8', dark: '#0F1318' } as const

const stateFile = (): string => join(app.getPath('userData'), 'window.json')

function remember(window: BrowserWindow): void {
  window.on('close', () => writeWindowState(stateFile(), { ...window.getNormalBounds(), maximised: window.isMaximized() }))
}

/**
 * Opens a window on the page.
 *
 * @param view hash path within the page, e.g. `/trade?reporter=KAZ`; empty = where the page begins
 */
export function openWindow(kind: WindowKind, view = ''): BrowserWindow {
  const state = kind === 'main' ? readWindowState(stateFile()) : null
  const displays = screen.getAllDisplays().map((display) => display.workArea)
  // a presenter's window opens on the second display when there is one
  const areas = kind === 'presenter' ? displays.slice(1).concat(displays) : displays
  const window = new BrowserWindow({
    ...placeWindow(state, areas),
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    title: 'Multivector',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    // the page runs in a sandbox, apart from the preload, without Node; written out here, where tools that read the source look for it
    webPreferences: {
      preload: places().preload,
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
      safeDialogs: true,
      disableDialogs: true,
      // a middle click opens nothing
      disableBlinkFeatures: 'Auxclick',
    },
  })
  if (kind === 'main') remember(window)
  window.once('ready-to-show', () => {
    if (state?.maximised) window.maximize()
    window.show()
  })
  void window.loadURL(`${developmentUrl() ?? START}${view === '' ? '' : `#${view}`}`)
  return window
}
