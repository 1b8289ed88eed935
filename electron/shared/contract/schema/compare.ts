import { z } from 'zod'
import { compareMeasures } from '../../domain/compareMeasures.ts'
import { areaCode, asOf, sourceCode, year } from './base.ts'
import { methodJson } from './dependence.ts'

export const compareQuery = z.strictObject({
  /** the partner whose weight is compared */
  on: areaCode,
  asOf: asOf.default(''),
})

/** One reading of one country: per cent, index points (1-100), HHI (0-1) or a distance. A range where only bounds are known. */
export const comparePoint = z.object({ year, value: z.number(), low: z.number(), high: z.number(), source: z.string() })
export type ComparePoint = z.infer<typeof comparePoint>
export const compareLine = z.object({ reporter: areaCode, points: z.array(comparePoint) })
export const compareMeasure = z.object({
  id: z.enum(compareMeasures),
  /** `PCT`, `INDEX_1_100`, `INDEX_0_1`, `DISTANCE` */
  unit: z.string(),
  /** indicator whose cell a click opens; null where a figure rests on many */
  indicator: z.string().nullable(),
  lines: z.array(compareLine),
})
export type CompareMeasure = z.infer<typeof compareMeasure>

export const compareAnswer = z.object({
  on: areaCode,
  /** the one source of all trade shares: never joined to another */
  tradeSource: sourceCode,
  reporters: z.array(areaCode),
  measures: z.array(compareMeasure),
  /** of the index; complete, so that it recomputes elsewhere */
  method: methodJson,
  /** years a country's trade must stay empty */
  gaps: z.array(z.object({ reporter: areaCode, year })),
})
export type CompareAnswer = z.infer<typeof compareAnswer>
