// What the user adds to the store: events, items for a briefing, settings, a choice of source.
import { z } from 'zod'
import { eventCategories } from '../../domain/event.ts'
import { areaCode, indicatorCode, sourceCode, year } from './base.ts'

export const eventRow = z.object({
  id: z.number().int(),
  /** a year, a month or a day */
  date: z.string(),
  title: z.string(),
  description: z.string(),
  category: z.enum(eventCategories),
  partners: z.array(areaCode),
  /** code of a source of the store, or the user's own words */
  source: z.string(),
  sourceTitle: z.string(),
  sourceUrl: z.string(),
  origin: z.enum(['bundled', 'user']),
  /** whose event a user's event is; empty = everybody's */
  reporter: z.union([areaCode, z.literal('')]),
  hidden: z.boolean(),
})
export type EventRow = z.infer<typeof eventRow>

/** Read with the words of a person: the handler says what is wrong with a date, so the schema only limits its length. */
export const eventDraft = z.strictObject({
  /** null = a new event */
  id: z.number().int().nullable(),
  date: z.string().max(40),
  title: z.string().max(200),
  description: z.string().max(2000),
  category: z.enum(eventCategories),
  partners: z.array(areaCode).max(20),
  source: z.string().max(500),
  reporter: z.union([areaCode, z.literal('')]).default(''),
})
export const savedRow = z.object({ id: z.number().int() })
export const eventChoice = z.strictObject({ id: z.number().int(), hidden: z.boolean() })
export const rowChoice = z.strictObject({ id: z.number().int() })

/** A view that draws an item again, and the figures as they stood: JSON of the feature that added it, kept as it is. */
const json = z.record(z.string(), z.json())
export const briefingKinds = ['chart', 'table', 'map', 'number', 'text'] as const
export const briefingDraft = z.strictObject({
  kind: z.enum(briefingKinds),
  title: z.string().min(1).max(400),
  view: json,
  snapshot: json,
})
export type BriefingDraft = z.input<typeof briefingDraft>
export const briefingItem = z.object({
  id: z.number().int(),
  kind: z.enum(briefingKinds),
  title: z.string(),
  view: json,
  snapshot: json,
  addedAt: z.string(),
})
export type BriefingItem = z.infer<typeof briefingItem>

/** What the user set for every start. Null = not set: the program decides. */
export const settings = z.object({
  language: z.enum(['en', 'ru', 'kk']).nullable(),
  theme: z.enum(['light', 'dark', 'system']).nullable(),
  reporter: areaCode.nullable(),
  partners: z.array(areaCode).min(1).max(8).nullable(),
  baseYear: year.nullable(),
  /** false = charts without lines of events */
  eventMarkers: z.boolean().nullable(),
  /** true once the tour of the first start was walked or skipped */
  tourSeen: z.boolean().nullable(),
})
export type Settings = z.infer<typeof settings>
/** Fields left out stay as they are; null forgets one. */
export const settingsPatch = settings.partial().strict()

/** One line of the rule that says which source the charts use. */
export const ruleLine = z.object({
  periodFrom: z.string(),
  periodTo: z.string(),
  source: sourceCode,
  rank: z.number(),
  reason: z.string(),
  origin: z.enum(['bundled', 'user']),
})
export const sourceRuleQuery = z.strictObject({ reporter: areaCode })
export const sourceRuleRow = z.object({
  indicator: indicatorCode,
  /** sources that have figures for this indicator and reporter */
  sources: z.array(z.object({ source: sourceCode, firstYear: year, lastYear: year, figures: z.number() })),
  /** in the order they are tried; empty = no rule speaks and the newest release is taken */
  lines: z.array(ruleLine),
  /** the source the user put first; null = the bundled rule */
  chosen: sourceCode.nullable(),
})
export type SourceRuleRow = z.infer<typeof sourceRuleRow>
export const sourceRuleChoice = z.strictObject({ indicator: indicatorCode, reporter: areaCode, source: sourceCode })
/** Null = every one. */
export const sourceRuleReset = z.strictObject({ indicator: indicatorCode.nullable(), reporter: areaCode.nullable() })
