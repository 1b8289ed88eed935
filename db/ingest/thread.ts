// The thread that reads files, one after the other: it recognises, checks and compares, while the writer only writes and the reader answers charts.

import type { MessagePort } from 'node:worker_threads'
import { workerData } from 'node:worker_threads'
import { collectSooner } from '../../electron/host/runtime.ts'
import { type Connection, openReader } from '../worker/connection.ts'
import { stepBehind } from '../worker/priority.ts'
import { analyse } from './analyse.ts'
import { Annex } from './annex.ts'
import { BLOCK_ROWS } from './block.ts'
import { type Desk, Stopped } from './desk.ts'
import { Lots, MOST_WAITING } from './lots.ts'
import { type IngestMessage, type IngestOrder, Signal } from './messages.ts'

/** Steps behind the thread that started this one, as `nice` counts them. */
const BEHIND_WRITER = 5

const { port } = workerData as { readonly port: MessagePort }
collectSooner()

type Send = (message: IngestMessage) => void

const senderOf =
  ({ signals }: IngestOrder): Send =>
  (message) => {
    // the sums of a file of 70 million figures have 22 MB: they go over as they are
    port.postMessage(message, message.kind === 'summaries' ? [message.change.sums.buffer] : [])
    Atomics.add(signals, Signal.sent, 1)
    Atomics.notify(signals, Signal.sent)
  }

/** What the reading of one order says and asks. */
function deskOf({ signals, lots: memory, annex: path }: IngestOrder, send: Send, table: () => string): Desk & { close(): void } {
  let annex: Annex | null = null
  const lots = memory === null ? null : new Lots(memory)
  let handed = 0
  const check = (): void => {
    if (Atomics.load(signals, Signal.stop) !== 0) throw new Stopped()
  }
  /** Waits until a place of the signals is another than this, and looks for a stop meanwhile. */
  const waitFor = (place: number, value: number): void => {
    check()
    Atomics.wait(signals, place, value, 1000)
  }
  return {
    say: send,
    check,
    batch: () => {
      while (Atomics.load(signals, Signal.batch) === 0) waitFor(Signal.batch, 0)
      return Atomics.load(signals, Signal.batch)
    },
    room: () =>
      Atomics.load(signals, Signal.batch) === 0 ? 0 : MOST_WAITING - (handed - Atomics.load(signals, Signal.consumed)),
    hand: (rows, as, left = Number.POSITIVE_INFINITY) => {
      if (lots === null) throw new Error('rows of a dry run were handed over')
      const waiting = handed - Atomics.load(signals, Signal.consumed)
      if (as === 'new' && path !== null && (annex !== null || isWorthAnAnnex(left, waiting))) {
        check()
        annex ??= new Annex(path, table(), Atomics.load(signals, Signal.batch))
        annex.add(rows)
        return
      }
      for (
        let consumed = Atomics.load(signals, Signal.consumed);
        handed - consumed >= MOST_WAITING;
        consumed = Atomics.load(signals, Signal.consumed)
      )
        waitFor(Signal.consumed, consumed)
      const lot = handed++
      lots.fill(lot, rows)
      send({ kind: 'rows', as, lot, length: rows.length })
    },
    handed: () => {
      if (annex === null) return
      annex.close(true)
      annex = null
      send({ kind: 'annex' })
    },
    close: () => annex?.close(false),
  }
}

/** Rows that an annex is made for at least. */
const LEAST_IN_ANNEX = 65_536
/** Time of the writer for a row that waits, in times of this thread for one that it writes itself. */
const WRITER_PER_ROW = 0.7

/** Whether the rows that are left are written here before the writer has written those that wait for it. */
const isWorthAnAnnex = (left: number, waiting: number): boolean =>
  left >= LEAST_IN_ANNEX && left <= waiting * BLOCK_ROWS * WRITER_PER_ROW

/** The store's table of figures, as SQL makes it. */
const tableOf = ({ raw }: Connection): string =>
  raw.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'observation'").pluck().get() as string

let behind = false

async function read(order: IngestOrder): Promise<void> {
  const send = senderOf(order)
  // charts are answered before a file is read on; where there are none, the writer would only be kept waiting
  if (order.alone !== true && !behind) {
    behind = true
    stepBehind(BEHIND_WRITER)
  }
  try {
    const connection = openReader(order.store, 'once')
    const desk = deskOf(order, send, () => tableOf(connection))
    try {
      await analyse(order, connection, desk)
    } finally {
      desk.close()
      connection.close()
    }
  } catch (error) {
    if (error instanceof Stopped) send({ kind: 'stopped' })
    else {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      send({
        kind: 'failed',
        name: error instanceof Error ? error.name : '',
        code,
        message: error instanceof Error ? error.message : String(error),
        stack: error instanceof Error ? (error.stack ?? '') : '',
      })
    }
  } finally {
    // the store is closed and nothing native runs any more: this thread may be ended, or told to read another file
    Atomics.store(order.signals, Signal.closed, 1)
    Atomics.notify(order.signals, Signal.closed)
  }
}

// one order after the other: the next is given when this one let go of the store. The thread ends when its port is closed.
port.on('message', (order: IngestOrder) => void read(order))
