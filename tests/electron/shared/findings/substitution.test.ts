import { describe, expect, it } from 'vitest'
import type { SubstitutionAnswer } from '../../../../electron/shared/contract/schema/substitution.ts'
import { headlineOf } from '../../../../electron/shared/findings/substitution.ts'

const answer = (lost: number, verdict: SubstitutionAnswer['verdict'] = 'neither', substitutionRatio: number | null = null) =>
  ({
    lost,
    verdict,
    substitutionRatio,
    rule: { lossAtLeast: 0.01, replacedFrom: 0.5, hhiFallAtLeast: 0.005 },
  }) as SubstitutionAnswer

describe('the headline of substitution', () => {
  it.each([
    [0.02, 'noLoss'],
    [0, 'noLoss'],
    [-0.005, 'littleLoss'],
    [-0.0099, 'littleLoss'],
    [-0.01, 'neither'],
  ] as const)('of a change by %d is %s', (lost, headline) => {
    expect(headlineOf(answer(lost))).toBe(headline)
  })
  it('is the verdict once enough was lost', () => {
    expect(headlineOf(answer(-0.1, 'replaced', 0.8))).toBe('replaced')
  })
  it('does not call more than the loss the most of it', () => {
    expect(headlineOf(answer(-0.07, 'replaced', 1.7))).toBe('outgained')
    expect(headlineOf(answer(-0.07, 'neither', 1.7))).toBe('neither')
  })
})
