import { useFormats } from '../language/useFormats.ts'
import { ChartFrame, type Drawn } from './core/ChartFrame.tsx'
import { makePlot, nudge, textWidth } from './core/geometry.ts'
import { LABEL_GAP } from './core/labels.tsx'
import { letters } from './core/letters.ts'
import { MarkerShape } from './core/MarkerShape.tsx'
import type { ChartProps, Mark, UnitFormat } from './core/types.ts'
import type { Size } from './core/useSize.ts'
import { fillVar, partnerStyle, textVar } from './palette.ts'

export interface SlopeItem<Ref = unknown> {
  readonly id: string
  readonly label: string
  readonly base: number | null
  readonly latest: number | null
  readonly partner?: string
  readonly strong?: boolean
  readonly baseRef?: Ref
  readonly latestRef?: Ref
}

export interface SlopeChartProps<Ref> extends ChartProps<Ref> {
  readonly items: readonly SlopeItem<Ref>[]
  readonly baseLabel: string
  readonly latestLabel: string
  readonly unit: UnitFormat
}

/** Two periods side by side, one line per subject: who rose and who fell. */
export function SlopeChart<Ref>({ items, baseLabel, latestLabel, unit, ...frame }: SlopeChartProps<Ref>) {
  const formats = useFormats()
  const known = items.flatMap((item) => [item.base, item.latest].filter((value): value is number => value !== null))
  // no axis is drawn, so the lines take all the height: a round scale would only leave a band empty
  const [least, most] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)]
  const edge = Math.max((most - least) * 0.03, 1e-9)
  const look = (item: SlopeItem<Ref>) =>
    item.partner !== undefined
      ? {
          colour: fillVar(partnerStyle(item.partner)),
          text: textVar(partnerStyle(item.partner)),
          marker: partnerStyle(item.partner).marker,
        }
      : item.strong
        ? { colour: 'var(--mv-text)', text: 'var(--mv-text)', marker: 'circle' as const }
        : { colour: 'var(--mv-axis)', text: 'var(--mv-text-2)', marker: 'circle' as const }
  const textOf = (item: SlopeItem<Ref>, value: number): string => `${item.label} ${formats.number(value, unit.decimals)}`
  const draw = (size: Size, active: Mark<Ref> | null): Drawn<Ref> => {
    const room = Math.min(
      size.width * 0.34,
      Math.max(40, ...items.map((item) => textWidth(textOf(item, item.latest ?? 0), 11.5, 600))) + 18,
    )
    const plot = makePlot(
      size.width,
      size.height,
      { left: room, right: room, top: 26, bottom: 10 },
      [0, 1],
      [least - edge, most + edge],
    )
    const marks = items.flatMap((item, series): Mark<Ref>[] =>
      (
        [
          ['base', item.base, item.baseRef, 0],
          ['latest', item.latest, item.latestRef, 1],
        ] as const
      ).flatMap(([key, value, ref, step]) =>
        value === null
          ? []
          : [
              {
                key: `${item.id}|${key}`,
                series,
                step,
                x: plot.x(step),
                y: plot.y(value),
                tip: {
                  title: `${item.label}, ${step === 0 ? baseLabel : latestLabel}`,
                  rows: [{ label: '', value: formats.value(value, unit) }],
                  lines: [],
                },
                ref: ref as Ref | undefined,
              },
            ],
      ),
    )
    const sides = [0, 1] as const
    const svg = (
      <svg width={size.width} height={size.height} role="presentation">
        {sides.map((side) => (
          <g key={side}>
            <line x1={plot.x(side)} x2={plot.x(side)} y1={plot.top - 6} y2={plot.bottom} stroke="var(--mv-border)" />
            <text x={plot.x(side)} y={plot.top - 12} textAnchor="middle" fill="var(--mv-text-2)" style={{ fontWeight: 620 }}>
              {side === 0 ? baseLabel : latestLabel}
            </text>
          </g>
        ))}
        {items.map((item) => {
          const { colour, marker } = look(item)
          const shape = marker === 'none' ? 'circle' : marker
          return (
            <g key={item.id}>
              {item.base !== null && item.latest !== null && (
                <line
                  x1={plot.x(0)}
                  y1={plot.y(item.base)}
                  x2={plot.x(1)}
                  y2={plot.y(item.latest)}
                  stroke={colour}
                  strokeWidth={item.strong || item.partner ? 2.2 : 1.4}
                />
              )}
              {item.base !== null && <MarkerShape marker={shape} x={plot.x(0)} y={plot.y(item.base)} colour={colour} hollow />}
              {item.latest !== null && <MarkerShape marker={shape} x={plot.x(1)} y={plot.y(item.latest)} colour={colour} />}
            </g>
          )
        })}
        {sides.flatMap((side) =>
          nudge(
            items.flatMap((item) => {
              const value = side === 0 ? item.base : item.latest
              return value === null ? [] : [{ item: { item, value }, wanted: plot.y(value) }]
            }),
            LABEL_GAP,
            plot.top,
            plot.bottom,
          ).map(({ item: { item, value }, at }) => (
            <text
              key={`${item.id}${side}`}
              x={side === 0 ? plot.x(0) - 10 : plot.x(1) + 10}
              y={at}
              dy="0.35em"
              textAnchor={side === 0 ? 'end' : 'start'}
              fill={look(item).text}
              style={{ fontSize: letters(11.5), fontWeight: item.strong || item.partner ? 620 : 400 }}
            >
              {textOf(item, value)}
            </text>
          )),
        )}
        {active && <circle cx={active.x} cy={active.y} r={7} fill="none" stroke="var(--mv-focus)" strokeWidth={2} />}
      </svg>
    )
    return { marks, svg, reach: 60 }
  }
  return <ChartFrame {...frame} defaultHeight={320} draw={draw} />
}
