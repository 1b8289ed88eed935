import type { Mark } from './types.ts'

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last'

const nearest = (marks: readonly Mark[], step: number): Mark | null =>
  marks.reduce<Mark | null>(
    (best, mark) => (best === null || Math.abs(mark.step - step) < Math.abs(best.step - step) ? mark : best),
    null,
  )

/**
 * The mark an arrow key leads to: left and right by period within a series, up and down to the neighbouring series at the nearest period.
 *
 * @param current key of the mark that has the focus; null = none yet, and the first move lands on the last period of the first series
 * @returns null only when there are no marks
 */
export function moveMark<Ref>(marks: readonly Mark<Ref>[], current: string | null, move: Move): Mark<Ref> | null {
  const now = marks.find((mark) => mark.key === current)
  const order = [...new Set(marks.map((mark) => mark.series))].sort((a, b) => a - b)
  const inSeries = (series: number | undefined): Mark<Ref>[] =>
    marks.filter((mark) => mark.series === series).sort((a, b) => a.step - b.step)
  if (!now) return inSeries(order[0]).at(-1) ?? null
  const own = inSeries(now.series)
  const index = own.indexOf(now)
  if (move === 'left') return own[index - 1] ?? now
  if (move === 'right') return own[index + 1] ?? now
  if (move === 'first') return own[0] ?? now
  if (move === 'last') return own.at(-1) ?? now
  const place = order.indexOf(now.series)
  const next = order[move === 'up' ? place - 1 : place + 1]
  return next === undefined ? now : ((nearest(inSeries(next), now.step) as Mark<Ref> | null) ?? now)
}

/** The mark nearest to a place, in px; null when none is within `reach`. `weightY` under 1 makes the period count more than the height. */
export function markAt<Ref>(marks: readonly Mark<Ref>[], x: number, y: number, reach: number, weightY = 1): Mark<Ref> | null {
  let [best, distance] = [null as Mark<Ref> | null, reach]
  for (const mark of marks) {
    const away = Math.hypot(mark.x - x, (mark.y - y) * weightY)
    if (away < distance) [best, distance] = [mark, away]
  }
  return best
}

/** One sentence for a screen reader. */
export const spoken = (mark: Mark): string => {
  const active = mark.tip.rows.find((row) => row.active) ?? mark.tip.rows[0]
  return [mark.tip.title, active ? `${active.label} ${active.value}` : '', ...mark.tip.lines]
    .filter((part) => part !== '')
    .join('. ')
}
