import { nudge } from './geometry.ts'

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
}

export const LABEL_GAP = 14
const NOTE_GAP = 13

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
            <text key={`${label.id}-note`} x={x} y={at} dy="0.35em" fill="var(--mv-text-3)" style={{ fontSize: 11 }}>
              {label.note}
            </text>
          )
        }
        const moved = Math.abs(at - label.y) > 3
        return (
          <g key={label.id}>
            {moved && <path d={`M${label.x + 3} ${label.y}L${x - 2} ${at}`} stroke={label.colour} strokeWidth={1} fill="none" />}
            <text x={x} y={at} dy="0.35em" fill={label.colour} style={{ fontSize: 11.5, fontWeight: label.weight ?? 600 }}>
              {label.text}
            </text>
          </g>
        )
      })}
    </g>
  )
}
