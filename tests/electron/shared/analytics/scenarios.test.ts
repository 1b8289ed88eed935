import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AnalyticsRefusal } from '../../../../electron/shared/analytics/refusal.ts'
import {
  corridorGrowth,
  gdpGains,
  importShift,
  pipelineStop,
  type ScenarioInput,
  type ScenarioResult,
} from '../../../../electron/shared/analytics/scenarios.ts'

const input = (id: string, low: number, high = low, unit = 'MT', source: string | null = 'test'): ScenarioInput => ({
  id,
  low,
  high,
  unit,
  source,
})
const found = (result: ScenarioResult, id: string, of: string | null = null): readonly [number, number] => {
  const item = result.outcomes.find((entry) => entry.id === id && entry.of === of)
  return item ? [item.low, item.high] : [Number.NaN, Number.NaN]
}

describe('a stop of the pipelines', () => {
  const base = {
    months: input('months', 3, 3, 'MONTHS', null),
    crossingShare: input('share', 0.95, 0.96, 'SHARE'),
    exports: input('exports', 78.7),
    spare: null,
    price: null,
  }

  it('of three months costs a quarter of the year’s oil that crosses: 18.7 to 18.9 of 78.7 million tonnes', () => {
    const result = pipelineStop(base)
    expect(found(result, 'lost_volume')[0]).toBeCloseTo(18.691, 3)
    expect(found(result, 'lost_volume')[1]).toBeCloseTo(18.888, 3)
    expect(found(result, 'lost_share')[0]).toBeCloseTo(0.2375, 10)
    expect(result.inputs.map((item) => item.id)).toEqual(['months', 'exports', 'share'])
  })

  it('is softened by spare capacity, and priced by a named price', () => {
    const result = pipelineStop({
      ...base,
      spare: input('spare', 5, 10),
      price: { perBarrel: input('price', 60, 80, 'USD_BBL'), barrelsPerTonne: input('barrels', 7.5, 7.9, 'BBL_T') },
    })
    expect(found(result, 'lost_volume')[0]).toBeCloseTo((78.7 * 0.95 - 10) / 4, 10)
    expect(found(result, 'lost_value')[0]).toBeCloseTo(((78.7 * 0.95 - 10) / 4) * 7.5 * 60, 8)
    expect(result.inputs).toHaveLength(6)
    expect(found(pipelineStop({ ...base, spare: input('spare', 500) }), 'lost_volume')).toEqual([0, 0])
  })

  it('refuses thirteen months, a share of two and what is no number', () => {
    expect(() => pipelineStop({ ...base, months: input('months', 13) })).toThrow(AnalyticsRefusal)
    expect(() => pipelineStop({ ...base, crossingShare: input('share', 2) })).toThrow(AnalyticsRefusal)
    expect(() => pipelineStop({ ...base, exports: input('exports', Number.NaN) })).toThrow(AnalyticsRefusal)
    expect(() => pipelineStop({ ...base, exports: input('exports', 5, 4) })).toThrow(AnalyticsRefusal)
  })

  it('loses more the longer it lasts', () => {
    const month = fc.double({ min: 0, max: 12, noNaN: true })
    fc.assert(
      fc.property(month, month, (a, b) => {
        const lost = (months: number): number =>
          found(pipelineStop({ ...base, months: input('months', months) }), 'lost_volume')[1]
        expect(lost(Math.max(a, b))).toBeGreaterThanOrEqual(lost(Math.min(a, b)))
      }),
    )
  })
})

describe('corridor growth', () => {
  it('from 4.1 to 10 million tonnes in two years asks for 56 per cent a year and adds 8 per cent of the oil through Russia', () => {
    const result = corridorGrowth({
      current: input('titr', 4.119),
      capacity: input('plan', 10),
      years: input('years', 2, 2, 'YEARS'),
      comparedWith: input('oil', 75, 76),
    })
    expect(found(result, 'added')[0]).toBeCloseTo(5.881, 10)
    expect(found(result, 'growth_per_year')[0]).toBeCloseTo(Math.sqrt(10 / 4.119) - 1, 10)
    expect(found(result, 'added_of_compared')[1]).toBeCloseTo(5.881 / 75, 10)
  })

  it('adds least from the most there is to the least there may be, and most the other way round', () => {
    const result = corridorGrowth({
      current: input('now', 3, 5),
      capacity: input('plan', 10, 12),
      years: input('years', 1, 1, 'YEARS'),
      comparedWith: null,
    })
    expect([found(result, 'added'), found(result, 'times')]).toEqual([
      [5, 9],
      [2, 4],
    ])
    expect(found(result, 'growth_per_year')).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)])
  })

  it('refuses to compare containers with tonnes', () => {
    const years = input('years', 2, 2, 'YEARS')
    expect(() =>
      corridorGrowth({ current: input('a', 1), capacity: input('b', 2, 2, 'TEU'), years, comparedWith: null }),
    ).toThrow('TEU')
    expect(() => corridorGrowth({ current: input('a', 0), capacity: input('b', 2), years, comparedWith: null })).toThrow(
      AnalyticsRefusal,
    )
  })
})

describe('claimed gains in GDP', () => {
  it('stand side by side: 9, 21 and 4.5 per cent of 260 billion dollars', () => {
    const result = gdpGains({
      claims: [input('article', 0, 9, 'PCT'), input('exclusive', 21, 21, 'PCT'), input('ebrd', 4.5, 4.5, 'PCT')],
      gdp: input('gdp', 260_000, 260_000, 'USD_M'),
    })
    expect(found(result, 'gain', 'article')).toEqual([0, 23_400])
    expect(found(result, 'gain', 'exclusive')).toEqual([54_600, 54_600])
    expect(found(result, 'claims_spread')).toEqual([0, 21])
    expect(() => gdpGains({ claims: [], gdp: input('gdp', 1) })).toThrow(AnalyticsRefusal)
  })
})

describe('a shift of import share', () => {
  const amounts = [
    { partner: 'RUS', value: 40 },
    { partner: 'CHN', value: 30 },
    { partner: 'DEU', value: 20 },
  ]
  const points = (low: number, high = low): ScenarioInput => input('points', low, high, 'POINTS', null)

  it('of ten points from Russia to China concentrates nothing here, to Germany evens out', () => {
    const toChina = importShift(amounts, 10, { awayFrom: 'RUS', points: points(10), to: [{ partner: 'CHN', part: 1 }] })
    expect(found(toChina, 'hhi_before')[0]).toBeCloseTo(0.29, 12)
    expect(found(toChina, 'hhi_before')[1]).toBeCloseTo(0.3, 12)
    expect(found(toChina, 'hhi_change')[0]).toBeCloseTo(0, 12)
    expect(found(toChina, 'share_after', 'CHN')[0]).toBeCloseTo(0.4, 12)
    const toGermany = importShift(amounts, 10, { awayFrom: 'RUS', points: points(10), to: [{ partner: 'DEU', part: 2 }] })
    expect(found(toGermany, 'hhi_change')[0]).toBeCloseTo(-0.02, 12)
    expect(found(toGermany, 'share_after', 'RUS')[0]).toBeCloseTo(0.3, 12)
  })

  it('can go to a new partner or to all in proportion, and keeps the total', () => {
    const fresh = importShift(amounts, 0, { awayFrom: 'RUS', points: points(10, 20), to: [{ partner: 'TUR', part: 1 }] })
    expect(found(fresh, 'share_after', 'TUR')[1]).toBeCloseTo(0.2, 12)
    const spread = importShift(amounts, 0, { awayFrom: 'RUS', points: points(10), to: 'proportional' })
    expect(found(spread, 'hhi_change')[0]).toBeLessThan(0)
  })

  it('of somewhere between no and forty points is least concentrated in between, and the range says so', () => {
    const two = [
      { partner: 'RUS', value: 70 },
      { partner: 'CHN', value: 30 },
    ]
    const to = [{ partner: 'CHN', part: 1 }]
    const shift = importShift(two, 0, { awayFrom: 'RUS', points: points(0, 40), to })
    // 70:30 and 30:70 have the same HHI, 0.58; 50:50 lies between them
    expect(found(shift, 'hhi_after')[0]).toBeCloseTo(0.5, 12)
    expect(found(shift, 'hhi_after')[1]).toBeCloseTo(0.58, 12)
    expect(found(shift, 'hhi_change')[0]).toBeCloseTo(-0.08, 12)
    expect(found(shift, 'share_after', 'CHN')).toEqual([0.3, 0.7])
    // without the middle inside, the ends are the range
    const short = importShift(two, 0, { awayFrom: 'RUS', points: points(0, 10), to })
    expect(found(short, 'hhi_after')[0]).toBeCloseTo(0.52, 12)
  })

  it('refuses more points than the partner has, takers without parts, and shares that are not defined', () => {
    expect(() => importShift(amounts, 0, { awayFrom: 'DEU', points: points(50), to: 'proportional' })).toThrow(AnalyticsRefusal)
    expect(() => importShift(amounts, 0, { awayFrom: 'RUS', points: points(5), to: [{ partner: 'CHN', part: 0 }] })).toThrow(
      AnalyticsRefusal,
    )
    expect(() => importShift(amounts, 0, { awayFrom: 'RUS', points: points(5), to: [{ partner: 'RUS', part: 1 }] })).toThrow(
      AnalyticsRefusal,
    )
    expect(() => importShift(amounts, 0, { awayFrom: 'USA', points: points(5), to: 'proportional' })).toThrow(AnalyticsRefusal)
    const negative = [{ partner: 'A', value: -1 }, ...amounts]
    expect(() => importShift(negative, 0, { awayFrom: 'RUS', points: points(5), to: 'proportional' })).toThrow(AnalyticsRefusal)
  })
})
