// Running programs and taking their time, and the form in which every figure of the bench is kept.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** One line of a table. */
export interface Measurement {
  readonly table: 'import' | 'speed'
  readonly what: string
  /** null = not measured here; `note` says why */
  readonly value: number | null
  readonly unit: 'x' | 'ms' | 'MB' | 'kB' | 's'
  readonly must: number
  readonly aim: number
  /** the baseline's own figure, or what the value was made of */
  readonly against: string
  readonly note?: string
}

/** The middle one; of an even number the mean of the two in the middle. @throws {RangeError} on an empty list */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Linear between neighbours. @param part 0 to 1 @throws {RangeError} on an empty list */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured')
  return low + (high - low) * (at - Math.floor(at))
}

export interface Ran {
  readonly ms: number
  /** user and system time of the process, all threads; null where it was not told */
  readonly cpuMs: number | null
  readonly peakMb: number | null
  readonly out: string
}

/** Runs one of our programs to its end. @throws {Error} when it does not end with 0 */
export function run(program: string, args: readonly string[]): Promise<Ran> {
  const report = join(tmpdir(), `multivector-bench-${process.pid}-${Math.trunc(performance.now() * 1000)}.json`)
  const startMs = performance.now()
  const child = spawn(process.execPath, ['--import', join(root, 'bench/usage.mjs'), join(root, program), ...args], {
    env: { ...process.env, MULTIVECTOR_BENCH_USAGE: report, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((done, fail) => {
    let out = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.on('close', (code) => {
      const ms = performance.now() - startMs
      const usage = existsSync(report)
        ? (JSON.parse(readFileSync(report, 'utf8')) as { readonly cpuMs: number; readonly peakMb: number })
        : null
      rmSync(report, { force: true })
      if (code === 0) done({ ms, out, cpuMs: usage?.cpuMs ?? null, peakMb: usage?.peakMb ?? null })
      else fail(new Error(`${program} ${args.join(' ')} ended with ${code}: ${errors || out}`))
    })
  })
}

/** Runs a command of the machine. @returns milliseconds; null when it is not installed */
export function runCommand(command: string, args: readonly string[]): Promise<number | null> {
  const startMs = performance.now()
  return new Promise((done, fail) => {
    const child = spawn(command, [...args], { stdio: 'ignore' })
    child.on('error', () => done(null))
    child.on('close', (code) => {
      if (code === 0) done(performance.now() - startMs)
      else if (code !== null && code >= 0) fail(new Error(`${command} ended with ${code}`))
    })
  })
}

/** The built command line, as an installed copy runs it; from source where nothing was built. */
const program = existsSync(join(root, 'out/main/cli.js')) ? 'out/main/cli.js' : 'cli/main.ts'
export const cliIs = program.startsWith('out') ? 'built' : 'from source'

/** Runs the built command line. @returns its output, status and measured use */
export const cli = (...args: readonly string[]): Promise<Ran> => run(program, args)

const copies = ['', '-wal', '-shm', '.files']

/** Removes a store with its log and kept files, where they are. */
export function removeStore(path: string): void {
  for (const end of copies) rmSync(`${path}${end}`, { recursive: true, force: true })
}

/** Tells whoever watches what is measured now; standard output is for the figures. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`)
