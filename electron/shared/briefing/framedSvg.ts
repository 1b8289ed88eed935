// A chart with its title, source and date around it: what leaves the page must say by itself what it shows.
import { element, INKS } from './draw/pen.ts'
import { escapeText } from './plainText.ts'
import { widthOf, wrapToWidth } from './textWidth.ts'

export interface Framed {
  /** markup of a standalone SVG of ours; its own size is used */
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly title: string
  readonly subtitle: string
  /** source line, and the day the figures are as known on */
  readonly source: string
  readonly asOf: string
}

const MARGIN = 24
const [TITLE, TITLE_LINE] = [20, 26]
const [SUBTITLE, SUBTITLE_LINE] = [12.5, 18]
const [SOURCE, SOURCE_LINE] = [11, 15]
const SERIF = "'Source Serif 4', 'Source Serif 4 Variable', Georgia, serif"

/**
 * @returns one SVG on white with real text
 */
export function framedSvg({ svg, width, height, title, subtitle, source, asOf }: Framed): {
  readonly svg: string
  readonly width: number
  readonly height: number
} {
  const wide = Math.max(width, 320)
  const inks = INKS.light
  const titles = wrapToWidth(title, wide, TITLE, 650, 3)
  const subtitles = subtitle === '' ? [] : wrapToWidth(subtitle, wide, SUBTITLE, 400, 3)
  const sources = wrapToWidth(
    [source, asOf].filter((part) => part !== '').join(' '),
    wide - widthOf('Multivector', SOURCE, 650) - 16,
    SOURCE,
    400,
    5,
  )
  const top = MARGIN + titles.length * TITLE_LINE + subtitles.length * SUBTITLE_LINE + 10
  const foot = top + height + 10
  const whole = { width: wide + 2 * MARGIN, height: foot + sources.length * SOURCE_LINE + MARGIN - 4 }
  const lines = (texts: readonly string[], from: number, step: number, look: Readonly<Record<string, string | number>>): string =>
    texts.map((text, index) => element('text', { x: MARGIN, y: from + index * step, ...look }, escapeText(text))).join('')
  const drawing = svg.replace(/^<svg /, `<svg x="${MARGIN}" y="${top}" `)
  const made = element(
    'text',
    { x: wide + MARGIN, y: foot + 11, 'font-size': SOURCE, 'font-weight': 650, 'text-anchor': 'end', fill: inks.ink },
    'Multivector',
  )
  return {
    ...whole,
    svg: element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: whole.width,
        height: whole.height,
        viewBox: `0 0 ${whole.width} ${whole.height}`,
        'font-family': "Inter, 'Inter Variable', Arial, sans-serif",
      },
      element('title', {}, escapeText(title)),
      element('rect', { width: whole.width, height: whole.height, fill: inks.surface }),
      lines(titles, MARGIN + 19, TITLE_LINE, { 'font-family': SERIF, 'font-size': TITLE, 'font-weight': 600, fill: inks.ink }),
      lines(subtitles, MARGIN + titles.length * TITLE_LINE + 14, SUBTITLE_LINE, { 'font-size': SUBTITLE, fill: inks.text2 }),
      drawing,
      lines(sources, foot + 11, SOURCE_LINE, { 'font-size': SOURCE, fill: inks.text3 }),
      made,
    ),
  }
}
