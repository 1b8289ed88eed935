import { createHash } from 'node:crypto'
import { read, readSync } from 'node:fs'
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

/** The same, for who can wait: the next piece is read while one is hashed. */
export async function hashFileAhead(file: FileBytes): Promise<string> {
  const hash = createHash('sha256')
  const chunks = [Buffer.allocUnsafeSlow(CHUNK_BYTES), Buffer.allocUnsafeSlow(CHUNK_BYTES)] as const
  const next = (chunk: Buffer, at: number): Promise<number> =>
    new Promise((done, fail) => {
      read(file.descriptor, chunk, 0, chunk.length, at, (error, length) => (error ? fail(error) : done(length)))
    })
  let [filled, spare]: readonly [Buffer, Buffer] = chunks
  let coming = next(filled, 0)
  for (let at = 0; ; ) {
    const length = await coming
    if (length === 0) return hash.digest('hex')
    at += length
    coming = next(spare, at)
    hash.update(filled.subarray(0, length))
    ;[filled, spare] = [spare, filled]
  }
}
