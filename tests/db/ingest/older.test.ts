import { describe, expect, it } from 'vitest'
import { ConfirmedSeries, StatedSpan } from '../../../db/ingest/older.ts'

describe('series that a release confirmed', () => {
  it('are kept as ranges, neighbours in one', () => {
    const confirmed = new ConfirmedSeries()
    for (const series of [3, 3, 4, 5, 7, 9, 10]) confirmed.add(series)
    expect(confirmed.ranges).toEqual([3, 5, 7, 7, 9, 10])
  })
})

describe('the stretch of a series that a release had without a gap', () => {
  const key = (period: number): number => 5 * 2 ** 30 + period
  const span = (steps: readonly (number | null)[], whole = false): readonly (readonly number[])[] => {
    const [stated, told] = [new StatedSpan(), [] as number[][]]
    stated.begin()
    for (const period of steps) {
      if (period === null) stated.pass()
      else stated.meet(key(period))
    }
    stated.end(whole, (first, last) => told.push([first, last]))
    return told
  }
  it('runs from the first to the last stored figure, or over all of it where the store has nothing besides', () => {
    expect(span([10, 20, 30])).toEqual([[10, 30]])
    expect(span([10, 20, 30], true)).toEqual([[0, 2 ** 30 - 1]])
    // stored figures before and behind are no gap
    expect(span([null, 10, 20, null])).toEqual([[10, 20]])
  })
  it('is none with a gap, or without a figure', () => {
    expect(span([10, null, 30])).toEqual([])
    expect(span([null])).toEqual([])
    expect(span([])).toEqual([])
  })
})
