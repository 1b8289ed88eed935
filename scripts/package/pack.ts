import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { builderFlag, type Target } from './targets.ts'

export interface Packing {
  readonly root: string
  readonly target: Target
  /** `dir` for the unpacked folder, or the name of an installer's format */
  readonly format: string
  /** a zip file of Electron; null = fetched by electron-builder */
  readonly electron: string | null
  /** an unpacked folder that an installer is made of; null = packed anew */
  readonly prepacked?: string | null
  readonly output: string
}

/** No certificate is looked for, and none found by accident. */
const UNSIGNED = { CSC_IDENTITY_AUTO_DISCOVERY: 'false' }

/** What electron-builder said went wrong, in one line. */
function reason(output: string, status: number | null): string {
  const lines = output.split('\n')
  const said = lines.find((line) => line.includes('⨯')) ?? lines.find((line) => /error/i.test(line)) ?? `status ${status}`
  const words = said.replace(/^\W*/, '').replace(/\s+(failedTask|stackTrace)=.*/s, '')
  return words.trim().slice(0, 300)
}

/**
 * Runs electron-builder for one target.
 *
 * @returns null when it worked, else the line that says why it did not
 */
export function pack({ root, target, format, electron, prepacked = null, output }: Packing): Promise<string | null> {
  const args = [
    join(root, 'node_modules', 'electron-builder', 'cli.js'),
    `--${builderFlag(target)}`,
    format,
    `--${target.arch}`,
    `-c.directories.output=${output}`,
    ...(electron === null ? [] : [`-c.electronDist=${electron}`]),
    ...(prepacked === null ? [] : ['--prepackaged', prepacked]),
  ]
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...UNSIGNED }, timeout: 600_000 })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    child.on('error', (error) => done(error.message))
    child.on('close', (code) => done(code === 0 ? null : reason(said, code)))
  })
}

const folders = { linux: 'linux', win32: 'win', darwin: 'mac' } as const

/** The unpacked folder that electron-builder leaves in its output, and in it the folder with what is outside the archive. */
export function unpackedFolder(
  output: string,
  { platform, arch }: Target,
): { readonly folder: string; readonly resources: string } {
  const named = `${folders[platform]}${arch === 'x64' ? '' : `-${arch}`}${platform === 'darwin' ? '' : '-unpacked'}`
  const folder = join(output, named)
  const resources = platform === 'darwin' ? join(folder, 'Multivector.app', 'Contents', 'Resources') : join(folder, 'resources')
  if (!existsSync(resources)) throw new Error(`electron-builder left no ${named}`)
  return { folder, resources }
}
