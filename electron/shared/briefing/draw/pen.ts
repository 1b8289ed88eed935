// What every drawing of a figure is made of: elements as text, colours of the theme, sizes that follow the text.
import type { FigureSpec } from '../../contract/schema/briefingDocument.ts'
import { type Formats, formatsOf } from '../../domain/formats.ts'
import type { Language } from '../../domain/languages.ts'
import { type Marker, type PartnerStyle, partnerStyles, type Theme } from '../palette.ts'
import { escapeText } from '../plainText.ts'

/** Where and how a figure is drawn. */
export interface FigureLook {
  /** px of the drawing */
  readonly width: number
  readonly height: number
  readonly theme?: Theme
  /** of numbers and months */
  readonly language: Language
  /** size of axis texts in px; everything else follows it. Default 12. */
  readonly text?: number
  /** makes the ids inside unique where several drawings share a page; letters and digits only */
  readonly id?: string
}

/** Greys of the theme, as literal colours (ui/theme/tokens.css holds the same). */
export const INKS = {
  light: {
    surface: '#FFFFFF',
    ink: '#14181F',
    text2: '#454E5B',
    text3: '#636C78',
    axis: '#8B94A0',
    border: '#DFE3E8',
    grid: '#E6E9ED',
  },
  dark: {
    surface: '#161B22',
    ink: '#EEF1F5',
    text2: '#BAC3CE',
    text3: '#93A0AE',
    axis: '#6B7684',
    border: '#2A323D',
    grid: '#28303A',
  },
} as const satisfies Readonly<Record<Theme, Readonly<Record<string, string>>>>

type Attribute = string | number | undefined
const round = (value: number): string => String(Math.round(value * 100) / 100)

/** One element. Names of attributes are ours; values are escaped; children are ready markup. */
export function element(name: string, attributes: Readonly<Record<string, Attribute>>, ...children: readonly string[]): string {
  let text = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    text += ` ${key}="${typeof value === 'number' ? round(value) : escapeText(value)}"`
  }
  return children.length === 0 ? `${text}/>` : `${text}>${children.join('')}</${name}>`
}

export interface TextLook {
  readonly size?: number
  readonly weight?: number
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
  /** a rim in the colour of the ground, so that lines below do not cross the letters */
  readonly rim?: boolean
  /** degrees, around the point */
  readonly turned?: number
}

/** How a series is drawn: its partner's style, or ink. */
export interface SeriesLook {
  readonly fill: string
  readonly text: string
  readonly inside: string
  readonly dash: string
  readonly marker: Marker
  /** px */
  readonly width: number
}

export interface Pen {
  readonly spec: FigureSpec
  readonly look: FigureLook
  readonly theme: Theme
  readonly inks: (typeof INKS)[Theme]
  readonly formats: Formats
  /** size of axis texts, px */
  readonly size: number
  /** px of the 12 px drawing in this one */
  px(value: number): number
  readonly series: readonly SeriesLook[]
  /** a figure as a label prints it: decimals of the unit, large amounts shortened, no unit */
  number(value: number | null): string
  signed(value: number): string
  text(x: number, y: number, text: string, look?: TextLook): string
  line(x1: number, y1: number, x2: number, y2: number, stroke: string, width?: number, dash?: string): string
  mark(series: number, x: number, y: number, hollow?: boolean): string
}

function seriesLooks(spec: FigureSpec, theme: Theme, px: (value: number) => number): readonly SeriesLook[] {
  const styles = partnerStyles(spec.series.flatMap((one) => (one.partner === null ? [] : [one.partner])))
  const ink = INKS[theme].ink
  const plain: SeriesLook = { fill: ink, text: ink, inside: INKS[theme].surface, dash: '', marker: 'circle', width: px(2) }
  const scaled = (dash: string): string =>
    dash === ''
      ? ''
      : dash
          .split(' ')
          .map((part) => round(px(Number(part))))
          .join(' ')
  return spec.series.map((one) => {
    const style: PartnerStyle | undefined = one.partner === null ? undefined : styles.get(one.partner)
    if (!style) return plain
    const { fill, text, inside } = style[theme]
    return { fill, text, inside, dash: scaled(style.dash), marker: style.marker, width: px(style.width) }
  })
}

/** @param hollow base value, estimate or "then" */
function markerShape(marker: Marker, x: number, y: number, r: number, colour: string, surface: string, hollow: boolean): string {
  const paint = hollow
    ? { fill: surface, stroke: colour, 'stroke-width': r / 2.4 }
    : { fill: colour, stroke: surface, 'stroke-width': r / 4 }
  const at = (dx: number, dy: number): string => `${round(x + dx * r)} ${round(y + dy * r)}`
  if (marker === 'diamond')
    return element('path', { d: `M${at(0, -1.25)}L${at(1.25, 0)}L${at(0, 1.25)}L${at(-1.25, 0)}Z`, ...paint })
  if (marker === 'square')
    return element('path', { d: `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`, ...paint })
  if (marker === 'triangle') return element('path', { d: `M${at(0, -1.2)}L${at(1.15, 0.85)}L${at(-1.15, 0.85)}Z`, ...paint })
  if (marker === 'plus' || marker === 'cross') {
    const d =
      marker === 'plus'
        ? `M${at(-1, 0)}L${at(1, 0)}M${at(0, -1)}L${at(0, 1)}`
        : `M${at(-0.8, -0.8)}L${at(0.8, 0.8)}M${at(0.8, -0.8)}L${at(-0.8, 0.8)}`
    return element('path', {
      d,
      fill: 'none',
      stroke: colour,
      'stroke-width': hollow ? r / 2.8 : r / 1.7,
      'stroke-linecap': 'round',
    })
  }
  return element('circle', { cx: x, cy: y, r, ...paint })
}

/** What draws one figure: sizes in px, colours of the theme, looks of its series. */
export function makePen(spec: FigureSpec, look: FigureLook): Pen {
  const theme = look.theme ?? 'light'
  const inks = INKS[theme]
  const size = look.text ?? 12
  const px = (value: number): number => (value * size) / 12
  const formats = formatsOf(look.language)
  const series = seriesLooks(spec, theme, px)
  const { decimals } = spec.unit
  return {
    spec,
    look,
    theme,
    inks,
    formats,
    size,
    px,
    series,
    number: (value) => (value !== null && Math.abs(value) >= 1e6 ? formats.compact(value) : formats.number(value, decimals)),
    signed: (value) => formats.signed(value, decimals),
    text: (x, y, text, { size: own = size, weight, fill = inks.text3, anchor = 'start', rim = false, turned } = {}) =>
      element(
        'text',
        {
          x: turned === undefined ? x : undefined,
          y: turned === undefined ? y : undefined,
          transform: turned === undefined ? undefined : `translate(${round(x)} ${round(y)}) rotate(${turned})`,
          fill,
          'font-size': own,
          'font-weight': weight,
          'text-anchor': anchor === 'start' ? undefined : anchor,
          stroke: rim ? inks.surface : undefined,
          'stroke-width': rim ? px(3.5) : undefined,
          'stroke-linejoin': rim ? 'round' : undefined,
          'paint-order': rim ? 'stroke' : undefined,
        },
        escapeText(text),
      ),
    line: (x1, y1, x2, y2, stroke, width = px(1), dash) =>
      element('line', { x1, y1, x2, y2, stroke, 'stroke-width': width, 'stroke-dasharray': dash === '' ? undefined : dash }),
    mark: (index, x, y, hollow = false) => {
      const own = series[index]
      const marker = own?.marker === undefined || own.marker === 'none' ? 'circle' : own.marker
      return markerShape(marker, x, y, px(own?.marker === 'none' ? 3 : 4.2), own?.fill ?? inks.ink, inks.surface, hollow)
    },
  }
}

/** Half the height of a line of figures above its baseline: puts a text's middle at y. */
export const middle = (y: number, size: number): number => y + size * 0.36
