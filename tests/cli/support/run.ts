// Runs the built command line as its own process, as a user or a scheduled job does.
import { spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../../..')
const main = join(root, 'out', 'main', 'cli.js')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
  /** the one JSON document of standard output */
  json(): unknown
}

interface RunOptions {
  /** shell words before the command, as `ulimit -f 100;` */
  readonly before?: string
  readonly uid?: number
  readonly env?: Readonly<Record<string, string>>
}

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/** @param args words of the command, as `['check', '--store', file]` */
export function run(args: readonly string[], options: RunOptions = {}): Ran {
  const { before, uid, env = {} } = options
  const words = [process.execPath, main, ...args]
  const [file, rest] = before
    ? ['bash', ['-c', `${before} exec ${words.map(quote).join(' ')}`]]
    : [process.execPath, [main, ...args]]
  const ran = spawnSync(file, rest, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 60_000,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  return { code: ran.status, out: ran.stdout, err: ran.stderr, json: () => JSON.parse(ran.stdout) as unknown }
}

export interface Running {
  /** waits until standard output or standard error has a line like this */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** hands over every whole line from now on */
  hear(listener: (line: string) => void): void
  readonly exited: Promise<number | null>
  stop(signal?: NodeJS.Signals): void
}

/** Starts a command that goes on until it is stopped. */
export const start = (args: readonly string[], entry: string = main): Running => startProgram(process.execPath, [entry, ...args])

/** The same for any program, a launcher for instance. */
export function startProgram(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  // Windows runs a .cmd through its shell only, and ending the shell leaves what it started
  const shell = file.endsWith('.cmd')
  const child = spawn(shell ? `"${file}"` : file, [...args], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
    shell,
  })
  let text = ''
  let rest = ''
  const heard = new Set<() => void>()
  const listeners: ((line: string) => void)[] = []
  const hear = (chunk: Buffer): void => {
    text += chunk.toString()
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) for (const listener of listeners) listener(line)
    for (const listener of heard) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const exited = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  return {
    exited,
    hear: (listener) => void listeners.push(listener),
    stop: (signal = 'SIGTERM') => {
      if (shell) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'])
      else child.kill(signal)
    },
    says: (pattern) =>
      new Promise((done, fail) => {
        const look = (): void => {
          const found = pattern.exec(text)
          if (!found) return
          heard.delete(look)
          done(found)
        }
        heard.add(look)
        look()
        void exited.then(() => fail(new Error(`ended without ${pattern}: ${text}`)))
      }),
  }
}
