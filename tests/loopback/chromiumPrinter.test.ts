// Real prints by the Chromium of this machine, read back with pdf.js.
import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentToHtml } from '../../db/publish/html/documentToHtml.ts'
import type { Connection } from '../../db/worker/connection.ts'
import { printHtml } from '../../electron/host/printer.ts'
import { chromiumPrinter } from '../../electron/loopback/chromiumPrinter.ts'
import { sampleDocument } from '../db/briefing/sampleDocument.ts'
import { openTestReader } from '../db/support/store.ts'

const fonts = join(resolve(import.meta.dirname, '../..'), 'node_modules/@fontsource-variable')
const read = (pdf: Uint8Array): Promise<PDFDocumentProxy> => getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise

async function wordsOf(pdf: PDFDocumentProxy): Promise<string> {
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getTextContent()),
  )
  return pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))).join('')
}

let store: Connection
beforeAll(() => {
  store = openTestReader()
})
afterAll(() => store.close())

describe('a briefing printed as PDF', () => {
  it('has selectable text with every Kazakh letter, an outline, tags, its language and title, pages of A4, and no picture of a chart', async () => {
    const doc = await sampleDocument(store, 'kk')
    const pdf = await read(await printHtml(chromiumPrinter(), documentToHtml(doc, { fonts })))
    const text = await wordsOf(pdf)
    for (const word of ['Қазақстан', 'тәуелділік', 'Түркия', 'Қытай 29,0', 'Ресей 29,9', 'Дереккөздер', `1 / ${pdf.numPages}`])
      expect(text).toContain(word)
    const info = Object(await pdf.getMetadata()).info as Readonly<Record<string, unknown>>
    expect(info.Title).toBe(doc.title)
    expect(String(info.Language)).toMatch(/^kk/)
    expect((await pdf.getMarkInfo())?.Marked).toBe(true)
    const outline = JSON.stringify(await pdf.getOutline())
    for (const slide of doc.slides.slice(1, 3)) expect(outline).toContain(slide.title)
    expect(outline).toContain('Дереккөздер')
    expect(pdf.numPages).toBeGreaterThanOrEqual(3)
    expect(pdf.numPages).toBeLessThanOrEqual(7)
    const alternatives: string[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      expect(page.view.slice(2).map(Math.round)).toEqual([595, 842])
      const { fnArray } = await page.getOperatorList()
      expect(fnArray.filter((operation) => [OPS.paintImageXObject, OPS.paintInlineImageXObject].includes(operation))).toEqual([])
      const visit = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return
        if ('alt' in node && typeof node.alt === 'string') alternatives.push(node.alt)
        if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit)
      }
      visit(await page.getStructTree())
    }
    expect(alternatives).toContain(doc.slides[1]?.figure?.summary)
    await pdf.destroy()
  })

  it('stands on Letter paper when asked', async () => {
    const pdf = await read(
      await printHtml(chromiumPrinter(), documentToHtml(await sampleDocument(store), { fonts, paper: 'letter' })),
    )
    expect((await pdf.getPage(1)).view.slice(2).map(Math.round)).toEqual([612, 792])
    expect(await wordsOf(pdf)).toContain('China 29.0')
    await pdf.destroy()
  })

  it('is refused by name where no Chromium is, where it ends, and where it is no browser; nothing is left behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'multivector-'))
    const wrong = join(folder, 'no-browser')
    writeFileSync(wrong, '#!/bin/sh\nexit 3\n')
    chmodSync(wrong, 0o700)
    const left = () => readdirSync(tmpdir()).filter((name) => /^multivector-(print|browser)-/.test(name)).length
    const before = left()
    await expect(
      printHtml(
        chromiumPrinter(async () => null),
        '<p>x',
      ),
    ).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('Install Chromium') })
    await expect(
      printHtml(
        chromiumPrinter(async () => wrong),
        '<p>x',
      ),
    ).rejects.toMatchObject({ code: 'refused', detail: 'the browser ended with 3' })
    await expect(
      printHtml(
        chromiumPrinter(async () => join(folder, 'not-there')),
        '<p>x',
      ),
    ).rejects.toMatchObject({ code: 'refused' })
    await expect(printHtml({ print: async () => Buffer.from('<html>') }, '<p>x')).rejects.toMatchObject({ code: 'refused' })
    expect(left()).toBe(before)
  })
})
