import { z } from 'zod'
import { areaCode, asOf, figure, indicatorCode, period, sourceCode, texts } from './base.ts'

/** Which source a chart uses: the visible rule of the store, one named source, or all side by side. */
export const sourceRule = z.union([z.literal('preferred'), z.literal('all'), z.object({ source: sourceCode })])

export const seriesQuery = z.strictObject({
  indicators: z.array(indicatorCode).min(1).max(60),
  reporters: z.array(areaCode).max(300),
  /** empty = every partner */
  partners: z.array(areaCode).max(300),
  sourceRule: sourceRule.default('preferred'),
  /** plain years only, or every period as published */
  frequency: z.enum(['year', 'all']).default('year'),
  from: period.nullable().default(null),
  to: period.nullable().default(null),
  asOf: asOf.default(''),
})

/** One line of a chart: what was measured, by whom, and its points in order. A period that is not listed has no figure. */
export const series = z.object({
  indicator: indicatorCode,
  reporter: areaCode,
  partner: areaCode,
  unit: z.string(),
  periods: z.array(period),
  values: z.array(figure),
  statuses: z.array(z.string()),
  /** source of each point: under the rule 'preferred' it may change along the line */
  sources: z.array(sourceCode),
})

/** A place where a line must break or be explained: two sources join, a year is defective, a definition changed. */
export const seriesBreak = z.object({
  indicator: indicatorCode,
  reporter: areaCode,
  period,
  kind: z.enum(['join', 'defect', 'definition']),
  /** true = the chart leaves this period empty and writes the reason into the gap */
  gap: z.boolean(),
  fromSource: z.string(),
  toSource: z.string(),
  reason: texts,
})
export type SeriesBreak = z.infer<typeof seriesBreak>

export const seriesAnswer = z.object({ series: z.array(series), breaks: z.array(seriesBreak) })

export const observationQuery = z.strictObject({
  indicators: z.array(indicatorCode).min(1).max(60),
  reporter: areaCode.nullable().default(null),
  partner: areaCode.nullable().default(null),
  period: period.nullable().default(null),
  source: sourceCode.nullable().default(null),
  asOf: asOf.default(''),
  allSources: z.boolean().default(false),
})

export const observation = z.object({
  indicator: indicatorCode,
  reporter: areaCode,
  partner: areaCode,
  period,
  value: figure,
  unit: z.string(),
  status: z.string(),
  source: sourceCode,
  vintage: z.string(),
  batch: z.number(),
  line: z.number().nullable(),
  note: z.string(),
})
export type ObservationRow = z.infer<typeof observation>

export const sharesQuery = z.strictObject({
  indicator: indicatorCode,
  reporter: areaCode,
  period,
  source: sourceCode.nullable().default(null),
  asOf: asOf.default(''),
})
/** Partner shares of one year with the concentration measures; null where a measure is not defined. Shares in [0, 1]. */
export const concentration = z.object({
  total: figure,
  allocated: figure,
  unallocated: figure,
  partners: z.array(z.object({ partner: z.string(), value: z.number(), share: figure })),
  hhi: figure,
  hhiLow: figure,
  hhiHigh: figure,
  hhiNormalised: figure,
  effectivePartners: figure,
  shannonEffectivePartners: figure,
  n: z.number(),
})
export const sharesAnswer = concentration.extend({ source: sourceCode.nullable() })
export type SharesAnswer = z.infer<typeof sharesAnswer>

/** Concentration of every reporter in one period, under the rule of sources. */
export const concentrationsQuery = z.strictObject({ indicator: indicatorCode, period, asOf: asOf.default('') })
export const reporterConcentration = z.object({
  reporter: areaCode,
  source: z.string(),
  /** named partners with a figure */
  partners: z.number(),
  total: figure,
  hhi: figure,
  /** the unallocated part all with one further partner */
  hhiHigh: figure,
})
export type ReporterConcentration = z.infer<typeof reporterConcentration>

/** One cell with all that is known of it: what the evidence drawer shows. */
export const evidenceQuery = z.strictObject({
  indicator: indicatorCode,
  reporter: areaCode,
  partner: areaCode,
  period,
  source: sourceCode.nullable().default(null),
  asOf: asOf.default(''),
})
export const evidence = z.object({
  /** the observation the rule chooses (or of the named source); null when the cell is empty */
  chosen: observation.nullable(),
  /** why this source: the rule's reason as printed */
  rule: z.string(),
  /** every source's value for the same cell, the chosen one among them */
  all: z.array(observation),
  sources: z.array(
    z.object({
      code: sourceCode,
      title: z.string(),
      publisher: z.string(),
      url: z.string(),
      licence: z.string(),
      terms: z.string(),
      note: z.string(),
    }),
  ),
  batches: z.array(
    z.object({ batch: z.number(), file: z.string(), sha256: z.string(), vintage: z.string(), importedAt: z.string() }),
  ),
  warnings: z.array(z.object({ id: z.string(), text: texts })),
  breaks: z.array(seriesBreak),
  /** superseded values of the chosen cell, newest first */
  revisions: z.array(z.object({ value: figure, vintage: z.string(), batch: z.number() })),
})
export type Evidence = z.infer<typeof evidence>
