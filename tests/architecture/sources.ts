// The sources of the program as the architecture tests read them.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export interface Source {
  /** from the root, with forward slashes */
  readonly path: string
  readonly text: string
}

function list(folder: string, ends: RegExp): readonly Source[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return name === 'node_modules' || name === 'data' ? [] : list(path, ends)
    return ends.test(name) ? [{ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }] : []
  })
}

/** Files of these folders whose name ends so. */
export const sourcesOf = (folders: readonly string[], ends = /\.tsx?$/): readonly Source[] =>
  folders.flatMap((folder) => list(join(root, folder), ends))

export interface Import {
  /** the importing file */
  readonly from: string
  /** a package's name, `node:…`, or the imported file from the root */
  readonly to: string
  readonly typeOnly: boolean
  /** true = loaded when it is asked for */
  readonly dynamic: boolean
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/gm

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

/** Every import of a file, static, dynamic, of types and re-exported. */
export function importsOf({ path, text }: Source): readonly Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const named = (match[2] ?? match[3] ?? '').replace(/\?raw$/, '')
    const to = named.startsWith('.')
      ? posix.normalize(posix.join(dirname(path), named))
      : named.startsWith('node:')
        ? named
        : packageOf(named)
    return { from: path, to, typeOnly: match[1] !== undefined, dynamic: match[3] !== undefined }
  })
}
