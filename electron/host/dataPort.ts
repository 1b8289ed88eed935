import type { ChannelName } from '../shared/contract/channels.ts'
import type { CallFailure } from '../shared/contract/errors.ts'
import type { EventName, EventOf } from '../shared/contract/events.ts'
import type { StoreState } from '../shared/contract/schema/store.ts'
import { loadTable } from './dispatch.ts'
import { type OpenedFile, PREPARE_RESTORE, type WorkerMessage } from './protocol.ts'
import { collectSooner } from './runtime.ts'
import { asError, GONE, Thread, type ThreadOptions } from './thread.ts'

export interface DataPortOptions extends ThreadOptions {
  /** finds the files a request names by token */
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

/** Settings are asked for at every start: longer than this it does not wait for a choice, which an import may hold up. */
const CHOICE_MS = 1_000

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
  /** the batches as the writer last told them; the reader, which watches for other writers, sees the same state once more */
  let told: string | undefined
  const event = (message: WorkerMessage, from: 'reader' | 'writer'): void => {
    if (message.kind === 'event' && message.name === 'data.changed') {
      if (from === 'writer') told = message.batches
      else if (message.batches !== undefined && message.batches === told) return
    }
    if (message.kind === 'event' && message.name === 'store.state') change(message.value as StoreState)
    else if (message.kind === 'event') tell(message.name, message.value as never)
    else if (message.kind === 'refused') refused(message.error as CallFailure)
  }
  const reader = new Thread(
    options,
    'reader',
    (message) => {
      if (message.kind !== 'opened') event(message, 'reader')
      else if (state.phase !== 'ready') {
        collectSooner()
        change({ ...OPENING, phase: 'ready' })
      }
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
      } else event(message, 'writer')
    },
    { restarted: () => tell('worker.restarted', { thread: 'writer' }), abandoned: () => refused(GONE.toFailure()) },
  )
  writer.start()

  let closed = false
  const reopen = async (): Promise<CallFailure | null> => {
    ready = unsettled()
    told = undefined
    change(OPENING)
    await reader.pause()
    await writer.pause()
    if (closed) return GONE.toFailure()
    writer.start()
    return (await ready).failure
  }

  const call = async (name: ChannelName, request: unknown): Promise<unknown> => {
    const settled = await ready
    // a store that could not be opened still has its backups, and its writer waits for being asked about them
    if (settled.phase === 'failed' && name === 'backups.list') return writer.call({ name, request, files: [] })
    if (settled.phase === 'failed' && settled.failure) throw asError(settled.failure)
    const files = options.filesOf?.(request) ?? []
    const table = await loadTable(name)
    if (table[name]?.access === 'write') return writer.call({ name, request, files })
    return reader.call({ name, request, files })
  }
  /** the last choice of settings on its way: whoever asks for them later is told it, though another thread answers; not behind an import */
  let choice: Promise<unknown> = Promise.resolve()

  return {
    call: (name, request) => {
      if (name === 'settings.get') return choice.then(() => call(name, request))
      const answer = call(name, request)
      if (name === 'settings.set')
        choice = Promise.race([answer.catch(() => undefined), new Promise((done) => setTimeout(done, CHOICE_MS).unref())])
      return answer
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
      await reader.close(writer.rests)
      await writer.close()
    },
  }
}
