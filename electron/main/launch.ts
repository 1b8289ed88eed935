import { extname, resolve } from 'node:path'

/** Files that "open with", a drop on the icon or the command line may hand over. */
const OPENS = ['.csv', '.tsv', '.txt', '.multivector', '.mvdata']

export interface Launch {
  /** absolute paths of files to open, in the order given */
  readonly files: readonly string[]
  /** absolute path of another store; null = the user's own */
  readonly store: string | null
  readonly openOnly: boolean
}

/**
 * What a start asks for. Chromium's own switches stand among the arguments of a second instance and are passed over.
 *
 * @param args without the program's own name (and, in a clone, without the folder that follows it)
 * @param folder that relative paths start from
 */
export function parseLaunch(args: readonly string[], folder: string): Launch {
  const files: string[] = []
  let store: string | null = null
  let openOnly = false
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    const next = args[at + 1]
    if (word === '--open-only') openOnly = true
    else if (word.startsWith('--store=')) store = resolve(folder, word.slice('--store='.length))
    else if (word === '--store' && next !== undefined) {
      store = resolve(folder, next)
      at++
    } else if (!word.startsWith('-') && OPENS.includes(extname(word).toLowerCase())) files.push(resolve(folder, word))
  }
  return { files, store, openOnly }
}
