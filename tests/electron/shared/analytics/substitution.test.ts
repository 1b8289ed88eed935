import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AnalyticsRefusal } from '../../../../electron/shared/analytics/refusal.ts'
import {
  type PartnerPeriod,
  substitution,
  substitutionRule,
  substitutionVerdict,
  UNALLOCATED_PARTNER,
} from '../../../../electron/shared/analytics/substitution.ts'

const period = (shares: Readonly<Record<string, number>>, unallocated = 0): PartnerPeriod => ({
  amounts: Object.entries(shares).map(([partner, value]) => ({ partner, value })),
  unallocated,
})

/** The many smaller partners, as eleven of equal size. */
const rest = (share: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`small${index}`, share / 11]))

describe('substitution', () => {
  it('finds what took the share Russia lost in Kazakh imports from 2013 to 2023: mostly China, in a less concentrated market', () => {
    const found = substitution(
      period({ RUS: 36.82, CHN: 17.14, DEU: 5.74, USA: 4.36, ...rest(33.4) }, 2.54),
      period({ RUS: 27.89, CHN: 25.47, DEU: 5.3, USA: 4.4, ...rest(36.94) }),
      'RUS',
    )
    expect(found.lost).toBeCloseTo(-0.0893, 4)
    expect(found.largestGainer).toBe('CHN')
    expect(found.substitutionRatio).toBeCloseTo(0.0833 / 0.0893, 2)
    expect(found.hhiTo).toBeLessThan(found.hhiFrom)
    expect(found.verdict).toBe('both')
    expect(found.gains.at(-1)).toMatchObject({ partner: UNALLOCATED_PARTNER })
  })

  it('calls an even spread diversified, a change of one big partner for another replaced', () => {
    const even = substitution(period({ A: 60, B: 10, C: 10, D: 10, E: 10 }), period({ A: 40, B: 15, C: 15, D: 15, E: 15 }), 'A')
    expect(even.verdict).toBe('diversified')
    expect(even.substitutionRatio).toBeCloseTo(0.25, 12)
    expect(substitution(period({ A: 60, B: 40 }), period({ A: 40, B: 60 }), 'A').verdict).toBe('replaced')
    // nobody took half, and the market did not become less concentrated
    const shifted = substitution(period({ A: 30, B: 45, C: 25 }), period({ A: 26, B: 46.9, C: 26.9, D: 0.2 }), 'A')
    expect(shifted.verdict).toBe('neither')
  })

  it('has no verdict to give without a loss', () => {
    const risen = substitution(period({ A: 30, B: 70 }), period({ A: 50, B: 50 }), 'A')
    expect(risen).toMatchObject({ verdict: 'neither', substitutionRatio: null, largestGainer: null })
    expect(risen.lost).toBeCloseTo(0.2, 12)
  })

  it('never calls the unallocated part a gainer', () => {
    const found = substitution(period({ A: 60, B: 40 }), period({ A: 40, B: 40 }, 20), 'A')
    expect(found).toMatchObject({ largestGainer: null, substitutionRatio: null })
    expect(found.gains[0]).toEqual({ partner: UNALLOCATED_PARTNER, change: 0.2 })
  })

  it('judges by the rule that is printed beside it', () => {
    const found = { lost: -0.2, ratio: 0.5, hhiFrom: 0.4, hhiTo: 0.4 - substitutionRule.hhiFallAtLeast * 2 }
    expect(substitutionVerdict(found, substitutionRule)).toBe('both')
    expect(substitutionVerdict(found, { ...substitutionRule, replacedFrom: 0.6 })).toBe('diversified')
    expect(substitutionVerdict(found, { ...substitutionRule, hhiFallAtLeast: 0.05 })).toBe('replaced')
    expect(substitutionVerdict(found, { ...substitutionRule, lossAtLeast: 0.3 })).toBe('neither')
  })

  it('counts a threshold that is just met as met', () => {
    const { lossAtLeast, replacedFrom, hhiFallAtLeast } = substitutionRule
    const met = { lost: -lossAtLeast, ratio: replacedFrom, hhiFrom: hhiFallAtLeast, hhiTo: 0 }
    expect(substitutionVerdict(met, substitutionRule)).toBe('both')
    expect(substitutionVerdict({ ...met, lost: -lossAtLeast * 0.999 }, substitutionRule)).toBe('neither')
    expect(substitutionVerdict({ ...met, ratio: replacedFrom * 0.999 }, substitutionRule)).toBe('diversified')
    expect(substitutionVerdict({ ...met, hhiTo: hhiFallAtLeast * 0.001 }, substitutionRule)).toBe('replaced')
  })

  it('refuses periods without shares', () => {
    expect(() => substitution(period({ A: 1, B: -1 }), period({ A: 1 }), 'A')).toThrow(AnalyticsRefusal)
    expect(() => substitution(period({ A: 1 }), period({}), 'A')).toThrow(AnalyticsRefusal)
  })

  it('adds up to zero for any two periods, and changes sign when they are swapped', () => {
    const amounts = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), fc.double({ min: 0, max: 1e6, noNaN: true }), {
      minKeys: 1,
    })
    const left = fc.double({ min: 0, max: 1e5, noNaN: true })
    fc.assert(
      fc.property(amounts, amounts, left, left, (one, other, a, b) => {
        const [from, to] = [period(one, a), period(other, b)]
        fc.pre(Object.values(one).some((value) => value > 1) && Object.values(other).some((value) => value > 1))
        const found = substitution(from, to, 'A')
        const total = found.gains.reduce((running, gain) => running + gain.change, found.lost)
        expect(Math.abs(total)).toBeLessThan(1e-15 * 64)
        const back = substitution(to, from, 'A')
        expect(back.lost).toBeCloseTo(-found.lost, 12)
        expect(back.hhiFrom).toBe(found.hhiTo)
      }),
    )
  })
})
