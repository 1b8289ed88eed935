import type { Rows } from './runs.ts'

/** Rows handed to the writer at once. */
export const BLOCK_ROWS = 16_384

/** Collects rows for the writer. What it hands over is filled again afterwards: who keeps it copies it. */
export class Block {
  readonly #rows = newBlock()
  #filled = 0
  readonly #hand: (rows: Rows) => void

  constructor(hand: (rows: Rows) => void) {
    this.#hand = hand
  }

  add(id: number, value: number, line: number, extra: number): void {
    const at = this.#filled++
    const rows = this.#rows
    rows.ids[at] = id
    rows.values[at] = value
    rows.lines[at] = line
    rows.extras[at] = extra
    if (at + 1 === BLOCK_ROWS) this.flush()
  }

  flush(): void {
    if (this.#filled === 0) return
    const { ids, values, lines, extras } = this.#rows
    this.#hand({ ids, values, lines, extras, length: this.#filled })
    this.#filled = 0
  }
}

const newBlock = (): Rows => ({
  ids: new Float64Array(BLOCK_ROWS),
  values: new Float64Array(BLOCK_ROWS),
  lines: new Uint32Array(BLOCK_ROWS),
  extras: new Uint32Array(BLOCK_ROWS),
  length: BLOCK_ROWS,
})
