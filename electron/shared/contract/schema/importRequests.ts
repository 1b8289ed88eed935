// What is asked of files, and of what they brought: apart from the answers, for a command checks what it asks and need not build the forms of
// what comes back.
import { z } from 'zod'
import { areaCode, day, fileToken, indicatorCode } from './base.ts'

export const count = z.number().int().min(0)

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
  /** order of day and month in days such as 03/04/2024 */
  dayOrder: z.enum(['day-month', 'month-day']).optional(),
  /** texts of the file and the areas they mean */
  areas: z.record(z.string().max(300), areaCode).optional(),
  /** texts of the file and the indicators they mean */
  indicators: z.record(z.string().max(300), indicatorCode).optional(),
})
export type ImportOptionsRequest = z.input<typeof importOptions>

const job = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** A group of figures is taken, left out, or only what answers to some words is taken. */
export const groupDecision = z.union([z.enum(['take', 'leave']), z.strictObject({ only: z.string().min(1).max(200) })])
export type GroupDecision = z.infer<typeof groupDecision>

/** What the reader decided in the review. */
export const importDecisions = z.strictObject({
  held: z.enum(['take', 'leave']).default('take'),
  revised: groupDecision.default('take'),
  new: groupDecision.default('take'),
  /** held figures decided otherwise than their group */
  except: z
    .array(z.strictObject({ line: z.number().int(), indicator: indicatorCode, partner: areaCode, period: z.string().max(21) }))
    .max(10_000)
    .default([]),
})
export type ImportDecisions = z.output<typeof importDecisions>

export const csvRequest = z.strictObject({
  file: fileToken,
  options: importOptions.default({}),
  /** text of a saved mapping, JSON */
  profile: z.string().max(1_000_000).nullable().default(null),
  note: z.string().max(2000).default(''),
  /** names the work, for progress and for cancelling it */
  job: job.default('import'),
  /** keep the differences for a review page by page, and say what the file leaves open */
  review: z.boolean().default(false),
  /** read the first piece of the file only: for a mapping in the making */
  headOnly: z.boolean().default(false),
  /** what the reader decided; null = everything is taken */
  decisions: importDecisions.nullable().default(null),
})

export const reviewGroups = ['held', 'revised', 'new', 'older', 'unchanged', 'kept'] as const
export type ReviewGroup = (typeof reviewGroups)[number]

export const differencesRequest = z.strictObject({
  job,
  group: z.enum(reviewGroups),
  query: z.string().max(200).default(''),
  order: z.enum(['change', 'line', 'indicator', 'reporter', 'partner', 'period', 'stored', 'value']).default('line'),
  descending: z.boolean().default(false),
  language: z.enum(['en', 'ru', 'kk']).default('en'),
  offset: count.default(0),
  limit: z.number().int().min(1).max(500).default(100),
})

/** What a file moves: the sizes of all revisions, and lines of one reporter with the stored figures beside those of the file. */
export const movementRequest = z.strictObject({ job, reporter: areaCode })

/** Rejected records of a dry run as a CSV of their own, to be mended and imported again. */
export const rejectedRequest = z.strictObject({
  file: fileToken,
  job,
  options: importOptions.default({}),
  profile: z.string().max(1_000_000).nullable().default(null),
})

/** The first lines of a file as they stand, and a guess of what its columns are for. */
export const sampleRequest = z.strictObject({
  file: fileToken,
  encoding: z.string().max(40).nullable().default(null),
  delimiter: z.string().length(1).nullable().default(null),
  /** place of the headings among the records; null = guess; -1 = there are none */
  header: z.number().int().min(-1).nullable().default(null),
})

const profileName = z.string().trim().min(1).max(80)
export const profileDraft = z.strictObject({ name: profileName, profile: z.string().max(1_000_000) })
export const profileChoice = z.strictObject({ name: profileName })
export const profileFile = z.strictObject({ file: fileToken })

export const batchRequest = z.strictObject({ batch: z.number().int().min(1) })

export const undoRequest = z.strictObject({ batch: z.number().int().min(1), cascade: z.boolean().default(false) })

export const jobRequest = z.strictObject({ job })

/** An undone batch, imported again from its kept file. */
export const redoRequest = z.strictObject({ batch: z.number().int().min(1), job: jobRequest.shape.job.default('redo') })

/** Definitions of indicators as CSV text, and what became of them. */
export const indicatorsRequest = z.strictObject({ csv: z.string().max(5_000_000) })
