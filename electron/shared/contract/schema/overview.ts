import { z } from 'zod'
import { channelIds } from '../../domain/channels.ts'
import { areaCode, asOf, indicatorCode, period, sourceCode, year } from './base.ts'
import { seriesBreak } from './observations.ts'

/** The cell of the store behind a number: what a click opens. */
export const cellRef = z.object({ indicator: indicatorCode, reporter: areaCode, partner: areaCode, period, source: sourceCode })
export type CellRef = z.infer<typeof cellRef>

/** One reading of a channel, per cent. `value` is null where only a range is known; without a range low = high = value. */
export const channelPoint = z.object({
  year,
  period,
  value: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  /** the source's own reservation: "more than 70%"; left out where the figure is exact */
  bound: z.enum(['atLeast', 'about']).optional(),
  sources: z.array(sourceCode),
  cells: z.array(cellRef),
})
export type ChannelPoint = z.infer<typeof channelPoint>

export const overviewQuery = z.strictObject({
  reporter: areaCode,
  /** the partners compared, first = the one the headline is about */
  partners: z.array(areaCode).min(1).max(6),
  baseYear: year,
  asOf: asOf.default(''),
})

export const channelReading = z.object({
  partner: areaCode,
  points: z.array(channelPoint),
  /** reading of the base year (of the window that ends in it); null when there is none */
  base: channelPoint.nullable(),
  latest: channelPoint.nullable(),
})
export type ChannelReading = z.infer<typeof channelReading>

export const overviewChannel = z.object({ id: z.enum(channelIds), topic: z.string(), readings: z.array(channelReading) })
export type OverviewChannel = z.infer<typeof overviewChannel>

/** Shares of goods trade (exports plus imports) by fixed parts, per cent of the published total; null = the year has no figure. */
export const tradeStack = z.object({
  years: z.array(year),
  /** in stack order; the parts of a year sum to 100 */
  parts: z.array(z.object({ id: z.string(), values: z.array(z.number().nullable()) })),
  /** source of each year */
  sources: z.array(z.string()),
  /** Herfindahl-Hirschman index of each year, 0 to 1, with the bounds that the unallocated part allows */
  hhi: z.array(z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() })),
  breaks: z.array(seriesBreak),
})
export type TradeStack = z.infer<typeof tradeStack>

export const overview = z.object({ channels: z.array(overviewChannel), trade: tradeStack })
export type Overview = z.infer<typeof overview>
