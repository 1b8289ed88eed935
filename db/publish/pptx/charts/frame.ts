// What the kinds of native charts share: where the plot lies, its axis of periods, its workbook.
import { niceTicks } from '../../../../electron/shared/briefing/scales.ts'
import { widthOf } from '../../../../electron/shared/briefing/textWidth.ts'
import type { FigureSpec } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { Formats } from '../../../../electron/shared/domain/formats.ts'
import type { Frame } from '../chartXml.ts'
import type { Box, Language, Shapes } from '../shapes.ts'
import type { Cell } from '../workbook.ts'

export interface NativeChart {
  readonly frame: Frame
  /** the plot with its axes */
  readonly plot: string
  readonly sheet: readonly (readonly Cell[])[]
  /** what is written over the chart: base year, events, reasons of gaps */
  readonly over: (shapes: Shapes) => void
}

/** px of a text to inches: texts of a chart are measured at 96 px to the inch */
export const inches = (text: string, size: number, bold = false): number => widthOf(text, (size * 96) / 72, bold ? 650 : 400) / 96

/** Excel's number format with so many decimals. */
export const numberFormat = (decimals: number, { language }: Formats): string =>
  `${LOCALES[language]}${decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`}`

/** The language of a number's marks, for programs that heed it in a format; others take the system's. */
const LOCALES: Readonly<Record<Language, string>> = { en: '', ru: '[$-419]', kk: '[$-43F]' }

/** All numbers of a figure, ends of ranges too; missing ones are left out. */
export const everyValue = (spec: FigureSpec): readonly number[] =>
  spec.series.flatMap((one) => [...one.values, ...(one.low ?? []), ...(one.high ?? [])]).filter((value) => value !== null)

/** The plot inside a box (inches) with room for labels, and round ends of its axis around the values. */
export function frameOf(
  box: Box,
  values: readonly number[],
  { left, right, top = 0.35, bottom = 0.3, zero }: { left?: number; right: number; top?: number; bottom?: number; zero: boolean },
): Frame {
  const all = values.length === 0 ? [0, 1] : values
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const ticks = zero && high > 99 && high < 101 && low >= 0 ? [0, 25, 50, 75, 100] : niceTicks(low, high, zero ? { zero } : {})
  const wide = left ?? Math.max(...ticks.map((tick) => inches(String(tick), 10))) + 0.14
  return {
    box,
    plot: { x: box.x + wide, y: box.y + top, w: box.w - wide - right, h: box.h - top - bottom },
    low: ticks[0] ?? 0,
    high: ticks.at(-1) ?? 1,
    step: (ticks[1] ?? 1) - (ticks[0] ?? 0),
  }
}

/** Periods with every year between the first and the last, so that years stand as far apart as they are; null where one is no year. */
function everyYear(periods: readonly string[]): readonly string[] | null {
  if (periods.length < 3 || !periods.every((period) => /^\d{4}$/.test(period))) return null
  const [first, last] = [Number(periods[0]), Number(periods.at(-1))]
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
}

export interface Timeline {
  readonly categories: readonly string[]
  /** index of a category among the periods of the figure; -1 = a year without any figure */
  readonly places: readonly number[]
  readonly years: boolean
  readonly skip: number
}

/** The categories of an axis of periods, and how many of their names are left out so that they do not touch. */
export function timelineOf(spec: FigureSpec, formats: Formats): Timeline {
  const years = everyYear(spec.periods)
  const categories = years ?? spec.periods.map((period) => formats.period(period))
  const places = (years ?? spec.periods).map((period) => spec.periods.indexOf(period))
  const most = years ? 8 : 12
  const steps = [1, 2, 5, 10, 20, 50]
  const exact = steps.find((step) => (categories.length - 1) % step === 0 && (categories.length - 1) / step < most)
  return { categories, places, years: years !== null, skip: exact ?? steps.find((step) => categories.length / step <= most) ?? 1 }
}

/** Values of a series by category; null where it has none. */
export const column = (timeline: Timeline, values: readonly (number | null)[] | null | undefined): readonly Cell[] =>
  timeline.places.map((place) => values?.[place] ?? null)

/** A sheet from its first column and the others with their headings. */
export const sheetOf = (
  head: string,
  categories: readonly string[],
  columns: readonly { readonly name: string; readonly cells: readonly Cell[] }[],
): readonly (readonly Cell[])[] => [
  [head, ...columns.map(({ name }) => name)],
  ...categories.map((category, row) => [category, ...columns.map(({ cells }) => cells[row] ?? null)]),
]

export const GREY = '636C78'

/** A stretch of text: size in points, colour as six hexadecimal digits. */
export const run = (text: string, size: number, colour: string, bold = false) => ({ text, size, colour, bold })
