// R2: the disk is full at some size. RLIMIT_FSIZE makes every write beyond a size fail, for each file of the process.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { problemsOf } from '../../db/seal/check.ts'
import { openStore } from '../../db/worker/openStore.ts'
import { contentDump } from './damage.ts'
import { CHILD_ENV, optionsOf } from './options.ts'

const CHILD = join(import.meta.dirname, 'child.ts')
const BLOCK = 1_024

export interface DiskPoint {
  readonly blocks: number
  readonly code: number | null
  /** the last line that the process said */
  readonly said: string
  /** the store holds what it held, or all of the file */
  readonly holds: 'before' | 'after' | 'something else'
  readonly problems: readonly string[]
  /** files that were left beside the store */
  readonly litter: readonly string[]
}

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/** Tries the import with so many blocks of 1,024 bytes for each file. @param rows figures in the file, all of them new */
export function starve(
  base: string,
  folder: string,
  file: string,
  rows: number,
  blocks: readonly number[],
): readonly DiskPoint[] {
  const store = join(folder, 'full.sqlite')
  const renew = (): void => {
    for (const end of ['-wal', '-shm', '.files', '']) rmSync(`${store}${end}`, { force: true, recursive: true })
    copyFileSync(base, store)
  }
  const look = () => {
    const connection = openStore(optionsOf(store), () => {})
    try {
      return {
        dump: contentDump(connection),
        figures: connection.raw.prepare('SELECT count(*) FROM observation').pluck().get() as number,
        problems: problemsOf(connection.raw).map(({ message }) => message),
      }
    } finally {
      connection.close()
    }
  }
  renew()
  const before = look()
  return blocks.map((most) => {
    renew()
    const ran = spawnSync(
      'bash',
      ['-c', `ulimit -f ${most}; exec ${[process.execPath, CHILD, store, file].map(quote).join(' ')}`],
      {
        encoding: 'utf8',
        env: CHILD_ENV,
      },
    )
    const after = look()
    const kept = `${store}.files`
    const holds = after.dump === before.dump ? 'before' : after.figures === before.figures + rows ? 'after' : 'something else'
    return {
      blocks: most,
      code: ran.status,
      said: ran.stdout.trim().split('\n').at(-1) ?? '',
      holds,
      problems: after.problems,
      litter: holds === 'before' && existsSync(kept) ? readdirSync(kept) : [],
    }
  })
}

/** Sizes from half of the store to beyond what the import needs, evenly spaced. @param most bytes of the largest file that the import writes */
export function sizes(base: string, most: number, count: number): readonly number[] {
  const first = Math.floor(statSync(base).size / 2 / BLOCK)
  const last = Math.ceil(most / BLOCK)
  return Array.from({ length: count }, (_, i) => Math.round(first + ((last - first) * i) / (count - 1)))
}
