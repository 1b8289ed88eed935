import type { RankedPartner, SourceLine, TradeAnswer } from '../../electron/shared/contract/schema/trade.ts'
import { periodYear } from '../../electron/shared/domain/period.ts'
import { readAsymmetry } from '../queries/asymmetry.ts'
import { amountOf, areaKind, type Flows, yearOf } from '../queries/flows.ts'
import { readLines } from '../queries/readSeries.ts'
import { sourceRule } from '../queries/sourceRule.ts'
import { EXPORTS, IMPORTS, indicatorsOf, readTrade, type TradeFlow } from '../queries/trade.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { tradeStackOf } from './overview.ts'

const shareOf = (flows: Flows | undefined, partner: string): number | null => {
  const amount = flows ? amountOf(flows, partner) : null
  return amount === null || !flows?.total ? null : (amount / flows.total) * 100
}

/** A year whose named partners hold less than this part of the total ranks nobody while another year has them: they are what was quoted first. */
const NAMED_AT_LEAST = 0.5

/** The latest year that can rank partners: most of its total by partner; else one with any; else none. */
function latestRanked(usable: readonly Flows[]): Flows | undefined {
  const shared = usable.filter(({ partners, total }) => partners.size > 0 && total !== null && total > 0)
  const named = ({ partners, total }: Flows): number =>
    [...partners.values()].reduce((sum, value) => sum + value, 0) / (total ?? 1)
  return shared.findLast((item) => named(item) >= NAMED_AT_LEAST) ?? shared.at(-1)
}

/** Every partner that ever traded, by amount in the latest year; those without a figure then come last, in order of code. */
function ranking(all: readonly Flows[], latest: Flows | undefined, years: readonly number[], baseYear: number): RankedPartner[] {
  const usable = new Map(all.map((item) => [yearOf(item), item]))
  const partners = new Set(all.flatMap((item) => [...item.partners.keys()]))
  return [...partners]
    .map((partner) => ({
      partner,
      value: latest ? amountOf(latest, partner) : null,
      share: shareOf(latest, partner),
      baseShare: shareOf(usable.get(baseYear), partner),
      shares: years.map((year) => shareOf(usable.get(year), partner)),
    }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.partner < b.partner ? -1 : 1))
}

interface LineQuery {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly asOf: string
}

/** One line per source for one cell row of the matrix, with the years that the printed rule gives to each. */
function sourceLines(db: ReadDb, query: LineQuery, as: Pick<SourceLine, 'partner' | 'flow' | 'mirror'>): SourceLine[] {
  const rule = sourceRule(db, query.indicator, query.reporter)
  return readLines(db, {
    indicators: [query.indicator],
    reporters: [query.reporter],
    partners: [query.partner],
    rule: 'all',
    frequency: 'year',
    asOf: query.asOf,
  }).map(({ indicator, reporter, cells }) => {
    const source = cells[0]?.source ?? ''
    const years = cells.map((cell) => periodYear(cell.period))
    const chosenYears = cells
      .filter((cell) => rule.for(cell.period)?.some((choice) => choice.source === source) ?? true)
      .map((cell) => periodYear(cell.period))
    return { ...as, indicator, reporter, source, years, values: cells.map((cell) => cell.value), chosenYears }
  })
}

const flowName = (indicator: string): 'exports' | 'imports' => (indicator === EXPORTS ? 'exports' : 'imports')

/** What a reporter says of a partner beside what the partner says of it: exports of one are imports of the other. */
function comparedLines(db: ReadDb, reporter: string, partner: string, flow: TradeFlow, asOf: string): SourceLine[] {
  return indicatorsOf(flow).flatMap((indicator) => {
    const opposite = indicator === EXPORTS ? IMPORTS : EXPORTS
    const as = { partner, flow: flowName(indicator) }
    return [
      ...sourceLines(db, { indicator, reporter, partner, asOf }, { ...as, mirror: false }),
      ...sourceLines(db, { indicator: opposite, reporter: partner, partner: reporter, asOf }, { ...as, mirror: true }),
    ]
  })
}

/** Largest partners that stand beside the asked ones in the table of asymmetry. */
const LARGEST = 15

/** Countries among the asked partners and the largest ones, by their share in the latest year. */
const weighed = (db: ReadDb, ranked: readonly RankedPartner[], asked: readonly string[]): readonly string[] =>
  ranked
    .filter(({ partner, value }, at) => value !== null && (at < LARGEST || asked.includes(partner)))
    .map(({ partner }) => partner)
    .filter((partner) => areaKind(db, partner) === 'country')

export const tradeHandlers: TopicHandlers<'trade.get'> = {
  'trade.get': ({ db }, { reporter, flow, baseYear, partners, asOf }): TradeAnswer => {
    const { flows, gaps } = readTrade(db, { reporter, flow, asOf })
    const stack = tradeStackOf(db, { reporter, flow, asOf })
    const usable = flows.filter((item) => !gaps.has(String(yearOf(item))))
    const latest = latestRanked(usable)
    const ranked = ranking(usable, latest, stack.years, baseYear)
    const hasBase = usable.some((item) => yearOf(item) === baseYear)
    return {
      stack,
      years: stack.years,
      latestYear: latest ? yearOf(latest) : null,
      baseYear: hasBase ? baseYear : null,
      total: latest?.total ?? null,
      ranking: ranked,
      lines: partners.flatMap((partner) => comparedLines(db, reporter, partner, flow, asOf)),
      asymmetry: weighed(db, ranked, partners).map((partner) =>
        readAsymmetry(db, { reporter, partner, flow, asOf }, flows, gaps),
      ),
    }
  },
}
