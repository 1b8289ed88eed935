import type { OpenedFile, WorkerOptions } from '../../electron/host/protocol.ts'
import type { ChannelName, CheckedRequestOf, ResponseOf, Table } from '../../electron/shared/contract/channels.ts'
import type { EventName, EventOf } from '../../electron/shared/contract/events.ts'
import type { Connection } from '../worker/connection.ts'
import type { ReadDb, WriteDb } from '../worker/db.ts'

/** What a handler may use beside its request. */
export interface HandlerContext<Db extends ReadDb> {
  readonly db: Db
  readonly options: WorkerOptions
  /** the SQLite handle, for backup, integrity checks and bulk writes */
  readonly connection: Connection
  /** a file the user chose, by its token. @throws {CallError} file-unreadable when the host did not send it along */
  file(token: string): OpenedFile
  emit<E extends EventName>(name: E, value: EventOf<E>): void
  /** ISO date and time; tests inject their own clock */
  now(): string
}

type DbOf<C extends ChannelName> = Table[C]['access'] extends 'write' ? WriteDb : ReadDb

/** A handler of one channel: 'read' channels are handed a read-only database, and nothing more. */
export type Handler<C extends ChannelName> = (
  context: HandlerContext<DbOf<C>>,
  request: CheckedRequestOf<C>,
) => ResponseOf<C> | Promise<ResponseOf<C>>

type ThreadChannel = { [C in ChannelName]: Table[C]['access'] extends 'host' ? never : C }[ChannelName]
export type Handlers = { readonly [C in ThreadChannel]: Handler<C> }
/** The handlers of one topic: a part of the table. */
export type TopicHandlers<C extends ThreadChannel> = { readonly [K in C]: Handler<K> }
