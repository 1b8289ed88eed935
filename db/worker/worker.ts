// The thread that owns one connection to the store. Two of them run: the writer opens, builds and upgrades the file; the reader follows.
import { parentPort, workerData } from 'node:worker_threads'
import { toFailure } from '../../electron/host/dispatch.ts'
import type { WorkerMessage, WorkerOptions, WorkerRequest } from '../../electron/host/protocol.ts'
import type { ChannelName } from '../../electron/shared/contract/channels.ts'
import { accessOf } from '../../electron/shared/contract/channels.ts'
import { CallError, type Reply } from '../../electron/shared/contract/errors.ts'
import type { HandlerContext } from '../handlers/context.ts'
import { handlers } from '../handlers/index.ts'
import { type Connection, openReader } from './connection.ts'
import type { WriteDb } from './db.ts'
import { openStore } from './openStore.ts'
import { storeError } from './storeError.ts'

const port = parentPort
if (!port) throw new Error('worker.ts runs as a thread of the host')
const options = workerData as WorkerOptions
const say = (message: WorkerMessage): void => port.postMessage(message)
const emit: HandlerContext<WriteDb>['emit'] = (name, value) => say({ kind: 'event', name, value })

type AnyHandler = (context: HandlerContext<WriteDb>, request: unknown) => unknown

async function answer(connection: Connection, { name, request, files }: WorkerRequest): Promise<Reply<unknown>> {
  if (accessOf(name as ChannelName) === 'write' && options.role !== 'writer') throw new Error(`${name} reached the reader`)
  const context: HandlerContext<WriteDb> = {
    db: connection.db,
    options,
    connection,
    emit,
    now: () => new Date().toISOString(),
    file: (token) => {
      const file = files.find((candidate) => candidate.token === token)
      if (file) return file
      throw new CallError('file-unreadable', 'The file is no longer open here. Choose it again.')
    },
  }
  const handler = handlers[name as keyof typeof handlers] as unknown as AnyHandler
  return { ok: true, value: await handler(context, request) }
}

async function serve(connection: Connection, message: WorkerRequest): Promise<void> {
  if (message.name === 'close') {
    connection.close()
    port?.close()
    return
  }
  const startMs = performance.now()
  const reply = await answer(connection, message).catch(
    (error: unknown): Reply<unknown> => ({ ok: false, error: toFailure(storeError(error, options.store)) }),
  )
  say({ kind: 'reply', seq: message.seq, reply, ms: performance.now() - startMs })
}

try {
  const connection =
    options.role === 'writer' ? openStore(options, (state) => emit('store.state', state)) : openReader(options.store)
  port.on('message', (message: WorkerRequest) => void serve(connection, message))
  say({ kind: 'opened' })
} catch (error) {
  say({ kind: 'refused', error: toFailure(storeError(error, options.store)) })
  port.on('message', () => port.close())
}
