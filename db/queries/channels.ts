// Dependence on a partner by channel and year, in per cent: what the overview, the index and the comparison of countries all start from.

import type { ChannelDefinition, ChannelMeasure } from '../../electron/shared/domain/channels.ts'
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { decodePeriod, periodEndYear, periodYear } from '../../electron/shared/domain/period.ts'
import { boundIn } from '../../electron/shared/domain/polls.ts'
import type { ReadDb } from '../worker/db.ts'
import { amountOf, type Flows, readFlows, windowsOf, yearOf } from './flows.ts'
import { readBreaks } from './observations.ts'
import { readOilTransit } from './oilTransit.ts'
import { notesOf } from './readings.ts'
import { readLines } from './readSeries.ts'
import { matches } from './sourceRule.ts'

/** A cell of the store that a number rests on; the evidence drawer opens it. */
export interface CellRef {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly period: string
  readonly source: string
}

export interface ChannelPoint {
  readonly year: number
  /** the period as it was measured: a year, or a window 2009/2013 */
  readonly period: string
  /** per cent; null when only a range is known */
  readonly value: number | null
  /** equal to `value` where no range is known */
  readonly low: number
  readonly high: number
  /** what the note of a poll says of its figure; left out where it is exact */
  readonly bound?: 'atLeast' | 'about'
  readonly sources: readonly string[]
  /** numerator first, denominator second where the value is a share */
  readonly cells: readonly CellRef[]
}

export interface ChannelQuery {
  readonly reporter: string
  readonly partner: string
  readonly asOf: string
  /** shares from this source's figures alone; left out = the printed rule */
  readonly source?: string
}

/** Years that a chart must leave empty for an indicator of a reporter: the statistics of that year are known to be defective. */
export function gapYears(db: ReadDb, indicator: string, reporter: string): ReadonlySet<string> {
  return new Set(
    readBreaks(db)
      .filter((row) => row.gap === 1 && matches(row.indicator, indicator) && matches(row.reporter, reporter))
      .map((row) => row.period),
  )
}

const exact = (value: number) => ({ value, low: value, high: value })

function cellRefs(flows: Flows, partner: string, indicator: string, reporter: string): CellRef[] {
  return [partner, WORLD].flatMap((code) => {
    const cell = flows.cells.get(code)
    return cell ? [{ indicator, reporter, partner: code, period: decodePeriod(flows.period), source: cell.source }] : []
  })
}

function shares(db: ReadDb, indicator: string, query: ChannelQuery): readonly ChannelPoint[] {
  const gaps = gapYears(db, indicator, query.reporter)
  return readFlows(db, {
    indicator,
    reporter: query.reporter,
    source: query.source ?? null,
    asOf: query.asOf,
    period: null,
  }).flatMap((flows) => {
    const amount = amountOf(flows, query.partner)
    const period = decodePeriod(flows.period)
    if (amount === null || flows.total === null || flows.total <= 0 || gaps.has(period)) return []
    const cells = cellRefs(flows, query.partner, indicator, query.reporter)
    return [{ year: periodYear(flows.period), period, ...exact((amount / flows.total) * 100), sources: flows.sources, cells }]
  })
}

/** Shares over rolling windows of `years` years. */
function windowShares(db: ReadDb, indicator: string, years: number, query: ChannelQuery): readonly ChannelPoint[] {
  const flows = readFlows(db, { indicator, reporter: query.reporter, source: null, asOf: query.asOf, period: null })
  return windowsOf(Map.groupBy(flows, yearOf), years).flatMap((window) => {
    const total = window.flows.reduce((sum, flow) => sum + (flow.total ?? 0), 0)
    if (total <= 0) return []
    const amount = window.flows.reduce((sum, flow) => sum + (amountOf(flow, query.partner) ?? 0), 0)
    return [
      {
        year: window.last,
        period: `${window.first}/${window.last}`,
        ...exact((amount / total) * 100),
        sources: [...new Set(window.flows.flatMap((flow) => flow.sources))],
        cells: window.flows.flatMap((flow) => cellRefs(flow, query.partner, indicator, query.reporter)),
      },
    ]
  })
}

function values(db: ReadDb, indicator: string, factor: number, query: ChannelQuery): readonly ChannelPoint[] {
  const lines = readLines(db, {
    indicators: [indicator],
    reporters: [query.reporter],
    partners: [query.partner],
    rule: 'preferred',
    asOf: query.asOf,
  })
  const cells = lines.flatMap((line) => line.cells)
  const notes = indicator.startsWith('sentiment.') ? notesOf(db, cells) : null
  return cells.flatMap((cell) => {
    if (cell.value === null) return []
    const period = decodePeriod(cell.period)
    const ref = { indicator, reporter: query.reporter, partner: query.partner, period, source: cell.source }
    const bound = boundIn(notes?.get(cell.note ?? -1) ?? '')
    return [
      {
        year: periodEndYear(cell.period),
        period,
        ...exact(cell.value * factor),
        ...(bound === 'exact' ? {} : { bound }),
        sources: [cell.source],
        cells: [ref],
      },
    ]
  })
}

/** Points of a measure for one reporter and partner, in order of year; years without a figure are absent. */
export function readMeasure(db: ReadDb, measure: ChannelMeasure, query: ChannelQuery): readonly ChannelPoint[] {
  if (measure.kind === 'share') return shares(db, measure.indicator, query)
  if (measure.kind === 'window-share') return windowShares(db, measure.indicator, measure.years, query)
  if (measure.kind === 'value') return values(db, measure.indicator, measure.factor, query)
  return readOilTransit(db, query)
}

/** Points of a channel for one reporter and partner, in order of year; years without a figure are absent. */
export const readChannel = (db: ReadDb, channel: ChannelDefinition, query: ChannelQuery): readonly ChannelPoint[] =>
  readMeasure(db, channel.measure, query)

/** The point of a year; for a window the one that ends in it. */
export const pointOf = (points: readonly ChannelPoint[], year: number): ChannelPoint | null =>
  points.findLast((point) => point.year === year) ?? null
