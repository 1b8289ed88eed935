/** Rows remembered at most; a file of more asks for its series each time. */
const MOST_ROWS = 40_000

/** Series ids by a group of records and the place of the partner in it: neighbours in a file are neighbours here, so that a look costs little. */
export class SeriesRows {
  readonly #rows = new Map<number, Int32Array<ArrayBuffer>>()
  #group = -1
  #row: Int32Array<ArrayBuffer> = NOTHING

  /** Turns to the records of another group: those with the same indicator, source and reporter. */
  turn(group: number): void {
    this.#group = group
    this.#row = this.#rows.get(group) ?? NOTHING
  }

  /** @param place small whole number @returns −1 when nothing is remembered there */
  get(place: number): number {
    // an id is kept one higher, so that a fresh row of zeros knows nothing
    return place < this.#row.length ? (this.#row[place] as number) - 1 : -1
  }

  set(place: number, series: number): void {
    if (place >= this.#row.length) {
      if (this.#row === NOTHING && this.#rows.size >= MOST_ROWS) return
      const longer = new Int32Array(2 ** Math.max(4, Math.ceil(Math.log2(place + 1))))
      longer.set(this.#row)
      this.#row = longer
      this.#rows.set(this.#group, longer)
    }
    this.#row[place] = series + 1
  }
}

const NOTHING = new Int32Array(0)
