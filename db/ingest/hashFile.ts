import { createHash } from 'node:crypto'
import { readSync } from 'node:fs'
import type { FileBytes } from './bytes/source.ts'

/** Bytes of one read: large enough that reading costs no more than hashing. */
const CHUNK_BYTES = 1 << 20

/** SHA-256 of a file, in hexadecimal. */
export function hashFile(file: FileBytes): string {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES)
  for (let at = 0; ; ) {
    const read = readSync(file.descriptor, chunk, 0, chunk.length, at)
    if (read === 0) return hash.digest('hex')
    hash.update(chunk.subarray(0, read))
    at += read
  }
}
