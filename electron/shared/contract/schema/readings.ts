// Figures that come as single readings from many sources, each with what the source said about its exactness.
import { z } from 'zod'
import { bounds } from '../../domain/reading.ts'
import { areaCode, indicatorCode, period, sourceCode, texts, year } from './base.ts'
import { cellRef } from './overview.ts'

export const reading = z.object({
  period,
  /** last year the period reaches into */
  year,
  value: z.number(),
  bound: z.enum(bounds),
  note: z.string(),
  cell: cellRef,
  /** what other sources print for the same period */
  others: z.array(z.object({ source: sourceCode, value: z.number() })),
})
export type Reading = z.infer<typeof reading>

/** Readings of one indicator in order of period, one per period. */
export const readingLine = z.object({
  indicator: indicatorCode,
  reporter: areaCode,
  partner: areaCode,
  unit: z.string(),
  readings: z.array(reading),
})
export type ReadingLine = z.infer<typeof readingLine>

/** A trap that the notes of the data name. */
export const topicWarning = z.object({ id: z.string(), indicator: z.string(), partner: z.string(), text: texts })
export type TopicWarning = z.infer<typeof topicWarning>
