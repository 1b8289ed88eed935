// Shapes of a slide as DrawingML. Lengths are inches at the border of this file and EMU inside.
import { escapeText } from '../../../electron/shared/briefing/plainText.ts'
import { OFFICE } from './package.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export const SANS = 'Inter'
export const SERIF = 'Source Serif 4'

/** Inches in English Metric Units, of which an inch has 914,400. */
export const emu = (inches: number): number => Math.round(inches * 914_400)
const points = (size: number): number => Math.round(size * 100)

export interface RunLook {
  readonly size: number
  readonly bold?: boolean
  /** RRGGBB */
  readonly colour?: string
  readonly font?: string
}
export interface Run extends RunLook {
  readonly text: string
}
export interface ParagraphLook {
  readonly align?: 'l' | 'ctr' | 'r'
  /** line height in points */
  readonly line?: number
  /** room below in points */
  readonly after?: number
}

/**
 * A typeface by name, with its family: a machine that lacks it takes a sans serif (Arial) or serif (Times New Roman) face of its own, both of
 * which have all Kazakh letters, instead of any other.
 */
export const face = (part: 'latin' | 'ea' | 'cs', font: string): string =>
  font === SERIF
    ? `<a:${part} typeface="${font}" panose="02020603050405020304" pitchFamily="18" charset="0"/>`
    : `<a:${part} typeface="${font}" panose="020B0604020202020204" pitchFamily="34" charset="0"/>`

/** One colour as a fill, six hexadecimal digits. */
export const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`

/** Properties of a stretch of text. */
export const properties = (
  name: 'a:rPr' | 'a:defRPr' | 'a:endParaRPr',
  { size, bold = false, colour = '14181F', font = SANS }: RunLook,
  lang = '',
): string =>
  `<${name}${lang === '' ? '' : ` lang="${lang}"`} sz="${points(size)}" b="${bold ? 1 : 0}">${solid(colour)}${face('latin', font)}${face('ea', font)}${face('cs', font)}</${name}>`

export interface Paragraph extends ParagraphLook {
  readonly runs: readonly Run[]
}

const LANGUAGES = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' } as const
export type Language = keyof typeof LANGUAGES

/** One paragraph; a text is escaped, never read as markup. */
export function paragraphXml({ runs, align = 'l', line, after = 0 }: Paragraph, language: Language): string {
  const height = line === undefined ? '' : `<a:lnSpc><a:spcPts val="${points(line)}"/></a:lnSpc>`
  const body = runs.map(
    ({ text, ...look }) =>
      `<a:r>${properties('a:rPr', look, LANGUAGES[language])}<a:t>${escapeText(text.replace(/[\r\n\t]+/g, ' '))}</a:t></a:r>`,
  )
  return `<a:p><a:pPr marL="0" indent="0" algn="${align}">${height}<a:spcAft><a:spcPts val="${points(after)}"/></a:spcAft><a:buNone/></a:pPr>${body.join('')}</a:p>`
}

const place = ({ x, y, w, h }: Box, name = 'a:xfrm', turned = 0): string =>
  `<${name}${turned === 0 ? '' : ` rot="${turned * 60_000}"`}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${name}>`

/** Marks a shape that says nothing by itself: screen readers pass over it. */
const DECOR =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

/** The shapes of one slide, with ids that are used once. */
export class Shapes {
  readonly #language: Language
  #next = 2
  #xml = ''

  constructor(language: Language) {
    this.#language = language
  }

  #named(name: string, description = '', decor = false): string {
    const text = description === '' ? '' : ` descr="${escapeText(description)}"`
    return `<p:cNvPr id="${this.#next++}" name="${escapeText(name)}"${text}${decor ? `>${DECOR}</p:cNvPr>` : '/>'}`
  }

  /** A placeholder of the layout: titles are found by screen readers and in the outline by it. Position and look are the layout's own. */
  placeholder(type: 'title' | 'ctrTitle' | 'subTitle', text: string, look: RunLook, index = ''): void {
    const body = paragraphXml({ runs: [{ text, ...look }] }, this.#language)
    this.#xml += `<p:sp><p:nvSpPr>${this.#named(type === 'subTitle' ? 'Subtitle' : 'Title')}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${index}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>${body}</p:txBody></p:sp>`
  }

  /** The number of the slide, as a field of the layout's placeholder. */
  number(n: number): void {
    this.#xml += `<p:sp><p:nvSpPr>${this.#named('Slide number')}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${LANGUAGES[this.#language]}"/><a:t>${n}</a:t></a:fld></a:p></p:txBody></p:sp>`
  }

  text(
    name: string,
    box: Box,
    paragraphs: readonly Paragraph[],
    look: {
      readonly anchor?: 't' | 'ctr' | 'b'
      readonly turned?: number
      readonly fill?: string
      readonly wrap?: boolean
      readonly inset?: number
    } = {},
  ): void {
    const { anchor = 't', turned = 0, fill, wrap = true, inset = 0 } = look
    this.#xml += `<p:sp><p:nvSpPr>${this.#named(name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${place(box, 'a:xfrm', turned)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill === undefined ? '<a:noFill/>' : solid(fill)}</p:spPr><p:txBody><a:bodyPr wrap="${wrap ? 'square' : 'none'}" lIns="${emu(inset)}" tIns="0" rIns="${emu(inset)}" bIns="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>${paragraphs.map((one) => paragraphXml(one, this.#language)).join('')}</p:txBody></p:sp>`
  }

  line(name: string, box: Box, colour: string, width: number, dash?: string): void {
    const dashed = dash === undefined ? '' : `<a:prstDash val="${dash}"/>`
    this.#xml += `<p:cxnSp><p:nvCxnSpPr>${this.#named(name, '', true)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${place(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="${Math.round(width * 12_700)}">${solid(colour)}${dashed}</a:ln></p:spPr></p:cxnSp>`
  }

  /** A small mark beside a number: up filled, down hollow, held a bar. */
  direction(box: Box, direction: 'up' | 'down' | 'held', description: string): void {
    const shape = direction === 'held' ? 'rect' : 'triangle'
    const own = direction === 'held' ? { ...box, y: box.y + box.h * 0.4, h: box.h * 0.2 } : box
    const turned = direction === 'down' ? ' flipV="1"' : ''
    this.#xml += `<p:sp><p:nvSpPr>${this.#named('Direction', description)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${place(own).replace('<a:xfrm', `<a:xfrm${turned}`)}<a:prstGeom prst="${shape}"><a:avLst/></a:prstGeom>${direction === 'down' ? '<a:noFill/>' : solid('14181F')}<a:ln w="12700">${solid('14181F')}</a:ln></p:spPr></p:sp>`
  }

  #frame(name: string, description: string, box: Box, uri: string, content: string): void {
    this.#xml += `<p:graphicFrame><p:nvGraphicFramePr>${this.#named(name, description)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${place(box, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}">${content}</a:graphicData></a:graphic></p:graphicFrame>`
  }

  /** @param id relationship to the chart's part */
  chart(box: Box, id: string, description: string): void {
    const content = `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="${id}"/>`
    this.#frame('Chart', description, box, 'chart', content)
  }

  /** A drawing: an SVG with a picture for programs that know none. */
  picture(box: Box, picture: string, drawing: string, description: string): void {
    this.#xml += `<p:pic><p:nvPicPr>${this.#named('Drawing', description)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${picture}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${drawing}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  }

  /** @param widths inches, one per column; the first row is the heading */
  table(
    box: Box,
    widths: readonly number[],
    rows: readonly (readonly Paragraph[])[],
    rowHeight: number,
    description: string,
  ): void {
    const rule = (side: string, width: number, colour: string): string =>
      width === 0 ? `<a:${side} w="0"><a:noFill/></a:${side}>` : `<a:${side} w="${width}">${solid(colour)}</a:${side}>`
    const cell = (paragraph: Paragraph, head: boolean): string =>
      `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphXml(paragraph, this.#language)}</a:txBody><a:tcPr marL="45720" marR="45720" marT="27432" marB="27432" anchor="ctr">${rule('lnL', 0, '')}${rule('lnR', 0, '')}${rule('lnT', 0, '')}${rule('lnB', head ? 12_700 : 6350, head ? '14181F' : 'DFE3E8')}<a:noFill/></a:tcPr></a:tc>`
    const body = rows
      .map((row, index) => `<a:tr h="${emu(rowHeight)}">${row.map((one) => cell(one, index === 0)).join('')}</a:tr>`)
      .join('')
    const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')
    this.#frame('Table', description, box, 'table', `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl>`)
  }

  xml(): string {
    return this.#xml
  }
}
