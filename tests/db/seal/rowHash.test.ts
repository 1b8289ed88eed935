import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MODULUS, RowSum, rowHash } from '../../../db/seal/rowHash.ts'

const SEED = 20_261_127
const cell = fc.oneof(fc.double(), fc.integer(), fc.string({ unit: 'binary' }), fc.constant(null), fc.uint8Array())
const row = fc.array(cell, { minLength: 1, maxLength: 6 })

const sumOf = (rows: readonly (readonly unknown[])[]): number => {
  const sum = new RowSum()
  for (const values of rows) sum.row('t', values)
  return sum.content
}

describe('the hash of a row', () => {
  it('is a whole number from 0 to 2^53 - 1', () => {
    fc.assert(
      fc.property(row, (values) => {
        const hash = rowHash('t', values)
        expect(Number.isSafeInteger(hash) && hash >= 0 && hash < MODULUS).toBe(true)
      }),
      { seed: SEED },
    )
  })

  it('tells null, 0, "" and "0" apart, the same row of another table too', () => {
    const hashes = [[null], [0], [''], ['0'], [new Uint8Array()], [0, null], [null, 0]].map((values) => rowHash('t', values))
    expect(new Set([...hashes, rowHash('u', [0])]).size).toBe(8)
  })

  it('of a figure counts a column whose type damage has changed as another one, and stops at none', () => {
    const figure = [7, 1.5, 'A', 1, 3, 12, null] as const
    const hashOf = (values: readonly unknown[]): number => {
      const sum = new RowSum()
      sum.figure(...(values as unknown as typeof figure))
      return sum.content
    }
    for (const column of [1, 2, 3, 4, 5, 6])
      for (const other of [new Uint8Array([65]), 'AB', '1', 2 ** 60, 0.5]) {
        const damaged = figure.map((value, i) => (i === column ? other : value))
        expect(hashOf(damaged), `${column} ${other}`).not.toBe(hashOf(figure))
      }
  })

  it('counts -0 as 0 and NaN as null, as SQLite stores them', () => {
    expect(rowHash('t', [-0])).toBe(rowHash('t', [0]))
    expect(rowHash('t', [Number.NaN])).toBe(rowHash('t', [null]))
  })

  it('changes with every bit of a number', () => {
    const view = new DataView(new ArrayBuffer(8))
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 63 }), (value, bit) => {
        view.setFloat64(0, value)
        view.setBigUint64(0, view.getBigUint64(0) ^ (1n << BigInt(bit)))
        const flipped = view.getFloat64(0)
        fc.pre(!Object.is(flipped + 0, value + 0))
        expect(rowHash('t', [flipped])).not.toBe(rowHash('t', [value]))
      }),
      { seed: SEED, numRuns: 2_000 },
    )
  })
})

describe('a sum of rows', () => {
  it('does not depend on their order', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        expect(sumOf(rows.toReversed())).toBe(sumOf(rows))
      }),
      { seed: SEED },
    )
  })

  it('is the hashes added up modulo 2^53', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const total = rows.reduce((sum, values) => (sum + BigInt(rowHash('t', values))) % BigInt(MODULUS), 0n)
        expect(BigInt(sumOf(rows))).toBe(total)
      }),
      { seed: SEED },
    )
  })

  it('notices that two rows exchanged a cell', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), fc.integer(), (a, b, x, y) => {
        fc.pre(a !== b && x !== y)
        expect(
          sumOf([
            [a, y],
            [b, x],
          ]),
        ).not.toBe(
          sumOf([
            [a, x],
            [b, y],
          ]),
        )
      }),
      { seed: SEED },
    )
  })
})
