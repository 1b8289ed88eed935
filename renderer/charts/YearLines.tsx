import type { Annotations, ChartProps, ChartSeries, UnitFormat } from './core/types.ts'
import { NUMBER, PERCENT } from './core/values.ts'
import { LineChart } from './LineChart.tsx'

interface Props<Ref> extends ChartProps<Ref> {
  readonly series: readonly ChartSeries<Ref>[]
  readonly annotations?: Annotations
  readonly measure: 'percent' | 'number'
  readonly decimals: number
  readonly zero?: boolean
  readonly top?: number
  /** first and last year of the axis, which covers every figure all the same; by default the figures decide */
  readonly from?: number
  readonly to?: number
}

const unitOf = (measure: Props<unknown>['measure'], decimals: number): UnitFormat => ({
  ...(measure === 'percent' ? PERCENT : NUMBER),
  decimals,
})

/**
 * Lines over years for measures that are not amounts: shares, scores, distances. The one place where these screens meet the line chart.
 */
export function YearLines<Ref>({ annotations = {}, measure, decimals, ...rest }: Props<Ref>) {
  return <LineChart<Ref> {...rest} {...annotations} unit={unitOf(measure, decimals)} />
}
