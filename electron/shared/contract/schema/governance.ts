import { z } from 'zod'
import { areaCode, asOf, sourceCode, year } from './base.ts'
import { seriesBreak } from './observations.ts'
import { cellRef } from './overview.ts'

export const governanceQuery = z.strictObject({ reporter: areaCode, partner: areaCode, asOf: asOf.default('') })

export const scorePoint = z.object({
  year,
  value: z.number(),
  /** standard error as published; null where the source gives none */
  error: z.number().nullable(),
  cell: cellRef,
  /** what other sources print for the same year */
  others: z.array(z.object({ source: sourceCode, value: z.number() })),
})
export type ScorePoint = z.infer<typeof scorePoint>

/** Trade with one partner read in three ways: share of trade, share of the economy, per person. */
export const readingPoint = z.object({
  year,
  /** exports plus imports, USD million */
  amount: z.number(),
  /** per cent of the reporter's trade; null where the total is not known */
  shareOfTrade: z.number().nullable(),
  /** per cent of GDP; null without a GDP of that year */
  shareOfGdp: z.number().nullable(),
  /** USD per inhabitant; null without a population of that year */
  perPerson: z.number().nullable(),
})
export type ReadingPoint = z.infer<typeof readingPoint>

export const governance = z.object({
  /** Corruption Perceptions Index, 0 to 100, from 2012: as published, unchanged */
  cpi: z.array(scorePoint),
  /** its old scale, 0 to 10, to 2011: another method, never on one line with the new one */
  cpiOld: z.array(scorePoint),
  /** Worldwide Governance Indicators, about −2.5 to 2.5 */
  corruption: z.array(scorePoint),
  gdp: z.array(scorePoint),
  population: z.array(scorePoint),
  reading: z.array(readingPoint),
  breaks: z.array(seriesBreak),
  /** newest score of every country on record */
  elsewhere: z.array(z.object({ reporter: areaCode, year, value: z.number(), cell: cellRef })),
})
export type Governance = z.infer<typeof governance>
