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
    if (before && before.end + 14 > at) {
      before.positions.push(event.position)
      before.label = `${before.label}, ${event.label}`
      before.end = before.at + textWidth(before.label)
    } else groups.push({ positions: [event.position], label: event.label, at, end: at + textWidth(event.label) })
  }
  return settle(groups, x, right, taken)
}

interface Group {
  positions: number[]
  label: string
  at: number
  end: number
}

/** Groups that run out of room stand to the left of their line; where another label is in the way there, the two become one. */
function settle(
  groups: readonly Group[],
  x: (position: number) => number,
  right: number,
  taken: readonly (readonly [number, number])[],
): readonly EventGroup[] {
  const last = groups.at(-1)
  if (!last || last.end <= right) return groups.map(({ positions, label, at }) => ({ positions, label, at, anchor: 'start' }))
  const width = last.end - last.at
  const line = x(last.positions[0] ?? 0)
  const before = groups.at(-2)
  const [from, to] = [line - 4 - width, line - 4]
  const blocked = (before !== undefined && before.end + 8 > from) || taken.some(([start, end]) => start < to && end > from)
  const rest = groups.slice(0, -1).map(({ positions, label, at }) => ({ positions, label, at, anchor: 'start' as const }))
  if (!blocked) return [...rest, { positions: last.positions, label: last.label, at: to, anchor: 'end' }]
  if (!before) return [{ positions: last.positions, label: last.label, at: Math.max(0, right - width), anchor: 'start' }]
  const label = `${before.label}, ${last.label}`
  const at = Math.max(0, Math.min(before.at, right - textWidth(label)))
  return [...rest.slice(0, -1), { positions: [...before.positions, ...last.positions], label, at, anchor: 'start' }]
}
