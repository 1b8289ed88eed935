import type { UnitFormat } from '../../language/formats.ts'

export type { UnitFormat }

/** One figure of a series. `Ref` is the caller's own handle: it comes back when the reader asks for the evidence. */
export interface ChartPoint<Ref = unknown> {
  /** canonical period text: 2023, 2023-Q2, 2023-05, 2023-05-17, 2009/2013 */
  readonly period: string
  /** null = no figure; the line breaks here */
  readonly value: number | null
  /** both ends of a published range or of an uncertainty band */
  readonly low?: number | null
  readonly high?: number | null
  /** measured (default), estimated or provisional (hollow), carried from an earlier period (dashed) */
  readonly kind?: 'measured' | 'estimated' | 'carried'
  /** as the tooltip names it */
  readonly source?: string
  readonly note?: string
  readonly ref?: Ref
}

export interface ChartSeries<Ref = unknown> {
  /** unique within the chart */
  readonly id: string
  /** name of the partner or measure, in the language on screen */
  readonly label: string
  /** partner whose colour, dash and marker the series wears; without one the series is ink */
  readonly partner?: string
  /** `second` = another source beside the chosen one: thin and grey with its name. `band` = points carry low and high as an uncertainty band. */
  readonly role?: 'main' | 'second' | 'band' | 'ranges' | 'dots'
  readonly points: readonly ChartPoint<Ref>[]
}

/** A dated event: a thin vertical line with a name. */
export interface ChartEvent {
  readonly date: string
  readonly label: string
}

/** A place where two sources join: a small triangle on the axis, and a broken line when levels differ. */
export interface ChartJoin {
  readonly period: string
  readonly breaksLine?: boolean
}

/** A period that stays empty, with its reason written in it. */
export interface ChartGap {
  readonly from: string
  readonly to: string
  readonly reason: string
}

export interface Annotations {
  readonly baseYear?: number
  readonly events?: readonly ChartEvent[]
  readonly joins?: readonly ChartJoin[]
  readonly gaps?: readonly ChartGap[]
  /** a span of periods under a test, shaded */
  readonly shaded?: { readonly from: string; readonly to: string }
}

/** What a tooltip says about one mark. */
export interface Tip {
  readonly title: string
  readonly rows: readonly {
    readonly label: string
    readonly value: string
    readonly colour?: string
    readonly active?: boolean
  }[]
  /** source, age, note: one line each */
  readonly lines: readonly string[]
}

/** A place the reader can point at or reach by arrow keys. */
export interface Mark<Ref = unknown> {
  readonly key: string
  /** row of the keyboard grid: up and down */
  readonly series: number
  /** column of the keyboard grid: left and right, ascending */
  readonly step: number
  readonly x: number
  readonly y: number
  readonly tip: Tip
  readonly ref: Ref | undefined
}

export interface ChartProps<Ref = unknown> {
  /** accessible name: the finding */
  readonly name: string
  /** one generated sentence for those who cannot see the drawing */
  readonly summary?: string
  /** px, or `fill` for the height of the parent */
  readonly height?: number | 'fill'
  /** asked for by click or Enter: opens the evidence of that figure */
  readonly onPoint?: (ref: Ref) => void
}
