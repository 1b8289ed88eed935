// What an import is asked for, and the report that answers it.
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { unreadReport } from '../../../electron/shared/contract/unreadReport.ts'
import type { Decisions } from '../decisions.ts'
import type { ImportOptions } from '../layout.ts'
import type { Finding } from '../messages.ts'
import type { FileRefusal } from '../refusal.ts'
import type { ImportReport } from '../report.ts'

export interface ImportRequest {
  readonly store: string
  readonly descriptor: number
  readonly name: string
  readonly options: ImportOptions
  readonly profile: string | null
  /** absent = everything is taken */
  readonly decisions?: Decisions
  readonly note: string
  readonly by: string
  readonly spool: string
  /** ISO date and time */
  readonly now: string
  /** called with bytes or rows done, often */
  readonly tell: (done: number, total: number, rows: number, phase: string) => void
  readonly cancelled: () => boolean
  /** true: no chart waits for an answer beside the import */
  readonly alone?: boolean
}

/** What an import ends with that the reader stopped. */
export const cancelled = (): CallError => new CallError('cancelled', 'The import was cancelled. Nothing was written.')

/** ISO day of the request. */
export const today = ({ now }: ImportRequest): string => now.slice(0, 10)

/** The report of a file that was refused before it was read. */
export const refusedBefore = (request: ImportRequest, error: FileRefusal, dryRun: boolean, startMs: number): ImportReport =>
  unreadReport(request.name, {
    reason: error.reason,
    message: error.message,
    dryRun,
    ms: Math.round(performance.now() - startMs),
  })

/** The report of a file that was read. */
export const complete = (
  finding: Finding,
  request: ImportRequest,
  rest: Pick<ImportReport, 'sha256' | 'batch' | 'dryRun' | 'ms'>,
): ImportReport => {
  const { outcome, reason, message, encoding, delimiter, decimal, format, rows, revisions, rejected, skipped, warnings, cut } =
    finding
  const { sha256, batch, dryRun, ms } = rest
  const lists = cut === undefined ? { revisions, rejected, skipped, warnings } : { revisions, rejected, skipped, warnings, cut }
  return {
    file: request.name,
    outcome,
    reason,
    message,
    sha256,
    encoding,
    delimiter,
    decimal,
    format,
    batch,
    dryRun,
    rows,
    ...lists,
    ms,
  }
}
