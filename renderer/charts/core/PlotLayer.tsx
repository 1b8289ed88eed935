import type { ReactNode } from 'react'
import { ComposedChart, XAxis, YAxis } from 'recharts'
import type { Plot } from './geometry.ts'
import type { Size } from './useSize.ts'

interface Props {
  readonly size: Size
  readonly plot: Plot
  /** positions of the first and the last period */
  readonly xDomain: readonly [number, number]
  /** one record per position, its place under `x` */
  readonly data: readonly Readonly<Record<string, unknown>>[]
  /** lines and areas of recharts */
  readonly children: ReactNode
}

/** Lines and areas of recharts on our own scales: it draws the shapes and nothing else, so that all around it is drawn over the same plot. */
export function PlotLayer({ size, plot, xDomain, data, children }: Props) {
  return (
    <ComposedChart
      width={size.width}
      height={size.height}
      data={data}
      margin={{ left: plot.left, right: size.width - plot.right, top: plot.top, bottom: size.height - plot.bottom }}
      accessibilityLayer={false}
    >
      <XAxis dataKey="x" type="number" domain={[...xDomain]} allowDataOverflow hide />
      <YAxis type="number" domain={[...plot.y.domain]} allowDataOverflow hide />
      {children}
    </ComposedChart>
  )
}
