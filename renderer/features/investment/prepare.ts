// From the answer of investment.get to what the screen says and draws. Pure: no words, no formatting.

import type { Investment, YearlyBlock } from '../../../electron/shared/contract/schema/investment.ts'
import type { CellRef } from '../../../electron/shared/contract/schema/overview.ts'
import type { Reading, ReadingLine } from '../../../electron/shared/contract/schema/readings.ts'
import { NO_PARTNER, WORLD } from '../../../electron/shared/domain/observation.ts'
import { inDollars, type RateKind } from '../../../electron/shared/domain/rates.ts'
import { isHeld } from '../../../electron/shared/findings/held.ts'

/** Totals and groups: never partners beside their members. */
const groups = new Set([WORLD, 'EU27', 'OTH', NO_PARTNER])
/** Places where holdings are registered: the owner is often elsewhere. */
export const conduits = ['NLD', 'CHE', 'CYP', 'LUX', 'VGB'] as const

/** Whether an address is known for money that comes from elsewhere. */
export const isConduit = (code: string): boolean => (conduits as readonly string[]).includes(code)

/** A figure of a block in its unit; null when it is missing. */
const figureOf = (block: YearlyBlock, key: string, year: number): number | null =>
  block.rows.find((row) => row.key === key)?.values[block.years.indexOf(year)] ?? null

/** Per cent of the world total of the same block; null when either is missing or the total is not positive. */
export function shareOf(block: YearlyBlock, key: string, year: number): number | null {
  const [value, total] = [figureOf(block, key, year), figureOf(block, WORLD, year)]
  return value === null || total === null || total <= 0 ? null : (100 * value) / total
}

/** The cell behind a figure of a block by partner. */
export const cellOf = (block: YearlyBlock, reporter: string, key: string, year: number): CellRef => ({
  indicator: block.indicator,
  reporter,
  partner: key,
  period: String(year),
  source: block.rows.find((row) => row.key === key)?.source ?? '',
})

/** The cell behind a figure of a block by section. */
export const sectorCell = (block: YearlyBlock, reporter: string, key: string, year: number): CellRef => ({
  ...cellOf(block, reporter, key, year),
  indicator: `${block.indicator}.${key}`,
  partner: WORLD,
})

/** Last year in which any partner has a figure. */
export const lastYear = (block: YearlyBlock): number => block.years.at(-1) ?? 0
/** The base year where the block has it, else its first year. */
export const baseOf = (block: YearlyBlock, baseYear: number): number =>
  block.years.includes(baseYear) && baseYear < lastYear(block) ? baseYear : (block.years[0] ?? baseYear)

export interface Ranked {
  readonly key: string
  readonly value: number
}

/** Countries by size in a year, largest first. */
export const ranked = (block: YearlyBlock, year: number): readonly Ranked[] =>
  block.rows
    .flatMap((row) => {
      const value = groups.has(row.key) ? null : figureOf(block, row.key, year)
      return value === null ? [] : [{ key: row.key, value }]
    })
    .sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1))

/** Partners to draw: those chosen that have figures, then the largest of the last year, at most two without a colour of their own. */
export function drawnPartners(block: YearlyBlock, chosen: readonly string[], most = 5): readonly string[] {
  const has = (key: string): boolean => block.rows.some((row) => row.key === key && row.values.some((value) => value !== null))
  const largest = ranked(block, lastYear(block))
    .map(({ key }) => key)
    .filter((key) => !chosen.includes(key))
    .slice(0, 2)
  return [...chosen.filter(has), ...largest].slice(0, most)
}

export type Movement = 'up' | 'down' | 'held'

/** Whether a share moved by more than the points that count as held. */
const movementOf = (from: number, to: number): Movement => (isHeld(to - from) ? 'held' : to > from ? 'up' : 'down')

export interface ShareMove {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly movement: Movement
}

/** How a partner's share of the stock moved between two years; null without both readings. */
export function shareMove(block: YearlyBlock, key: string, fromYear: number, toYear: number): ShareMove | null {
  const [from, to] = [shareOf(block, key, fromYear), shareOf(block, key, toYear)]
  return from === null || to === null ? null : { key, from, to, movement: movementOf(from, to) }
}

export type AmountIn = 'published' | { readonly dollars: RateKind }

/** A figure in the currency asked for; only euro are ever converted, and only by the rate of their year. */
export function amountIn(block: YearlyBlock, key: string, year: number, currency: AmountIn): number | null {
  const value = figureOf(block, key, year)
  return currency === 'published' || block.unit !== 'EUR_M' ? value : inDollars(value, currency.dollars, year)
}

/** Sections by size in the last year of a block, largest first. */
export const sectorsOf = (block: YearlyBlock): readonly Ranked[] => ranked(block, lastYear(block))

export interface Leader {
  readonly period: string
  readonly rows: readonly { readonly partner: string; readonly value: number; readonly cell: CellRef; readonly unit: string }[]
}

/**
 * Who leads where no stock by partner exists: the newest whole-year period of shares or statements that names at least two partners, else
 * the newest period of any length that does.
 */
export function leaderOf(value: Investment, reporter: string): Leader | null {
  const flow = value.flow
  if (flow && flow.rows.length > 2) {
    const year = lastYear(flow)
    const rows = ranked(flow, year).map(({ key, value: amount }) => ({
      partner: key,
      value: amount,
      unit: flow.unit,
      cell: cellOf(flow, reporter, key, year),
    }))
    if (rows.length > 1) return { period: String(year), rows }
  }
  for (const lines of [value.shares, value.gross]) {
    const readings = lines.flatMap((line) =>
      groups.has(line.partner) ? [] : line.readings.map((reading) => ({ line, reading })),
    )
    const periods = [...Map.groupBy(readings, ({ line, reading }) => `${line.indicator} ${reading.period}`).values()].filter(
      (group) => group.length > 1,
    )
    const whole = (group: typeof readings): boolean => /^\d{4}$/.test(group[0]?.reading.period ?? '')
    const newest = periods.sort(
      (a, b) => Number(whole(b)) - Number(whole(a)) || ((a[0]?.reading.period ?? '') < (b[0]?.reading.period ?? '') ? 1 : -1),
    )[0]
    const [first] = newest ?? []
    if (newest && first)
      return {
        period: first.reading.period,
        rows: newest
          .map(({ line, reading }) => ({ partner: line.partner, value: reading.value, unit: line.unit, cell: reading.cell }))
          .sort((a, b) => b.value - a.value),
      }
  }
  return null
}

export interface PartnerStatements {
  readonly partner: string
  readonly readings: readonly Reading[]
}

/** Statements by partner, the world first, then by their newest figure. */
export function statementsOf(lines: readonly ReadingLine[], indicators: readonly string[]): readonly PartnerStatements[] {
  const chosen = lines.filter((line) => indicators.includes(line.indicator))
  return [...Map.groupBy(chosen, (line) => line.partner)]
    .map(([partner, group]) => ({
      partner,
      readings: group.flatMap((line) => line.readings).sort((a, b) => (a.period < b.period ? -1 : 1)),
    }))
    .sort(
      (a, b) =>
        Number(b.partner === WORLD) - Number(a.partner === WORLD) ||
        (b.readings.at(-1)?.value ?? 0) - (a.readings.at(-1)?.value ?? 0),
    )
}

/** Sums of the four quarters of a year; a year with fewer quarters has none. */
export function yearSums(
  line: ReadingLine | undefined,
): readonly { readonly year: number; readonly value: number; readonly cells: readonly CellRef[] }[] {
  const quarters = (line?.readings ?? []).filter(({ period }) => /-Q\d$/.test(period))
  return [...Map.groupBy(quarters, ({ year }) => year)].flatMap(([year, four]) => {
    const value = four.reduce((sum, one) => sum + one.value, 0)
    return four.length === 4 ? [{ year, value, cells: four.map(({ cell }) => cell) }] : []
  })
}

/** Part of the external debt that is owed inside groups of companies, per cent, at the last period both series have. */
export function intercompanyShare(
  debt: readonly ReadingLine[],
): { readonly period: string; readonly share: number; readonly cells: readonly CellRef[] } | null {
  const of = (indicator: string) => debt.find((line) => line.indicator === indicator && line.partner === WORLD)?.readings ?? []
  const without = new Map(of('debt.external_ex_intercompany_usd_m').map((reading) => [reading.period, reading]))
  const last = of('debt.external_usd_m').findLast(({ period }) => without.has(period))
  const other = last && without.get(last.period)
  return last && other && last.value > 0
    ? { period: last.period, share: (100 * (last.value - other.value)) / last.value, cells: [last.cell, other.cell] }
    : null
}

/** True when a country has no figure of its own at all: commitments of others do not count. */
export const nothingFor = (value: Investment, reporter: string): boolean =>
  !value.reporters.includes(reporter) && !value.chinese.some((line) => line.reporter === reporter)
