import { Bar, ComposedChart, XAxis, YAxis } from 'recharts'
import { useFormats } from '../language/useFormats.ts'
import { ticksWidth, XRules, YRules } from './core/axes.tsx'
import { ChartFrame, type Drawn } from './core/ChartFrame.tsx'
import { makePlot, niceTicks, textWidth } from './core/geometry.ts'
import { letters } from './core/letters.ts'
import { lineBreaks, MOST_SPREAD } from './core/rows.ts'
import type { ChartProps, Mark, UnitFormat } from './core/types.ts'
import type { Size } from './core/useSize.ts'
import { tickFormat } from './core/values.ts'
import { fillVar, partnerStyle } from './palette.ts'

export interface BarItem<Ref = unknown> {
  readonly id: string
  readonly label: string
  /** null = no figure: the place stays empty and says so in the table */
  readonly value: number | null
  readonly partner?: string
  readonly strong?: boolean
  /** tooltip lines: source, note */
  readonly lines?: readonly string[]
  readonly ref?: Ref
}

export interface BarChartProps<Ref> extends ChartProps<Ref> {
  readonly bars: readonly BarItem<Ref>[]
  readonly unit: UnitFormat
  /** standing for time, lying for long names */
  readonly direction?: 'standing' | 'lying'
  /** values above or beside the bars instead of an axis; by default when there are at most 14 */
  readonly values?: boolean
}

const ROW = 26

/**
 * Bars from zero: amounts of a few periods or categories, standing (time) or lying (a ranking). The last or the chosen one is ink, the others
 * grey.
 */
export function BarChart<Ref>({ bars, unit, direction = 'standing', values = bars.length <= 14, ...frame }: BarChartProps<Ref>) {
  const formats = useFormats()
  const known = bars.flatMap((bar) => (bar.value === null ? [] : [bar.value]))
  const ticks = niceTicks(Math.min(0, ...known), Math.max(0, ...known), { zero: true })
  const format = tickFormat(formats, unit, ticks)
  const text = (value: number): string => (Math.abs(value) >= 1e6 ? formats.compact(value) : formats.number(value, unit.decimals))
  const colourOf = (bar: BarItem<Ref>): string =>
    bar.partner !== undefined ? fillVar(partnerStyle(bar.partner)) : bar.strong ? 'var(--mv-text)' : 'var(--mv-axis)'
  const lying = direction === 'lying'
  const lyingHeight = bars.length * ROW + (values ? 8 : 30)
  const draw = (measured: Size, active: Mark<Ref> | null): Drawn<Ref> => {
    // in a taller card lying bars move apart
    const size = lying ? { ...measured, height: Math.min(measured.height, lyingHeight * (1 + MOST_SPREAD)) } : measured
    const domain: readonly [number, number] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
    const widest = Math.max(0, ...known.map((value) => textWidth(text(value), 11.5, 600)))
    const left = lying
      ? Math.min(size.width * 0.4, Math.max(...bars.map((bar) => textWidth(bar.label, 12))) + 14)
      : values
        ? 4
        : ticksWidth(ticks.map(format))
    const margin = lying
      ? { left, right: values ? widest + 14 : 14, top: 4, bottom: values ? 4 : 26 }
      : { left, right: 4, top: values ? 20 : 8, bottom: 26 }
    const plot = lying
      ? makePlot(size.width, size.height, margin, domain, [0, 1])
      : makePlot(size.width, size.height, margin, [0, 1], domain)
    const step = (lying ? plot.bottom - plot.top : plot.right - plot.left) / Math.max(1, bars.length)
    const middle = (index: number): number => (lying ? plot.top : plot.left) + (index + 0.5) * step
    const thick = Math.min(lying ? 18 : 56, step * 0.74)
    const marks = bars.flatMap((bar, index): Mark<Ref>[] =>
      bar.value === null
        ? []
        : [
            {
              key: bar.id,
              series: lying ? index : 0,
              step: lying ? 0 : index,
              x: lying ? plot.x(bar.value) : middle(index),
              y: lying ? middle(index) : plot.y(bar.value),
              tip: { title: bar.label, rows: [{ label: '', value: formats.value(bar.value, unit) }], lines: bar.lines ?? [] },
              ref: bar.ref,
            },
          ],
    )
    const every = lying ? 1 : Math.max(1, Math.ceil(Math.max(...bars.map((bar) => textWidth(bar.label) + 10)) / step))
    const svg = (
      <>
        <svg width={size.width} height={size.height} role="presentation">
          {!values &&
            (lying ? <XRules plot={plot} ticks={ticks} format={format} /> : <YRules plot={plot} ticks={ticks} format={format} />)}
        </svg>
        <ComposedChart
          width={size.width}
          height={size.height}
          data={bars.map((bar) => ({ id: bar.id, value: bar.value, fill: colourOf(bar) }))}
          layout={lying ? 'vertical' : 'horizontal'}
          margin={{ left: plot.left, right: size.width - plot.right, top: plot.top, bottom: size.height - plot.bottom }}
          accessibilityLayer={false}
        >
          {lying ? <XAxis type="number" domain={[...domain]} hide /> : <XAxis dataKey="id" type="category" hide />}
          {lying ? <YAxis dataKey="id" type="category" hide /> : <YAxis type="number" domain={[...domain]} hide />}
          <Bar dataKey="value" barSize={thick} isAnimationActive={false} />
        </ComposedChart>
        <svg width={size.width} height={size.height} role="presentation">
          {bars.map((bar, index) => {
            const at = middle(index)
            return (
              <g key={bar.id}>
                {lying
                  ? lineBreaks(bar.label, plot.left - 12, 2, 12).map((line, row, lines) => (
                      <text
                        key={line}
                        x={plot.left - 8}
                        y={at + (row - (lines.length - 1) / 2) * 12}
                        dy="0.35em"
                        textAnchor="end"
                        fill="var(--mv-text)"
                        style={{ fontSize: letters(lines.length > 1 ? 11 : 12), fontWeight: bar.strong ? 620 : 400 }}
                      >
                        {line}
                      </text>
                    ))
                  : (bars.length - 1 - index) % every === 0 && (
                      <text x={at} y={plot.bottom + 17} textAnchor="middle" fill="var(--mv-text-3)">
                        {bar.label}
                      </text>
                    )}
                {values && bar.value !== null && (
                  <text
                    x={lying ? plot.x(Math.max(0, bar.value)) + 7 : at}
                    y={lying ? at : plot.y(Math.max(0, bar.value)) - 6}
                    dy={lying ? '0.35em' : 0}
                    textAnchor={lying ? 'start' : 'middle'}
                    fill="var(--mv-text)"
                    style={{ fontSize: letters(11.5), fontWeight: bar.strong ? 650 : 400 }}
                  >
                    {text(bar.value)}
                  </text>
                )}
                {bar.value === null && (
                  <text
                    x={lying ? plot.left + 6 : at}
                    y={lying ? at : plot.bottom - 6}
                    dy={lying ? '0.35em' : 0}
                    textAnchor={lying ? 'start' : 'middle'}
                    fill="var(--mv-text-3)"
                  >
                    {formats.number(null)}
                  </text>
                )}
              </g>
            )
          })}
          {lying ? (
            <line x1={plot.x(0)} x2={plot.x(0)} y1={plot.top} y2={plot.bottom} stroke="var(--mv-axis)" />
          ) : (
            <line x1={plot.left} x2={plot.right} y1={plot.y(0)} y2={plot.y(0)} stroke="var(--mv-axis)" />
          )}
          {active && (
            <circle cx={active.x} cy={active.y} r={4} fill="var(--mv-surface)" stroke="var(--mv-focus)" strokeWidth={2} />
          )}
        </svg>
      </>
    )
    return { marks, svg, reach: 200, weightY: lying ? 1 : 0.2 }
  }
  return (
    <ChartFrame
      {...frame}
      {...(lying && frame.height === undefined ? { height: lyingHeight } : {})}
      defaultHeight={lying ? lyingHeight : 240}
      draw={draw}
    />
  )
}
