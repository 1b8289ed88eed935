import type { Plot } from './geometry.ts'
import { textWidth } from './geometry.ts'

/** Horizontal rules with their values at the left; no frame. */
export function YRules({
  plot,
  ticks,
  format,
  dotted = false,
}: {
  readonly plot: Plot
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
  readonly dotted?: boolean
}) {
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={plot.y(tick)}
            y2={plot.y(tick)}
            stroke={tick === 0 ? 'var(--mv-border)' : 'var(--mv-grid)'}
            strokeDasharray={dotted ? '1 3' : undefined}
          />
          <text x={plot.left - 6} y={plot.y(tick)} dy="0.35em" textAnchor="end" fill="var(--mv-text-3)">
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Vertical rules with their values below: for charts that read from left to right. */
export function XRules({
  plot,
  ticks,
  format,
}: {
  readonly plot: Plot
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
}) {
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={plot.x(tick)} x2={plot.x(tick)} y1={plot.top} y2={plot.bottom} stroke="var(--mv-grid)" />
          <text x={plot.x(tick)} y={plot.bottom + 16} textAnchor="middle" fill="var(--mv-text-3)">
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Years below the plot. */
export function YearAxis({ plot, ticks }: { readonly plot: Plot; readonly ticks: readonly number[] }) {
  return (
    <g>
      {ticks.map((tick) => (
        <text key={tick} x={plot.x(tick)} y={plot.bottom + 18} textAnchor="middle" fill="var(--mv-text-3)">
          {String(tick)}
        </text>
      ))}
    </g>
  )
}

/** Room the widest tick takes. */
export const ticksWidth = (texts: readonly string[]): number =>
  Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text)))) + 8
