// Parts that all charts of bars share.
import { AXIS_IDS, NO_LABELS, NO_LINE } from '../chartXml.ts'
import type { Box } from '../shapes.ts'
import { inches } from './frame.ts'

/** Inches that the names of rows take at the left, at most two fifths of the box. */
export const rowsLeft = (box: Box, names: readonly string[]): number =>
  Math.min(Math.max(...names.map((name) => inches(name, 11))) + 0.2, box.w * 0.4)

/** A chart of bars around its series; gap and overlap in per cent of a bar's width. */
export const bars = (
  content: string,
  { rows, grouping, gap, overlap }: { rows: boolean; grouping: string; gap: number; overlap: number },
): string =>
  `<c:barChart><c:barDir val="${rows ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${content}${NO_LABELS}<c:gapWidth val="${gap}"/><c:overlap val="${overlap}"/>${AXIS_IDS}</c:barChart>`

export const INVERT = '<c:invertIfNegative val="0"/>'

/** How a bar is filled and lined; a negative one keeps its fill. */
export const shaped = (fill: string, line = NO_LINE): string => `<c:spPr>${fill}${line}</c:spPr>${INVERT}`

/** The frame of rows keeps them together: at most so many inches each. */
export const rowBox = (box: Box, count: number, most = 0.55): Box => ({ ...box, h: Math.min(box.h, count * most + 0.5) })
