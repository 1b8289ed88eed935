// The raw file stays beside the store, compressed and named by its content, so that a line number means something years later.
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'

/** Folder of the raw files of a store. */
export const filesFolder = (store: string): string => `${store}.files`
/** Where the raw file with this content lies. */
export const keptPath = (store: string, sha256: string): string => join(filesFolder(store), `${sha256}.csv.gz`)

const CHUNK = 1 << 20

export interface Kept {
  readonly sha256: string
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

/**
 * Compresses a file into a draft beside the store and hashes it on the way. Each piece is a gzip member of its own; every gzip reader
 * joins them.
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
      const packed = gzipSync(piece, { level: constants.Z_BEST_SPEED, chunkSize: CHUNK / 2 })
      for (let written = 0; written < packed.length; ) written += writeSync(out, packed, written)
      return true
    }
    fsyncSync(out)
    closeSync(out)
    open = false
    kept = { sha256: hash.digest('hex'), draft }
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
export function keep(store: string, { sha256, draft }: Kept): () => void {
  const path = keptPath(store, sha256)
  if (existsSync(path)) {
    rmSync(draft, { force: true })
    return () => {}
  }
  renameSync(draft, path)
  return () => rmSync(path, { force: true })
}
