import { Worker } from 'node:worker_threads'
import { accessOf, type ChannelName } from '../shared/contract/channels.ts'
import { CallError, type CallFailure, type Reply } from '../shared/contract/errors.ts'
import type { EventName, EventOf } from '../shared/contract/events.ts'
import type { StoreState } from '../shared/contract/schema/store.ts'
import { type Log, traceOf } from './log.ts'
import { type OpenedFile, PREPARE_RESTORE, type WorkerMessage, type WorkerOptions, type WorkerRequest } from './protocol.ts'

export interface DataPortOptions extends Omit<WorkerOptions, 'role'> {
  readonly worker: URL
  /** finds the files a request names by token */
  /** hears of bugs in the threads */
  readonly log?: Log
  readonly filesOf?: (request: unknown) => readonly OpenedFile[]
  /** true: the reading thread is started by the first call that reads, for commands, many of which never do */
  readonly readerWhenAsked?: boolean
}

export type Listener = <E extends EventName>(name: E, value: EventOf<E>) => void

/** The host's end of the two threads that own the store: the writer, and a reader that a long import never blocks. */
export interface DataPort {
  call(name: ChannelName, request: unknown): Promise<unknown>
  /** settles when the store answers or is refused; may be asked at any time */
  ready(): Promise<StoreState>
  state(): StoreState
  listen(listener: Listener): () => void
  /**
   * Puts a backup in the place of the store: checked and copied first, then both threads are stopped and started on it. Calls that come
   * meanwhile wait. Works for a store that could not be opened, too.
   *
   * @throws {CallError} not-found, store-damaged, disk-full, store-locked; the store is then as it was
   */
  restore(number: number): Promise<Restored>
  close(): Promise<void>
}

export interface Restored {
  readonly number: number
  readonly figures: number
}

interface Waiting {
  readonly done: (value: unknown) => void
  readonly fail: (error: CallError) => void
}

const asError = (failure: CallFailure): CallError => new CallError(failure.code, failure.message, failure.detail)
const LOST = new CallError(
  'worker-lost',
  'The part of Multivector that reads the store stopped and was started again. Nothing was lost. Repeat the last step.',
)
const GONE = new CallError(
  'worker-lost',
  'The part of Multivector that reads the store stopped twice and was not started a third time. Nothing was lost. Close Multivector and start it again.',
)
/** A thread that has not ended by then is stopped: SQLite takes back what was not finished. */
const CLOSE_MS = 5_000

/** What the port does when a thread was lost: started again the first time, given up the second. */
interface AfterLoss {
  readonly restarted: () => void
  readonly abandoned: () => void
}

/** One thread: sends, matches answers, and starts again once when it is lost. */
class Thread {
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private seq = 0
  private losses = 0
  private closing = false
  /** false until it was started for the first time, and after a pause */
  begun = false
  private readonly options: DataPortOptions
  private readonly role: WorkerOptions['role']
  private readonly say: (message: WorkerMessage) => void
  private readonly after: AfterLoss

  constructor(options: DataPortOptions, role: WorkerOptions['role'], say: (message: WorkerMessage) => void, after: AfterLoss) {
    this.options = options
    this.role = role
    this.say = say
    this.after = after
  }

  start(): void {
    // closed while the store was still being opened: the second thread has nothing to begin
    if (this.closing) return
    const { worker, store, schema, data, fonts, openOnly, spool, version, mustExist } = this.options
    const workerData: WorkerOptions = { role: this.role, store, schema, data, fonts, openOnly, spool, version, mustExist }
    const started = new Worker(worker, {
      workerData,
      name: `multivector ${this.role}`,
      // the writer passes millions of short-lived numbers on: a small nursery costs it nothing and keeps an import's peak low
      ...(this.role === 'writer' ? { resourceLimits: { maxYoungGenerationSizeMb: 12 } } : {}),
    })
    this.worker = started
    this.begun = true
    started.on('message', (message: WorkerMessage) => this.receive(message))
    started.on('error', (error) => {
      console.error(`${this.role} thread:`, error)
      this.options.log?.write({ part: this.role, code: 'worker-lost', channel: '', id: '', trace: traceOf(error) })
    })
    started.on('exit', () => {
      if (this.worker === started) this.lost()
    })
  }

  /** Ends the thread as {@link close} does; it may be started again, with a clean record. */
  async pause(): Promise<void> {
    await this.close()
    this.closing = false
    this.begun = false
    this.losses = 0
  }

  call(request: Omit<WorkerRequest, 'seq'>): Promise<unknown> {
    return new Promise((done, fail) => {
      if (!this.worker) return fail(GONE)
      const seq = ++this.seq
      this.waiting.set(seq, { done, fail })
      this.worker.postMessage({ ...request, seq } satisfies WorkerRequest)
    })
  }

  async close(): Promise<void> {
    this.closing = true
    const { worker } = this
    this.worker = null
    if (!worker) return
    const gone = new Promise<void>((done) => {
      worker.once('exit', () => done())
    })
    worker.postMessage({ seq: 0, name: 'close', request: null, files: [] } satisfies WorkerRequest)
    const late = setTimeout(() => void worker.terminate(), CLOSE_MS)
    await gone
    clearTimeout(late)
    this.forget()
  }

  private receive(message: WorkerMessage): void {
    if (message.kind === 'bug') {
      const { id, trace } = message
      this.options.log?.write({ part: this.role, code: 'internal', channel: '', id, trace })
      return
    }
    if (message.kind !== 'reply') {
      this.say(message)
      return
    }
    const waiting = this.waiting.get(message.seq)
    this.waiting.delete(message.seq)
    const reply = message.reply as Reply<unknown>
    if (reply.ok) waiting?.done(reply.value)
    else waiting?.fail(asError(reply.error))
  }

  private forget(): void {
    for (const { fail } of this.waiting.values()) fail(LOST)
    this.waiting.clear()
  }

  private lost(): void {
    this.worker = null
    this.forget()
    if (this.closing) return
    if (++this.losses > 1) this.after.abandoned()
    else {
      this.start()
      this.after.restarted()
    }
  }
}

const OPENING: StoreState = { phase: 'opening', done: 0, total: 0, failure: null }

/** A port to a store that may not be opened at all: every call is refused for the same reason. */
export function refusedPort(failure: CallFailure): DataPort {
  const state: StoreState = { ...OPENING, phase: 'failed', failure }
  return {
    call: async () => {
      throw asError(failure)
    },
    ready: async () => state,
    state: () => state,
    listen: () => () => {},
    restore: async () => {
      throw asError(failure)
    },
    close: async () => {},
  }
}

/** Starts the writer, which opens, builds or upgrades the store, and then the reader beside it. */
export function openDataPort(options: DataPortOptions): DataPort {
  const listeners = new Set<Listener>()
  let state = OPENING
  let settle: (state: StoreState) => void = () => {}
  const unsettled = (): Promise<StoreState> =>
    new Promise<StoreState>((done) => {
      settle = done
    })
  let ready = unsettled()
  const tell: Listener = (name, value) => {
    for (const listener of listeners) listener(name, value)
  }
  const change = (next: StoreState): void => {
    state = next
    tell('store.state', next)
    if (next.phase === 'ready' || next.phase === 'failed') settle(next)
  }
  const refused = (failure: CallFailure): void => change({ ...OPENING, phase: 'failed', failure })
  const event = (message: WorkerMessage): void => {
    if (message.kind === 'event' && message.name === 'store.state') change(message.value as StoreState)
    else if (message.kind === 'event') tell(message.name, message.value as never)
    else if (message.kind === 'refused') refused(message.error as CallFailure)
  }
  const reader = new Thread(
    options,
    'reader',
    (message) => {
      if (message.kind !== 'opened') event(message)
      else if (state.phase !== 'ready') change({ ...OPENING, phase: 'ready' })
    },
    { restarted: () => tell('worker.restarted', { thread: 'reader' }), abandoned: () => refused(GONE.toFailure()) },
  )
  const writer = new Thread(
    options,
    'writer',
    (message) => {
      if (message.kind === 'opened') {
        if (state.phase === 'ready') return
        if (options.readerWhenAsked) change({ ...OPENING, phase: 'ready' })
        else reader.start()
      } else event(message)
    },
    { restarted: () => tell('worker.restarted', { thread: 'writer' }), abandoned: () => refused(GONE.toFailure()) },
  )
  writer.start()

  let closed = false
  const reopen = async (): Promise<CallFailure | null> => {
    ready = unsettled()
    change(OPENING)
    await reader.pause()
    await writer.pause()
    if (closed) return GONE.toFailure()
    writer.start()
    return (await ready).failure
  }

  return {
    call: async (name, request) => {
      const settled = await ready
      // a store that could not be opened still has its backups, and its writer waits for being asked about them
      if (settled.phase === 'failed' && name === 'backups.list') return writer.call({ name, request, files: [] })
      if (settled.phase === 'failed' && settled.failure) throw asError(settled.failure)
      const files = options.filesOf?.(request) ?? []
      if (accessOf(name) === 'write') return writer.call({ name, request, files })
      if (!reader.begun) reader.start()
      return reader.call({ name, request, files })
    },
    ready: () => ready,
    state: () => state,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    restore: async (number) => {
      await ready
      const made = (await writer.call({ name: PREPARE_RESTORE, request: { number }, files: [] })) as Restored
      const failure = await reopen()
      if (failure) {
        // the restore was given up and the store is as it was
        await reopen()
        throw asError(failure)
      }
      tell('data.changed', { batch: null })
      return made
    },
    close: async () => {
      closed = true
      await reader.close()
      await writer.close()
    },
  }
}
