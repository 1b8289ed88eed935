import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annualGrowth, changeInPoints, growth, rollingSum, shareByYear } from '../../../../electron/shared/analytics/change.ts'

/** SIPRI trend-indicator values of arms delivered to Kazakhstan by Russia and by all, 2009-2018, as sums of yearly rows. */
const russia = new Map([
  [2009, 20.3],
  [2010, 51.45],
  [2011, 46.75],
  [2012, 77.3],
  [2013, 55.7],
  [2014, 29.2],
])

describe('change', () => {
  it('doubles in ten years at 7.18 per cent a year', () => {
    expect(growth(100, 200)).toBe(1)
    expect(annualGrowth(100, 200, 10)).toBeCloseTo(0.0717734625, 9)
  })

  it('has no growth from nothing, from a debt or from a gap', () => {
    expect(growth(0, 5)).toBeNull()
    expect(growth(-1, 5)).toBeNull()
    expect(growth(null, 5)).toBeNull()
    expect(annualGrowth(5, 0, 3)).toBeNull()
    expect(annualGrowth(5, 6, 0)).toBeNull()
  })

  it('counts then and now in points: 36.9 to 27.9 per cent is 9.0 points down', () => {
    expect(changeInPoints(0.369, 0.279)).toBeCloseTo(-9, 10)
    expect(changeInPoints(null, 0.279)).toBeNull()
  })

  it('sums five years of deliveries, 251.5 for 2009-2013 as SIPRI prints', () => {
    const windows = rollingSum(russia, { length: 5, gap: 'zero', first: 2009, last: 2014 })
    expect(windows.get(2013)).toBeCloseTo(251.5, 10)
    expect([...windows.keys()]).toEqual([2013, 2014])
  })

  it('counts a year without deliveries as zero or leaves the window out, as the caller says', () => {
    const holes = new Map([
      [2000, 1],
      [2002, 1],
    ])
    expect([...rollingSum(holes, { length: 3, gap: 'zero', first: 2000, last: 2002 })]).toEqual([[2002, 2]])
    expect(rollingSum(holes, { length: 3, gap: 'unknown', first: 2000, last: 2002 }).size).toBe(0)
    expect(() => rollingSum(holes, { length: 0, gap: 'zero', first: 2000, last: 2002 })).toThrow(RangeError)
  })

  it('gives shares only where the whole is known and above zero', () => {
    const whole = new Map([
      [2013, 406],
      [2014, 0],
    ])
    const part = new Map([
      [2013, 251.5],
      [2014, 0],
      [2015, 3],
    ])
    const shares = shareByYear(part, whole)
    expect([...shares.keys()]).toEqual([2013])
    expect(shares.get(2013)).toBeCloseTo(0.619, 3)
    expect(shareByYear(new Map([[2013, -1]]), whole).size).toBe(0)
  })

  it('undoes growth with growth', () => {
    const amount = fc.double({ min: 0.1, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 40 }), (from, to, years) => {
        const yearly = annualGrowth(from, to, years) ?? Number.NaN
        expect(from * (1 + yearly) ** years).toBeCloseTo(to, 3)
      }),
    )
  })
})
