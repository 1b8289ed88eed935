// `npm start`: builds what is not built, and opens Multivector: the Electron window where Electron's runtime is here or can be fetched, else
// the same page in a browser of this machine. Words after `--` are handed on.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay, surroundings } from '../electron/loopback/browser.ts'
import { isBuilt } from './fresh.ts'

const root = join(import.meta.dirname, '..')
const electron = join(root, 'node_modules', 'electron')
/** A download that has not ended by then is given up for this start. */
const FETCH_MS = 300_000

const say = (line: string): void => void process.stderr.write(`${line}\n`)

function run(file: string, args: readonly string[], quiet = false, timeoutMs?: number): Promise<number> {
  return new Promise((done) => {
    const child = spawn(file, [...args], {
      cwd: root,
      stdio: quiet ? 'ignore' : 'inherit',
      ...(timeoutMs ? { timeout: timeoutMs } : {}),
    })
    // Ctrl+C reaches the child by itself; this process waits for it to end
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** Path of Electron's program, or null while its runtime has not been fetched. */
function electronProgram(): string | null {
  const pointer = join(electron, 'path.txt')
  if (!existsSync(pointer)) return null
  const program = join(electron, 'dist', readFileSync(pointer, 'utf8').trim())
  return existsSync(program) ? program : null
}

async function fetchElectron(): Promise<string | null> {
  const found = electronProgram()
  if (found || !existsSync(join(electron, 'install.js'))) return found
  say('Fetching the Electron runtime (about 120 MB, once) …')
  await run(process.execPath, [join(electron, 'install.js')], true, FETCH_MS)
  return electronProgram()
}

const build = (): Promise<number> =>
  run(process.execPath, [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'])

async function start(args: readonly string[]): Promise<number> {
  if (!isBuilt(root)) {
    say('Building Multivector …')
    const code = await build()
    if (code !== 0) return code
  }
  const program = hasDisplay(surroundings()) ? await fetchElectron() : null
  if (program) return run(program, ['.', ...args])
  say(
    hasDisplay(surroundings())
      ? "Electron's runtime is not here and could not be fetched."
      : 'This session has no display, so no window can be opened.',
  )
  say('Multivector opens in a browser of this machine instead; it is the same page on the same figures.')
  return run(process.execPath, [join(root, 'out', 'main', 'cli.js'), 'serve', '--open', ...args])
}

process.exitCode = await start(process.argv.slice(2))
