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
  /** 1 = over the others, where a label that follows leaves no room beside it */
  readonly row: 0 | 1
}

export const MOST_EVENTS = 3
/** Lines nearer than this share a label, px: further apart a label of several would not say which line is whose. */
const NEAR = 48
const GAP = 14

interface Group {
  positions: number[]
  label: string
  at: number
  end: number
  row: 0 | 1
}

/**
 * Labels of events along the top of a chart: neighbours whose labels would collide share one, with a comma; of labels that collide although
 * their lines are far apart the first stands above. At most three events get a line; the rest are ticks.
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
  const groups: Group[] = []
  for (const event of placed) {
    const at = x(event.position) + 4
    const before = groups.at(-1)
    const collides = before !== undefined && before.end + GAP > at
    if (collides && !lift(groups, x(event.position), x, right)) {
      before.positions.push(event.position)
      before.label = `${before.label}, ${event.label}`
      before.end = before.at + textWidth(before.label)
    } else groups.push({ positions: [event.position], label: event.label, at, end: at + textWidth(event.label), row: 0 })
  }
  return settle(groups, x, right, taken)
}

/** Puts the last group above the line that comes, where there is room; false = it stays. */
function lift(groups: readonly Group[], line: number, x: (position: number) => number, right: number): boolean {
  const last = groups.at(-1)
  const above = groups.findLast((group) => group.row === 1)
  if (!last || last.row === 1 || line - x(last.positions.at(-1) ?? 0) < NEAR || last.end > right) return false
  if (above && above.end + GAP > last.at) return false
  last.row = 1
  return true
}

/** Groups that run out of room stand to the left of their line; where another label is in the way there, it is put above or the two become one. */
function settle(
  groups: readonly Group[],
  x: (position: number) => number,
  right: number,
  taken: readonly (readonly [number, number])[],
): readonly EventGroup[] {
  const told = (group: Group): EventGroup => ({
    positions: group.positions,
    label: group.label,
    at: group.at,
    anchor: 'start',
    row: group.row,
  })
  const last = groups.at(-1)
  if (!last || last.end <= right) return groups.map(told)
  const width = last.end - last.at
  const line = x(last.positions[0] ?? 0)
  const others = groups.slice(0, -1)
  const before = others.at(-1)
  const [from, to] = [line - 4 - width, line - 4]
  const hidden = taken.some(([start, end]) => start < to && end > from)
  const meets = before !== undefined && before.row === 0 && before.end + 8 > from
  if (!hidden && (!meets || lift(others, line, x, right))) return [...others.map(told), { ...told(last), at: to, anchor: 'end' }]
  if (!before) return [{ ...told(last), at: Math.max(0, right - width) }]
  const label = `${before.label}, ${last.label}`
  const at = Math.max(0, Math.min(before.at, right - textWidth(label)))
  return [
    ...others.slice(0, -1).map(told),
    { positions: [...before.positions, ...last.positions], label, at, anchor: 'start', row: before.row },
  ]
}
