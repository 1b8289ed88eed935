import { z } from 'zod'
import { areaCode, day, figure, fileToken, indicatorCode } from './base.ts'

/** What the user says of a file, for what it does not say itself. */
export const importOptions = z.strictObject({
  format: z.string().max(100).optional(),
  indicator: indicatorCode.optional(),
  reporter: z.string().max(100).optional(),
  partner: z.string().max(100).optional(),
  unit: z.string().max(100).optional(),
  source: z.string().min(1).max(200).optional(),
  vintage: day.optional(),
  encoding: z.string().max(40).optional(),
  delimiter: z.string().max(10).optional(),
  decimal: z.enum([',', '.']).optional(),
  strict: z.boolean().optional(),
})
export type ImportOptionsRequest = z.input<typeof importOptions>

export const csvRequest = z.strictObject({
  file: fileToken,
  options: importOptions.default({}),
  /** text of a saved mapping, JSON */
  profile: z.string().max(1_000_000).nullable().default(null),
  note: z.string().max(2000).default(''),
  /** names the work, for progress and for cancelling it */
  job: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .default('import'),
})
export type CsvRequest = z.input<typeof csvRequest>

const count = z.number().int().min(0)

/** What became of one file: the shape that the command line prints. */
export const importReport = z.object({
  file: z.string(),
  outcome: z.enum(['accepted', 'refused']),
  reason: z.string().nullable(),
  message: z.string(),
  sha256: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  decimal: z.string().nullable(),
  format: z.string().nullable(),
  batch: z.number().nullable(),
  dryRun: z.boolean(),
  rows: z.object({ read: count, new: count, revised: count, unchanged: count, aggregates: count, rejected: count }),
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
  warnings: z.array(z.object({ code: z.string(), line: z.number().nullable(), message: z.string() })),
  /** how many entries each list holds beyond those shown; only where one was cut */
  cut: z.object({ revisions: count, rejected: count, skipped: count, warnings: count }).optional(),
  ms: z.number(),
})
export type ImportReportAnswer = z.infer<typeof importReport>

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

export const batchRequest = z.strictObject({ batch: z.number().int().min(1) })
/** The report kept with a batch (its lists cut), and the later batches that rest on it. */
export const batchDetail = z.object({ batch, report: importReport.nullable(), dependents: z.array(z.number()) })
export type BatchDetail = z.infer<typeof batchDetail>

export const undoRequest = z.strictObject({ batch: z.number().int().min(1), cascade: z.boolean().default(false) })
export const undoAnswer = z.object({ batch: z.number(), removed: count, restored: count, cascaded: z.array(z.number()) })
export type UndoAnswer = z.infer<typeof undoAnswer>

export const jobRequest = z.strictObject({ job: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) })

/** An undone batch, imported again from its kept file. */
export const redoRequest = z.strictObject({ batch: z.number().int().min(1), job: jobRequest.shape.job.default('redo') })

/** Definitions of indicators as CSV text, and what became of them. */
export const indicatorsRequest = z.strictObject({ csv: z.string().max(5_000_000) })
export const indicatorsAnswer = z.object({ added: z.array(z.string()), updated: z.array(z.string()) })
