import { describe, expect, it } from 'vitest'
import type { ReadingPoint, ScorePoint } from '../../../../electron/shared/contract/schema/governance.ts'
import {
  growthPercent,
  intervalOf,
  placeOf,
  readingCells,
  readingOf,
  scoreChange,
} from '../../../../renderer/features/governance/prepare.ts'

const score = (year: number, value: number, error: number | null = 3): ScorePoint => ({
  year,
  value,
  error,
  cell: { indicator: 'governance.cpi_score', reporter: 'KAZ', partner: 'WLD', period: String(year), source: 'x' },
  others: [],
})
const reading = (year: number, shareOfTrade: number | null, shareOfGdp: number | null): ReadingPoint => ({
  year,
  amount: 1,
  shareOfTrade,
  shareOfGdp,
  perPerson: null,
})

describe('a score with its standard error', () => {
  it('has a 90 per cent interval, or none', () => {
    const { low, high } = intervalOf(score(2020, 40, 2))
    expect([low, high].map((value) => value?.toFixed(2))).toEqual(['36.71', '43.29'])
    expect(intervalOf(score(2024, 40, null))).toEqual({ low: null, high: null })
  })
  it('moved only where the intervals of two years do not touch', () => {
    expect(scoreChange([score(2013, 26), score(2023, 39)], 2013, 1)?.movement).toBe('up')
    expect(scoreChange([score(2013, 36), score(2023, 39)], 2013, 1)?.movement).toBe('unclear')
    expect(scoreChange([score(2013, 39), score(2023, 39.5)], 2013, 1)?.movement).toBe('held')
    expect(scoreChange([score(2013, 39, null), score(2023, 20, null)], 2013, 1)?.movement).toBe('unknown')
  })
  it('starts at the base year or the first one after it, and ends at the newest year with an error', () => {
    const change = scoreChange([score(2012, 28), score(2023, 39), score(2024, 40, null)], 2005, 1)
    expect([change?.base.year, change?.latest.year]).toEqual([2012, 2023])
    expect(scoreChange([score(2012, 28)], 2013, 1)).toBeNull()
  })
})

describe('the reading of trade', () => {
  it('disagrees when the share of trade and the share of the economy point apart', () => {
    expect(readingOf([reading(2013, 18, 10), reading(2023, 20, 8)], 2013)?.disagree).toBe(true)
    expect(readingOf([reading(2013, 18, 10), reading(2023, 18.5, 8)], 2013)?.disagree).toBe(false)
    expect(readingOf([reading(2013, 18, 10), reading(2023, 20, null)], 2013)).toBeNull()
  })
  it('names the cells it is made of', () => {
    expect(readingCells('KAZ', 'RUS', 2013, 'gdp').map((cell) => `${cell.indicator} ${cell.partner}`)).toEqual([
      'trade.exports_usd_m RUS',
      'trade.imports_usd_m RUS',
      'macro.gdp_usd_m WLD',
    ])
  })
})

describe('the place of a country', () => {
  const cell = score(2023, 0).cell
  const elsewhere = [
    { reporter: 'GEO', year: 2023, value: 53, cell },
    { reporter: 'KAZ', year: 2024, value: 40, cell },
    { reporter: 'ARM', year: 2023, value: 40, cell },
  ]
  it('is shared by equal scores', () => {
    expect(placeOf(elsewhere, 'ARM')).toEqual({ place: 2, of: 3 })
    expect(placeOf(elsewhere, 'UZB')).toBeNull()
  })
  it('and growth needs a positive start', () => {
    expect(growthPercent(200, 250)).toBe(25)
    expect(growthPercent(0, 250)).toBeNull()
    expect(growthPercent(null, 250)).toBeNull()
  })
})
