import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MultiPolygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { clipLine, clipRing } from '../../../scripts/map/clip.ts'
import { inPolygon, placed } from '../../../scripts/map/policy.ts'

interface Boundaries {
  readonly areas: readonly {
    readonly code: string
    readonly undetermined?: boolean
    readonly polygons: MultiPolygon['coordinates']
  }[]
  readonly borders: readonly (readonly (readonly [number, number])[])[]
  readonly undetermined: readonly (readonly (readonly [number, number])[])[]
}
const boundaries = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../resources/map/boundaries.json'), 'utf8'),
) as Boundaries
const holders = (at: readonly [number, number]): readonly string[] =>
  boundaries.areas.filter(({ polygons }) => polygons.some((rings) => inPolygon(at, rings))).map(({ code }) => code)

describe('the boundaries of the map', () => {
  const within = placed.filter(({ at: [x, y] }) => x > 5 && x < 118 && y > 20 && y < 68)

  it('follow the United Nations where control on the ground differs', () => {
    expect(within.map(({ place }) => place)).toEqual(['Simferopol', 'Sevastopol', 'Kyrenia'])
    for (const { place, at, belongsTo } of within) expect(holders(at), place).toEqual([belongsTo])
  })

  it('place towns of every side of a border in one country each', () => {
    const towns: readonly (readonly [string, number, number])[] = [
      ['KAZ', 71.45, 51.18],
      ['KAZ', 51.9, 47.1],
      ['RUS', 37.62, 55.75],
      ['RUS', 38.97, 45.04],
      ['CHN', 87.6, 43.8],
      ['AZE', 48.9, 40.4],
      ['GEO', 44.8, 41.7],
      ['UKR', 30.5, 50.45],
      ['UZB', 69.24, 41.3],
      ['SRB', 20.46, 44.81],
      ['XKX', 21.16, 42.66],
    ]
    for (const [code, lon, lat] of towns) expect(holders([lon, lat]), code).toEqual([code])
  })

  it('leave water as water: nobody holds the middle of the Caspian', () => {
    expect(holders([51, 41.5])).toEqual([])
  })

  it('draw no border across the neck of Crimea, and dotted ones around Kosovo and in Kashmir', () => {
    const near = (lines: Boundaries['borders'], [west, south, east, north]: readonly number[]) =>
      lines.flat().filter(([x, y]) => x > (west ?? 0) && x < (east ?? 0) && y > (south ?? 0) && y < (north ?? 0)).length
    expect(near(boundaries.borders, [33.2, 45.8, 35.2, 46.4])).toBe(0)
    expect(near(boundaries.undetermined, [20, 41.8, 21.9, 43.3])).toBeGreaterThan(10)
    expect(near(boundaries.borders, [20.5, 42.3, 21.4, 43.2])).toBe(0)
    expect(near(boundaries.undetermined, [73.5, 32.5, 78, 36.5])).toBeGreaterThan(10)
  })
})

describe('cutting to a box', () => {
  const square = [
    [0, 0],
    [0, 10],
    [10, 10],
    [10, 0],
    [0, 0],
  ]

  it('keeps the part of a ring inside, closed', () => {
    expect(clipRing(square, [5, 5, 20, 20])).toEqual([
      [5, 5],
      [5, 10],
      [10, 10],
      [10, 5],
      [5, 5],
    ])
    expect(clipRing(square, [20, 20, 30, 30])).toEqual([])
    expect(clipRing(square, [-1, -1, 11, 11])).toHaveLength(5)
  })

  it('keeps the stretches of a line inside with a point beyond each end', () => {
    const line = [1, 2, 3, 4, 5, 6].map((x) => [x, 0])
    expect(clipLine(line, [3, -1, 4, 1])).toEqual([
      [
        [2, 0],
        [3, 0],
        [4, 0],
        [5, 0],
      ],
    ])
    expect(clipLine(line, [8, -1, 9, 1])).toEqual([])
  })
})
