/** Rows remembered at most; a file of more asks for its series each time. */
const MOST_ROWS = 40_000

/** Series ids by a group of records and the place of the partner in it: neighbours in a file are neighbours here, so that a look costs little. */
export class SeriesRows {
  readonly #rows = new Map<number, Int32Array<ArrayBuffer>>()
  #group = -1
  #row = new Int32Array(0)

  /** @param place small whole number @returns −1 when nothing is remembered there */
  get(group: number, place: number): number {
    if (group !== this.#group) {
      const row = this.#rows.get(group)
      if (!row) return -1
      this.#group = group
      this.#row = row
    }
    // an id is kept one higher, so that a fresh row of zeros knows nothing
    return place < this.#row.length ? (this.#row[place] as number) - 1 : -1
  }

  set(group: number, place: number, series: number): void {
    let row = this.#rows.get(group)
    if (!row || place >= row.length) {
      if (!row && this.#rows.size >= MOST_ROWS) return
      const longer = new Int32Array(2 ** Math.max(4, Math.ceil(Math.log2(place + 1))))
      if (row) longer.set(row)
      row = longer
      this.#rows.set(group, row)
      this.#group = -1
    }
    row[place] = series + 1
  }
}
