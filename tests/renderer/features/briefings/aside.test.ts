import { describe, expect, it } from 'vitest'
import type { BriefingItem } from '../../../../electron/shared/contract/schema/own.ts'
import { newerOf, screenOf } from '../../../../renderer/features/briefings/editor/aside.ts'

const item = (id: number, figure: string, path = '/trade'): BriefingItem => ({
  ...{ id, kind: 'chart', title: '', snapshot: {}, addedAt: '2026-11-27T10:00:00.000Z' },
  view: { figure, path, search: '?reporter=KAZ' },
})

describe('a chart set aside anew', () => {
  it('is the newest of the same figure and screen that came after', () => {
    const items = [
      item(9, 'trade.map'),
      item(7, 'trade.shares'),
      item(5, 'trade.shares'),
      item(3, 'trade.shares'),
      item(8, 'trade.shares', '/x'),
    ]
    expect(newerOf(items, 3)?.id).toBe(7)
    expect(newerOf(items, 7)).toBeNull()
    expect(newerOf(items, 4)).toBeNull()
  })

  it('is made on the screen it came from, which must be one of ours', () => {
    expect(screenOf([item(3, 'trade.shares')], 3)).toBe('/trade?reporter=KAZ')
    expect(screenOf([item(3, 'trade.shares', 'javascript:alert(1)')], 3)).toBeNull()
    expect(screenOf([], 3)).toBeNull()
  })
})
