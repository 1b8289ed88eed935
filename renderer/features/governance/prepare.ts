// From the answer of governance.get to what the screen says and draws. Pure: no words, no formatting.

import type { Governance, ReadingPoint, ScorePoint } from '../../../electron/shared/contract/schema/governance.ts'
import { WORLD } from '../../../electron/shared/domain/observation.ts'

/** Nine intervals in ten of the Worldwide Governance Indicators are published as value ± 1.645 standard errors; the same is used for CPI. */
const Z90 = 1.6448536269514722

export interface Banded {
  readonly low: number | null
  readonly high: number | null
}

/** 90 per cent interval of a score; without a published standard error there is none. */
export const intervalOf = (point: ScorePoint): Banded =>
  point.error === null
    ? { low: null, high: null }
    : { low: point.value - Z90 * point.error, high: point.value + Z90 * point.error }

/** The point of a year; null when there is none. */
export const pointIn = <P extends { readonly year: number }>(points: readonly P[], year: number): P | null =>
  points.find((point) => point.year === year) ?? null

export interface ScoreChange {
  readonly base: ScorePoint
  readonly latest: ScorePoint
  readonly change: number
  /** `unclear` when the 90 per cent intervals of the two years touch; `unknown` when one of them has none */
  readonly movement: 'up' | 'down' | 'held' | 'unclear' | 'unknown'
}

/**
 * How a score moved from the base year (or the first year after it) to the newest year with a standard error; press figures without one
 * are shown and not tested.
 */
export function scoreChange(points: readonly ScorePoint[], baseYear: number, held: number): ScoreChange | null {
  const base = points.find((point) => point.year >= baseYear)
  const latest = points.findLast((point) => point.error !== null) ?? points.at(-1)
  if (!base || !latest || latest.year <= base.year) return null
  const change = latest.value - base.value
  const [a, b] = [intervalOf(base), intervalOf(latest)]
  if (a.low === null || b.low === null || a.high === null || b.high === null) return { base, latest, change, movement: 'unknown' }
  const touch = a.low <= b.high && b.low <= a.high
  return { base, latest, change, movement: Math.abs(change) < held ? 'held' : touch ? 'unclear' : change > 0 ? 'up' : 'down' }
}

export interface Reading {
  readonly base: ReadingPoint
  readonly latest: ReadingPoint
  /** share of trade moved one way and share of the economy the other, each by more than rounding */
  readonly disagree: boolean
}

const moved = (from: number | null, to: number | null, held: number): number =>
  from === null || to === null || Math.abs(to - from) < held ? 0 : Math.sign(to - from)

/** Trade with the partner in the base year (or the first after it) and in the newest year with a GDP. */
export function readingOf(points: readonly ReadingPoint[], baseYear: number): Reading | null {
  const whole = points.filter((point) => point.shareOfTrade !== null && point.shareOfGdp !== null)
  const [base, latest] = [whole.find((point) => point.year >= baseYear), whole.at(-1)]
  if (!base || !latest || base.year === latest.year) return null
  const trade = moved(base.shareOfTrade, latest.shareOfTrade, 1)
  const economy = moved(base.shareOfGdp, latest.shareOfGdp, 1)
  return { base, latest, disagree: trade !== 0 && economy !== 0 && trade !== economy }
}

/** Place of a reporter among all countries on record by its newest score, 1 = best. Equal scores share the better place. */
export function placeOf(
  elsewhere: Governance['elsewhere'],
  reporter: string,
): { readonly place: number; readonly of: number } | null {
  const own = elsewhere.find((one) => one.reporter === reporter)
  return own ? { place: elsewhere.filter((one) => one.value > own.value).length + 1, of: elsewhere.length } : null
}

/** Growth over the years in per cent; null when one of the two is missing or the first is not positive. */
export const growthPercent = (from: number | null, to: number | null): number | null =>
  from === null || to === null || from <= 0 ? null : (to / from - 1) * 100

/** Cells behind a reading, whichever source the rule takes: both flows with the partner, then what they are divided by. */
export function readingCells(reporter: string, partner: string, year: number, by: 'trade' | 'gdp') {
  const period = String(year)
  const cell = (indicator: string, other: string) => ({ indicator, reporter, partner: other, period, source: '' })
  const [exports, imports] = ['trade.exports_usd_m', 'trade.imports_usd_m'] as const
  return [
    cell(exports, partner),
    cell(imports, partner),
    ...(by === 'gdp' ? [cell('macro.gdp_usd_m', WORLD)] : [cell(exports, WORLD), cell(imports, WORLD)]),
  ]
}
