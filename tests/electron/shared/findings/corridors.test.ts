import { describe, expect, it } from 'vitest'
import type { Corridors, Volume } from '../../../../electron/shared/contract/schema/corridors.ts'
import type { Reading } from '../../../../electron/shared/contract/schema/readings.ts'
import {
  classOf,
  corridorsThrough,
  incidents,
  lastFall,
  longestGap,
  oilFinding,
  routeRows,
  ticksOf,
  transitPartner,
} from '../../../../electron/shared/findings/corridors.ts'

const volume = (year: number, low: number, high = low): Volume => ({
  year,
  period: String(year),
  low,
  high,
  openEnd: false,
  cells: [],
})
const route = (id: string, volumes: readonly Volume[], partOf: string | null = null) => ({
  id,
  way: ['RUS'],
  market: 'blackSea',
  partOf,
  corridor: null,
  volumes: [...volumes],
})
const point = (year: number, low: number, high: number) => ({
  year,
  period: String(year),
  value: null,
  low,
  high,
  sources: [],
  cells: [],
})
const reading = (period: string, value: number, note = ''): Reading => ({
  period,
  year: Number(period.slice(0, 4)),
  value,
  bound: 'exact',
  note,
  cell: { indicator: 'route.x', reporter: 'KAZ', partner: 'RUS', period, source: 's' },
  others: [],
})

const answer = (changes: Partial<Corridors['oil']> = {}): Corridors => ({
  corridors: [],
  oil: {
    routes: [],
    totals: [volume(2025, 78.7)],
    crossing: [{ partner: 'RUS', points: [point(2013, 62.4, 83.6), point(2025, 95.0, 96.3)] }],
    ...changes,
  },
  lines: [],
  warnings: [],
})

describe('routes of a year', () => {
  it('stand largest first, with low and high shares when two sources differ', () => {
    const rows = routeRows(
      answer({ routes: [route('china', [volume(2025, 1, 1.1)]), route('cpc', [volume(2025, 63.8, 64.8)])] }),
      2025,
    )
    expect(rows.map((row) => row.route.id)).toEqual(['cpc', 'china'])
    expect(rows[0]?.share?.low).toBeCloseTo(81.07, 2)
    expect(rows[0]?.share?.high).toBeCloseTo(82.34, 2)
  })

  it('give way to their parts when these explain all of it, and stand above them when they do not', () => {
    const aktau = (year: number, all: number, makhachkala: number | null, baku: number) => [
      route('aktau', [volume(year, all)]),
      route('makhachkala', makhachkala === null ? [] : [volume(year, makhachkala)], 'aktau'),
      route('baku', [volume(year, baku)], 'aktau'),
    ]
    const whole = routeRows(answer({ routes: aktau(2023, 3.376, 1.984, 1.392) }), 2023)
    expect(whole.map((row) => [row.route.id, row.within])).toEqual([
      ['makhachkala', false],
      ['baku', false],
    ])
    const part = routeRows(answer({ routes: aktau(2022, 2, null, 0.25) }), 2022)
    expect(part.map((row) => [row.route.id, row.within])).toEqual([
      ['aktau', false],
      ['baku', true],
    ])
  })

  it('have no share when no total is known, and are none in a year without figures', () => {
    const rows = routeRows(answer({ routes: [route('cpc', [volume(2010, 28.4)])] }), 2010)
    expect(rows[0]?.share).toBeNull()
    expect(routeRows(answer(), 2017)).toEqual([])
  })
})

describe('the years of the slider', () => {
  it('are filled where the share of transit is known and hollow between', () => {
    const ticks = ticksOf(answer())
    expect(ticks).toHaveLength(13)
    expect(ticks.filter((tick) => tick.split).map(({ year }) => year)).toEqual([2013, 2025])
    expect(longestGap(ticks)).toEqual({ from: 2014, to: 2024 })
    expect(longestGap(ticks.slice(0, 3))).toBeNull()
  })

  it('are none where no share is known at all', () => {
    expect(ticksOf(answer({ crossing: [] }))).toEqual([])
  })
})

describe('the finding', () => {
  it('compares the base year with the latest, and has no base where none was measured', () => {
    expect(oilFinding(answer(), 'RUS', 2013)).toMatchObject({ latest: { year: 2025 }, base: { year: 2013 } })
    expect(oilFinding(answer(), 'RUS', 2016)?.base).toBeNull()
    expect(oilFinding(answer(), 'RUS', 2025)?.base).toBeNull()
    expect(oilFinding(answer(), 'USA', 2013)).toBeNull()
  })

  it('is about the first chosen partner whose transit is measured, else about Russia', () => {
    const both = answer({
      crossing: [
        { partner: 'RUS', points: [point(2025, 95, 96)] },
        { partner: 'CHN', points: [point(2025, 1, 1)] },
      ],
    })
    expect(transitPartner(both, ['USA', 'CHN'])).toBe('CHN')
    expect(transitPartner(both, ['USA'])).toBe('RUS')
  })
})

describe('corridors', () => {
  const corridor = (id: string, transit: readonly string[]) => ({
    id,
    name: id,
    kind: 'oil' as const,
    status: 'operating',
    since: null,
    transit: [...transit],
    points: [],
    source: 's',
    note: '',
    volumes: [],
  })

  it('cross Russia wherever it stands on the way, end in China, or avoid both', () => {
    expect(classOf({ transit: ['CHN', 'RUS', 'BLR'] })).toBe('RUS')
    expect(classOf({ transit: ['TKM', 'UZB', 'CHN'] })).toBe('CHN')
    expect(classOf({ transit: ['CHN', 'AZE', 'GEO'] })).toBe('other')
    expect(classOf({ transit: [] })).toBe('other')
  })

  it('all touch Kazakhstan; another country only those that cross it', () => {
    const all = { ...answer(), corridors: [corridor('cpc', ['RUS']), corridor('btc', ['AZE', 'GEO', 'TUR'])] }
    expect(corridorsThrough(all, 'KAZ')).toHaveLength(2)
    expect(corridorsThrough(all, 'TUR').map(({ id }) => id)).toEqual(['btc'])
    expect(corridorsThrough(all, 'ARM')).toEqual([])
  })
})

describe('readings', () => {
  it('count an incident once though two sources report it', () => {
    const line = {
      indicator: 'route.cpc_disruption',
      reporter: 'KAZ',
      partner: 'RUS',
      unit: 'COUNT',
      readings: [reading('2025-09-23', 1, 'Office damaged'), reading('2025-09-24', 1, 'Same attack as the row of 23 September')],
    }
    expect(incidents({ ...answer(), lines: [line] })).toHaveLength(1)
  })

  it('fall when one lies below the one before it', () => {
    expect(lastFall([reading('2020', 3), reading('2021', 2), reading('2022', 4)])?.year).toBe(2021)
    expect(lastFall([reading('2020', 3), reading('2021', 4)])).toBeNull()
  })
})
