// What a package says of the work of others: a CycloneDX bill of materials (npm's own, cut to what is inside) and the text of every licence.
// Both are the same bytes for the same sources: no clock, no chance.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Inside every package though no bundler saw it: the native module, and the boundaries that the map was prepared from. */
const ALWAYS = ['node_modules/better-sqlite3', 'node_modules/world-atlas']

/** Licences that let us hand the program on as we do. Another one is a question for a person. */
export const ADMITTED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1', 'Unlicense'] as const

/** Whether an SPDX expression of names, AND, OR and brackets lets us hand the package on: all of an AND, one of an OR. */
export function isAdmitted(licence: string): boolean {
  const parts = licence.replaceAll(/[()]/g, ' ').trim()
  if (/ OR /.test(parts)) return parts.split(' OR ').some(isAdmitted)
  return parts.split(' AND ').every((part) => ADMITTED.some((id) => id === part.trim()))
}

export interface Inside {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** text of the licence; empty where the package has none */
  readonly text: string
}

/** What runs the program, which has licences of its own beside it. */
export interface RuntimeName {
  readonly name: 'electron' | 'node'
  readonly version: string
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly repository?: string | { readonly url?: string }
}

const readManifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

const electronOf = (root: string): RuntimeName => ({
  name: 'electron',
  version: readManifest(join(root, 'node_modules', 'electron')).version,
})

function licenceText(folder: string): string {
  const names = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice|ofl)/i.test(name))
    .sort()
  return names.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n')
}

/**
 * Packages of which something is inside the program.
 *
 * @param root folder of the project, built
 * @throws {Error} when it has not been built
 */
export function packagesInside(root: string): readonly Inside[] {
  const lists = join(root, 'out', 'packages')
  if (!existsSync(lists)) throw new Error('the program has not been built: npm run build')
  const bundled = readdirSync(lists).flatMap((file) => JSON.parse(readFileSync(join(lists, file), 'utf8')) as string[])
  return [...new Set([...bundled, ...ALWAYS])].sort().map((path) => {
    const { name, version, license = '' } = readManifest(join(root, path))
    return { name, version, licence: license, text: licenceText(join(root, path)) }
  })
}

interface Component {
  readonly name: string
  readonly version: string
  readonly [field: string]: unknown
}
interface Bom {
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
  readonly metadata: Record<string, unknown>
  readonly [field: string]: unknown
}

function npmBom(root: string): Bom {
  const windows = process.platform === 'win32'
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--offline'], {
    cwd: root,
    encoding: 'utf8',
    shell: windows,
    maxBuffer: 64 * 1_048_576,
  })
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`)
  return JSON.parse(stdout) as Bom
}

/** npm's own bill without what says where a package lay on the disk: made of what is inside, and of nothing that changes between runs. */
export function billOfMaterials(root: string, inside: readonly Inside[], runtime: RuntimeName): object {
  const bom = npmBom(root)
  const wanted = new Set([...inside.map(({ name, version }) => `${name}@${version}`)])
  const parts = bom.components
    .filter((part) => wanted.has(`${part.name}@${part.version}`))
    .map(({ properties, ...part }) => ({ ...part, scope: 'required' }) as Component)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const lost = [...wanted].filter((ref) => !parts.some((part) => `${part.name}@${part.version}` === ref))
  if (lost.length > 0) throw new Error(`npm sbom does not know ${lost.join(', ')}`)
  const refs = new Set(wanted)
  const self = `multivector@${readManifest(root).version}`
  const components = [
    ...parts,
    {
      'bom-ref': `${runtime.name}@${runtime.version}`,
      type: 'framework',
      name: runtime.name,
      version: runtime.version,
      scope: 'required',
      purl: `pkg:npm/${runtime.name}@${runtime.version}`,
      licenses: [{ license: { id: 'MIT' } }],
    },
  ]
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)).sort() }))
  const { timestamp, tools, lifecycles, ...metadata } = bom.metadata
  const body = {
    // npm calls the program by the name of the folder it lies in
    metadata: { ...metadata, tools, component: { ...(metadata.component as object), type: 'application', name: 'multivector' } },
    components,
    dependencies: [
      { ref: self, dependsOn: [...refs, `${runtime.name}@${runtime.version}`].sort() },
      ...dependencies.sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    ],
  }
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  const serial = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ]
  return {
    $schema: bom.$schema,
    bomFormat: bom.bomFormat,
    specVersion: bom.specVersion,
    serialNumber: `urn:uuid:${serial.join('-')}`,
    version: 1,
    ...body,
  }
}

/** Every licence once, with the packages that stand under it. */
export function licenceList(inside: readonly Inside[]): string {
  const byText = new Map<string, string[]>()
  for (const { name, version, licence, text } of inside) {
    const key = text || `${licence}\n(This package states its licence by name and brings no text.)`
    byText.set(key, [...(byText.get(key) ?? []), `${name} ${version} (${licence})`])
  }
  const head = 'Multivector contains work of others under these licences. The runtime brings its own list beside the program.\n'
  const rule = `\n${'='.repeat(78)}\n\n`
  return `${[head, ...[...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`)].join(rule)}`
}

/**
 * Writes sbom.cdx.json and THIRD-PARTY-LICENCES.txt.
 *
 * @throws {Error} when a package stands under a licence that is not admitted
 */
export function writeNotices(root: string, folder: string, runtime: RuntimeName = electronOf(root)): void {
  const inside = packagesInside(root)
  const odd = inside.filter(({ licence }) => !isAdmitted(licence))
  if (odd.length > 0)
    throw new Error(
      `not under an admitted licence: ${odd.map(({ name, licence }) => `${name} (${licence || 'none'})`).join(', ')}`,
    )
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(root, inside, runtime), null, 1)}\n`)
  writeFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), licenceList(inside))
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..', '..')
  writeNotices(root, join(root, 'out', 'notices'))
}
