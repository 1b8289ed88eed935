import type { RequestOf } from '../../electron/shared/contract/channels.ts'
import type { Client } from '../../electron/shared/contract/client.ts'
import type { EventName, EventOf } from '../../electron/shared/contract/events.ts'
import type { FileRef } from '../../electron/shared/contract/schema/host.ts'

export type FileKind = RequestOf<'host.chooseFiles'>['kind']
export type Listener<E extends EventName> = (value: EventOf<E>) => void

/** All the page knows of the host it lives in. */
export interface Bridge {
  /** a typed function per channel; a refusal is thrown as CallError */
  readonly client: Client
  /**
   * Hears what the host says unasked. Files that were opened, and views that were asked for, before anyone listened are told to the first
   * listener.
   *
   * @returns ends the listening
   */
  onEvent<E extends EventName>(name: E, listener: Listener<E>): () => void
  /** asks the user for files; an empty list when they chose none */
  chooseFiles(kind: FileKind): Promise<readonly FileRef[]>
  /** opens dropped files in the host. @throws {CallError} file-unreadable, disk-full */
  dropFiles(files: readonly File[]): Promise<readonly FileRef[]>
  /** saves a finished output where the user wants it; `saved` is false when they cancelled */
  save(token: string): Promise<{ readonly saved: boolean; readonly name: string }>
  /** saves a picture that the page drew, as `save` does */
  savePicture(name: string, kind: 'svg' | 'png', picture: Blob): Promise<{ readonly saved: boolean; readonly name: string }>
  /** opens the address of one of the store's sources in the system's browser, after a question; false when it was declined */
  openLink(url: string): Promise<boolean>
}
