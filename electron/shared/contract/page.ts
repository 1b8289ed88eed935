// What the Electron preload shows the page, and the names under which it reaches the main process. Neither is a channel of the contract.
import type { Reply } from './errors.ts'

/** `window.multivector` in the Electron host; absent in a browser. */
export interface PageApi {
  call(name: string, request: unknown): Promise<Reply<unknown>>
  /** @returns ends the listening */
  onEvent(listener: (name: string, value: unknown) => void): () => void
  /** opens dropped files in the host; takes DOM `File` objects, so a page cannot name a path */
  openFiles(files: readonly unknown[]): Promise<Reply<unknown>>
}

export const wire = { call: 'multivector:call', openFiles: 'multivector:open-files', event: 'multivector:event' } as const

/** Name of the global under which the page finds its {@link PageApi}. */
export const pageApiName = 'multivector'
