// What is written over and under a chart of years: events, base year, source joins, gaps with their reason, a shaded span.
import { useTranslation } from 'react-i18next'
import { groupEvents, MOST_EVENTS } from './events.ts'
import { type Plot, shorten, textWidth, wrapText } from './geometry.ts'
import { letters } from './letters.ts'
import { periodPosition } from './periods.ts'
import type { Annotations } from './types.ts'

interface Props {
  readonly plot: Plot
  readonly annotations: Annotations
  /** over areas the lines are darker than on paper */
  readonly overFill?: boolean
}

/** Room above the plot for a row of labels of events and the base year, and for a second row. */
const ROW_TOP = 22
const SECOND_ROW = 13

/** The span of years that a finding is about, shaded under the drawing; nothing where none is given. */
export function Shading({ plot, annotations }: Props) {
  const { shaded } = annotations
  if (!shaded) return null
  const from = plot.x(periodPosition(shaded.from))
  return (
    <rect
      x={from}
      y={plot.top}
      width={Math.max(0, plot.x(periodPosition(shaded.to)) - from)}
      height={plot.bottom - plot.top}
      fill="var(--mv-shade)"
    />
  )
}

/** A reason that is cut says nothing: where it does not fit, the period before its colon stands for it, and the line below the chart says why. */
function inShort(reason: string, room: number): string {
  const short = shorten(reason, room)
  return short.endsWith('…') ? (/^([^:]{1,12}):\s/.exec(reason)?.[1] ?? short) : short
}

/** A reason written upwards in the middle of an empty column, in two lines where the column is wide enough; the whole of it on pointing. */
export function TurnedReason({
  from,
  to,
  plot,
  reason,
  colour,
}: {
  readonly from: number
  readonly to: number
  readonly plot: Plot
  readonly reason: string
  readonly colour: string
}) {
  const room = plot.bottom - plot.top - 12
  const wrapped = wrapText(reason, room)
  const lines = wrapped.length <= Math.max(1, Math.floor((to - from - 4) / 13)) ? wrapped : [inShort(reason, room)]
  const middle = (from + to) / 2
  return (
    <g style={{ pointerEvents: 'all' }}>
      <title>{reason}</title>
      {lines.map((line, index) => (
        <text
          key={line}
          transform={`translate(${middle + 4 + (index - (lines.length - 1) / 2) * 13} ${(plot.top + plot.bottom) / 2}) rotate(-90)`}
          textAnchor="middle"
          fill={colour}
        >
          {line}
        </text>
      ))}
    </g>
  )
}

/** Reasons of empty columns: upright where the column is wide enough, else turned. */
export function Gaps({ plot, annotations }: Props) {
  return (
    <g>
      {(annotations.gaps ?? []).map((gap) => {
        const [from, to] = [plot.x(periodPosition(gap.from)), plot.x(periodPosition(gap.to))]
        const middle = (from + to) / 2
        const lines = wrapText(gap.reason, Math.max(to - from, 90))
        if (to - from > 70) {
          return (
            <text
              key={gap.from}
              x={middle}
              y={plot.bottom - 12 - (lines.length - 1) * 13}
              textAnchor="middle"
              fill="var(--mv-text-3)"
              style={{ fontSize: letters(11) }}
            >
              {lines.map((line, index) => (
                <tspan key={line} x={middle} dy={index === 0 ? 0 : 13}>
                  {line}
                </tspan>
              ))}
            </text>
          )
        }
        return <TurnedReason key={gap.from} from={from} to={to} plot={plot} reason={gap.reason} colour="var(--mv-text-3)" />
      })}
    </g>
  )
}

const within = (plot: Pick<Plot, 'x'>, position: number): boolean =>
  position >= plot.x.domain[0] - 1e-6 && position <= plot.x.domain[1] + 1e-6

/** Where the words above the plot stand. `baseText` is empty where the base year is out of the plot. */
function placeWords(plot: Pick<Plot, 'x' | 'width'>, { baseYear, events = [] }: Annotations, baseText: string) {
  const inside = events.filter((event) => within(plot, periodPosition(event.date)))
  const baseShown = baseYear !== undefined && within(plot, baseYear)
  const baseX = baseShown ? plot.x(baseYear) : 0
  const baseWidth = textWidth(baseText, 11, 650)
  const baseLeft = baseX - 5 - baseWidth >= 0
  const taken: (readonly [number, number])[] = baseShown
    ? [baseLeft ? [baseX - 5 - baseWidth, baseX] : [baseX, baseX + 5 + baseWidth]]
    : []
  return { inside, baseShown, baseX, baseLeft, groups: groupEvents(inside, plot.x, plot.width, taken) }
}

/**
 * Room above a plot for the words of its annotations.
 *
 * @param plot as it would be with any other top: only its width counts
 * @param baseText the words of the base year
 */
export function annotationTop(plot: Pick<Plot, 'x' | 'width'>, annotations: Annotations, baseText: string): number {
  return ROW_TOP + (placeWords(plot, annotations, baseText).groups.some(({ row }) => row === 1) ? SECOND_ROW : 0)
}

/** Base year, joins of sources and chosen events as upright lines, each with its words where there is room. */
export function EventLines({ plot, annotations, overFill = false }: Props) {
  const { t } = useTranslation('charts')
  const { baseYear } = annotations
  const baseText = baseYear === undefined ? '' : t('baseYear', { year: baseYear })
  const { inside, baseShown, baseX, baseLeft, groups } = placeWords(plot, annotations, baseText)
  const labelY = plot.top - 11
  const line = overFill ? 'var(--mv-text)' : 'var(--mv-axis)'
  return (
    <g>
      {groups.map((group) => (
        <g key={group.label}>
          {group.positions.map((position) => (
            <line
              key={position}
              x1={plot.x(position)}
              x2={plot.x(position)}
              y1={plot.top - 7 - group.row * SECOND_ROW}
              y2={plot.bottom}
              stroke={line}
              strokeWidth={1}
              opacity={overFill ? 0.75 : 1}
            />
          ))}
          <text x={group.at} y={labelY - group.row * SECOND_ROW} textAnchor={group.anchor} fill="var(--mv-text-2)">
            {group.label}
          </text>
        </g>
      ))}
      {inside.slice(MOST_EVENTS).map((event) => {
        const x = plot.x(periodPosition(event.date))
        return (
          <line
            key={`${event.date}${event.label}`}
            x1={x}
            x2={x}
            y1={plot.bottom - 5}
            y2={plot.bottom}
            stroke="var(--mv-text-2)"
            strokeWidth={1}
          >
            <title>{event.label}</title>
          </line>
        )
      })}
      {baseShown && (
        <g>
          <line
            x1={baseX}
            x2={baseX}
            y1={plot.top - 18}
            y2={plot.bottom}
            stroke="var(--mv-text)"
            strokeWidth={1.6}
            strokeDasharray="3 3"
          />
          <text
            x={baseLeft ? baseX - 5 : baseX + 5}
            y={labelY}
            textAnchor={baseLeft ? 'end' : 'start'}
            fill="var(--mv-text)"
            style={{ fontWeight: 650 }}
          >
            {baseText}
          </text>
        </g>
      )}
    </g>
  )
}

/** Small triangles under the axis where two sources join. */
export function Joins({ plot, annotations }: Props) {
  return (
    <g>
      {(annotations.joins ?? []).map((join) => {
        const x = plot.x(periodPosition(join.period) - 0.5)
        return x < plot.left || x > plot.right ? null : (
          <path key={join.period} d={`M${x - 4} ${plot.bottom + 3}H${x + 4}L${x} ${plot.bottom + 8}Z`} fill="var(--mv-text-2)" />
        )
      })}
    </g>
  )
}
