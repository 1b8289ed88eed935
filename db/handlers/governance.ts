// Scores of governance, size of the economy and of the country, and how these change the reading of trade with a partner.

import type { Governance, ReadingPoint, ScorePoint } from '../../electron/shared/contract/schema/governance.ts'
import { periodCode, periodKind, periodYear } from '../../electron/shared/domain/period.ts'
import { amountOf, yearOf } from '../queries/flows.ts'
import { readTrade } from '../queries/trade.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { type Figure, readFigures } from './figures.ts'
import { breaksOf } from './observations.ts'

const CPI = 'governance.cpi_score'
const CPI_OLD = 'governance.cpi_score_0_10'
const CORRUPTION = 'governance.control_of_corruption'
const GDP = 'macro.gdp_usd_m'
const POPULATION = 'macro.population'

/** Standard error as a note states it; null when it does not. */
const errorIn = (note: string): number | null => {
  const found = /standard error (\d+(?:\.\d+)?)/.exec(note)
  return found ? Number(found[1]) : null
}

interface Query {
  readonly reporters: readonly string[]
  readonly asOf: string
}

const rows = (db: ReadDb, indicator: string, { reporters, asOf }: Query, rule: 'preferred' | 'all'): readonly Figure[] =>
  readFigures(db, { indicators: [indicator], reporters, rule, frequency: 'year', asOf })

function scores(db: ReadDb, indicator: string, query: Query): ScorePoint[] {
  const all = rows(db, indicator, query, 'all')
  return rows(db, indicator, query, 'preferred').map((row) => ({
    year: periodYear(periodCode(row.period)),
    value: row.value,
    error: errorIn(row.note),
    cell: { indicator, reporter: row.reporter, partner: row.partner, period: row.period, source: row.source },
    others: all
      .filter((other) => other.period === row.period && other.source !== row.source)
      .map(({ source, value }) => ({ source, value })),
  }))
}

/** Newest score of every country, best first. */
function elsewhere(db: ReadDb, asOf: string): Governance['elsewhere'] {
  const newest = new Map<string, Governance['elsewhere'][number]>()
  for (const row of rows(db, CPI, { reporters: [], asOf }, 'preferred')) {
    const year = periodYear(periodCode(row.period))
    const known = newest.get(row.reporter)
    if (known && known.year >= year) continue
    const { indicator, reporter, partner, period, source } = row
    newest.set(reporter, { reporter, year, value: row.value, cell: { indicator, reporter, partner, period, source } })
  }
  return [...newest.values()].sort((a, b) => b.value - a.value || (a.reporter < b.reporter ? -1 : 1))
}

function reading(
  db: ReadDb,
  query: { readonly reporter: string; readonly partner: string; readonly asOf: string },
  gdp: readonly ScorePoint[],
  population: readonly ScorePoint[],
): ReadingPoint[] {
  const { flows, gaps } = readTrade(db, { reporter: query.reporter, flow: 'both', asOf: query.asOf })
  const gdpOf = new Map(gdp.map((point) => [point.year, point.value]))
  const peopleOf = new Map(population.map((point) => [point.year, point.value]))
  return flows.flatMap((item) => {
    const year = yearOf(item)
    const amount = amountOf(item, query.partner)
    if (amount === null || gaps.has(String(year)) || periodKind(item.period) !== 'year') return []
    const [economy, people] = [gdpOf.get(year), peopleOf.get(year)]
    return [
      {
        year,
        amount,
        shareOfTrade: item.total !== null && item.total > 0 ? (amount / item.total) * 100 : null,
        shareOfGdp: economy !== undefined && economy > 0 ? (amount / economy) * 100 : null,
        perPerson: people !== undefined && people > 0 ? (amount * 1_000_000) / people : null,
      },
    ]
  })
}

export const governanceHandlers: TopicHandlers<'governance.get'> = {
  'governance.get': ({ db }, { reporter, partner, asOf }): Governance => {
    const query = { reporters: [reporter], asOf }
    const [gdp, population] = [scores(db, GDP, query), scores(db, POPULATION, query)]
    return {
      cpi: scores(db, CPI, query),
      cpiOld: scores(db, CPI_OLD, query),
      corruption: scores(db, CORRUPTION, query),
      gdp,
      population,
      reading: reading(db, { reporter, partner, asOf }, gdp, population),
      breaks: [CPI, CORRUPTION, GDP].flatMap((indicator) => breaksOf(db, indicator, reporter)),
      elsewhere: elsewhere(db, asOf),
    }
  },
}
