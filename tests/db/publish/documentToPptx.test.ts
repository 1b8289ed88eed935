// @vitest-environment jsdom
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentToPptx } from '../../../db/publish/pptx/documentToPptx.ts'
import type { Connection } from '../../../db/worker/connection.ts'
import type { BriefingDocument, DocumentSlide, FigureSpec } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import { sampleDocument } from '../briefing/sampleDocument.ts'
import { openTestReader } from '../support/store.ts'
import { hidden, hostileTexts, shownText, withText } from './hostile.ts'

type Parts = ReadonlyMap<string, Uint8Array>
const unpack = (file: Uint8Array): Parts => new Map(Object.entries(unzipSync(new Uint8Array(file))))
const textOf = (parts: Parts, path: string): string => strFromU8(parts.get(path) ?? new Uint8Array())
const isXml = (path: string): boolean => /\.(xml|rels)$/.test(path)
const parse = (text: string): Document => new DOMParser().parseFromString(text, 'application/xml')
const named = (page: Document | Element, name: string): Element[] => [...page.getElementsByTagName(name)]
/** Slides of a deck in order, with their path. */
const slidesOf = (parts: Parts): readonly string[] =>
  [...parts.keys()]
    .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))

/** Owner and target of every relationship: `_rels/x.rels` belongs to `x`. */
function relations(
  parts: Parts,
): readonly { readonly from: string; readonly id: string; readonly type: string; readonly to: string }[] {
  return [...parts.keys()]
    .filter((path) => path.endsWith('.rels'))
    .flatMap((path) => {
      const from = path.replace('_rels/', '').replace(/\.rels$/, '')
      return named(parse(textOf(parts, path)), 'Relationship').map((one) => ({
        from,
        id: one.getAttribute('Id') ?? '',
        type: (one.getAttribute('Type') ?? '').split('/').at(-1) ?? '',
        to: (one.getAttribute('Target') ?? '').replace(/^\//, ''),
      }))
    })
}

/** What is wrong with a package, by rule. Empty = an Office program opens it without repairing it. */
function faults(parts: Parts): readonly string[] {
  const found: string[] = []
  const pages = new Map([...parts.keys()].filter(isXml).map((path) => [path, parse(textOf(parts, path))]))
  for (const [path, page] of pages) if (named(page, 'parsererror').length > 0) found.push(`${path} is no XML`)
  const types = pages.get('[Content_Types].xml') ?? parse('<x/>')
  const overrides = named(types, 'Override').map((one) => one.getAttribute('PartName')?.slice(1) ?? '')
  const defaults = new Set(named(types, 'Default').map((one) => one.getAttribute('Extension')))
  found.push(...overrides.filter((path) => !parts.has(path)).map((path) => `${path} has a type and is not there`))
  for (const path of parts.keys()) {
    if (path === '[Content_Types].xml') continue
    if (!overrides.includes(path) && !defaults.has(path.split('.').at(-1) ?? '')) found.push(`${path} has no type`)
    if (path.endsWith('.xml') && !overrides.includes(path)) found.push(`${path} has no type of its own`)
  }
  const all = relations(parts)
  const reached = new Set(all.map(({ to }) => to))
  found.push(...all.filter(({ to }) => !parts.has(to)).map(({ from, to }) => `${from} refers to ${to}, which is not there`))
  for (const path of parts.keys())
    if (path !== '[Content_Types].xml' && !path.endsWith('.rels') && !reached.has(path)) found.push(`nothing refers to ${path}`)
  for (const [path, page] of pages) {
    if (path.endsWith('.rels')) continue
    const own = new Set(all.filter(({ from }) => from === path).map(({ id }) => id))
    const used = new Set([...textOf(parts, path).matchAll(/\sr:(?:id|embed|link)="([^"]+)"/g)].map(([, id]) => id ?? ''))
    found.push(...[...used].filter((id) => !own.has(id)).map((id) => `${path} uses ${id}, which is no relationship`))
    const ids = named(page, 'p:cNvPr').map((one) => one.getAttribute('id'))
    if (new Set(ids).size !== ids.length) found.push(`${path} uses an id of a shape twice`)
    for (const paragraph of named(page, 'a:p')) {
      const names = [...paragraph.children].map((one) => one.localName)
      if (names.lastIndexOf('pPr') > 0) found.push(`${path} has properties of a paragraph in its middle`)
    }
    for (const colour of named(page, 'a:srgbClr'))
      if (!/^[0-9A-F]{6}$/.test(colour.getAttribute('val') ?? ''))
        found.push(`${path} has the colour ${colour.getAttribute('val')}`)
    for (const one of [...named(page, 'a:ext'), ...named(page, 'a:off')]) {
      for (const key of ['cx', 'cy', 'x', 'y']) {
        const value = one.getAttribute(key)
        if (value !== null && !/^\d+$/.test(value)) found.push(`${path} has a length of ${value}`)
      }
    }
  }
  for (const [path, page] of pages) {
    if (!/^ppt\/charts\/chart\d+\.xml$/.test(path)) continue
    const axes = [...named(page, 'c:catAx'), ...named(page, 'c:valAx'), ...named(page, 'c:dateAx')].map((axis) =>
      axis.getElementsByTagName('c:axId')[0]?.getAttribute('val'),
    )
    for (const plot of [...named(page, 'c:lineChart'), ...named(page, 'c:areaChart'), ...named(page, 'c:barChart')]) {
      const ids = [...plot.children].filter((one) => one.localName === 'axId').map((one) => one.getAttribute('val'))
      if (ids.length !== 2 || ids.some((id) => !axes.includes(id))) found.push(`${path} has axis ids ${ids} and axes ${axes}`)
    }
    for (const axis of named(page, 'c:crossAx'))
      if (!axes.includes(axis.getAttribute('val'))) found.push(`${path} crosses an axis that is not there`)
    if (/NaN|Infinity|undefined|null/.test(textOf(parts, path))) found.push(`${path} has no number somewhere`)
  }
  return found
}

/** The sheet in the workbook of a chart: numbers as numbers, null where there is no cell. */
function sheetOf(parts: Parts, chart: string): readonly (readonly (string | number | null)[])[] {
  const path = relations(parts).find(({ from, type }) => from === chart && type === 'package')?.to ?? ''
  const inner = unpack(parts.get(path) ?? new Uint8Array())
  expect(faults(inner)).toEqual([])
  return named(parse(textOf(inner, 'xl/worksheets/sheet1.xml')), 'row').map((row) => {
    const cells = new Map(
      named(row, 'c').map((cell) => [
        cell.getAttribute('r')?.replace(/\d+/, '') ?? '',
        cell.getAttribute('t') === 'inlineStr' ? cell.textContent : Number(named(cell, 'v')[0]?.textContent),
      ]),
    )
    return Array.from({ length: 12 }, (_, index) => cells.get(String.fromCharCode(65 + index)) ?? null)
  })
}

let store: Connection
let sample: BriefingDocument
let parts: Parts
beforeAll(async () => {
  store = openTestReader()
  sample = await sampleDocument(store, 'en')
  parts = unpack(documentToPptx(sample).file)
})
afterAll(() => store.close())

const figureOf = (kind: FigureSpec['kind']): FigureSpec => {
  const found = sample.slides.find(({ figure }) => figure?.kind === kind)?.figure
  if (!found) throw new Error(`no ${kind}`)
  return found
}
const chartOf = (kind: FigureSpec['kind']): string => {
  const index = sample.slides.findIndex(({ figure }) => figure?.kind === kind)
  return relations(parts).find(({ from, type }) => from === `ppt/slides/slide${index + 1}.xml` && type === 'chart')?.to ?? ''
}
/** Numbers of a series as a chart caches them. */
const cached = (series: Element | undefined): readonly (number | null)[] => {
  const values = series?.getElementsByTagName('c:val')[0]
  const count = Number(values?.getElementsByTagName('c:ptCount')[0]?.getAttribute('val'))
  const known = new Map(
    named(values as Element, 'c:pt').map((point) => [Number(point.getAttribute('idx')), Number(point.textContent)]),
  )
  return Array.from({ length: count }, (_, index) => known.get(index) ?? null)
}

describe('a briefing as PowerPoint', () => {
  it.each(['en', 'ru', 'kk'] as const)('in %s is a package without a fault', async (language) => {
    const doc = await sampleDocument(store, language)
    const { file, slides } = documentToPptx(doc)
    const deck = unpack(file)
    expect(faults(deck)).toEqual([])
    expect(slidesOf(deck)).toHaveLength(slides)
    expect(slides).toBe(11)
    expect(textOf(deck, 'docProps/core.xml')).toContain(`<dc:language>${language}</dc:language>`)
  })

  it('has a title in its placeholder on every slide, notes, a description of every chart, a source line with its date', () => {
    const titles = slidesOf(parts).map((path) => {
      const page = parse(textOf(parts, path))
      const holder = named(page, 'p:sp').find((shape) =>
        ['title', 'ctrTitle'].includes(named(shape, 'p:ph')[0]?.getAttribute('type') ?? ''),
      )
      return named(holder as Element, 'a:t')
        .map((one) => one.textContent)
        .join('')
    })
    const shown = sample.slides.filter(({ layout }) => layout !== 'sources').map(({ title }) => title)
    expect(titles).toEqual([...shown, 'Method and warnings', 'Sources'])
    sample.slides.forEach((slide, index) => {
      if (slide.layout === 'sources') return
      const path = `ppt/slides/slide${index + 1}.xml`
      const words = named(parse(textOf(parts, path)), 'a:t').map((one) => one.textContent)
      const notes = relations(parts).find(({ from, type }) => from === path && type === 'notesSlide')?.to
      if (slide.notes !== '') expect(textOf(parts, notes ?? '')).toContain(slide.notes.replaceAll("'", '&#39;'))
      else expect(notes).toBeUndefined()
      if (slide.figure)
        expect(
          named(parse(textOf(parts, path)), 'p:cNvPr')
            .find((one) => one.getAttribute('name') === 'Chart')
            ?.getAttribute('descr'),
        ).toBe(slide.figure.summary)
      if (slide.layout !== 'cover')
        expect(words.some((word) => word.startsWith('Sources: ') && word.includes('As known on 23'))).toBe(true)
    })
    expect(textOf(parts, 'ppt/slides/slide11.xml')).toContain('CC BY 4.0')
    expect(textOf(parts, 'ppt/slides/slide10.xml')).toContain(sample.made.storeChecksum)
  })

  it('holds the numbers of the document exactly in its workbooks, and no cell where there is none', () => {
    for (const kind of ['line', 'stacked-area', 'bar'] as const) {
      const figure = figureOf(kind)
      const [head = [], ...rows] = sheetOf(parts, chartOf(kind))
      for (const one of figure.series) {
        const column = head.indexOf(one.label)
        expect(rows.map((row) => row[column])).toEqual(one.values)
      }
    }
    const gap = figureOf('line').periods.indexOf('2010')
    expect(sheetOf(parts, chartOf('line'))[gap + 1]?.slice(0, 3)).toEqual(['2010', null, null])
    expect(
      sheetOf(parts, chartOf('waterfall'))
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(figureOf('waterfall').series[0]?.values)
    const pairs = sheetOf(parts, chartOf('then-now')).slice(1)
    expect(pairs.map((row) => [row[1], row[2]])).toEqual(figureOf('then-now').series.map(({ values }) => [...values]))
    const range = figureOf('range').series[0]
    expect(
      sheetOf(parts, chartOf('range'))
        .slice(1)
        .map((row) => row[2]),
    ).toEqual(range?.low)
    expect(
      sheetOf(parts, chartOf('range'))
        .slice(1)
        .map((row) => row[3]),
    ).toEqual(range?.high)
  })

  it('shows in each chart what its workbook holds, with gaps left open', () => {
    for (const kind of ['line', 'stacked-area', 'bar', 'waterfall', 'then-now', 'range'] as const) {
      const page = parse(textOf(parts, chartOf(kind)))
      const [, ...rows] = sheetOf(parts, chartOf(kind))
      expect(named(page, 'c:dispBlanksAs')[0]?.getAttribute('val')).toBe('gap')
      for (const series of named(page, 'c:ser')) {
        const formula = named(series.getElementsByTagName('c:val')[0] as Element, 'c:f')[0]?.textContent ?? ''
        const column = (/\$([A-Z])\$2/.exec(formula)?.[1] ?? 'A').charCodeAt(0) - 65
        expect(cached(series)).toEqual(rows.map((row) => row[column] ?? null))
      }
    }
  })

  it('stacks a waterfall so that every step ends where the next one begins', () => {
    const rows = sheetOf(parts, chartOf('waterfall')).slice(1)
    let level = Number(rows[0]?.[5])
    for (const [, value, base, up, down] of rows.slice(1, -1)) {
      const [low, high] = [Number(base), Number(base) + Number(up ?? down)]
      expect(value !== null && Number(value) >= 0 ? low : high).toBeCloseTo(level, 9)
      level += Number(value)
    }
    expect(level).toBeCloseTo(Number(rows.at(-1)?.[5]), 9)
  })

  it('wears partner colours and dashes, and names the last point of each line', () => {
    const lines = named(parse(textOf(parts, chartOf('line'))), 'c:ser')
    const look = (series: Element): string =>
      [
        named(series, 'a:ln')[0]?.getElementsByTagName('a:srgbClr')[0]?.getAttribute('val'),
        named(series, 'a:prstDash')[0]?.getAttribute('val') ?? 'solid',
      ].join(' ')
    expect(lines.map(look)).toEqual(['A8152E solid', 'C58900 dash'])
    const last = figureOf('line').periods.length - 1
    for (const series of lines) {
      const label = named(series, 'c:dLbl').find((one) => named(one, 'c:idx')[0]?.getAttribute('val') === String(last))
      expect([
        named(label as Element, 'c:showVal')[0]?.getAttribute('val'),
        named(label as Element, 'c:showSerName')[0]?.getAttribute('val'),
      ]).toEqual(['1', '1'])
    }
    const fonts = new Set(
      [...parts.keys()]
        .filter((path) => /slides\/|charts\//.test(path) && path.endsWith('.xml'))
        .flatMap((path) => named(parse(textOf(parts, path)), 'a:latin').map((one) => one.getAttribute('typeface'))),
    )
    expect([...fonts].sort()).toEqual(['Inter', 'Source Serif 4'])
  })

  it.each(Object.entries(hostileTexts))('shows %s in every place as text', (_name, text) => {
    const deck = unpack(documentToPptx(withText(sample, text)).file)
    expect(faults(deck)).toEqual([])
    expect(named(parse(textOf(deck, 'ppt/slides/slide2.xml')), 'a:t').map((one) => one.textContent)).toContain(shownText(text))
    expect(textOf(deck, 'docProps/core.xml')).not.toContain('<script')
    for (const [path, bytes] of deck)
      if (isXml(path)) expect(hidden.filter((letter) => strFromU8(bytes).includes(letter))).toEqual([])
    // an equals sign at the start stays a text: no cell of a workbook is a formula
    for (const path of [...deck.keys()].filter((one) => one.endsWith('.xlsx')))
      expect(textOf(unpack(deck.get(path) ?? new Uint8Array()), 'xl/worksheets/sheet1.xml')).not.toMatch(/<f>/)
  })

  it('names the language of the marks of its numbers, and keeps a label at the end of a line on one line', async () => {
    const chart = async (language: 'en' | 'kk'): Promise<string> => {
      const deck = unzipSync(documentToPptx(await sampleDocument(store, language)).file)
      return strFromU8(deck['ppt/charts/chart1.xml'] ?? new Uint8Array())
    }
    expect(await chart('kk')).toContain('formatCode="[$-43F]#,##0.0"')
    expect(await chart('en')).toContain('formatCode="#,##0.0"')
    expect(await chart('en')).toMatch(/<c:dLbl>.*?<a:bodyPr wrap="none"\/>/)
  })

  it('goes on where a table is too long for one slide, and holds two hundred slides', () => {
    const table = sample.slides.find(({ layout }) => layout === 'table') as DocumentSlide
    const rows = Array.from({ length: 40 }, (_, index) => [`row ${index}`, String(index)])
    const long = unpack(
      documentToPptx({ ...sample, slides: [{ ...table, table: { columns: table.table?.columns ?? [], rows } }] }).file,
    )
    expect(slidesOf(long)).toHaveLength(6)
    expect(rows.every(([name]) => slidesOf(long).some((path) => textOf(long, path).includes(`<a:t>${name}</a:t>`)))).toBe(true)
    const slides = Array.from({ length: 200 }, (_, index) => ({
      ...(sample.slides[1 + (index % 6)] as DocumentSlide),
      id: `s${index}`,
    }))
    const startMs = performance.now()
    const { file } = documentToPptx({ ...sample, slides })
    expect(performance.now() - startMs).toBeLessThan(25_000)
    const deck = unpack(file)
    expect(slidesOf(deck)).toHaveLength(202)
    expect(
      new Set(
        relations(deck)
          .filter(({ type }) => type === 'chart')
          .map(({ to }) => to),
      ).size,
    ).toBe(200)
  })

  it('keeps the proportions of a set-aside drawing, beside a picture for programs without SVG, and names both', () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]).toString('base64')
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><rect width="10" height="10"/></svg>'
    const slide = { ...(sample.slides[1] as DocumentSlide), title: 'Corridors', figure: null, numbers: [], svg, png }
    const deck = unpack(documentToPptx({ ...sample, slides: [slide] }).file)
    expect(faults(deck)).toEqual([])
    const [picture] = named(parse(textOf(deck, 'ppt/slides/slide1.xml')), 'p:pic')
    const size = named(picture as Element, 'a:ext').find((one) => one.hasAttribute('cx'))
    expect(Number(size?.getAttribute('cx')) / Number(size?.getAttribute('cy'))).toBeCloseTo(4, 2)
    expect(named(picture as Element, 'p:cNvPr')[0]?.getAttribute('descr')).toBe('Corridors')
    expect(textOf(deck, 'ppt/media/drawing1.svg')).toBe(svg)
    expect(Buffer.from(deck.get('ppt/media/drawing1.png') ?? []).toString('base64')).toBe(png)
  })

  it('draws a single reading of a range as a thin bar, its number unchanged in the workbook', () => {
    const range = figureOf('range')
    const one = {
      ...range,
      periods: ['2006', '2013'],
      series: [{ ...range.series[0], values: [80, null], low: [null, 62], high: [null, 84] }],
    }
    const slide = { ...(sample.slides[1] as DocumentSlide), figure: one as FigureSpec }
    const deck = unpack(documentToPptx({ ...sample, slides: [slide] }).file)
    const [, single, pair] = sheetOf(deck, 'ppt/charts/chart1.xml')
    expect(single?.slice(1, 4)).toEqual([80, null, null])
    expect(Number(single?.[4]) + Number(single?.[5]) / 2).toBeCloseTo(80, 9)
    expect(Number(single?.[5])).toBeGreaterThan(0)
    expect(pair?.slice(1, 6)).toEqual([null, 62, 84, 62, 22])
  })

  it('gives the same bytes for the same document', () => {
    expect(Buffer.compare(documentToPptx(sample).file, documentToPptx(structuredClone(sample)).file)).toBe(0)
  })
})
