import { describe, expect, it } from 'vitest'
import { netFavourability } from '../../../../electron/shared/analytics/favourability.ts'

describe('net favourability', () => {
  it('subtracts the unfavourable from the favourable: 87 and 8 per cent give 79 points', () => {
    expect(netFavourability(87, 8)).toBe(79)
    expect(netFavourability(20, 50)).toBe(-30)
  })

  it('is missing when one answer is missing, and refuses two different questions', () => {
    expect(netFavourability(87, null)).toBeNull()
    expect(() => netFavourability(87, 50)).toThrow(RangeError)
  })
})
