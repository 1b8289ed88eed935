import { describe, expect, it } from 'vitest'
import { seededUniform } from '../../../../electron/shared/analytics/random.ts'

const take = (seed: number, count: number): number[] => {
  const uniform = seededUniform(seed)
  return Array.from({ length: count }, () => uniform())
}

describe('seeded uniform numbers', () => {
  it('are the same for the same seed, and pinned so that a change of the generator is noticed', () => {
    expect(take(42, 3)).toEqual(take(42, 3))
    expect(take(42, 3)).toEqual([0.1537716533972332, 0.2630780343475817, 0.6529298152732224])
  })

  it('differ for other seeds, negative and large ones included', () => {
    const first = [0, 1, -1, 2 ** 32, 2 ** 32 + 1, 2 ** 52].map((seed) => take(seed, 1)[0])
    expect(new Set(first).size).toBe(6)
  })

  it('lie in [0, 1) with the mean and variance of the uniform distribution', () => {
    const numbers = take(7, 100_000)
    const average = numbers.reduce((total, number) => total + number, 0) / numbers.length
    const variance = numbers.reduce((total, number) => total + (number - average) ** 2, 0) / numbers.length
    expect(Math.min(...numbers.slice(0, 50_000))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers.slice(0, 50_000))).toBeLessThan(1)
    expect(average).toBeCloseTo(0.5, 2)
    expect(variance).toBeCloseTo(1 / 12, 3)
  })

  it('refuse a seed that is not a whole number', () => {
    expect(() => seededUniform(1.5)).toThrow(RangeError)
    expect(() => seededUniform(Number.NaN)).toThrow(RangeError)
  })
})
