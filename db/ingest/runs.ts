// Sorted runs in memory and on disk, and the one way they are merged.

import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import { sortRows } from './sortRows.ts'

/** Figures in columns. `extra` packs note, decimals and status as {@link packExtra} does. */
export interface Rows {
  readonly ids: Float64Array
  readonly values: Float64Array
  readonly lines: Uint32Array
  readonly extras: Uint32Array
  readonly length: number
}

/** Rows that are sorted at once. */
export const RUN_ROWS = 262_144
/** Runs kept in memory; a longer file waits on disk, so that memory does not grow with it. */
const RUNS_IN_MEMORY = 4
export const BYTES_PER_ROW = 24

/** Decimals that the figure itself shows. */
export const PLAIN_DECIMALS = 31
/** What a row has beside value and line, as one number of 32 bits: 22 of the note, 5 each of decimals and status, all by their numbers. */
export const packExtra = (note: number, decimals: number, status: number): number =>
  ((note << 10) | (decimals << 5) | status) >>> 0
/** The parts of {@link packExtra}. */
export const noteOf = (extra: number): number => extra >>> 10
/** Digits behind the decimal mark in {@link packExtra}, 0 to 30, or {@link PLAIN_DECIMALS}. */
export const decimalsOf = (extra: number): number => (extra >>> 5) & 31
/** Number of the status in {@link packExtra}, 0 to 31. */
export const statusOf = (extra: number): number => extra & 31
export const MOST_NOTES = 1 << 22

/** Room for that many rows, all of them zero. */
export const emptyRows = (length: number): Rows => ({
  ids: new Float64Array(length),
  values: new Float64Array(length),
  lines: new Uint32Array(length),
  extras: new Uint32Array(length),
  length,
})

interface Cursor {
  rows: Rows
  at: number
  /** place on disk and how much of it was read back; null = in memory */
  run: { readonly position: number; readonly length: number; read: number } | null
}

type Take = (id: number, value: number, line: number, extra: number) => void

const before = (a: Cursor, b: Cursor): boolean => {
  const x = a.rows.ids[a.at] as number
  const y = b.rows.ids[b.at] as number
  return x < y || (x === y && (a.rows.lines[a.at] as number) < (b.rows.lines[b.at] as number))
}

/** The file came back to a series whose figures were taken for complete. */
export class CameBack extends Error {}

/** Figures of one file in sorted runs, in memory while they are few, else in one temporary file. */
export class Runs {
  #current = emptyRows(RUN_ROWS)
  #filled = 0
  /** sorted runs that are not wholly taken, the one with the smallest id on top */
  #heap: Cursor[] = []
  /** runs of the heap that lie in memory */
  #inMemory = 0
  /** figures below this id were taken already */
  #taken = -1
  /** the last run begins here: what lies below is closed, unless the file comes back to it */
  #floor = 0
  #descriptor = -1
  #path = ''
  #position = 0
  readonly #folder: string
  total = 0

  /** @param folder for the temporary file, private to this process */
  constructor(folder: string) {
    this.#folder = folder
  }

  add(id: number, value: number, line: number, extra: number): void {
    const at = this.#filled++
    const rows = this.#current
    rows.ids[at] = id
    rows.values[at] = value
    rows.lines[at] = line
    rows.extras[at] = extra
    if (at + 1 === RUN_ROWS) this.end()
  }

  /** Gives a figure added lately the status that a later record says. @param back 1 = the last one; lost when its run is full */
  amend(back: number, status: number): void {
    const at = this.#filled - back
    if (at < 0) return
    const extra = this.#current.extras[at] as number
    this.#current.extras[at] = packExtra(noteOf(extra), decimalsOf(extra), status)
  }

  /** Closes the run under way: to be called after the last figure. @throws {CameBack} */
  end(): void {
    const n = this.#filled
    if (n === 0) return
    this.total += n
    const { ids, values, lines, extras } = this.#current
    const part: Rows =
      n === RUN_ROWS
        ? this.#current
        : {
            ids: ids.subarray(0, n),
            values: values.subarray(0, n),
            lines: lines.subarray(0, n),
            extras: extras.subarray(0, n),
            length: n,
          }
    const sorted = sortRows(part)
    this.#filled = 0
    if (sorted === part) this.#current = emptyRows(RUN_ROWS)
    const first = sorted.ids[0] as number
    if (first <= this.#taken) throw new CameBack()
    this.#floor = first - (first % SERIES_SIZE)
    this.#heap.push({ rows: sorted, at: 0, run: null })
    this.#inMemory++
    if (this.#inMemory > RUNS_IN_MEMORY) for (const cursor of this.#heap) if (cursor.run === null) this.#spill(cursor)
    for (let i = this.#heap.length >> 1; i >= 0; i--) this.#sink(i)
  }

  /** Moves what is left of a run to the disk. */
  #spill(cursor: Cursor): void {
    if (this.#descriptor < 0) {
      this.#path = join(this.#folder, `runs-${process.pid}-${Math.trunc(performance.now() * 1000)}.tmp`)
      this.#descriptor = openSync(this.#path, 'wx+', 0o600)
    }
    const { rows, at } = cursor
    const length = rows.length - at
    const bytes = Buffer.allocUnsafeSlow(length * BYTES_PER_ROW)
    // in parts of PART rows, so that a part can be read back with one call
    let offset = 0
    for (let from = at; from < rows.length; from += PART) {
      const to = Math.min(rows.length, from + PART)
      for (const column of [rows.ids, rows.values, rows.lines, rows.extras]) {
        const piece = column.subarray(from, to)
        Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).copy(bytes, offset)
        offset += piece.byteLength
      }
    }
    for (let written = 0; written < bytes.length; )
      written += writeSync(this.#descriptor, bytes, written, bytes.length - written, this.#position + written)
    cursor.run = { position: this.#position, length, read: 0 }
    this.#inMemory--
    this.#next(cursor)
    this.#position += bytes.length
  }

  /** Loads the next part of a run. @returns false when there is none */
  #next(cursor: Cursor): boolean {
    const { run } = cursor
    const n = run === null ? 0 : Math.min(PART, run.length - run.read)
    if (run === null || n <= 0) return false
    const bytes = Buffer.allocUnsafeSlow(n * BYTES_PER_ROW)
    readSync(this.#descriptor, bytes, 0, bytes.length, run.position + run.read * BYTES_PER_ROW)
    const { buffer, byteOffset } = bytes
    cursor.rows = {
      ids: new Float64Array(buffer, byteOffset, n),
      values: new Float64Array(buffer, byteOffset + n * 8, n),
      lines: new Uint32Array(buffer, byteOffset + n * 16, n),
      extras: new Uint32Array(buffer, byteOffset + n * 20, n),
      length: n,
    }
    cursor.at = 0
    run.read += n
    return true
  }

  #sink(from: number): void {
    const heap = this.#heap
    for (let at = from; ; ) {
      const left = at * 2 + 1
      if (left >= heap.length) return
      const right = left + 1
      const child = right < heap.length && before(heap[right] as Cursor, heap[left] as Cursor) ? right : left
      if (!before(heap[child] as Cursor, heap[at] as Cursor)) return
      const moved = heap[at] as Cursor
      heap[at] = heap[child] as Cursor
      heap[child] = moved
      at = child
    }
  }

  /** Takes figures below an id in order of id, then of line, at most so many. @returns how many were taken */
  #take(below: number, most: number, take: Take): number {
    const heap = this.#heap
    let count = 0
    while (heap.length > 0 && count < most) {
      const top = heap[0] as Cursor
      const { rows } = top
      // the figures up to the next run's first one need no look at the heap
      const left = heap[1]
      const right = heap[2]
      const rival = left && right ? (before(right, left) ? right : left) : left
      const limit = rival ? Math.min(below, rival.rows.ids[rival.at] as number) : below
      let at = top.at
      const to = Math.min(rows.length, at + most - count)
      const start = at
      while (at < to && (rows.ids[at] as number) < limit) {
        take(rows.ids[at] as number, rows.values[at] as number, rows.lines[at] as number, rows.extras[at] as number)
        at++
      }
      if (at === start) {
        // equal ids of two runs: by line
        if ((rows.ids[at] as number) >= below) break
        take(rows.ids[at] as number, rows.values[at] as number, rows.lines[at] as number, rows.extras[at] as number)
        at++
      }
      count += at - start
      this.#taken = rows.ids[at - 1] as number
      top.at = at
      if (at >= rows.length && !this.#next(top)) {
        if (top.run === null) this.#inMemory--
        const last = heap.pop() as Cursor
        if (last !== top) heap[0] = last
      }
      this.#sink(0)
    }
    return count
  }

  /**
   * Takes some of the figures that are closed: those of series that the file has left behind. Should it come back to them, adding figures
   * throws {@link CameBack}, and the file must be read again without this.
   *
   * @returns how many were taken, 0 when there are none
   */
  takeClosed(most: number, take: Take): number {
    return this.#take(this.#floor, most, take)
  }

  /** Shows every figure without taking it, in order of id, then of line. Before any was taken early. */
  peek(look: Take): void {
    const [heap, inMemory, taken] = [this.#heap, this.#inMemory, this.#taken]
    this.#heap = heap.map(({ rows, at, run }) => ({ rows, at, run: run === null ? null : { ...run } }))
    this.#take(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, look)
    this.#heap = heap
    this.#inMemory = inMemory
    this.#taken = taken
  }

  /** Every figure not yet taken, in order of id, then of line. `take` may not keep anything but numbers. */
  merge(take: Take): void {
    this.end()
    this.#take(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, take)
  }

  close(): void {
    this.#heap.length = 0
    if (this.#descriptor >= 0) {
      closeSync(this.#descriptor)
      unlinkSync(this.#path)
      this.#descriptor = -1
    }
  }
}

const PART = 8_192
