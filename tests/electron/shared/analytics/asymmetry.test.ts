import { describe, expect, it } from 'vitest'
import { asymmetry } from '../../../../electron/shared/analytics/asymmetry.ts'

describe('asymmetry', () => {
  it('is one share divided by the other', () => {
    expect(asymmetry(30, 3)).toBe(10)
    expect(asymmetry(0.05, 0.2)).toBe(0.25)
    expect(asymmetry(0, 4)).toBe(0)
  })
  it('is unknown where a share is missing or negative, or nothing comes back', () => {
    for (const [share, mirror] of [
      [null, 3],
      [30, null],
      [30, 0],
      [-1, 3],
      [30, -3],
      [Number.NaN, 3],
    ] as const)
      expect(asymmetry(share, mirror), `${share} ${mirror}`).toBeNull()
  })
})
