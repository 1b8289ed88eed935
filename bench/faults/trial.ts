// One import by a process of its own in bad conditions, and what it left behind.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { problemsOf } from '../../db/seal/check.ts'
import { openStore } from '../../db/worker/openStore.ts'
import { contentDump } from './damage.ts'
import { CHILD_ENV, optionsOf } from './options.ts'

const CHILD = join(import.meta.dirname, 'child.ts')

export interface Outcome {
  readonly code: number | null
  /** the last line that the process said */
  readonly said: string
  /** the store holds what it held, or all of the file */
  readonly holds: 'before' | 'after' | 'something else'
  readonly problems: readonly string[]
  /** files that were left beside the store */
  readonly litter: readonly string[]
}

export interface Trials {
  /** path of the store of every trial */
  readonly store: string
  /** words that import the file into the store, or into another one */
  readonly command: (store?: string) => readonly string[]
  /** puts a fresh store in place, runs, and looks. @param words a program and its arguments, which run `command` */
  readonly run: (words: readonly string[]) => Outcome
}

const ENDS = ['-wal', '-shm', '.files', ''] as const

/** Runs words with the environment of every tried process. */
export const runWords = ([program = '', ...args]: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(program, args, { encoding: 'utf8', env: CHILD_ENV, maxBuffer: 1 << 28 })

/** @param base a whole store, copied for each trial; @param rows figures in the file, all of them new */
export function trials(base: string, folder: string, file: string, rows: number): Trials {
  const store = join(folder, 'trial.sqlite')
  const renew = (): void => {
    for (const end of ENDS) rmSync(`${store}${end}`, { force: true, recursive: true })
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
  return {
    store,
    command: (at = store) => [process.execPath, CHILD, at, file],
    run: (words) => {
      renew()
      const ran = runWords(words)
      const after = look()
      const kept = `${store}.files`
      const holds = after.dump === before.dump ? 'before' : after.figures === before.figures + rows ? 'after' : 'something else'
      return {
        code: ran.status,
        said: ran.stdout.trim().split('\n').at(-1) ?? '',
        holds,
        problems: after.problems,
        litter: holds === 'before' && existsSync(kept) ? readdirSync(kept) : [],
      }
    },
  }
}

/** True when nothing is half and the exit status says which: 0 with all of the file, 1 with none of it. */
export const isClean = ({ holds, problems, litter, code }: Outcome): boolean =>
  holds !== 'something else' && problems.length === 0 && litter.length === 0 && code === (holds === 'after' ? 0 : 1)
