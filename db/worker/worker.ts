// The thread that owns one connection to the store. Two of them run: the writer opens, builds and upgrades the file; the reader follows.
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { toFailure } from '../../electron/host/failure.ts'
import { traceOf } from '../../electron/host/log.ts'
import {
  type OptionsLater,
  PREPARE_RESTORE,
  type WorkerMessage,
  type WorkerOptions,
  type WorkerRequest,
} from '../../electron/host/protocol.ts'
import type { ChannelName } from '../../electron/shared/contract/channels.ts'
import { CallError, type CallFailure, type Reply } from '../../electron/shared/contract/errors.ts'
import { finishRestore, prepareRestore } from '../backup/restore.ts'
import { backupBeforeUpgrade } from '../backup/upgrade.ts'
import { listBackups } from '../handlers/backups.ts'
import type { HandlerContext } from '../handlers/context.ts'
import { csvDoorHandlers } from '../handlers/csvDoor.ts'
import { someOfBytes } from '../ingest/write/batches.ts'
import { prepareReading } from '../ingest/write/runThread.ts'
import { type Connection, emptyLog, openReader, rest, wake } from './connection.ts'
import type { WriteDb } from './db.ts'
import { forgetAtRest, whenIdle } from './idle.ts'
import { openExisting } from './openExisting.ts'
import { stepBehind } from './priority.ts'
import { storeError } from './storeError.ts'

const port = parentPort
if (!port) throw new Error('worker.ts runs as a thread of the host')
/** Of a thread that was started early they come behind. */
async function optionsOf(data: WorkerOptions | OptionsLater): Promise<WorkerOptions> {
  if (!('optionsPort' in data)) return data
  const [options] = (await once(data.optionsPort, 'message')) as [WorkerOptions]
  data.optionsPort.close()
  return options
}
const options = await optionsOf(workerData as WorkerOptions | OptionsLater)
const say = (message: WorkerMessage): void => port.postMessage(message)
const emit: HandlerContext<WriteDb>['emit'] = (name, value) => say({ kind: 'event', name, value })

const tellBug = (id: string, error: unknown): void => say({ kind: 'bug', id, trace: traceOf(error) })

type AnyHandler = (context: HandlerContext<WriteDb>, request: unknown) => unknown

const now = (): string => new Date().toISOString()

const loadAll = () => Promise.all([import('../handlers/index.ts'), import('../../electron/shared/contract/channels.ts')] as const)

/**
 * The handler of a call. Only what imports files is here from the start; everything else, with the schemas it needs, is loaded when it is asked
 * for, so that a writer opens its store sooner.
 */
async function handlerOf(name: string): Promise<AnyHandler> {
  if (options.role === 'writer' && Object.hasOwn(csvDoorHandlers, name))
    return csvDoorHandlers[name as keyof typeof csvDoorHandlers] as unknown as AnyHandler
  const [{ handlers }, { accessOf }] = await loadAll()
  if (accessOf(name as ChannelName) === 'write' && options.role !== 'writer') throw new Error(`${name} reached the reader`)
  return handlers[name as keyof typeof handlers] as unknown as AnyHandler
}

async function answer(connection: Connection, { name, request, files }: WorkerRequest): Promise<unknown> {
  const context: HandlerContext<WriteDb> = {
    db: connection.db,
    options,
    connection,
    emit,
    now,
    file: (token) => {
      const file = files.find((candidate) => candidate.token === token)
      if (file) return file
      throw new CallError('file-unreadable', 'The file is no longer open here. Choose it again.')
    },
  }
  return (await handlerOf(name))(context, request)
}

/** What can be asked of a store whether it opens or not: its backups. Undefined = not one of these. */
function answerShelf({ name, request }: WorkerRequest, connection: Connection | null): unknown {
  if (name === 'backups.list') return listBackups(options.store, connection)
  if (name === PREPARE_RESTORE) return prepareRestore(options.store, (request as { readonly number: number }).number)
  return undefined
}

async function serve(connection: Connection | null, message: WorkerRequest, refusal: CallFailure | null): Promise<void> {
  const startMs = performance.now()
  const work = async (): Promise<Reply<unknown>> => {
    const shelf = await answerShelf(message, connection)
    if (shelf !== undefined) return { ok: true, value: shelf }
    if (connection === null) return { ok: false, error: refusal ?? { code: 'internal', message: '', detail: '' } }
    return { ok: true, value: await answer(connection, message) }
  }
  const reply = await work().catch(
    (error: unknown): Reply<unknown> => ({ ok: false, error: toFailure(storeError(error, options.store), tellBug) }),
  )
  say({ kind: 'reply', seq: message.seq, reply, ms: performance.now() - startMs })
}

/**
 * The writer empties SQLite's log before it goes, for the reader stays and cannot. A reader that ends as the last one has the log removed by a
 * connection that may.
 */
function end(connection: Connection | null, tidy: boolean): void {
  if (connection === null) return
  try {
    if (options.role === 'writer') connection.raw.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // a full disk: the store holds all that was written with its log beside it, too
  }
  connection.close()
  if (tidy) emptyLog(options.store)
}

/** Steps of the writer behind the reader and the host, as `nice` counts them. */
const BEHIND_CHARTS = 10

/** A reader that nobody asks gives its pages of the store and its answers back after this. */
const IDLE_MS = 3_000

/** The writer does one thing after the other, also where a call waits in between; the reader answers as it can. */
function listen(connection: Connection | null, refusal: CallFailure | null): void {
  let last = Promise.resolve()
  const awake =
    connection === null || options.role === 'writer'
      ? (work: () => Promise<void>) => work()
      : whenIdle(
          IDLE_MS,
          () => {
            rest(connection)
            forgetAtRest()
          },
          () => wake(connection),
        )
  port?.on('message', (message: WorkerRequest) => {
    const next = async (): Promise<void> => {
      if (message.name !== 'close') return awake(() => serve(connection, message, refusal))
      end(connection, (message.request as { readonly tidy: boolean }).tidy)
      port?.close()
    }
    if (options.role === 'writer') last = last.then(next)
    else void next()
  })
}

/** What builds a store is loaded only where there is none. */
async function openForWriting(): Promise<Connection> {
  await backupBeforeUpgrade(options, now())
  finishRestore(options.store)
  if (existsSync(options.store)) return openExisting(options)
  const { openStore } = await import('./openStore.ts')
  return openStore(options, (state) => emit('store.state', state))
}

/** The thread that reads a file is started before the file is known, unless every file may be in the store already: then it is not needed. */
function prepareImports({ db }: Connection): void {
  if (options.imports?.some((bytes) => db.get(someOfBytes, { bytes }) === undefined)) prepareReading()
}

try {
  const connection = options.role === 'writer' ? await openForWriting() : openReader(options.store)
  if (options.role === 'writer') prepareImports(connection)
  // who reads will ask for any of them, and at once
  if (options.role === 'reader') await loadAll()
  // what is written waits for charts, and with it the threads that read files; a command has none
  if (options.role === 'writer' && options.alone !== true) stepBehind(BEHIND_CHARTS)
  listen(connection, null)
  say({ kind: 'opened' })
} catch (error) {
  const refusal = toFailure(storeError(error, options.store), tellBug)
  listen(null, refusal)
  say({ kind: 'refused', error: refusal })
}
