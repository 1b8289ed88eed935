import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annualGrowth } from '../../../../electron/shared/analytics/growth.ts'

describe('yearly growth', () => {
  it('doubles in ten years at 7.18 per cent a year', () => {
    expect(annualGrowth(100, 200, 10)).toBeCloseTo(0.0717734625, 9)
  })

  it('has none from nothing, to nothing, from a gap or over no years', () => {
    expect(annualGrowth(0, 5, 3)).toBeNull()
    expect(annualGrowth(5, 0, 3)).toBeNull()
    expect(annualGrowth(null, 5, 3)).toBeNull()
    expect(annualGrowth(5, null, 3)).toBeNull()
    expect(annualGrowth(5, 6, 0)).toBeNull()
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
