// Whether this tree may be released: version and changelog say the same, and no address is a placeholder. `node scripts/package/release.ts [--tag v1.2.3]`
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface ReleaseFacts {
  readonly version: string
  /** texts of the files that go into packages as they are written, by name: package.json, electron-builder.yml */
  readonly manifests: Readonly<Record<string, string>>
  /** text of CHANGELOG.md */
  readonly changelog: string
  /** the tag that is released; null = work between releases */
  readonly tag: string | null
}

interface Section {
  readonly title: string
  readonly entries: readonly string[]
}

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/
/** A host or an address for mail under a domain that RFC 2606 keeps for examples. */
const PLACEHOLDER = /[\w.@-]+\.(?:example|invalid|test|localhost)(?:\.\w+)?(?![\w:.-])|[\w.@-]*\bexample\.(?:com|org|net)\b/g
const RELEASED = /^\[?(\d+\.\d+\.\d+)\]? - \d{4}-\d{2}-\d{2}$/

function sectionsOf(changelog: string): readonly Section[] {
  const parts = changelog.split(/^## /m).slice(1)
  return parts.map((part) => {
    const [title = '', ...lines] = part.split('\n')
    return { title: title.trim(), entries: lines.filter((line) => line.startsWith('- ')) }
  })
}

const order = (version: string): number =>
  VERSION.exec(version)
    ?.slice(1)
    .reduce((sum, part) => sum * 1000 + Number(part), 0) ?? -1

/**
 * What stands in the way of a release, or, without a tag, of going on working: the version of package.json has its heading once it is
 * released, and work goes under "Unreleased" otherwise.
 *
 * @returns sentences; none = all is as it should be
 */
export function releaseProblems({ version, manifests, changelog, tag }: ReleaseFacts): readonly string[] {
  const problems: string[] = []
  if (!VERSION.test(version)) problems.push(`package.json: ${version} is not a version of three numbers`)
  const sections = sectionsOf(changelog)
  const unreleased = sections.find(({ title }) => title === 'Unreleased')
  const released = sections.flatMap(({ title }) => RELEASED.exec(title)?.[1] ?? [])
  const odd = sections.filter(({ title }) => title !== 'Unreleased' && !RELEASED.test(title))
  for (const { title } of odd) problems.push(`CHANGELOG.md: "${title}" is neither Unreleased nor "1.2.3 - 2026-11-27"`)
  for (const [at, one] of released.entries()) {
    const before = released[at - 1]
    if (before !== undefined && order(one) >= order(before)) problems.push(`CHANGELOG.md: ${one} stands below ${before}`)
  }
  if (unreleased && sections[0] !== unreleased) problems.push('CHANGELOG.md: Unreleased does not stand first')
  const newest = released[0]
  if (newest !== undefined && order(newest) > order(version))
    problems.push(`CHANGELOG.md has ${newest}, and package.json is still ${version}`)
  for (const [name, text] of Object.entries(manifests))
    for (const found of text.match(PLACEHOLDER) ?? []) problems.push(`${name}: the address ${found} is a placeholder`)
  const isReleased = released.includes(version)
  if (tag === null) {
    if (!isReleased && (unreleased?.entries.length ?? 0) === 0)
      problems.push(`CHANGELOG.md: ${version} is not released, and nothing stands under Unreleased`)
    return problems
  }
  if (tag !== `v${version}`) problems.push(`the tag is ${tag}, and package.json says ${version}`)
  if (!isReleased) problems.push(`CHANGELOG.md has no heading for ${version}`)
  if ((unreleased?.entries.length ?? 0) > 0) problems.push('CHANGELOG.md still has entries under Unreleased')
  return problems
}

export const MANIFESTS = ['package.json', 'electron-builder.yml'] as const

/** The section of a version, for the page of the release. */
export function notesOf(changelog: string, version: string): string {
  const part = changelog.split(/^## /m).find((text) => RELEASED.exec(text.split('\n')[0]?.trim() ?? '')?.[1] === version)
  return part === undefined ? '' : part.split('\n').slice(1).join('\n').trim()
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { tag: { type: 'string' }, notes: { type: 'boolean', default: false } } })
  const root = resolve(import.meta.dirname, '../..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as ReleaseFacts
  const manifests = Object.fromEntries(MANIFESTS.map((name) => [name, readFileSync(join(root, name), 'utf8')]))
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  if (values.notes) process.stdout.write(`${notesOf(changelog, version)}\n`)
  else {
    const problems = releaseProblems({ version, manifests, changelog, tag: values.tag ?? null })
    for (const problem of problems) process.stderr.write(`${problem}\n`)
    process.exitCode = problems.length > 0 ? 1 : 0
  }
}
