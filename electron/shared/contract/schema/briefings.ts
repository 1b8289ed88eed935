// Briefings as they are kept: an order of slides with the author's own words; the figures come from the store whenever one is composed.
import { z } from 'zod'
import { recipeIds, templateIds } from '../../domain/briefing.ts'
import { MOST_SLIDES, MOST_TEXT } from '../briefingLimits.ts'
import { areaCode, asOf, fileToken, year } from './base.ts'
import { briefingDocument, briefingLanguages } from './briefingDocument.ts'
import { briefingItem } from './own.ts'

/** A figure as it stood when the slide was last refreshed: both ends where it was a range. */
export const seenFigure = z.strictObject({ low: z.number(), high: z.number() })

export const briefingEntry = z.strictObject({
  /** unique within its briefing */
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  recipe: z.enum(recipeIds),
  params: z.record(z.string().regex(/^[a-zA-Z]{1,20}$/), z.union([z.string().max(200), z.number()])),
  /** '' = the generated headline */
  title: z.string().max(400),
  /** paragraphs of the author's own, fields as `{{field:…}}` */
  text: z.string().max(MOST_TEXT),
  notes: z.string().max(MOST_TEXT),
  /** figures by key, and under `figure` a number that stands for the drawing; null = never refreshed */
  seen: z.record(z.string().max(220), seenFigure).nullable(),
})
export type BriefingEntry = z.infer<typeof briefingEntry>

export const briefingContent = z.strictObject({
  /** '' = the generated title */
  name: z.string().max(200),
  /** null = the language of whoever looks at it */
  language: z.enum(briefingLanguages).nullable(),
  reporter: areaCode,
  /** the first is the one that headlines are about, the second is compared */
  partners: z.array(areaCode).min(1).max(4),
  baseYear: year,
  asOf,
  template: z.enum(templateIds).nullable(),
  entries: z.array(briefingEntry).max(MOST_SLIDES),
})
export type BriefingContent = z.infer<typeof briefingContent>

export const briefing = z.object({
  id: z.number().int(),
  content: briefingContent,
  /** came with the program */
  shipped: z.boolean(),
  savedAt: z.string(),
  version: z.number().int(),
})
export type Briefing = z.infer<typeof briefing>

export const briefingSummary = briefing.omit({ content: true }).extend({
  name: z.string(),
  reporter: areaCode,
  partners: z.array(areaCode),
  language: z.enum(briefingLanguages).nullable(),
  template: z.enum(templateIds).nullable(),
  slides: z.number().int(),
})
export type BriefingSummary = z.infer<typeof briefingSummary>

export const briefingChoice = z.strictObject({ id: z.number().int().positive() })
/** null = a new briefing */
export const briefingSave = z.strictObject({ id: z.number().int().positive().nullable(), content: briefingContent })
export const briefingRemoval = z.strictObject({ id: z.number().int().positive(), removed: z.boolean().default(true) })
export const briefingVersion = z.object({
  version: z.number().int(),
  savedAt: z.string(),
  name: z.string(),
  slides: z.number().int(),
})
export const briefingRestore = z.strictObject({ id: z.number().int().positive(), version: z.number().int().positive() })
export const briefingFile = z.strictObject({ file: fileToken })

/** What a file of a briefing holds: the briefing and the things set aside that its slides show. */
export const briefingFileContent = z.strictObject({
  format: z.literal('multivector-briefing'),
  version: z.literal(1),
  madeBy: z.string().max(60),
  briefing: briefingContent,
  items: z.array(briefingItem.omit({ addedAt: true }).strict()).max(MOST_SLIDES),
})

/** A kept briefing, or one as it stands on a screen; the content goes first. */
export const composeRequest = z
  .strictObject({
    id: z.number().int().positive().nullable().default(null),
    content: briefingContent.nullable().default(null),
    /** null = the briefing's own, else English */
    language: z.enum(briefingLanguages).nullable().default(null),
    /** one slide alone; null = all */
    only: z.string().max(40).nullable().default(null),
  })
  .refine(({ id, content }) => id !== null || content !== null, { error: 'name a briefing, or send one' })

/** The figures of these slides as they stand now; null = of every slide. */
export const refreshRequest = z.strictObject({
  content: briefingContent,
  entries: z.array(z.string().max(40)).max(MOST_SLIDES).nullable().default(null),
})
export { briefingDocument }
