import type { CheckedRequestOf } from '../../electron/shared/contract/channels.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import type { ObservationRow, SeriesBreak } from '../../electron/shared/contract/schema/observations.ts'
import { decodePeriod, encodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import { allBatches, allNotes, type BreakRow, readBreaks } from '../queries/observations.ts'
import { type Cell, type ReadQuery, readLines } from '../queries/readSeries.ts'
import { matches } from '../queries/sourceRule.ts'
import type { ReadDb } from '../worker/db.ts'
import type { TopicHandlers } from './context.ts'
import { requireArea, requireIndicator, requireSource } from './known.ts'
import { sharesOf } from './shares.ts'

/** The code of a period the caller wrote. @throws {CallError} invalid-request when it is not one */
export function requirePeriod(text: string): PeriodCode {
  const code = encodePeriod(text)
  if (code === null)
    throw new CallError(
      'invalid-request',
      `"${text}" is not a period. Write a year (2023), a quarter (2023-Q2), a month (2023-05), a day or an interval (2018/2023).`,
    )
  return code
}
const optionalPeriod = (text: string | null): PeriodCode | null => (text === null ? null : requirePeriod(text))

/** A break as the contract writes it. */
const toBreak = (row: BreakRow, indicator: string, reporter: string): SeriesBreak => ({
  indicator,
  reporter,
  period: row.period,
  kind: row.kind,
  gap: row.gap === 1,
  fromSource: row.from_source,
  toSource: row.to_source,
  reason: { en: row.reason_en, ru: row.reason_ru, kk: row.reason_kk },
})

/** Breaks that concern an indicator of a reporter. */
export const breaksOf = (db: ReadDb, indicator: string, reporter: string): SeriesBreak[] =>
  readBreaks(db)
    .filter((row) => matches(row.indicator, indicator) && matches(row.reporter, reporter))
    .map((row) => toBreak(row, indicator, reporter))

/** Cells with their notes, batches and vintages as the contract writes them. */
export function toObservations(db: ReadDb, cells: readonly Cell[]): ObservationRow[] {
  const ids = [...new Set(cells.flatMap((cell) => (cell.note === null ? [] : [cell.note])))]
  const notes = new Map(db.all(allNotes, { ids: JSON.stringify(ids) }).map((row) => [row.id, row.text]))
  const vintages = new Map(db.all(allBatches, {}).map((row) => [row.id, row.vintage]))
  return cells.map((cell) => ({
    indicator: cell.indicator,
    reporter: cell.reporter,
    partner: cell.partner,
    period: decodePeriod(cell.period),
    value: cell.value,
    unit: cell.unit,
    status: cell.status,
    source: cell.source,
    vintage: vintages.get(cell.batch) ?? '',
    batch: cell.batch,
    line: cell.line,
    note: cell.note === null ? '' : (notes.get(cell.note) ?? ''),
  }))
}

type ObservationRequest = CheckedRequestOf<'observations.query'>

function readQuery(request: ObservationRequest): ReadQuery {
  const period = optionalPeriod(request.period)
  return {
    indicators: request.indicators,
    reporters: request.reporter === null ? [] : [request.reporter],
    partners: request.partner === null ? [] : [request.partner],
    rule: request.source !== null ? { source: request.source } : request.allSources ? 'all' : 'preferred',
    frequency: 'all',
    from: period,
    to: period,
    asOf: request.asOf,
  }
}

export const observationHandlers: TopicHandlers<'series.query' | 'observations.query' | 'shares.query'> = {
  'series.query': ({ db }, request) => {
    const lines = readLines(db, {
      indicators: request.indicators,
      reporters: request.reporters,
      partners: request.partners,
      rule: request.sourceRule,
      frequency: request.frequency,
      from: optionalPeriod(request.from),
      to: optionalPeriod(request.to),
      asOf: request.asOf,
    })
    const pairs = new Map(lines.map((line) => [`${line.indicator} ${line.reporter}`, line]))
    return {
      series: lines.map(({ indicator, reporter, partner, unit, cells }) => ({
        indicator,
        reporter,
        partner,
        unit,
        periods: cells.map((cell) => decodePeriod(cell.period)),
        values: cells.map((cell) => cell.value),
        statuses: cells.map((cell) => cell.status),
        sources: cells.map((cell) => cell.source),
      })),
      breaks: [...pairs.values()].flatMap(({ indicator, reporter }) => breaksOf(db, indicator, reporter)),
    }
  },
  'observations.query': ({ db }, request) => {
    for (const indicator of request.indicators) requireIndicator(db, indicator)
    if (request.reporter !== null) requireArea(db, request.reporter)
    if (request.partner !== null) requireArea(db, request.partner)
    if (request.source !== null) requireSource(db, request.source)
    return toObservations(
      db,
      readLines(db, readQuery(request)).flatMap((line) => line.cells),
    )
  },
  'shares.query': ({ db }, request) =>
    sharesOf(db, {
      indicator: request.indicator,
      reporter: request.reporter,
      period: requirePeriod(request.period),
      source: request.source,
      asOf: request.asOf,
    }),
}
