import { z } from 'zod'
import { fileToken, indicatorCode } from './base.ts'

/** Figures with sources, licences and method; no indicator named = all. */
export const exportRequest = z.strictObject({
  format: z.enum(['datapackage', 'csv', 'sdmx-csv', 'xlsx']),
  indicators: z.array(indicatorCode).max(2000).default([]),
  /** name of the file to be, for the description beside a CSV; '' = one of its own */
  name: z
    .string()
    .max(200)
    .regex(/^[^/\\\0]*$/)
    .default(''),
})
export const exportAnswer = z.object({
  token: fileToken,
  name: z.string(),
  rows: z.number(),
  sha256: z.string(),
  /** description of a CSV (CSVW metadata: version, checksum of the store, method, sources, licences), to be saved beside it */
  beside: z.object({ token: fileToken, name: z.string() }).nullable(),
})
