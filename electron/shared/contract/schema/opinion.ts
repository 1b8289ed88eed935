import { z } from 'zod'
import { areaCode, asOf, indicatorCode, period, sourceCode } from './base.ts'
import { cellRef } from './overview.ts'

export const opinionQuery = z.strictObject({ reporter: areaCode, asOf: asOf.default('') })

const bound = z.enum(['exact', 'atLeast', 'about'])
export const pollSample = z.object({
  n: z.number().int(),
  bound: z.enum(['exact', 'atLeast']),
  /** the source that states it: another source of the same wave may */
  source: sourceCode,
})

/** One answer of one wave. */
export const pollPoint = z.object({
  period,
  year: z.number().int(),
  value: z.number(),
  bound,
  sample: pollSample.nullable(),
  /** 95 per cent, simple random sampling; null when the sample is not known. Where only a least sample is known, the widest interval. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  note: z.string(),
  cell: cellRef,
  /** what other sources print for the same wave */
  others: z.array(z.object({ source: sourceCode, value: z.number() })),
})
export type PollPoint = z.infer<typeof pollPoint>

export const pollster = z.object({ id: z.string(), name: z.string(), state: z.boolean() })
/** One question of one pollster about one country: the only points that may stand on one line. */
export const pollQuestion = z.object({
  id: z.string(),
  reporter: areaCode,
  indicator: indicatorCode,
  partner: areaCode,
  pollster,
  /** which wording, where the pollster changed it between waves; empty otherwise */
  wording: z.enum(['customs-union', '']),
  points: z.array(pollPoint),
})
export type PollQuestion = z.infer<typeof pollQuestion>

export const netPoint = z.object({
  period,
  year: z.number().int(),
  positive: z.number(),
  negative: z.number(),
  /** points, −100 to 100 */
  net: z.number(),
  /** half of the 95 per cent interval, points; null when the sample is not known */
  margin: z.number().nullable(),
  cells: z.array(cellRef),
})
export const netLine = z.object({
  id: z.string(),
  positive: indicatorCode,
  negative: indicatorCode,
  partner: areaCode,
  pollster,
  points: z.array(netPoint),
})
export type NetLine = z.infer<typeof netLine>

export const protestCount = z.object({
  indicator: indicatorCode,
  partner: areaCode,
  period,
  value: z.number(),
  bound,
  note: z.string(),
  cell: cellRef,
})
export type ProtestCount = z.infer<typeof protestCount>

export const opinion = z.object({
  questions: z.array(pollQuestion),
  net: z.array(netLine),
  protests: z.array(protestCount),
  /** the same questions elsewhere: world medians and means of several countries */
  benchmarks: z.array(pollQuestion),
  /** reporters with at least one poll, most figures first */
  reporters: z.array(areaCode),
})
export type Opinion = z.infer<typeof opinion>
