import type { Evidence } from '../../electron/shared/contract/schema/observations.ts'
import { type PeriodCode, periodEndYear, periodYear } from '../../electron/shared/domain/period.ts'
import { typeset } from '../../electron/shared/language/spans.ts'
import { allSources } from '../queries/catalogue.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import { allBatches, allWarnings, readSeriesRows, revisionsOf } from '../queries/observations.ts'
import { type Cell, chooseCell, readLines } from '../queries/readSeries.ts'
import { matches, sourceRule } from '../queries/sourceRule.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { breaksOf, requirePeriod, toObservations } from './observations.ts'

interface Place {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly period: PeriodCode
}

const inSpan = (from: string, to: string, period: PeriodCode): boolean =>
  (from === '' || periodEndYear(period) >= Number(from.slice(0, 4))) &&
  (to === '' || periodYear(period) <= Number(to.slice(0, 4)))

/** Warnings of the data's notes that a reader of this cell must know. */
function warningsOf(db: ReadDb, place: Place): Evidence['warnings'] {
  return db
    .all(allWarnings, {})
    .filter(
      (row) =>
        row.indicator !== '' &&
        matches(row.indicator, place.indicator) &&
        matches(row.reporter, place.reporter) &&
        matches(row.partner, place.partner) &&
        inSpan(row.period_from, row.period_to, place.period),
    )
    .map((row) => ({ id: row.id, text: { en: typeset(row.text_en), ru: row.text_ru, kk: row.text_kk } }))
}

function revisions(db: ReadDb, cell: Cell | undefined): Evidence['revisions'] {
  if (!cell) return []
  const { indicator, reporter, partner } = cell
  const place = { indicators: [indicator], reporters: [reporter], partners: [partner] }
  const series = readSeriesRows(db, place).find((row) => row.source === cell.source)
  return series ? db.all(revisionsOf, { id: series.id * SERIES_SIZE + cell.period, batch: cell.batch }) : []
}

export const evidenceHandlers: TopicHandlers<'evidence.get'> = {
  'evidence.get': ({ db }, request) => {
    const period = requirePeriod(request.period)
    const cells = readLines(db, {
      indicators: [request.indicator],
      reporters: [request.reporter],
      partners: [request.partner],
      rule: 'all',
      from: period,
      to: period,
      asOf: request.asOf,
    }).flatMap((line) => line.cells)
    const choices = sourceRule(db, request.indicator, request.reporter).for(period)
    const chosen = request.source === null ? chooseCell(cells, choices) : cells.find((cell) => cell.source === request.source)
    const all = toObservations(db, cells)
    const named = new Set(cells.map((cell) => cell.source))
    const batches = new Set(cells.map((cell) => cell.batch))
    return {
      chosen: all.find((row) => chosen !== undefined && row.source === chosen.source) ?? null,
      rule: choices?.find((choice) => choice.source === chosen?.source)?.reason ?? '',
      all,
      sources: db
        .all(allSources, {})
        .filter((row) => named.has(row.code))
        .map(({ code, title, publisher, url, licence, terms, note }) => ({ code, title, publisher, url, licence, terms, note })),
      batches: db
        .all(allBatches, {})
        .filter((row) => batches.has(row.id))
        .map((row) => ({ batch: row.id, file: row.file, sha256: row.sha256, vintage: row.vintage, importedAt: row.imported_at })),
      warnings: warningsOf(db, { ...request, period }),
      breaks: breaksOf(db, request.indicator, request.reporter).filter(
        (item) => item.period === request.period || item.kind === 'join',
      ),
      revisions: revisions(db, chosen),
    }
  },
}
