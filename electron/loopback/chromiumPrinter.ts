// Prints with a Chromium that is installed on this machine, or with the headless one of the package @sparticuz/chromium where that is there.
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inTime, noPrinter, type Printer } from '../host/printer.ts'
import { CallError } from '../shared/contract/errors.ts'
import { findChromium, surroundings } from './browser.ts'
import { type Browser, startBrowser } from './devtools.ts'

/** A profile of its own, no window, no first-run page; every name resolves to nothing, so nothing is fetched. */
const switches = (profile: string): readonly string[] => [
  '--headless',
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Chromium refuses to start its sandbox as root; the page is ours and runs no script
  ...(process.getuid?.() === 0 ? ['--no-sandbox', '--no-zygote'] : []),
]

async function printWith(browser: Browser, page: URL): Promise<Uint8Array> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  await browser.send('Page.enable', {}, session)
  // together: a browser that ends here fails both, and a failure that nobody waits for would end the host
  await Promise.all([browser.event('Page.loadEventFired', session), browser.send('Page.navigate', { url: page.href }, session)])
  // typefaces inside the file are decoded when first used
  await browser.send('Runtime.evaluate', { expression: 'document.fonts.ready', awaitPromise: true }, session)
  const { data } = await browser.send(
    'Page.printToPDF',
    { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true },
    session,
  )
  return Buffer.from(String(data), 'base64')
}

/** The packaged headless Chromium (Linux), which unpacks itself; null where the package is not installed. */
async function packedChromium(from: string): Promise<string | null> {
  try {
    const file = createRequire(from).resolve('@sparticuz/chromium')
    const { default: packed } = (await import(pathToFileURL(file).href)) as { default: { executablePath(): Promise<string> } }
    return await packed.executablePath()
  } catch {
    return null
  }
}

/** @param from `import.meta.url` of a module whose packages may be used; @returns null when there is no Chromium at all */
export async function findPrintingChromium(from: string = import.meta.url): Promise<string | null> {
  return process.env.MULTIVECTOR_CHROMIUM || findChromium(surroundings()) || (await packedChromium(from))
}

/** A printer that starts a browser for every document and ends it. */
export const chromiumPrinter = (find: () => Promise<string | null> = findPrintingChromium): Printer => ({
  print: async (page) => {
    const file = await find()
    if (file === null) throw noPrinter()
    const profile = await mkdtemp(join(tmpdir(), 'multivector-browser-'))
    const browser = startBrowser(file, switches(profile))
    try {
      return await inTime(printWith(browser, page))
    } catch (error) {
      throw new CallError(
        'refused',
        'The browser at hand could not print. Try again, or choose HTML and print it from your browser.',
        error instanceof Error ? error.message : String(error),
      )
    } finally {
      await browser.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 3 })
    }
  },
})
