// The raw file stays beside the store, compressed and named by its content, so that a line number means something years later.
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
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

/**
 * Compresses a file into a draft beside the store and hashes it on the way. Each piece is a gzip member of its own; every gzip reader
 * joins them.
 */
export function keepDraft(store: string, descriptor: number): Kept {
  mkdirSync(filesFolder(store), { recursive: true, mode: 0o700 })
  const draft = join(filesFolder(store), `draft-${process.pid}-${Math.trunc(performance.now() * 1000)}.part`)
  const out = openSync(draft, 'wx', 0o600)
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafeSlow(CHUNK)
  try {
    for (let at = 0; ; ) {
      const read = readSync(descriptor, chunk, 0, CHUNK, at)
      if (read === 0) break
      at += read
      const piece = chunk.subarray(0, read)
      hash.update(piece)
      const packed = gzipSync(piece, { level: constants.Z_BEST_SPEED })
      for (let written = 0; written < packed.length; ) written += writeSync(out, packed, written)
    }
    fsyncSync(out)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    closeSync(out)
  }
  return { sha256: hash.digest('hex'), draft }
}

/** Gives a draft its lasting name. */
export function keep(store: string, { sha256, draft }: Kept): void {
  const path = keptPath(store, sha256)
  if (existsSync(path)) rmSync(draft, { force: true })
  else renameSync(draft, path)
}

export const dropDraft = ({ draft }: Kept): void => rmSync(draft, { force: true })

/** A draft that is being made in a thread of its own while the file is read. */
export interface Keeping {
  /** waits for the draft. @throws what went wrong while it was made */
  finish(): Kept
  /** gives it up, whatever its state */
  abandon(): void
}

const threadUrl = (): URL => {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./keepThread.ts', here)
  return new URL(here.includes('/chunks/') ? '../keep.js' : './keep.js', here)
}

/** Starts compressing. The answer comes through shared memory, so that a thread inside a transaction can wait for it. */
export function startKeeping(store: string, descriptor: number): Keeping {
  const state = new Int32Array(new SharedArrayBuffer(8))
  const answer = new Uint8Array(new SharedArrayBuffer(4096))
  const worker = new Worker(threadUrl(), { workerData: { store, descriptor, state, answer }, name: 'multivector keep' })
  worker.unref()
  const read = (): { readonly ok: boolean; readonly value: string; readonly draft: string; readonly code: string } => {
    while (Atomics.load(state, 0) === 0) Atomics.wait(state, 0, 0, 1000)
    const length = Atomics.load(state, 1)
    return JSON.parse(Buffer.from(answer.slice(0, length)).toString('utf8'))
  }
  return {
    finish: () => {
      const { ok, value, draft, code } = read()
      if (ok) return { sha256: value, draft }
      throw Object.assign(new Error(value), { code })
    },
    abandon: () => {
      const { ok, value, draft } = read()
      if (ok) dropDraft({ sha256: value, draft })
    },
  }
}
