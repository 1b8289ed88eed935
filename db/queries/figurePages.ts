import type { Connection, Prepared } from '../worker/connection.ts'
import { prepared } from '../worker/prepared.ts'
import { SERIES_SIZE } from './observationKey.ts'

/** Figures read at once: few at first, more while most of them are asked for. */
const LEAST = 64
const MOST = 4_096

/** A figure: its key, and then the other columns that were asked for. */
export type FigureRow = readonly [id: number, ...rest: readonly unknown[]]

/**
 * Figures of one series after another, in order of series: read in pages, for one statement for each series takes as long as thirty figures.
 * Seen from whatever state of the store a page is read in.
 */
export class FigurePages {
  readonly #statement: Prepared
  #rows: readonly FigureRow[] = []
  #size = LEAST
  /** series below this key were asked for or passed by; at first all were */
  #passed = Number.POSITIVE_INFINITY
  /** figures of the page that were passed by or given */
  #at = 0
  #given = 0
  /** nothing stands behind the page */
  #isLast = false

  /** @param columns behind the key, as SQL names them @param where what figures must be beside, as SQL says it */
  constructor(raw: Connection['raw'], columns: string, where = '') {
    this.#statement = prepared(raw, `SELECT id, ${columns} FROM observation WHERE id >= ? ${where} ORDER BY id LIMIT ?`, 'lists')
  }

  /** Figures of a series, in order of period. Series are asked for in ascending order; any other order costs time, and nothing else. */
  of(series: number): readonly FigureRow[] {
    const first = series * SERIES_SIZE
    const end = first + SERIES_SIZE
    if (first < this.#passed) this.#read(first, this.#size)
    this.#passed = end
    while (this.#at < this.#rows.length && this.#idAt(this.#at) < first) this.#at++
    if (this.#at === this.#rows.length && !this.#isLast) this.#read(first, this.#nextSize())
    let to = this.#upTo(end)
    // what begins on a page and may go on behind it is read again from its beginning
    while (to === this.#rows.length && !this.#isLast) {
      this.#read(first, this.#at === 0 ? this.#size * 2 : this.#nextSize())
      to = this.#upTo(end)
    }
    const found = this.#rows.slice(this.#at, to)
    this.#given += found.length
    this.#at = to
    return found
  }

  #idAt(place: number): number {
    return (this.#rows[place] as FigureRow)[0]
  }

  #upTo(end: number): number {
    let to = this.#at
    while (to < this.#rows.length && this.#idAt(to) < end) to++
    return to
  }

  /** Larger behind a page of which most was asked for, else smaller. */
  #nextSize(): number {
    return this.#given * 2 > this.#rows.length ? Math.min(MOST, this.#size * 2) : Math.max(LEAST, this.#size / 2)
  }

  #read(from: number, size: number): void {
    this.#size = size
    this.#rows = this.#statement.all(from, size) as FigureRow[]
    this.#isLast = this.#rows.length < size
    this.#at = 0
    this.#given = 0
  }
}
