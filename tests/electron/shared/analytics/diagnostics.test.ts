import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  correlation,
  cronbachAlpha,
  effectiveWeights,
  groupWarnings,
  shapeOf,
} from '../../../../electron/shared/analytics/diagnostics.ts'

describe('diagnostics of a composite', () => {
  it('correlates Anscombe’s first set at 0.816, and says nothing where a column does not vary', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    expect(correlation(x, y)).toBeCloseTo(0.81642051634484, 12)
    expect(correlation([1, 2, 3], [5, 5, 5])).toBeNull()
    expect(correlation([1, null, 3], [5, 6, null])).toBeNull()
    expect(() => correlation([1], [1, 2])).toThrow(RangeError)
  })

  it('gives alpha 1 to parallel columns and, of two, the Spearman-Brown value of their correlation when variances are equal', () => {
    expect(
      cronbachAlpha([
        [1, 2, 3, 4],
        [3, 4, 5, 6],
      ]),
    ).toBeCloseTo(1, 12)
    const [a, b] = [
      [1, 2, 3, 4],
      [2, 1, 4, 3],
    ]
    const r = correlation(a ?? [], b ?? []) ?? 0
    expect(cronbachAlpha([a ?? [], b ?? []])).toBeCloseTo((2 * r) / (1 + r), 12)
    expect(cronbachAlpha([[1, 2, 3]])).toBeNull()
    expect(
      cronbachAlpha([
        [1, null, 3],
        [1, 2, null],
      ]),
    ).toBeNull()
  })

  it('gives the skewness and kurtosis of SciPy with bias off: 1, 2, 3, 4, 100', () => {
    const shape = shapeOf([1, 2, 3, null, 4, 100])
    expect(shape.skewness).toBeCloseTo(2.232395911636458, 12)
    expect(shape.kurtosis).toBeCloseTo(4.986865957200654, 12)
    expect(shape).toMatchObject({ n: 5, flagged: true })
    expect(shapeOf([1, 2, 3, 4, 5])).toMatchObject({ flagged: false })
    expect(shapeOf([2, 2, 2, 2])).toMatchObject({ skewness: null, kurtosis: null, flagged: false })
    expect(shapeOf([])).toMatchObject({ n: 0, skewness: null })
  })

  it('shows that equal weights need not weigh equally, and warns of twins and trade-offs', () => {
    const steady = { id: 'steady', weight: 1, scores: [1, 1.1, 0.9, 1, 1.1] }
    const wild = { id: 'wild', weight: 1, scores: [1, 9, 3, 7, 5] }
    const twin = { id: 'twin', weight: 1, scores: [1.1, 9.2, 2.9, 7.1, 5] }
    const index = steady.scores.map((value, row) => (value + (wild.scores[row] ?? 0) + (twin.scores[row] ?? 0)) / 3)
    const weights = effectiveWeights([steady, wild, twin], index)
    expect(weights.map((weight) => weight.nominal)).toEqual([1, 1, 1].map((one) => one / 3))
    expect(weights[1]?.effective ?? 0).toBeGreaterThan(weights[0]?.effective ?? 1)
    expect(groupWarnings([steady, wild, twin], index)).toContainEqual(
      expect.objectContaining({ kind: 'collinear', parts: ['wild', 'twin'] }),
    )
    const against = { id: 'against', weight: 1, scores: [9, 1, 7, 3, 5] }
    expect(groupWarnings([wild, against], index)).toContainEqual(expect.objectContaining({ kind: 'trade-off' }))
  })

  it('keeps effective weights summing to one and correlations inside [−1, 1]', () => {
    const column = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(column, column, (a, b) => {
        const r = correlation(a, b)
        if (r !== null) expect(Math.abs(r)).toBeLessThanOrEqual(1)
        const index = a.map((value, row) => value + (b[row] ?? 0))
        const weights = effectiveWeights(
          [
            { id: 'a', weight: 2, scores: a },
            { id: 'b', weight: 1, scores: b },
          ],
          index,
        )
        if (weights.every((weight) => weight.effective !== null)) {
          expect(weights.reduce((total, weight) => total + (weight.effective ?? 0), 0)).toBeCloseTo(1, 9)
        }
      }),
    )
  })
})
