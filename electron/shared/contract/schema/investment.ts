import { z } from 'zod'
import { areaCode, asOf, figure, indicatorCode, sourceCode, year } from './base.ts'
import { seriesBreak } from './observations.ts'
import { readingLine, topicWarning } from './readings.ts'

export const investmentQuery = z.strictObject({ reporter: areaCode, asOf: asOf.default('') })

/** A block of yearly figures of one method: rows by partner or by section of economic activity. */
export const yearlyBlock = z.object({
  /** an indicator, or for sectors its code without the section's letter */
  indicator: indicatorCode,
  unit: z.string(),
  years: z.array(year),
  /** source of each row; all years of a row come from one */
  rows: z.array(z.object({ key: z.string(), source: sourceCode, values: z.array(figure) })),
  breaks: z.array(seriesBreak),
})
export type YearlyBlock = z.infer<typeof yearlyBlock>

export const investmentAnswer = z.object({
  /** countries with any figure on this topic, the richest first */
  reporters: z.array(areaCode),
  stock: yearlyBlock.nullable(),
  flow: yearlyBlock.nullable(),
  sectorStock: yearlyBlock.nullable(),
  sectorFlow: yearlyBlock.nullable(),
  /** statements on gross inflow: single points, never a line */
  gross: z.array(readingLine),
  /** sums over several years, as officials state them */
  cumulative: z.array(readingLine),
  /** shares of inflow or capital that national offices print instead of amounts */
  shares: z.array(readingLine),
  /** the country's net inflow and stock in all */
  national: z.array(readingLine),
  debt: z.array(readingLine),
  /** commitments of Chinese official finance and tracked Chinese deals, every reporter */
  chinese: z.array(readingLine),
  warnings: z.array(topicWarning),
})
export type Investment = z.infer<typeof investmentAnswer>
