// A zip file that looks to electron-builder like Electron's own: what it reads and changes is there (fuses, locales, version resource,
// property lists), nothing runs. With it a package can be made and looked into where Electron cannot be fetched.
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { ZipFile } from 'yazl'
import { FUSES_OF_THE_PROGRAM } from './electronPackage.ts'
import type { Target } from './targets.ts'

/** Marks the place of the fuses in Electron's program (@electron/fuses). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const US_ENGLISH = 1033
const UNICODE = 1200
const LOCALES = ['de', 'en-US', 'kk', 'ru', 'zh-CN']

/** Version 1 of the wire: every fuse on, so that each that must be off is seen to have been turned. */
const fuseWire = (): Buffer =>
  Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES_OF_THE_PROGRAM]), Buffer.from('1'.repeat(FUSES_OF_THE_PROGRAM))])

function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: US_ENGLISH, codepage: UNICODE }, { FileDescription: 'Electron', ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.concat([Buffer.from(program.generate()), fuseWire()])
}

const propertyList = (entries: Readonly<Record<string, string>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><dict>${Object.entries(
    entries,
  )
    .map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
    .join('')}</dict></plist>\n`

function macFiles(): Readonly<Record<string, string | Buffer>> {
  const contents = 'Electron.app/Contents'
  const framework = `${contents}/Frameworks/Electron Framework.framework`
  const helper = (suffix: string): Readonly<Record<string, string>> => {
    const name = `Electron Helper${suffix}`
    const folder = `${contents}/Frameworks/${name}.app/Contents`
    return {
      [`${folder}/Info.plist`]: propertyList({ CFBundleExecutable: name, CFBundleIdentifier: 'com.github.Electron.helper' }),
      [`${folder}/MacOS/${name}`]: 'stub',
    }
  }
  const locales = ['de', 'en', 'kk', 'ru', 'zh_CN']
  return {
    [`${contents}/Info.plist`]: propertyList({ CFBundleExecutable: 'Electron', CFBundleIdentifier: 'com.github.Electron' }),
    [`${contents}/MacOS/Electron`]: 'stub',
    [`${contents}/Resources/electron.icns`]: 'stub',
    [`${framework}/Electron Framework`]: fuseWire(),
    ...helper(''),
    ...helper(' (GPU)'),
    ...helper(' (Plugin)'),
    ...helper(' (Renderer)'),
    ...Object.fromEntries(
      locales.flatMap((locale) => [
        [`${contents}/Resources/${locale}.lproj/locale.pak`, 'stub'],
        [`${framework}/Versions/A/Resources/${locale}.lproj/locale.pak`, 'stub'],
      ]),
    ),
  }
}

/** @returns path of the zip file, in `folder` */
export async function writeStubElectron(folder: string, { platform, arch }: Target): Promise<string> {
  const shared = { LICENSE: 'Electron\n', 'LICENSES.chromium.html': '<!doctype html>\n', version: '0.0.0\n' }
  const files: Readonly<Record<string, string | Buffer>> = {
    ...shared,
    ...(platform === 'darwin'
      ? macFiles()
      : {
          [platform === 'win32' ? 'electron.exe' : 'electron']: platform === 'win32' ? windowsProgram() : fuseWire(),
          ...Object.fromEntries(LOCALES.map((locale) => [`locales/${locale}.pak`, 'stub'])),
        }),
  }
  mkdirSync(folder, { recursive: true })
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path, { mode: 0o100755 })
  zip.end()
  const path = join(folder, `electron-stub-${platform}-${arch}.zip`)
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}
