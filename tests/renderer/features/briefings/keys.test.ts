import { describe, expect, it } from 'vitest'
import {
  actionOf,
  nextPointer,
  type Pressed,
  slideNumbered,
  timerText,
} from '../../../../renderer/features/briefings/present/keys.ts'

const press = (key: string, changes: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...changes,
})

describe('keys of a presentation', () => {
  it('turn slides by arrows, page keys, space and a clicker', () => {
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' ']) expect(actionOf(press(key))).toBe('next')
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) expect(actionOf(press(key))).toBe('back')
  })
  it('mean the same on a Russian or Kazakh keyboard', () => {
    expect(actionOf(press('и', { code: 'KeyB' }))).toBe('black')
    expect(actionOf(press('в', { code: 'KeyD' }))).toBe('dark')
    expect(actionOf(press('к', { code: 'KeyR' }))).toBe('reset')
  })
  it('leave the keys of the browser alone', () => {
    expect(actionOf(press('r', { ctrlKey: true }))).toBeNull()
    expect(actionOf(press('ArrowLeft', { altKey: true }))).toBeNull()
    expect(actionOf(press('x'))).toBeNull()
  })
  it('make a number of digits that Enter ends', () => {
    expect(actionOf(press('1'))).toEqual({ digit: '1' })
    expect(actionOf(press('Enter'))).toBe('jump')
    expect(slideNumbered('10', 10)).toBe(9)
    expect(['', '0', '11', '007x'].map((typed) => slideNumbered(typed, 10))).toEqual([null, null, null, null])
  })
  it('go through laser and spotlight in turn, and tell the time', () => {
    expect(nextPointer(nextPointer(nextPointer('none')))).toBe('none')
    expect([0, 249, 3723].map(timerText)).toEqual(['00:00', '04:09', '1:02:03'])
  })
})
