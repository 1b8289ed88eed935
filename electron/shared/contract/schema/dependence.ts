import { z } from 'zod'
import { areaCode, asOf, figure, indicatorCode, year } from './base.ts'
import { cellRef } from './overview.ts'

/** JSON of a method or of a part of it; what it must hold is checked by name in analytics/dependence/method.ts. */
export const methodJson = z.record(z.string(), z.json())
export type MethodJson = z.infer<typeof methodJson>

/** Weights 0-10 by the id of a pillar or channel; what is not named keeps the method's own weight. */
export const weightSetting = z.strictObject({
  pillars: z.record(z.string().max(100), z.number()).default({}),
  channels: z.record(z.string().max(100), z.number()).default({}),
})
export type WeightChoice = z.infer<typeof weightSetting>

export const dependenceQuery = z.strictObject({
  reporter: areaCode,
  on: areaCode,
  /** null = the first and last year with any figure */
  from: year.nullable().default(null),
  to: year.nullable().default(null),
  /** two years to compare; null = the first and last year with an index */
  compare: z.tuple([year, year]).nullable().default(null),
  /** null = the method kept by the user, else the one that comes with the program */
  method: methodJson.nullable().default(null),
  weights: weightSetting.nullable().default(null),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
  asOf: asOf.default(''),
})

/** A figure as it enters the index, in the unit of the channel's goalposts (shares 0-1), with the cells of the store behind it. */
export const dependenceFigure = z.object({
  year,
  /** as it was measured: a year, a window 2009/2013, a poll's month */
  period: z.string(),
  low: z.number(),
  high: z.number(),
  source: z.string(),
  cells: z.array(cellRef),
})
export const dependenceInput = z.object({ channel: z.string(), figures: z.array(dependenceFigure) })
export type DependenceInput = z.infer<typeof dependenceInput>

const channelYear = z.object({
  channel: z.string(),
  pillar: z.string(),
  indicator: indicatorCode,
  share: figure,
  low: figure,
  high: figure,
  score: figure,
  source: z.string().nullable(),
  carriedFrom: z.number().nullable(),
  contribution: z.number(),
})

const dependenceYear = z.object({
  year,
  index: figure,
  alternative: figure,
  low: figure,
  median: figure,
  high: figure,
  runs: z.number(),
  coverage: z.number(),
  carried: z.number(),
  pillars: z.array(z.object({ pillar: z.string(), score: figure, contribution: z.number() })),
  channels: z.array(channelYear),
  /** the index with one occasional pillar on top, in years that have it */
  extended: z.array(
    z.object({
      pillar: z.string(),
      index: figure,
      alternative: figure,
      low: figure,
      median: figure,
      high: figure,
      runs: z.number(),
    }),
  ),
})

const yearComparison = z.object({
  from: year,
  to: year,
  gap: z.enum(['too-few-common-channels']).nullable(),
  matchedChannels: z.array(z.string()),
  change: figure,
  low: figure,
  median: figure,
  high: figure,
  fromIndex: figure,
  toIndex: figure,
  levelChange: figure,
  composition: figure,
  contributions: z.array(z.object({ channel: z.string(), pillar: z.string(), contribution: z.number() })),
  signHolds: figure,
  leaveOneOut: z.array(z.object({ channel: z.string(), change: figure })),
  leaveOneOutRange: z.object({ low: z.number(), high: z.number() }).nullable(),
  drivers: z.array(z.object({ choice: z.string(), share: z.number() })),
  verdict: z.enum(['rose', 'fell', 'no-clear-change']).nullable(),
})

export const dependenceAnswer = z.object({
  reporter: areaCode,
  on: areaCode,
  /** complete: every default filled in, so that it recomputes to the same bits elsewhere */
  method: methodJson,
  seed: z.number(),
  years: z.array(dependenceYear),
  comparison: yearComparison.nullable(),
  /** what the index was computed from: the page computes other weights itself */
  inputs: z.array(dependenceInput),
})
export type DependenceAnswer = z.infer<typeof dependenceAnswer>

/** A named set of weights of the user's own. */
export const weightSet = z.object({ name: z.string(), weights: weightSetting })
export type WeightSet = z.infer<typeof weightSet>
export const weightSets = z.object({
  sets: z.array(weightSet),
  /** a method of the user's own that takes the place of the bundled one; null = the bundled one */
  method: methodJson.nullable(),
})
export const weightSetDraft = z.strictObject({ name: z.string().trim().min(1).max(80), weights: weightSetting })
export const weightSetName = z.strictObject({ name: z.string().min(1).max(80) })
export const methodChoice = z.strictObject({ method: methodJson.nullable() })
export type WeightSets = z.infer<typeof weightSets>
/** A method to be saved as a file. */
export const methodExport = z.strictObject({ method: methodJson })
