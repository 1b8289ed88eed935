// Rows by years as shaded cells: how much is known of what, and when. One path per row and shade, so that hundreds of rows stay light.
import { ChartFrame, type Drawn } from './core/ChartFrame.tsx'
import { yearTicks } from './core/geometry.ts'
import { cut } from './core/rows.ts'
import type { ChartProps, Mark, Tip } from './core/types.ts'
import type { Size } from './core/useSize.ts'

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
const TOP = 20
const opacity = [0.18, 0.38, 0.6, 0.82, 1] as const

/** Shade of a value: -1 for nothing, else the first step it does not exceed. */
export const shadeOf = (value: number, steps: readonly number[]): number => {
  if (value <= 0) return -1
  const found = steps.findIndex((step) => value <= step)
  return Math.min(found < 0 ? steps.length : found, opacity.length - 1)
}

/** Opacity of a shade, for the legend. */
export const shadeOpacity = (shade: number): number => opacity[shade] ?? 0

export function HeatGrid<Ref>({ years, rows, steps, ...frame }: Props<Ref>) {
  const height = TOP + rows.length * ROW + 4
  const draw = (size: Size, active: Mark<Ref> | null): Drawn<Ref> => {
    const left = Math.min(300, Math.max(150, Math.round(size.width * 0.32)))
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
                y: TOP + series * ROW + ROW / 2,
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
        {rows.map((row, index) => {
          const y = TOP + index * ROW
          const paths = new Map<number, string>()
          row.values.forEach((value, column) => {
            const shade = shadeOf(value, steps)
            const d = `M${at(column).toFixed(1)} ${y + 2}h${cell.toFixed(1)}v${ROW - 4}h${(-cell).toFixed(1)}z`
            paths.set(shade, (paths.get(shade) ?? '') + d)
          })
          return (
            <g key={row.id}>
              <text
                x={0}
                y={y + ROW / 2}
                dy="0.35em"
                fill="var(--mv-text)"
                style={{ fontSize: 11.5, fontWeight: row.strong ? 620 : 400 }}
              >
                {cut(row.label, left - 12, 11.5, row.strong ? 620 : 400)}
                <title>{row.label}</title>
              </text>
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
            y={active.y - ROW / 2 + 1}
            width={cell + 2}
            height={ROW - 2}
            fill="none"
            stroke="var(--mv-text)"
            strokeWidth={1.5}
          />
        )}
      </svg>
    )
    return { marks, svg, reach: Math.max(ROW, step) }
  }
  return <ChartFrame {...frame} height={height} defaultHeight={height} draw={draw} />
}
