// The desk where files lie while they are read, reviewed and written. It outlives the screen: work goes on while the reader looks elsewhere.
import type { CallFailure } from '../../../electron/shared/contract/errors.ts'
import type { FileRef } from '../../../electron/shared/contract/schema/host.ts'
import type { UndoAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { asFailure, type Host } from '../../ui/data/client.tsx'
import { advance, decisionsOf, emptyQueue, nextWork, type Queue, type Step } from './queue.ts'

export class ImportDesk {
  #queue: Queue = { ...emptyQueue, prefix: `file-${crypto.randomUUID().slice(0, 8)}` }
  #begun = 0
  readonly #listeners = new Set<() => void>()
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
    host.onEvent('files.opened', ({ files }) => this.take({ kind: 'add', files }))
    // what a review compares its file with is no longer what the store holds
    host.onEvent('data.changed', ({ batch }) => {
      if (batch !== null) this.take({ kind: 'elsewhere' })
    })
    host.onEvent('store.state', ({ phase }) => {
      if (phase === 'ready') this.take({ kind: 'elsewhere' })
    })
    host.onEvent('job.progress', ({ job, bytesDone, bytesTotal, rows, phase }) => {
      const elapsedMs = performance.now() - this.#begun
      this.take({ kind: 'progress', id: job, progress: { done: bytesDone, total: bytesTotal, rows, phase, elapsedMs } })
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly queue = (): Queue => this.#queue

  /** Takes a step and starts what there is to do. */
  take(step: Step): void {
    if (step.kind === 'remove') void this.#host.client['csv.forget']({ job: step.id }).catch(() => undefined)
    this.#queue = advance(this.#queue, step)
    for (const listener of this.#listeners) listener()
    void this.#work()
  }

  /** Asks the host to stop the work of a file; the call then ends as cancelled. */
  cancel(id: string): void {
    void this.#host.client['csv.cancel']({ job: id }).catch(() => undefined)
  }

  /** @returns why the files cannot be taken, or null */
  async choose(): Promise<CallFailure | null> {
    return this.#add(() => this.#host.chooseFiles('csv'))
  }

  async drop(files: FileList): Promise<CallFailure | null> {
    return this.#add(() => this.#host.dropFiles(files))
  }

  async undo(batch: number, cascade: boolean): Promise<UndoAnswer> {
    const answer = await this.#host.client['batches.undo']({ batch, cascade })
    this.take({ kind: 'undone', batch, answer })
    return answer
  }

  async #add(ask: () => Promise<readonly FileRef[]>): Promise<CallFailure | null> {
    try {
      this.take({ kind: 'add', files: await ask() })
      return null
    } catch (error) {
      return asFailure(error)
    }
  }

  async #work(): Promise<void> {
    const work = nextWork(this.#queue)
    if (!work) return
    const { entry, channel } = work
    const { id, file, options, profile, note, choices } = entry
    const order = { file: file.token, options, profile, job: id }
    this.#begun = performance.now()
    this.take({ kind: 'begin', id })
    try {
      const { client } = this.#host
      const report =
        channel === 'csv.preview'
          ? await client[channel]({ ...order, review: true })
          : await client[channel]({ ...order, note, decisions: decisionsOf(choices) })
      this.take({ kind: 'report', id, report })
    } catch (error) {
      this.take({ kind: 'fail', id, failure: asFailure(error) })
    }
  }
}

const desks = new WeakMap<Host, ImportDesk>()

/** The one desk of a host. */
export function deskOf(host: Host): ImportDesk {
  const known = desks.get(host)
  if (known) return known
  const made = new ImportDesk(host)
  desks.set(host, made)
  return made
}
