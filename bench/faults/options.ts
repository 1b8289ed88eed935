import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPlaces } from '../../electron/host/paths.ts'
import type { WorkerOptions } from '../../electron/host/protocol.ts'

/** Options of the writer on a store, in a run from source. */
export function optionsOf(store: string): WorkerOptions {
  const { schema, data, fonts, version } = findPlaces(import.meta.url)
  return { role: 'writer', store, schema, data, fonts, openOnly: false, spool: tmpdir(), version, mustExist: false }
}

/** Environment of the processes that are tried: they share what Node compiled, so that each of many starts at once. */
export const CHILD_ENV = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'multivector-tests', 'compiled') }
