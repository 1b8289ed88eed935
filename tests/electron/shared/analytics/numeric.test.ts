import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  exp,
  ln,
  logarithmicMean,
  mean,
  median,
  positivePower,
  quantileOfSorted,
  sampleDeviation,
  sum,
} from '../../../../electron/shared/analytics/numeric.ts'

describe('numeric', () => {
  it('sums Neumaier’s own example, where plain addition gives 0', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2)
    expect(sum([])).toBe(0)
  })

  it('gives quantiles of type 7 as R does: quantile(c(1, 2, 4, 8), c(.05, .5, .95))', () => {
    expect(quantileOfSorted([1, 2, 4, 8], 0.05)).toBeCloseTo(1.15, 12)
    expect(quantileOfSorted([1, 2, 4, 8], 0.5)).toBe(3)
    expect(quantileOfSorted([1, 2, 4, 8], 0.95)).toBeCloseTo(7.4, 12)
    expect(median([5, 1, 3])).toBe(3)
    expect(median([])).toBeNull()
    expect(() => quantileOfSorted([], 0.5)).toThrow(RangeError)
  })

  it('gives the sample deviation of 2, 4, 4, 4, 5, 5, 7, 9 with divisor n − 1', () => {
    expect(sampleDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 14)
    expect(sampleDeviation([1])).toBeNull()
    expect(mean([])).toBeNull()
  })

  it('gives known logarithms and exponentials', () => {
    expect(ln(1)).toBe(0)
    expect(ln(2)).toBe(Math.LN2)
    expect(ln(10)).toBeCloseTo(Math.LN10, 15)
    expect(ln(0)).toBe(Number.NEGATIVE_INFINITY)
    expect(ln(-1)).toBeNaN()
    expect(exp(0)).toBe(1)
    expect(exp(1)).toBeCloseTo(Math.E, 15)
    expect(exp(1000)).toBe(Number.POSITIVE_INFINITY)
    expect(exp(-1000)).toBe(0)
    expect(positivePower(9, 0.5)).toBeCloseTo(3, 14)
  })

  it('agrees with the engine’s own logarithm and exponential to a few parts in 10^15', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        fc.double({ min: -700, max: 700, noNaN: true }),
        (x, y) => {
          expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(4e-16 * Math.max(1, Math.abs(Math.log(x))))
          expect(Math.abs(exp(y) / Math.exp(y) - 1)).toBeLessThanOrEqual(6e-16)
        },
      ),
    )
  })

  it('gives a logarithmic mean that is symmetric and lies between the geometric and the arithmetic mean', () => {
    expect(logarithmicMean(3, 3)).toBe(3)
    expect(logarithmicMean(1, Math.E)).toBeCloseTo(Math.E - 1, 14)
    const positive = fc.double({ min: 1, max: 100, noNaN: true })
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const middle = logarithmicMean(a, b)
        expect(middle).toBeCloseTo(logarithmicMean(b, a), 12)
        expect(middle).toBeGreaterThanOrEqual(Math.sqrt(a * b) - 1e-12)
        expect(middle).toBeLessThanOrEqual((a + b) / 2 + 1e-12)
      }),
    )
  })

  it('sums to the same figure in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true })), (terms) => {
        expect(Math.abs(sum(terms) - sum([...terms].reverse()))).toBeLessThanOrEqual(1e-6)
      }),
    )
  })
})
