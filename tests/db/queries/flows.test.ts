import { describe, expect, it } from 'vitest'
import { type Flows, windowsOf, yearOf } from '../../../db/queries/flows.ts'
import { periodCode } from '../../../electron/shared/domain/period.ts'

const flows = (year: number, total: number): Flows => ({
  period: periodCode(String(year)),
  partners: new Map(),
  total,
  totalPublished: true,
  eu27: null,
  sources: [],
  cells: new Map(),
})
const sums = (years: Readonly<Record<number, number>>, length: number) => {
  const listed = Object.entries(years).map(([year, total]) => flows(Number(year), total))
  return windowsOf(Map.groupBy(listed, yearOf), length).map(
    ({ first, last, flows: inside }) => [`${first}/${last}`, inside.reduce((sum, { total }) => sum + (total ?? 0), 0)] as const,
  )
}

describe('rolling windows of years', () => {
  it('sum five years of deliveries: 251.5 for 2009 to 2013, as SIPRI prints for Russia and Kazakhstan', () => {
    const russia = { 2009: 20.3, 2010: 51.45, 2011: 46.75, 2012: 77.3, 2013: 55.7, 2014: 29.2 }
    expect(sums(russia, 5)).toEqual([
      ['2009/2013', expect.closeTo(251.5, 10)],
      ['2010/2014', expect.closeTo(260.4, 10)],
    ])
  })
  it('count a year without a row as nothing delivered, and never reach outside the years on record', () => {
    expect(sums({ 2000: 1, 2002: 4, 2005: 16 }, 3)).toEqual([
      ['2000/2002', 5],
      ['2001/2003', 4],
      ['2002/2004', 4],
      ['2003/2005', 16],
    ])
    expect(sums({ 2000: 1, 2001: 1 }, 3)).toEqual([])
    expect(sums({}, 3)).toEqual([])
  })
})
