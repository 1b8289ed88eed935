import type { Formats } from '../../language/formats.ts'
import type { Plot } from './geometry.ts'
import { periodPosition } from './periods.ts'
import type { ChartPoint, ChartSeries, Mark, Tip, UnitFormat } from './types.ts'

/** Value as a tooltip prints it: the number, the range, or both. */
export function pointText(point: ChartPoint, unit: UnitFormat, formats: Formats): string {
  const hasRange = point.low != null && point.high != null
  const range = hasRange ? formats.range(point.low ?? 0, point.high ?? 0, unit.decimals) + (unit.code === 'PCT' ? '%' : '') : ''
  if (point.value === null) return range === '' ? formats.value(null, unit) : range
  const value = formats.value(point.value, unit)
  return hasRange ? `${value} (${range})` : value
}

/** Source and note of a point, one line each. */
export const pointLines = (point: ChartPoint, sourceWord: string): readonly string[] => [
  ...(point.source ? [`${sourceWord}: ${point.source}`] : []),
  ...(point.note ? [point.note.length > 140 ? `${point.note.slice(0, 139)}…` : point.note] : []),
]

/** A mark per figure of a chart of years; the tooltip lists every series of the same period, the pointed one in bold. */
export function seriesMarks<Ref>(
  series: readonly ChartSeries<Ref>[],
  plot: Plot,
  unit: UnitFormat,
  formats: Formats,
  colours: readonly string[],
  sourceWord: string,
): readonly Mark<Ref>[] {
  const periods = [...new Set(series.flatMap((one) => one.points.map((point) => point.period)))].sort(
    (a, b) => periodPosition(a) - periodPosition(b),
  )
  const step = new Map(periods.map((period, index) => [period, index]))
  const byPeriod = series.map((one) => new Map(one.points.map((point) => [point.period, point])))
  const known = (point: ChartPoint | undefined): point is ChartPoint<Ref> =>
    point !== undefined && (point.value !== null || point.low != null)
  return series.flatMap((one, index) =>
    one.points.flatMap((point): Mark<Ref>[] => {
      const position = periodPosition(point.period)
      if (!known(point) || position < plot.x.domain[0] - 1e-6 || position > plot.x.domain[1] + 1e-6) return []
      const rows: Tip['rows'] = series.flatMap((other, place) => {
        const found = byPeriod[place]?.get(point.period)
        return known(found)
          ? [
              {
                label: other.label,
                value: pointText(found, unit, formats),
                colour: colours[place] ?? 'currentColor',
                active: place === index,
              },
            ]
          : []
      })
      return [
        {
          key: `${one.id}|${point.period}`,
          series: index,
          step: step.get(point.period) ?? 0,
          x: plot.x(position),
          y: plot.y(point.value ?? ((point.low ?? 0) + (point.high ?? 0)) / 2),
          tip: { title: formats.period(point.period), rows, lines: pointLines(point, sourceWord) },
          ref: point.ref,
        },
      ]
    }),
  )
}
