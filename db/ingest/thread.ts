// The thread that reads one file: it recognises, checks and compares, while the writer only writes and the reader answers charts.

import { once } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { workerData } from 'node:worker_threads'
import { collectSooner } from '../../electron/host/runtime.ts'
import { openReader } from '../worker/connection.ts'
import { stepBehind } from '../worker/priority.ts'
import { analyse } from './analyse.ts'
import { type Desk, Stopped } from './desk.ts'
import { Lots, MOST_WAITING } from './lots.ts'
import { type IngestMessage, type IngestOrder, Signal } from './messages.ts'

/** Steps behind the thread that started this one, as `nice` counts them. */
const BEHIND_WRITER = 5

const { order: given, port } = workerData as { readonly order: IngestOrder | null; readonly port: MessagePort }
/** Of a thread that was started early the order comes behind. */
const order = given ?? ((await once(port, 'message')) as [IngestOrder])[0]
const { signals } = order
collectSooner()

const lots = order.lots === null ? null : new Lots(order.lots)

const send = (message: IngestMessage): void => {
  // the sums of a file of 70 million figures have 22 MB: they go over as they are
  port.postMessage(message, message.kind === 'summaries' ? [message.change.sums.buffer] : [])
  Atomics.add(signals, Signal.sent, 1)
  Atomics.notify(signals, Signal.sent)
}

/** Waits until a place of the signals is another than this, and looks for a stop meanwhile. */
function waitFor(place: number, value: number): void {
  desk.check()
  Atomics.wait(signals, place, value, 1000)
}

let handed = 0
const desk: Desk = {
  say: send,
  check: () => {
    if (Atomics.load(signals, Signal.stop) !== 0) throw new Stopped()
  },
  batch: () => {
    while (Atomics.load(signals, Signal.batch) === 0) waitFor(Signal.batch, 0)
    return Atomics.load(signals, Signal.batch)
  },
  room: () => (Atomics.load(signals, Signal.batch) === 0 ? 0 : MOST_WAITING - (handed - Atomics.load(signals, Signal.consumed))),
  hand: (rows, as) => {
    if (lots === null) throw new Error('rows of a dry run were handed over')
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
}

// charts are answered before a file is read on; where there are none, the writer would only be kept waiting
if (order.alone !== true) stepBehind(BEHIND_WRITER)

try {
  const connection = openReader(order.store, 'once')
  try {
    await analyse(order, connection, desk)
  } finally {
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
  port.close()
  // the store is closed and nothing native runs any more: this thread may be ended
  Atomics.store(signals, Signal.closed, 1)
  Atomics.notify(signals, Signal.closed)
}
