import { afterAll, describe, expect, it } from 'vitest'
import { amountOf, yearOf } from '../../../db/queries/flows.ts'
import { readTrade } from '../../../db/queries/trade.ts'
import { ask, openTestReader } from '../support/store.ts'

const connection = openTestReader()
afterAll(() => connection.close())

/**
 * Kazakhstan's shares as the compilers of the bundled data computed them by hand, one decimal (resources/data/notes/trade.md):
 * year, then Russia, China and the EU27 in exports, imports and both, then exports and imports in USD billion.
 */
const published = [
  [1995, [45.2, 49.9, 47.2], [5.4, 0.9, 3.5], [24.6, 14.5, 20.4], 5.2, 3.8],
  [2000, [19.7, 46.9, 29.6], [7.7, 3.0, 6.0], [23.1, 19.6, 21.8], 8.7, 5.0],
  [2009, [8.2, 31.3, 17.4], [13.6, 12.6, 13.2], [46.1, 25.0, 37.7], 43.2, 28.4],
  [2013, [6.9, 36.8, 17.9], [17.0, 17.1, 17.0], [52.7, 17.3, 39.8], 84.7, 48.8],
  [2017, [9.6, 39.6, 21.0], [12.0, 15.9, 13.4], [48.1, 18.2, 36.8], 48.5, 29.6],
  [2018, [8.6, 39.3, 19.5], [10.3, 16.0, 12.3], [49.5, 18.4, 38.4], 61.1, 33.7],
  [2021, [11.6, 42.5, 24.2], [16.2, 19.9, 17.7], [38.6, 13.7, 28.4], 60.3, 41.4],
  [2023, [12.9, 27.9, 19.4], [18.5, 25.5, 21.5], [39.2, 17.1, 29.6], 79.1, 60.4],
] as const

describe('partner shares of Kazakhstan', () => {
  const trade = {
    exports: readTrade(connection.db, { reporter: 'KAZ', flow: 'exports', asOf: '' }),
    imports: readTrade(connection.db, { reporter: 'KAZ', flow: 'imports', asOf: '' }),
    both: readTrade(connection.db, { reporter: 'KAZ', flow: 'both', asOf: '' }),
  }
  const share = (flow: keyof typeof trade, partner: string, year: number): number => {
    const flows = trade[flow].flows.find((item) => yearOf(item) === year)
    const amount = flows ? amountOf(flows, partner) : null
    return amount === null || !flows?.total ? Number.NaN : (amount / flows.total) * 100
  }

  it.each(published)('in %i are those that the compilers computed by hand', (year, russia, china, union, exports, imports) => {
    const flows = ['exports', 'imports', 'both'] as const
    for (const [i, flow] of flows.entries()) {
      expect(Math.abs(share(flow, 'RUS', year) - (russia[i] ?? 0))).toBeLessThan(0.051)
      expect(Math.abs(share(flow, 'CHN', year) - (china[i] ?? 0))).toBeLessThan(0.051)
      expect(Math.abs(share(flow, 'EU27', year) - (union[i] ?? 0))).toBeLessThan(0.051)
    }
    const total = (flow: 'exports' | 'imports') => (trade[flow].flows.find((item) => yearOf(item) === year)?.total ?? 0) / 1000
    expect(Math.abs(total('exports') - exports)).toBeLessThan(0.051)
    expect(Math.abs(total('imports') - imports)).toBeLessThan(0.051)
  })

  it('leave the defective year 2010 out of charts', () => {
    expect(trade.imports.gaps.has('2010')).toBe(true)
  })
})

describe('shares.query', () => {
  it('gives Russia 0.279 and China 0.255 of the imports of 2023, with their source', async () => {
    const answer = await ask(connection, 'shares.query', { indicator: 'trade.imports_usd_m', reporter: 'KAZ', period: '2023' })
    const of = (partner: string) => answer.partners.find((item) => item.partner === partner)?.share ?? Number.NaN
    expect(of('RUS')).toBeCloseTo(0.279, 3)
    expect(of('CHN')).toBeCloseTo(0.255, 3)
    expect(answer.source).toBe('bns_kz_country')
  })

  it('counts no total and no group among the partners', async () => {
    const answer = await ask(connection, 'shares.query', { indicator: 'trade.exports_usd_m', reporter: 'KAZ', period: '2023' })
    const codes = answer.partners.map((item) => item.partner)
    for (const group of ['WLD', 'EU27', 'OTH']) expect(codes).not.toContain(group)
  })

  it('adds up: named shares and the unallocated part make one', async () => {
    const answer = await ask(connection, 'shares.query', { indicator: 'trade.exports_usd_m', reporter: 'KAZ', period: '2025' })
    const named = answer.partners.reduce((sum, item) => sum + (item.share ?? 0), 0)
    expect(named + (answer.unallocated ?? 0) / (answer.total ?? 1)).toBeCloseTo(1, 9)
    expect(answer.unallocated).toBeGreaterThan(0)
    expect(answer.hhiLow).toBeLessThan(answer.hhiHigh ?? 0)
  })

  it('takes a named source instead of the rule', async () => {
    const request = { indicator: 'trade.exports_usd_m', reporter: 'KAZ', period: '2019' }
    const byRule = await ask(connection, 'shares.query', request)
    const byBaci = await ask(connection, 'shares.query', { ...request, source: 'baci_2000_2020' })
    expect([byRule.source, byBaci.source]).toEqual(['bns_kz_country', 'baci_2000_2020'])
    expect(byBaci.total).not.toBe(byRule.total)
  })

  it('says what is missing when there is no figure', async () => {
    await expect(
      ask(connection, 'shares.query', { indicator: 'trade.imports_usd_m', reporter: 'KAZ', period: '1960' }),
    ).rejects.toMatchObject({
      code: 'not-found',
      message: 'No figures of trade.imports_usd_m by partner for KAZ in 1960.',
    })
  })

  it('refuses a period that is none', async () => {
    await expect(
      ask(connection, 'shares.query', { indicator: 'trade.imports_usd_m', reporter: 'KAZ', period: '2023-13' }),
    ).rejects.toMatchObject({
      code: 'invalid-request',
    })
  })
})
