// A channel before and after a dated event. Pure.
import { type BeforeAfter, beforeAfter } from '../../../electron/shared/analytics/breaks.ts'
import type { DependenceInput } from '../../../electron/shared/contract/schema/dependence.ts'

/** The year an event counts from: a year or month as written, a fraction only decides on which side a yearly figure stands. */
export const eventYear = (date: string): number => Number(date.slice(0, 4))

/** Years to each side that are looked at. */
export const BREAK_WINDOW = 10

/**
 * The channel's yearly figures before and after the event's year, which is left out: it is half before and half after. Ranges count with
 * their middle.
 *
 * @returns null where a side has no figure
 */
export function channelBreak(input: DependenceInput, year: number): BeforeAfter | null {
  const points = input.figures.map((figure) => ({ time: figure.year, value: (figure.low + figure.high) / 2 }))
  const found = beforeAfter(points, year, { window: BREAK_WINDOW, eventItself: 'left-out', confidence: 0.9 })
  return found.before.n === 0 || found.after.n === 0 ? null : found
}
