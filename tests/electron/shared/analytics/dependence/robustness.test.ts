import { describe, expect, it } from 'vitest'
import { type DependenceReport, readDependenceMethod } from '../../../../../electron/shared/analytics/dependence/index.ts'
import { bandOf } from '../../../../../electron/shared/analytics/dependence/robustness.ts'
import { figures, run, small, smallInputs, total } from './small.ts'

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

describe('the runs of the index', () => {
  it('calls a change within the noise of the method no clear change', () => {
    const inputs = [
      figures('a', { 2010: 0.5, 2011: 0.52 }),
      figures('b', { 2010: 0.7, 2011: 0.68 }),
      figures('c', { 2010: 0.5, 2011: 0.5 }),
    ]
    const { comparison } = run(small, inputs, 2010, 2011)
    expect(comparison?.verdict).toBe('no-clear-change')
    expect(comparison?.low ?? 1).toBeLessThanOrEqual(0)
    expect(comparison?.high ?? -1).toBeGreaterThanOrEqual(0)
  })

  const still = { runs: 2000, weightNoise: 0, goalpostNoise: 0, normalisations: ['min-max'], aggregations: ['geometric'] }

  it('moves goalposts to both sides alike: the median of the runs is the index', () => {
    const method = readDependenceMethod({ ...small, robustness: { ...still, goalpostNoise: 0.1 } })
    const [year] = run(method, smallInputs, 2010, 2012).years
    expect(Math.abs((year?.median ?? 0) - (year?.index ?? 99))).toBeLessThan(0.7)
    expect((year?.high ?? 0) - (year?.low ?? 0)).toBeGreaterThan(3)
  })

  it('takes a range that is carried forward for the same unknown: it makes no change of its own', () => {
    const method = readDependenceMethod({ ...small, carryForwardYears: 1, robustness: { ...still, varyCarryForward: false } })
    const inputs = [
      figures('a', { 2010: 0.5, 2011: 0.5 }),
      figures('b', { 2010: [0.1, 0.9] }),
      figures('c', { 2010: 0.5, 2011: 0.5 }),
    ]
    const { years, comparison } = run(method, inputs, 2010, 2011, { compare: [2010, 2011] })
    expect(comparison).toMatchObject({ change: 0, low: 0, high: 0 })
    expect((years[1]?.high ?? 0) - (years[1]?.low ?? 0)).toBeGreaterThan(10)
  })

  it('widens the band of a year whose figure is only a range, and says that the range matters most', () => {
    const wide = [smallInputs[0], figures('b', { 2010: [0.1, 0.9], 2011: 0.7, 2012: 0.3 }), smallInputs[2]].filter(
      (item) => item !== undefined,
    )
    const width = (report: DependenceReport): number => (report.years[0]?.high ?? 0) - (report.years[0]?.low ?? 0)
    expect(width(run(small, wide, 2010, 2012))).toBeGreaterThan(width(run(small, smallInputs, 2010, 2012)))
    const drivers = run(small, wide, 2010, 2012, { compare: [2010, 2011] }).comparison?.drivers ?? []
    expect([...drivers].sort((a, b) => b.share - a.share)[0]?.choice).toBe('ranges')
    expect(total(drivers.map((driver) => driver.share))).toBeCloseTo(1, 12)
  })

  it('gives the same bytes for the same seed, and other bands for another', () => {
    const text = (seed: number): string => JSON.stringify(run(small, smallInputs, 2010, 2012, { seed }))
    expect(text(5)).toBe(text(5))
    expect(run(small, smallInputs, 2010, 2012, { seed: 6 }).years[0]?.low).not.toBe(
      run(small, smallInputs, 2010, 2012, { seed: 5 }).years[0]?.low,
    )
  })
})
