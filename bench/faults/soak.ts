// R11: import, undo, revise, ask, over and over: memory and handles do not grow, and a dump after the last undo is the one before the first import.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { undoBatch } from '../../db/ingest/write/undo.ts'
import { problemsOf } from '../../db/seal/check.ts'
import type { Connection } from '../../db/worker/connection.ts'
import { contentDump } from './damage.ts'
import { importPath, writeLongTable } from './stores.ts'

export interface SoakReport {
  readonly rounds: number
  /** memory of the process after the warm-up and at the end, MB, garbage collected */
  readonly megabytes: readonly [before: number, after: number]
  /** open descriptors; null where the system does not tell */
  readonly handles: readonly [before: number, after: number] | null
  /** the store says the same as at the beginning, the list of batches aside */
  readonly same: boolean
  readonly problems: readonly string[]
}

const FOLDER = '/proc/self/fd'
const handles = (): number => (existsSync(FOLDER) ? readdirSync(FOLDER).length : Number.NaN)
// what waits to be collected is no growth; the engine lends its collector to a context that is made after it was told to
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const megabytes = (): number => {
  collectGarbage()
  return Math.round(process.memoryUsage.rss() / 1_048_576)
}

/**
 * @param until asked before each round
 * @param isWarm asked before each round until it says so: from there on memory and handles must not grow. Every import has a thread of its own,
 *   and the allocator fills an arena for each of several threads once before it uses them again
 */
export async function soak(
  store: Connection,
  folder: string,
  rows: number,
  until: (round: number) => boolean,
  isWarm: (round: number) => boolean,
): Promise<SoakReport> {
  const [first, second] = [join(folder, 'soak-1.csv'), join(folder, 'soak-2.csv')]
  writeLongTable(first, rows, 'soak')
  writeLongTable(second, rows * 2, 'soak')
  const { raw } = store
  // batches stay in the list after undo, by design; their ids and times are the one thing that differs
  const dump = (): string => {
    raw.exec('SAVEPOINT soak; DELETE FROM batch WHERE undone_at IS NOT NULL; DELETE FROM claim_verdict; DELETE FROM seal')
    try {
      return contentDump(store)
    } finally {
      raw.exec('ROLLBACK TO soak; RELEASE soak')
    }
  }
  const before = dump()
  let start: readonly [number, number] | null = null
  let round = 0
  for (; until(round); round++) {
    if (start === null && isWarm(round)) start = [megabytes(), handles()]
    const one = importPath(store, first, `${round}-1.csv`).batch ?? 0
    const two = importPath(store, second, `${round}-2.csv`).batch ?? 0
    raw.prepare('SELECT count(*), sum(value) FROM observation WHERE batch = ?').get(two)
    undoBatch(store, two, false, '2026-11-27T12:00:00.000Z')
    undoBatch(store, one, true, '2026-11-27T12:00:00.000Z')
    // a host turns to other work between imports; only then are ended threads buried
    await setImmediate()
  }
  const end = [megabytes(), handles()] as const
  const from = start ?? end
  return {
    rounds: round,
    megabytes: [from[0], end[0]],
    handles: Number.isNaN(end[1]) ? null : [from[1], end[1]],
    same: dump() === before,
    problems: problemsOf(raw).map(({ message }) => message),
  }
}
