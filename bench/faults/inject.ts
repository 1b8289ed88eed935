// R2: the n-th write, cut or sync of the store's files fails, as a dying disk or a pulled cable makes it: strace answers the call instead of the
// kernel. Where strace is not installed, or may not trace, nothing is tried and the caller says so.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededUniform } from '../../electron/shared/analytics/random.ts'
import { type Outcome, runWords, trials } from './trial.ts'

const CALLS = ['pwrite64', 'fsync', 'ftruncate'] as const
type Call = (typeof CALLS)[number]
const ERRORS = ['EIO', 'ENOSPC'] as const

export interface InjectedPoint extends Outcome {
  readonly call: Call
  readonly error: (typeof ERRORS)[number]
  /** which of the calls failed, from 1, and all after it when `on` */
  readonly nth: number
  readonly on: boolean
}

/** Whether strace is there and may make system calls fail. */
export const hasInjection = (): boolean =>
  spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', '-e', 'inject=fsync:error=EIO', 'true']).status === 0

/** Tries the import so many times, each with another call failing. @param rows figures in the file, all of them new */
export function inject(
  base: string,
  folder: string,
  file: string,
  rows: number,
  count: number,
  seed: number,
): { readonly calls: Readonly<Record<Call, number>>; readonly points: readonly InjectedPoint[] } {
  const { store, command, run } = trials(base, folder, file, rows)
  const files = ['', '-wal', '-journal'].flatMap((end) => ['-P', `${store}${end}`])
  const strace = (log: string, ...more: readonly string[]): readonly string[] => [
    ...['strace', '-f', '-qq', '-o', log, ...files, '-e', `trace=${CALLS.join(',')}`],
    ...more,
    ...command(),
  ]
  const log = join(folder, 'calls.txt')
  runWords(strace(log))
  const text = readFileSync(log, 'utf8')
  const calls = Object.fromEntries(CALLS.map((call) => [call, text.split(` ${call}(`).length - 1])) as Record<Call, number>
  const uniform = seededUniform(seed)
  const points = Array.from({ length: count }, (_, i): InjectedPoint => {
    // every third a sync; cuts are few
    const call: Call = i % 3 === 1 ? 'fsync' : i % 12 === 11 && calls.ftruncate > 0 ? 'ftruncate' : 'pwrite64'
    const error = ERRORS[i % 2 === 0 ? 0 : 1] ?? 'EIO'
    const nth = 1 + Math.floor(uniform() * Math.max(1, calls[call]))
    const on = i % 4 < 2
    return {
      call,
      error,
      nth,
      on,
      ...run(strace('/dev/null', '-e', `inject=${call}:error=${error}:when=${nth}${on ? '+' : ''}`)),
    }
  })
  return { calls, points }
}
