import { useTranslation } from 'react-i18next'
import { useFormats } from '../language/useFormats.ts'
import { ChartFrame, type Drawn } from './core/ChartFrame.tsx'
import { linearScale, makePlot, niceStep, niceTicks } from './core/geometry.ts'
import { histogramBins } from './core/histogram.ts'
import type { ChartProps, Mark, UnitFormat } from './core/types.ts'
import type { Size } from './core/useSize.ts'
import { tickFormat } from './core/values.ts'

export interface HistogramProps extends ChartProps<never> {
  readonly values: readonly number[]
  readonly unit: UnitFormat
  readonly binWidth?: number
  /** say so in the subtitle when it is on */
  readonly squareRoot?: boolean
}

/** Bin width that gives some thirty bins over the values. */
const usualBinWidth = (values: readonly number[]): number =>
  niceStep(
    values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY) -
      values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
    30,
  )

/**
 * How many values fall into each bin. Heights may follow the square root, so that one large change beside hundreds of small ones is still
 * seen.
 */
export function Histogram({ values, unit, binWidth, squareRoot = false, ...frame }: HistogramProps) {
  const { t } = useTranslation('charts')
  const formats = useFormats()
  const bins = histogramBins(values, binWidth ?? usualBinWidth(values))
  const height = (count: number): number => (squareRoot ? Math.sqrt(count) : count)
  const [low, high] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1]
  const ticks = niceTicks(low, high, { most: 4 })
  const format = tickFormat(formats, { ...unit, code: '' }, ticks)
  const draw = (size: Size, active: Mark<never> | null): Drawn<never> => {
    const domain: readonly [number, number] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
    const plot = makePlot(size.width, size.height, { left: 14, right: 14, top: 8, bottom: 24 }, domain, [0, 1])
    const y = linearScale([0, Math.max(1, ...bins.map((bin) => height(bin.count)))], [plot.bottom, plot.top])
    const marks = bins.flatMap((bin, index): Mark<never>[] =>
      bin.count === 0
        ? []
        : [
            {
              key: String(bin.from),
              series: 0,
              step: index,
              x: (plot.x(bin.from) + plot.x(bin.to)) / 2,
              y: y(height(bin.count)),
              tip: {
                title: `${format(bin.from)} – ${format(bin.to)}`,
                rows: [{ label: t('count'), value: formats.number(bin.count, 0) }],
                lines: [],
              },
              ref: undefined,
            },
          ],
    )
    const svg = (
      <svg width={size.width} height={size.height} role="presentation">
        {bins.map((bin) => (
          <rect
            key={bin.from}
            x={plot.x(bin.from) + 0.5}
            y={y(height(bin.count))}
            width={Math.max(1, plot.x(bin.to) - plot.x(bin.from) - 1)}
            height={plot.bottom - y(height(bin.count))}
            fill={active?.key === String(bin.from) ? 'var(--mv-text)' : 'var(--mv-text-2)'}
          />
        ))}
        <line x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} stroke="var(--mv-axis)" />
        {ticks.map((tick) => (
          <text key={tick} x={plot.x(tick)} y={plot.bottom + 16} textAnchor="middle" fill="var(--mv-text-3)">
            {tick > 0 ? `+${format(tick)}` : format(tick)}
          </text>
        ))}
      </svg>
    )
    return { marks, svg, reach: 200, weightY: 0.1 }
  }
  return <ChartFrame {...frame} defaultHeight={180} draw={draw} />
}
