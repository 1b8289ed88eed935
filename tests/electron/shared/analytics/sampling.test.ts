import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { netMargin, samplingInterval } from '../../../../electron/shared/analytics/sampling.ts'

describe('the sampling interval of a poll', () => {
  it('agrees with the worked example of Newcombe (1998): 81 of 263', () => {
    const { low, high } = samplingInterval((81 / 263) * 100, 263)
    expect(low).toBeCloseTo(25.53, 2)
    expect(high).toBeCloseTo(36.62, 2)
  })
  it('is about three points to each side for half of a thousand people', () => {
    const { low, high } = samplingInterval(50, 1000)
    expect([low, high].map((value) => Math.round(value * 10) / 10)).toEqual([46.9, 53.1])
  })
  it('stays within 0 and 100, holds the percentage, and narrows with more people', () => {
    const percentage = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(percentage, fc.integer({ min: 1, max: 100_000 }), (p, n) => {
        const [one, more] = [samplingInterval(p, n), samplingInterval(p, n * 4)]
        expect(one.low).toBeGreaterThanOrEqual(0)
        expect(one.high).toBeLessThanOrEqual(100)
        expect(one.low).toBeLessThanOrEqual(p)
        expect(one.high).toBeGreaterThanOrEqual(p)
        expect(more.high - more.low).toBeLessThanOrEqual(one.high - one.low + 1e-9)
      }),
    )
  })
  it('refuses what is no percentage and no sample', () => {
    expect(() => samplingInterval(101, 100)).toThrow(RangeError)
    expect(() => samplingInterval(50, 0)).toThrow(RangeError)
    expect(() => samplingInterval(Number.NaN, 100)).toThrow(RangeError)
  })
})

describe('the margin of a net figure', () => {
  it('is twice that of a share when everybody answers one way or the other', () => {
    expect(netMargin(50, 50, 1000)).toBeCloseTo(2 * 1.959963984540054 * Math.sqrt(0.25 / 1000) * 100, 9)
  })
  it('is nothing when all say the same, and refuses answers to two questions', () => {
    expect(netMargin(100, 0, 500)).toBe(0)
    expect(() => netMargin(70, 50, 500)).toThrow(RangeError)
  })
})
