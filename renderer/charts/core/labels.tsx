import type { Marker } from '../palette.ts'
import { nudge } from './geometry.ts'
import { letters } from './letters.ts'
import { MarkerShape } from './MarkerShape.tsx'

export interface EndLabel {
  readonly id: string
  readonly text: string
  /** second line in grey */
  readonly note?: string
  readonly colour: string
  /** where the series ends */
  readonly x: number
  readonly y: number
  readonly weight?: number
  /** the series' mark before its name, where only the mark tells series apart */
  readonly marker?: Marker
  /** false = no line to where the series ends: it ends too far away, and the text says when */
  readonly leader?: false
}

export const LABEL_GAP = 14
/** px that a mark before a name takes: far enough from the plot to be no figure of it */
export const MARK_ROOM = 24
const NOTE_GAP = 13
/** From so many px on a leader crosses periods: dotted and grey, it is not taken for figures. */
const FAR = 40

/** Names at the end of lines, 14 px apart at least, with a leader where a label had to move. */
export function EndLabels({
  labels,
  x,
  top,
  bottom,
}: {
  readonly labels: readonly EndLabel[]
  readonly x: number
  readonly top: number
  readonly bottom: number
}) {
  // a label with a second line takes two places
  const wishes = labels.flatMap((label) => [
    { item: { label, line: 0 }, wanted: label.y },
    ...(label.note === undefined ? [] : [{ item: { label, line: 1 }, wanted: label.y + NOTE_GAP }]),
  ])
  const placed = nudge(wishes, LABEL_GAP, top, bottom)
  return (
    <g>
      {placed.map(({ item: { label, line }, at }) => {
        if (line === 1) {
          return (
            <text key={`${label.id}-note`} x={x} y={at} dy="0.35em" fill="var(--mv-text-3)" style={{ fontSize: letters(11) }}>
              {label.note}
            </text>
          )
        }
        const moved = label.leader !== false && Math.abs(at - label.y) > 3
        return (
          <g key={label.id}>
            {moved && (
              <path
                d={`M${label.x + 3} ${label.y}L${x - 2} ${at}`}
                stroke={x - label.x > FAR ? 'var(--mv-axis)' : label.colour}
                strokeDasharray={x - label.x > FAR ? '1 3' : undefined}
                strokeWidth={1}
                fill="none"
              />
            )}
            {label.marker && <MarkerShape marker={label.marker} x={x + MARK_ROOM - 8} y={at} r={3.6} colour={label.colour} />}
            <text
              x={label.marker ? x + MARK_ROOM : x}
              y={at}
              dy="0.35em"
              fill={label.colour}
              style={{ fontSize: letters(11.5), fontWeight: label.weight ?? 600 }}
            >
              {label.text}
            </text>
          </g>
        )
      })}
    </g>
  )
}
