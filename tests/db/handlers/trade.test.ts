// Goods trade against the bundled figures: which year ranks partners, what counts as a whole, and who weighs more for whom.
import { afterAll, describe, expect, it } from 'vitest'
import { write } from '../ingest/writing.ts'
import { ask, openTestReader, openTestWriter } from '../support/store.ts'

const reader = openTestReader()
afterAll(() => reader.close())

const tradeOf = (reporter: string, flow: 'imports' | 'exports' | 'both', partners = ['RUS', 'CHN']) =>
  ask(reader, 'trade.get', { reporter, flow, baseYear: 2014, partners, asOf: '' })

/** A figure of one source as it stands in the store. */
const figure = (indicator: string, reporter: string, partner: string, year: number, source: string): number =>
  reader.raw
    .prepare(
      `SELECT o.value FROM observation o JOIN series s ON s.id = o.id >> 30 JOIN indicator i ON i.id = s.indicator JOIN area r ON r.id = s.reporter
       JOIN area p ON p.id = s.partner JOIN source c ON c.id = s.source
       WHERE i.code = ? AND r.code = ? AND p.code = ? AND c.code = ? AND (o.id & 1073741823) >> 12 = ?`,
    )
    .pluck()
    .get(indicator, reporter, partner, source, yearPart(year)) as number
const yearPart = (year: number): number => {
  const known = reader.raw
    .prepare(
      `SELECT DISTINCT (o.id & 1073741823) >> 12 FROM observation o JOIN series s ON s.id = o.id >> 30 JOIN source c ON c.id = s.source
       WHERE c.code = 'baci_2000_2020' ORDER BY 1`,
    )
    .pluck()
    .all() as number[]
  return known[year - 2000] ?? -1
}

describe('the year that ranks partners', () => {
  it.each([
    ['UZB', 2023],
    ['TUR', 2020],
    ['AZE', 2020],
    ['MNG', 2020],
    ['KAZ', 2025],
  ] as const)(
    '%s: the newest year with most of the total by partner, %i, not a year with a total alone',
    async (reporter, year) => {
      const { latestYear, ranking, total } = await tradeOf(reporter, 'imports')
      expect(latestYear).toBe(year)
      const named = ranking.filter(({ value }) => value !== null)
      expect(named.length).toBeGreaterThan(50)
      const shares = named.reduce((sum, { share }) => sum + (share ?? 0), 0)
      expect(shares).toBeGreaterThan(80)
      expect(shares).toBeLessThan(100.01)
      expect(total).toBeGreaterThan(0)
    },
  )
})

describe('a few quoted partners without a total', () => {
  it('have no shares: Russia and China were all that was quoted of the imports of Türkiye in 2024', async () => {
    const { stack, ranking } = await tradeOf('TUR', 'imports')
    const at = stack.years.indexOf(2024)
    expect(at).toBeGreaterThan(0)
    expect(stack.parts.map(({ values }) => values[at] ?? null)).toEqual(stack.parts.map(() => null))
    expect(ranking.find(({ partner }) => partner === 'RUS')?.shares[at]).toBeNull()
    expect(stack.hhi[at]?.value).toBeNull()
  })

  it('are not added to those of the other flow: half a turnover is none', async () => {
    const { stack } = await tradeOf('GEO', 'both')
    const [imports, exports] = await Promise.all([tradeOf('GEO', 'imports'), tradeOf('GEO', 'exports')])
    const at = stack.years.indexOf(2023)
    expect(stack.parts.map(({ values }) => values[at] ?? null)).toEqual(stack.parts.map(() => null))
    const turkey = (answer: typeof imports) => answer.ranking.find(({ partner }) => partner === 'TUR')?.shares.at(-1) ?? null
    // Georgia's statistics of 2023 name it among the first five of one flow only
    expect(imports.years.at(-1)).toBe(2023)
    expect([turkey(imports) !== null, turkey(exports), turkey(await tradeOf('GEO', 'both'))]).toEqual([true, null, null])
  })
})

describe('asymmetry', () => {
  it('is one share of published totals divided by the other, the second as the partner reports it', async () => {
    const { asymmetry } = await tradeOf('KAZ', 'imports')
    const turkey = asymmetry.find(({ partner }) => partner === 'TUR')
    const latest = turkey?.years.at(-1)
    expect([turkey?.hasTotal, latest?.year]).toEqual([true, 2020])
    const back =
      figure('trade.exports_usd_m', 'TUR', 'KAZ', 2020, 'baci_2000_2020') /
      figure('trade.exports_usd_m', 'TUR', 'WLD', 2020, 'baci_2000_2020')
    expect(latest?.mirrorShare).toBeCloseTo(back * 100, 10)
    expect(latest?.ratio).toBeCloseTo((latest?.share ?? 0) / (back * 100), 10)
  })

  it('is unknown for a partner of which no total was published, and known once it is imported', async () => {
    const before = (await tradeOf('KAZ', 'imports')).asymmetry.find(({ partner }) => partner === 'RUS')
    expect(before).toEqual({ partner: 'RUS', hasTotal: false, years: [] })
    const store = openTestWriter()
    try {
      write(
        store,
        'indicator,reporter,partner,period,value,unit,source\ntrade.exports_usd_m,RUS,WLD,2020,300000,USD_M,unit-test\n',
      )
      const { asymmetry } = await ask(store, 'trade.get', {
        reporter: 'KAZ',
        flow: 'imports',
        baseYear: 2014,
        partners: ['RUS'],
        asOf: '',
      })
      const russia = asymmetry.find(({ partner }) => partner === 'RUS')
      const [known] = russia?.years ?? []
      expect([russia?.hasTotal, russia?.years.length, known?.year]).toEqual([true, 1, 2020])
      expect(known?.mirrorShare).toBeCloseTo(
        (figure('trade.exports_usd_m', 'RUS', 'KAZ', 2020, 'fcs_russia') / 300_000) * 100,
        10,
      )
    } finally {
      store.close()
    }
  })
})
