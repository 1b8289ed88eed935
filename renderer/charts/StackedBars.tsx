import { ChartFrame, type Drawn } from './core/ChartFrame.tsx'
import { nudge, textWidth } from './core/geometry.ts'
import { letters } from './core/letters.ts'
import type { ChartProps, Mark } from './core/types.ts'
import type { Size } from './core/useSize.ts'
import { fillVar, insideVar, partnerStyle, textVar } from './palette.ts'

export interface StackedBar<Ref = unknown> {
  readonly id: string
  /** below the bar */
  readonly label: string
  /** above the bar */
  readonly total: string
  /** bottom first, per cent; a part may be nothing */
  readonly parts: readonly {
    readonly id: string
    readonly label: string
    readonly share: number
    readonly note?: string
    readonly ref?: Ref
  }[]
}

interface Props<Ref> extends ChartProps<Ref> {
  readonly bars: readonly StackedBar<Ref>[]
  readonly format: (share: number) => string
}

/** Shares smaller than this are drawn without a number in them. */
const ROOM_FOR_NUMBER = 7

/** A bar per period, stacked to 100: shares of a total whose size is written above the bar. */
export function StackedBars<Ref>({ bars, format, ...frame }: Props<Ref>) {
  const draw = (size: Size, active: Mark<Ref> | null): Drawn<Ref> => {
    const [top, bottom] = [22, size.height - 24]
    const last = bars.at(-1)
    const names = (last?.parts ?? []).filter((part) =>
      bars.some((bar) => bar.parts.some((one) => one.id === part.id && one.share > 0.5)),
    )
    const right = Math.max(60, ...names.map((part) => textWidth(part.label, 11.5, 600) + 20))
    const step = (size.width - 34 - right) / Math.max(1, bars.length)
    const width = Math.min(86, step * 0.72)
    const y = (share: number): number => bottom - (share / 100) * (bottom - top)
    const marks: Mark<Ref>[] = []
    const drawn = bars.map((bar, column) => {
      const x = 34 + column * step + (step - width) / 2
      let from = 0
      const parts = bar.parts.map((part, row) => {
        const [low, high] = [from, from + part.share]
        from = high
        if (part.share > 0)
          marks.push({
            key: `${bar.id} ${part.id}`,
            series: row,
            step: column,
            x: x + width / 2,
            y: y((low + high) / 2),
            tip: {
              title: bar.label,
              rows: [{ label: part.label, value: format(part.share), colour: fillVar(partnerStyle(part.id)), active: true }],
              lines: [part.note ?? '', bar.total].filter((line) => line !== ''),
            },
            ref: part.ref,
          })
        return { part, low, high }
      })
      return { bar, x, parts }
    })
    const labels = nudge(
      names.map((part) => {
        const index = last?.parts.findIndex((one) => one.id === part.id) ?? 0
        const before = (last?.parts ?? []).slice(0, index).reduce((sum, one) => sum + one.share, 0)
        return { item: part, wanted: y(before + part.share / 2) }
      }),
      14,
      top + 2,
      bottom,
    )
    const svg = (
      <svg width={size.width} height={size.height} role="presentation">
        {[0, 50, 100].map((tick) => (
          <g key={tick}>
            <line x1={30} x2={size.width - right} y1={y(tick)} y2={y(tick)} stroke="var(--mv-grid)" />
            <text x={26} y={y(tick)} dy="0.35em" textAnchor="end" fill="var(--mv-text-3)">
              {tick === 100 ? format(tick) : tick}
            </text>
          </g>
        ))}
        {drawn.map(({ bar, x, parts }) => (
          <g key={bar.id}>
            {parts.map(({ part, low, high }) => {
              const style = partnerStyle(part.id)
              return part.share <= 0 ? null : (
                <g key={part.id}>
                  <rect
                    x={x}
                    y={y(high)}
                    width={width}
                    height={Math.max(0.5, y(low) - y(high))}
                    fill={fillVar(style)}
                    stroke="var(--mv-surface)"
                    strokeWidth={1}
                  />
                  {part.share >= ROOM_FOR_NUMBER ? (
                    <text
                      x={x + width / 2}
                      y={y((low + high) / 2)}
                      dy="0.35em"
                      textAnchor="middle"
                      data-inside
                      fill={insideVar(style)}
                      style={{ fontWeight: 600 }}
                    >
                      {format(part.share)}
                    </text>
                  ) : null}
                </g>
              )
            })}
            <text x={x + width / 2} y={top - 8} textAnchor="middle" fill="var(--mv-text-2)">
              {bar.total}
            </text>
            <text x={x + width / 2} y={bottom + 17} textAnchor="middle" fill="var(--mv-text-3)">
              {bar.label}
            </text>
          </g>
        ))}
        {labels.map(({ item: part, at }) => (
          <text
            key={part.id}
            x={size.width - right + 8}
            y={at}
            dy="0.35em"
            fill={textVar(partnerStyle(part.id))}
            style={{ fontSize: letters(11.5), fontWeight: 600 }}
          >
            {part.label}
          </text>
        ))}
        {active ? <circle cx={active.x} cy={active.y} r={5} fill="none" stroke="var(--mv-text)" strokeWidth={2} /> : null}
      </svg>
    )
    return { marks, svg, reach: 60, weightY: 0.8 }
  }
  return <ChartFrame {...frame} defaultHeight={280} draw={draw} />
}
