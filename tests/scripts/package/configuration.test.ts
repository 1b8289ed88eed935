import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseLaunch } from '../../../electron/main/launch.ts'
import { FUSES } from '../../../scripts/package/electronPackage.ts'

const root = resolve(import.meta.dirname, '../../..')
interface Configuration {
  readonly appId: string
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly fileAssociations: readonly { readonly ext: string; readonly rank: string; readonly mimeType: string }[]
  readonly publish: null
  readonly [platform: string]: unknown
}
const readConfiguration = (): Configuration => parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Configuration

const require = createRequire(import.meta.url)
const { validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
  validateConfiguration(config: object, log: object): Promise<void>
}
const validate = (config: object): Promise<void> => validateConfiguration(config, { isEnabled: false, add: () => {} })

const targetsOf = (platform: string): readonly { readonly target: string; readonly arch: readonly string[] }[] =>
  (readConfiguration()[platform] as { target: readonly { target: string; arch: readonly string[] }[] }).target

describe('electron-builder.yml', () => {
  it("passes electron-builder's own schema, which knows the options of every platform", async () => {
    await expect(validate(readConfiguration())).resolves.toBeUndefined()
  })

  it.each([
    ['win', { requestedExecutionLevel: 'highest' }],
    ['nsis', { oneKlick: true }],
    ['mac', { hardenedRuntime: 'yes' }],
    ['dmg', { writeUpdates: false }],
    ['linux', { maintainers: [] }],
    ['electronFuses', { runAsNodes: false }],
  ])('and that schema refuses an option of %s that does not exist', async (part, wrong) => {
    const config = readConfiguration()
    await expect(validate({ ...config, [part]: { ...(config[part] as object), ...wrong } })).rejects.toThrow(/invalid/i)
  })

  it('makes installers for three systems and two processors', () => {
    const named = (platform: string): string =>
      targetsOf(platform)
        .map(({ target, arch }) => `${target} ${arch.join('+')}`)
        .join(', ')
    expect(named('win')).toBe('nsis x64+arm64, portable x64')
    expect(named('mac')).toBe('dmg arm64+x64, zip arm64+x64')
    expect(named('linux')).toBe('AppImage x64+arm64, deb x64+arm64, rpm x64+arm64, tar.gz x64+arm64')
  })

  it('installs for one user, without administrator rights, and never fetches an update', () => {
    const { nsis, publish } = readConfiguration()
    expect(nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false })
    expect(publish).toBeNull()
  })

  it('sets every fuse that this version of the fuse tool knows, as the look into a package expects them', () => {
    const key = (fuse: FuseV1Options): string => {
      const name = FuseV1Options[fuse] ?? ''
      return name.charAt(0).toLowerCase() + name.slice(1)
    }
    expect(readConfiguration().electronFuses).toEqual(Object.fromEntries(FUSES.map(([fuse, on]) => [key(fuse), on])))
    expect(FUSES.map(([fuse]) => fuse).sort()).toEqual(
      Object.values(FuseV1Options)
        .filter((value) => typeof value === 'number')
        .sort(),
    )
  })

  it('names the program on Windows as the program names itself', () => {
    expect(readFileSync(join(root, 'electron', 'main', 'desktop.ts'), 'utf8')).toContain(
      `setAppUserModelId('${readConfiguration().appId}')`,
    )
  })

  it('associates only files that the program opens; CSV stays with the program that owns it', () => {
    const { fileAssociations, mac, linux, win } = readConfiguration()
    const csv = [mac, linux].flatMap((part) => (part as Pick<Configuration, 'fileAssociations'>).fileAssociations)
    expect(fileAssociations.map(({ ext, rank }) => `${ext} ${rank}`)).toEqual(['multivector Owner', 'mvdata Owner'])
    expect(csv.map(({ ext, rank }) => `${ext} ${rank}`)).toEqual(['csv Alternate', 'csv Alternate'])
    const files = [...fileAssociations, ...csv].map(({ ext }) => `/tmp/file.${ext}`)
    expect(parseLaunch(files, '/').files).toEqual(files.map((file) => resolve(file)))
    // on Windows an association of electron-builder takes a file over; "open with" is written by hand
    expect(win).not.toHaveProperty('fileAssociations')
    const script = readFileSync(join(root, 'resources', 'icons', 'installer.nsh'), 'utf8')
    expect(script).toContain('WriteRegNone SHELL_CONTEXT "Software\\Classes\\.csv\\OpenWithProgids" "Multivector.csv"')
    expect(script).not.toMatch(/WriteRegStr SHELL_CONTEXT "Software\\Classes\\\.csv"/)
  })

  it('names files of the clone that exist', () => {
    const { mac, win, linux, extraResources } = readConfiguration() as unknown as Record<string, Record<string, string>> & {
      extraResources: readonly { from: string }[]
    }
    const named = [
      ...[mac, win, linux].map((part) => join('resources', 'icons', part?.icon ?? '')),
      mac?.entitlements ?? '',
      ...extraResources.map(({ from }) => from).filter((from) => !from.startsWith('out/')),
    ]
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})
