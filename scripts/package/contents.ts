// What must be inside a package, to the last file: expected ones and no others, of one platform, without traces of the machine that built it.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { nativeFile, type Target } from './targets.ts'

/** One file of a package. */
export interface Entry {
  /** from the package's own root, with `/`: `app/out/main/index.js`, `resources/data/trade.csv`, `runtime/locales/ru.pak` */
  readonly path: string
  readonly bytes: number
  /** hexadecimal */
  readonly sha256: string
  readonly read: () => Buffer
}

/** A file of a package with its size and SHA-256. */
export const entryOf = (path: string, content: Buffer): Entry => ({
  path,
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  read: () => content,
})

/** Every file of a folder, as entries under a name; links are not followed and not listed. */
export function entriesOf(folder: string, name: string, leaveOut: (path: string) => boolean = () => false): readonly Entry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/'))
    .filter((path) => !leaveOut(path))
    .sort()
    .map((path) => entryOf(name === '' ? path : `${name}/${path}`, readFileSync(join(folder, path))))
}

/** Where a clone's folder goes in a package; every file in it must arrive unchanged. */
const CARRIED: readonly (readonly [from: string, to: string])[] = [
  ['resources/data', 'resources/data'],
  ['resources/texts', 'resources/texts'],
  ['db/schema', 'resources/schema'],
  ['out/main', 'app/out/main'],
  ['out/preload', 'app/out/preload'],
  ['out/renderer', 'app/out/renderer'],
]
const CARRIED_FILES: readonly (readonly [from: string, to: string])[] = [
  ['LICENSE', 'resources/LICENSE'],
  ['docs/data-rights.md', 'resources/DATA-RIGHTS.md'],
  ['node_modules/better-sqlite3/LICENSE', 'app/node_modules/better-sqlite3/LICENSE'],
  ['node_modules/better-sqlite3/package.json', ''],
]
/** The typefaces inside HTML and PDF files: name of the folder in a package, and what of the npm package is in it. */
export const FONTS = ['inter', 'source-serif-4'] as const
export const FONT_FILE = /^(files\/[\w-]+-(latin|latin-ext|cyrillic|cyrillic-ext)-wght-normal\.woff2|unicode\.json|LICENSE)$/
const NOTICES = ['resources/notices/THIRD-PARTY-LICENCES.txt', 'resources/notices/sbom.cdx.json']
const SQLITE = 'node_modules/better-sqlite3'

/** Files that a package must have, by path; a hash where the clone's own file must have arrived unchanged. */
export function expectedFiles(
  root: string,
  target: Target,
  parts: { readonly preload: boolean },
): ReadonlyMap<string, string | null> {
  const expected = new Map<string, string | null>()
  for (const [from, to] of CARRIED) {
    if (!parts.preload && from === 'out/preload') continue
    for (const { path, sha256 } of entriesOf(join(root, from), to)) expected.set(path, sha256)
  }
  if (!parts.preload) expected.delete('app/out/main/index.js')
  for (const [from, to] of CARRIED_FILES) if (to !== '') expected.set(to, entryOf(to, readFileSync(join(root, from))).sha256)
  for (const font of FONTS) {
    const folder = join(root, 'node_modules', '@fontsource-variable', font)
    for (const { path, sha256 } of entriesOf(folder, `resources/fonts/${font}`, (file) => !FONT_FILE.test(file)))
      expected.set(path, sha256)
  }
  for (const notice of NOTICES) expected.set(notice, null)
  expected.set('app/package.json', null)
  expected.set(`app/${SQLITE}/package.json`, null)
  for (const { path, sha256 } of entriesOf(join(root, SQLITE, 'lib'), `app/${SQLITE}/lib`, (file) =>
    /-(arm64|x64)\.js$/.test(file),
  ))
    expected.set(path, sha256)
  const native = nativeFile(target)
  expected.set(`app/${SQLITE}/prebuilds/${native}`, entryOf('', readFileSync(join(root, SQLITE, 'prebuilds', native))).sha256)
  return expected
}

const TEXT = /\.(c?js|css|html|json|txt|md|csv|sql|yml|cmd|sh|command|desktop)$/
/** Seeds speak of addresses and places; only what was built can hold a path of this machine. */
const BUILT = /^app\//

/** Traces of the machine that built, and of what is for development only. */
function traces(root: string, { path, read }: Entry): readonly string[] {
  if (/\.map$/.test(path)) return [`${path}: a source map`]
  if (!TEXT.test(path) || !BUILT.test(path)) return []
  const text = read().toString('utf8')
  const found: string[] = []
  if (/[#@] sourceMappingURL=/.test(text)) found.push(`${path}: names a source map`)
  for (const folder of [root, dirname(root)].filter((one) => one.length > 1))
    if (text.includes(folder) || text.includes(JSON.stringify(folder).slice(1, -1))) found.push(`${path}: names ${folder}`)
  if (/file:\/\/\/(?:home|Users|root|C:)/i.test(text)) found.push(`${path}: names a folder of a machine`)
  return found
}

/** What is wrong with package.json as it stands in a package. */
function manifestProblems(entries: readonly Entry[]): readonly string[] {
  const file = entries.find(({ path }) => path === 'app/package.json')
  if (!file) return []
  const manifest = JSON.parse(file.read().toString('utf8')) as Record<string, unknown>
  const left = ['devDependencies', 'scripts', 'build'].filter((field) => field in manifest)
  return left.map((field) => `app/package.json: still has ${field}`)
}

/** Every licence and the bill of materials name the same packages, and none is only for development. */
function noticeProblems(entries: readonly Entry[]): readonly string[] {
  const [licences, bom] = NOTICES.map((name) =>
    entries
      .find(({ path }) => path === name)
      ?.read()
      .toString('utf8'),
  )
  if (licences === undefined || bom === undefined) return []
  const { bomFormat, components } = JSON.parse(bom) as {
    bomFormat: string
    components: readonly { name: string; version: string; type: string; purl: string; licenses?: readonly unknown[] }[]
  }
  const problems = bomFormat === 'CycloneDX' ? [] : ['sbom.cdx.json: not CycloneDX']
  for (const { name, version, type, licenses = [] } of components) {
    if (type !== 'framework' && !licences.includes(`${name} ${version} (`)) problems.push(`${name}: no licence text`)
    if (licenses.length === 0) problems.push(`${name}: no licence in sbom.cdx.json`)
  }
  for (const name of ['vitest', 'playwright-core', 'typescript', 'electron-builder', '@biomejs/biome'])
    if (components.some((part) => part.name === name)) problems.push(`${name} is for development and stands in sbom.cdx.json`)
  return problems
}

/** Most bytes of our own part of a package: measured 2026-11-27 at 16 MB, with room for a year of data. */
export const MOST_BYTES = 24 * 1_048_576

/**
 * Compares a package with what must be in it.
 *
 * @param root the clone it was made from, built
 * @param entries everything in it, without the runtime
 * @param parts whether it has the Electron host
 * @returns sentences about what is wrong; none = as it should be
 */
export function checkContents(
  root: string,
  target: Target,
  entries: readonly Entry[],
  parts: { readonly preload: boolean; readonly alsoExpected?: readonly string[] },
): readonly string[] {
  const expected = expectedFiles(root, target, parts)
  const also = new Set(parts.alsoExpected ?? [])
  const found = new Set(entries.map(({ path }) => path))
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  return [
    ...[...expected.keys(), ...also].filter((path) => !found.has(path)).map((path) => `missing: ${path}`),
    ...entries.filter(({ path }) => !expected.has(path) && !also.has(path)).map(({ path }) => `not expected: ${path}`),
    ...entries
      .filter(({ path, sha256 }) => (expected.get(path) ?? sha256) !== sha256)
      .map(({ path }) => `not the clone's own: ${path}`),
    ...entries
      .filter(({ path }) => path.endsWith('.node') && !path.endsWith(`/${nativeFile(target)}`))
      .map(({ path }) => `of another platform: ${path}`),
    ...entries.flatMap((entry) => traces(root, entry)),
    ...manifestProblems(entries),
    ...noticeProblems(entries),
    ...(bytes > MOST_BYTES ? [`${bytes} bytes, more than ${MOST_BYTES}`] : []),
  ]
}

/** One line per file, in order: the same for two packages exactly when their files are. */
export const fileList = (entries: readonly Entry[]): string =>
  [...entries]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes, sha256 }) => `${sha256}  ${bytes}  ${path}\n`)
    .join('')
