// What passes between the host and its two threads.

import type { MessagePort } from 'node:worker_threads'
import type { Reply } from '../shared/contract/errors.ts'
import type { EventName } from '../shared/contract/events.ts'

/** A file the host opened for the user: the thread reads by descriptor, and never learns a path it could open again. */
export interface OpenedFile {
  readonly token: string
  readonly name: string
  readonly bytes: number
  readonly descriptor: number
}

export interface WorkerOptions {
  readonly role: 'writer' | 'reader'
  readonly store: string
  /** folder with the numbered SQL steps */
  readonly schema: string
  /** folder with the bundled data package */
  readonly data: string
  /** folder with the two typefaces, for files that bring their own */
  readonly fonts: string
  /** leave out sources with narrow terms when the store is built */
  readonly openOnly: boolean
  /** folder for finished outputs that wait to be saved */
  readonly spool: string
  /** name and version of the program, for exports */
  readonly version: string
  /** refuse to create a store that is not there */
  readonly mustExist: boolean
  /** true: a command asked, and no chart waits for an answer beside its work */
  readonly alone?: boolean
  /** bytes of the files that will be imported as soon as the store is open */
  readonly imports?: readonly number[]
  /** to a thread that reads the first of them, started before the store was open; absent = none was */
  readonly reading?: MessagePort
}

/** What a thread that was started early gets in the place of its options, which come through the port. */
export interface OptionsLater {
  readonly optionsPort: MessagePort
}

/** First half of a restore: asked by the host alone, and no channel of the contract. */
export const PREPARE_RESTORE = 'backups.prepareRestore'

export interface WorkerRequest {
  readonly seq: number
  readonly name: string
  readonly request: unknown
  readonly files: readonly OpenedFile[]
}

export type WorkerMessage =
  | { readonly kind: 'reply'; readonly seq: number; readonly reply: Reply<unknown>; readonly ms: number }
  /** `batches`: with data.changed, the state of the batches that the thread saw; the same state told by both threads is one change */
  | { readonly kind: 'event'; readonly name: EventName; readonly value: unknown; readonly batches?: string }
  | { readonly kind: 'bug'; readonly id: string; readonly trace: readonly string[] }
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly error: { readonly code: string; readonly message: string; readonly detail: string } }
