import { describe, expect, it } from 'vitest'
import { arrowBetween, placeThenNow, type ThenNowItem } from '../../../renderer/charts/ThenNowChart.tsx'

const item = (id: string, group: string, partners = 1): ThenNowItem => ({
  id,
  label: id,
  group,
  series: Array.from({ length: partners }, (_, index) => ({ partner: String(index), base: null, latest: null })),
})

describe('placeThenNow', () => {
  it('names each group once, above its rows', () => {
    const placed = placeThenNow([item('arms', 'more'), item('oil', 'more'), item('votes', 'less')], 0)
    expect(placed.groups.map((group) => group.label)).toEqual(['more', 'less'])
    expect(placed.groups[1]?.y).toBeGreaterThan(placed.rows[1] ?? 0)
    expect(placed.groups[1]?.y).toBeLessThan(placed.rows[2] ?? 0)
  })

  it('never draws rows beyond the height it asks for, and shares what is left', () => {
    const rows = [item('a', 'x', 2), item('b', 'x', 2)]
    const { least } = placeThenNow(rows, 0)
    expect(placeThenNow(rows, least).bottom).toBeLessThanOrEqual(least)
    expect(placeThenNow(rows, least + 40).bottom).toBeCloseTo(placeThenNow(rows, least).bottom + 40)
  })
})

describe('arrowBetween', () => {
  it('runs from the near end of the base to the near end of the latest', () => {
    expect(arrowBetween(100, 140, 200, 220, 4)).toEqual({ from: 145, to: 195, direction: 1 })
    expect(arrowBetween(200, 220, 100, 140, 4)).toEqual({ from: 195, to: 145, direction: -1 })
  })

  it('is left out where the marks touch', () => {
    expect(arrowBetween(100, 100, 108, 108, 4)).toBeNull()
  })
})
