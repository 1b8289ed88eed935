// Hole: a package that changes under us or runs code at installation. Promise: every version is exact, every package of the lock file has its
// checksum and comes from the one registry, and only packages that are listed may run a script when they are installed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../cli/support/run.ts'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
  readonly scripts: Readonly<Record<string, string>>
}
interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly link?: boolean
}
const read = <T>(name: string): T => JSON.parse(readFileSync(join(root, name), 'utf8')) as T
const manifest = read<Manifest>('package.json')
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json')
const installed = Object.entries(packages).filter(([path]) => path !== '')

describe('the supply chain', () => {
  it('asks for exact versions, and the lock file gives those', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })

  it('has a SHA-512 checksum for every package, and no package from another place', () => {
    expect(installed.length).toBeGreaterThan(300)
    expect(
      installed.filter(([, { integrity, link }]) => link || !/^sha512-/.test(integrity ?? '')).map(([path]) => path),
    ).toEqual([])
    const elsewhere = installed.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere.map(([path]) => path)).toEqual([])
  })

  it('runs scripts at installation only where they are listed with their version', () => {
    const listed = Object.keys(manifest.allowScripts)
    const withScripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript)
    for (const [path, { version }] of withScripts) {
      const name = path.split('node_modules/').at(-1) ?? ''
      expect(listed.includes(`${name}@${version}`) || manifest.allowScripts[name] === false, `${name}@${version}`).toBe(true)
    }
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([])
  })

  it('ships one package that is not bundled', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3'])
  })
})
