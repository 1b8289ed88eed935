// What passes between the thread that reads a file and the one that asked for it.
import type { SummaryChange } from '../summaries/tally.ts'
import type { ImportOptions } from './layout.ts'
import type { ImportReport } from './report.ts'
import type { Rows } from './runs.ts'

export interface IngestOrder {
  readonly store: string
  readonly descriptor: number
  readonly name: string
  /** day after which a period lies in the future, ISO */
  readonly today: string
  readonly options: ImportOptions
  /** text of the profile, JSON; null = none */
  readonly profile: string | null
  /** false: compare only, hand over no figures */
  readonly write: boolean
  /** folder for temporary files */
  readonly spool: string
  /** [messages sent, row messages consumed, 1 = stop] */
  readonly signals: Int32Array<SharedArrayBuffer>
  readonly sha256: string | null
}

/** What a file adds to the store beside figures, in the order of its ids. */
export interface Additions {
  readonly firstSource: number
  readonly sources: readonly string[]
  readonly firstNote: number
  readonly notes: readonly string[]
  readonly firstSeries: number
  /** four numbers each: indicator, reporter, partner, source */
  readonly series: Int32Array
}

/** A finished look at a file: its report without what only the writer knows. */
export type Finding = Omit<ImportReport, 'batch' | 'dryRun' | 'ms' | 'sha256' | 'file'>

export type IngestMessage =
  | {
      readonly kind: 'progress'
      readonly bytesDone: number
      readonly bytesTotal: number
      readonly rows: number
      readonly phase: 'reading' | 'comparing'
    }
  | { readonly kind: 'additions'; readonly additions: Additions }
  | { readonly kind: 'rows'; readonly revised: boolean; readonly rows: Rows }
  | { readonly kind: 'summaries'; readonly change: SummaryChange }
  | { readonly kind: 'done'; readonly finding: Finding; readonly sha256: string }
  | { readonly kind: 'failed'; readonly name: string; readonly code: string; readonly message: string; readonly stack: string }
  | { readonly kind: 'stopped' }

/** Places in {@link IngestOrder.signals}. */
export const Signal = { sent: 0, consumed: 1, stop: 2 } as const
/** Row messages that may wait at the writer. */
export const MOST_WAITING = 8
