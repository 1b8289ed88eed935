// @vitest-environment jsdom
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentToHtml } from '../../../db/publish/html/documentToHtml.ts'
import type { Connection } from '../../../db/worker/connection.ts'
import type { BriefingDocument } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import { sampleDocument } from '../briefing/sampleDocument.ts'
import { openTestReader } from '../support/store.ts'
import { hidden, hostileTexts, shownText, withText } from './hostile.ts'

const fonts = join(resolve(import.meta.dirname, '../../..'), 'node_modules/@fontsource-variable')
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

let store: Connection
let sample: BriefingDocument
beforeAll(async () => {
  store = openTestReader()
  sample = await sampleDocument(store, 'en')
})
afterAll(() => store.close())

describe('a briefing as HTML', () => {
  it('says its language, title and slides, and keeps every figure beside its table', async () => {
    for (const language of ['en', 'ru', 'kk'] as const) {
      const doc = await sampleDocument(store, language)
      const page = parse(documentToHtml(doc, { fonts }))
      expect(page.documentElement.lang).toBe(language)
      expect(page.title).toBe(doc.title)
      expect([...page.querySelectorAll('section[id] > h2')].map((one) => one.textContent)).toEqual(
        doc.slides.filter(({ layout }) => !['cover', 'sources'].includes(layout)).map(({ title }) => title),
      )
      expect(page.querySelectorAll('figure svg text').length).toBeGreaterThan(60)
      expect(page.querySelectorAll('details table')).toHaveLength(page.querySelectorAll('figure svg').length)
      expect(
        [...page.querySelectorAll('svg[role="img"]')].every(
          (one) => one.querySelector('title') ?? one.getAttribute('aria-label'),
        ),
      ).toBe(true)
    }
  })

  it('prints the figures of a chart in its table, a dash where there is none', () => {
    const page = parse(documentToHtml(sample, { fonts }))
    const rows = [...(page.querySelector('#slide-1 details tbody')?.querySelectorAll('tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    )
    expect(rows).toContainEqual(['2013', '36.8', '17.1'])
    expect(rows).toContainEqual(['2025', '29.9', '29.0'])
    expect(rows).toContainEqual(['2010', '–', '–'])
  })

  it('numbers its sources with licences and addresses, after the method and what made it', () => {
    const page = parse(documentToHtml(sample, { fonts }))
    const list = page.querySelector('ol.sources')
    expect([...(list?.querySelectorAll('li') ?? [])].map((one) => one.id)).toEqual(['source-1', 'source-2'])
    expect(list?.textContent).toContain('CC BY 4.0')
    expect(list?.textContent).toContain('https://wits.worldbank.org/')
    expect(page.querySelector('.box')?.textContent).toContain(sample.made.storeChecksum)
    expect(page.querySelector('.box')?.textContent).toContain('Multivector 0.1.0')
    for (const link of page.querySelectorAll('.note a'))
      expect(page.querySelector(link.getAttribute('href') ?? '')).not.toBeNull()
  })

  it('marks a number that changed with what it was', () => {
    const page = parse(documentToHtml(sample, { fonts }))
    expect(page.querySelector('.stale')?.textContent).toBe('29.9% (was 27.9%)')
  })

  it('loads nothing and runs nothing: its policy allows its own style alone', () => {
    const html = documentToHtml(sample, { fonts })
    const page = parse(html)
    const style = page.querySelector('style')?.textContent ?? ''
    const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(page.querySelectorAll('script, link, iframe, [style], [onload], [onerror]')).toHaveLength(0)
    const addresses = [...page.querySelectorAll('[src], [href]')].map(
      (one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '',
    )
    expect(addresses.filter((address) => !/^(data:image\/svg|#)/.test(address))).toEqual([])
    expect([...style.matchAll(/url\(([^)]{0,30})/g)].filter(([, address]) => !address?.startsWith('data:font/woff2'))).toEqual([])
  })

  it('brings the letters that it needs: the Kazakh ones in a Kazakh document, no Cyrillic in an English one', async () => {
    const ranges = (html: string) =>
      [...html.matchAll(/font-family:"([^"]+)";[^}]*unicode-range:([^,}]+)/g)].map(([, family, range]) => `${family} ${range}`)
    expect(ranges(documentToHtml(sample, { fonts }))).toEqual(['Inter U+0000-00FF', 'Source Serif 4 U+0000-00FF'])
    const kazakh = ranges(documentToHtml(await sampleDocument(store, 'kk'), { fonts }))
    expect(kazakh).toEqual(
      expect.arrayContaining(['Inter U+0301', 'Inter U+0460-052F', 'Source Serif 4 U+0301', 'Source Serif 4 U+0460-052F']),
    )
  })

  it('prints notes when asked, and the paper asked for', () => {
    expect(parse(documentToHtml(sample, { fonts })).querySelectorAll('.notes')).toHaveLength(0)
    const html = documentToHtml(sample, { fonts, notes: true, paper: 'letter' })
    expect(parse(html).querySelectorAll('.notes').length).toBeGreaterThan(3)
    expect(html).toContain('@page{size:letter')
  })

  it('shows a drawing of the page as an image, never as markup', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>'
    const doc = { ...sample, slides: [{ ...sample.slides[1], figure: null, svg } as BriefingDocument['slides'][number]] }
    const page = parse(documentToHtml(doc, { fonts }))
    expect(page.querySelectorAll('script')).toHaveLength(0)
    expect(atob(page.querySelector('img')?.src.replace('data:image/svg+xml;base64,', '') ?? '')).toBe(svg)
  })

  it('gives the words of a map a typeface with Kazakh letters, which an image cannot take from its page', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" font-family="Inter, Arial"><text>Қызылорда</text></svg>'
    const doc = { ...sample, slides: [{ ...sample.slides[1], figure: null, svg } as BriefingDocument['slides'][number]] }
    const source = parse(documentToHtml(doc, { fonts })).querySelector('img')?.src ?? ''
    const drawn = Buffer.from(source.replace('data:image/svg+xml;base64,', ''), 'base64').toString('utf8')
    const ranges = [...drawn.matchAll(/@font-face\{font-family:"Inter";[^}]*unicode-range:([^}]*)\}/g)].map(([, range]) => range)
    expect(ranges.join()).toContain('U+0460-052F')
    expect(drawn.endsWith('<text>Қызылорда</text></svg>')).toBe(true)
  })

  it.each(Object.entries(hostileTexts))('shows %s in every place as text', (_name, text) => {
    const page = parse(documentToHtml(withText(sample, text), { fonts, notes: true }))
    const plain = parse(documentToHtml(withText(sample, 'plain'), { fonts, notes: true }))
    const tags = (of: Document) =>
      [...of.querySelectorAll('body *')]
        // a number is written word by word, so that it wraps between its words only
        .filter((one) => one.closest('svg') === null && one.closest('.numbers b span') === null)
        .map((one) => one.localName)
        .join(' ')
    expect(tags(page)).toBe(tags(plain))
    expect(page.querySelectorAll('script, [onload], [onerror], a[href^="javascript"]')).toHaveLength(0)
    expect(page.querySelector('h1')?.textContent).toBe(shownText(text))
    expect(page.querySelector('#slide-7 > .scroll td')?.textContent).toBe(shownText(text))
    expect(page.querySelector('style')?.nextSibling?.textContent?.trim() ?? '').toBe('')
    expect(hidden.filter((letter) => page.body.innerHTML.includes(letter))).toEqual([])
  })

  it('writes two hundred slides at once', () => {
    const slides = Array.from({ length: 200 }, (_, index) => ({
      ...(sample.slides[1 + (index % 6)] as BriefingDocument['slides'][number]),
      id: `s${index}`,
    }))
    const startMs = performance.now()
    const page = documentToHtml({ ...sample, slides }, { fonts })
    expect(performance.now() - startMs).toBeLessThan(10_000)
    expect(page.match(/<section id="slide-/g)).toHaveLength(200)
  })
})
