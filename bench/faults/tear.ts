// R3: power is lost while SQLite's log is being written: its end is cut off or full of zeros.
import { closeSync, copyFileSync, cpSync, ftruncateSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { problemsOf } from '../../db/seal/check.ts'
import { openStore } from '../../db/worker/openStore.ts'
import { seededUniform } from '../../electron/shared/analytics/random.ts'
import { optionsOf } from './options.ts'
import { importPath } from './stores.ts'

export interface TornPoint {
  readonly how: 'cut' | 'zeroed'
  /** bytes of the log that were left */
  readonly left: number
  readonly holds: 'before' | 'after' | 'something else'
  readonly problems: readonly string[]
}

/** Imports a file, takes the store and its log as they stand before the log is written back, and damages the log's end in so many ways. */
export function tearLog(
  base: string,
  folder: string,
  file: string,
  rows: number,
  count: number,
  seed: number,
): readonly TornPoint[] {
  const store = join(folder, 'torn.sqlite')
  const saved = join(folder, 'saved.sqlite')
  copyFileSync(base, store)
  const connection = openStore(optionsOf(store), () => {})
  const figures = (of: typeof connection): number => of.raw.prepare('SELECT count(*) FROM observation').pluck().get() as number
  const before = figures(connection)
  connection.raw.pragma('wal_autocheckpoint = 0')
  importPath(connection, file)
  for (const end of ['', '-wal']) cpSync(`${store}${end}`, `${saved}${end}`)
  connection.close()
  const log = statSync(`${saved}-wal`).size
  const uniform = seededUniform(seed)
  return Array.from({ length: count }, (_, i): TornPoint => {
    for (const end of ['-shm', '.files']) rmSync(`${store}${end}`, { force: true, recursive: true })
    for (const end of ['', '-wal']) copyFileSync(`${saved}${end}`, `${store}${end}`)
    const how = i % 2 === 0 ? 'cut' : 'zeroed'
    // mostly near the end, where the last commit stands
    const left = Math.floor(log * (1 - uniform() ** 3))
    const descriptor = openSync(`${store}-wal`, 'r+')
    if (how === 'cut') ftruncateSync(descriptor, left)
    else writeSync(descriptor, Buffer.alloc(log - left), 0, log - left, left)
    closeSync(descriptor)
    const opened = openStore(optionsOf(store), () => {})
    const found = figures(opened)
    const problems = problemsOf(opened.raw).map(({ message }) => message)
    opened.close()
    return { how, left, problems, holds: found === before ? 'before' : found === before + rows ? 'after' : 'something else' }
  })
}
