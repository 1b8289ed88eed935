import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const PACKAGE = /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)(?=[\\/])/g

/** Name of the package that a file belongs to, the innermost where they nest; null for our own. */
export function packageOf(file: string): string | null {
  const found = [...file.matchAll(PACKAGE)].at(-1)?.[1]
  return found === undefined ? null : found.replaceAll('\\', '/')
}

/** Folder of that package. */
export const packageFolder = (file: string): string => {
  const last = [...file.matchAll(PACKAGE)].at(-1)
  return last ? file.slice(0, last.index + last[0].length) : ''
}

/**
 * Writes down which packages went into one build, for the list of licences: modules that are in a chunk, and fonts and styles that are files.
 *
 * @param root folder of the project
 * @param name main, preload or renderer; the list is out/packages/<name>.json
 */
export function recordPackages(root: string, name: string): Plugin {
  return {
    name: 'multivector:record-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = new Set<string>()
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') for (const id of output.moduleIds) files.add(id)
        else for (const original of output.originalFileNames) files.add(join(root, 'renderer', original))
      }
      // style sheets are no longer in a chunk when they have become files of their own
      for (const id of this.getModuleIds()) if (/\.css(\?|$)/.test(id)) files.add(id)
      const folders = new Set([...files].map((file) => packageFolder(file.replace(/^\0/, ''))).filter((folder) => folder !== ''))
      const relative = [...folders].map((folder) => folder.slice(folder.indexOf('node_modules')).replaceAll('\\', '/')).sort()
      mkdirSync(join(root, 'out', 'packages'), { recursive: true })
      writeFileSync(join(root, 'out', 'packages', `${name}.json`), `${JSON.stringify(relative, null, 1)}\n`)
    },
  }
}
