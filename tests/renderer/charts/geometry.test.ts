import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../../electron/shared/domain/formats.ts'
import {
  linearScale,
  niceTicks,
  nudge,
  shorten,
  textWidth,
  wrapText,
  yearsThatFit,
  yearTicks,
} from '../../../renderer/charts/core/geometry.ts'
import { NUMBER, tickFormat } from '../../../renderer/charts/core/values.ts'

describe('niceTicks', () => {
  it.each([
    [0, 100, [0, 25, 50, 75, 100]],
    [27.9, 54.8, [20, 30, 40, 50, 60]],
    [28, 41, [25, 30, 35, 40, 45]],
    [-1, -0.2, [-1, -0.8, -0.6, -0.4, -0.2]],
    [0, 0, [0, 1]],
  ] as const)('covers %d to %d by %j', (low, high, expected) => {
    expect(niceTicks(low, high)).toEqual(expected)
  })

  it('covers any span with two to seven ticks in steps of one size', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (low, span) => {
          const ticks = niceTicks(low, low + span)
          const slack = span * 1e-6
          expect(ticks.length).toBeGreaterThanOrEqual(2)
          expect(ticks.length).toBeLessThanOrEqual(7)
          expect(ticks[0]).toBeLessThanOrEqual(low + slack)
          expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span - slack)
        },
      ),
    )
  })
})

describe('tickFormat', () => {
  it('shortens large amounts on the whole axis or not at all', () => {
    const texts = (ticks: readonly number[]) => ticks.map(tickFormat(formatsOf('en'), NUMBER, ticks))
    expect(texts([0, 250_000, 500_000, 750_000, 1_000_000])).toEqual(['0', '250,000', '500,000', '750,000', '1,000,000'])
    expect(texts([0, 1_000_000, 2_000_000])).toEqual(['0', '1.0\u00a0m', '2.0\u00a0m'])
  })
})

describe('yearsThatFit', () => {
  it('gives every fifth of thirty years from the first on where a year has 48 px, and two at least', () => {
    expect(yearTicks(1995, 2025, yearsThatFit(300))).toEqual([1995, 2000, 2005, 2010, 2015, 2020, 2025])
    expect(yearTicks(1995, 2025, yearsThatFit(40))).toEqual([1995, 2025])
    expect(yearsThatFit(600, 2)).toBe(yearsThatFit(300))
  })
})

describe('yearTicks', () => {
  it('labels the last year always and never two that would touch', () => {
    expect(yearTicks(1995, 2025, 7)).toEqual([1995, 2000, 2005, 2010, 2015, 2020, 2025])
    expect(yearTicks(1992, 2023, 5)).toEqual([1992, 2000, 2010, 2023])
    expect(yearTicks(2019, 2019, 4)).toEqual([2019])
    expect(yearTicks(1995, 2025, 2)).toEqual([1995, 2025])
  })

  it('stays within the years and in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2020 }),
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 2, max: 12 }),
        (from, span, most) => {
          const ticks = yearTicks(from, from + span, most)
          expect(ticks.at(-1)).toBe(from + span)
          expect([...ticks].sort((a, b) => a - b)).toEqual(ticks)
          expect(ticks.every((tick) => tick >= from && tick <= from + span)).toBe(true)
        },
      ),
    )
  })
})

describe('nudge', () => {
  it('leaves labels alone that are far apart', () => {
    expect(
      nudge(
        [
          { item: 'a', wanted: 10 },
          { item: 'b', wanted: 60 },
        ],
        14,
        0,
        100,
      ).map(({ at }) => at),
    ).toEqual([10, 60])
  })

  it('moves two that touch by the same distance to either side', () => {
    expect(
      nudge(
        [
          { item: 'a', wanted: 50 },
          { item: 'b', wanted: 52 },
        ],
        14,
        0,
        100,
      ).map(({ at }) => at),
    ).toEqual([44, 58])
  })

  it('keeps the gap, the order and the room whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 12 }), (wishes) => {
        const placed = nudge(
          wishes.map((wanted, item) => ({ item, wanted })),
          14,
          0,
          300,
        )
        placed.forEach((one, index) => {
          const before = placed[index - 1]
          expect(one.at).toBeGreaterThanOrEqual(-1e-6)
          expect(one.at).toBeLessThanOrEqual(300 + 1e-6)
          if (before) {
            expect(one.at - before.at).toBeGreaterThanOrEqual(14 - 1e-6)
            expect(one.wanted).toBeGreaterThanOrEqual(before.wanted)
          }
        })
      }),
    )
  })

  it('spreads labels evenly where there is no room for the gap', () => {
    expect(
      nudge(
        [1, 2, 3].map((item) => ({ item, wanted: 5 })),
        14,
        0,
        20,
      ).map(({ at }) => at),
    ).toEqual([0, 10, 20])
  })
})

describe('text', () => {
  it('is broken at spaces into lines that fit', () => {
    const lines = wrapText('no split by route for these years', 100)
    expect(lines.join(' ')).toBe('no split by route for these years')
    expect(lines.every((line) => textWidth(line) <= 100)).toBe(true)
  })

  it('is shortened to its first clause before it is cut', () => {
    expect(shorten('2010: trade after July is missing, and the rest is partial', 230)).toBe('2010: trade after July is missing')
    expect(shorten('abcdefghijklmnop', 60).endsWith('…')).toBe(true)
    expect(shorten('abcdefghijklmnop', 10)).toBe('')
  })
})

describe('linearScale', () => {
  it('maps back what it mapped', () => {
    const scale = linearScale([1995, 2025], [40, 640])
    expect(scale.invert(scale(2013))).toBeCloseTo(2013)
    expect(linearScale([5, 5], [0, 10])(5)).toBe(5)
  })
})
