import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { z } from 'zod'
import { toFailure } from '../host/failure.ts'
import type { Host } from '../host/openHost.ts'
import { CallError, type Reply } from '../shared/contract/errors.ts'
import { wire } from '../shared/contract/page.ts'
import { isOwn } from './security.ts'

/** At most this many files may be dropped in one go. */
const MOST_DROPPED = 32
const paths = z.array(z.string().min(1).max(32_768)).min(1).max(MOST_DROPPED)

/** Only the main frame of one of our own windows, showing our own page, may call. */
function isTrusted({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    isOwn(senderFrame.url) &&
    BrowserWindow.fromWebContents(sender) !== null
  )
}

/** A handler that answers trusted callers with a Reply and everyone else with a refusal; nothing is thrown across. */
function answer(name: string, work: (...args: readonly unknown[]) => Promise<Reply<unknown>>): void {
  ipcMain.handle(name, async (event, ...args: readonly unknown[]): Promise<Reply<unknown>> => {
    try {
      if (!isTrusted(event)) throw new CallError('refused', 'This page may not call Multivector.')
      return await work(...args)
    } catch (error) {
      return { ok: false, error: toFailure(error) }
    }
  })
}

/** Puts the contract, and the opening of dropped files, on IPC. */
export function answerCalls(host: Host): void {
  answer(wire.call, (name, request) => host.dispatch(String(name), request))
  answer(wire.openFiles, async (request) => {
    const checked = paths.safeParse(request)
    if (!checked.success) throw new CallError('invalid-request', 'Only files from this computer can be dropped here.')
    return { ok: true, value: checked.data.map((path) => host.files.open(path)) }
  })
}

/** Says something to every window. */
export function broadcast(name: string, value: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(wire.event, name, value)
}
