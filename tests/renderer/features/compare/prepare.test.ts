import { describe, expect, it } from 'vitest'
import type { CompareMeasure } from '../../../../electron/shared/contract/schema/compare.ts'
import { findingOf, rankingOf } from '../../../../renderer/features/compare/prepare.ts'

const line = (reporter: string, values: Readonly<Record<number, number>>) => ({
  reporter,
  points: Object.entries(values).map(([year, value]) => ({ year: Number(year), value, low: value, high: value, source: 's' })),
})
const measure = {
  id: 'index',
  unit: 'index',
  lines: [
    line('AAA', { 2013: 10, 2020: 12 }),
    line('BBB', { 2013: 20, 2020: 18 }),
    line('CCC', { 2013: 30, 2020: 40 }),
    // came later
    line('DDD', { 2020: 90 }),
  ],
} as unknown as CompareMeasure

describe('where a country stands', () => {
  const all = ['AAA', 'BBB', 'CCC', 'DDD']
  it('among all with a figure, but medians of two dates are of the same countries', () => {
    expect(rankingOf(measure, all, 2020, 'year').median).toBe(29)
    expect(findingOf(measure, all, 'BBB', [2013, 2020], 'year')).toMatchObject({
      rank: 3,
      count: 4,
      medianBefore: 20,
      medianAfter: 18,
      side: 'below',
    })
  })
})
