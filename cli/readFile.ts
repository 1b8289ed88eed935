import { readFileSync, statSync } from 'node:fs'
import { CallError } from '../electron/shared/contract/errors.ts'

/** Larger than any method or table of units; a mistaken path to a dump must not fill the memory. */
const MOST_BYTES = 50_000_000
const TOO_LARGE = 'it is larger than 50 MB'

/** A text file in UTF-8. @throws {CallError} file-unreadable with the path and the reason */
export function readTextFile(path: string): string {
  try {
    // asked before it is read, and again of what has no size of its own, such as a pipe
    if (statSync(path).size > MOST_BYTES) throw new Error(TOO_LARGE)
    const bytes = readFileSync(path)
    if (bytes.length > MOST_BYTES) throw new Error(TOO_LARGE)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : error instanceof TypeError
          ? 'it is not text in UTF-8'
          : String((error as Error).message)
    throw new CallError('file-unreadable', `${path} cannot be read: ${why}.`)
  }
}

/** Parsed JSON of a file. @throws {CallError} file-unreadable; refused when it is not JSON */
export function readJsonFile(path: string): unknown {
  const text = readTextFile(path).replace(/^\ufeff/, '')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CallError('refused', `${path} is not JSON: ${(error as Error).message}.`)
  }
}
