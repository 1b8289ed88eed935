import { describe, expect, it } from 'vitest'
import type { Investment, YearlyBlock } from '../../../../electron/shared/contract/schema/investment.ts'
import type { ReadingLine } from '../../../../electron/shared/contract/schema/readings.ts'
import {
  amountIn,
  drawnPartners,
  intercompanyShare,
  leaderOf,
  nothingFor,
  ranked,
  shareMove,
  shareOf,
  statementsOf,
  yearSums,
} from '../../../../renderer/features/investment/prepare.ts'

const block: YearlyBlock = {
  indicator: 'fdi.stock_inward_eur_m',
  unit: 'EUR_M',
  years: [2013, 2021],
  rows: [
    { key: 'WLD', source: 's', values: [1000, 2000] },
    { key: 'EU27', source: 's', values: [600, 900] },
    { key: 'NLD', source: 's', values: [450, 776] },
    { key: 'USA', source: 's', values: [110, 522] },
    { key: 'CHN', source: 's', values: [46, 72] },
    { key: 'RUS', source: 's', values: [16, 70] },
    { key: 'FRA', source: 's', values: [null, 174] },
  ],
  breaks: [],
}

const line = (
  indicator: string,
  partner: string,
  readings: readonly (readonly [string, number])[],
  unit = 'USD_M',
): ReadingLine => ({
  indicator,
  reporter: 'KAZ',
  partner,
  unit,
  readings: readings.map(([period, value]) => ({
    period,
    year: Number(period.slice(0, 4)),
    value,
    bound: 'exact',
    note: '',
    cell: { indicator, reporter: 'KAZ', partner, period, source: 's' },
    others: [],
  })),
})

const answer = (changes: Partial<Investment> = {}): Investment => ({
  reporters: ['KAZ'],
  stock: null,
  flow: null,
  sectorStock: null,
  sectorFlow: null,
  gross: [],
  cumulative: [],
  shares: [],
  national: [],
  debt: [],
  chinese: [],
  warnings: [],
  ...changes,
})

describe('shares of the stock', () => {
  it('are of the world total of the same year, and missing where either figure is', () => {
    expect(shareOf(block, 'RUS', 2021)).toBeCloseTo(3.5)
    expect(shareOf(block, 'FRA', 2013)).toBeNull()
    expect(shareOf(block, 'RUS', 1999)).toBeNull()
  })

  it('move up, down or hold within a point', () => {
    expect(shareMove(block, 'RUS', 2013, 2021)?.movement).toBe('up')
    expect(shareMove(block, 'NLD', 2013, 2021)?.movement).toBe('down')
    expect(
      shareMove({ ...block, rows: [...block.rows, { key: 'JPN', source: 's', values: [38, 80] }] }, 'JPN', 2013, 2021)?.movement,
    ).toBe('held')
    expect(shareMove(block, 'FRA', 2013, 2021)).toBeNull()
  })

  it('rank countries only: never the world, never a group beside its members', () => {
    expect(ranked(block, 2021).map(({ key }) => key)).toEqual(['NLD', 'USA', 'FRA', 'CHN', 'RUS'])
    expect(drawnPartners(block, ['RUS', 'CHN', 'DEU'])).toEqual(['RUS', 'CHN', 'NLD', 'USA'])
  })
})

describe('amounts', () => {
  it('stay in the currency published unless a rate is asked for by name', () => {
    expect(amountIn(block, 'RUS', 2021, 'published')).toBe(70)
    expect(amountIn(block, 'RUS', 2021, { dollars: 'yearEnd' })).toBeCloseTo(79.282)
    expect(amountIn({ ...block, unit: 'USD_M' }, 'RUS', 2021, { dollars: 'average' })).toBe(70)
  })

  it('add quarters to a year only when all four are there', () => {
    const net = line('fdi.inflow_net_usd_m', 'WLD', [
      ['2022', 99],
      ['2022-Q1', 1],
      ['2022-Q2', 2],
      ['2022-Q3', 3],
      ['2022-Q4', 0.5],
      ['2023-Q1', 4],
    ])
    expect(yearSums(net).map(({ year, value }) => [year, value])).toEqual([[2022, 6.5]])
    expect(yearSums(undefined)).toEqual([])
  })
})

describe('statements and debt', () => {
  it('keep every statement of a partner, the world first', () => {
    const gross = [line('g', 'RUS', [['2023', 3000]]), line('g', 'WLD', [['2022', 28000]]), line('h', 'CHN', [['2022', 1]])]
    expect(statementsOf(gross, ['g']).map(({ partner }) => partner)).toEqual(['WLD', 'RUS'])
  })

  it('take the intercompany part at the last quarter that both series have', () => {
    const debt = [
      line('debt.external_usd_m', 'WLD', [
        ['2023-Q4', 160],
        ['2025-Q4', 180],
        ['2026-Q1', 200],
      ]),
      line('debt.external_ex_intercompany_usd_m', 'WLD', [
        ['2023-Q4', 70],
        ['2025-Q4', 90],
      ]),
    ]
    expect(intercompanyShare(debt)).toMatchObject({ period: '2025-Q4', share: 50 })
    expect(intercompanyShare(debt.slice(0, 1))).toBeNull()
  })
})

describe('where no stock is on record', () => {
  it('the leader comes from the newest whole year that names two partners', () => {
    const shares = [
      line(
        's',
        'CHN',
        [
          ['2023-06', 20.5],
          ['2024', 28.7],
        ],
        'PCT',
      ),
      line(
        's',
        'RUS',
        [
          ['2023-06', 18.8],
          ['2024', 12.7],
        ],
        'PCT',
      ),
      line('s', 'USA', [['2025-03', 50]], 'PCT'),
    ]
    expect(leaderOf(answer({ shares }), 'UZB')).toMatchObject({ period: '2024', rows: [{ partner: 'CHN' }, { partner: 'RUS' }] })
    expect(leaderOf(answer(), 'UZB')).toBeNull()
  })

  it('a country is empty only without any figure, commitments included', () => {
    expect(nothingFor(answer(), 'TUR')).toBe(true)
    expect(nothingFor(answer({ chinese: [{ ...line('gcdf.x', 'CHN', [['2021', 1]]), reporter: 'TJK' }] }), 'TJK')).toBe(false)
    expect(nothingFor(answer(), 'KAZ')).toBe(false)
  })
})
