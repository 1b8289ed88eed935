// The raw file stays beside the store, compressed and named by its content, so that a line number means something years later.
import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { filesFolder, keptFiles, keptName } from '../../../electron/host/keptFiles.ts'
import { saveError } from '../../../electron/host/spool.ts'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { type Packing, packings } from './packings.ts'
import { cancelled } from './request.ts'

/** Bytes packed at once: each piece costs the packer its memory anew. */
const CHUNK = 1 << 19

export interface Kept {
  readonly sha256: string
  readonly bytes: number
  readonly draft: string
}

/** A draft that is made piece by piece, while the thread that makes it waits for something else. */
export interface Keeping {
  /** compresses and hashes one piece; false when there is no more */
  step(): boolean
  /** makes the rest. @throws what the disk says */
  finish(): Kept
  /** gives it up, whatever its state */
  abandon(): void
}

/** What new files are packed with: zstd packs as small as gzip in half the time, where the runtime has it (Node 22.15 and later). */
const packing = packings.zstd.readable ? packings.zstd : packings.gzip

/**
 * Compresses a file into a draft beside the store and hashes it on the way. Each piece stands for itself (a frame of zstd, a member of gzip);
 * every reader of the format joins them.
 */
export function startKeeping(store: string, descriptor: number): Keeping {
  mkdirSync(filesFolder(store), { recursive: true, mode: 0o700 })
  const draft = join(filesFolder(store), `draft-${process.pid}-${Math.trunc(performance.now() * 1000)}.part`)
  const out = openSync(draft, 'wx', 0o600)
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafeSlow(CHUNK)
  let at = 0
  let open = true
  let kept: Kept | null = null
  const step = (): boolean => {
    if (!open) return false
    const read = readSync(descriptor, chunk, 0, CHUNK, at)
    if (read > 0) {
      at += read
      const piece = chunk.subarray(0, read)
      hash.update(piece)
      const packed = packing.pack(piece)
      for (let written = 0; written < packed.length; ) written += writeSync(out, packed, written)
      return true
    }
    fsyncSync(out)
    closeSync(out)
    open = false
    kept = { sha256: hash.digest('hex'), bytes: at, draft }
    return false
  }
  return {
    step,
    finish: () => {
      while (step());
      if (kept === null) throw new Error('a draft without an end')
      return kept
    },
    abandon: () => {
      if (open) closeSync(out)
      open = false
      rmSync(draft, { force: true })
    },
  }
}

/** Gives a draft its lasting name. @returns takes it away again, unless the file was there before */
export function keep(store: string, { sha256, bytes, draft }: Kept): () => void {
  if (findKept(store, sha256)) {
    rmSync(draft, { force: true })
    return () => {}
  }
  const path = join(filesFolder(store), keptName(sha256, bytes, packing.ending))
  renameSync(draft, path)
  return () => rmSync(path, { force: true })
}

function findKept(store: string, sha256: string): { readonly path: string; readonly with: Packing } | null {
  const file = keptFiles(store).find((kept) => kept.sha256 === sha256)
  const found = Object.values(packings).find(({ ending }) => ending === file?.ending)
  return file && found ? { path: join(filesFolder(store), file.name), with: found } : null
}

/**
 * Writes the raw file with this content as it was imported, however it was packed, in pieces; nothing is left of it when that fails.
 *
 * @param raw what is wanted; its name is for the sentence of a refusal
 * @param target a file that is not there yet
 * @param stopped asked before each piece
 * @throws {CallError} not-found when it is gone or damaged; refused when this runtime cannot unpack it; disk-full; cancelled
 */
export async function unpackKept(
  store: string,
  raw: { readonly sha256: string; readonly file: string },
  target: string,
  stopped: () => boolean = () => false,
): Promise<void> {
  const { sha256, file } = raw
  const again = 'Import the file itself again.'
  const found = findKept(store, sha256)
  if (found === null)
    throw new CallError('not-found', `The kept file of ${file} is not there any more. ${again}`, 'kept-file-gone, missing')
  if (!found.with.readable)
    throw new CallError(
      'refused',
      `The kept file of ${file} was packed by a newer Node (22.15 or later). Run Multivector with one.`,
    )
  const hash = createHash('sha256')
  try {
    await pipeline(
      createReadStream(found.path, { highWaterMark: CHUNK }),
      found.with.unpacker(),
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          if (stopped()) throw cancelled()
          hash.update(piece)
          yield piece
        }
      },
      createWriteStream(target, { flags: 'wx', mode: 0o600 }),
    )
    if (hash.digest('hex') !== sha256) throw new Error('other content than was imported')
  } catch (error) {
    rmSync(target, { force: true })
    if (error instanceof CallError) throw error
    const refusal = saveError(error, file)
    if (refusal instanceof CallError && refusal.code === 'disk-full') throw refusal
    throw new CallError('not-found', `The kept file of ${file} is damaged. ${again}`, `kept-file-damaged, ${String(error)}`)
  }
}
