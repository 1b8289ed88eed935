// Investment and debt of a reporter. Stocks and net flows are blocks of one method; statements on gross inflow stay single readings.

import type { Investment, YearlyBlock } from '../../electron/shared/contract/schema/investment.ts'
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { versionedCache } from '../queries/cache.ts'
import { investmentReporters, readBlock } from '../queries/investment.ts'
import { indicatorsOf, readReadings, topicWarnings } from '../queries/readings.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { breaksOf } from './observations.ts'

interface Query {
  readonly reporter: string
  readonly asOf: string
}

const withBreaks = (
  db: ReadDb,
  block: ReturnType<typeof readBlock>,
  indicators: readonly string[],
  reporter: string,
): YearlyBlock | null => block && { ...block, breaks: indicators.flatMap((indicator) => [...breaksOf(db, indicator, reporter)]) }

const byPartner = (db: ReadDb, indicator: string, { reporter, asOf }: Query): YearlyBlock | null =>
  withBreaks(
    db,
    readBlock(db, { indicators: [indicator], reporter, asOf, name: indicator, keyOf: (line) => line.partner }),
    [indicator],
    reporter,
  )

/** The first of several indicators that has figures by partner: a lone world total is no block. */
function firstBlock(db: ReadDb, indicators: readonly string[], query: Query): YearlyBlock | null {
  for (const indicator of indicators) {
    const block = byPartner(db, indicator, query)
    if (block?.rows.some((row) => row.key !== WORLD)) return block
  }
  return null
}

function bySector(db: ReadDb, indicator: string, { reporter, asOf }: Query): YearlyBlock | null {
  const indicators = indicatorsOf(db, [`${indicator}.`]).filter((code) => /\.[A-Z]$/.test(code))
  const section = (code: string): string => code.slice(code.lastIndexOf('.') + 1)
  return withBreaks(
    db,
    readBlock(db, { indicators, reporter, asOf, name: indicator, keyOf: (line) => section(line.indicator) }),
    indicators,
    reporter,
  )
}

function answer(db: ReadDb, query: Query): Investment {
  const lines = (indicators: readonly string[], reporters: readonly string[] = [query.reporter]) => [
    ...readReadings(db, { indicators, reporters, asOf: query.asOf }),
  ]
  return {
    reporters: db.all(investmentReporters, {}).map((row) => row.code),
    stock: firstBlock(db, ['fdi.stock_inward_eur_m', 'fdi.stock_inward_usd_m'], query),
    flow: firstBlock(db, ['fdi.inflow_net_eur_m', 'fdi.inflow_net_usd_m'], query),
    sectorStock: bySector(db, 'fdi.sector.stock_inward_eur_m', query),
    sectorFlow: bySector(db, 'fdi.sector.inflow_net_eur_m', query),
    gross: lines(['fdi.inflow_gross_usd_m', 'fdi.inflow_gross_usd_m.ytd', 'fdi.inflow_gross_eur_m']),
    cumulative: lines(['fdi.inflow_gross_cumulative_usd_m']),
    shares: lines([
      'fdi.inflow_gross_share_pct',
      'fdi.inflow_net_share_pct',
      'investment.foreign_fixed_capital_share_pct',
      'investment.foreign_fixed_capital_share_pct.ytd',
    ]),
    national: lines(['fdi.inflow_net_usd_m', 'fdi.stock_inward_usd_m']),
    debt: lines(indicatorsOf(db, ['debt.'])),
    chinese: lines(indicatorsOf(db, ['gcdf.', 'cgit.']), []),
    warnings: topicWarnings(db, 'investment', query.reporter),
  }
}

const remembered = versionedCache<Investment>(20)

export const investmentHandlers: TopicHandlers<'investment.get'> = {
  'investment.get': ({ db }, request) => remembered.get(db, JSON.stringify(request), () => answer(db, request)),
}
