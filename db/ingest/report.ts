import type { FileReason, RowReason, SkipReason } from './refusal.ts'

/** Entries of each list that a report keeps; the counts are always whole. */
const MOST_LISTED = 10_000
const MOST_WARNINGS = 200
const MOST_FOUND = 200

export interface RowCounts {
  readonly read: number
  readonly new: number
  readonly revised: number
  readonly unchanged: number
  readonly aggregates: number
  readonly rejected: number
  /** left out by the reader's decision; only where there are some */
  readonly leftOut?: number
}
export interface Rejection {
  readonly line: number
  readonly column: string | null
  readonly reason: RowReason
  readonly found: string
}
export interface Skipped {
  readonly line: number
  readonly reason: SkipReason
}
export interface Revision {
  readonly line: number
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly period: string
  readonly from: number | null
  readonly to: number
}
export interface ImportWarning {
  readonly code: string
  readonly line: number | null
  readonly message: string
  /** what the message names, in its order: for a page that words it in another language */
  readonly about?: readonly string[]
}

/** What became of one file: the shape that the command line prints. */
export interface ImportReport {
  readonly file: string
  readonly outcome: 'accepted' | 'refused'
  /** why the file was refused */
  readonly reason: FileReason | null
  /** why the file was refused and how to mend it; empty when it was accepted */
  readonly message: string
  readonly sha256: string
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly decimal: string | null
  readonly format: string | null
  readonly batch: number | null
  readonly dryRun: boolean
  readonly rows: RowCounts
  readonly revisions: Revision[]
  readonly rejected: Rejection[]
  readonly skipped: Skipped[]
  readonly warnings: ImportWarning[]
  /** how many entries each list holds beyond those shown; only where one was cut */
  readonly cut?: { readonly revisions: number; readonly rejected: number; readonly skipped: number; readonly warnings: number }
  readonly ms: number
}

/** Gathers what is said of a file while it is read, in bounded memory. */
export class ReportBuilder {
  read = 0
  rejectedCount = 0
  skippedCount = 0
  revisedCount = 0
  newCount = 0
  unchangedCount = 0
  aggregateCount = 0
  warningCount = 0
  leftOut = 0
  /** records that ask to replace a cell whole (SDMX-CSV, action R), and the line of the first */
  replacedCount = 0
  replacedLine: number | null = null
  /** figures that joined the history, counted among the unchanged or the aggregates */
  olderCount = 0
  /** revised figures of series of which a later release is in the store */
  doubtfulCount = 0
  /** hears of every rejected record, also of those beyond the list */
  onReject: ((rejection: Rejection) => void) | null = null
  /** hears that the file is read again from its start */
  onReset: (() => void) | null = null
  readonly rejected: Rejection[] = []
  readonly skipped: Skipped[] = []
  readonly revisions: Revision[] = []
  readonly warnings: ImportWarning[] = []
  readonly #once = new Set<string>()

  reject(line: number, column: string | null, reason: RowReason, found: string): void {
    this.rejectedCount++
    if (this.rejected.length >= MOST_LISTED && this.onReject === null) return
    const rejection = { line, column, reason, found: found.length > MOST_FOUND ? `${found.slice(0, MOST_FOUND)}…` : found }
    if (this.rejected.length < MOST_LISTED) this.rejected.push(rejection)
    this.onReject?.(rejection)
  }

  /** Figures that a record asks to put in the place of others. */
  replace(line: number, figures: number): void {
    if (figures > 0 && this.replacedCount === 0) this.replacedLine = line
    this.replacedCount += figures
  }

  skip(line: number, reason: SkipReason): void {
    this.skippedCount++
    if (this.skipped.length < MOST_LISTED) this.skipped.push({ line, reason })
  }

  revise(revision: () => Revision): void {
    if (this.revisions.length < MOST_LISTED) this.revisions.push(revision())
    this.revisedCount++
  }

  /** A revised total or group: listed among the revisions, counted among the aggregates. */
  reviseAggregate(revision: () => Revision): void {
    if (this.revisions.length < MOST_LISTED) this.revisions.push(revision())
    else this.#hiddenRevisions++
  }
  #hiddenRevisions = 0

  warn(code: string, line: number | null, message: string, about: readonly string[] = []): void {
    this.warningCount++
    if (this.warnings.length < MOST_WARNINGS) this.warnings.push({ code, line, message, about })
  }

  /** A warning that is said once in a file, whatever the number of records. */
  warnOnce(code: string, line: number | null, message: string, about: readonly string[] = []): void {
    if (this.#once.has(code + message)) return
    this.#once.add(code + message)
    this.warn(code, line, message, about)
  }

  /** Forgets everything: the file is read again from its start. */
  reset(): void {
    this.read = this.rejectedCount = this.skippedCount = this.revisedCount = 0
    this.newCount = this.unchangedCount = this.aggregateCount = this.warningCount = this.leftOut = 0
    this.olderCount = this.doubtfulCount = this.replacedCount = 0
    this.replacedLine = null
    this.onReset?.()
    for (const list of [this.rejected, this.skipped, this.revisions, this.warnings]) list.length = 0
    this.#once.clear()
    this.#hiddenRevisions = 0
  }

  rows(): RowCounts {
    return {
      read: this.read,
      new: this.newCount,
      revised: this.revisedCount,
      unchanged: this.unchangedCount,
      aggregates: this.aggregateCount,
      rejected: this.rejectedCount,
      ...(this.leftOut > 0 ? { leftOut: this.leftOut } : {}),
    }
  }

  /** The lists in the order of the file. */
  lists(): Pick<ImportReport, 'revisions' | 'rejected' | 'skipped' | 'warnings' | 'cut'> {
    const byLine = (a: { readonly line: number | null }, b: { readonly line: number | null }): number =>
      (a.line ?? 0) - (b.line ?? 0)
    const lists = {
      revisions: this.revisions.sort(byLine),
      rejected: this.rejected.sort(byLine),
      skipped: this.skipped.sort(byLine),
      warnings: this.warnings.sort(byLine),
    }
    const cut = {
      revisions: Math.max(0, this.revisedCount - this.revisions.length) + this.#hiddenRevisions,
      rejected: this.rejectedCount - this.rejected.length,
      skipped: this.skippedCount - this.skipped.length,
      warnings: this.warningCount - this.warnings.length,
    }
    return Object.values(cut).some((n) => n > 0) ? { ...lists, cut } : lists
  }
}
