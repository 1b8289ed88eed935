// What passes between the thread that reads a file and the one that asked for it.

import type { Span } from '../queries/statements.ts'
import type { RowSum } from '../seal/rowHash.ts'
import type { SummaryChange } from '../summaries/tally.ts'
import type { Decisions } from './decisions.ts'
import type { ImportOptions } from './layout.ts'
import type { Asked, RefusalAbout } from './refusal.ts'
import type { ImportReport } from './report.ts'
import type { Kind } from './review/recorder.ts'

/** A content seal, computed beside the writing of its rows. */
export type SealSum = Pick<RowSum, 'rows' | 'content'>

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
  /** places by {@link Signal} */
  readonly signals: Int32Array<SharedArrayBuffer>
  /** memory of {@link Lots}, for rows that are handed over; null in a dry run */
  readonly lots: SharedArrayBuffer | null
  /** file for the last rows, attached to the writer's store; null = all are handed over */
  readonly annex: string | null
  readonly sha256: string | null
  /** name under which differences are kept in the spool, for a review page by page; absent = none are */
  readonly review?: string
  /** what the reader decided; absent = everything is taken */
  readonly decisions?: Decisions
  /** read the first piece of the file only */
  readonly headOnly?: boolean
  /** true: no chart waits for an answer beside the reading */
  readonly alone?: boolean
}

/** What a review must know beside the report. */
export interface ReviewFinding {
  /** what the refused file leaves open, where one answer would make it readable */
  readonly asks: Asked | null
  /** of a refused file: what its message says, for a page that words it in another language; null when it was accepted */
  readonly refusal: { readonly line: number | null; readonly about: RefusalAbout | null } | null
  /** figures by group; null when the file was refused */
  readonly counts: Readonly<Record<Kind, number>> | null
  /** 'not-said' = nothing in the file says the unit */
  readonly unit: 'not-said' | null
}

/** What a file adds to the store beside figures, in the order of its ids. */
export interface Additions {
  readonly firstSource: number
  readonly sources: readonly string[]
  readonly firstNote: number
  readonly notes: readonly string[]
  readonly firstSeries: number
  /** four numbers each: indicator, reporter, partner, source */
  readonly series: ArrayLike<number> & { slice(from: number): ArrayLike<number> }
}

/** What becomes of rows: new figures, figures that supersede others, or figures of an older release that join the history alone. */
export type RowsAs = 'new' | 'revised' | 'older'

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
  /** rows that lie in {@link Lots} */
  | { readonly kind: 'rows'; readonly as: RowsAs; readonly lot: number; readonly length: number }
  /** the other new rows lie in the annex, whole */
  | { readonly kind: 'annex' }
  /** what was handed over so far does not count: the file is read again */
  | { readonly kind: 'restart' }
  | { readonly kind: 'summaries'; readonly change: SummaryChange; readonly figures: SealSum; readonly replaced: SealSum }
  | {
      readonly kind: 'done'
      readonly finding: Finding
      readonly sha256: string
      /** day of the release as the user, a profile or the file says it, ISO; '' or absent = not said */
      readonly vintage?: string
      /** series of which the file has figures that stand in the store already: pairs of the first and the last number */
      readonly confirmed?: readonly number[]
      /** figures that the file confirmed, where it has all of a stretch */
      readonly stated?: readonly Span[]
      readonly review?: ReviewFinding
    }
  | { readonly kind: 'failed'; readonly name: string; readonly code: string; readonly message: string; readonly stack: string }
  | { readonly kind: 'stopped' }

/**
 * Places in {@link IngestOrder.signals}: messages sent, row messages consumed, 1 = stop, 1 = the store was let go of, and the number of the
 * batch: until it is there a file may be read, but nothing of it is handed over.
 */
export const Signal = { sent: 0, consumed: 1, stop: 2, closed: 3, batch: 4 } as const
