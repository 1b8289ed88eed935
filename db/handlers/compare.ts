import { concentration } from '../../electron/shared/analytics/concentration.ts'
import { comparisonDependenceMethod, dependence } from '../../electron/shared/analytics/dependence/index.ts'
import type { CompareAnswer, CompareMeasure, ComparePoint } from '../../electron/shared/contract/schema/compare.ts'
import type { MethodJson } from '../../electron/shared/contract/schema/dependence.ts'
import { versionedCache } from '../queries/cache.ts'
import { type ChannelPoint, gapYears, readMeasure } from '../queries/channels.ts'
import { reportersOfSource } from '../queries/compare.ts'
import { readDependenceInputs } from '../queries/dependenceInputs.ts'
import { readPartnerYears } from '../queries/partnerYears.ts'
import { EXPORTS, IMPORTS } from '../queries/trade.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

/** Reconciled world trade by one method for all countries; ends in 2020, and nothing is put behind it. */
const TRADE_SOURCE = 'baci_2000_2020'
const ARMS = 'security.arms_imports_tiv'
const VOTES = 'politics.unga_agreement'
const DISTANCE = 'politics.unga_ideal_distance'
/** The first year of the index: trade starts in 2000, so earlier years would rest on other pillars. */
const FROM = 2000
const SEED = 1

interface Place {
  readonly reporter: string
  readonly on: string
  readonly asOf: string
}

/** One reading a year: several of one year become a range. */
function toPoints(points: readonly ChannelPoint[]): ComparePoint[] {
  return [...Map.groupBy(points, (point) => point.year)].map(([year, ofYear]) => {
    const [low, high] = [Math.min(...ofYear.map((point) => point.low)), Math.max(...ofYear.map((point) => point.high))]
    return { year, value: (low + high) / 2, low, high, source: [...new Set(ofYear.flatMap((point) => point.sources))].join('+') }
  })
}

const point = (year: number, value: number): ComparePoint => ({ year, value, low: value, high: value, source: TRADE_SOURCE })

/** Share of the partner, per cent, in exports plus imports. */
function turnover(db: ReadDb, { reporter, on, asOf }: Place): ComparePoint[] {
  return readPartnerYears(db, { indicators: [EXPORTS, IMPORTS], reporter, asOf, source: TRADE_SOURCE }).flatMap((year) => {
    const { partners } = concentration(year.amounts, year.unallocated)
    const share = partners.find((partner) => partner.partner === on)?.share
    return share == null ? [] : [point(year.year, share * 100)]
  })
}

function hhi(db: ReadDb, indicator: string, { reporter, asOf }: Place): ComparePoint[] {
  return readPartnerYears(db, { indicators: [indicator], reporter, asOf, source: TRADE_SOURCE }).flatMap((year) => {
    const found = concentration(year.amounts, year.unallocated)
    const { hhi: value, hhiLow, hhiHigh } = found
    return value === null || hhiLow === null || hhiHigh === null
      ? []
      : [{ year: year.year, value, low: hhiLow, high: hhiHigh, source: TRADE_SOURCE }]
  })
}

function indexOf(db: ReadDb, { reporter, on, asOf }: Place): ComparePoint[] {
  const method = comparisonDependenceMethod
  const inputs = readDependenceInputs(db, method.channels, { reporter, partner: on, asOf }, TRADE_SOURCE)
  const years = inputs.flatMap(({ figures }) => figures.map((figure) => figure.year))
  const to = Math.max(FROM, ...years)
  if (years.length === 0) return []
  const report = dependence(method, inputs, { reporter, on, from: FROM, to, seed: SEED, compare: null })
  return report.years.flatMap(({ year, index, low, high, channels }) => {
    // trade that is carried forward would let the line run on behind the end of its source
    const carried = channels.some((channel) => channel.pillar === 'trade' && channel.carriedFrom !== null)
    return index === null || carried ? [] : [{ year, value: index, low: low ?? index, high: high ?? index, source: method.id }]
  })
}

const measure = (
  id: CompareMeasure['id'],
  unit: string,
  indicator: string | null,
  read: (db: ReadDb, place: Place) => ComparePoint[],
) => ({
  id,
  unit,
  indicator,
  read,
})

const share =
  (indicator: string) =>
  (db: ReadDb, { reporter, on, asOf }: Place): ComparePoint[] =>
    toPoints(readMeasure(db, { kind: 'share', indicator }, { reporter, partner: on, asOf, source: TRADE_SOURCE }))
const plain =
  (indicator: string, factor: number) =>
  (db: ReadDb, { reporter, on, asOf }: Place): ComparePoint[] =>
    toPoints(readMeasure(db, { kind: 'value', indicator, factor }, { reporter, partner: on, asOf }))

const measures = [
  measure('index', 'INDEX_1_100', null, indexOf),
  measure('imports', 'PCT', IMPORTS, share(IMPORTS)),
  measure('exports', 'PCT', EXPORTS, share(EXPORTS)),
  measure('trade', 'PCT', null, turnover),
  measure('hhi-imports', 'INDEX_0_1', null, (db, place) => hhi(db, IMPORTS, place)),
  measure('hhi-exports', 'INDEX_0_1', null, (db, place) => hhi(db, EXPORTS, place)),
  measure('arms', 'PCT', null, (db, { reporter, on, asOf }) =>
    toPoints(readMeasure(db, { kind: 'window-share', indicator: ARMS, years: 5 }, { reporter, partner: on, asOf })),
  ),
  measure('votes', 'PCT', VOTES, plain(VOTES, 100)),
  measure('distance', 'DISTANCE', DISTANCE, plain(DISTANCE, 1)),
] as const

const answers = versionedCache<CompareAnswer>(8)

function compare(db: ReadDb, on: string, asOf: string): CompareAnswer {
  const reporters = db
    .all(reportersOfSource, { source: TRADE_SOURCE })
    .map((row) => row.code)
    .filter((code) => code !== on)
  return {
    on,
    tradeSource: TRADE_SOURCE,
    reporters,
    measures: measures.map(({ id, unit, indicator, read }) => ({
      id,
      unit,
      indicator,
      lines: reporters
        .map((reporter) => ({ reporter, points: read(db, { reporter, on, asOf }) }))
        .filter((line) => line.points.length > 0),
    })),
    method: JSON.parse(JSON.stringify(comparisonDependenceMethod)) as MethodJson,
    gaps: reporters.flatMap((reporter) =>
      [...new Set([EXPORTS, IMPORTS].flatMap((indicator) => [...gapYears(db, indicator, reporter)]))].map((year) => ({
        reporter,
        year: Number(year),
      })),
    ),
  }
}

export const compareHandlers: TopicHandlers<'compare.get'> = {
  'compare.get': ({ db }, { on, asOf }) => answers.get(db, `${on} ${asOf}`, () => compare(db, on, asOf)),
}
