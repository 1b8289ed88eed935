import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderOf } from '../../../../db/ingest/review/sort.ts'

describe('the order of a review', () => {
  it('is that of the numbers, equal ones as they stood and missing ones last', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), fc.constantFrom(0, -1, 1, 1e300, -1e-300))), (values) => {
        const keys = Float64Array.from(values, (value) => (Object.is(value, -0) ? 0 : value))
        const expected = [...keys.keys()].sort((a, b) => {
          const [x, y] = [keys[a] as number, keys[b] as number]
          if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b
          return x - y || a - b
        })
        expect([...orderOf(keys)]).toEqual(expected)
      }),
      { seed: 20261127, numRuns: 200 },
    )
  })
  it('of nothing is nothing', () => {
    expect(orderOf(new Float64Array(0))).toHaveLength(0)
  })
})
