import { describe, expect, it } from 'vitest'
import { bandOf } from '../../../../../electron/shared/analytics/dependence/robustness.ts'

describe('a band over the runs', () => {
  const thousand = Float64Array.from({ length: 1000 }, (_, at) => 999 - at)

  it('lies between the 5th and the 95th of a hundred parts, around the median', () => {
    expect(bandOf(Float64Array.from(thousand), 1000, 1000)).toEqual({ low: 49.95, median: 499.5, high: 949.05, runs: 1 })
  })

  it('needs a quarter of the runs, and says how many there were', () => {
    expect(bandOf(Float64Array.from(thousand), 250, 1000)).toMatchObject({ median: 874.5, runs: 0.25 })
    expect(bandOf(Float64Array.from(thousand), 249, 1000)).toEqual({ low: null, median: null, high: null, runs: 0.249 })
    expect(bandOf(new Float64Array(0), 0, 0)).toEqual({ low: null, median: null, high: null, runs: 0 })
  })

  it('looks only at the values that runs gave', () => {
    expect(bandOf(Float64Array.from([3, 1, 2, 900]), 3, 4)).toMatchObject({ median: 2, runs: 0.75 })
  })
})
