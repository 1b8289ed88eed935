import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file inside an archive: its text is made when its turn comes, so that a later one may say what the earlier ones were. */
export type ZipEntry = readonly [name: string, content: () => Iterable<string>]

/** 1980-01-01: the same content makes the same file on every day. */
const OPTIONS = { mtime: new Date(1980, 0, 1), mode: 0o100_644, forceDosTimestamp: true }
const LIMIT = 0xffff_ffff
/** Characters that travel at once. */
const PIECE = 1 << 16

/** @throws {RangeError} when the texts together grow beyond 4 GB, which not every program can read */
function* pieces(content: Iterable<string>, sizes: { all: number }): Generator<Buffer> {
  let piece = ''
  const flush = (): Buffer => {
    const bytes = Buffer.from(piece, 'utf8')
    piece = ''
    sizes.all += bytes.length
    if (sizes.all > LIMIT) throw new RangeError('the archive grows beyond 4 GB')
    return bytes
  }
  for (const text of content) {
    piece += text
    if (piece.length >= PIECE) yield flush()
  }
  if (piece !== '') yield flush()
}

/**
 * Writes a zip archive entry by entry, in constant memory.
 *
 * @throws {RangeError} beyond 4 GB; whatever an entry throws while its text is made; errors of the disk
 */
export async function writeZip(path: string, entries: readonly ZipEntry[]): Promise<void> {
  const zip = new ZipFile()
  const out = createWriteStream(path, { mode: 0o600 })
  const sizes = { all: 0 }
  const failed = new Promise<never>((_, reject) => {
    zip.once('error', (error) => {
      out.destroy()
      reject(error)
    })
  })
  for (const [name, content] of entries)
    zip.addReadStreamLazy(name, OPTIONS, (callback) =>
      callback(null, Readable.from(pieces(content(), sizes), { objectMode: false })),
    )
  zip.end()
  await Promise.race([failed, pipeline(zip.outputStream, out)])
}
