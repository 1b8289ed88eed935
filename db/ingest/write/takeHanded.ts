import { sealBatch } from '../../seal/batches.ts'
import { addSummaries, renewSummaries } from '../../summaries/keep.ts'
import { sumsOf } from '../../summaries/tally.ts'
import type { Connection } from '../../worker/connection.ts'
import type { Additions, IngestMessage, RowsAs } from '../messages.ts'
import type { Rows } from '../runs.ts'
import type { ImportRequest } from './request.ts'
import { RowWriter } from './rowWriter.ts'
import type { Handed } from './runThread.ts'

/** Ids that a batch gave, of each kind from the first to one past the last; the same number twice = none. */
export interface Created {
  readonly sources: readonly [number, number]
  readonly notes: readonly [number, number]
  readonly series: readonly [number, number]
}

const nothing: Created = { sources: [0, 0], notes: [0, 0], series: [0, 0] }

type Done = Extract<IngestMessage, { kind: 'done' }>

/** Writes what a reading hands over as one batch, inside the transaction that the import holds open, and keeps what must be known of it. */
export class HandedTaker {
  readonly #connection: Connection
  readonly #batch: number
  readonly #writer: RowWriter
  readonly #tell: ImportRequest['tell']
  readonly #beginAgain: () => void
  readonly #indicators = new Set<number>()
  #created: Created | null = null
  #done: Done | null = null

  /** @param order `beginAgain` takes back what was written so far and opens the batch anew, under the same number */
  constructor(
    connection: Connection,
    batch: number,
    order: { readonly tell: ImportRequest['tell']; readonly beginAgain: () => void },
  ) {
    this.#connection = connection
    this.#batch = batch
    this.#writer = new RowWriter(connection, batch)
    this.#tell = order.tell
    this.#beginAgain = order.beginAgain
  }

  /** Indicators whose sums over partners changed, by id. */
  get indicators(): ReadonlySet<number> {
    return this.#indicators
  }

  get created(): Created {
    return this.#created ?? nothing
  }

  /** What the reading said at its end. @throws {Error} when it never did: a bug */
  get done(): Done {
    if (this.#done === null) throw new Error('the reading thread ended without a finding')
    return this.#done
  }

  readonly take = (message: Handed): void => {
    switch (message.kind) {
      case 'progress':
        this.#tell(message.bytesDone, message.bytesTotal, message.rows, message.phase)
        break
      case 'additions':
        this.#add(message.additions)
        break
      case 'restart':
        this.#beginAgain()
        this.#created = null
        break
      case 'rows':
        this.#write(message.as, message.rows)
        break
      case 'annex':
        // tables alike, and no index beside: SQLite copies the rows as they lie there
        this.#connection.raw.exec('INSERT INTO main.observation SELECT * FROM annex.observation')
        break
      case 'summaries': {
        const { raw } = this.#connection
        const { change, figures, replaced } = message
        addSummaries(raw, sumsOf(change), change.made)
        renewSummaries(raw, change.renew)
        for (const [indicator] of [...change.made, ...change.renew]) this.#indicators.add(indicator)
        sealBatch(raw, this.#batch, figures, replaced)
        break
      }
      case 'done':
        this.#done = message
        break
    }
  }

  #write(as: RowsAs, rows: Rows): void {
    if (as === 'new') this.#writer.insert(rows)
    else if (as === 'revised') this.#writer.revise(rows)
    else this.#writer.join(rows)
  }

  /** Additions may come in several lots, each behind the one before. */
  #add(additions: Additions): void {
    this.#writer.add(additions)
    const before = this.#created
    const { firstSource, sources, firstNote, notes, firstSeries, series } = additions
    this.#created = {
      sources: [before?.sources[0] ?? firstSource, firstSource + sources.length],
      notes: [before?.notes[0] ?? firstNote, firstNote + notes.length],
      series: [before?.series[0] ?? firstSeries, firstSeries + series.length / 4],
    }
  }
}
