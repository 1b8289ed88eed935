import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Area } from 'recharts'
import type { Formats } from '../language/formats.ts'
import { useFormats } from '../language/useFormats.ts'
import { annotationTop, EventLines, Joins, TurnedReason } from './core/annotations.tsx'
import { ticksWidth, YearAxis, YRules } from './core/axes.tsx'
import { ChartFrame } from './core/ChartFrame.tsx'
import { makePlot, niceTicks, type Plot, textWidth, yearsThatFit, yearTicks } from './core/geometry.ts'
import { Hatch } from './core/Hatch.tsx'
import { type EndLabel, EndLabels } from './core/labels.tsx'
import { letters } from './core/letters.ts'
import { PlotLayer } from './core/PlotLayer.tsx'
import { periodPosition } from './core/periods.ts'
import { pointLines, pointText } from './core/seriesMarks.ts'
import { type Column, insideLabel, stackColumns, stackIndexes, stackRuns } from './core/stack.ts'
import type { Annotations, ChartProps, ChartSeries, Mark, UnitFormat } from './core/types.ts'
import { tickFormat } from './core/values.ts'
import { fillVar, insideVar, OTHERS, type PartnerStyle, partnerStyles, textVar, UNALLOCATED } from './palette.ts'

export interface StackedAreaProps<Ref> extends ChartProps<Ref>, Annotations {
  /** one per partner; order does not matter, the stack has its own */
  readonly series: readonly ChartSeries<Ref>[]
  readonly unit: UnitFormat
  /** shares: the axis ends at 100 */
  readonly shares: boolean
  /** second line under the label of the others, e.g. "2.7% not allocated" */
  readonly othersNote?: string
}

/** Shares or volumes of partners over the years, stacked in a fixed order. A year without figures is an empty column with its reason. */
export function StackedAreaChart<Ref>(props: StackedAreaProps<Ref>) {
  const { series, unit, shares, events, baseYear, joins, gaps = [], othersNote } = props
  const { t } = useTranslation('charts')
  const formats = useFormats()
  const hatchId = useId()
  const annotations: Annotations = {
    ...(events ? { events } : {}),
    ...(baseYear === undefined ? {} : { baseYear }),
    ...(joins ? { joins } : {}),
  }
  const styles = partnerStyles(series.map((one) => one.partner ?? OTHERS))
  const styleOf = (index: number) => styles.get(series[index]?.partner ?? OTHERS)
  const colourOf = (index: number): string => {
    const style = styleOf(index)
    return style ? fillVar(style) : 'var(--mv-axis)'
  }
  const columns = stackColumns(series, gaps)
  const runs = stackRuns(columns)
  const last = columns.at(-1)
  const highest = Math.max(1e-9, ...columns.map((column) => column.layers.at(-1)?.high ?? 0))
  const ticks = shares ? [0, 25, 50, 75, 100] : niceTicks(0, highest, { zero: true })
  const format = tickFormat(formats, unit, ticks)
  const xDomain: readonly [number, number] = [columns[0]?.x ?? 2000, Math.max(last?.x ?? 2001, (columns[0]?.x ?? 2000) + 1)]
  const order = stackIndexes(series)
  const endTexts = (last?.layers ?? []).flatMap((layer) => {
    const one = series[layer.index]
    return one && layer.high - layer.low > 0
      ? [{ layer, one, text: `${one.label} ${formats.value(layer.high - layer.low, unit)}` }]
      : []
  })
  const named = (partner: string): boolean => endTexts.some((end) => end.one.partner === partner)
  const right = Math.min(200, Math.ceil(Math.max(40, ...endTexts.map((end) => textWidth(end.text, 11.5, 600)))) + 18)
  const baseText = baseYear === undefined ? '' : t('baseYear', { year: baseYear })
  const annotated = (events?.length ?? 0) > 0 || baseYear !== undefined
  const margin = { left: ticksWidth(ticks.map(format)), right, top: 8, bottom: 28 }
  const data = runs.flatMap((run, number) =>
    run.map((column) => ({
      x: column.x,
      ...Object.fromEntries(column.layers.map((layer) => [`r${number}s${layer.index}`, [layer.low, layer.high]])),
    })),
  )
  const crossing = [...(events ?? []).map((event) => periodPosition(event.date)), ...(baseYear === undefined ? [] : [baseYear])]

  return (
    <ChartFrame
      {...props}
      defaultHeight={380}
      draw={(size, active) => {
        const plotAt = (top: number) => makePlot(size.width, size.height, { ...margin, top }, xDomain, [0, ticks.at(-1) ?? 1])
        const plot = plotAt(annotated ? annotationTop(plotAt(margin.top), annotations, baseText) : margin.top)
        const years = yearTicks(xDomain[0], xDomain[1], yearsThatFit(plot.right - plot.left))
        const marks = stackMarks({ columns, series, order, plot, colourOf, unit, formats, source: t('source') })
        const ends: EndLabel[] = endTexts.map(({ layer, one, text }) => {
          const style = styleOf(layer.index)
          return {
            id: one.id,
            text,
            ...(one.partner === OTHERS && othersNote && !named(UNALLOCATED) ? { note: othersNote } : {}),
            colour: style ? textVar(style) : 'var(--mv-text)',
            x: plot.right,
            y: plot.y((layer.low + layer.high) / 2),
          }
        })
        return {
          marks,
          reach: 600,
          svg: (
            <>
              <svg width={size.width} height={size.height} aria-hidden="true">
                <defs>
                  <Hatch id={hatchId} />
                </defs>
                <YearAxis plot={plot} ticks={years} />
              </svg>
              <PlotLayer size={size} plot={plot} xDomain={xDomain} data={data}>
                {runs.flatMap((run, number) =>
                  order.map((index) => (
                    <Area
                      key={`${run[0]?.period}s${index}`}
                      dataKey={`r${number}s${index}`}
                      type="linear"
                      connectNulls={false}
                      isAnimationActive={false}
                      dot={false}
                      activeDot={false}
                      stroke="var(--mv-surface)"
                      strokeWidth={1}
                      fill={series[index]?.partner === UNALLOCATED ? `url(#${hatchId})` : colourOf(index)}
                      fillOpacity={1}
                    />
                  )),
                )}
              </PlotLayer>
              <svg width={size.width} height={size.height} aria-hidden="true">
                <YRules plot={plot} ticks={ticks} format={format} dotted />
                {gaps.map((gap) => (
                  <TurnedReason
                    key={gap.from}
                    from={plot.x(periodPosition(gap.from))}
                    to={plot.x(periodPosition(gap.to))}
                    plot={plot}
                    reason={gap.reason}
                    colour="var(--mv-text-2)"
                  />
                ))}
                <EventLines plot={plot} annotations={annotations} overFill />
                <Joins plot={plot} annotations={annotations} />
                <LayerNames series={series} order={order} runs={runs} styleOf={styleOf} plot={plot} crossing={crossing} />
                {active && (
                  <line
                    x1={active.x}
                    x2={active.x}
                    y1={plot.top}
                    y2={plot.bottom}
                    stroke="var(--mv-text)"
                    strokeWidth={1}
                    strokeDasharray="2 2"
                  />
                )}
                {active && (
                  <circle cx={active.x} cy={active.y} r={4} fill="var(--mv-surface)" stroke="var(--mv-focus)" strokeWidth={2} />
                )}
                <EndLabels labels={ends} x={plot.right + 9} top={plot.top + 4} bottom={plot.bottom - 4} />
              </svg>
            </>
          ),
        }
      }}
    />
  )
}

interface StackMarks<Ref> {
  readonly columns: readonly Column[]
  readonly series: readonly ChartSeries<Ref>[]
  /** indexes of the series, bottom first */
  readonly order: readonly number[]
  readonly plot: Plot
  readonly colourOf: (index: number) => string
  readonly unit: UnitFormat
  readonly formats: Formats
  /** the word before a source */
  readonly source: string
}

/** A mark in the middle of every layer of every column; its tooltip tells the whole column, the top of the stack first. */
function stackMarks<Ref>({
  columns,
  series,
  order,
  plot,
  colourOf,
  unit,
  formats,
  source,
}: StackMarks<Ref>): readonly Mark<Ref>[] {
  const points = series.map((one) => new Map(one.points.map((point) => [point.period, point])))
  return columns.flatMap((column, step) =>
    column.layers.flatMap((layer): Mark<Ref>[] => {
      const point = points[layer.index]?.get(column.period)
      if (!point || point.value === null) return []
      const rows = [...column.layers].reverse().flatMap((other) => {
        const found = points[other.index]?.get(column.period)
        if (!found || found.value === null) return []
        const label = series[other.index]?.label ?? ''
        return [
          { label, value: pointText(found, unit, formats), colour: colourOf(other.index), active: other.index === layer.index },
        ]
      })
      return [
        {
          key: `${layer.index}|${column.period}`,
          // the top of the stack is the first row of the keyboard grid
          series: order.length - order.indexOf(layer.index),
          step,
          x: plot.x(column.x),
          y: plot.y((layer.low + layer.high) / 2),
          tip: { title: formats.period(column.period), rows, lines: pointLines(point, source) },
          ref: point.ref,
        },
      ]
    }),
  )
}

interface LayerNamesProps {
  readonly series: readonly ChartSeries[]
  readonly order: readonly number[]
  readonly runs: readonly (readonly Column[])[]
  readonly styleOf: (index: number) => PartnerStyle | undefined
  readonly plot: Plot
  /** positions of lines across the plot, which no name may touch */
  readonly crossing: readonly number[]
}

/** Height that a name needs inside its layer, px. */
const NAME_HEIGHT = 20
/** Room on each side of a name, px. */
const NAME_MARGIN = 6

/** Names of partners inside their layers, where a layer is wide and high enough for its own. */
function LayerNames({ series, order, runs, styleOf, plot, crossing }: LayerNamesProps) {
  const pxPerYear = (plot.right - plot.left) / Math.max(1, plot.x.domain[1] - plot.x.domain[0])
  const pxPerUnit = (plot.bottom - plot.top) / plot.y.domain[1]
  return order.map((index) => {
    const [one, style] = [series[index], styleOf(index)]
    if (!one || !style) return null
    const halfWidth = (textWidth(one.label, 11.5, 620) / 2 + NAME_MARGIN) / pxPerYear
    const place = insideLabel(runs, index, halfWidth, NAME_HEIGHT / pxPerUnit, crossing)
    return place ? (
      <text
        key={one.id}
        x={plot.x(place.x)}
        y={plot.y(place.y)}
        dy="0.35em"
        textAnchor="middle"
        data-inside
        fill={insideVar(style)}
        style={{ fontSize: letters(11.5), fontWeight: 620 }}
      >
        {one.label}
      </text>
    ) : null
  })
}
