import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelPoint } from '../../../db/queries/channels.ts'
import { boundOf, type RecipeRow, readOilTransit, transitPoints } from '../../../db/queries/oilTransit.ts'
import type { Connection } from '../../../db/worker/connection.ts'
import { openTestReader } from '../support/store.ts'

let store: Connection
beforeAll(() => {
  store = openTestReader()
})
afterAll(() => store.close())

const read = (reporter: string, partner: string) => readOilTransit(store.db, { reporter, partner, asOf: '' })
const rounded = (points: readonly ChannelPoint[]) =>
  points.map((point) => [point.year, Math.round(point.low), Math.round(point.high)])

describe('the share of oil exports that crosses a country', () => {
  it('is for Kazakhstan and Russia what the notes of the data say', () => {
    expect(rounded(read('KAZ', 'RUS'))).toEqual([
      [2006, 80, 80],
      [2009, 66, 89],
      [2010, 75, 75],
      [2013, 62, 84],
      [2022, 94, 97],
      [2023, 95, 95],
      [2024, 96, 96],
      [2025, 95, 96],
    ])
  })

  it('is small and falling for the pipeline to China, and small for the way across Azerbaijan', () => {
    expect(rounded(read('KAZ', 'CHN'))).toEqual([
      [2009, 11, 11],
      [2013, 16, 16],
      [2022, 2, 2],
      [2023, 2, 2],
      [2024, 2, 2],
      [2025, 1, 1],
    ])
    expect(rounded(read('KAZ', 'AZE'))).toEqual([
      [2022, 0, 0],
      [2023, 2, 2],
      [2025, 2, 2],
    ])
  })

  it('names every observation it was made of, numerators first, and the months it covers', () => {
    const latest = read('KAZ', 'RUS').at(-1)
    expect(latest?.value).toBeNull()
    expect(latest?.cells.map((cell) => cell.indicator)).toEqual([
      'route.oil_cpc_mt',
      'route.oil_atyrau_samara_mt',
      'route.oil_aktau_makhachkala_mt',
      'route.oil_cpc_mt',
      'route.oil_total_mt',
    ])
    expect(latest?.sources).toEqual(['efe_2026', 'minenergy_2025', 'pm_2026'])
    expect(read('KAZ', 'RUS').find((point) => point.year === 2024)?.period).toBe('2024-01/2024-10')
  })

  it('is empty for countries without a recipe', () => {
    expect(read('UZB', 'RUS')).toEqual([])
    expect(read('KAZ', 'USA')).toEqual([])
  })
})

const row = (changes: Partial<RecipeRow>): RecipeRow => ({
  year: 2020,
  bound: 'low',
  role: 'numerator',
  indicator: 'route.oil_cpc_mt',
  reporter: 'KAZ',
  partner: 'RUS',
  period: '2020',
  source: 's',
  factor: 1,
  ...changes,
})

describe('one end of the range', () => {
  const parts = [row({}), row({ role: 'denominator', indicator: 'total' })]

  it('divides numerators by denominators', () => {
    expect(boundOf(parts, ({ role }) => (role === 'numerator' ? 30 : 40))).toBe(75)
  })

  it('is nothing when an observation is missing, whichever it is', () => {
    expect(boundOf(parts, ({ role }) => (role === 'numerator' ? null : 40))).toBeNull()
    expect(boundOf(parts, ({ role }) => (role === 'numerator' ? 30 : null))).toBeNull()
    expect(boundOf(parts, () => 0)).toBeNull()
  })

  it('leaves a year out when only the other end is known', () => {
    const high = [row({ bound: 'high', role: 'stated', indicator: 'stated' })]
    expect(transitPoints([...parts, ...high], ({ indicator }) => (indicator === 'stated' ? 80 : null))).toEqual([])
    expect(
      transitPoints([...parts, ...high], ({ role }) => ({ stated: 80, numerator: 30, denominator: 40 })[role]),
    ).toMatchObject([{ year: 2020, low: 75, high: 80, value: null }])
  })
})
