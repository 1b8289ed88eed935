import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Rows } from '../../../db/ingest/runs.ts'
import { sortRows } from '../../../db/ingest/sortRows.ts'

const SERIES = 2 ** 30

function rowsOf(cells: readonly (readonly [series: number, period: number])[]): Rows {
  return {
    ids: Float64Array.from(cells, ([series, period]) => series * SERIES + period),
    values: Float64Array.from(cells, (_, i) => i / 7),
    lines: Uint32Array.from(cells, (_, i) => i + 2),
    extras: Uint32Array.from(cells, (_, i) => i % 5),
    length: cells.length,
  }
}

const listOf = ({ ids, values, lines, extras }: Rows): number[][] =>
  Array.from(ids, (id, i) => [id, values[i] as number, lines[i] as number, extras[i] as number])
const byIdThenLine = (rows: Rows): number[][] => listOf(rows).sort(([a = 0, , x = 0], [b = 0, , y = 0]) => a - b || x - y)

const period = fc.nat({ max: 40 }).map((year) => (year + 1) * 4096 * 366)
/** Far apart, near together, and the highest that the store numbers. */
const series = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constantFrom(1, 500_000, 8_388_607))

it('sorts any rows by id, and rows of one cell by line', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(series, period), { maxLength: 300 }), (cells) => {
      const rows = rowsOf(cells)
      expect(listOf(sortRows(rows))).toEqual(byIdThenLine(rows))
    }),
  )
})

it('sorts rows that come one period behind the other, cells that come twice among them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), period), { maxLength: 300 }), (cells) => {
      const rows = rowsOf(cells.toSorted(([, a], [, b]) => a - b))
      expect(listOf(sortRows(rows))).toEqual(byIdThenLine(rows))
    }),
  )
})

it('leaves rows that are in order where they are', () => {
  const rows = rowsOf([
    [1, 4096],
    [1, 8192],
    [2, 4096],
  ])
  expect(sortRows(rows)).toBe(rows)
})
