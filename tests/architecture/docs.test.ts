// What the documents name is there: files, folders, scripts, commands, packages. A document that is wrong about one thing is trusted in none.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adapters } from '../../db/ingest/adapters.ts'
import { fileReasons, rowReasons, skipReasons } from '../../electron/shared/contract/importReasons.ts'
import { root, sourcesOf } from './sources.ts'

const documents = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'renderer/README.md', 'resources/data/README.md'].map(
    (path) => ({ path, text: readFileSync(join(root, path), 'utf8') }),
  ),
  ...sourcesOf(['docs'], /\.md$/),
]
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}

/** Files of the clone, tracked or new, and the folders that hold them. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)))
const places = new Set(files.flatMap((path) => [path, ...foldersOf(path)]))

function foldersOf(path: string): readonly string[] {
  const folder = posix.dirname(path)
  return folder === '.' ? [] : [folder, ...foldersOf(folder)]
}

/** `{en,ru,kk}` as the texts it stands for. */
function spellings(path: string): readonly string[] {
  const choice = /\{([^{}]*)\}/.exec(path)
  return choice === null
    ? [path]
    : (choice[1] ?? '')
        .split(',')
        .flatMap((one) => spellings(path.slice(0, choice.index) + one + path.slice(choice.index + choice[0].length)))
}

/** Whether a place of the clone is meant: from the root, from the document's folder, or by the end of its path; `<topic>` and `*` stand for any text. */
function isThere(path: string, document: string): boolean {
  const pattern = (from: string): RegExp =>
    new RegExp(
      `^${from}${path
        .replace(/\/$/, '')
        .replace(/[.+?^$()|[\]\\]/g, '\\$&')
        .replace(/<\w+>|\*|NNNN|\bX(?=View)/g, '[^/]+')
        .replace(/useX\b/g, 'use[^/]+')}(\\.tsx?)?$`,
    )
  const beside = dirname(document) === '.' ? '' : `${dirname(document)}/`
  const wanted = [pattern(''), pattern(beside), pattern('.*/')]
  return [...places].some((place) => wanted.some((one) => one.test(place)))
}

const ROOMS = 'bench|cli|db|docs|electron|renderer|resources|scripts|tests'
const ENDINGS = 'ts|tsx|mjs|md|csv|css|yml|sql'
const SPANS = /```[^`]*```|`([^`\n]+)`/g
const PATH = /^[\w@.{}<>*,-]+(\/[\w@.{}<>*,-]+)*\/?$/

/** Words that look like a place: in code spans what has a slash or the ending of a source; in sentences what begins with a room. */
function pathsOf(text: string): readonly string[] {
  const coded = [...text.matchAll(SPANS)]
    .flatMap(([, span = '']) => span.split(/\s+/))
    .filter((word) => PATH.test(word))
    .filter((word) => (/^[a-z.]/.test(word) && word.includes('/')) || new RegExp(`^[\\w<>*-]+\\.(${ENDINGS})$`).test(word))
  const said = [...text.replace(SPANS, '').matchAll(new RegExp(`(?<![\\w@/.-])(?:${ROOMS})/[\\w./-]*\\w`, 'g'))].map(
    ([word]) => word,
  )
  return [...new Set([...coded, ...said])]
}

describe.each(documents)('$path', ({ path, text }) => {
  it('names files and folders that are there', () => {
    expect(pathsOf(text).filter((word) => !spellings(word).every((one) => isThere(one, path)))).toEqual([])
  })

  it('shows pictures and links that are there', () => {
    const targets = [...text.matchAll(/\]\(([^)#\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^\w+:/.test(target))
    expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([])
  })

  it('names scripts of package.json and commands of the command line', () => {
    const scripts = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name)
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([])
    const called = [...text.matchAll(/npm run -s multivector -- (\w[\w-]*)/g)].map(([, name = '']) => name)
    expect(called.filter((name) => !commandNames.has(name))).toEqual([])
  })
})

const commandNames = new Set(
  sourcesOf(['cli/commands']).flatMap(({ text }) => [...text.matchAll(/\bname: '(\w+)'/g)].map(([, name = '']) => name)),
)

describe('docs/importing.md', () => {
  const coded = new Set(
    [...readFileSync(join(root, 'docs/importing.md'), 'utf8').matchAll(/`([\w-]+)`/g)].map(([, word = '']) => word),
  )

  it('names every format that is recognised, and every reason why a file or a line is not taken', () => {
    const known = [...adapters.map(({ id }) => id), ...fileReasons, ...rowReasons, ...skipReasons]
    expect(known.filter((name) => !coded.has(name))).toEqual([])
  })
})

describe('the dependencies', () => {
  it('stand in ARCHITECTURE.md with what they are for, each of them and no other', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    const rows = (text.split('## Dependencies')[1] ?? '')
      .split('\n')
      .filter((line) => /^\| [@a-z]/.test(line) && !line.startsWith('| package'))
    const named = rows.flatMap((line) => {
      const cell = line.split('|')[1] ?? ''
      let scope = ''
      return cell.split(',').flatMap((word) => {
        const name = word.trim()
        if (name === '@types/*') return Object.keys(manifest.devDependencies).filter((one) => one.startsWith('@types/'))
        // `@dnd-kit/core, sortable` and `@tanstack/react-query, -table`: a name goes on with the scope or the stem before it
        const full = name.startsWith('-') ? scope.replace(/-[^-]*$/, name) : name
        const [own, scoped] = [full, `${scope.split('/')[0]}/${full}`]
        if (own.startsWith('@')) scope = own
        return own in everyPackage || !scope ? [own] : [scoped]
      })
    })
    expect([...named].sort()).toEqual(Object.keys(everyPackage).sort())
  })
})

const everyPackage: Readonly<Record<string, string>> = {
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
}
