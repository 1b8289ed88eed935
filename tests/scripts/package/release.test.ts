import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { MANIFESTS, notesOf, type ReleaseFacts, releaseProblems } from '../../../scripts/package/release.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const done = '# Changelog\n\n## Unreleased\n\n## 1.2.0 - 2026-12-01\n\n### Added\n- Two.\n\n## 1.1.0 - 2026-11-27\n\n- One.\n'
const facts = (changes: Partial<ReleaseFacts>): ReleaseFacts => ({
  version: '1.2.0',
  manifests: { 'package.json': '{"name": "multivector", "test:unit": "vitest"}' },
  changelog: done,
  tag: 'v1.2.0',
  ...changes,
})

describe('version and changelog', () => {
  it('of this tree say the same', () => {
    const { version } = JSON.parse(read('package.json')) as ReleaseFacts
    const manifests = Object.fromEntries(MANIFESTS.map((name) => [name, read(name)]))
    expect(releaseProblems({ version, manifests, changelog: read('CHANGELOG.md'), tag: null })).toEqual([])
  })

  it('let a release pass whose heading, tag and version agree', () => {
    expect(releaseProblems(facts({}))).toEqual([])
    expect(notesOf(done, '1.2.0')).toBe('### Added\n- Two.')
  })

  it.each<readonly [string, Partial<ReleaseFacts>, string]>([
    ['another tag', { tag: 'v1.2.1' }, 'the tag is v1.2.1, and package.json says 1.2.0'],
    ['no heading', { version: '1.3.0', tag: 'v1.3.0' }, 'CHANGELOG.md has no heading for 1.3.0'],
    [
      'entries left over',
      { changelog: done.replace('Unreleased\n', 'Unreleased\n- Three.\n') },
      'CHANGELOG.md still has entries under Unreleased',
    ],
    [
      'a placeholder for an address',
      { manifests: { 'package.json': '"homepage": "https://multivector.example"' } },
      'package.json: the address multivector.example is a placeholder',
    ],
    [
      'a placeholder for mail, also between releases',
      { tag: null, manifests: { 'electron-builder.yml': 'maintainer: A team <team@multivector.example>\n' } },
      'electron-builder.yml: the address team@multivector.example is a placeholder',
    ],
    [
      'a heading without a day',
      { changelog: done.replace(' - 2026-11-27', '') },
      'CHANGELOG.md: "1.1.0" is neither Unreleased nor "1.2.3 - 2026-11-27"',
    ],
    ['an older version on top', { changelog: done.replace('## 1.2.0', '## 1.0.0') }, 'CHANGELOG.md: 1.1.0 stands below 1.0.0'],
    [
      'a version that was not raised',
      { version: '1.1.0', tag: 'v1.1.0' },
      'CHANGELOG.md has 1.2.0, and package.json is still 1.1.0',
    ],
    ['half a version', { version: '1.2', tag: 'v1.2' }, 'package.json: 1.2 is not a version of three numbers'],
    [
      'nothing told of new work',
      { tag: null, version: '1.3.0' },
      'CHANGELOG.md: 1.3.0 is not released, and nothing stands under Unreleased',
    ],
  ])('hold a release with %s', (_what, changes, problem) => {
    expect(releaseProblems(facts(changes))).toContain(problem)
  })
})

describe('the workflows', () => {
  const folder = join(root, '.github', 'workflows')
  const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

  it('are YAML, with rights that begin at reading', () => {
    for (const { name, text } of files)
      expect((parse(text) as { permissions: object }).permissions, name).toEqual({ contents: 'read' })
  })

  it('use actions at a whole version, and only those of GitHub itself', () => {
    const used = files.flatMap(({ text }) => [...text.matchAll(/uses: (\S+)/g)].map((found) => found[1] ?? ''))
    const outside = used.filter((name) => !/^actions\/[\w-]+@v\d+\.\d+\.\d+$/.test(name) && !name.startsWith('./'))
    expect(outside).toEqual([])
  })

  it('check on three systems before anything is packaged', () => {
    const jobs = (name: string): Record<string, { needs?: string; strategy?: { matrix: { os?: string[] } } }> =>
      (parse(files.find((file) => file.name === name)?.text ?? '') as { jobs: never }).jobs
    expect(jobs('check.yml').check?.strategy?.matrix.os?.map((os) => os.split('-')[0])).toEqual(['ubuntu', 'windows', 'macos'])
    expect(jobs('release.yml').package?.needs).toBe('check')
    expect(jobs('release.yml').publish?.needs).toBe('package')
  })
})
