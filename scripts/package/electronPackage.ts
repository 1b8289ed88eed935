// Reads a package that electron-builder made: its archive, what lies beside it, the fuses of its program and the seal of its archive.
import { createHash } from 'node:crypto'
import { cpSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { extractAll, extractFile, getRawHeader, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { type Entry, entriesOf, entryOf } from './contents.ts'
import type { Target } from './targets.ts'

/** Files of the archive, those that lie outside of it included, under `app/`. */
function archiveEntries(resources: string): readonly Entry[] {
  const archive = join(resources, 'app.asar')
  return listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => !('files' in statFile(archive, path)))
    .map((path) => entryOf(`app/${path}`, extractFile(archive, path)))
}

/** What electron-builder itself puts among the resources. */
const ITS_OWN =
  /^(app\.asar|app\.asar\.unpacked\/.*|[\w-]+\.lproj\/.*|electron\.icns|icon\.icns|LICENSE\.electron\.txt|LICENSES\.chromium\.html)$/

/** Our files in a package. @param resources the folder with app.asar */
export const packageEntries = (resources: string): readonly Entry[] => [
  ...archiveEntries(resources),
  ...entriesOf(resources, 'resources', (path) => ITS_OWN.test(path)),
]

/** Lays a package out as one folder that a Node can run: what is in the archive, and `resources` beside it. */
export function unpackPackage(resources: string, folder: string): void {
  extractAll(join(resources, 'app.asar'), folder)
  cpSync(resources, join(folder, 'resources'), { recursive: true, filter: (path) => !/app\.asar(\.unpacked)?$/.test(path) })
}

/** Paths in the archive whose bytes lie outside of it, and every file outside of it: the same list when nothing was added by hand. */
export function unpackedProblems(resources: string): readonly string[] {
  const archive = join(resources, 'app.asar')
  const marked = listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => {
      const stat = statFile(archive, path)
      return 'unpacked' in stat && stat.unpacked === true && !('files' in stat)
    })
  const lying = entriesOf(join(resources, 'app.asar.unpacked'), '').map(({ path }) => path)
  return [
    ...lying.filter((path) => !marked.includes(path)).map((path) => `outside the archive and not of it: ${path}`),
    ...(lying.every((path) => !path.endsWith('.node'))
      ? ['the native module is inside the archive, where no system can load it']
      : []),
  ]
}

/** The eight fuses that electron-builder.yml sets, as they must stand in the program. */
export const FUSES: readonly (readonly [fuse: FuseV1Options, on: boolean])[] = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
]

/**
 * The ninth fuse of Electron 45, WasmTrapHandlers: WebAssembly that reads beyond its memory is caught by the processor. Electron has it on,
 * the fuse tool that electron-builder brings (1.8) leaves it as it is, and it must be found so. Off would be slower and no safer.
 */
const WASM_TRAP_HANDLERS = 8
/** A longer row has a fuse that nobody here has decided on. */
export const FUSES_OF_THE_PROGRAM = 9

/** A fuse that is on stands as the letter 1 in the program, one that is off as 0. */
const letter = (on: boolean): number => (on ? 0x31 : 0x30)

const programOf = (folder: string, { platform }: Target): string =>
  join(folder, { linux: 'multivector', win32: 'Multivector.exe', darwin: 'Multivector.app' }[platform])

/** Fuses of a packaged program that do not stand on their safe side, in words; empty = all do. */
export async function fuseProblems(folder: string, target: Target): Promise<readonly string[]> {
  const wire = (await getCurrentFuseWire(programOf(folder, target))) as unknown as Readonly<Record<number, number>>
  const found = Object.keys(wire).filter((key) => /^\d+$/.test(key)).length
  return [
    ...FUSES.filter(([fuse, on]) => wire[fuse] !== letter(on)).map(
      ([fuse, on]) => `the fuse ${FuseV1Options[fuse]} is not ${on ? 'on' : 'off'}`,
    ),
    ...(wire[WASM_TRAP_HANDLERS] === letter(true) ? [] : ['the fuse WasmTrapHandlers is not on']),
    ...(found === FUSES_OF_THE_PROGRAM
      ? []
      : [`the program has ${found} fuses, not the ${FUSES_OF_THE_PROGRAM} that were decided on`]),
  ]
}

/** Windows and macOS carry the hash of the archive's head in the program; Linux has no such place. */
export function sealProblems(folder: string, resources: string, target: Target): readonly string[] {
  if (target.platform === 'linux') return []
  const head = getRawHeader(join(resources, 'app.asar'))
  const hash = createHash('sha256').update(head.headerString).digest('hex')
  const holder =
    target.platform === 'darwin' ? join(folder, 'Multivector.app', 'Contents', 'Info.plist') : programOf(folder, target)
  return readFileSync(holder).includes(hash) ? [] : [`${basename(holder)} does not carry the hash of the archive`]
}

/** Files of the runtime that must be there beside ours: locales of three languages, Electron's licence and Chromium's. */
export function runtimeProblems(folder: string, resources: string, { platform }: Target): readonly string[] {
  const paths = entriesOf(folder, '').map(({ path }) => path)
  const locales = platform === 'darwin' ? ['en.lproj', 'kk.lproj', 'ru.lproj'] : ['en-US.pak', 'kk.pak', 'ru.pak']
  const all =
    platform === 'darwin'
      ? [
          ...new Set(
            paths
              .filter((path) => path.includes('.lproj/'))
              .map((path) => path.split('/').find((part) => part.endsWith('.lproj')) ?? ''),
          ),
        ]
      : paths.filter((path) => path.startsWith('locales/')).map((path) => basename(path))
  const licences = platform === 'darwin' ? entriesOf(resources, '').map(({ path }) => path) : paths
  return [
    ...(all.sort().join() === locales.join() ? [] : [`locales: ${all.join(', ')} instead of ${locales.join(', ')}`]),
    ...['LICENSE.electron.txt', 'LICENSES.chromium.html']
      .filter((name) => !licences.includes(name))
      .map((name) => `missing: ${name}`),
  ]
}
