// A store built from the bundled data, once for all test files of a run, and a way to call handlers without threads.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeSmall } from '../../../bench/faults/stores.ts'
import type { HandlerContext } from '../../../db/handlers/context.ts'
import { handlers } from '../../../db/handlers/index.ts'
import { type Connection, openReader, openWriter } from '../../../db/worker/connection.ts'
import type { WriteDb } from '../../../db/worker/db.ts'
import { openStore } from '../../../db/worker/openStore.ts'
import type { WorkerOptions } from '../../../electron/host/protocol.ts'
import { type ChannelName, channels, type RequestOf, type ResponseOf } from '../../../electron/shared/contract/channels.ts'
import { storesVariable } from '../../oneFolder.ts'

const root = resolve(import.meta.dirname, '../../..')
const schema = join(root, 'db/schema')
const data = join(root, 'resources/data')

/** Options of a thread on a given store file. */
export const workerOptions = (store: string, changes: Partial<WorkerOptions> = {}): WorkerOptions => ({
  role: 'writer',
  store,
  schema,
  data,
  fonts: join(root, 'node_modules/@fontsource-variable'),
  openOnly: false,
  spool: tmpdir(),
  version: '0.0.0-test',
  mustExist: false,
  ...changes,
})

/** Another schema or other data make another store; code that only reads does not. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of [schema, join(root, 'db/build'), join(root, 'db/seal')]) {
    for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  }
  return hash
    .update(readFileSync(join(data, 'datapackage.json')))
    .digest('hex')
    .slice(0, 16)
}

/** Path of the shared store; tests only read it. Built beside its name and moved there, so that parallel test files do not meet a half one. */
export function builtStore(): string {
  const folder = process.env[storesVariable] ?? join(tmpdir(), 'multivector-tests')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `bundled-${fingerprint()}.sqlite`)
  if (!existsSync(file)) openStore(workerOptions(file), () => {}).close()
  return file
}

/** The shared store with every table and every fortieth of its figures: imports, seals and sums over partners are as they are, and quick. */
function smallStore(): string {
  const file = builtStore().replace('bundled-', 'small-')
  if (existsSync(file)) return file
  const store = openTestWriter()
  makeSmall(store)
  store.close()
  renameSync(store.file, file)
  return file
}

/** A new empty folder of this test alone. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'multivector-'))

/** Path of a copy of the built store that a test may change. */
export function storeCopy(of: string = builtStore()): string {
  const file = join(temporaryFolder(), 'multivector.sqlite')
  copyFileSync(of, file)
  return file
}

/** A read-only connection to the shared store. */
export const openTestReader = (): Connection => openReader(builtStore())

type TestWriter = Connection & { readonly file: string }

/** A writing connection to a copy of the built store. */
export function openTestWriter(file: string = storeCopy()): TestWriter {
  return { ...openWriter(file, { mustExist: true }), file }
}

/** The same to a small store: for tests of what an import does, whatever else the store holds. */
export const openSmallTestWriter = (): TestWriter => openTestWriter(storeCopy(smallStore()))

export type ThreadChannel = keyof typeof handlers & ChannelName

/**
 * Calls a handler as a thread would: the request checked, the answer held against the contract.
 *
 * @param given what the test's thread has otherwise: another day, chosen files, another spool
 */
export async function ask<C extends ThreadChannel>(
  connection: Connection,
  name: C,
  request: RequestOf<C>,
  given: Partial<HandlerContext<WriteDb>> = {},
): Promise<ResponseOf<C>> {
  const context: HandlerContext<WriteDb> = {
    db: connection.db,
    options: workerOptions(connection.raw.name),
    connection,
    emit: () => {},
    now: () => '2026-11-23T12:00:00.000Z',
    file: (token) => {
      throw new Error(`no file ${token} in this test`)
    },
    ...given,
  }
  // by a name that is known only here, TypeScript cannot tell which request goes with which handler: the schemas do
  const handler = handlers[name] as unknown as (context: HandlerContext<WriteDb>, request: unknown) => unknown
  const answer = await handler(context, channels[name].request.parse(request))
  return channels[name].response.parse(answer) as ResponseOf<C>
}

/** A chosen file as a host hands it over: opened, by its token. */
export const chosenFile = (token: string, path: string, name: string): ReturnType<HandlerContext<WriteDb>['file']> => ({
  token,
  name,
  bytes: statSync(path).size,
  descriptor: openSync(path, 'r'),
})
