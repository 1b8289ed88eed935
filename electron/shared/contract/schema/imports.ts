// What comes back of files: reports, reviews, batches and what they moved.
import { z } from 'zod'
import { columnRoles } from '../../domain/csvFile.ts'
import { areaCode, figure, fileToken } from './base.ts'
import { count, importDecisions, reviewGroups } from './importRequests.ts'
import { packageSigner } from './packages.ts'

/** What became of one file: the shape that the command line prints. */
export const importReport = z.object({
  file: z.string(),
  outcome: z.enum(['accepted', 'refused']),
  reason: z.string().nullable(),
  message: z.string(),
  /** of a data package only */
  signer: packageSigner.optional(),
  sha256: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  decimal: z.string().nullable(),
  format: z.string().nullable(),
  batch: z.number().nullable(),
  dryRun: z.boolean(),
  rows: z.object({
    read: count,
    new: count,
    revised: count,
    unchanged: count,
    aggregates: count,
    rejected: count,
    leftOut: count.optional(),
  }),
  revisions: z.array(
    z.object({
      line: z.number(),
      indicator: z.string(),
      reporter: areaCode,
      partner: areaCode,
      period: z.string(),
      from: figure,
      to: z.number(),
    }),
  ),
  rejected: z.array(z.object({ line: z.number(), column: z.string().nullable(), reason: z.string(), found: z.string() })),
  skipped: z.array(z.object({ line: z.number(), reason: z.string() })),
  warnings: z.array(
    z.object({
      code: z.string(),
      line: z.number().nullable(),
      message: z.string(),
      /** what the message names, in its order; absent in reports of older versions */
      about: z.array(z.string()).readonly().optional(),
    }),
  ),
  /** how many entries each list holds beyond those shown; only where one was cut */
  cut: z.object({ revisions: count, rejected: count, skipped: count, warnings: count }).optional(),
  ms: z.number(),
})
export type ImportReportAnswer = z.infer<typeof importReport>

/** What a file leaves open, with examples from it and what they would be under each answer. */
export const importQuestion = z.object({
  kind: z.enum([
    ...['decimal', 'unit', 'indicator', 'reporter', 'partner', 'period', 'value', 'format', 'columns'],
    ...['day-order', 'area'],
  ] as const),
  column: z.string().nullable(),
  /** figures that wait for the answer */
  figures: count,
  /** true: figures, or the whole file, stay out until it is answered */
  needed: z.boolean(),
  examples: z.array(
    z.object({
      line: count,
      found: z.string(),
      readings: z.array(z.object({ answer: z.string(), reading: z.string() })),
    }),
  ),
  candidates: z.array(areaCode),
})
export type ImportQuestion = z.infer<typeof importQuestion>

/** The report of a dry run; with `review`, what a person decides on. */
export const importPreview = importReport.extend({
  review: z
    .object({
      /** figures by group, each in exactly one; `kept` are in the store and not in the file; null when the file was refused */
      counts: z.record(z.enum(reviewGroups), count).nullable(),
      questions: z.array(importQuestion),
      /** of a refused file: where, and what it is about beyond its reason; null when it was accepted */
      refusal: z
        .object({
          line: z.number().nullable(),
          asks: z.string().nullable(),
          about: z.object({ kind: z.string(), text: z.string().optional() }).nullable(),
        })
        .nullable(),
      /** text of the saved mapping that was used, JSON */
      profile: z.string().nullable(),
    })
    .optional(),
})
export type ImportPreview = z.infer<typeof importPreview>
export const difference = z.object({
  indicator: z.string(),
  reporter: areaCode,
  partner: areaCode,
  source: z.string(),
  period: z.string(),
  /** stored value; null = none */
  from: figure,
  /** value of the file; null = the file has none */
  to: figure,
  /** what a held figure was compared with: the figure before it, or the sum of its partners */
  beside: figure,
  /** per cent of the size of what it is compared with; null where that was nothing or zero */
  change: figure,
  line: count,
  /** a thousand times the figure before, or a thousandth */
  jump: z.boolean(),
  /** a total that its partners do not add up to */
  wrongTotal: z.boolean(),
  aggregate: z.boolean(),
  /** the figure before came from another source */
  otherSource: z.boolean(),
  /** day since which the stored value is known */
  vintage: z.string().nullable(),
})
export type Difference = z.infer<typeof difference>
export const differencesAnswer = z.object({
  /** how many of the listed answer to the query */
  total: count,
  /** figures of the group */
  all: count,
  /** figures of the group that can be looked at one by one */
  listed: count,
  rows: z.array(difference),
})
export const movementAnswer = z.object({
  spread: z.object({ bins: z.array(count), limit: z.number(), beyond: count, median: z.number(), count }).nullable(),
  lines: z.array(
    z.object({
      indicator: z.string(),
      partner: areaCode,
      source: z.string(),
      figures: count,
      points: z.array(z.object({ period: z.string(), stored: figure, inFile: figure, held: z.boolean() })),
    }),
  ),
})
export type MovementAnswer = z.infer<typeof movementAnswer>
export const rejectedAnswer = z.object({ token: fileToken, name: z.string(), records: count })
export const columnRole = z.enum(columnRoles)
export const sampleAnswer = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  records: z.array(z.object({ line: count, fields: z.array(z.string()) })),
  header: z.number(),
  columns: z.array(z.object({ name: z.string(), role: columnRole.nullable(), examples: z.array(z.string()) })),
})
export type SampleAnswer = z.infer<typeof sampleAnswer>
/** A saved mapping: its text is JSON in the words of Frictionless Table Dialect and Table Schema. */
export const savedProfile = z.object({ name: z.string(), profile: z.string(), columns: count, savedAt: z.string() })
export const profileText = z.object({ name: z.string(), profile: z.string() })

export const batch = z.object({
  batch: z.number(),
  kind: z.enum(['bundled', 'import']),
  file: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  encoding: z.string(),
  format: z.string(),
  profile: z.string().nullable(),
  vintage: z.string(),
  importedAt: z.string(),
  importedBy: z.string(),
  note: z.string(),
  rows: importReport.shape.rows,
  undone: z.boolean(),
  undoneAt: z.string().nullable(),
})
export type Batch = z.infer<typeof batch>
/** The report kept with a batch (its lists cut), and the later batches that rest on it. */
export const batchDetail = z.object({
  batch,
  report: importReport.nullable(),
  dependents: z.array(z.number()),
  /** null = everything was taken */
  decisions: importDecisions.nullable(),
})
export type BatchDetail = z.infer<typeof batchDetail>
export const undoAnswer = z.object({
  batch: z.number(),
  removed: count,
  restored: count,
  cascaded: z.array(z.number()),
  /** later batches whose files had figures of the series that lost some, and left them as they were */
  confirmed: z.array(z.number()),
})
export type UndoAnswer = z.infer<typeof undoAnswer>
export const indicatorsAnswer = z.object({ added: z.array(z.string()), updated: z.array(z.string()) })

const reading = z.object({ value: z.number(), period: z.string() })
/** What a batch moved on the screens: verdicts of claims and the latest readings of channels, before it and after it. */
const inLanguages = z.object({ en: z.string(), ru: z.string(), kk: z.string() })
export const batchEffects = z.object({
  /** headlines of the overview that read otherwise since */
  headlines: z.array(z.object({ reporter: areaCode, partner: areaCode, before: inLanguages, now: inLanguages })),
  claims: z.array(
    z.object({
      id: z.string(),
      claim: inLanguages,
      before: z.string(),
      now: z.string(),
    }),
  ),
  channels: z.array(
    z.object({ reporter: areaCode, partner: areaCode, channel: z.string(), before: reading.nullable(), now: reading.nullable() }),
  ),
  indicators: z.array(z.object({ indicator: z.string(), new: count, revised: count })),
})
export type BatchEffects = z.infer<typeof batchEffects>
