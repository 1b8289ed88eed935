// The thread that reads one file: it recognises, checks and compares, while the writer only writes and the reader answers charts.

import type { MessagePort } from 'node:worker_threads'
import { workerData } from 'node:worker_threads'
import { openReader } from '../worker/connection.ts'
import { analyse, type Desk, Stopped } from './analyse.ts'
import { type IngestMessage, type IngestOrder, MOST_WAITING, Signal } from './messages.ts'

const { order, port } = workerData as { readonly order: IngestOrder; readonly port: MessagePort }
const { signals } = order

const send = (message: IngestMessage, transfer: readonly ArrayBuffer[] = []): void => {
  port.postMessage(message, [...transfer])
  Atomics.add(signals, Signal.sent, 1)
  Atomics.notify(signals, Signal.sent)
}

let handed = 0
const desk: Desk = {
  say: (message) => send(message),
  check: () => {
    if (Atomics.load(signals, Signal.stop) !== 0) throw new Stopped()
  },
  room: () => MOST_WAITING - (handed - Atomics.load(signals, Signal.consumed)),
  hand: (rows, revised) => {
    for (
      let consumed = Atomics.load(signals, Signal.consumed);
      handed - consumed >= MOST_WAITING;
      consumed = Atomics.load(signals, Signal.consumed)
    ) {
      desk.check()
      Atomics.wait(signals, Signal.consumed, consumed, 1000)
    }
    handed++
    send({ kind: 'rows', revised, rows }, [
      rows.ids.buffer,
      rows.values.buffer,
      rows.lines.buffer,
      rows.extras.buffer,
    ] as ArrayBuffer[])
  },
}

try {
  const connection = openReader(order.store)
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
