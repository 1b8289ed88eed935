// A composed briefing: everything that a slide, a page or a file shows, with every number resolved in the briefing's language. The composer
// (db/briefing) makes it from the store; renderers (page, PDF, PowerPoint, HTML) only draw it, so that all of them say the same.
import { z } from 'zod'
import { areaCode, day, figure, sourceCode } from './base.ts'
import { cellRef } from './overview.ts'

export const briefingLanguages = ['en', 'ru', 'kk'] as const

/** The unit of a figure: its code, the words that stand at an axis, and the decimals of a label. */
export const figureUnit = z.object({ code: z.string(), label: z.string(), decimals: z.number().int().min(0).max(6) })

/** One series over the periods of its figure. `values[i]` belongs to `periods[i]`; null = no figure, drawn as a gap. */
export const figureSeries = z.object({
  id: z.string(),
  label: z.string(),
  /** whose colour, dash and marker it wears; null = ink */
  partner: z.string().nullable(),
  values: z.array(figure),
  /** both ends of a range or a band, where there is one */
  low: z.array(figure).nullable(),
  high: z.array(figure).nullable(),
})

/**
 * A figure without a drawing: numbers, names and what must be said beside them.
 * `line`, `stacked-area`: periods on the x axis. `bar`: one bar per period (any category). `waterfall`: `periods` are the steps, first and last
 * are levels, the others changes that add up. `then-now`: `periods` is [base, latest], a series per measure. `range`: low to high per period.
 */
export const figureKinds = ['line', 'stacked-area', 'bar', 'waterfall', 'then-now', 'range'] as const
export const figureSpec = z.object({
  kind: z.enum(figureKinds),
  /** what is measured, of what, in which unit, over which years */
  subtitle: z.string(),
  unit: figureUnit,
  periods: z.array(z.string()),
  series: z.array(figureSeries),
  baseYear: z.number().int().nullable(),
  events: z.array(z.object({ date: z.string(), label: z.string() })),
  joins: z.array(z.string()),
  gaps: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string() })),
  /** the finding with its three most telling numbers: alternative text of the drawing */
  summary: z.string(),
})
export type FigureSpec = z.infer<typeof figureSpec>

export const documentTable = z.object({
  columns: z.array(z.object({ label: z.string(), align: z.enum(['left', 'right']) })),
  rows: z.array(z.array(z.string())),
})

/** A number of the store inside a text. `was` is what the text said when it was last refreshed, if the store says something else now. */
export const documentField = z.object({ text: z.string(), was: z.string().nullable(), cells: z.array(cellRef) })
export const documentRun = z.union([z.object({ text: z.string() }), z.object({ field: documentField })])
export const documentParagraph = z.array(documentRun)

/** One of at most four numbers beside a figure. */
export const documentNumber = z.object({
  label: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  direction: z.enum(['up', 'down', 'held']).nullable(),
  cells: z.array(cellRef),
})

export const slideLayouts = ['cover', 'figure', 'table', 'text', 'sources'] as const
export const documentSlide = z.object({
  /** the item of the briefing that it was made from */
  id: z.string(),
  layout: z.enum(slideLayouts),
  title: z.string(),
  /** one sentence under the title */
  support: documentParagraph,
  paragraphs: z.array(documentParagraph),
  figure: figureSpec.nullable(),
  /** a drawing that no figure describes (a map): one standalone SVG, made by the page, shown as an image and never as markup */
  svg: z.string().nullable(),
  /** the same drawing as a PNG (base64), for programs that know no SVG */
  png: z.string().nullable(),
  table: documentTable.nullable(),
  /** stands in the place of a drawing that may not be shown: what the reader must know instead */
  notice: z.string().optional(),
  numbers: z.array(documentNumber).max(4),
  /** numbers of `sources` of the document that the slide rests on, from 1 */
  sources: z.array(z.number().int().positive()),
  warnings: z.array(z.string()),
  /** what the speaker sees alone */
  notes: z.string(),
  /** figures changed or gone since the slide was last refreshed */
  stale: z.boolean(),
})
export type DocumentSlide = z.infer<typeof documentSlide>

export const documentSource = z.object({
  code: sourceCode,
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  url: z.string(),
  narrow: z.boolean(),
})

export const briefingDocument = z.object({
  title: z.string(),
  subtitle: z.string(),
  language: z.enum(briefingLanguages),
  reporter: areaCode,
  reporterName: z.string(),
  /** day on which it was composed, and the newest day of the figures in it */
  date: day,
  asOf: z.string(),
  slides: z.array(documentSlide),
  sources: z.array(documentSource),
  /** how the figures were computed, a paragraph each */
  method: z.array(z.string()),
  warnings: z.array(z.string()),
  /** what a file says about its making */
  made: z.object({ appVersion: z.string(), storeChecksum: z.string(), methodId: z.string() }),
  /** fixed words of the layout in the document's language: "Sources", "Method and warnings", "As known on", "page" … */
  words: z.record(z.string(), z.string()),
})
export type BriefingDocument = z.infer<typeof briefingDocument>
