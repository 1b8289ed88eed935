/** Every way a call can be refused. A bug is `internal` with an id that stands in the log; everything else is a fact about the request, the data or the machine. */
export const errorCodes = [
  'invalid-request',
  'unknown-channel',
  'not-found',
  'not-defined',
  'refused',
  'file-unreadable',
  'store-missing',
  'store-exists',
  'store-locked',
  'store-read-only',
  'store-damaged',
  'store-newer',
  'disk-full',
  'bundle-damaged',
  'batch-has-dependents',
  'busy',
  'cancelled',
  'worker-lost',
  'runtime-too-old',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Why a finished file could not be put where the user wants it: `detail` of a `refused`, so that a page says it in its language. */
export const saveRefusals = ['file-held', 'folder-closed', 'folder-missing', 'is-folder', 'name-too-long'] as const
export type SaveRefusal = (typeof saveRefusals)[number]

/** A refusal as it travels: code for the program, message for the reader (a fact and the next step), detail for the curious. */
export interface CallFailure {
  readonly code: ErrorCode
  readonly message: string
  readonly detail: string
}

/** A refusal as it is thrown. Texts state facts and name the way out; no stack reaches a user. */
export class CallError extends Error {
  readonly code: ErrorCode
  readonly detail: string

  constructor(code: ErrorCode, message: string, detail = '') {
    super(message)
    this.name = 'CallError'
    this.code = code
    this.detail = detail
  }

  toFailure(): CallFailure {
    return { code: this.code, message: this.message, detail: this.detail }
  }
}

/** What a call brings back: never an exception across the border. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallFailure }
