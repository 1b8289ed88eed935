import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CellMap } from '../../../db/ingest/cellMap.ts'

/** Numbers keys as a plain map does, in order of appearance. */
const numbered = (keys: readonly number[]): readonly number[] => {
  const places = new Map<number, number>()
  return keys.map((key) => {
    const place = places.get(key) ?? places.size
    places.set(key, place)
    return place
  })
}

const cellsOf = (keys: readonly number[]): readonly number[] => {
  const cells = new CellMap()
  const found = keys.map((key) => {
    const cell = cells.get(key)
    return cell < 0 ? cells.add(key) : cell
  })
  expect(found.map((cell) => cells.keyOf(cell))).toEqual(keys)
  expect(cells.size).toBe(new Set(keys).size)
  return found
}

describe('numbers of cells', () => {
  it('are those of a plain map, in whatever order keys come and come back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 200 }), (keys) => {
        expect(cellsOf(keys)).toEqual(numbered(keys))
      }),
    )
  })

  it('stay right while there are more and more of them, series by series', () => {
    const periods = Array.from({ length: 40 }, (_, i) => 2 ** 29 + i * 4096)
    const keys = Array.from({ length: 90 }, (_, series) => periods.map((period) => (series % 60) * 2 ** 30 + period)).flat()
    expect(cellsOf(keys)).toEqual(numbered(keys))
  })

  it('has no cell 0 before there is one, and none for a key that was only asked for', () => {
    const cells = new CellMap()
    expect(cells.get(0)).toBe(-1)
    expect(cells.get(5)).toBe(-1)
    expect(cells.size).toBe(0)
    expect(cells.add(5)).toBe(0)
    expect(cells.get(0)).toBe(-1)
    expect(cells.get(5)).toBe(0)
  })
})
