// Dependence, substitution, comparison and scenarios against the bundled figures: answers known from the notes of the data.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../../db/worker/connection.ts'
import { defaultDependenceMethod } from '../../../electron/shared/analytics/dependence/index.ts'
import type { MethodJson } from '../../../electron/shared/contract/schema/dependence.ts'
import { ask, openTestReader, openTestWriter } from '../support/store.ts'

let connection: Connection
beforeAll(() => {
  connection = openTestReader()
})
afterAll(() => connection.close())

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const onRussia = { reporter: 'KAZ', on: 'RUS', from: 2000 } as const

describe('dependence', () => {
  it('reads the shares of the notes: imports 36.8 % in 2013 and 29.9 % in 2025, oil 62 to 84 % in 2013', async () => {
    const { years } = await ask(connection, 'dependence.get', onRussia)
    const figure = (year: number, channel: string) =>
      years.find((one) => one.year === year)?.channels.find((one) => one.channel === channel)
    expect(figure(2013, 'imports')?.share).toBeCloseTo(0.368, 3)
    expect(figure(2025, 'imports')?.share).toBeCloseTo(0.299, 3)
    expect(figure(2013, 'oil')?.low).toBeCloseTo(0.62, 2)
    expect(figure(2013, 'oil')?.high).toBeCloseTo(0.84, 2)
    expect(figure(2013, 'oil')?.carriedFrom).toBeNull()
  })
  it('leaves 2010 without trade of its own and says from when it is carried', async () => {
    const { years } = await ask(connection, 'dependence.get', onRussia)
    const imports = years.find((one) => one.year === 2010)?.channels.find((one) => one.channel === 'imports')
    expect(imports?.carriedFrom).toBe(2009)
  })
  it('gives no index where the coverage rule is not met, and still lists the channels', async () => {
    const { years } = await ask(connection, 'dependence.get', onRussia)
    const first = years.find((one) => one.year === 2000)
    expect(first?.index).toBeNull()
    expect(first?.channels.some((channel) => channel.share !== null)).toBe(true)
  })
  it('lets contributions add up, in a year and between two', async () => {
    const { years, comparison } = await ask(connection, 'dependence.get', { ...onRussia, compare: [2013, 2023] })
    for (const year of years) {
      if (year.index === null) continue
      expect(sum(year.channels.map((channel) => channel.contribution))).toBeCloseTo(year.index, 9)
      expect(year.low).toBeLessThanOrEqual(year.high ?? Number.NaN)
    }
    expect(sum(comparison?.contributions.map((one) => one.contribution) ?? [])).toBeCloseTo(comparison?.change ?? Number.NaN, 9)
  })
  it('gives the same bytes for the same seed and others for another', async () => {
    const [first, again, other] = await Promise.all(
      [1, 1, 2].map(async (seed) => JSON.stringify((await ask(connection, 'dependence.get', { ...onRussia, seed })).years)),
    )
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })
  it('names cells behind every figure', async () => {
    const { inputs } = await ask(connection, 'dependence.get', onRussia)
    expect(inputs.length).toBeGreaterThan(5)
    for (const { figures } of inputs) for (const figure of figures) expect(figure.cells.length).toBeGreaterThan(0)
  })
  it('answers for reporters with fewer channels', async () => {
    for (const reporter of ['UZB', 'ARM', 'KGZ', 'TUR', 'SRB', 'VNM']) {
      const { years } = await ask(connection, 'dependence.get', { reporter, on: 'RUS', from: 2000 })
      expect(years.some((year) => year.channels.some((channel) => channel.share !== null))).toBe(true)
    }
  })
  it('refuses a method by name: unknown indicator, zero weights, an unknown pillar, a misspelt entry', async () => {
    const method = JSON.parse(JSON.stringify(defaultDependenceMethod)) as MethodJson & {
      channels: { id: string; pillar: string; weight: number; input: { indicator: string } }[]
      pillars: { weight: number }[]
    }
    const refused = (change: (copy: typeof method) => void) => {
      const copy = structuredClone(method)
      change(copy)
      return expect(ask(connection, 'dependence.get', { ...onRussia, method: copy })).rejects
    }
    await refused((copy) => {
      for (const channel of copy.channels) if (channel.id === 'imports') channel.input.indicator = 'trade.nonsense'
    }).toThrow(/imports.*trade\.nonsense/)
    await refused((copy) => {
      for (const pillar of copy.pillars) pillar.weight = 0
    }).toThrow(/weights/)
    await refused((copy) => {
      for (const channel of copy.channels) if (channel.id === 'arms') channel.pillar = 'nowhere'
    }).toThrow(/arms.*nowhere/)
    await refused((copy) => {
      Object.assign(copy, { carryForwrad: 1 })
    }).toThrow(/carryForwrad/)
  })
  it('says so when a pair has no figure at all', async () => {
    await expect(ask(connection, 'dependence.get', { reporter: 'KAZ', on: 'AND', from: 2000 })).resolves.toMatchObject({
      on: 'AND',
    })
    await expect(ask(connection, 'dependence.get', { reporter: 'KAZ', on: 'KAZ' })).rejects.toThrow(/itself/)
  })
})

describe('weights and method of the user', () => {
  it('are kept, listed, used and forgotten', async () => {
    const writer = openTestWriter()
    const weights = { pillars: { trade: 3 }, channels: {} }
    const saved = await ask(writer, 'dependence.weights.save', { name: 'Trade first', weights })
    expect(saved.sets).toEqual([{ name: 'Trade first', weights }])
    const method = { ...(JSON.parse(JSON.stringify(defaultDependenceMethod)) as MethodJson), id: 'mine' }
    expect((await ask(writer, 'dependence.method.keep', { method })).method).toMatchObject({ id: 'mine' })
    expect((await ask(writer, 'dependence.get', onRussia)).method).toMatchObject({ id: 'mine' })
    expect((await ask(writer, 'dependence.method.keep', { method: null })).method).toBeNull()
    expect((await ask(writer, 'dependence.weights.remove', { name: 'Trade first' })).sets).toEqual([])
    await expect(ask(writer, 'dependence.weights.remove', { name: 'Trade first' })).rejects.toThrow(/Trade first/)
    await expect(ask(writer, 'dependence.method.keep', { method: { id: 'x' } })).rejects.toThrow(/pillars/)
    writer.close()
  })
})

describe('substitution', () => {
  const imports = ['trade.imports_usd_m']
  it('adds up: what Russia lost others and the unallocated part gained', async () => {
    const answer = await ask(connection, 'substitution.get', { reporter: 'KAZ', indicators: imports, from: 2013, to: 2023 })
    expect(answer.lost * 100).toBeCloseTo(-8.9, 1)
    expect(answer.lost + sum(answer.gains.map((gain) => gain.change))).toBeCloseTo(0, 12)
    expect(answer.largestGainer).toBe('CHN')
    expect(answer.topFrom).toHaveLength(10)
    expect(answer.years).not.toContain(2010)
  })
  it('adds exports and imports for turnover', async () => {
    const indicators = ['trade.exports_usd_m', 'trade.imports_usd_m']
    const answer = await ask(connection, 'substitution.get', { reporter: 'KAZ', indicators, from: 2013, to: 2023 })
    expect((answer.away.from ?? 0) * 100).toBeCloseTo(17.9, 1)
    expect((answer.away.to ?? 0) * 100).toBeCloseTo(19.4, 1)
    expect(answer.verdict).toBe('neither')
  })
  it('names partners whose stock is negative instead of giving them a share', async () => {
    const indicators = ['fdi.stock_inward_eur_m']
    const answer = await ask(connection, 'substitution.get', { reporter: 'KAZ', indicators, from: 2013, to: 2021 })
    expect(answer.leftOut.some(({ partner, value }) => partner === 'BHS' && value < 0)).toBe(true)
    for (const { from, to } of answer.gains) for (const share of [from, to]) expect(share ?? 0).toBeGreaterThanOrEqual(0)
  })
  it('gives the stock of investment one share and one concentration, whichever screen asks', async () => {
    const indicators = ['fdi.stock_inward_eur_m']
    const years = { from: 2013, to: 2021 }
    const answer = await ask(connection, 'substitution.get', { reporter: 'KAZ', indicators, awayFrom: 'NLD', ...years })
    const { channels } = await ask(connection, 'overview.get', { reporter: 'KAZ', partners: ['NLD'], baseYear: years.from })
    const readings = channels.find(({ id }) => id === 'fdi')?.readings[0]
    expect((readings?.base?.value ?? Number.NaN) / 100).toBeCloseTo(answer.away.from ?? 0, 12)
    const { claims } = await ask(connection, 'claims.list', { reporter: 'KAZ' })
    const stock = claims.find(({ id }) => id === 'c03')?.test?.parts[1]?.values.map(({ low }) => low)
    // from the published rows: 40,832.11 of 90,255.20 in 2013, squared and added over 71 partners
    expect(stock).toEqual([expect.closeTo(0.2290956, 7), expect.closeTo(0.2320092, 7)])
    expect([answer.hhiFrom, answer.hhiTo]).toEqual(stock)
  })
  it('refuses a defective year and years in the wrong order, naming what there is', async () => {
    const request = { reporter: 'KAZ', indicators: imports }
    await expect(ask(connection, 'substitution.get', { ...request, from: 2010, to: 2023 })).rejects.toThrow(/2010.*1995 to 2025/)
    await expect(ask(connection, 'substitution.get', { ...request, from: 2023, to: 2013 })).rejects.toThrow(/before/)
  })
})

describe('comparison of countries', () => {
  it('takes all trade shares from one source that ends in 2020', async () => {
    const { measures, reporters } = await ask(connection, 'compare.get', { on: 'RUS' })
    expect(reporters).toContain('KAZ')
    for (const id of ['imports', 'exports', 'trade', 'hhi-imports', 'hhi-exports']) {
      const points = measures.find((measure) => measure.id === id)?.lines.flatMap((line) => line.points) ?? []
      expect(points.length).toBeGreaterThan(100)
      expect(new Set(points.map((point) => point.source))).toEqual(new Set(['baci_2000_2020']))
      expect(Math.max(...points.map((point) => point.year))).toBe(2020)
    }
  })
  it('knows Kazakhstan’s exports to Russia of 2019 in BACI', async () => {
    const { measures } = await ask(connection, 'compare.get', { on: 'RUS' })
    const kaz = measures.find((measure) => measure.id === 'exports')?.lines.find((line) => line.reporter === 'KAZ')
    const point = kaz?.points.find((one) => one.year === 2019)
    expect(point?.value).toBeGreaterThan(8)
    expect(point?.value).toBeLessThan(12)
    expect(kaz?.points.some((one) => one.year === 2010)).toBe(false)
  })
})

describe('scenarios', () => {
  it('keeps the gains that sources claim side by side: 9, 21 and 4.5', async () => {
    const { parameters } = await ask(connection, 'scenarios.get', { reporter: 'KAZ', partner: 'RUS' })
    const values = parameters.filter((row) => row.country === 'KAZ' && /gain_pct$/.test(row.outcome)).map((row) => row.value)
    expect(values).toEqual(expect.arrayContaining([9, 21, 4.5]))
  })
  it('starts from the latest figures, with their cells', async () => {
    const { figures, imports } = await ask(connection, 'scenarios.get', { reporter: 'KAZ', partner: 'RUS' })
    const oil = figures.find((figure) => figure.id === 'oil_exports')
    expect(oil?.year).toBe(2025)
    expect(oil?.low).toBeGreaterThan(75)
    expect(figures.every((figure) => figure.cells.length > 0)).toBe(true)
    expect(imports?.year).toBe(2025)
  })
  it('has what it has for a reporter without corridors', async () => {
    const { figures, imports } = await ask(connection, 'scenarios.get', { reporter: 'ARM', partner: 'RUS' })
    expect(figures.some((figure) => figure.id === 'oil_exports')).toBe(false)
    expect(imports).not.toBeNull()
  })
})
