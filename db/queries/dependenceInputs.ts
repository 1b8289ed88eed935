// The figures that enter the dependence index, read as each channel of a method says, in the unit of its goalposts.

import type { ChannelInput, DependenceChannel } from '../../electron/shared/analytics/dependence/index.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { periodYear } from '../../electron/shared/domain/period.ts'
import type { ReadDb } from '../worker/db.ts'
import { indicatorExists } from './catalogue.ts'
import { type CellRef, type ChannelPoint, type ChannelQuery, gapYears, readMeasure } from './channels.ts'
import { readOilTransit } from './oilTransit.ts'
import { readLines } from './readSeries.ts'

export interface InputFigure {
  readonly year: number
  readonly period: string
  readonly low: number
  readonly high: number
  readonly source: string
  readonly cells: readonly CellRef[]
}
export interface InputFigures {
  readonly channel: string
  readonly figures: readonly InputFigure[]
}

/** Several readings of one year (waves of a poll) are one figure from the least to the most. */
function oneAYear(points: readonly ChannelPoint[], factor: number): readonly InputFigure[] {
  return [...Map.groupBy(points, (point) => point.year)].map(([year, ofYear]) => {
    const ends = ofYear.flatMap((point) => [point.low * factor, point.high * factor])
    return {
      year,
      period: ofYear.length === 1 ? (ofYear[0]?.period ?? String(year)) : String(year),
      low: Math.min(...ends),
      high: Math.max(...ends),
      source: [...new Set(ofYear.flatMap((point) => point.sources))].join('+'),
      cells: ofYear.flatMap((point) => point.cells),
    }
  })
}

/** The partner's amount of one indicator over the world total of another, by year; sources that disagree give a range. */
function ratios(db: ReadDb, input: Extract<ChannelInput, { kind: 'ratio' }>, query: ChannelQuery): readonly InputFigure[] {
  const cellsOf = (indicator: string, partner: string) => {
    const lines = readLines(db, {
      indicators: [indicator],
      reporters: [query.reporter],
      partners: [partner],
      rule: 'all',
      frequency: 'year',
      asOf: query.asOf,
    })
    const gaps = gapYears(db, indicator, query.reporter)
    const cells = lines.flatMap((line) => line.cells).filter((cell) => !gaps.has(String(periodYear(cell.period))))
    return Map.groupBy(
      cells.flatMap((cell) => (cell.value === null ? [] : [{ ...cell, value: cell.value }])),
      (cell) => periodYear(cell.period),
    )
  }
  const [parts, totals] = [cellsOf(input.indicator, query.partner), cellsOf(input.total, WORLD)]
  return [...parts].flatMap(([year, part]) => {
    const whole = (totals.get(year) ?? []).filter((cell) => cell.value > 0)
    if (whole.length === 0) return []
    const found = part.flatMap((one) => whole.map((all) => one.value / all.value))
    const cells = [...part, ...whole].map(({ indicator, reporter, partner, source }) => ({
      indicator,
      reporter,
      partner,
      period: String(year),
      source,
    }))
    const sources = [...new Set(cells.map((cell) => cell.source))]
    return [{ year, period: String(year), low: Math.min(...found), high: Math.max(...found), source: sources.join('+'), cells }]
  })
}

function figuresOf(db: ReadDb, input: ChannelInput, query: ChannelQuery): readonly InputFigure[] {
  switch (input.kind) {
    case 'partner-share':
      return oneAYear(readMeasure(db, { kind: 'share', indicator: input.indicator }, query), 0.01)
    case 'window-share':
      return oneAYear(readMeasure(db, { kind: 'window-share', indicator: input.indicator, years: input.years }, query), 0.01)
    case 'value':
      return oneAYear(readMeasure(db, { kind: 'value', indicator: input.indicator, factor: 1 }, query), input.factor)
    case 'ratio':
      return ratios(db, input, query)
    case 'recipe':
      return oneAYear(readOilTransit(db, query), 0.01)
  }
}

/** @throws {CallError} refused: an indicator or recipe that the store does not know, by name and channel */
function requireKnown(db: ReadDb, channel: DependenceChannel): void {
  const { input } = channel
  if (input.kind === 'recipe') {
    if (input.recipe === 'oil_transit') return
    throw new CallError(
      'refused',
      `Channel ${channel.id} names an unknown recipe: ${input.recipe}.`,
      `unknown-part, ${input.recipe}`,
    )
  }
  for (const code of input.kind === 'ratio' ? [input.indicator, input.total] : [input.indicator]) {
    if (db.get(indicatorExists, { code })) continue
    throw new CallError('refused', `Channel ${channel.id} names an unknown indicator: ${code}.`, `unknown-indicator, ${code}`)
  }
}

/**
 * Figures of the given channels for one reporter and partner, in order of year.
 *
 * @param shareSource shares of flows from this source alone, for the comparison of countries; null = the printed rule
 * @throws {CallError} refused when a channel's input names what the store does not know
 */
export function readDependenceInputs(
  db: ReadDb,
  channels: readonly DependenceChannel[],
  query: ChannelQuery,
  shareSource: string | null = null,
): readonly InputFigures[] {
  return channels.map((channel) => {
    requireKnown(db, channel)
    const isTrade = channel.input.kind === 'partner-share' && shareSource !== null
    const figures = figuresOf(db, channel.input, isTrade ? { ...query, source: shareSource } : query)
    // a negative stock (more withdrawn than invested) has no share
    const usable = channel.input.kind.endsWith('share') ? figures.filter((figure) => figure.low >= 0) : figures
    return { channel: channel.id, figures: [...usable].sort((a, b) => a.year - b.year) }
  })
}
