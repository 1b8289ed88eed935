// `npm run dist:stub`: packs for every platform around a stub of Electron, looks into each package to the last file, and then tries each
// format of installer. Says what could not be made here, and why. After a build.
//
//   node scripts/package/stub.ts [--only linux-x64,win-x64] [--no-installers] [--keep FOLDER] [--unpack FOLDER] [--list FILE]
//
// --unpack lays this machine's package out as a folder that can be run; --list writes the files with their hashes.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Entry, fileList } from './contents.ts'
import { unpackPackage } from './electronPackage.ts'
import { lookInto } from './look.ts'
import { writeNotices } from './notices.ts'
import { pack, unpackedFolder } from './pack.ts'
import { writeStubElectron } from './stubElectron.ts'
import { ownTarget, type Target, targetName, targetNamed, targets } from './targets.ts'

export interface Looked {
  readonly target: Target
  /** sentences; none = the package is as it should be */
  readonly problems: readonly string[]
  readonly entries: readonly Entry[]
  /** the unpacked folder */
  readonly folder: string
  readonly ms: number
}

/** Packs one target around a stub of Electron and looks into it. */
export async function packAndLook(root: string, target: Target, work: string): Promise<Looked> {
  const startMs = performance.now()
  const output = join(work, targetName(target))
  const electron = await writeStubElectron(work, target)
  const failed = await pack({ root, target, format: 'dir', electron, output })
  const ms = (): number => Math.round(performance.now() - startMs)
  if (failed !== null) return { target, problems: [`electron-builder: ${failed}`], entries: [], folder: output, ms: ms() }
  const { folder, entries, problems } = await lookInto(root, target, output)
  return { target, problems, entries, folder, ms: ms() }
}

/** Formats of installers, and the target that each is tried for. */
const FORMATS: readonly (readonly [format: string, target: string])[] = [
  ['AppImage', 'linux-x64'],
  ['deb', 'linux-x64'],
  ['rpm', 'linux-x64'],
  ['tar.gz', 'linux-x64'],
  ['nsis', 'win-x64'],
  ['portable', 'win-x64'],
  ['zip', 'mac-arm64'],
  ['dmg', 'mac-arm64'],
]

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function tryInstallers(root: string, work: string, looked: readonly Looked[]): Promise<void> {
  const attempts = FORMATS.flatMap(([format, name]) => {
    const found = looked.find(({ target, problems }) => targetName(target) === name && problems.length === 0)
    return found ? [{ format, found }] : []
  })
  const said = await Promise.all(
    attempts.map(async ({ format, found: { target, folder } }) => {
      const output = join(work, 'installers', format)
      const prepacked = target.platform === 'darwin' ? join(folder, 'Multivector.app') : folder
      const why = await pack({ root, target, format, electron: null, prepacked, output })
      const made = why === null ? readdirSync(output).filter((name) => !name.startsWith('builder-')) : []
      const size = made.reduce((sum, name) => sum + statSync(join(output, name)).size, 0)
      return `${format} (${targetName(target)}): ${why === null ? `made, ${made.join(', ')}, ${megabytes(size)}` : `not made here: ${why}`}`
    }),
  )
  for (const line of said) say(line)
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      'no-installers': { type: 'boolean' },
      keep: { type: 'string' },
      unpack: { type: 'string' },
      list: { type: 'string' },
    },
  })
  const root = resolve(import.meta.dirname, '../..')
  const chosen = values.only === undefined ? targets : values.only.split(',').map(targetNamed)
  const work = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'multivector-packages-')) : resolve(values.keep)
  mkdirSync(work, { recursive: true })
  try {
    writeNotices(root, join(root, 'out', 'notices'))
    const looked: Looked[] = []
    for (const target of chosen) {
      const one = await packAndLook(root, target, work)
      looked.push(one)
      const { problems, entries, ms } = one
      const list = fileList(entries)
      const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
      const name = targetName(target)
      if (problems.length > 0) for (const problem of problems) say(`${name}: ${problem}`)
      else
        say(
          `${name}: as it should be, ${entries.length} files, ${megabytes(bytes)} without Electron, list ${createHash('sha256').update(list).digest('hex').slice(0, 16)}, ${(ms / 1000).toFixed(1)} s`,
        )
      if (values.unpack !== undefined && name === targetName(ownTarget()) && problems.length === 0)
        unpackPackage(unpackedFolder(join(work, name), target).resources, resolve(values.unpack))
      if (values.list !== undefined) writeFileSync(`${values.list}-${name}.txt`, list)
    }
    if (values['no-installers'] !== true) await tryInstallers(root, work, looked)
    return looked.some(({ problems }) => problems.length > 0) ? 1 : 0
  } finally {
    if (values.keep === undefined) rmSync(work, { recursive: true, force: true })
  }
}

if (import.meta.main) process.exitCode = await main()
