// From a finished HTML document to a PDF. Every host brings the Chromium it has; the document is ours, runs no script and loads nothing.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CallError } from '../shared/contract/errors.ts'
import { saveError } from './spool.ts'

/** Prints the page at a `file:` address on the paper that its own style sheet names: tagged, with an outline made of its headings. */
export interface Printer {
  /** @throws {CallError} refused, when it cannot */
  print(page: URL): Promise<Uint8Array>
}

/** How long a print may take; 200 slides take some seconds. */
const PRINT_MS = 120_000

/** What a print gives, unless it takes too long. @throws {Error} after two minutes; what the print itself says */
export async function inTime(print: Promise<Uint8Array>): Promise<Uint8Array> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error(`no PDF within ${PRINT_MS / 1000} s`)), PRINT_MS)
  })
  try {
    return await Promise.race([print, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Says what to install where no Chromium is at hand. */
export const noPrinter = (): CallError =>
  new CallError(
    'refused',
    'A PDF needs a Chromium browser, and none was found. Install Chromium, Google Chrome or Microsoft Edge, or choose HTML and print it from your browser.',
    'no Chromium',
  )

/**
 * Prints an HTML text with a printer, through a private file that is gone afterwards.
 *
 * @throws {CallError} refused, when the printer fails or gives something that is no PDF; disk-full
 */
export async function printHtml(printer: Printer, html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'multivector-print-'))
  try {
    const page = join(folder, 'page.html')
    await writeFile(page, html, { mode: 0o600 }).catch((error: unknown) => {
      throw saveError(error, 'the PDF')
    })
    const pdf = await printer.print(pathToFileURL(page))
    if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-')
      throw new CallError('refused', 'The browser at hand made no PDF. Try again, or choose HTML and print it from your browser.')
    return pdf
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
