import { linearScale } from './core/geometry.ts'
import { lineRuns, periodPosition } from './core/periods.ts'
import type { ChartPoint } from './core/types.ts'
import { fillVar, partnerStyle } from './palette.ts'

interface Props {
  readonly points: readonly ChartPoint[]
  readonly partner?: string
  readonly width?: number
  readonly height?: number
  /** first and last year of the axis, so that neighbours share one */
  readonly from: number
  readonly to: number
  readonly baseYear?: number
}

/** A word-sized line: no axis, gaps break, ranges are short bars, the last figure is a dot. The number beside it is the text. */
export function Sparkline({ points, partner, width = 128, height = 30, from, to, baseYear }: Props) {
  const colour = partner === undefined ? 'var(--mv-text-2)' : fillVar(partnerStyle(partner))
  const values = points.flatMap((point) =>
    [point.value, point.low ?? null, point.high ?? null].filter((value): value is number => value !== null),
  )
  const x = linearScale([from, to], [4, width - 5])
  const low = Math.min(...values)
  const high = Math.max(...values)
  const y = linearScale(high - low < 1e-9 ? [low - 1, high + 1] : [low, high], [height - 5, 5])
  const at = (point: ChartPoint): string => `${x(periodPosition(point.period)).toFixed(1)} ${y(point.value ?? 0).toFixed(1)}`
  const last = points.at(-1)
  const isRange = (point: ChartPoint): boolean => point.low != null && point.high != null && point.high - point.low > 1e-9
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
      style={{ display: 'block', maxWidth: width }}
    >
      {baseYear === undefined ? null : <line x1={x(baseYear)} x2={x(baseYear)} y1={0} y2={height} stroke="var(--mv-border)" />}
      {lineRuns(points.map((point) => (isRange(point) ? { ...point, value: null } : point))).map((run) =>
        run.from === run.to ? (
          <circle
            key={run.from}
            cx={x(periodPosition(points[run.from]?.period ?? ''))}
            cy={y(points[run.from]?.value ?? 0)}
            r={1.8}
            fill={colour}
          />
        ) : (
          <path
            key={run.from}
            d={`M${points
              .slice(run.from, run.to + 1)
              .map(at)
              .join('L')}`}
            fill="none"
            stroke={colour}
            strokeWidth={1.5}
          />
        ),
      )}
      {points.filter(isRange).map((point) => (
        <line
          key={point.period}
          x1={x(periodPosition(point.period))}
          x2={x(periodPosition(point.period))}
          y1={y(point.low ?? 0)}
          y2={y(point.high ?? 0)}
          stroke={colour}
          strokeWidth={4}
          strokeLinecap="round"
        />
      ))}
      {last && !isRange(last) && last.value !== null ? (
        <circle cx={x(periodPosition(last.period))} cy={y(last.value)} r={2.6} fill={colour} />
      ) : null}
    </svg>
  )
}
