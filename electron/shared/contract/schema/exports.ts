import { z } from 'zod'
import { fileToken, indicatorCode } from './base.ts'

/** Figures with sources, licences and method; no indicator named = all. */
export const exportRequest = z.strictObject({
  format: z.enum(['datapackage', 'csv', 'sdmx-csv', 'xlsx']),
  indicators: z.array(indicatorCode).max(2000).default([]),
})
export const exportAnswer = z.object({ token: fileToken, name: z.string(), rows: z.number(), sha256: z.string() })
export type ExportAnswer = z.infer<typeof exportAnswer>
