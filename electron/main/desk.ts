import { basename, join } from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'
import type { Host, HostDesk } from '../host/openHost.ts'
import { dropOutput, findOutput, saveOutput } from '../host/spool.ts'
import type { FileRef } from '../shared/contract/schema/host.ts'
import { electronPrinter } from './electronPrinter.ts'
import type { NativeTexts } from './nativeTexts.ts'
import { openWindow } from './window.ts'

const EXTENSIONS = {
  csv: ['csv', 'tsv', 'txt', 'mvdata', 'zip'],
  profile: ['json'],
  briefing: ['multivector', 'json'],
  package: ['zip', 'json'],
  claims: ['csv'],
} as const

/** The window a dialog belongs to. */
const parent = (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]

/** The windows of a presentation: the one it began in, and at most one opened beside it. */
const presenting: { main: BrowserWindow | null; second: BrowserWindow | null; onStage: 'main' | 'second' } = {
  main: null,
  second: null,
  onStage: 'main',
}
function forget(window: BrowserWindow): void {
  if (presenting.main === window) presenting.main = null
  if (presenting.second === window) presenting.second = null
}

/** System dialogs: files to open, places to save, and the question before an address leaves for the browser. */
export function createDesk(host: Host, text: NativeTexts): HostDesk {
  const window = <T>(withWindow: (window: BrowserWindow) => T, without: () => T): T => {
    const found = parent()
    return found ? withWindow(found) : without()
  }
  return {
    printer: electronPrinter,
    chooseFiles: async ({ kind }): Promise<FileRef[]> => {
      const options: Electron.OpenDialogOptions = {
        title: text(`dialog.choose.${kind}`),
        properties: kind === 'csv' ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: [{ name: text(`dialog.filter.${kind}`), extensions: [...EXTENSIONS[kind]] }],
      }
      const { canceled, filePaths } = await window(
        (owner) => dialog.showOpenDialog(owner, options),
        () => dialog.showOpenDialog(options),
      )
      return canceled ? [] : filePaths.map((path) => host.files.open(path))
    },
    save: async ({ token }) => {
      const { name } = findOutput(host.spool, token)
      const options: Electron.SaveDialogOptions = {
        title: text('dialog.save'),
        defaultPath: join(app.getPath('documents'), name),
      }
      const { canceled, filePath } = await window(
        (owner) => dialog.showSaveDialog(owner, options),
        () => dialog.showSaveDialog(options),
      )
      if (canceled || filePath === '') {
        await dropOutput(host.spool, token)
        return { saved: false, name: '' }
      }
      await saveOutput(host.spool, token, filePath)
      return { saved: true, name: basename(filePath) }
    },
    openLink: async (url) => {
      // the contract's schema admits https only and the host has found the address among the store's sources
      const options: Electron.MessageBoxOptions = {
        type: 'question',
        title: text('dialog.link.title'),
        message: text('dialog.link.message'),
        detail: url,
        buttons: [text('dialog.link.open'), text('dialog.link.stay')],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      }
      const { response } = await window(
        (owner) => dialog.showMessageBox(owner, options),
        () => dialog.showMessageBox(options),
      )
      if (response !== 0) return false
      await shell.openExternal(url)
      return true
    },
    present: ({ action, briefing }) => {
      const { main, second } = presenting
      if (action === 'end') {
        second?.close()
        main?.setFullScreen(false)
        presenting.main = null
        presenting.second = null
        presenting.onStage = 'main'
      } else if (action === 'start') {
        const now = main ?? parent() ?? null
        if (main === null) now?.once('closed', () => forget(now))
        presenting.main = now
        // a second beginning with both windows open is a change of places
        presenting.onStage = main && second && presenting.onStage === 'main' ? 'second' : 'main'
        now?.setFullScreen(presenting.onStage === 'main')
        second?.setFullScreen(presenting.onStage === 'second')
      } else if (second) second.focus()
      else {
        // only this address, made here from a number: pages open no windows of their own
        const opened = openWindow('presenter', `/present?briefing=${briefing}&role=notes`)
        opened.once('closed', () => forget(opened))
        presenting.second = opened
      }
      return true
    },
  }
}
