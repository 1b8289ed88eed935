// What the thread that reads a file asks of the one that writes.
import type { IngestMessage, RowsAs } from './messages.ts'
import type { Rows } from './runs.ts'

/** The caller wants no more of this file. */
export class Stopped extends Error {}

export interface Desk {
  say(message: IngestMessage): void
  /** number of the batch that is written; waits until there is one. @throws {Stopped} */
  batch(): number
  /**
   * hands rows over; waits while the writer has enough, and copies them. `left` = rows that will still come, each behind these by its key; absent
   * while that is not known
   */
  hand(rows: Rows, as: RowsAs, left?: number): void
  /** all rows were handed over */
  handed(): void
  /** how many more lots of rows the writer takes without a wait; none before there is a batch */
  room(): number
  /** @throws {Stopped} when the caller cancelled */
  check(): void
}
