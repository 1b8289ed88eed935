import { z } from 'zod'
import { channelIds } from '../../domain/channels.ts'
import { areaCode, indicatorCode, period, sourceCode, year } from './base.ts'

export const coverageQuery = z.strictObject({ reporter: areaCode, partner: areaCode })

/** How many figures an indicator has in a year, all partners, sources and parts of the year together. Years without any are absent. */
export const coverageRow = z.object({
  indicator: indicatorCode,
  topic: z.string(),
  domain: z.string(),
  years: z.array(year),
  figures: z.array(z.number().int()),
  sources: z.number().int(),
})
export type CoverageRow = z.infer<typeof coverageRow>

/** The newest figure of a channel. Age counts whole years from the end of the period to the newest publication in the store. */
export const channelAge = z.object({
  id: z.enum(channelIds),
  topic: z.string(),
  period: period.nullable(),
  year: year.nullable(),
  ageYears: z.number().int().nullable(),
})
export type ChannelAge = z.infer<typeof channelAge>

export const coverage = z.object({ rows: z.array(coverageRow), ages: z.array(channelAge), vintage: z.string() })
export type Coverage = z.infer<typeof coverage>

export const disagreementQuery = z.strictObject({
  reporter: areaCode,
  most: z.number().int().min(1).max(500).default(100),
  /** cells smaller than this part of the largest figure of the same indicator and period are left out: there a gap says nothing */
  least: z.number().min(0).max(1).default(0.01),
})
/** One cell that several sources give, sorted by how far apart they are. */
export const disagreement = z.object({
  indicator: indicatorCode,
  partner: areaCode,
  period,
  unit: z.string(),
  /** (largest − smallest) / largest, 0 to 1 */
  gap: z.number(),
  values: z.array(z.object({ source: sourceCode, value: z.number(), chosen: z.boolean() })),
})
export type Disagreement = z.infer<typeof disagreement>
export const disagreements = z.object({ cells: z.array(disagreement), compared: z.number().int() })

/** What rests on a source. */
export const sourceUse = z.object({
  source: sourceCode,
  figures: z.number().int(),
  indicators: z.number().int(),
  reporters: z.number().int(),
  firstYear: year.nullable(),
  lastYear: year.nullable(),
  events: z.number().int(),
  projects: z.number().int(),
  memberships: z.number().int(),
  scenarios: z.number().int(),
  claims: z.number().int(),
  corridors: z.number().int(),
})
export type SourceUse = z.infer<typeof sourceUse>
export const sourceQuery = z.strictObject({ source: sourceCode })
export const restsOn = z.object({
  series: z.array(
    z.object({
      indicator: indicatorCode,
      reporters: z.array(areaCode),
      firstYear: year,
      lastYear: year,
      figures: z.number().int(),
    }),
  ),
  events: z.array(z.object({ date: z.string(), title: z.string() })),
  projects: z.array(z.object({ title: z.string(), financing: z.string() })),
})
export type RestsOn = z.infer<typeof restsOn>
