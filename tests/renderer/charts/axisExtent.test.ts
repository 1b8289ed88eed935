import { describe, expect, it } from 'vitest'
import { axisExtent } from '../../../renderer/charts/core/periods.ts'

describe('the axis of years', () => {
  it('is as long as it was asked to be, and longer where a figure lies beyond its ends', () => {
    expect(axisExtent([2000, 2020], {})).toEqual([2000, 2020])
    expect(axisExtent([2000, 2020], { from: 1992, to: 2025 })).toEqual([1992, 2025])
    expect(axisExtent([1991, 2026], { from: 1992, to: 2025 })).toEqual([1991, 2026])
  })
})
