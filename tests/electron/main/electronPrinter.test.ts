import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const PAGE = pathToFileURL('/tmp/private/page.html')

class FakeWindow {
  static last: FakeWindow
  readonly options: Record<string, unknown>
  readonly loadURL = vi.fn(async (_url: string) => {})
  readonly destroy = vi.fn()
  readonly webContents = { printToPDF: vi.fn(async (_options: object) => Buffer.from('%PDF-1.4')) }
  constructor(options: Record<string, unknown>) {
    this.options = options
    FakeWindow.last = this
  }
}
const session = {
  setPermissionRequestHandler: vi.fn(),
  webRequest: {
    onBeforeRequest: vi.fn((_listener: (details: { url: string }, answer: (answer: { cancel: boolean }) => void) => void) => {}),
  },
}
const fromPartition = vi.fn((_name: string) => session)
vi.mock('electron', () => ({ BrowserWindow: FakeWindow, session: { fromPartition } }))

const { electronPrinter } = await import('../../../electron/main/electronPrinter.ts')

beforeEach(() => vi.clearAllMocks())

/** Whether the session, as it was last told, refuses to load an address. */
function cancelled(url: string): boolean | undefined {
  let cancel: boolean | undefined
  session.webRequest.onBeforeRequest.mock.lastCall?.[0]({ url }, (answer) => {
    cancel = answer.cancel
  })
  return cancel
}

describe("Electron's printer", () => {
  it('prints tagged, with an outline, in a hidden sandboxed window without scripts that is gone afterwards', async () => {
    expect(Buffer.from(await electronPrinter.print(PAGE)).toString()).toBe('%PDF-1.4')
    const { options, loadURL, destroy, webContents } = FakeWindow.last
    expect(options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
    })
    expect(loadURL).toHaveBeenCalledWith(PAGE.href)
    expect(webContents.printToPDF).toHaveBeenCalledWith({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    expect(destroy).toHaveBeenCalledOnce()
  })

  it('loads the one file and nothing else, in a session that is kept nowhere', async () => {
    const printing = electronPrinter.print(PAGE)
    expect(fromPartition.mock.calls[0]?.[0]).not.toMatch(/^persist:/)
    expect([PAGE.href, 'data:font/woff2;base64,AA'].map(cancelled)).toEqual([false, false])
    expect(['file:///etc/passwd', 'https://example.org/', 'http://127.0.0.1:1/'].map(cancelled)).toEqual([true, true, true])
    await printing
    expect(cancelled(PAGE.href)).toBe(true)
  })

  it('lets two documents be printed at once: the second does not take the page of the first away', async () => {
    const other = pathToFileURL('/tmp/private/other.html')
    const both = Promise.all([electronPrinter.print(PAGE), electronPrinter.print(other)])
    expect([PAGE.href, other.href].map(cancelled)).toEqual([false, false])
    await both
  })

  it('refuses in words when it cannot print, and leaves no window', async () => {
    const printing = electronPrinter.print(new URL('file:///gone.html'))
    FakeWindow.last.webContents.printToPDF.mockRejectedValueOnce(new Error('Printing failed'))
    await expect(printing).rejects.toMatchObject({ code: 'refused', detail: 'Printing failed' })
    expect(FakeWindow.last.destroy).toHaveBeenCalledOnce()
  })

  it('gives a print up that does not end, and leaves no window', async () => {
    vi.useFakeTimers()
    try {
      const printing = electronPrinter.print(PAGE)
      FakeWindow.last.webContents.printToPDF.mockReturnValueOnce(new Promise(() => {}))
      const refused = expect(printing).rejects.toMatchObject({ code: 'refused', detail: 'no PDF within 120 s' })
      await vi.advanceTimersByTimeAsync(120_000)
      await refused
      expect(FakeWindow.last.destroy).toHaveBeenCalledOnce()
    } finally {
      vi.useRealTimers()
    }
  })
})
