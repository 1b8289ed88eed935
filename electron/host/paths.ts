import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Where the parts of the program lie: in a clone run from source, in a built clone, or in an installed copy. */
export interface Places {
  /** folder with the numbered SQL steps */
  readonly schema: string
  /** bundled data package */
  readonly data: string
  /** texts by language */
  readonly texts: string
  /** folder with the two typefaces as their packages hold them */
  readonly fonts: string
  /** the built page */
  readonly page: string
  /** the data thread: TypeScript in a run from source, else the built file */
  readonly worker: URL
  /** the thread that reads one file, likewise */
  readonly ingest: URL
  readonly preload: string
  readonly version: string
}

function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (dirname(folder) === folder) throw new Error(`no package.json above ${from}`)
  }
}

/**
 * @param module `import.meta.url` of a module of this program
 * @param installedResources `process.resourcesPath` of an installed copy, where data, texts and schema lie outside the archive; null in a clone
 */
export function findPlaces(module: string, installedResources: string | null = null): Places {
  const file = fileURLToPath(module)
  const root = findRoot(dirname(file))
  const resources = installedResources ?? join(root, 'resources')
  const fromSource = file.endsWith('.ts')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    schema: installedResources ? join(installedResources, 'schema') : join(root, 'db', 'schema'),
    data: join(resources, 'data'),
    texts: join(resources, 'texts'),
    fonts: installedResources ? join(installedResources, 'fonts') : join(root, 'node_modules', '@fontsource-variable'),
    page: join(root, 'out', 'renderer'),
    ingest: pathToFileURL(fromSource ? join(root, 'db', 'ingest', 'thread.ts') : join(root, 'out', 'main', 'ingest.js')),
    worker: pathToFileURL(fromSource ? join(root, 'db', 'worker', 'worker.ts') : join(root, 'out', 'main', 'worker.js')),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    version,
  }
}

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The folder of the user's own data, by the platform's convention. A relative XDG_DATA_HOME is ignored, as the XDG specification asks. */
export function dataFolder({ platform, home, env }: Machine): string {
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Multivector')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Multivector')
  const data = env.XDG_DATA_HOME ?? ''
  return join(isAbsolute(data) ? data : join(home, '.local', 'share'), 'multivector')
}

/** Where the store lies when nobody says so. */
export const defaultStore = (machine: Machine): string => join(dataFolder(machine), 'multivector.sqlite')

/** In a copy that needs no installation: while this file lies beside the program, the store does too. */
export const KEEP_HERE = 'keep-data-here.txt'

/**
 * The store of a copy that needs no installation, in the folder `data` beside the program.
 *
 * @param module `import.meta.url` of a module of this program
 * @returns null in every other copy, without the marker file, and where nothing can be written beside the program
 */
export function storeBeside(module: string): string | null {
  const root = findRoot(dirname(fileURLToPath(module)))
  const { portable } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { portable?: boolean }
  const folder = dirname(root)
  if (portable !== true || !existsSync(join(folder, KEEP_HERE))) return null
  const data = join(folder, 'data')
  try {
    // asking the system for its rights is not enough on Windows, on network drives and on sticks that are locked: try
    mkdirSync(data, { recursive: true })
    const probe = join(data, `.write-${process.pid}`)
    mkdirSync(probe)
    rmdirSync(probe)
  } catch {
    return null
  }
  return join(data, 'multivector.sqlite')
}
