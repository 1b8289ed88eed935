import { useFormats } from '../language/useFormats.ts'
import { XRules } from './core/axes.tsx'
import { ChartFrame, type Drawn } from './core/ChartFrame.tsx'
import { makePlot, niceTicks, textWidth } from './core/geometry.ts'
import { letters } from './core/letters.ts'
import { MarkerShape } from './core/MarkerShape.tsx'
import { lineBreaks, MOST_SPREAD } from './core/rows.ts'
import type { ChartProps, Mark, UnitFormat } from './core/types.ts'
import type { Size } from './core/useSize.ts'
import { tickFormat } from './core/values.ts'
import { waterfallSteps } from './core/waterfall.ts'
import { fillVar, partnerStyle } from './palette.ts'

export interface WaterfallPart<Ref = unknown> {
  readonly id: string
  readonly label: string
  /** signed difference */
  readonly value: number
  /** in grey at the right: what happened to the measure behind it, e.g. "62 to 94%" */
  readonly note?: string
  readonly ref?: Ref
}

export interface WaterfallProps<Ref> extends Omit<ChartProps<Ref>, 'height'> {
  readonly start: { readonly label: string; readonly value: number; readonly ref?: Ref }
  readonly end: { readonly label: string; readonly value: number; readonly ref?: Ref }
  /** in the order to be read; they must add up to end − start */
  readonly parts: readonly WaterfallPart<Ref>[]
  readonly unit: UnitFormat
  readonly partner?: string
  /** rows move apart to fill a card that is taller than they need */
  readonly fill?: boolean
}

const ROW = 28
const TOP = 6
const AXIS = 26

/** From a base value to the latest by its parts, which add up. The axis may be cut, so both ends are dots and not bars. */
export function Waterfall<Ref>({ start, end, parts, unit, partner, fill = false, ...frame }: WaterfallProps<Ref>) {
  const formats = useFormats()
  const colour = partner === undefined ? 'var(--mv-text)' : fillVar(partnerStyle(partner))
  const steps = waterfallSteps(start.value, end.value, parts)
  const levels = [start.value, end.value, ...steps.flatMap((step) => [step.from, step.to])]
  const ticks = niceTicks(Math.min(...levels), Math.max(...levels), { zero: false })
  const format = tickFormat(formats, unit, ticks)
  const rows = parts.length + 2
  const least = TOP + rows * ROW + AXIS
  const names = [start.label, end.label, ...parts.map((part) => part.label)]
  const draw = (size: Size, active: Mark<Ref> | null): Drawn<Ref> => {
    // in a taller card the rows move apart
    const rowHeight = ROW + Math.min(ROW * MOST_SPREAD, Math.max(0, (size.height - least) / rows))
    const height = TOP + rows * rowHeight + AXIS
    const left = Math.min(size.width * 0.34, Math.max(...names.map((name) => textWidth(name, 12, 600))) + 14)
    const notes = parts.flatMap((part) => (part.note ? [textWidth(part.note)] : []))
    const right = notes.length === 0 ? 52 : Math.min(size.width * 0.4, Math.max(...notes) + 60)
    const plot = makePlot(size.width, height, { left, right, top: TOP, bottom: AXIS }, [ticks[0] ?? 0, ticks.at(-1) ?? 1], [0, 1])
    const y = (row: number): number => TOP + (row + 0.5) * rowHeight
    const level = (value: number): string => formats.value(value, unit)
    const points = formats.signed
    const marks: Mark<Ref>[] = [
      {
        key: 'start',
        series: 0,
        step: 0,
        x: plot.x(start.value),
        y: y(0),
        tip: { title: start.label, rows: [{ label: '', value: level(start.value) }], lines: [] },
        ref: start.ref,
      },
      ...parts.map((part, index) => ({
        key: part.id,
        series: index + 1,
        step: 0,
        x: plot.x(steps[index]?.to ?? 0),
        y: y(index + 1),
        tip: {
          title: part.label,
          rows: [{ label: '', value: points(part.value, unit.decimals) }],
          lines: part.note ? [part.note] : [],
        },
        ref: part.ref,
      })),
      {
        key: 'end',
        series: parts.length + 1,
        step: 0,
        x: plot.x(end.value),
        y: y(parts.length + 1),
        tip: { title: end.label, rows: [{ label: '', value: level(end.value) }], lines: [] },
        ref: end.ref,
      },
    ]
    const svg = (
      <svg width={size.width} height={height} role="presentation">
        <XRules plot={plot} ticks={ticks} format={format} />
        {[start, end].map((one, index) => {
          const row = index === 0 ? 0 : parts.length + 1
          return (
            <g key={one.label}>
              <text
                x={left - 10}
                y={y(row)}
                dy="0.35em"
                textAnchor="end"
                fill="var(--mv-text)"
                style={{ fontSize: letters(12), fontWeight: 620 }}
              >
                {one.label}
              </text>
              <MarkerShape marker="circle" x={plot.x(one.value)} y={y(row)} r={5} colour={colour} hollow={index === 0} />
              <text
                x={plot.x(one.value) + 12}
                y={y(row)}
                dy="0.35em"
                fill="var(--mv-text)"
                style={{ fontSize: letters(11.5), fontWeight: 620 }}
              >
                {formats.number(one.value, unit.decimals)}
              </text>
            </g>
          )
        })}
        {parts.map((part, index) => {
          const step = steps[index]
          if (!step) return null
          const [a, b] = [plot.x(Math.min(step.from, step.to)), plot.x(Math.max(step.from, step.to))]
          const row = index + 1
          return (
            <g key={part.id}>
              <line
                x1={plot.x(step.from)}
                x2={plot.x(step.from)}
                y1={y(row - 1) + (index === 0 ? 6 : 9)}
                y2={y(row) - 9}
                stroke="var(--mv-axis)"
              />
              {lineBreaks(part.label, left - 12, 2, 12).map((line, index, lines) => (
                <text
                  key={line}
                  x={left - 10}
                  y={y(row) + (index - (lines.length - 1) / 2) * 13}
                  dy="0.35em"
                  textAnchor="end"
                  fill="var(--mv-text)"
                  style={{ fontSize: letters(12) }}
                >
                  {line}
                </text>
              ))}
              {/* a fall is hollow: direction is never told by colour */}
              <rect
                x={a}
                y={y(row) - 9}
                width={Math.max(1.5, b - a)}
                height={18}
                rx={1}
                fill={part.value >= 0 ? colour : 'var(--mv-surface)'}
                stroke={colour}
                strokeWidth={1.5}
              />
              <text x={b + 8} y={y(row)} dy="0.35em" fill="var(--mv-text)" style={{ fontSize: letters(11.5), fontWeight: 620 }}>
                {points(part.value, unit.decimals)}
              </text>
              {part.note && (
                <text x={size.width - 2} y={y(row)} dy="0.35em" textAnchor="end" fill="var(--mv-text-3)">
                  {part.note}
                </text>
              )}
              {active?.key === part.id && (
                <rect
                  x={a - 3}
                  y={y(row) - 12}
                  width={Math.max(1.5, b - a) + 6}
                  height={24}
                  rx={3}
                  fill="none"
                  stroke="var(--mv-focus)"
                  strokeWidth={1.5}
                />
              )}
            </g>
          )
        })}
        <line
          x1={plot.x(end.value)}
          x2={plot.x(end.value)}
          y1={y(parts.length) + 9}
          y2={y(parts.length + 1) - 6}
          stroke="var(--mv-axis)"
        />
      </svg>
    )
    return { marks, svg, reach: 60 }
  }
  return <ChartFrame {...frame} height={fill ? 'fill' : least} defaultHeight={least} draw={draw} />
}
