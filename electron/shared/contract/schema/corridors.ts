import { z } from 'zod'
import { corridorKinds } from '../../domain/oilRoutes.ts'
import { areaCode, asOf, sourceCode, year } from './base.ts'
import { cellRef, channelPoint } from './overview.ts'
import { readingLine, topicWarning } from './readings.ts'

export const corridorsQuery = z.strictObject({ reporter: areaCode, asOf: asOf.default('') })

/** Volume of a corridor or route in a year, million tonnes. Two sources make a range. */
export const volume = z.object({
  year,
  /** the year, or its first months where only those are known */
  period: z.string(),
  low: z.number(),
  high: z.number(),
  /** true = the source says "more than" */
  openEnd: z.boolean(),
  cells: z.array(cellRef),
})
export type Volume = z.infer<typeof volume>

export const corridor = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(corridorKinds),
  /** as published, e.g. "operating since 2001" */
  status: z.string(),
  /** first year of operation, where the status names one */
  since: year.nullable(),
  /** countries crossed outside Kazakhstan, in order, the last one included */
  transit: z.array(areaCode),
  points: z.array(z.object({ lon: z.number(), lat: z.number(), place: z.string(), approximate: z.boolean() })),
  source: sourceCode,
  note: z.string(),
  volumes: z.array(volume),
})
export type Corridor = z.infer<typeof corridor>

export const oilRouteVolumes = z.object({
  id: z.string(),
  way: z.array(z.string()),
  market: z.string(),
  partOf: z.string().nullable(),
  corridor: z.string().nullable(),
  volumes: z.array(volume),
})
export type OilRouteVolumes = z.infer<typeof oilRouteVolumes>

export const corridorsAnswer = z.object({
  corridors: z.array(corridor),
  oil: z.object({
    routes: z.array(oilRouteVolumes),
    /** total oil exports that shares are counted from */
    totals: z.array(volume),
    /** share of oil exports that crosses a country */
    crossing: z.array(z.object({ partner: areaCode, points: z.array(channelPoint) })),
  }),
  /** every other figure of routes of the reporter, line by line */
  lines: z.array(readingLine),
  warnings: z.array(topicWarning),
})
export type Corridors = z.infer<typeof corridorsAnswer>
