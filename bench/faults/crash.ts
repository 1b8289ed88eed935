// R1: kill -9 at seeded moments of an import.
import { spawn } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { problemsOf } from '../../db/seal/check.ts'
import { openReader } from '../../db/worker/connection.ts'
import { openStore } from '../../db/worker/openStore.ts'
import { seededUniform } from '../../electron/shared/analytics/random.ts'
import { CHILD_ENV, optionsOf } from './options.ts'
import { importPath } from './stores.ts'

const CHILD = join(import.meta.dirname, 'child.ts')

interface Ran {
  /** milliseconds from "go" to the end */
  readonly ms: number
  readonly killed: boolean
  /** statements of the whole import; 0 when it did not end */
  readonly statements: number
}

/** When a process is killed: before its n-th statement, or so long after the import began. */
type Moment = { readonly statement: number } | { readonly ms: number } | null

/** Runs the import in a process of its own. */
function runChild(store: string, file: string, moment: Moment): Promise<Ran> {
  return new Promise((done, fail) => {
    const statement = moment !== null && 'statement' in moment ? [String(moment.statement)] : []
    const child = spawn(process.execPath, [CHILD, store, file, ...statement], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: CHILD_ENV,
    })
    let began = 0
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (began > 0 || !said.includes('go')) return
      began = performance.now()
      if (moment !== null && 'ms' in moment) setTimeout(() => child.kill('SIGKILL'), moment.ms)
    })
    child.on('error', fail)
    child.on('exit', (_code, signal) =>
      done({
        ms: performance.now() - began,
        killed: signal === 'SIGKILL',
        statements: Number(/^done .* (\d+)$/m.exec(said)?.[1] ?? 0),
      }),
    )
  })
}

export interface CrashPoint {
  /** how the moment was chosen: by the number of statements, or by the clock, which also hits the middle of one */
  readonly by: 'statement' | 'clock'
  /** when the process was killed, as a share of the whole import */
  readonly share: number
  /** false = the import had ended before */
  readonly killed: boolean
  /** what the store holds afterwards */
  readonly holds: 'before' | 'after' | 'something else'
  readonly problems: readonly string[]
  /** the next start, and how much longer it took than one after a proper end */
  readonly startMs: number
  /** new figures when the same file is imported again; 0 when it was whole already */
  readonly again: number
}

const figures = (store: string): number => {
  const { raw, close } = openReader(store)
  try {
    return raw.prepare('SELECT count(*) FROM observation').pluck().get() as number
  } finally {
    close()
  }
}

export interface CrashReport {
  readonly rows: number
  readonly importMs: number
  readonly properStartMs: number
  readonly points: readonly CrashPoint[]
}

/** @param base a whole store that is copied for each try; @param folder for the copies */
export async function crash(
  base: string,
  folder: string,
  file: string,
  rows: number,
  count: number,
  seed: number,
): Promise<CrashReport> {
  const store = join(folder, 'crash.sqlite')
  const renew = (): void => {
    for (const end of ['-wal', '-shm', '.files']) rmSync(`${store}${end}`, { force: true, recursive: true })
    copyFileSync(base, store)
  }
  const openTimed = () => {
    const startMs = performance.now()
    const connection = openStore(optionsOf(store), () => {})
    return { connection, ms: performance.now() - startMs }
  }
  const before = figures(base)
  renew()
  const whole = await runChild(store, file, null)
  if (figures(store) !== before + rows)
    throw new Error(`an import without a fault brings ${figures(store) - before} of ${rows} figures`)
  const proper = openTimed()
  proper.connection.close()
  const uniform = seededUniform(seed)
  const points: CrashPoint[] = []
  for (let i = 0; i < count; i++) {
    renew()
    // three of four by statements, the same on every machine; the clock goes a little beyond the end
    const by = i % 4 === 3 ? 'clock' : 'statement'
    const share = uniform() * (by === 'clock' ? 1.1 : 1)
    const moment = by === 'clock' ? { ms: share * whole.ms } : { statement: 1 + Math.floor(share * whole.statements) }
    const { killed } = await runChild(store, file, moment)
    const { connection, ms } = openTimed()
    const found = connection.raw.prepare('SELECT count(*) FROM observation').pluck().get() as number
    const problems = problemsOf(connection.raw).map(({ message }) => message)
    const again = importPath(connection, file).rows.new
    connection.close()
    const holds = found === before ? 'before' : found === before + rows ? 'after' : 'something else'
    points.push({ by, share, killed, holds, problems, startMs: ms, again })
  }
  return { rows, importMs: whole.ms, properStartMs: proper.ms, points }
}
