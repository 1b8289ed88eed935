import { describe, expect, it } from 'vitest'
import { freeLabels, type MapLabel } from '../../../../renderer/features/corridors/map/freeLabels.ts'

const label = (id: string, x: number, y: number, moves: readonly number[] = []): MapLabel => ({
  id,
  text: 'Kazakhstan',
  x,
  y,
  anchor: 'middle',
  size: 12,
  weight: 400,
  moves,
})

describe('labels of a map', () => {
  it('stay where they are while there is room', () => {
    expect([...freeLabels([label('a', 100, 50), label('b', 300, 50), label('c', 100, 66)])]).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ])
  })

  it('move to the first free line, or stay away, where a more important one stands', () => {
    expect([...freeLabels([label('a', 100, 50), label('b', 120, 52, [4, 16]), label('c', 110, 48)])]).toEqual([
      ['a', 0],
      ['b', 16],
    ])
  })
})
