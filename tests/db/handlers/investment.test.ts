import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../../db/worker/connection.ts'
import type { Investment, YearlyBlock } from '../../../electron/shared/contract/schema/investment.ts'
import { ask, openTestReader } from '../support/store.ts'

let store: Connection
let answer: Investment
beforeAll(async () => {
  store = openTestReader()
  answer = await ask(store, 'investment.get', { reporter: 'KAZ' })
})
afterAll(() => store.close())

const figure = (block: YearlyBlock | null, key: string, year: number): number =>
  block?.rows.find((row) => row.key === key)?.values[block.years.indexOf(year)] ?? Number.NaN
const share = (key: string, year: number) => (100 * figure(answer.stock, key, year)) / figure(answer.stock, 'WLD', year)

describe('the stock of foreign investment in Kazakhstan', () => {
  it('has the shares of the end of 2021 that the notes name', () => {
    const shares = ['NLD', 'USA', 'FRA', 'JPN', 'CHN', 'RUS', 'HKG', 'CHE'].map((key) => Number(share(key, 2021).toFixed(1)))
    expect(shares).toEqual([38.8, 26.1, 8.7, 3.8, 3.6, 3.5, 2.4, 1.6])
  })

  it('gives Russia 4.0, 1.5, 2.5 and 3.5 per cent, and China its peak of 6.4 in 2017', () => {
    expect([2003, 2010, 2014, 2021].map((year) => Number(share('RUS', year).toFixed(1)))).toEqual([4, 1.5, 2.5, 3.5])
    expect(share('CHN', 2017)).toBeCloseTo(6.4, 1)
  })

  it('runs from 2003 to 2021 in euro, and net flows beside it', () => {
    expect(answer.stock).toMatchObject({ indicator: 'fdi.stock_inward_eur_m', unit: 'EUR_M' })
    expect([answer.stock?.years[0], answer.stock?.years.at(-1)]).toEqual([2003, 2021])
    for (const year of [2015, 2016, 2017, 2018, 2019, 2020]) expect(figure(answer.flow, 'CHN', year)).toBeLessThan(0)
  })
})

describe('what stands beside it', () => {
  it('splits stock and flow into sixteen sections, with the move of exploration as a break', () => {
    expect(answer.sectorStock?.rows).toHaveLength(16)
    expect(answer.sectorFlow?.rows).toHaveLength(16)
    expect(answer.sectorStock?.breaks.map(({ kind }) => kind)).toContain('definition')
  })

  it('keeps statements on gross inflow as single readings with what other sources print', () => {
    const world = answer.gross.find((line) => line.indicator === 'fdi.inflow_gross_usd_m' && line.partner === 'WLD')
    expect(world?.readings.find(({ period }) => period === '2021')?.others.length).toBeGreaterThanOrEqual(0)
    expect(answer.gross.some((line) => line.partner === 'NLD')).toBe(true)
  })

  it('has external debt with and without intercompany debt to 2026', () => {
    const last = (indicator: string) =>
      answer.debt.find((line) => line.indicator === indicator && line.partner === 'WLD')?.readings.at(-1)?.period
    expect(last('debt.external_usd_m')).toBe('2026-Q1')
    expect(last('debt.external_ex_intercompany_usd_m')).toBe('2026-Q1')
  })

  it('compares Chinese commitments over nine countries, and says which are on record at all', () => {
    const countries = answer.chinese.filter((line) => line.indicator.startsWith('gcdf.')).map((line) => line.reporter)
    expect(countries).toHaveLength(9)
    expect(answer.reporters[0]).toBe('KAZ')
  })

  it('is partial for other countries and empty where nothing is known, never invented', async () => {
    const georgia = await ask(store, 'investment.get', { reporter: 'GEO' })
    expect(georgia.stock).toBeNull()
    expect(georgia.flow).toMatchObject({ indicator: 'fdi.inflow_net_usd_m', years: [2022, 2023, 2024] })
    const uzbekistan = await ask(store, 'investment.get', { reporter: 'UZB' })
    expect([uzbekistan.stock, uzbekistan.flow, uzbekistan.sectorStock]).toEqual([null, null, null])
    expect(uzbekistan.shares.length).toBeGreaterThan(0)
    const turkiye = await ask(store, 'investment.get', { reporter: 'TUR' })
    expect([turkiye.gross, turkiye.shares, turkiye.debt]).toEqual([[], [], []])
  })
})
