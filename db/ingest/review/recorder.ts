// What a dry run found, figure by figure, in files of the spool: the review reads them page by page, and the page never holds them whole.

import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { SERIES_SIZE } from '../../queries/observationKey.ts'
import type { SeriesName } from '../diffOptions.ts'
import type { Rejection } from '../report.ts'

/** Groups of figures in a review; each figure of the file stands in exactly one, `older` holds those of an older release than the
 * figure in force, and `kept` those the file does not have. */
const kinds = ['held', 'revised', 'new', 'older', 'unchanged', 'kept'] as const
export type Kind = (typeof kinds)[number]

/** Bits of {@link Difference.flags}. */
export const DifferenceFlag = {
  /** a thousand times the figure before, or a thousandth */
  jump: 1,
  /** a total that its partners do not add up to */
  total: 2,
  /** the series is one of totals, groups or remainders */
  aggregate: 4,
  /** the figure before came from another source */
  otherSource: 8,
} as const

/** One figure of the file beside what the store has. */
export interface Difference {
  readonly series: number
  readonly period: number
  /** stored value; NaN = none */
  readonly from: number
  /** value of the file; NaN = none */
  readonly to: number
  /** what a held figure was compared with: the figure before it, or the sum of its partners; NaN = nothing */
  readonly beside: number
  readonly line: number
  readonly flags: number
  /** batch of the stored value; 0 = none */
  readonly batch: number
}

export const BYTES = 48
/** Figures of one group that a review lists; counts are always whole. */
const MOST_LISTED = 1_048_576
const BUFFER = 1 << 16

export interface ReviewIndex {
  /** indicator, reporter, partner and source of each series, by the number under which differences name it */
  readonly series: readonly (readonly [string, string, string, string])[]
  readonly counts: Readonly<Record<Kind, number>>
}

/** Path of one part of a review in the spool. */
export const reviewPath = (spool: string, job: string, what: string): string => join(spool, `review-${job}.${what}`)

class Stream {
  readonly #descriptor: number
  readonly #bytes = Buffer.allocUnsafeSlow(BUFFER)
  #filled = 0

  constructor(path: string) {
    this.#descriptor = openSync(path, 'w', 0o600)
  }

  room(bytes: number): { readonly at: Buffer; readonly offset: number } {
    if (this.#filled + bytes > BUFFER) this.flush()
    const offset = this.#filled
    this.#filled += bytes
    return { at: this.#bytes, offset }
  }

  text(text: string): void {
    const bytes = Buffer.from(text, 'utf8')
    this.flush()
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written)
  }

  flush(): void {
    for (let written = 0; written < this.#filled; )
      written += writeSync(this.#descriptor, this.#bytes, written, this.#filled - written)
    this.#filled = 0
  }

  close(): void {
    this.flush()
    closeSync(this.#descriptor)
  }
}

/** Keeps the differences of one dry run in the spool. */
export class ReviewRecorder {
  readonly #spool: string
  readonly #job: string
  readonly #streams = new Map<Kind, Stream>()
  readonly #counts: Record<Kind, number> = { held: 0, revised: 0, new: 0, older: 0, unchanged: 0, kept: 0 }
  readonly #series = new Map<number, number>()
  readonly #names: [string, string, string, string][] = []
  readonly #nameOf: (series: number) => SeriesName
  readonly #sourceOf: (series: number) => string

  constructor(spool: string, job: string, nameOf: (series: number) => SeriesName, sourceOf: (series: number) => string) {
    this.#spool = spool
    this.#job = job
    this.#nameOf = nameOf
    this.#sourceOf = sourceOf
    for (const kind of kinds) rmSync(reviewPath(spool, job, kind), { force: true })
  }

  get counts(): Readonly<Record<Kind, number>> {
    return this.#counts
  }

  /** Counts figures without listing them: repetitions inside the file. */
  count(kind: Kind, figures: number): void {
    this.#counts[kind] += figures
  }

  add(kind: Kind, id: number, rest: Omit<Difference, 'series' | 'period'>): void {
    if (this.#counts[kind]++ >= MOST_LISTED) return
    let stream = this.#streams.get(kind)
    if (stream === undefined) {
      stream = new Stream(reviewPath(this.#spool, this.#job, kind))
      this.#streams.set(kind, stream)
    }
    const { at, offset } = stream.room(BYTES)
    at.writeDoubleLE(rest.from, offset)
    at.writeDoubleLE(rest.to, offset + 8)
    at.writeDoubleLE(rest.beside, offset + 16)
    at.writeUInt32LE(this.#numberOf(Math.floor(id / SERIES_SIZE)), offset + 24)
    at.writeUInt32LE(id % SERIES_SIZE, offset + 28)
    at.writeUInt32LE(rest.line, offset + 32)
    at.writeUInt32LE(rest.flags, offset + 36)
    at.writeUInt32LE(rest.batch, offset + 40)
    at.writeUInt32LE(0, offset + 44)
  }

  #numberOf(series: number): number {
    let number = this.#series.get(series)
    if (number === undefined) {
      const { indicator, reporter, partner } = this.#nameOf(series)
      number = this.#names.push([indicator, reporter, partner, this.#sourceOf(series)]) - 1
      this.#series.set(series, number)
    }
    return number
  }

  finish(): void {
    for (const stream of this.#streams.values()) stream.close()
    const index: ReviewIndex = { series: this.#names, counts: this.#counts }
    writeFileSync(reviewPath(this.#spool, this.#job, 'index'), JSON.stringify(index), { mode: 0o600 })
  }
}

/** Rejected records of one dry run, all of them, one JSON text per line: the report lists only the first. */
export class RejectionRecorder {
  readonly #path: string
  #stream: Stream | null = null
  #waiting: string[] = []

  constructor(spool: string, job: string) {
    this.#path = reviewPath(spool, job, 'rejected')
    rmSync(this.#path, { force: true })
  }

  add(rejection: Rejection): void {
    this.#waiting.push(JSON.stringify(rejection))
    if (this.#waiting.length >= 1000) this.#write()
  }

  /** Forgets everything: the file is read again from its start. */
  reset(): void {
    this.close()
    this.#waiting = []
    rmSync(this.#path, { force: true })
  }

  close(): void {
    if (this.#waiting.length > 0) this.#write()
    this.#stream?.close()
    this.#stream = null
  }

  #write(): void {
    this.#stream ??= new Stream(this.#path)
    this.#stream.text(`${this.#waiting.join('\n')}\n`)
    this.#waiting = []
  }
}

/** Removes what a dry run left in the spool. */
export function forgetReview(spool: string, job: string): void {
  for (const what of [...kinds, 'index', 'rejected']) rmSync(reviewPath(spool, job, what), { force: true })
}
