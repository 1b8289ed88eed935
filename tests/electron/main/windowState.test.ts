import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Bounds,
  placeWindow,
  readWindowState,
  type WindowState,
  writeWindowState,
} from '../../../electron/main/windowState.ts'
import { temporaryFolder } from '../../db/support/store.ts'

const laptop: Bounds = { x: 0, y: 0, width: 1440, height: 860 }
const projector: Bounds = { x: 1440, y: -200, width: 1920, height: 1080 }
const at = (x: number, y: number, width = 1200, height = 800): WindowState => ({ x, y, width, height, maximised: false })

describe('placing a window', () => {
  it('opens in the middle of the first display when nothing was saved', () => {
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1920, height: 1040 }])).toEqual({ x: 240, y: 70, width: 1440, height: 900 })
  })

  it('opens where it stood', () => {
    expect(placeWindow(at(100, 50), [laptop, projector])).toEqual({ x: 100, y: 50, width: 1200, height: 800 })
  })

  it('comes back to the laptop when the projector it stood on is gone', () => {
    const stood = at(1800, 100)
    expect(placeWindow(stood, [laptop, projector]).x).toBe(1800)
    expect(placeWindow(stood, [laptop])).toEqual({ x: 120, y: 30, width: 1200, height: 800 })
  })

  it('keeps its title bar on the display', () => {
    expect(placeWindow(at(0, -300), [laptop]).y).toBe(0)
  })

  it('always leaves enough of itself on a display to be found and moved', () => {
    const number = fc.integer({ min: -5000, max: 5000 })
    const size = fc.integer({ min: 1, max: 6000 })
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const placed = placeWindow(at(x, y, width, height), [laptop, projector])
        const seen = [laptop, projector].some(
          (area) =>
            Math.min(placed.x + placed.width, area.x + area.width) - Math.max(placed.x, area.x) >= 100 &&
            placed.y >= area.y &&
            placed.y < area.y + area.height - 50,
        )
        expect(seen).toBe(true)
      }),
    )
  })
})

describe('the saved state', () => {
  it('comes back as it was written', () => {
    const file = join(temporaryFolder(), 'deep', 'window.json')
    writeWindowState(file, at(5, 6))
    expect(readWindowState(file)).toEqual(at(5, 6))
  })

  it.each(['', '{}', '{"x":"a"}', '[1,2]', '{"x":1,"y":1,"width":-4,"height":9,"maximised":true}', 'not json'])(
    'is passed over when the file holds %j',
    (text) => {
      const file = join(temporaryFolder(), 'window.json')
      writeFileSync(file, text)
      expect(readWindowState(file)).toBeNull()
    },
  )

  it('is passed over in silence where nothing can be written', () => {
    const file = join(temporaryFolder(), 'a file')
    writeFileSync(file, '')
    writeWindowState(join(file, 'window.json'), at(1, 1))
    expect(readFileSync(file, 'utf8')).toBe('')
    expect(readWindowState(join(file, 'window.json'))).toBeNull()
  })
})
