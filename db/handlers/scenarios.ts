import type { ScenarioFigure, ScenariosAnswer } from '../../electron/shared/contract/schema/scenarios.ts'
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { periodYear } from '../../electron/shared/domain/period.ts'
import { typeset } from '../../electron/shared/language/spans.ts'
import { readMeasure } from '../queries/channels.ts'
import { allWarnings } from '../queries/observations.ts'
import { readPartnerYears } from '../queries/partnerYears.ts'
import { readLines } from '../queries/readSeries.ts'
import { allScenarios } from '../queries/scenarios.ts'
import { IMPORTS } from '../queries/trade.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

interface Place {
  readonly reporter: string
  readonly partner: string
  readonly asOf: string
}

/** Parameters of groups (five Central Asian states, the road's participants) stand beside those of a country. */
const groupsOf: Readonly<Record<string, readonly string[]>> = {
  KAZ: ['CA5', 'BRI', 'CAREC', WORLD],
  KGZ: ['CA5', 'BRI', 'CAREC', WORLD],
  TJK: ['CA5', 'BRI', 'CAREC', WORLD],
  TKM: ['CA5', 'BRI', 'CAREC', WORLD],
  UZB: ['CA5', 'BRI', 'CAREC', WORLD],
}

/** What each starting figure is read from; the last year that any source has counts, and sources that disagree give a range. */
const figures = [
  { id: 'oil_exports', indicator: 'route.oil_total_mt', partner: WORLD },
  { id: 'corridor_cargo', indicator: 'route.titr_cargo_mt', partner: null },
  { id: 'corridor_containers', indicator: 'route.titr_teu', partner: null },
  { id: 'transit', indicator: 'route.transit_cargo_mt', partner: null },
  { id: 'oil_bypass_btc', indicator: 'route.oil_btc_mt', partner: null },
  { id: 'oil_china', indicator: 'route.oil_china_mt', partner: 'CHN' },
  { id: 'gdp', indicator: 'macro.gdp_usd_m', partner: null },
] as const

function latest(db: ReadDb, { reporter, asOf }: Place, { id, indicator, partner }: (typeof figures)[number]): ScenarioFigure[] {
  const cells = readLines(db, {
    indicators: [indicator],
    reporters: [reporter],
    partners: partner === null ? [] : [partner],
    rule: 'all',
    frequency: 'year',
    asOf,
  })
    .flatMap((line) =>
      line.cells.flatMap((cell) => (cell.value === null ? [] : [{ ...cell, unit: line.unit, value: cell.value }])),
    )
    .sort((a, b) => b.period - a.period)
  const last = cells[0]
  if (!last) return []
  const ofYear = cells.filter((cell) => cell.period === last.period && cell.partner === last.partner)
  const values = ofYear.map((cell) => cell.value)
  return [
    {
      id,
      year: periodYear(last.period),
      unit: last.unit,
      low: Math.min(...values),
      high: Math.max(...values),
      source: ofYear.map((cell) => cell.source).join('+'),
      cells: ofYear.map((cell) => ({
        indicator,
        reporter,
        partner: cell.partner,
        period: String(periodYear(cell.period)),
        source: cell.source,
      })),
    },
  ]
}

function crossing(db: ReadDb, place: Place): ScenarioFigure[] {
  const last = readMeasure(db, { kind: 'transit' }, place).at(-1)
  if (!last) return []
  const { year, low, high, sources, cells } = last
  return [
    {
      id: 'oil_crossing',
      year,
      unit: 'SHARE',
      low: low / 100,
      high: high / 100,
      source: sources.join('+'),
      cells: cells.map((cell) => ({ ...cell })),
    },
  ]
}

function importsOf(db: ReadDb, { reporter, asOf }: Place): ScenariosAnswer['imports'] {
  const last = readPartnerYears(db, { indicators: [IMPORTS], reporter, asOf }).at(-1)
  if (!last) return null
  return {
    year: last.year,
    source: last.sources.join('+'),
    unallocated: last.unallocated,
    amounts: last.amounts.map((row) => ({ ...row })),
  }
}

export const scenarioHandlers: TopicHandlers<'scenarios.get'> = {
  'scenarios.get': ({ db }, place): ScenariosAnswer => {
    const countries = [place.reporter, ...(groupsOf[place.reporter] ?? ['BRI', WORLD])]
    return {
      parameters: db
        .all(allScenarios, {})
        .filter((row) => countries.includes(row.country))
        .map(({ source_title, ...row }) => ({ ...row, sourceTitle: source_title ?? row.source })),
      figures: [...figures.flatMap((figure) => latest(db, place, figure)), ...crossing(db, place)],
      imports: importsOf(db, place),
      warnings: db
        .all(allWarnings, {})
        .filter((row) => row.topic === 'scenarios')
        .map((row) => ({ id: row.id, text: { en: typeset(row.text_en), ru: row.text_ru, kk: row.text_kk } })),
    }
  },
}
