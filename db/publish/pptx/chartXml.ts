// Pieces of DrawingML charts: axes, series, labels. Every chart is one plot over one pair of axes.
import { escapeText } from '../../../electron/shared/briefing/plainText.ts'
import { OFFICE, XML } from './package.ts'
import { type Box, properties, solid } from './shapes.ts'
import { type Cell, columnName } from './workbook.ts'

const CATEGORIES = 111_111_111
const VALUES = 222_222_222
export const AXIS_IDS = `<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/>`

/** Properties of a chart's texts; size in points, colour as six hexadecimal digits. */
const texts = (size: number, colour: string, bold = false, wrap = true): string =>
  `<c:txPr><a:bodyPr${wrap ? '' : ' wrap="none"'}/><a:lstStyle/><a:p><a:pPr>${properties('a:defRPr', { size, colour, bold })}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`

/** A line of so many points, with one of Office's preset dashes. */
export const stroke = (colour: string, width: number, dash?: string): string =>
  `<a:ln w="${Math.round(width * 12_700)}" cap="flat">${solid(colour)}${dash === undefined ? '' : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`
export const NO_LINE = '<a:ln><a:noFill/></a:ln>'

export interface Frame {
  /** inches: the frame of the chart on its slide, and the plot inside */
  readonly box: Box
  readonly plot: Box
  readonly low: number
  readonly high: number
  readonly step: number
}

/** Part of a frame between 0 and 1, as a chart's layout counts. */
const part = (value: number): string => value.toFixed(5)
const layout = ({ box, plot }: Frame): string =>
  `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${part((plot.x - box.x) / box.w)}"/><c:y val="${part((plot.y - box.y) / box.h)}"/><c:w val="${part(plot.w / box.w)}"/><c:h val="${part(plot.h / box.h)}"/></c:manualLayout></c:layout>`

export interface AxisLook {
  /** rows read from left to right, the first at the top */
  readonly rows: boolean
  /** names of categories are written over the chart instead: too many of them for every program to thin them out */
  readonly hideNames?: boolean
  /** categories stand on the ticks (lines, areas) or between them (bars) */
  readonly between: boolean
  readonly format: string
  /** scale below rows, or at the left of columns, is not shown where every bar has its number */
  readonly hideScale?: boolean
}

/** Axis of categories and axis of values of a plot. */
export function axes(frame: Frame, look: AxisLook): string {
  const { rows, between, format, hideScale = false, hideNames = false } = look
  const grid = `<c:majorGridlines><c:spPr><a:ln w="6350">${solid('E6E9ED')}</a:ln></c:spPr></c:majorGridlines>`
  const line = `<c:spPr><a:ln w="6350">${solid('8B94A0')}</a:ln></c:spPr>`
  return (
    `<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="${rows ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${rows ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${hideNames ? 'none' : 'low'}"/>${line}${texts(rows ? 11 : 10, rows ? '14181F' : '636C78')}<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/><c:max val="${frame.high}"/><c:min val="${frame.low}"/></c:scaling><c:delete val="${hideScale ? 1 : 0}"/><c:axPos val="${rows ? 'b' : 'l'}"/>${hideScale ? '' : grid}<c:numFmt formatCode="${escapeText(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${NO_LINE}</c:spPr>${texts(10, '636C78')}<c:crossAx val="${CATEGORIES}"/><c:crosses val="${rows ? 'max' : 'autoZero'}"/><c:crossBetween val="${between ? 'between' : 'midCat'}"/><c:majorUnit val="${frame.step}"/></c:valAx>`
  )
}

const shown = (value: boolean, name: boolean): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="${name ? 1 : 0}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`
export const NO_LABELS = `<c:dLbls>${shown(false, false)}</c:dLbls>`
const format = (code: string): string => `<c:numFmt formatCode="${escapeText(code)}" sourceLinked="0"/>`

/** Every value of a series beside its bar. */
export const valueLabels = (code: string, colour: string, position: string): string =>
  `<c:dLbls>${format(code)}<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${texts(11, colour, true)}<c:dLblPos val="${position}"/>${shown(true, false)}</c:dLbls>`

/**
 * A point of a line with a label: its value, and its name before it where asked.
 *
 * @param shift parts of the frame's width and height that it is moved right and down by
 */
export const pointLabel = (
  index: number,
  code: string,
  colour: string,
  position: string,
  name: boolean,
  { right = 0, down = 0 }: { readonly right?: number; readonly down?: number } = {},
): string => {
  const moved =
    right === 0 && down === 0
      ? ''
      : `<c:layout><c:manualLayout><c:x val="${part(right)}"/><c:y val="${part(down)}"/></c:manualLayout></c:layout>`
  return `<c:dLbl><c:idx val="${index}"/>${moved}${format(code)}<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${texts(12, colour, true, false)}<c:dLblPos val="${position}"/>${shown(true, name)}<c:separator> </c:separator></c:dLbl>`
}
/** A label that was moved beside its point gets no line to it. */
const NO_LEADERS =
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'

/** The labels of a series: these points and no others. */
export const labels = (points: string): string => `<c:dLbls>${points}${shown(false, false)}${NO_LEADERS}</c:dLbls>`

const SYMBOLS: Readonly<Record<string, string>> = {
  circle: 'circle',
  diamond: 'diamond',
  square: 'square',
  triangle: 'triangle',
  plus: 'plus',
  cross: 'x',
  none: 'circle',
}
/** One point of a line with a marker; every other point has none. */
export const pointMarker = (index: number, marker: string, colour: string, hollow: boolean): string =>
  `<c:dPt><c:idx val="${index}"/><c:marker><c:symbol val="${SYMBOLS[marker] ?? 'circle'}"/><c:size val="8"/><c:spPr>${solid(hollow ? 'FFFFFF' : colour)}<a:ln w="19050">${solid(colour)}</a:ln></c:spPr></c:marker><c:bubble3D val="0"/></c:dPt>`

export interface SeriesParts {
  /** column of the sheet, from 0 = A */
  readonly column: number
  readonly order: number
  /** between the name and the categories: look, markers, points, labels, in the schema's order */
  readonly look: string
  /** after the values */
  readonly tail?: string
}

/** A series that shows a column of the sheet over the categories in its first column. Empty cells have no point. */
export function series(sheet: readonly (readonly Cell[])[], { column, order, look, tail = '' }: SeriesParts): string {
  const rows = sheet.slice(1)
  const letter = columnName(column)
  const last = rows.length + 1
  const categories = rows
    .map((row, index) => `<c:pt idx="${index}"><c:v>${escapeText(String(row[0] ?? ''))}</c:v></c:pt>`)
    .join('')
  const values = rows
    .map((row, index) => {
      const value = row[column] ?? null
      return value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`
    })
    .join('')
  const name = escapeText(String(sheet[0]?.[column] ?? ''))
  return (
    `<c:ser><c:idx val="${order}"/><c:order val="${order}"/><c:tx><c:strRef><c:f>Sheet1!$${letter}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${name}</c:v></c:pt></c:strCache></c:strRef></c:tx>${look}` +
    `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f><c:strCache><c:ptCount val="${rows.length}"/>${categories}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>Sheet1!$${letter}$2:$${letter}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${rows.length}"/>${values}</c:numCache></c:numRef></c:val>${tail}</c:ser>`
  )
}

/** @param plot the plot with its axes; @param id relationship to the workbook */
export const chartSpace = (frame: Frame, plot: string, id: string): string =>
  `${XML}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layout(frame)}${plot}<c:spPr><a:noFill/>${NO_LINE}</c:spPr></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/>${NO_LINE}</c:spPr>${texts(10, '636C78')}<c:externalData r:id="${id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
