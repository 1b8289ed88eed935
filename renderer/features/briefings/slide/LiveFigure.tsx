import type { FigureSpec } from '../../../../electron/shared/contract/schema/briefingDocument.ts'
import type { UnitFormat } from '../../../../electron/shared/domain/formats.ts'
import { BarChart } from '../../../charts/BarChart.tsx'
import { niceTicks } from '../../../charts/core/geometry.ts'
import type { Annotations, ChartSeries } from '../../../charts/core/types.ts'
import { GroupedBars } from '../../../charts/GroupedBars.tsx'
import { LineChart } from '../../../charts/LineChart.tsx'
import { StackedAreaChart } from '../../../charts/StackedAreaChart.tsx'
import { ThenNowChart, type ThenNowItem } from '../../../charts/ThenNowChart.tsx'
import { Waterfall } from '../../../charts/Waterfall.tsx'
import { useFormats } from '../../../language/useFormats.ts'

const unitOf = ({ unit }: FigureSpec): UnitFormat => ({
  code: unit.code,
  short: { en: '', ru: '', kk: '' },
  decimals: unit.decimals,
})

const annotationsOf = ({ baseYear, events, joins, gaps }: FigureSpec): Annotations => ({
  ...(baseYear === null ? {} : { baseYear }),
  events,
  joins: joins.map((period) => ({ period })),
  gaps,
})

function seriesOf({ periods, series, kind }: FigureSpec): readonly ChartSeries[] {
  const ranges = kind === 'range'
  return series.flatMap((one): ChartSeries[] => {
    const points = periods.map((period, at) => ({
      period,
      value: one.values[at] ?? null,
      low: one.low?.[at] ?? null,
      high: one.high?.[at] ?? null,
    }))
    const own = { id: one.id, label: one.label, ...(one.partner === null ? {} : { partner: one.partner }), points }
    if (ranges) return [{ ...own, role: 'ranges' }]
    if (one.low === null) return [own]
    return [{ ...own, role: 'band' }]
  })
}

/** A figure of a slide as a chart that answers: pointer, arrow keys, tooltip. */
export function LiveFigure({
  figure,
  title,
  height,
}: {
  readonly figure: FigureSpec
  readonly title: string
  readonly height: number
}) {
  const formats = useFormats()
  const { kind, periods, series, unit, summary } = figure
  const frame = { name: title, summary, height }
  if (kind === 'line' || kind === 'range')
    return (
      <LineChart
        {...frame}
        {...annotationsOf(figure)}
        series={seriesOf(figure)}
        unit={unitOf(figure)}
        {...(figure.baseYear === null || kind === 'range' ? {} : { callouts: [String(figure.baseYear)] })}
      />
    )
  if (kind === 'stacked-area')
    return <StackedAreaChart {...frame} {...annotationsOf(figure)} series={seriesOf(figure)} unit={unitOf(figure)} shares />
  if (kind === 'waterfall') {
    const [own] = series
    const values = own?.values ?? []
    const last = periods.length - 1
    return (
      <Waterfall
        name={title}
        summary={summary}
        unit={unitOf(figure)}
        {...(own?.partner == null ? {} : { partner: own.partner })}
        start={{ label: periods[0] ?? '', value: values[0] ?? 0 }}
        end={{ label: periods[last] ?? '', value: values[last] ?? 0 }}
        parts={periods.slice(1, last).map((label, at) => ({ id: `${at}`, label, value: values[at + 1] ?? 0 }))}
      />
    )
  }
  if (kind === 'bar' && series.length > 1)
    return <GroupedBars {...frame} unit={unitOf(figure)} categories={periods} groups={series} />
  if (kind === 'bar')
    return (
      <BarChart
        {...frame}
        unit={unitOf(figure)}
        direction={periods.length > 6 || periods.some((period) => period.length > 12) ? 'lying' : 'standing'}
        bars={periods.map((label, at) => ({
          id: label,
          label,
          value: series[0]?.values[at] ?? null,
          ...(series[0]?.partner == null ? {} : { partner: series[0].partner }),
        }))}
      />
    )
  const partner = series[0]?.partner ?? 'RUS'
  const text = (low: number, high: number): string => formats.range(low, high, low === high ? unit.decimals : 0)
  const reading = (one: FigureSpec['series'][number], at: number) => {
    const [low, high] = [one.low?.[at] ?? one.values[at] ?? null, one.high?.[at] ?? one.values[at] ?? null]
    if (low === null || high === null) return null
    return {
      low,
      high,
      tip: { title: periods[at] ?? '', rows: [{ label: one.label, value: text(low, high), active: true }], lines: [] },
    }
  }
  const rows = series.map((one): ThenNowItem => {
    const [base, latest] = [reading(one, 0), reading(one, 1)]
    return {
      id: one.id,
      label: one.label,
      ...(base && latest ? { note: `${text(base.low, base.high)} → ${text(latest.low, latest.high)}` } : {}),
      series: [{ partner, base, latest }],
    }
  })
  const ends = rows.flatMap((row) => row.series.flatMap(({ base, latest }) => [base?.high ?? 0, latest?.high ?? 0]))
  return (
    <ThenNowChart
      {...frame}
      rows={rows}
      ticks={niceTicks(0, Math.max(1, ...ends), { zero: true })}
      format={(tick) => formats.number(tick, 0)}
      partners={[{ code: partner, label: '' }]}
    />
  )
}
