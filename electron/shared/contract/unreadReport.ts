import type { ImportReportAnswer } from './schema/imports.ts'

/** Counts of a file of which no row was read. */
export const noRows = {
  read: 0,
  new: 0,
  revised: 0,
  unchanged: 0,
  aggregates: 0,
  rejected: 0,
} satisfies ImportReportAnswer['rows']

/**
 * The report of a file that was refused before its first row: in the shape of every other report, with nothing recognised.
 *
 * @param file its name as the user knows it
 * @param about why, in a code and a sentence; `ms` is the time it took, in milliseconds, by default none
 */
export const unreadReport = <Reason extends string>(
  file: string,
  about: { readonly reason: Reason; readonly message: string; readonly dryRun: boolean; readonly ms?: number },
) => ({
  file,
  outcome: 'refused' as const,
  reason: about.reason,
  message: about.message,
  sha256: '',
  encoding: null,
  delimiter: null,
  decimal: null,
  format: null,
  batch: null,
  dryRun: about.dryRun,
  rows: noRows,
  revisions: [],
  rejected: [],
  skipped: [],
  warnings: [],
  ms: about.ms ?? 0,
})
