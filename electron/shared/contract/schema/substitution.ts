import { z } from 'zod'
import { areaCode, asOf, figure, indicatorCode, share, sourceCode, year } from './base.ts'
import { seriesBreak } from './observations.ts'
import { cellRef } from './overview.ts'

export const substitutionQuery = z.strictObject({
  reporter: areaCode,
  /** amounts of several indicators are added up (exports plus imports) */
  indicators: z.array(indicatorCode).min(1).max(4),
  /** null = the base year where it has figures, else the first year with partners */
  from: year.nullable().default(null),
  /** null = the latest year */
  to: year.nullable().default(null),
  awayFrom: areaCode.default('RUS'),
  asOf: asOf.default(''),
})

/** One partner at both dates. Shares 0-1; null where the partner has no figure in that year and 0 was taken. */
export const shareChange = z.object({
  /** `_X` = what the source gives to no named partner */
  partner: z.string(),
  change: z.number(),
  from: figure,
  to: figure,
  cellsFrom: z.array(cellRef),
  cellsTo: z.array(cellRef),
})
export type ShareChange = z.infer<typeof shareChange>

export const substitutionAnswer = z.object({
  /** years with figures by partner; the pickers offer these */
  years: z.array(year),
  from: year,
  to: year,
  awayFrom: areaCode,
  lost: z.number(),
  /** everyone else, the largest gain first; with `lost` they sum to zero */
  gains: z.array(shareChange),
  away: shareChange,
  largestGainer: z.string().nullable(),
  substitutionRatio: figure,
  hhiFrom: z.number(),
  hhiTo: z.number(),
  verdict: z.enum(['diversified', 'replaced', 'both', 'neither']),
  /** thresholds of the verdict, to be printed */
  rule: z.object({ lossAtLeast: share, replacedFrom: z.number(), hhiFallAtLeast: share }),
  /** partners with a negative amount (a stock more withdrawn than invested), at most one per cent of the total: no share, to be named */
  leftOut: z.array(z.object({ year, partner: areaCode, value: z.number() })),
  sourcesFrom: z.array(sourceCode),
  sourcesTo: z.array(sourceCode),
  /** of every year in `years`; low to high where a part is not allocated */
  hhi: z.array(z.object({ year, value: figure, low: figure, high: figure, effectivePartners: figure, source: z.string() })),
  /** the ten largest at each date, in order */
  topFrom: z.array(z.object({ partner: areaCode, share })),
  topTo: z.array(z.object({ partner: areaCode, share })),
  breaks: z.array(seriesBreak),
})
export type SubstitutionAnswer = z.infer<typeof substitutionAnswer>
