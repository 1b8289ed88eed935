// A briefing as a file: what is asked for, and what waits in the spool.
import { z } from 'zod'
import { fileToken } from './base.ts'
import { briefingLanguages } from './briefingDocument.ts'
import { briefingContent } from './briefings.ts'

/** `csv`, `xlsx`, `datapackage`, `sdmx-csv`: the figures behind the briefing. */
export const renderFormats = ['pdf', 'pptx', 'html', 'csv', 'xlsx', 'datapackage', 'sdmx-csv'] as const
export const papers = ['a4', 'letter'] as const

/** A kept briefing, or one as it stands on a screen; the content goes first. */
export const renderRequest = z
  .strictObject({
    id: z.number().int().positive().nullable().default(null),
    content: briefingContent.nullable().default(null),
    /** null = the briefing's own, else English */
    language: z.enum(briefingLanguages).nullable().default(null),
    format: z.enum(renderFormats),
    paper: z.enum(papers).default('a4'),
    /** the speaker's notes are printed under their slides (PDF, HTML); PowerPoint always has them */
    notes: z.boolean().default(false),
  })
  .refine(({ id, content }) => id !== null || content !== null, { error: 'name a briefing, or send one' })

/** `slides` counts what the file shows; `sources` those it names. */
export const renderAnswer = z.object({
  token: fileToken,
  name: z.string(),
  slides: z.number().int(),
  sources: z.number().int(),
  bytes: z.number().int(),
})
export type RenderAnswer = z.infer<typeof renderAnswer>
