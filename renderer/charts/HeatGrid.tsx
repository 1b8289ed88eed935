import { ChartFrame, type Drawn } from './core/ChartFrame.tsx'
import { textWidth, yearTicks } from './core/geometry.ts'
import { letters } from './core/letters.ts'
import { lineBreaks } from './core/rows.ts'
import type { ChartProps, Mark, Tip } from './core/types.ts'
import { type Size, useSize } from './core/useSize.ts'

export interface HeatRow<Ref = unknown> {
  readonly id: string
  readonly label: string
  readonly strong?: boolean
  /** one per year of the grid; 0 = nothing is known */
  readonly values: readonly number[]
  readonly tip: (index: number) => Tip
  readonly ref?: Ref
}

interface Props<Ref> extends Omit<ChartProps<Ref>, 'height'> {
  readonly years: readonly number[]
  readonly rows: readonly HeatRow<Ref>[]
  /** upper bounds of the shades, ascending; a value above the last takes the darkest */
  readonly steps: readonly number[]
}

const ROW = 18
/** a name of two lines */
const TALL = 30
const NAME = 11.5
const TOP = 20
const opacity = [0.18, 0.38, 0.6, 0.82, 1] as const

/** Shade of a value: -1 for nothing, else the first step it does not exceed. */
const shadeOf = (value: number, steps: readonly number[]): number => {
  if (value <= 0) return -1
  const found = steps.findIndex((step) => value <= step)
  return Math.min(found < 0 ? steps.length : found, opacity.length - 1)
}

/** Opacity of a shade, for the legend. */
export const shadeOpacity = (shade: number): number => opacity[shade] ?? 0

/** Names broken into two lines where they must be, and where each row stands; years take the room that the names leave. */
function placeNames(rows: readonly HeatRow[], width: number) {
  const weight = (row: HeatRow): number => (row.strong ? 620 : 400)
  const longest = Math.max(0, ...rows.map((row) => textWidth(row.label, NAME, weight(row)))) + 14
  const left = Math.min(longest, 300, Math.max(150, Math.round(width * 0.36)))
  let y = TOP
  const placed = rows.map((row) => {
    // an indent stands before every line, so it is no word of the name
    const indent = /^\s*/.exec(row.label)?.[0] ?? ''
    const room = left - 10 - textWidth(indent, NAME)
    const lines = lineBreaks(row.label.slice(indent.length), room, 2, NAME, weight(row)).map((line) => `${indent}${line}`)
    const height = lines.length > 1 ? TALL : ROW
    y += height
    return { row, lines, weight: weight(row), top: y - height, middle: y - height / 2, height }
  })
  return { left, placed, height: y + 4 }
}

/**
 * Rows by years as shaded cells: how much is known of what, and when. One path per row and shade, so that hundreds of rows stay light.
 */
export function HeatGrid<Ref>({ years, rows, steps, ...frame }: Props<Ref>) {
  const [frameRef, measured] = useSize<HTMLDivElement>()
  const { height } = placeNames(rows, measured?.width || 640)
  const draw = (size: Size, active: Mark<Ref> | null): Drawn<Ref> => {
    const { left, placed } = placeNames(rows, size.width)
    const step = Math.max(4, (size.width - left - 4) / Math.max(1, years.length))
    const cell = Math.max(3, step - 2)
    const first = years[0] ?? 0
    const at = (index: number): number => left + index * step
    const marks = rows.flatMap((row, series) =>
      row.values.flatMap((value, index): Mark<Ref>[] =>
        value > 0
          ? [
              {
                key: `${row.id} ${index}`,
                series,
                step: index,
                x: at(index) + cell / 2,
                y: placed[series]?.middle ?? 0,
                tip: row.tip(index),
                ref: row.ref,
              },
            ]
          : [],
      ),
    )
    const svg = (
      <svg width={size.width} height={height} role="presentation">
        {yearTicks(first, years.at(-1) ?? first, Math.max(2, Math.floor((size.width - left) / 60))).map((year) => (
          <text key={year} x={at(year - first) + cell / 2} y={12} textAnchor="middle" fill="var(--mv-text-3)">
            {year}
          </text>
        ))}
        {placed.map(({ row, lines, weight, top, middle, height: tall }) => {
          const paths = new Map<number, string>()
          row.values.forEach((value, column) => {
            const shade = shadeOf(value, steps)
            const d = `M${at(column).toFixed(1)} ${top + 2}h${cell.toFixed(1)}v${tall - 4}h${(-cell).toFixed(1)}z`
            paths.set(shade, (paths.get(shade) ?? '') + d)
          })
          return (
            <g key={row.id}>
              {lines.map((line, index) => (
                <text
                  key={line}
                  x={0}
                  y={middle + (index - (lines.length - 1) / 2) * 13}
                  dy="0.35em"
                  fill="var(--mv-text)"
                  style={{ fontSize: letters(NAME), fontWeight: weight }}
                >
                  {line}
                  <title>{row.label.trim()}</title>
                </text>
              ))}
              {[...paths].map(([shade, d]) =>
                shade < 0 ? (
                  <path key={shade} d={d} fill="none" stroke="var(--mv-border)" strokeWidth={1} />
                ) : (
                  <path key={shade} d={d} fill="var(--mv-text-2)" opacity={opacity[shade]} />
                ),
              )}
            </g>
          )
        })}
        {active && (
          <rect
            x={active.x - cell / 2 - 1}
            y={active.y - (placed[active.series]?.height ?? ROW) / 2 + 1}
            width={cell + 2}
            height={(placed[active.series]?.height ?? ROW) - 2}
            fill="none"
            stroke="var(--mv-text)"
            strokeWidth={1.5}
          />
        )}
      </svg>
    )
    return { marks, svg, reach: Math.max(ROW, step) }
  }
  return (
    <div ref={frameRef}>
      <ChartFrame {...frame} height={height} defaultHeight={height} draw={draw} />
    </div>
  )
}
