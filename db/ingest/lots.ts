import { BLOCK_ROWS } from './block.ts'
import { BYTES_PER_ROW, type Rows } from './runs.ts'

/** Row messages that may wait at the writer. */
export const MOST_WAITING = 24
const LOT_BYTES = BLOCK_ROWS * BYTES_PER_ROW

/**
 * Rows on their way from the reading thread to the writer: a ring of lots in memory that both see. Nothing is left behind for the garbage
 * collector of either. A lot is filled again once {@link MOST_WAITING} later ones may not be, which the count of consumed messages says.
 */
export class Lots {
  readonly #lots: readonly Rows[]

  constructor(memory: SharedArrayBuffer) {
    this.#lots = Array.from({ length: MOST_WAITING }, (_, lot) => {
      const from = lot * LOT_BYTES
      return {
        ids: new Float64Array(memory, from, BLOCK_ROWS),
        values: new Float64Array(memory, from + BLOCK_ROWS * 8, BLOCK_ROWS),
        lines: new Uint32Array(memory, from + BLOCK_ROWS * 16, BLOCK_ROWS),
        extras: new Uint32Array(memory, from + BLOCK_ROWS * 20, BLOCK_ROWS),
        length: BLOCK_ROWS,
      }
    })
  }

  static memory(): SharedArrayBuffer {
    return new SharedArrayBuffer(MOST_WAITING * LOT_BYTES)
  }

  /** The first rows of a lot. @param number counted from the first one handed over */
  lot(number: number, length: number): Rows {
    return { ...(this.#lots[number % MOST_WAITING] as Rows), length }
  }

  /** Copies rows into a lot. */
  fill(number: number, rows: Rows): void {
    const { ids, values, lines, extras } = this.#lots[number % MOST_WAITING] as Rows
    const { length } = rows
    ids.set(rows.ids.subarray(0, length))
    values.set(rows.values.subarray(0, length))
    lines.set(rows.lines.subarray(0, length))
    extras.set(rows.extras.subarray(0, length))
  }
}
