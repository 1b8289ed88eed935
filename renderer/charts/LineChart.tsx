// Longer than 300 lines: one drawing of lines, bands, ranges and dots over one plot.
import { useTranslation } from 'react-i18next'
import { Line } from 'recharts'
import { useFormats } from '../language/useFormats.ts'
import { annotationTop, EventLines, Gaps, Joins, Shading } from './core/annotations.tsx'
import { ticksWidth, YearAxis, YRules } from './core/axes.tsx'
import { ChartFrame } from './core/ChartFrame.tsx'
import { makePlot, niceTicks, type Plot, textWidth, yearsThatFit, yearTicks } from './core/geometry.ts'
import { type EndLabel, EndLabels, MARK_ROOM } from './core/labels.tsx'
import { MarkerShape } from './core/MarkerShape.tsx'
import { PlotLayer } from './core/PlotLayer.tsx'
import { axisExtent, extentX, extentY, lastPoint, lineRuns, periodPosition } from './core/periods.ts'
import { cut } from './core/rows.ts'
import { seriesMarks } from './core/seriesMarks.ts'
import type { Annotations, ChartProps, ChartSeries, UnitFormat } from './core/types.ts'
import { tickFormat } from './core/values.ts'
import { fillVar, type PartnerStyle, partnerStyles, textVar } from './palette.ts'

export interface LineChartProps<Ref> extends ChartProps<Ref>, Annotations {
  readonly series: readonly ChartSeries<Ref>[]
  readonly unit: UnitFormat
  /** first and last year of the axis, which covers every figure all the same; by default the figures decide */
  readonly from?: number
  readonly to?: number
  /** true = the axis starts at zero; by default it does when the figures come near it */
  readonly zero?: boolean
  /** a round top such as 100; by default the figures decide */
  readonly top?: number
  /** false = no names at the ends (small multiples that name them elsewhere) */
  readonly endLabels?: boolean
  /** rings and their values at the base year and another period, as on a slide */
  readonly callouts?: readonly string[]
}

const GREY: Pick<PartnerStyle, 'dash' | 'marker' | 'width'> & { readonly colour: string; readonly text: string } = {
  colour: 'var(--mv-axis)',
  text: 'var(--mv-text-3)',
  dash: '',
  marker: 'none',
  width: 1.2,
}

/** Marks of series without a partner, in their order: where several show single readings, the mark tells whose they are. */
const inkMarkers = ['circle', 'square', 'triangle', 'diamond'] as const

/** Series without a partner of which at least two show single readings: their marks stand before their names too. */
const markedInk = (series: readonly ChartSeries[]): readonly ChartSeries[] => {
  const ink = series.filter((one) => one.partner === undefined && one.role !== 'band')
  return ink.filter(({ role }) => role === 'dots').length > 1 ? ink.filter(({ role }) => role !== 'second') : []
}

/** How each series is drawn: partner's style, ink, or grey for a second source. */
function looks(series: readonly ChartSeries[]) {
  const styles = partnerStyles(series.map((one) => one.partner ?? '_INK'))
  const marked = markedInk(series)
  return series.map((one) => {
    if (one.role === 'second') return GREY
    const style = styles.get(one.partner ?? '_INK')
    if (!style) return GREY
    const ink = one.partner === undefined
    return {
      colour: fillVar(style),
      text: textVar(style),
      dash: ink ? '' : style.dash,
      marker: ink ? (inkMarkers[Math.max(0, marked.indexOf(one)) % inkMarkers.length] ?? 'circle') : style.marker,
      width: style.width,
    }
  })
}

/** px for a name and its value at the end of a line; a longer name is cut, the tooltip has it whole */
const MOST_LABEL = 216

/** Part of the axis that must lie behind the end of a series for its name to say when it ended. */
const EARLY = 0.12

const isKnown = (point: ChartSeries['points'][number]): boolean => point.value !== null || point.low != null

interface Row {
  readonly x: number
  readonly [key: string]: number | null
}

/** One row per position with a column per run, as Recharts wants it; a run's column is null outside the run, so the line breaks. */
function runRows(series: readonly ChartSeries[], breaks: readonly number[]) {
  const rows = new Map<number, Record<string, number>>()
  const runs = series.flatMap((one, index) =>
    one.role === 'ranges' || one.role === 'dots'
      ? []
      : lineRuns(one.points, one.role === 'second' ? [] : breaks)
          .filter((run) => run.to > run.from)
          .map((run, number) => ({ key: `s${index}r${number}`, index, run })),
  )
  for (const { key, index, run } of runs) {
    for (const point of series[index]?.points.slice(run.from, run.to + 1) ?? []) {
      const x = periodPosition(point.period)
      const row = rows.get(x) ?? {}
      if (point.value !== null) row[key] = point.value
      rows.set(x, row)
    }
  }
  const data = [...rows].sort(([a], [b]) => a - b).map(([x, row]): Row => ({ ...row, x }))
  return { data, runs }
}

/** Bands of uncertainty: one closed path per unbroken stretch. */
function Bands<Ref>({
  series,
  plot,
  colours,
}: {
  readonly series: readonly ChartSeries<Ref>[]
  readonly plot: Plot
  readonly colours: readonly string[]
}) {
  return series.map((one, index) => {
    if (one.role !== 'band') return null
    return lineRuns(one.points.map((point) => ({ period: point.period, value: point.low ?? null }))).map((run) => {
      const points = one.points.slice(run.from, run.to + 1)
      const path = (pick: (point: (typeof points)[number]) => number) =>
        points.map((point) => `${plot.x(periodPosition(point.period))} ${plot.y(pick(point))}`)
      const up = path((point) => point.high ?? point.low ?? 0)
      const down = path((point) => point.low ?? 0).reverse()
      return <path key={`${one.id}${run.from}`} d={`M${[...up, ...down].join('L')}Z`} fill={colours[index]} opacity={0.14} />
    })
  })
}

/**
 * Lines over years: partners, sources side by side, an index with its band, ranges as capsules, single readings as dots. Gaps stay gaps.
 * Solid and dashed stretches come from the points' `kind`, breaks from `joins` with `breaksLine` and from missing periods.
 */
export function LineChart<Ref>(props: LineChartProps<Ref>) {
  const { series, unit, events, baseYear, joins, gaps, shaded, endLabels = true, callouts = [] } = props
  const { t } = useTranslation('charts')
  const formats = useFormats()
  const annotations: Annotations = {
    ...(events ? { events } : {}),
    ...(baseYear === undefined ? {} : { baseYear }),
    ...(joins ? { joins } : {}),
    ...(gaps ? { gaps } : {}),
    ...(shaded ? { shaded } : {}),
  }
  const xs = extentX(series) ?? [2000, 2025]
  const ys = extentY(series) ?? [0, 1]
  const [low, high] = props.top === undefined ? ys : [Math.min(0, ys[0]), props.top]
  const ticks = niceTicks(low, high, props.zero === undefined ? {} : { zero: props.zero })
  const format = tickFormat(formats, unit, ticks)
  const style = looks(series)
  const xDomain = axisExtent(xs, props)
  const breaks = (joins ?? []).filter((join) => join.breaksLine).map((join) => periodPosition(join.period) - 0.5)
  const newest = Math.max(...series.flatMap((one) => one.points.filter(isKnown).map((point) => periodPosition(point.period))))
  const labelled = endLabels
    ? series.flatMap((one, index) => {
        const last = lastPoint(one.points)
        const range = one.points.findLast((point) => point.low != null && point.high != null)
        const rangeText = one.role === 'ranges' && range ? formats.range(range.low ?? 0, range.high ?? 0, 0) : null
        const end = rangeText !== null ? range : last
        if (!end) return []
        const figure = rangeText ?? formats.number(end.value, unit.decimals)
        // a second source that stopped long before the others has no line across the chart to its name
        const early = one.role === 'second' && xDomain[1] - periodPosition(end.period) > (xDomain[1] - xDomain[0]) * EARLY
        // figures of several years side by side say of which year they are
        const text = early || newest - periodPosition(end.period) > 0.9 ? `${figure}, ${formats.period(end.period)}` : figure
        const name = cut(one.label, MOST_LABEL - textWidth(` ${figure}`, 11.5, 600), 11.5, 600)
        return [{ one, index, end, early, text: `${name} ${text}` }]
      })
    : []
  const marked = markedInk(series)
  const right =
    labelled.length === 0
      ? 16
      : Math.ceil(Math.max(...labelled.map((label) => textWidth(label.text, 11.5, 600)))) +
        20 +
        (marked.length > 0 ? MARK_ROOM : 0)
  const baseText = baseYear === undefined ? '' : t('baseYear', { year: baseYear })
  const annotated = (events?.length ?? 0) > 0 || baseYear !== undefined
  const margin = { left: ticksWidth(ticks.map(format)), right, top: 10, bottom: 26 }
  const { data, runs } = runRows(series, breaks)

  return (
    <ChartFrame
      {...props}
      defaultHeight={240}
      draw={(size, active) => {
        const yDomain: readonly [number, number] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
        const plotAt = (top: number) => makePlot(size.width, size.height, { ...margin, top }, xDomain, yDomain)
        const plot = plotAt(annotated ? annotationTop(plotAt(margin.top), annotations, baseText) : margin.top)
        const years = yearTicks(xDomain[0], xDomain[1], yearsThatFit(plot.right - plot.left))
        const marks = seriesMarks(
          series,
          plot,
          unit,
          formats,
          style.map((one) => one.colour),
          t('source'),
        )
        const ends: EndLabel[] = labelled.map(({ one, index, end, early, text }) => ({
          id: one.id,
          text,
          colour: style[index]?.text ?? 'var(--mv-text)',
          x: plot.x(periodPosition(end.period)),
          y: plot.y(end.value ?? ((end.low ?? 0) + (end.high ?? 0)) / 2),
          weight: one.role === 'second' ? 400 : 600,
          ...(early ? { leader: false as const } : {}),
          ...(marked.includes(one) ? { marker: style[index]?.marker ?? 'circle' } : {}),
        }))
        return {
          marks,
          reach: 400,
          weightY: 0.35,
          svg: (
            <>
              <svg width={size.width} height={size.height} aria-hidden="true">
                <Shading plot={plot} annotations={annotations} />
                <YRules plot={plot} ticks={ticks} format={format} />
                <YearAxis plot={plot} ticks={years} />
                <Bands series={series} plot={plot} colours={style.map((one) => one.colour)} />
                <Gaps plot={plot} annotations={annotations} />
                <EventLines plot={plot} annotations={annotations} />
                <Joins plot={plot} annotations={annotations} />
              </svg>
              <PlotLayer size={size} plot={plot} xDomain={xDomain} data={data}>
                {runs.map(({ key, index, run }) => (
                  <Line
                    key={key}
                    dataKey={key}
                    type="linear"
                    connectNulls={false}
                    dot={false}
                    activeDot={false}
                    isAnimationActive={false}
                    stroke={style[index]?.colour ?? 'currentColor'}
                    strokeWidth={style[index]?.width ?? 2}
                    strokeDasharray={run.dashed ? '4 4' : (style[index]?.dash ?? '')}
                    strokeLinejoin="round"
                  />
                ))}
              </PlotLayer>
              <svg width={size.width} height={size.height} aria-hidden="true">
                {series.map((one, index) => (
                  <SeriesMarks
                    key={one.id}
                    series={one}
                    plot={plot}
                    colour={style[index]?.colour ?? 'currentColor'}
                    marker={style[index]?.marker ?? 'none'}
                    breaks={breaks}
                    callouts={callouts}
                    label={(value) => formats.number(value, unit.decimals)}
                  />
                ))}
                {active && (
                  <line
                    x1={active.x}
                    x2={active.x}
                    y1={plot.top}
                    y2={plot.bottom}
                    stroke="var(--mv-text-3)"
                    strokeWidth={1}
                    strokeDasharray="2 2"
                  />
                )}
                {active && <circle cx={active.x} cy={active.y} r={5} fill="none" stroke="var(--mv-focus)" strokeWidth={2} />}
                <EndLabels labels={ends} x={plot.right + 10} top={plot.top} bottom={plot.bottom} />
              </svg>
            </>
          ),
        }
      }}
    />
  )
}

interface SeriesMarksProps<Ref> {
  readonly series: ChartSeries<Ref>
  readonly plot: Plot
  readonly colour: string
  readonly marker: PartnerStyle['marker']
  readonly breaks: readonly number[]
  readonly callouts: readonly string[]
  readonly label: (value: number) => string
}

/** Single readings, estimates, ranges, the last value and the called-out ones of a series. */
function SeriesMarks<Ref>({ series, plot, colour, marker, breaks, callouts, label }: SeriesMarksProps<Ref>) {
  const runs = lineRuns(series.points, breaks)
  const single = new Set(runs.filter((run) => run.from === run.to).map((run) => run.from))
  const lastIndex = series.points.findLastIndex((point) => point.value !== null)
  const shape = marker === 'none' ? 'circle' : marker
  return (
    <g>
      {series.points.map((point, index) => {
        const x = plot.x(periodPosition(point.period))
        if (x < plot.left - 1 || x > plot.right + 1) return null
        const ranged = series.role !== 'band' && point.low != null && point.high != null
        const bar = ranged ? { top: plot.y(point.high ?? 0), bottom: plot.y(point.low ?? 0) } : null
        const called = callouts.includes(point.period) && point.value !== null
        const dotted =
          point.value !== null &&
          // a reading that stands alone is a dot in grey too: no line would show it
          (single.has(index) ||
            (series.role !== 'second' && (series.role === 'dots' || point.kind === 'estimated' || index === lastIndex || called)))
        return (
          <g key={point.period}>
            {bar && series.role === 'ranges' && (
              <rect x={x - 2.5} y={bar.top - 1} width={5} height={Math.max(5, bar.bottom - bar.top + 2)} rx={2.5} fill={colour} />
            )}
            {bar && series.role !== 'ranges' && (
              <line x1={x} x2={x} y1={bar.top} y2={bar.bottom} stroke="var(--mv-text-2)" strokeWidth={2.4} />
            )}
            {dotted && (
              <MarkerShape
                marker={shape}
                x={x}
                y={plot.y(point.value ?? 0)}
                r={series.role === 'second' ? 2.6 : index === lastIndex && !called ? 3.2 : 3.6}
                colour={colour}
                hollow={point.kind === 'estimated' || (series.role === 'dots' && bar !== null) || (called && index !== lastIndex)}
              />
            )}
            {/* beside the line of the base year, not across it */}
            {called && (
              <text x={x + 8} y={plot.y(point.value ?? 0) - 9} fill={colour} style={{ fontWeight: 620 }}>
                {label(point.value ?? 0)}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
