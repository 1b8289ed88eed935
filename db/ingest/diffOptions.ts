// What a comparison of a file with the store knows and whom it tells.
import type { LaterReleases } from './older.ts'
import type { ReportBuilder } from './report.ts'
import type { ReviewRecorder } from './review/recorder.ts'

/** A figure that the store holds already. */
export interface Stored {
  readonly id: number
  readonly value: number | null
  readonly status: string
  readonly batch: number
}

export interface SeriesName {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
}

export interface DiffOptions {
  readonly report: ReportBuilder
  /** series from here on are new: nothing of them is stored */
  readonly firstNewSeries: number
  /** figures of one series in the store, in order of period */
  readonly stored: (series: number) => readonly Stored[]
  readonly nameOf: (series: number) => SeriesName
  readonly isAggregate: (series: number) => boolean
  /** true when the file says statuses: then a changed status alone is a revision */
  readonly saysStatus: boolean
  readonly onNew: (id: number, value: number, line: number, extra: number) => void
  readonly onRevised: (id: number, value: number, line: number, extra: number) => void
  /** batches of a later release than the file, whose figures it does not supersede; absent or empty = none */
  readonly newer?: LaterReleases
  /** told of every series of which the file has a figure that stands in the store already; of one series once in a row */
  readonly onConfirmed?: (series: number) => void
  /** told of a series of which the file has every figure that stood in the store between two periods, with their codes */
  readonly onStated?: (series: number, first: number, last: number) => void
  /** figures of one series as known when the file's release came out, by key; asked where there are newer batches */
  readonly knownThen?: (series: number) => ReadonlyMap<number, Pick<Stored, 'value' | 'status'>>
  readonly onOlder: (id: number, value: number, line: number, extra: number) => void
  /** told of every figure and of what the file does not have, for a review */
  readonly record?: ReviewRecorder
  /** what the reader decided: false = the figure is left out */
  readonly takes?: (kind: 'new' | 'revised', id: number, line: number, held: boolean) => boolean
  /** figures of the same cells from another source, in order of period: history of a series that is new here */
  readonly history?: (series: number) => readonly Stored[]
  /** totals that their partners do not add up to, with the sum */
  readonly wrongTotals?: ReadonlyMap<number, number>
}
