import { ChartFrame, type Drawn } from './core/ChartFrame.tsx'
import { textWidth } from './core/geometry.ts'
import { letters } from './core/letters.ts'
import { MarkerShape } from './core/MarkerShape.tsx'
import { makeRows, placeRows, type RowItem, type RowsLayout } from './core/rows.ts'
import type { ChartProps, Mark } from './core/types.ts'
import { type Size, useSize } from './core/useSize.ts'
import { fillVar, insideVar, partnerStyle, textVar } from './palette.ts'

export type { RowItem, RowOf } from './core/rows.ts'

interface Props<Ref> extends Omit<ChartProps<Ref>, 'height'> {
  readonly layout: RowsLayout<Ref>
  /** rows move apart to fill a card that is taller than they need */
  readonly fill?: boolean
}

const colourOf = (partner: string | undefined) =>
  partner === undefined
    ? { fill: 'var(--mv-text-2)', text: 'var(--mv-text)', inside: 'var(--mv-surface)', marker: 'circle' as const }
    : (({ key, marker }) => ({
        fill: fillVar({ key }),
        text: textVar({ key }),
        inside: insideVar({ key }),
        marker: marker === 'none' ? ('circle' as const) : marker,
      }))(partnerStyle(partner))

/** A span that still goes on: its right end points on. */
const openSpan = (from: number, to: number, y: number): string =>
  `M${from} ${y - 8}L${to} ${y - 8}L${to + 7} ${y}L${to} ${y + 8}L${from} ${y + 8}Z`

/** Open to the right: an arrow head, never a rounded end. */
const arrow = (x: number, y: number): string => `M${x} ${y - 5}L${x + 6} ${y}L${x} ${y + 5}`

function Item<Ref>({
  item,
  from,
  to,
  y,
  active,
  right,
}: {
  readonly item: RowItem<Ref>
  readonly from: number
  readonly to: number
  readonly y: number
  readonly active: boolean
  /** where words must end, px */
  readonly right: number
}) {
  const colour = colourOf(item.partner)
  if (item.shape === 'interval')
    return <rect x={from} y={y - 5} width={Math.max(2, to - from)} height={10} rx={5} fill={colour.fill} opacity={0.28} />
  if (item.shape === 'change') {
    const direction = to >= from ? 1 : -1
    if (Math.abs(to - from) < 14) return null
    const [start, end] = [from + direction * 6, to - direction * 7]
    return (
      <g stroke={colour.fill} strokeWidth={1.8} fill="none">
        <line x1={start} x2={end} y1={y} y2={y} />
        <path d={`M${end - direction * 5} ${y - 3.5}L${end} ${y}L${end - direction * 5} ${y + 3.5}`} />
      </g>
    )
  }
  if (item.shape === 'span') {
    const width = Math.max(3, to - from)
    const words = item.label === undefined ? 0 : textWidth(item.label, 11, 600)
    const room = words < width - 10
    const toLeft = !room && to + words + 16 > right
    const look = {
      fill: item.hollow ? 'var(--mv-surface)' : colour.fill,
      stroke: item.hollow ? colour.fill : 'none',
      strokeWidth: 1.4,
      strokeDasharray: item.hollow ? '4 2' : undefined,
    }
    const at = room ? from + 6 : toLeft ? from - 6 : to + (item.openEnd ? 12 : 6)
    return (
      <g>
        {item.openEnd ? (
          <path d={openSpan(from, from + width, y)} {...look} />
        ) : (
          <rect x={from} y={y - 8} width={width} height={16} rx={3} {...look} />
        )}
        {item.label !== undefined && (
          <text
            x={at}
            textAnchor={toLeft ? 'end' : 'start'}
            y={y}
            dy="0.35em"
            data-inside={(room && !item.hollow) || undefined}
            fill={room ? (item.hollow ? colour.text : colour.inside) : 'var(--mv-text)'}
            style={{ fontSize: letters(11), fontWeight: 600 }}
          >
            {item.label}
          </text>
        )}
        {active && (
          <rect
            x={from - 2}
            y={y - 10}
            width={width + 4}
            height={20}
            rx={4}
            fill="none"
            stroke="var(--mv-text)"
            strokeWidth={1.5}
          />
        )}
      </g>
    )
  }
  return (
    <g>
      {item.openEnd && <path d={`M${from + 5} ${y}H${from + 22}`} stroke={colour.fill} strokeWidth={2.4} fill="none" />}
      {item.openEnd && <path d={arrow(from + 18, y)} stroke={colour.fill} strokeWidth={2} fill="none" />}
      <MarkerShape marker={colour.marker} x={from} y={y} r={active ? 6 : 5} colour={colour.fill} hollow={item.hollow ?? false} />
    </g>
  )
}

/**
 * Rows with marks along one axis, of values or of years: polls question by question, memberships, events, protest counts. Every row has a name
 * of its own, so nothing on it can be taken for a point of another row.
 */
export function RowsChart<Ref>({ layout, fill = false, ...frame }: Props<Ref>) {
  const rows = makeRows(layout)
  // names break differently at other widths, and the height follows from them
  const [frameRef, measured] = useSize<HTMLDivElement>()
  const width = measured?.width || 640
  const draw = (size: Size, active: Mark<Ref> | null): Drawn<Ref> => {
    const placed = placeRows(layout, rows, size.width, size.height)
    const { x, left, right, top, bottom } = placed
    const marks: Mark<Ref>[] = placed.rows.flatMap((row, series) =>
      row.items
        .filter(({ item }) => item.tip !== undefined)
        .map(({ item, from, to }, step) => ({
          key: `${row.row.id} ${item.key}`,
          series,
          step,
          x: item.shape === 'span' ? (from + to) / 2 : from,
          y: row.y,
          tip: item.tip ?? { title: '', rows: [], lines: [] },
          ref: item.ref,
        })),
    )
    const svg = (
      <svg width={size.width} height={placed.height} role="presentation">
        {layout.axis.ticks.map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={top - 4} y2={bottom} stroke="var(--mv-grid)" />
            <text
              x={x(tick)}
              y={bottom + 16}
              textAnchor={tick === layout.axis.domain[1] && x(tick) > size.width - 14 ? 'end' : 'middle'}
              fill="var(--mv-text-3)"
              style={{ fontSize: letters(11) }}
            >
              {layout.axis.format(tick)}
            </text>
          </g>
        ))}
        {(layout.lines ?? []).map((line) => (
          <g key={line.at}>
            <line
              x1={x(line.at)}
              x2={x(line.at)}
              y1={top - 4}
              y2={bottom}
              stroke="var(--mv-axis)"
              strokeDasharray={line.dashed ? '3 3' : undefined}
            />
            <text
              x={x(line.at)}
              y={top - 9}
              textAnchor={x(line.at) > (left + right) / 2 ? 'end' : 'start'}
              fill="var(--mv-text-2)"
              style={{ fontSize: letters(11) }}
            >
              {line.label}
            </text>
          </g>
        ))}
        {placed.groups.map((group) => (
          <g key={group.label}>
            <text x={0} y={group.y} dy="0.35em" fill="var(--mv-text)" style={{ fontSize: letters(12), fontWeight: 620 }}>
              {group.label}
            </text>
            <line
              x1={Math.min(left - 8, textWidth(group.label, 12, 620) + 10)}
              x2={right}
              y1={group.y}
              y2={group.y}
              stroke="var(--mv-border)"
            />
          </g>
        ))}
        {placed.rows.map(({ row, y, items, lines, notes }) => {
          const first = y - (lines.length + notes.length - 1) * 7
          return (
            <g key={row.id}>
              {lines.map((line, index) => (
                <text key={line} x={0} y={first + index * 14} dy="0.35em" fill="var(--mv-text)" style={{ fontSize: letters(12) }}>
                  {line}
                </text>
              ))}
              {notes.map((note, index) => (
                <text
                  key={note}
                  x={0}
                  y={first + (lines.length + index) * 14}
                  dy="0.35em"
                  fill="var(--mv-text-3)"
                  style={{ fontSize: letters(11) }}
                >
                  {note}
                </text>
              ))}
              <line x1={left} x2={right} y1={y} y2={y} stroke="var(--mv-grid)" strokeDasharray="1 3" />
              {items.map(({ item, from, to }) => (
                <Item
                  key={item.key}
                  item={item}
                  from={from}
                  to={to}
                  y={y}
                  active={active?.key === `${row.id} ${item.key}`}
                  right={size.width}
                />
              ))}
              {items.map(({ item, from, label }) =>
                label === null || item.shape === 'span' ? null : (
                  <text
                    key={`${item.key} label`}
                    x={label.x}
                    y={label.above ? y - 9 : y}
                    dy={label.above ? 0 : '0.35em'}
                    textAnchor={label.anchor}
                    fill={colourOf(item.partner).text}
                    style={{ fontSize: letters(11), fontWeight: item.hollow ? 400 : 620 }}
                    data-at={Math.round(from)}
                  >
                    {item.label}
                  </text>
                ),
              )}
            </g>
          )
        })}
      </svg>
    )
    return { marks, svg, reach: 22 }
  }
  const height = placeRows(layout, rows, width).height
  return (
    <div ref={frameRef} style={fill ? { height: '100%' } : undefined}>
      <ChartFrame {...frame} height={fill ? 'fill' : height} defaultHeight={height} draw={draw} />
    </div>
  )
}
