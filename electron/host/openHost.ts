import { basename } from 'node:path'
import type { CheckedRequestOf, ResponseOf } from '../shared/contract/channels.ts'
import { type Client, createClient } from '../shared/contract/client.ts'
import { CallError, type CallFailure } from '../shared/contract/errors.ts'
import type { HostDiagnostics } from '../shared/contract/schema/diagnostics.ts'
import type { HostInfo } from '../shared/contract/schema/host.ts'
import type { StoreState } from '../shared/contract/schema/store.ts'
import { type DataPort, type Listener, openDataPort, refusedPort } from './dataPort.ts'
import { createDispatch, type Dispatch, type HostHandlers, loadTable } from './dispatch.ts'
import { createFileRegistry, type FileRegistry } from './files.ts'
import { keepPicture } from './keepPicture.ts'
import { openLog } from './log.ts'
import type { Places } from './paths.ts'
import type { Printer } from './printer.ts'
import type { Serve } from './servedHere.ts'
import { createSpool, removeSpool } from './spool.ts'
import { lockStore } from './storeLock.ts'

/** So many errors are shown and copied. */
const LAST_ERRORS = 20
/** A window is read far more than it is written to; the writing thread holds memory that nobody uses, and is there again with the next change. */
const WRITER_REST_MS = 3_000

/** What only a host with a window (or a browser) of its own can do. */
export interface HostDesk {
  chooseFiles(request: CheckedRequestOf<'host.chooseFiles'>): Promise<ResponseOf<'host.chooseFiles'>>
  save(request: CheckedRequestOf<'host.save'>): Promise<ResponseOf<'host.save'>>
  /** turns a finished document into a PDF */
  readonly printer: Printer
  /** called for an address of the store's own sources only */
  openLink(url: string): Promise<boolean>
  /** fills the screen, or opens the one second window of a presentation; false where the page does it itself */
  present(request: CheckedRequestOf<'host.present'>): boolean
}

export interface HostOptions {
  readonly host: HostInfo['host']
  readonly places: Places
  /** the store's file */
  readonly store: string
  readonly language: string
  readonly openOnly: boolean
  readonly mustExist: boolean
  /** windows and browser hosts hold their store alone; commands do not */
  readonly exclusive: boolean
  /** bytes of the files that will be imported as soon as the store is open */
  readonly imports?: readonly number[]
  /** serves the store in the calling thread; absent = in threads of their own */
  readonly here?: Serve
}

/** One opened store with everything around it that both hosts and the command line share. */
export interface Host {
  readonly dispatch: Dispatch
  readonly client: Client
  readonly files: FileRegistry
  /** folder with finished outputs */
  readonly spool: string
  /** why the store could not be held alone; null when it is, or need not be */
  readonly locked: CallFailure | null
  ready(): Promise<StoreState>
  listen(listener: Listener): () => void
  /** ends the threads, closes files, removes what waited to be saved */
  close(): Promise<void>
}

/** Starts the two threads on a store and puts the contract before them. Returns at once; `ready` says when the store answers. */
export function openHost(options: HostOptions, deskOf: (host: Host) => HostDesk): Host {
  const { places, store, openOnly, mustExist } = options
  const files = createFileRegistry()
  const spool = createSpool()
  const log = openLog(store)
  let unlock = (): void => {}
  let locked: CallFailure | null = null
  const open = (): DataPort => {
    try {
      if (options.exclusive) unlock = lockStore(store)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      locked = error.toFailure()
      return refusedPort(locked)
    }
    const { schema, data, fonts, worker, ingest, version } = places
    return openDataPort({
      ...{ worker, ingest, store, schema, data, fonts, openOnly, spool, version, mustExist, log, filesOf: files.of },
      readerWhenAsked: !options.exclusive,
      alone: !options.exclusive,
      imports: options.imports ?? [],
      ...(options.here ? { here: options.here } : {}),
      ...(options.exclusive ? { writerRestMs: WRITER_REST_MS } : {}),
    })
  }
  const port = open()
  // a page calls for all kinds of things, and at once
  if (options.exclusive) void loadTable('host.info')
  const held: DataPort = { ...port, call: (name, request) => files.using(request, () => port.call(name, request)) }

  const isListed = async (url: string): Promise<boolean> =>
    (await client['sources.list']({})).some((source) => source.url === url)
  const desk = (): HostDesk => deskOf(host)
  const own: HostHandlers = {
    'host.info': (): HostInfo => ({
      host: options.host,
      version: places.version,
      platform: process.platform,
      store: basename(store),
      language: options.language,
      openOnly,
    }),
    'host.storeState': () => port.state(),
    'host.diagnostics': (): HostDiagnostics => ({
      version: places.version,
      host: options.host,
      platform: process.platform,
      arch: process.arch,
      node: process.versions.node,
      electron: process.versions.electron ?? '',
      chrome: process.versions.chrome ?? '',
      errors: log.last(LAST_ERRORS).map((entry) => ({ ...entry, trace: [...entry.trace] })),
    }),
    'backups.restore': ({ number }: CheckedRequestOf<'backups.restore'>) => port.restore(number),
    'host.keepPicture': (request: CheckedRequestOf<'host.keepPicture'>) => keepPicture(spool, request),
    'briefing.render': async (request: CheckedRequestOf<'briefing.render'>) => {
      const { renderBriefing } = await import('./renderBriefing.ts')
      return renderBriefing((name, asked) => held.call(name, asked), spool, desk().printer, request)
    },
    'host.chooseFiles': (request: CheckedRequestOf<'host.chooseFiles'>) => desk().chooseFiles(request),
    'host.save': (request: CheckedRequestOf<'host.save'>) => desk().save(request),
    'host.present': (request: CheckedRequestOf<'host.present'>) => ({ done: desk().present(request) }),
    'host.openLink': async ({ url }: CheckedRequestOf<'host.openLink'>) => {
      if (!(await isListed(url)))
        throw new CallError(
          'refused',
          'Only the addresses of sources in the store are opened. Copy the address to open another one.',
        )
      return { opened: await desk().openLink(url) }
    },
  }
  const dispatch = createDispatch(held, own, log)
  const client = createClient({ call: dispatch })
  const host: Host = {
    dispatch,
    client,
    files,
    spool,
    locked,
    ready: port.ready,
    listen: port.listen,
    close: async () => {
      await port.close()
      files.close()
      removeSpool(spool)
      unlock()
    },
  }
  return host
}
