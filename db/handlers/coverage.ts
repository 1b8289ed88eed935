// What the store holds and what it does not; where sources differ; what rests on a source.
import type {
  ChannelAge,
  Coverage,
  CoverageRow,
  Disagreement,
  RestsOn,
  SourceUse,
} from '../../electron/shared/contract/schema/coverage.ts'
import { channelDefinitions } from '../../electron/shared/domain/channels.ts'
import { decodePeriod, type PeriodCode, periodEndYear, periodYear } from '../../electron/shared/domain/period.ts'
import { versionedCache } from '../queries/cache.ts'
import { storeCounts } from '../queries/catalogue.ts'
import { readChannel } from '../queries/channels.ts'
import {
  eventsOfSource,
  figuresByPeriod,
  projectsOfSource,
  type SharedCellRow,
  seriesOfSource,
  sharedCells,
  sourcesByIndicator,
  sourceUses,
} from '../queries/coverage.ts'
import { chooseCell, readLines } from '../queries/readSeries.ts'
import { sourceRule } from '../queries/sourceRule.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'

const code = (period: number): PeriodCode => period as PeriodCode

function coverageRows(db: ReadDb, reporter: string): CoverageRow[] {
  const sources = new Map(db.all(sourcesByIndicator, { reporter }).map((row) => [row.indicator, row.n]))
  return [...Map.groupBy(db.all(figuresByPeriod, { reporter }), (row) => row.indicator)].flatMap(([indicator, periods]) => {
    const first = periods[0]
    if (!first) return []
    const byYear = new Map<number, number>()
    for (const { period, n } of periods) {
      const year = periodEndYear(code(period))
      byYear.set(year, (byYear.get(year) ?? 0) + n)
    }
    const years = [...byYear.keys()].sort((a, b) => a - b)
    return [
      {
        indicator,
        topic: first.topic,
        domain: first.domain,
        years,
        figures: years.map((year) => byYear.get(year) ?? 0),
        sources: sources.get(indicator) ?? 0,
      },
    ]
  })
}

function channelAges(db: ReadDb, reporter: string, partner: string, vintage: string): ChannelAge[] {
  const now = Number(vintage.slice(0, 4))
  return channelDefinitions.map((definition) => {
    const latest = readChannel(db, definition, { reporter, partner, asOf: '' }).at(-1)
    return {
      id: definition.id,
      topic: definition.topic,
      period: latest?.period ?? null,
      year: latest?.year ?? null,
      ageYears: latest ? Math.max(0, now - latest.year) : null,
    }
  })
}

function toDisagreement(db: ReadDb, reporter: string, row: SharedCellRow): Disagreement {
  const period = code(row.period)
  const cells = readLines(db, {
    indicators: [row.indicator],
    reporters: [reporter],
    partners: [row.partner],
    rule: 'all',
    from: period,
    to: period,
    asOf: '',
  }).flatMap((line) => line.cells)
  const chosen = chooseCell(cells, sourceRule(db, row.indicator, reporter).for(period))
  return {
    indicator: row.indicator,
    partner: row.partner,
    period: decodePeriod(period),
    unit: row.unit,
    gap: (row.high - row.low) / row.high,
    values: cells
      .flatMap((cell) => (cell.value === null ? [] : [{ source: cell.source, value: cell.value, chosen: cell === chosen }]))
      .sort((a, b) => b.value - a.value),
  }
}

const remembered = versionedCache<readonly SharedCellRow[]>(6)
const coverages = versionedCache<Coverage>(12)
const uses = versionedCache<SourceUse[]>(1)

export const coverageHandlers: TopicHandlers<'coverage.get' | 'disagreements.get' | 'sources.uses' | 'sources.restsOn'> = {
  'coverage.get': ({ db }, { reporter, partner }): Coverage =>
    coverages.get(db, `${reporter} ${partner}`, () => {
      const vintage = db.get(storeCounts, {})?.vintage ?? ''
      return { rows: coverageRows(db, reporter), ages: channelAges(db, reporter, partner, vintage), vintage }
    }),
  'disagreements.get': ({ db }, { reporter, most, least }) => {
    const shared = remembered.get(db, reporter, () => db.all(sharedCells, { reporter }))
    const cells = shared
      .filter((row) => row.high > row.low && row.high >= least * row.largest)
      .sort((a, b) => (b.high - b.low) / b.high - (a.high - a.low) / a.high || b.period - a.period)
      .slice(0, most)
      .map((row) => toDisagreement(db, reporter, row))
    return { cells, compared: shared.length }
  },
  'sources.uses': ({ db }): SourceUse[] =>
    uses.get(db, '', () =>
      db.all(sourceUses, {}).map(({ first, last, ...row }) => ({
        ...row,
        firstYear: first === null ? null : periodYear(code(first)),
        lastYear: last === null ? null : periodEndYear(code(last)),
      })),
    ),
  'sources.restsOn': ({ db }, { source }): RestsOn => ({
    series: db.all(seriesOfSource, { source }).map((row) => ({
      indicator: row.indicator,
      reporters: row.reporters.split(',').sort(),
      firstYear: periodYear(code(row.first)),
      lastYear: periodEndYear(code(row.last)),
      figures: row.figures,
    })),
    events: db.all(eventsOfSource, { source }).map(({ date, title }) => ({ date, title })),
    projects: db.all(projectsOfSource, { source }).map(({ title, financing }) => ({ title, financing })),
  }),
}
