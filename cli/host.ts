import { existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import { type Host, openHost } from '../electron/host/openHost.ts'
import { defaultStore, findPlaces, type Places, storeBeside } from '../electron/host/paths.ts'
import type { Serve } from '../electron/host/servedHere.ts'
import { loopbackDesk } from '../electron/loopback/desk.ts'
import { CallError } from '../electron/shared/contract/errors.ts'
import type { StoreOptions } from './command.ts'

/** Resources of an installed copy lie outside the program's archive; in a clone they lie in the clone. */
export function cliPlaces(): Places {
  const { versions, defaultApp, resourcesPath } = process as typeof process & { defaultApp?: boolean; resourcesPath?: string }
  return findPlaces(import.meta.url, versions.electron && !defaultApp && resourcesPath ? resourcesPath : null)
}

/** @param given value of --store; null = beside a copy that needs no installation, else the user's own store */
export function storePath(given: string | null): string {
  if (given !== null) return resolve(given)
  return storeBeside(import.meta.url) ?? defaultStore({ platform: process.platform, home: homedir(), env: process.env })
}

/** Two letters of the language that the terminal is set to. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): string {
  const language = (env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en').slice(0, 2).toLowerCase()
  return ['en', 'ru', 'kk'].includes(language) ? language : 'en'
}

export interface OpenOptions extends StoreOptions {
  readonly store: string
  /** whether --store said it */
  readonly named?: boolean
  readonly openOnly: boolean
  readonly note: (text: string) => void
}

/**
 * Opens a store for a command and says on standard error when it is being built. Returns at once; await `ready` of the host.
 *
 * @throws {CallError} refused when the place is a folder; store-missing when the folder above that of a named store is not there
 */
export function openForCommand(options: OpenOptions): Host {
  const {
    store,
    named = false,
    openOnly,
    makesFolder = false,
    mustExist = false,
    exclusive = false,
    imports = [],
    note,
  } = options
  const there = existsSync(store)
  if (there && statSync(store).isDirectory())
    throw new CallError('refused', `${basename(store)} is a folder. Name the file of a store with --store.`, 'is-folder')
  // one new folder is made and told; where the one above it is missing as well, the path is a slip of the pen
  const above = dirname(dirname(store))
  if (named && !makesFolder && !existsSync(above))
    throw new CallError(
      'store-missing',
      `There is no folder ${above} for the store ${basename(store)}. Look at the path behind --store; init makes every folder of it.`,
      'folder-missing',
    )
  const host = openHost(
    {
      host: 'loopback',
      places: cliPlaces(),
      store,
      language: terminalLanguage(process.env),
      openOnly,
      mustExist,
      exclusive,
      imports,
      // a store that is built tells how far it is, which needs a thread beside it
      ...(exclusive || !there ? {} : { here: serve }),
    },
    loopbackDesk,
  )
  let told = false
  host.listen((name, value) => {
    if (name !== 'store.state' || told || !('phase' in value) || value.phase !== 'building') return
    told = true
    note(`There is no store ${store} yet. Building it from the bundled data …`)
  })
  return host
}

/** Loaded when a command opens its store. */
const serve: Serve = async (port, options) => (await import('../db/worker/serve.ts')).serve(port, options)

/** Waits until the store answers. @throws {CallError} the store's own refusal */
export async function whenReady(host: Host): Promise<void> {
  const { failure } = await host.ready()
  if (failure) throw new CallError(failure.code, failure.message, failure.detail)
}
