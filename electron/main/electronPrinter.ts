// Prints with Electron's own Chromium: a hidden sandboxed window without scripts, in a session of its own that loads the files being printed and nothing else.
import { BrowserWindow, session } from 'electron'
import { inTime, type Printer } from '../host/printer.ts'
import { CallError } from '../shared/contract/errors.ts'

/** In memory: without the prefix `persist:` nothing of it is kept. */
const PARTITION = 'print'

/** Pages being printed. The session has one listener for all of them, and a later print replaces it. */
const printing = new Set<string>()

async function printWith(window: BrowserWindow, page: URL): Promise<Uint8Array> {
  await window.loadURL(page.href)
  return window.webContents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

export const electronPrinter: Printer = {
  print: async (page) => {
    const own = session.fromPartition(PARTITION)
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    printing.add(page.href)
    own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !printing.has(url) && !url.startsWith('data:') }))
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        partition: PARTITION,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        webviewTag: false,
        disableBlinkFeatures: 'Auxclick',
      },
    })
    try {
      return await inTime(printWith(window, page))
    } catch (error) {
      throw new CallError(
        'refused',
        'The document could not be printed. Try again, or choose HTML and print it from your browser.',
        error instanceof Error ? error.message : String(error),
      )
    } finally {
      printing.delete(page.href)
      window.destroy()
    }
  },
}
