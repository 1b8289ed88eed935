import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concentration,
  concentrationGap,
  normalisedHhi,
  type PartnerAmount,
  unallocatedPart,
} from '../../../../electron/shared/analytics/concentration.ts'

const amounts = (...values: number[]): PartnerAmount[] => values.map((value, index) => ({ partner: `P${index}`, value }))

describe('concentration', () => {
  it('gives the 2,600 points that the US Department of Justice prints for four shares of 30, 30, 20 and 20', () => {
    const found = concentration(amounts(30, 30, 20, 20))
    expect(10_000 * (found.hhi ?? Number.NaN)).toBeCloseTo(2600, 9)
    expect(found.effectivePartners).toBeCloseTo(1 / 0.26, 12)
    expect(found.hhiNormalised).toBeCloseTo((0.26 - 0.25) / 0.75, 12)
    expect(found.shannonEffectivePartners).toBeCloseTo(Math.exp(-2 * 0.3 * Math.log(0.3) - 2 * 0.2 * Math.log(0.2)), 12)
    expect(found).toMatchObject({ total: 100, allocated: 100, unallocated: 0, n: 4 })
    expect(found.hhiLow).toBe(found.hhiHigh)
  })

  it('gives Hill’s effective numbers of n equal partners: n, by both measures, and a normalised index of 0', () => {
    const found = concentration(amounts(5, 5, 5, 5, 5))
    expect(found.effectivePartners).toBeCloseTo(5, 12)
    expect(found.shannonEffectivePartners).toBeCloseTo(5, 12)
    expect(found.hhiNormalised).toBeCloseTo(0, 12)
  })

  it('bounds the index by + 0 and + x² when x is unallocated, with shares of the whole total', () => {
    const found = concentration(amounts(30, 30, 20, 20), 20)
    expect(found).toMatchObject({ total: 120, allocated: 100, unallocated: 20, n: 4 })
    expect(found.partners[0]).toEqual({ partner: 'P0', value: 30, share: 0.25 })
    expect(found.hhiLow).toBeCloseTo(2600 / 14400, 12)
    expect(found.hhiHigh).toBeCloseTo(3000 / 14400, 12)
    expect(found.hhi).toBe(found.hhiLow)
    expect(found.hhiNormalised).toBeCloseTo(0.01 / 0.75, 12)
  })

  it('calls the normalised index of a single partner not defined, and the plain index 1', () => {
    const found = concentration(amounts(12))
    expect(found.hhi).toBe(1)
    expect(found.effectivePartners).toBe(1)
    expect(found.shannonEffectivePartners).toBe(1)
    expect(found.hhiNormalised).toBeNull()
  })

  it('names why nothing is defined: no partners, a negative amount, a total of zero', () => {
    expect(concentrationGap([], 0)).toBe('no-partners')
    expect(concentrationGap([], 7)).toBe('no-partners')
    expect(concentrationGap(amounts(3, -1), 0)).toBe('negative-amount')
    expect(concentrationGap(amounts(0, 0), 0)).toBe('zero-total')
    expect(concentrationGap(amounts(1, 0), 0)).toBeNull()
    const negative = concentration(amounts(90, -5, 15))
    expect(negative).toMatchObject({
      total: 100,
      hhi: null,
      hhiLow: null,
      hhiHigh: null,
      hhiNormalised: null,
      effectivePartners: null,
    })
    expect(negative.partners.every((partner) => partner.share === null)).toBe(true)
    expect(concentration([])).toMatchObject({ total: 0, n: 0, partners: [], hhi: null, shannonEffectivePartners: null })
  })

  it('does not count a partner of zero as a partner', () => {
    expect(concentration(amounts(1, 1, 0)).n).toBe(2)
    expect(concentration(amounts(1, 0)).hhiNormalised).toBeNull()
  })

  it('throws on input that no data can excuse', () => {
    expect(() => concentration(amounts(1, Number.NaN))).toThrow(RangeError)
    expect(() => concentration(amounts(1), -1)).toThrow(RangeError)
    expect(() => concentration([...amounts(1), ...amounts(2)])).toThrow(/listed twice/)
  })

  it('lists the largest partner first, equals by code', () => {
    const found = concentration(amounts(10, 50, 20, 20))
    expect(found.partners.map((partner) => partner.partner)).toEqual(['P1', 'P2', 'P3', 'P0'])
  })

  it('takes from a published total what the partners leave, and says when they exceed it', () => {
    expect(unallocatedPart(100, amounts(60, 30))).toEqual({ unallocated: 10, excess: 0 })
    expect(unallocatedPart(100, amounts(60, 45))).toEqual({ unallocated: 0, excess: 5 })
    expect(unallocatedPart(0.3, amounts(0.1, 0.2))).toEqual({ unallocated: 0, excess: 0 })
    // a millionth of a total is a figure, not rounding
    expect(unallocatedPart(1_000_000, amounts(999_999))).toEqual({ unallocated: 1, excess: 0 })
    expect(unallocatedPart(1_000_000, amounts(1_000_001))).toEqual({ unallocated: 0, excess: 1 })
    expect(unallocatedPart(null, amounts(60))).toEqual({ unallocated: 0, excess: 0 })
  })

  const someAmounts = fc
    .array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 40 })
    .filter((values) => values.some((value) => value > 1e-3))

  it('keeps every bound for any amounts', () => {
    fc.assert(
      fc.property(someAmounts, fc.double({ min: 0, max: 1e7, noNaN: true }), (values, unallocated) => {
        const found = concentration(amounts(...values), unallocated)
        const [hhi, low, high] = [found.hhi ?? -1, found.hhiLow ?? -1, found.hhiHigh ?? -1]
        expect(low).toBeLessThanOrEqual(hhi)
        expect(hhi).toBeLessThanOrEqual(high)
        expect(high).toBeLessThanOrEqual(1 + 1e-12)
        const shares = found.partners.reduce((total, partner) => total + (partner.share ?? -9), unallocated / found.total)
        expect(shares).toBeCloseTo(1, 9)
        if (unallocated === 0) {
          expect(hhi).toBeGreaterThanOrEqual(1 / found.n - 1e-12)
          // Hill: the number of order 1 is never below the number of order 2
          expect((found.shannonEffectivePartners ?? 0) + 1e-9).toBeGreaterThanOrEqual(found.effectivePartners ?? 99)
        }
      }),
    )
  })

  it('does not depend on the order of the partners nor on the unit of the amounts', () => {
    fc.assert(
      fc.property(someAmounts, (values) => {
        const list = amounts(...values)
        const found = concentration(list)
        expect(concentration([...list].reverse())).toEqual(found)
        const scaled = concentration(list.map((amount) => ({ ...amount, value: amount.value * 1024 })))
        expect(scaled.hhi).toBe(found.hhi)
      }),
    )
  })

  it('falls, normalised, from 1 to 0 as shares even out', () => {
    expect(normalisedHhi(1, 4)).toBe(1)
    expect(normalisedHhi(0.25, 4)).toBe(0)
    expect(normalisedHhi(1, 1)).toBeNull()
  })
})
