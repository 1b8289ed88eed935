import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asymmetry,
  envelope,
  exactly,
  netFavourability,
  type Route,
  transitExposure,
} from '../../../../electron/shared/analytics/exposure.ts'
import { AnalyticsRefusal } from '../../../../electron/shared/analytics/refusal.ts'

const route = (id: string, volume: number, crosses: Route['crosses']): Route => ({ id, volume: exactly(volume), crosses })

describe('transit exposure', () => {
  it('gives 66 to 89 per cent of Kazakh oil exports of 2009 crossing Russia, in million tonnes by route', () => {
    const found = transitExposure(
      [
        route('CPC', 27.5, 'yes'),
        route('Atyrau-Samara', 17.5, 'yes'),
        route('China', 7.7, 'no'),
        route('Aktau', 11.1, 'unknown'),
        route('rail', 4, 'unknown'),
      ],
      null,
      'unknown',
    )
    expect(Math.round(found.low * 100)).toBe(66)
    expect(Math.round(found.high * 100)).toBe(89)
    expect(found).toMatchObject({ listedShare: 1, exceedsTotal: false })
  })

  it('gives 62 to 84 per cent for 2013, Orenburg included', () => {
    const found = transitExposure(
      [
        route('CPC', 28.7, 'yes'),
        route('Atyrau-Samara', 15.4, 'yes'),
        route('Orenburg', 0.856, 'yes'),
        route('China', 11.8, 'no'),
        route('Aktau', 6.3, 'unknown'),
        route('rail', 9, 'unknown'),
      ],
      null,
      'unknown',
    )
    expect(Math.round(found.low * 100)).toBe(62)
    expect(Math.round(found.high * 100)).toBe(84)
  })

  it('gives 95 per cent for 2023 from what bypassed Russia: 3.73 of 70.5 million tonnes', () => {
    const found = transitExposure([route('bypass', 3.73, 'no')], exactly(70.5), 'crosses')
    expect(found.low).toBeCloseTo(0.947, 3)
    expect(found.high).toBe(found.low)
  })

  it('counts what no route explains as the caller says', () => {
    const routes = [route('a', 60, 'yes'), route('b', 20, 'no')]
    expect(transitExposure(routes, exactly(100), 'avoids')).toMatchObject({ low: 0.6, high: 0.6, listedShare: 0.8 })
    expect(transitExposure(routes, exactly(100), 'crosses')).toMatchObject({ low: 0.8, high: 0.8 })
    expect(transitExposure(routes, exactly(100), 'unknown')).toMatchObject({ low: 0.6, high: 0.8 })
  })

  it('says when the routes carry more than the total, and refuses what is no amount', () => {
    expect(transitExposure([route('a', 60, 'yes')], exactly(50), 'unknown')).toMatchObject({
      low: 1,
      high: 1,
      exceedsTotal: true,
    })
    expect(() => transitExposure([], exactly(50), 'unknown')).toThrow(AnalyticsRefusal)
    expect(() => transitExposure([route('a', 0, 'yes')], null, 'unknown')).toThrow(AnalyticsRefusal)
    expect(() => transitExposure([route('a', -1, 'yes')], exactly(50), 'unknown')).toThrow(AnalyticsRefusal)
  })

  it('keeps 0 ≤ low ≤ high ≤ 1 for any routes, and a wider total never narrows the range', () => {
    const volume = fc.double({ min: 0, max: 100, noNaN: true })
    const someRoutes = fc.array(
      fc.record({
        id: fc.string(),
        volume: volume.map(exactly),
        crosses: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      }),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(
        someRoutes,
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.constantFrom('unknown', 'avoids', 'crosses'),
        (routes, total, kind) => {
          const found = transitExposure(routes, exactly(total), kind)
          expect(found.low).toBeGreaterThanOrEqual(0)
          expect(found.low).toBeLessThanOrEqual(found.high)
          expect(found.high).toBeLessThanOrEqual(1)
          if (kind === 'unknown' && !found.exceedsTotal) {
            const wider = transitExposure(routes, { low: total, high: total * 1.1 }, kind)
            expect(wider.low).toBeLessThanOrEqual(found.low + 1e-12)
            expect(wider.high).toBeGreaterThanOrEqual(found.high - 1e-12)
          }
        },
      ),
    )
  })

  it('holds disagreeing sources in one range', () => {
    expect(envelope([{ low: 0.94, high: 0.97 }, exactly(0.98)])).toEqual({ low: 0.94, high: 0.98 })
    expect(envelope([])).toBeNull()
  })
})

describe('asymmetry', () => {
  it('gives tenfold weight where a fifth of one’s trade meets a fiftieth of the other’s', () => {
    expect(asymmetry({ withPartner: 20, total: 100 }, { withReporter: 20, total: 1000 })).toEqual({
      ofReporter: 0.2,
      ofPartner: 0.02,
      ratio: 10,
    })
  })

  it('is not defined without both sides', () => {
    expect(asymmetry({ withPartner: null, total: 100 }, { withReporter: 20, total: 1000 })).toBeNull()
    expect(asymmetry({ withPartner: 20, total: 0 }, { withReporter: 20, total: 1000 })).toBeNull()
    expect(asymmetry({ withPartner: 20, total: 100 }, { withReporter: 0, total: 1000 })?.ratio).toBeNull()
  })
})

describe('net favourability', () => {
  it('subtracts the unfavourable from the favourable: 87 and 8 per cent give 79 points', () => {
    expect(netFavourability(87, 8)).toBe(79)
    expect(netFavourability(20, 50)).toBe(-30)
  })

  it('is missing when one answer is missing, and refuses two different questions', () => {
    expect(netFavourability(87, null)).toBeNull()
    expect(() => netFavourability(87, 50)).toThrow(RangeError)
  })
})
