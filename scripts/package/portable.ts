// `npm run dist:portable`: a copy without Electron for offices where nothing may be installed, as one zip file: a Node runtime, the browser
// host, the page, the data, and the SQLite module's binary for that platform only. After a build.
//
//   node scripts/package/portable.ts [--platform linux-x64|linux-arm64|win-x64|win-arm64|mac-arm64|mac-x64|all] [--out FOLDER]
import {
  cpSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { ZipFile } from 'yazl'
import { checkContents, type Entry, entriesOf, FONT_FILE, FONTS } from './contents.ts'
import { launchers } from './launchers.ts'
import { writeNotices } from './notices.ts'
import { fetchRuntime, type Runtime, runtimeNames } from './runtime.ts'
import { nativeFile, ownTarget, type Target, targetName, targetNamed } from './targets.ts'

const SQLITE = 'node_modules/better-sqlite3'
/** What the browser host reads, from the clone to the copy. The Electron host's own files stay out. */
const COPIED: readonly (readonly [from: string, to: string])[] = [
  ['out/main', 'app/out/main'],
  ['out/renderer', 'app/out/renderer'],
  ['resources/data', 'app/resources/data'],
  ['resources/texts', 'app/resources/texts'],
  ['db/schema', 'app/db/schema'],
  ['LICENSE', 'LICENSE'],
  ['docs/data-rights.md', 'DATA-RIGHTS.md'],
  [`${SQLITE}/LICENSE`, `app/${SQLITE}/LICENSE`],
  [`${SQLITE}/package.json`, `app/${SQLITE}/package.json`],
  [`${SQLITE}/lib`, `app/${SQLITE}/lib`],
]
const LEFT_OUT = /(^|[\\/])out[\\/]main[\\/]index\.js$|[\\/]lib[\\/][\w]+-(arm64|x64)\.js$/

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly type: string
}

/**
 * Lays a copy out as a folder.
 *
 * @param folder made here
 * @throws {Error} when the program has not been built
 */
export function layOut(root: string, target: Target, runtime: Runtime, folder: string): void {
  const { name, version, license, type } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  for (const [from, to] of COPIED)
    cpSync(join(root, from), join(folder, to), { recursive: true, filter: (path) => !LEFT_OUT.test(path) })
  for (const font of FONTS) {
    const from = join('node_modules', '@fontsource-variable', font)
    for (const { path, read } of entriesOf(join(root, from), '', (file) => !FONT_FILE.test(file))) {
      mkdirSync(dirname(join(folder, 'app', from, path)), { recursive: true })
      writeFileSync(join(folder, 'app', from, path), read())
    }
  }
  const native = join(SQLITE, 'prebuilds', nativeFile(target))
  cpSync(join(root, native), join(folder, 'app', native))
  writeFileSync(
    join(folder, 'app', 'package.json'),
    `${JSON.stringify({ name, version, license, type, private: true, portable: true }, null, 1)}\n`,
  )
  writeNotices(root, join(folder, 'notices'), { name: 'node', version: runtime.version })
  const program = target.platform === 'win32' ? join('runtime', 'node.exe') : join('runtime', 'bin', 'node')
  mkdirSync(dirname(join(folder, program)), { recursive: true })
  cpSync(runtime.program, join(folder, program), { dereference: true })
  cpSync(runtime.licence, join(folder, 'runtime', 'LICENSE'))
  for (const { path, text } of launchers(target, version, runtime.version)) writeFileSync(join(folder, path), text)
}

/** Names in the copy to the names that every package is compared by. */
const common = (path: string): string =>
  path
    .replace(/^app\/resources\//, 'resources/')
    .replace(/^app\/db\/schema\//, 'resources/schema/')
    .replace(/^app\/node_modules\/@fontsource-variable\//, 'resources/fonts/')
    .replace(/^(notices\/|LICENSE$|DATA-RIGHTS\.md$)/, 'resources/$1')

/** Everything in the copy but the runtime's program. */
export const portableEntries = (folder: string): readonly Entry[] =>
  entriesOf(folder, '', (path) => /^runtime\/(bin\/node|node\.exe)$/.test(path)).map((entry) => ({
    ...entry,
    path: common(entry.path),
  }))

/** What is wrong with a copy; none = it is as it should be. */
export function portableProblems(root: string, target: Target, folder: string): readonly string[] {
  const own = launchers(target, '', '').map(({ path }) => path)
  const problems = checkContents(root, target, portableEntries(folder), {
    preload: false,
    alsoExpected: [...own, 'runtime/LICENSE'],
  })
  const program = target.platform === 'win32' ? 'runtime/node.exe' : 'runtime/bin/node'
  const size = statSync(join(folder, program), { throwIfNoEntry: false })?.size ?? 0
  return size > 0 ? problems : [...problems, `missing: ${program}`]
}

/** 1980-01-01: the same files make the same zip on every day. */
const DATE = new Date(1980, 0, 1)
const RUNS = 0o100755
const READS = 0o100644

/** Packs a folder, in order of name, under one folder of its own name. @param level 0 stores, 9 packs smallest */
export async function zipFolder(folder: string, name: string, path: string, level: number): Promise<void> {
  const runs = new Set(['runtime/bin/node', 'Multivector.sh', 'Multivector.command', 'Multivector.desktop'])
  const zip = new ZipFile()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/'))
    .sort()
  for (const file of files)
    zip.addFile(join(folder, file), `${name}/${file}`, {
      mtime: DATE,
      mode: runs.has(file) ? RUNS : READS,
      ...(level === 0 ? { compress: false } : { compressionLevel: level }),
    })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

export interface Built {
  readonly path: string
  readonly bytes: number
  readonly files: number
}

/**
 * Lays out, looks into and packs one copy.
 *
 * @throws {Error} with every sentence of what is wrong with it
 */
export async function buildPortable(root: string, target: Target, runtime: Runtime, out: string, level = 9): Promise<Built> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const name = `Multivector-${version}-${targetName(target)}-no-install`
  const work = mkdtempSync(join(tmpdir(), 'multivector-portable-'))
  try {
    layOut(root, target, runtime, work)
    const problems = portableProblems(root, target, work)
    if (problems.length > 0) throw new Error(problems.join('\n'))
    mkdirSync(out, { recursive: true })
    const path = join(out, `${name}.zip`)
    await zipFolder(work, name, path, level)
    return { path, bytes: statSync(path).size, files: portableEntries(work).length + 1 }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { platform: { type: 'string' }, out: { type: 'string' } } })
  const root = resolve(import.meta.dirname, '../..')
  const out = values.out === undefined ? join(root, 'release') : resolve(values.out)
  const names = values.platform === 'all' ? runtimeNames : [values.platform ?? targetName(ownTarget())]
  let failed = false
  for (const name of names) {
    const startMs = performance.now()
    try {
      const target = targetNamed(name)
      const runtime = await fetchRuntime(target, join(root, 'release', 'runtimes'))
      const { path, bytes, files } = await buildPortable(root, target, runtime, out)
      const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
      process.stdout.write(`${path}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, Node ${runtime.version}, ${seconds} s\n`)
    } catch (error) {
      failed = true
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  return failed ? 1 : 0
}

if (import.meta.main) process.exitCode = await main()
