// Whoever owns one connection to the store and answers for it: the writer, which opens, builds and upgrades the file, and the reader beside it.
// A window's host runs each in a thread of its own (worker.ts), so that neither waits for the other; a command runs them where it runs itself.
import { existsSync } from 'node:fs'
import type { MessagePort } from 'node:worker_threads'
import { toFailure } from '../../electron/host/failure.ts'
import { traceOf } from '../../electron/host/log.ts'
import { PREPARE_RESTORE, type WorkerMessage, type WorkerOptions, type WorkerRequest } from '../../electron/host/protocol.ts'
import type { ChannelName } from '../../electron/shared/contract/channels.ts'
import { CallError, type CallFailure, type Reply } from '../../electron/shared/contract/errors.ts'
import type { EventOf } from '../../electron/shared/contract/events.ts'
import { finishRestore, prepareRestore } from '../backup/restore.ts'
import { backupBeforeUpgrade } from '../backup/upgrade.ts'
import { listBackups } from '../handlers/backups.ts'
import type { HandlerContext } from '../handlers/context.ts'
import { csvDoorHandlers } from '../handlers/csvDoor.ts'
import { someOfBytes } from '../ingest/write/batches.ts'
import { adoptReading, prepareReading } from '../ingest/write/runThread.ts'
import { type Connection, emptyLog, openReader, rest, wake } from './connection.ts'
import type { WriteDb } from './db.ts'
import { forgetAtRest, whenIdle } from './idle.ts'
import { openExisting } from './openExisting.ts'
import { stepBehind } from './priority.ts'
import { storeError } from './storeError.ts'
import { batchState, newestIn, watchBatches } from './watch.ts'

/** What requests come through and answers go back by. */
export type ServingPort = Pick<MessagePort, 'postMessage' | 'close'> & {
  on(name: 'message', listener: (message: WorkerRequest) => void): unknown
}

type AnyHandler = (context: HandlerContext<WriteDb>, request: unknown) => unknown

/** Steps of the writer behind the reader and the host, as `nice` counts them. */
const BEHIND_CHARTS = 10
/** A reader that nobody asks gives its pages of the store and its answers back after this. */
const IDLE_MS = 3_000

const now = (): string => new Date().toISOString()

const loadAll = () => Promise.all([import('../handlers/index.ts'), import('../../electron/shared/contract/channels.ts')] as const)

/** Opens the store in its role and answers until it is told to close. What went wrong is said through the port, too. */
export async function serve(port: ServingPort, options: WorkerOptions): Promise<void> {
  await new Serving(port, options).begin()
}

class Serving {
  readonly #port: ServingPort
  readonly #options: WorkerOptions
  #endWatch = (): void => {}

  constructor(port: ServingPort, options: WorkerOptions) {
    this.#port = port
    this.#options = options
  }

  async begin(): Promise<void> {
    const { role, store, alone } = this.#options
    try {
      const connection = role === 'writer' ? await this.#openForWriting() : openReader(store)
      if (role === 'writer') this.#prepareImports(connection)
      // who reads will ask for any of them, and at once
      if (role === 'reader') await loadAll()
      // what is written waits for charts, and with it the threads that read files; a command has none
      if (role === 'writer' && alone !== true) stepBehind(BEHIND_CHARTS)
      this.#listen(connection, null)
      if (role === 'reader' && alone !== true)
        this.#endWatch = watchBatches(connection.db, (batches) => this.#tellChange(newestIn(batches), batches))
      this.#say({ kind: 'opened' })
    } catch (error) {
      const refusal = toFailure(storeError(error, store), this.#tellBug)
      this.#listen(null, refusal)
      this.#say({ kind: 'refused', error: refusal })
    }
  }

  #say(message: WorkerMessage): void {
    this.#port.postMessage(message)
  }

  readonly #emit: HandlerContext<WriteDb>['emit'] = (name, value) => this.#say({ kind: 'event', name, value })

  #tellChange(batch: number | null, batches: string): void {
    this.#say({ kind: 'event', name: 'data.changed', value: { batch }, batches })
  }

  readonly #tellBug = (id: string, error: unknown): void => this.#say({ kind: 'bug', id, trace: traceOf(error) })

  /** What builds a store is loaded only where there is none. */
  async #openForWriting(): Promise<Connection> {
    const options = this.#options
    await backupBeforeUpgrade(options, now())
    finishRestore(options.store)
    if (existsSync(options.store)) return openExisting(options)
    const { openStore } = await import('./openStore.ts')
    return openStore(options, (state) => this.#emit('store.state', state))
  }

  /** The thread that reads a file is started before the file is known, unless every file may be in the store already: then it is not needed. */
  #prepareImports({ db }: Connection): void {
    const { reading, imports } = this.#options
    if (reading) adoptReading(reading)
    else if (imports?.some((bytes) => db.get(someOfBytes, { bytes }) === undefined)) prepareReading()
  }

  /** The writer does one thing after the other, also where a call waits in between; the reader answers as it can. */
  #listen(connection: Connection | null, refusal: CallFailure | null): void {
    const { role } = this.#options
    let last = Promise.resolve()
    const awake =
      connection === null || role === 'writer'
        ? (work: () => Promise<void>) => work()
        : whenIdle(
            IDLE_MS,
            () => {
              // a command may have closed it meanwhile
              if (!connection.raw.open) return
              rest(connection)
              forgetAtRest()
            },
            () => wake(connection),
          )
    this.#port.on('message', (message) => {
      const next = async (): Promise<void> => {
        if (message.name !== 'close') return awake(() => this.#serve(connection, message, refusal))
        this.#end(connection, (message.request as { readonly tidy: boolean }).tidy)
        this.#port.close()
      }
      if (role === 'writer') last = last.then(next)
      else void next()
    })
  }

  async #serve(connection: Connection | null, message: WorkerRequest, refusal: CallFailure | null): Promise<void> {
    const startMs = performance.now()
    const work = async (): Promise<Reply<unknown>> => {
      const shelf = await this.#answerShelf(message, connection)
      if (shelf !== undefined) return { ok: true, value: shelf }
      if (connection === null) return { ok: false, error: refusal ?? { code: 'internal', message: '', detail: '' } }
      return { ok: true, value: await this.#answer(connection, message) }
    }
    const reply = await work().catch(
      (error: unknown): Reply<unknown> => ({
        ok: false,
        error: toFailure(storeError(error, this.#options.store), this.#tellBug),
      }),
    )
    this.#say({ kind: 'reply', seq: message.seq, reply, ms: performance.now() - startMs })
  }

  /** What can be asked of a store whether it opens or not: its backups. Undefined = not one of these. */
  #answerShelf({ name, request }: WorkerRequest, connection: Connection | null): unknown {
    if (name === 'backups.list') return listBackups(this.#options.store, connection)
    if (name === PREPARE_RESTORE) return prepareRestore(this.#options.store, (request as { readonly number: number }).number)
    return undefined
  }

  async #answer(connection: Connection, { name, request, files }: WorkerRequest): Promise<unknown> {
    const context: HandlerContext<WriteDb> = {
      db: connection.db,
      options: this.#options,
      connection,
      emit: (event, value) =>
        event === 'data.changed'
          ? this.#tellChange((value as EventOf<'data.changed'>).batch, batchState(connection.db))
          : this.#emit(event, value),
      now,
      file: (token) => {
        const file = files.find((candidate) => candidate.token === token)
        if (file) return file
        throw new CallError('file-unreadable', 'The file is no longer open here. Choose it again.')
      },
    }
    return (await this.#handlerOf(name))(context, request)
  }

  /**
   * The handler of a call. Only what imports files is here from the start; everything else, with the schemas it needs, is loaded when it is asked
   * for, so that a writer opens its store sooner.
   */
  async #handlerOf(name: string): Promise<AnyHandler> {
    const { role } = this.#options
    if (role === 'writer' && Object.hasOwn(csvDoorHandlers, name))
      return csvDoorHandlers[name as keyof typeof csvDoorHandlers] as unknown as AnyHandler
    const [{ handlers }, { accessOf }] = await loadAll()
    if (accessOf(name as ChannelName) === 'write' && role !== 'writer') throw new Error(`${name} reached the reader`)
    return handlers[name as keyof typeof handlers] as unknown as AnyHandler
  }

  /**
   * The writer empties SQLite's log before it goes, for the reader stays and cannot. A reader that ends as the last one has the log removed by a
   * connection that may.
   */
  #end(connection: Connection | null, tidy: boolean): void {
    if (connection === null) return
    this.#endWatch()
    try {
      if (this.#options.role === 'writer') connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // a full disk: the store holds all that was written with its log beside it, too
    }
    connection.close()
    if (tidy) emptyLog(this.#options.store)
  }
}
