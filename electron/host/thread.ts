// One of the two threads from the host's side: its calls and answers, its loss, its rest.
import { type MessagePort, Worker } from 'node:worker_threads'
import { CallError, type CallFailure, type Reply } from '../shared/contract/errors.ts'
import { keptFiles, mayBeKept } from './keptFiles.ts'
import { type Log, traceOf } from './log.ts'
import type { WorkerMessage, WorkerOptions, WorkerRequest } from './protocol.ts'
import { type Serve, ServedHere, type Server } from './servedHere.ts'
import { startReadingThread, takeWarmThread, threadLimits } from './warmThread.ts'

export interface ThreadOptions extends Omit<WorkerOptions, 'role' | 'reading'> {
  readonly worker: URL
  /** the thread that reads files, for a host that is about to import; absent = the writer starts it */
  readonly ingest?: URL
  /** serves the store in the calling thread; absent = in a thread of its own */
  readonly here?: Serve
  /** hears of bugs in the threads */
  readonly log?: Log
  /** the writing thread ends when nothing was asked of it for so long, ms, and starts again when something is; absent = it stays */
  readonly writerRestMs?: number
}

interface Waiting {
  readonly done: (value: unknown) => void
  readonly fail: (error: CallError) => void
}

/** A failure that crossed a border, as the error it was. */
export const asError = (failure: CallFailure): CallError => new CallError(failure.code, failure.message, failure.detail)
const LOST = new CallError(
  'worker-lost',
  'The part of Multivector that reads the store stopped and was started again. Nothing was lost. Repeat the last step.',
)
export const GONE = new CallError(
  'worker-lost',
  'The part of Multivector that reads the store stopped twice and was not started a third time. Nothing was lost. Close Multivector and start it again.',
)
/** A thread that has not ended by then is stopped: SQLite takes back what was not finished. */
const CLOSE_MS = 5_000

/** What its owner does when a thread was lost: started again the first time, given up the second. */
interface AfterLoss {
  readonly restarted: () => void
  readonly abandoned: () => void
}

/** One thread: sends, matches answers, and starts again once when it is lost. */
export class Thread {
  private worker: Server | null = null
  private readonly waiting = new Map<number, Waiting>()
  private seq = 0
  private losses = 0
  private closing = false
  /** true once the store was open: from then on a store that is not there is missing, not to be built */
  private opened = false
  private restTimer: NodeJS.Timeout | undefined
  private resting: Promise<void> = Promise.resolve()
  /** false until it was started for the first time, and after a pause */
  begun = false
  private readonly options: ThreadOptions
  private readonly role: WorkerOptions['role']
  private readonly say: (message: WorkerMessage) => void
  private readonly after: AfterLoss
  private readonly restMs: number | undefined

  constructor(options: ThreadOptions, role: WorkerOptions['role'], say: (message: WorkerMessage) => void, after: AfterLoss) {
    this.options = options
    this.restMs = role === 'writer' ? options.writerRestMs : undefined
    this.role = role
    this.say = say
    this.after = after
  }

  start(): void {
    // closed while the store was still being opened: the second thread has nothing to begin
    if (this.closing) return
    const { worker, store, schema, data, fonts, openOnly, spool, version, alone = false, imports = [], here } = this.options
    const mustExist = this.options.mustExist || this.opened
    const reading = this.startReading()
    const workerData: WorkerOptions = {
      role: this.role,
      store,
      schema,
      data,
      fonts,
      openOnly,
      spool,
      version,
      mustExist,
      alone,
      imports,
      ...(reading === null ? {} : { reading }),
    }
    const started: Server =
      (here ? new ServedHere(here, workerData) : takeWarmThread(worker, workerData)) ??
      new Worker(worker, {
        workerData,
        ...(reading === null ? {} : { transferList: [reading] }),
        name: `multivector ${this.role}`,
        resourceLimits: threadLimits,
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

  /** A thread for the first file, unless every one may be in the store already: then none is read. */
  private startReading(): MessagePort | null {
    const { imports = [], store, ingest } = this.options
    if (this.role !== 'writer' || this.opened || ingest === undefined || imports.length === 0) return null
    const kept = keptFiles(store)
    if (imports.every((bytes) => mayBeKept(kept, bytes))) return null
    const { port, worker } = startReadingThread(ingest)
    // whoever holds the port hears of its end
    worker.once('error', () => {})
    return port
  }

  /** Ends the thread as {@link close} does; it may be started again, with a clean record. */
  async pause(): Promise<void> {
    await this.close()
    this.closing = false
    this.begun = false
    this.opened = false
    this.losses = 0
  }

  call(request: Omit<WorkerRequest, 'seq'>): Promise<unknown> {
    return new Promise((done, fail) => {
      if (!this.begun) this.start()
      if (!this.worker) return fail(GONE)
      clearTimeout(this.restTimer)
      const seq = ++this.seq
      this.waiting.set(seq, { done, fail })
      this.worker.postMessage({ ...request, seq } satisfies WorkerRequest)
    })
  }

  /** true while it rests: it ended for want of work, and a call starts it again */
  get rests(): boolean {
    return !this.begun
  }

  /** @param tidy ends as the last one that has the store open, and leaves no log beside it */
  async close(tidy = false): Promise<void> {
    this.closing = true
    clearTimeout(this.restTimer)
    await Promise.all([this.resting, this.end(tidy)])
    this.forget()
  }

  /** Asks the thread to end and waits until it has. */
  private async end(tidy: boolean): Promise<void> {
    const { worker } = this
    this.worker = null
    if (!worker) return
    const gone = new Promise<void>((done) => {
      worker.once('exit', () => done())
    })
    worker.postMessage({ seq: 0, name: 'close', request: { tidy }, files: [] } satisfies WorkerRequest)
    const late = setTimeout(() => void worker.terminate(), CLOSE_MS)
    await gone
    clearTimeout(late)
  }

  /** Counts the time without work from now. */
  private restLater(): void {
    clearTimeout(this.restTimer)
    if (this.restMs === undefined || this.waiting.size > 0) return
    this.restTimer = setTimeout(() => {
      if (this.closing || !this.worker) return
      this.begun = false
      this.resting = this.end(false)
    }, this.restMs)
    this.restTimer.unref()
  }

  private receive(message: WorkerMessage): void {
    if (message.kind === 'bug') {
      const { id, trace } = message
      this.options.log?.write({ part: this.role, code: 'internal', channel: '', id, trace })
      return
    }
    if (message.kind !== 'reply') {
      if (message.kind === 'opened') {
        this.opened = true
        this.restLater()
      }
      // a rested thread that cannot come back tells it to those who called it; the store is open and may be read
      if (message.kind === 'refused' && this.opened && this.restMs !== undefined) return
      this.say(message)
      return
    }
    const waiting = this.waiting.get(message.seq)
    this.waiting.delete(message.seq)
    const reply = message.reply as Reply<unknown>
    if (reply.ok) waiting?.done(reply.value)
    else waiting?.fail(asError(reply.error))
    // a store that could not be opened still has its backups: its writer stays
    if (this.opened) this.restLater()
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
