import { useFormats } from '../language/useFormats.ts'
import { ChartFrame, type Drawn } from './core/ChartFrame.tsx'
import { makePlot, niceTicks, textWidth } from './core/geometry.ts'
import { letters } from './core/letters.ts'
import { cut } from './core/rows.ts'
import type { ChartProps, Mark, UnitFormat } from './core/types.ts'
import type { Size } from './core/useSize.ts'
import { fillVar, partnerStyle, textVar } from './palette.ts'

export interface BarGroup {
  readonly id: string
  readonly label: string
  /** null = no partner's colour: ink */
  readonly partner: string | null
  /** one per category; null = no figure, said as a dash */
  readonly values: readonly (number | null)[]
}

interface Props extends ChartProps {
  readonly categories: readonly string[]
  readonly groups: readonly BarGroup[]
  readonly unit: UnitFormat
}

/** Room above the rows for the names of the partners. */
const KEY = 26

/**
 * Bars of several partners side by side, a row per period or category, lying, from zero: published windows, shares of two partners.
 */
export function GroupedBars({ categories, groups, unit, ...frame }: Props) {
  const formats = useFormats()
  const known = groups.flatMap(({ values }) => values.filter((value) => value !== null))
  const ticks = niceTicks(Math.min(0, ...known), Math.max(1, ...known), { zero: true })
  const text = (value: number | null): string => formats.number(value, unit.decimals)
  const paint = (partner: string | null) =>
    partner === null
      ? { fill: 'var(--mv-text)', text: 'var(--mv-text)' }
      : { fill: fillVar(partnerStyle(partner)), text: textVar(partnerStyle(partner)) }
  const draw = (size: Size, active: Mark | null): Drawn<unknown> => {
    const left = Math.min(size.width * 0.35, Math.max(0, ...categories.map((label) => textWidth(label, 12))) + 14)
    const widest = Math.max(0, ...known.map((value) => textWidth(text(value), 12, 650)))
    const margin = { left, right: widest + 16, top: KEY, bottom: 4 }
    const plot = makePlot(size.width, size.height, margin, [ticks[0] ?? 0, ticks.at(-1) ?? 1], [0, 1])
    const step = (plot.bottom - plot.top) / Math.max(1, categories.length)
    const pitch = (step * 0.78) / Math.max(1, groups.length)
    const thick = Math.min(22, pitch * 0.86)
    const at = (row: number, group: number): number =>
      plot.top + (row + 0.5) * step + (group - (groups.length - 1) / 2) * Math.min(pitch, thick / 0.86)
    const marks = categories.flatMap((category, row) =>
      groups.flatMap(({ id, values }, group): Mark[] => {
        const value = values[row] ?? null
        if (value === null) return []
        return [
          {
            key: `${category} ${id}`,
            series: row * groups.length + group,
            step: 0,
            x: plot.x(value),
            y: at(row, group),
            tip: {
              title: category,
              rows: groups.map((one) => ({
                label: one.label,
                value: formats.value(one.values[row] ?? null, unit),
                colour: paint(one.partner).fill,
                active: one.id === id,
              })),
              lines: [],
            },
            ref: undefined,
          },
        ]
      }),
    )
    // the names stand in a row above, each in its colour with its swatch
    let right = plot.left
    const key = groups.map(({ id, label, partner }) => {
      const x = right
      right += textWidth(label, 12, 650) + 38
      return (
        <g key={id}>
          <rect x={x} y={5} width={10} height={10} fill={paint(partner).fill} />
          <text x={x + 15} y={14} fill={paint(partner).text} style={{ fontSize: letters(12), fontWeight: 650 }}>
            {label}
          </text>
        </g>
      )
    })
    const svg = (
      <svg width={size.width} height={size.height} role="presentation">
        {key}
        {categories.map((category, row) => (
          <g key={category}>
            <text
              x={plot.left - 8}
              y={plot.top + (row + 0.5) * step}
              dy="0.35em"
              textAnchor="end"
              fill="var(--mv-text)"
              style={{ fontSize: letters(12) }}
            >
              {cut(category, plot.left - 12, 12)}
            </text>
            {groups.map(({ id, values, partner }, group) => {
              const value = values[row] ?? null
              const [from, to] = [plot.x(Math.min(0, value ?? 0)), plot.x(Math.max(0, value ?? 0))]
              const chosen = active?.key === `${category} ${id}`
              return (
                <g key={id}>
                  <rect
                    x={from}
                    y={at(row, group) - thick / 2}
                    width={Math.max(0, to - from)}
                    height={thick}
                    fill={paint(partner).fill}
                    stroke={chosen ? 'var(--mv-focus)' : 'none'}
                    strokeWidth={2}
                  />
                  <text
                    x={to + 7}
                    y={at(row, group)}
                    dy="0.35em"
                    fill={value === null ? 'var(--mv-text-3)' : 'var(--mv-text)'}
                    style={{ fontSize: letters(12), fontWeight: 650 }}
                  >
                    {text(value)}
                  </text>
                </g>
              )
            })}
          </g>
        ))}
        <line x1={plot.x(0)} x2={plot.x(0)} y1={plot.top} y2={plot.bottom} stroke="var(--mv-axis)" />
      </svg>
    )
    return { marks, svg, reach: 400, weightY: 1 }
  }
  return <ChartFrame {...frame} defaultHeight={KEY + categories.length * groups.length * 24} draw={draw} />
}
