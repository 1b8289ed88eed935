// Packs for one target of each system around a stub of Electron; the whole set is `npm run dist:stub`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkContents, type Entry, entryOf, fileList } from '../../../scripts/package/contents.ts'
import { fuseProblems } from '../../../scripts/package/electronPackage.ts'
import { isAdmitted, packagesInside, writeNotices } from '../../../scripts/package/notices.ts'
import { type Looked, packAndLook } from '../../../scripts/package/stub.ts'
import { targetNamed } from '../../../scripts/package/targets.ts'
import { temporaryFolder } from '../../db/support/store.ts'

const root = resolve(import.meta.dirname, '../../..')
// electron-builder packs for macOS everywhere but on Windows
const third = process.platform === 'win32' ? 'win-x64' : 'mac-arm64'
const names = ['linux-x64', 'win-arm64', third] as const
const packed = new Map<string, Looked>()
const looked = (name: string): Looked => {
  const found = packed.get(name)
  if (!found) throw new Error(`${name} was not packed`)
  return found
}

beforeAll(async () => {
  writeNotices(root, join(root, 'out', 'notices'))
  await Promise.all(names.map(async (name) => packed.set(name, await packAndLook(root, targetNamed(name), temporaryFolder()))))
})

describe('a package', () => {
  it.each(names)('for %s holds what it must, nothing else, and its program has the fuses', (name) => {
    expect(looked(name).problems).toEqual([])
  })

  it.each([
    ['linux-x64', 'linux-x64.node'],
    ['win-arm64', 'win32-arm64.node'],
    [third, third === 'win-x64' ? 'win32-x64.node' : 'darwin-arm64.node'],
  ])('for %s has one native module, %s', (name, native) => {
    const modules = looked(name).entries.filter(({ path }) => path.endsWith('.node'))
    expect(modules.map(({ path }) => path.split('/').at(-1))).toEqual([native])
  })

  it('carries the seeds, the schema and the texts of three languages as they stand in the clone', () => {
    const paths = looked('linux-x64').entries.map(({ path }) => path)
    expect(paths).toContain('resources/data/datapackage.json')
    expect(paths).toContain('resources/schema/0010-store.sql')
    for (const language of ['en', 'ru', 'kk']) expect(paths).toContain(`resources/texts/${language}/native.json`)
  })

  it('lists the same files for two systems, but for the native module', () => {
    const of = (name: string): readonly string[] =>
      fileList(looked(name).entries)
        .split('\n')
        .filter((line) => !line.endsWith('.node'))
    expect(of('win-arm64')).toEqual(of(third))
  })
})

describe('the look at the fuses', () => {
  const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  /** a program of Linux with this row of fuses */
  const found = (row: string): Promise<readonly string[]> => {
    const folder = temporaryFolder()
    writeFileSync(
      join(folder, 'multivector'),
      Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, row.length]), Buffer.from(row)]),
    )
    return fuseProblems(folder, targetNamed('linux-x64'))
  }

  it('knows nine, and passes the row that a package must have', async () => {
    expect(await found('010011001')).toEqual([])
  })

  it('sees one that stands on the wrong side, the ninth too, and a row of another length', async () => {
    expect(await found('110011000')).toEqual(['the fuse RunAsNode is not off', 'the fuse WasmTrapHandlers is not on'])
    expect(await found('0100110011')).toEqual(['the program has 10 fuses, not the 9 that were decided on'])
  })
})

describe('the look into a package', () => {
  const target = targetNamed('linux-x64')
  const check = (entries: readonly Entry[]): readonly string[] => checkContents(root, target, entries, { preload: true })
  const withFile = (path: string, text: string): readonly string[] => {
    const { entries } = looked('linux-x64')
    return check([...entries.filter((entry) => entry.path !== path), entryOf(path, Buffer.from(text))])
  }

  it('sees a file that is missing', () => {
    const { entries } = looked('linux-x64')
    expect(check(entries.filter(({ path }) => path !== 'resources/data/trade.csv'))).toEqual([
      'missing: resources/data/trade.csv',
    ])
  })

  it('sees a file that should not be there', () => {
    expect(withFile('app/node_modules/left-over/index.js', '')).toEqual(['not expected: app/node_modules/left-over/index.js'])
  })

  it('sees seeds that are not those of the clone', () => {
    expect(withFile('resources/data/trade.csv', 'other')).toEqual(["not the clone's own: resources/data/trade.csv"])
  })

  it('sees a native module of another platform', () => {
    const path = 'app/node_modules/better-sqlite3/prebuilds/win32-x64.node'
    expect(withFile(path, '')).toContain(`of another platform: ${path}`)
  })

  it('sees source maps and folders of the machine that built', () => {
    expect(withFile('app/out/main/index.js.map', '{}')).toContain('app/out/main/index.js.map: a source map')
    expect(withFile('app/out/main/index.js', '//# sourceMappingURL=index.js.map')).toContain(
      'app/out/main/index.js: names a source map',
    )
    expect(withFile('app/out/main/index.js', `const at = '${root}/out'`)).toContain(`app/out/main/index.js: names ${root}`)
  })

  it('sees fields for development in package.json, and a package that grew too large', () => {
    expect(withFile('app/package.json', '{"devDependencies":{}}')).toEqual(['app/package.json: still has devDependencies'])
    expect(
      withFile('resources/notices/THIRD-PARTY-LICENCES.txt', ' '.repeat(2 ** 25)).some((line) =>
        line.includes('bytes, more than'),
      ),
    ).toBe(true)
  })

  it('sees a package without its licence', () => {
    const path = 'resources/notices/THIRD-PARTY-LICENCES.txt'
    const text =
      looked('linux-x64')
        .entries.find((entry) => entry.path === path)
        ?.read()
        .toString('utf8') ?? ''
    expect(withFile(path, text.replaceAll('react 19', 'gone 19'))).toEqual(['react: no licence text'])
  })
})

describe('the notices', () => {
  it('name every package that is bundled, and none that only builds or tests', () => {
    const inside = packagesInside(root).map(({ name }) => name)
    for (const name of ['react', 'zod', 'recharts', 'better-sqlite3', 'world-atlas', '@fontsource-variable/inter'])
      expect(inside).toContain(name)
    for (const name of ['vitest', 'vite', 'typescript', 'electron-builder', '@playwright/test'])
      expect(inside).not.toContain(name)
  })

  it('are the same bytes when they are made again', () => {
    const folder = join(temporaryFolder(), 'notices')
    writeNotices(root, folder)
    for (const name of ['sbom.cdx.json', 'THIRD-PARTY-LICENCES.txt'])
      expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(root, 'out', 'notices', name), 'utf8'))
  })

  it('admit a licence by name, all parts of an AND, and one part of an OR', () => {
    expect(isAdmitted('MIT')).toBe(true)
    expect(isAdmitted('MIT AND ISC AND BSD-3-Clause')).toBe(true)
    expect(isAdmitted('(GPL-3.0-only OR MIT)')).toBe(true)
    expect(isAdmitted('MIT AND GPL-3.0-only')).toBe(false)
    expect(isAdmitted('')).toBe(false)
  })
})
