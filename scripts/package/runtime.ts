// The Node runtime of a copy without Electron, from the packages that npm carries for each platform. runtimes.json says which, with the
// hash that the registry gave on the day it was chosen; npm has no newer 24 for some processors, so versions differ.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extract } from 'tar'
import { type Target, targetName } from './targets.ts'

interface Pinned {
  readonly package: string
  readonly version: string
  readonly integrity: string
  /** the target whose package has the text of the licence; npm's package for Windows has none */
  readonly licenceFrom: string
}

const pinned = JSON.parse(readFileSync(join(import.meta.dirname, 'runtimes.json'), 'utf8')) as Readonly<Record<string, Pinned>>

export interface Runtime {
  readonly version: string
  /** path of node or node.exe */
  readonly program: string
  /** path of the text of its licence */
  readonly licence: string
}

/** @throws {Error} when the bytes are not those that were chosen */
export function assertIntegrity(bytes: Buffer, integrity: string, name: string): void {
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  if (found !== integrity) throw new Error(`${name}: the hash is ${found}, not ${integrity}. Nothing of it was used.`)
}

function pinnedFor(name: string): Pinned {
  const found = pinned[name]
  if (found) return found
  throw new Error(`npm carries no Node for ${name}; there are ${Object.keys(pinned).join(', ')}`)
}

/** Fetches one package with npm, unless it lies in the cache, and unpacks the program and its licence. */
async function fetchPackage(name: string, cache: string): Promise<{ readonly folder: string; readonly version: string }> {
  const { package: title, version, integrity } = pinnedFor(name)
  const folder = join(cache, `${title}-${version}`)
  if (existsSync(folder)) return { folder, version }
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(tmpdir(), 'multivector-runtime-'))
  try {
    const ran = spawnSync('npm', ['pack', `${title}@${version}`, '--silent', '--pack-destination', work], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    if (ran.status !== 0)
      throw new Error(`npm pack ${title}@${version} failed: ${ran.stderr || ran.stdout || ran.error?.message}`)
    const file = join(work, `${title}-${version}.tgz`)
    assertIntegrity(readFileSync(file), integrity, `${title}@${version}`)
    const unpacked = `${folder}.new-${process.pid}`
    mkdirSync(unpacked, { recursive: true })
    await extract({ file, cwd: unpacked, strip: 1, filter: (path) => /^package\/(bin\/node(\.exe)?|LICENSE)$/.test(path) })
    renameSync(unpacked, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return { folder, version }
}

/**
 * The runtime for a target, fetched once.
 *
 * @param cache folder that keeps what was fetched
 * @throws {Error} no network, a wrong hash, or a platform that npm carries no Node for
 */
export async function fetchRuntime(target: Target, cache: string): Promise<Runtime> {
  const name = targetName(target)
  const { folder, version } = await fetchPackage(name, cache)
  const { folder: other } = await fetchPackage(pinnedFor(name).licenceFrom, cache)
  return {
    version,
    program: join(folder, 'bin', target.platform === 'win32' ? 'node.exe' : 'node'),
    licence: join(other, 'LICENSE'),
  }
}

/** Targets that there is a runtime for. */
export const runtimeNames: readonly string[] = Object.keys(pinned)
