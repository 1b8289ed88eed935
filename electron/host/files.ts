import { randomBytes } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync } from 'node:fs'
import { basename } from 'node:path'
import { CallError } from '../shared/contract/errors.ts'
import type { FileRef } from '../shared/contract/schema/host.ts'
import type { OpenedFile } from './protocol.ts'

/** So many files may lie open at once; the one that was not asked for longest is closed first. */
const MOST_OPEN = 64

interface Entry extends OpenedFile {
  uses: number
}

/** Files that the user chose, dropped or opened: known to the page by a token, read by descriptor, never opened a second time. */
export interface FileRegistry {
  /** @throws {CallError} file-unreadable when there is no such file, it may not be read, or it is not a regular file */
  open(path: string, name?: string): FileRef
  /** runs `work` with the files that the request names by token held open */
  using<T>(request: unknown, work: () => Promise<T>): Promise<T>
  /** the files that a request names by token, wherever in it they stand */
  of(request: unknown): readonly OpenedFile[]
  close(): void
}

const refuse = (name: string, what: string, detail = ''): CallError =>
  new CallError('file-unreadable', `${name}: ${what}`, detail)

/** Opens once and asks the descriptor, not the path, what it is: nothing can be swapped in between. */
function openRegular(path: string, name: string): { readonly descriptor: number; readonly bytes: number } {
  let descriptor: number
  try {
    // O_NONBLOCK: a pipe without a writer answers at once instead of waiting for ever
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') throw refuse(name, 'there is no such file.', code)
    if (code === 'EBUSY') throw refuse(name, 'the file is open in another program. Close it there and try again.', code)
    throw refuse(name, 'the file cannot be read. Check that this account may open it.', code)
  }
  const stats = fstatSync(descriptor)
  if (stats.isFile()) return { descriptor, bytes: stats.size }
  closeSync(descriptor)
  throw refuse(name, stats.isDirectory() ? 'this is a folder. Choose a file.' : 'this is not a regular file.')
}

function collectStrings(value: unknown, found: Set<string>): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collectStrings(part, found)
  return found
}

/** Chosen files by token. Before more than `mostOpen` are open, the ones longest unused are closed. */
export function createFileRegistry(mostOpen: number = MOST_OPEN): FileRegistry {
  // in order of last use: Map keeps insertion order, and a file that is asked for is put at the end
  const entries = new Map<string, Entry>()
  const named = (request: unknown): readonly Entry[] => {
    if (entries.size === 0) return []
    return [...collectStrings(request, new Set())].flatMap((text) => entries.get(text) ?? [])
  }
  const makeRoom = (): void => {
    for (const [token, entry] of entries) {
      if (entries.size < mostOpen) return
      if (entry.uses > 0) continue
      entries.delete(token)
      closeSync(entry.descriptor)
    }
    if (entries.size >= mostOpen) throw new CallError('busy', 'Too many files are being read at once. Wait until one is done.')
  }
  return {
    open: (path, name = basename(path)) => {
      makeRoom()
      const { descriptor, bytes } = openRegular(path, name)
      const token = randomBytes(24).toString('base64url')
      entries.set(token, { token, name, bytes, descriptor, uses: 0 })
      return { token, name, bytes }
    },
    of: (request) => named(request).map(({ token, name, bytes, descriptor }) => ({ token, name, bytes, descriptor })),
    using: async (request, work) => {
      const held = named(request)
      for (const entry of held) {
        entry.uses++
        entries.delete(entry.token)
        entries.set(entry.token, entry)
      }
      try {
        return await work()
      } finally {
        for (const entry of held) entry.uses--
      }
    },
    close: () => {
      for (const { descriptor } of entries.values()) closeSync(descriptor)
      entries.clear()
    },
  }
}
