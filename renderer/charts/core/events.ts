import { textWidth } from './geometry.ts'
import { periodPosition } from './periods.ts'
import type { ChartEvent } from './types.ts'

export interface EventGroup {
  /** one vertical line each */
  readonly positions: readonly number[]
  readonly label: string
  /** px: where the label stands and how wide it is */
  readonly at: number
  readonly anchor: 'start' | 'end'
}

export const MOST_EVENTS = 3

/**
 * Labels of events along the top of a chart: neighbours whose labels would collide share one, with a comma. At most three events get a line;
 * the rest are ticks.
 *
 * @param x from years to px
 * @param right where labels must end, px
 * @param taken spans that are already written on, px
 */
export function groupEvents(
  events: readonly ChartEvent[],
  x: (position: number) => number,
  right: number,
  taken: readonly (readonly [number, number])[] = [],
): readonly EventGroup[] {
  const placed = events
    .slice(0, MOST_EVENTS)
    .map((event) => ({ position: periodPosition(event.date), label: event.label }))
    .filter((event) => Number.isFinite(event.position))
    .sort((a, b) => a.position - b.position)
  const groups: { positions: number[]; label: string; at: number; end: number }[] = []
  for (const event of placed) {
    const at = x(event.position) + 4
    const before = groups.at(-1)
    if (before && before.end + 8 > at) {
      before.positions.push(event.position)
      before.label = `${before.label}, ${event.label}`
      before.end = before.at + textWidth(before.label)
    } else groups.push({ positions: [event.position], label: event.label, at, end: at + textWidth(event.label) })
  }
  return groups.map((group) => {
    const first = x(group.positions[0] ?? 0)
    const collides = taken.some(([from, to]) => group.at < to && group.end > from)
    const tooFar = group.end > right
    // a label that does not fit to the right of its line stands to the left of it
    return tooFar || collides
      ? {
          positions: group.positions,
          label: group.label,
          at: tooFar ? first - 4 : group.at,
          anchor: tooFar ? ('end' as const) : ('start' as const),
        }
      : { positions: group.positions, label: group.label, at: group.at, anchor: 'start' as const }
  })
}
