import { z } from 'zod'

export const storeDiagnostics = z.object({
  /** bytes of the store and of its log that is not written back yet */
  bytes: z.number(),
  logBytes: z.number(),
  /** number of the newest schema step, and of the steps that were run */
  schema: z.number(),
  steps: z.number(),
  sqlite: z.string(),
  figures: z.number(),
  batches: z.number(),
  /** batches that were taken back */
  undone: z.number(),
  /** content seals, and how many rows they speak of */
  seals: z.number(),
  sealedRows: z.number(),
  backups: z.number(),
  backupBytes: z.number(),
  /** number and time of the newest backup; null when there is none */
  newestBackup: z.object({ number: z.number(), at: z.string().nullable() }).nullable(),
})
export type StoreDiagnostics = z.infer<typeof storeDiagnostics>

export const loggedError = z.object({
  at: z.string(),
  part: z.string(),
  code: z.string(),
  channel: z.string(),
  id: z.string(),
  trace: z.array(z.string()),
})
export type LoggedError = z.infer<typeof loggedError>

export const hostDiagnostics = z.object({
  version: z.string(),
  host: z.enum(['electron', 'loopback']),
  platform: z.string(),
  arch: z.string(),
  node: z.string(),
  /** empty in the browser host */
  electron: z.string(),
  chrome: z.string(),
  /** newest first */
  errors: z.array(loggedError),
})
export type HostDiagnostics = z.infer<typeof hostDiagnostics>
