// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../../../db/worker/connection.ts'
import { figureToSvg } from '../../../../electron/shared/briefing/figureToSvg.ts'
import { type FigureSpec, figureKinds } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import { sampleFigures } from '../../../db/briefing/sampleDocument.ts'
import { openTestReader } from '../../../db/support/store.ts'

const parse = (svg: string): Document => new DOMParser().parseFromString(svg, 'image/svg+xml')
const words = (svg: string): readonly string[] => [...parse(svg).querySelectorAll('text')].map((one) => one.textContent)
const LOOK = { width: 800, height: 450 }

let store: Connection
let figures: Readonly<Record<FigureSpec['kind'], FigureSpec>>
beforeAll(async () => {
  store = openTestReader()
  figures = await sampleFigures(store, 'en')
})
afterAll(() => store.close())

describe('a figure as SVG', () => {
  it.each(figureKinds)('of kind %s is well-formed, finite, real text, and neither scripts nor loads anything', async (kind) => {
    for (const language of ['en', 'ru', 'kk'] as const) {
      const spec = (await sampleFigures(store, language))[kind]
      for (const theme of ['light', 'dark'] as const) {
        const svg = figureToSvg(spec, { ...LOOK, theme, language, id: 'a1' })
        const page = parse(svg)
        expect(page.querySelector('parsererror')).toBeNull()
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
        expect([...page.querySelectorAll('*')].map((one) => one.localName)).not.toContain('script')
        expect(svg).not.toMatch(/\s(on\w+|href|style|class)=/)
        expect(page.querySelector('title')?.textContent).toBe(spec.summary)
        expect(words(svg).length).toBeGreaterThan(5)
      }
    }
  })

  it('names each line at its end with its last figure, in the numbers of the language', async () => {
    expect(words(figureToSvg(figures.line, { ...LOOK, language: 'en' }))).toEqual(
      expect.arrayContaining(['Russia 29.9', 'China 29.0', '36.8', '17.1', '60%']),
    )
    const ru = await sampleFigures(store, 'ru')
    expect(words(figureToSvg(ru.line, { ...LOOK, language: 'ru' }))).toEqual(
      expect.arrayContaining(['Россия 29,9', 'Китай 29,0']),
    )
  })

  it('wears the colours and dashes of the partners, and other ones in the dark', () => {
    const strokes = (theme: 'light' | 'dark') =>
      [...parse(figureToSvg(figures.line, { ...LOOK, theme, language: 'en' })).querySelectorAll('path[fill="none"]')].map(
        (one) => `${one.getAttribute('stroke')} ${one.getAttribute('stroke-dasharray') ?? ''}`,
      )
    expect([...new Set(strokes('light'))]).toEqual(['#A8152E ', '#C58900 7 3'])
    expect([...new Set(strokes('dark'))]).toEqual(['#EA5069 ', '#F3C45E 7 3'])
  })

  it('breaks a line where no figure is, and says why', () => {
    const svg = figureToSvg(figures.line, { ...LOOK, language: 'en' })
    expect(figures.line.series[0]?.values[figures.line.periods.indexOf('2010')]).toBeNull()
    // two stretches for each of two lines
    expect(parse(svg).querySelectorAll('path[fill="none"]')).toHaveLength(4)
    expect(words(svg)).toContain('Break in the statistics')
  })

  it('draws a single figure as a mark and none for a missing one', () => {
    const [first] = figures.line.series
    if (!first) throw new Error('no series')
    const one: FigureSpec = {
      ...figures.line,
      baseYear: null,
      events: [],
      gaps: [],
      joins: [],
      series: [{ ...first, values: first.values.map((value, index) => (index === 4 ? value : null)) }],
    }
    const page = parse(figureToSvg(one, { ...LOOK, language: 'en' }))
    expect(page.querySelectorAll('path[fill="none"]')).toHaveLength(0)
    expect(page.querySelectorAll('circle').length).toBeGreaterThan(0)
    const none: FigureSpec = { ...one, series: [{ ...first, values: first.values.map(() => null) }] }
    expect(parse(figureToSvg(none, { ...LOOK, language: 'en' })).querySelectorAll('circle, path')).toHaveLength(0)
  })

  it('keeps labels at the right apart and inside the drawing', () => {
    for (const width of [420, 800, 1200]) {
      const page = parse(figureToSvg(figures['stacked-area'], { width, height: 450, language: 'en' }))
      const labels = [...page.querySelectorAll('text[font-weight="650"]')].map((one) => ({
        x: Number(one.getAttribute('x')),
        y: Number(one.getAttribute('y')),
      }))
      const right = Math.max(...labels.map(({ x }) => x))
      const ys = labels
        .filter(({ x }) => x === right)
        .map(({ y }) => y)
        .sort((a, b) => a - b)
      expect(ys.length).toBeGreaterThanOrEqual(8)
      expect(Math.min(...ys.slice(1).map((y, index) => y - (ys[index] ?? 0)))).toBeGreaterThanOrEqual(13)
      expect(ys.at(-1)).toBeLessThan(450)
    }
  })

  it('refuses a waterfall whose parts do not add up', () => {
    const [first] = figures.waterfall.series
    if (!first) throw new Error('no series')
    const broken = {
      ...figures.waterfall,
      series: [{ ...first, values: first.values.map((value, index) => (index === 1 ? (value ?? 0) + 1 : value)) }],
    }
    expect(() => figureToSvg(broken, { ...LOOK, language: 'en' })).toThrow(/add up/)
  })

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</text></svg><svg onload="x">',
    ']]>&amp;&#0;',
    '[a](javascript:x)',
    '=HYPERLINK("x")',
    'a\u202Ebc\u2066d\u0000e\uD800f',
  ])('shows %j as text', (hostile) => {
    const spec: FigureSpec = {
      ...figures.line,
      summary: hostile,
      series: figures.line.series.map((one) => ({ ...one, label: hostile })),
      events: [{ date: '2005', label: hostile }],
      gaps: [{ from: '2009', to: '2011', reason: hostile }],
    }
    const svg = figureToSvg(spec, { width: 2400, height: 1200, language: 'en' })
    const page = parse(svg)
    expect(page.querySelector('parsererror')).toBeNull()
    expect([...new Set([...page.querySelectorAll('*')].map((one) => one.localName))].sort()).toEqual([
      'circle',
      'line',
      'path',
      'svg',
      'text',
      'title',
    ])
    // marks of direction, controls and halves of letters are left out; every other character stands
    const shown = hostile.replace('\u202E', '').replace('\u2066', '').replace('\u0000', '').replace('\uD800', '')
    expect(page.querySelector('title')?.textContent).toBe(shown)
    expect(words(svg).some((one) => one === `${shown} 29.9`)).toBe(true)
  })

  it('gives the same text for the same figure', () => {
    expect(figureToSvg(figures.line, { ...LOOK, language: 'en' })).toBe(
      figureToSvg(structuredClone(figures.line), { ...LOOK, language: 'en' }),
    )
  })
})
