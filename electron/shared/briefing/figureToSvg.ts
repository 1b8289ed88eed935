import type { FigureSpec } from '../contract/schema/briefingDocument.ts'
import { drawAreas } from './draw/areas.ts'
import { drawLines, drawRanges } from './draw/lines.ts'
import { element, type FigureLook, makePen, type Pen } from './draw/pen.ts'
import { drawBars, drawThenNow, drawWaterfall } from './draw/rows.ts'
import { escapeText } from './plainText.ts'

export type { FigureLook } from './draw/pen.ts'

const drawers: Readonly<Record<FigureSpec['kind'], (pen: Pen) => string>> = {
  line: drawLines,
  'stacked-area': drawAreas,
  bar: drawBars,
  waterfall: drawWaterfall,
  'then-now': drawThenNow,
  range: drawRanges,
}

/**
 * A figure as the text of one standalone SVG: real text, no script, no style sheet, no reference to anything outside. The same figure and
 * look give the same text. Its `<title>` is the summary of the figure. Nothing is drawn for a missing figure.
 *
 * @throws {RangeError} a waterfall whose parts do not add up
 */
export function figureToSvg(spec: FigureSpec, look: FigureLook): string {
  const { width, height } = look
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': "Inter, 'Inter Variable', Arial, sans-serif",
    },
    element('title', {}, escapeText(spec.summary)),
    drawers[spec.kind](makePen(spec, look)),
  )
}
