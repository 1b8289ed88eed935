import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beforeAfter,
  mannKendall,
  type TimedValue,
  theilSen,
  twoSidedNormal,
} from '../../../../electron/shared/analytics/breaks.ts'

const yearly = (first: number, values: readonly number[]): TimedValue[] =>
  values.map((value, at) => ({ time: first + at, value }))
/** Russia's share of Kazakh goods imports, per cent, 2013-2025. */
const russia = yearly(2013, [36.8, 33.4, 34.4, 36.3, 39.6, 39.3, 36.0, 35.4, 42.5, 35.1, 27.9, 30.8, 29.9])

describe('Mann-Kendall', () => {
  it('gives Gilbert’s example of four values, 10, 15, 14, 20: S = 4 with a one-sided probability of 0.167', () => {
    const found = mannKendall(yearly(1, [10, 15, 14, 20]))
    expect(found?.s).toBe(4)
    expect(found?.p).toBeCloseTo(2 * 0.1667, 3)
    expect(found).toMatchObject({ exact: true, small: true, n: 4 })
  })

  it('agrees with SciPy on Russia’s share of imports: tau −0.3077, exact p 0.16348723839175228', () => {
    const found = mannKendall(russia)
    expect(found?.s).toBe(-24)
    expect(found?.tau).toBeCloseTo(-0.30769230769230765, 12)
    expect(found?.p).toBeCloseTo(0.16348723839175228, 12)
    expect(found).toMatchObject({ exact: true, small: false })
  })

  it('counts all orders of tied values: 1, 2, 2, 3, 3, 3, 1, 5 give S = 13 and p = 0.12261904761904761 of 40,320 permutations', () => {
    const found = mannKendall(yearly(1, [1, 2, 2, 3, 3, 3, 1, 5]))
    expect(found?.s).toBe(13)
    expect(found?.p).toBeCloseTo(0.12261904761904761, 12)
    expect(found?.tau).toBeCloseTo(0.5122717640554154, 12)
  })

  it('agrees above 18 values with the normal approximation with continuity, ties counted (p from SciPy’s normal distribution)', () => {
    const plain = mannKendall(
      yearly(
        1,
        Array.from({ length: 20 }, (_, at) => (at * 7) % 20),
      ),
    )
    expect(plain).toMatchObject({ exact: false, s: 64 })
    expect(plain?.z).toBeCloseTo(2.043989906247608, 12)
    expect(plain?.p).toBeCloseTo(0.0409545443203829, 12)
    const tied = mannKendall(yearly(1, [2, 0, 0, 1, 2, 1, 2, 2, 2, 3, 3, 3, 2, 4, 4, 5, 2, 5, 6, 6]))
    expect(tied).toMatchObject({ exact: false, s: 133 })
    expect(tied?.z).toBeCloseTo(132 / Math.sqrt(897), 12)
    expect(tied?.p).toBeCloseTo(1.0464219151038727e-5, 14)
  })

  it('finds nothing in equal values and says nothing about two', () => {
    expect(mannKendall(yearly(1, [5, 5, 5, 5]))).toMatchObject({ s: 0, p: 1, tau: null })
    expect(mannKendall(yearly(1, [5, 6]))).toBeNull()
    expect(() => mannKendall([...yearly(1, [5, 6]), { time: 1, value: 3 }])).toThrow(RangeError)
    expect(() => mannKendall(yearly(1, [5, Number.NaN, 6]))).toThrow(RangeError)
  })

  it('knows the two-sided normal probability in the middle and in the tail', () => {
    expect(twoSidedNormal(0)).toBe(1)
    expect(twoSidedNormal(1.5)).toBeCloseTo(0.13361440253771614, 12)
    expect(twoSidedNormal(-3.5)).toBeCloseTo(0.00046525815807105003, 14)
    expect(twoSidedNormal(6) / 1.973175290075389e-9).toBeCloseTo(1, 9)
  })

  it('turns its sign with the series and keeps p for any series', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 18 }), (values) => {
        const [forth, back] = [mannKendall(yearly(1, values)), mannKendall(yearly(1, [...values].reverse()))]
        expect((back?.s ?? 0) + (forth?.s ?? 0)).toBe(0)
        expect(back?.p).toBe(forth?.p)
        expect(forth?.p ?? -1).toBeGreaterThan(0)
        expect(forth?.p ?? 2).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('Theil-Sen', () => {
  it('agrees with SciPy on Russia’s share of imports: −0.359 points a year, an interval across zero', () => {
    const found = theilSen(russia, 0.95)
    expect(found?.slope).toBeCloseTo(-0.35909090909090896, 12)
    expect(found?.low ?? 9).toBeCloseTo(-1.15, 1)
    expect(found?.high ?? -9).toBeCloseTo(0.4, 1)
    expect((found?.intercept ?? 0) + 2019 * (found?.slope ?? 0)).toBeCloseTo(35.4, 0)
  })

  it('is not moved by one outlier', () => {
    expect(theilSen(yearly(0, [0, 1, 2, 3, 400, 5, 6, 7, 8]), 0.95)?.slope).toBe(1)
  })

  it('gives a slope but no interval where the values are too few for one', () => {
    expect(theilSen(yearly(0, [1, 3]), 0.95)).toMatchObject({ slope: 2, low: null, high: null, small: true })
    expect(theilSen(yearly(0, [1]), 0.95)).toBeNull()
  })

  it('follows a change of units and holds its slope between its bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 5, maxLength: 25 }), (values) => {
        const found = theilSen(yearly(0, values), 0.9)
        expect(found?.low ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual((found?.slope ?? 0) + 1e-12)
        expect(found?.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual((found?.slope ?? 0) - 1e-12)
        const doubled = theilSen(
          yearly(
            0,
            values.map((value) => value * 2),
          ),
          0.9,
        )
        expect(doubled?.slope).toBeCloseTo((found?.slope ?? 0) * 2, 9)
      }),
    )
  })
})

describe('before and after an event', () => {
  const options = { window: null, eventItself: 'after', confidence: 0.9 } as const

  it('describes both sides of 2022 and says that they are small', () => {
    const found = beforeAfter(russia, 2022, options)
    expect(found.before).toMatchObject({ n: 9, first: 2013, last: 2021 })
    expect(found.after).toMatchObject({ n: 4, first: 2022, last: 2025 })
    expect(found.meanChange).toBeCloseTo((35.1 + 27.9 + 30.8 + 29.9) / 4 - 333.7 / 9, 10)
    expect(found.small).toBe(true)
  })

  it('leaves the event’s own year out on demand, and keeps to a window', () => {
    expect(beforeAfter(russia, 2022, { ...options, eventItself: 'left-out' }).after.first).toBe(2023)
    expect(beforeAfter(russia, 2022, { ...options, window: 2 })).toMatchObject({ before: { n: 2 }, after: { n: 3 } })
  })

  it('has no difference to show when one side is empty', () => {
    expect(beforeAfter(russia, 2000, options)).toMatchObject({
      meanChange: null,
      medianChange: null,
      slopeChange: null,
      small: true,
    })
  })
})
