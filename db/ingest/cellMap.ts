import { NumberMap } from './numberMap.ts'

/**
 * Numbers cells by their keys, in order of appearance. Figures come series by series, and the series of one group have their periods in the same
 * order: the cell that followed another last time is looked at first, and mostly no key need be looked up.
 */
export class CellMap {
  /** how many cells there are; they are 0 … size − 1 */
  size = 0
  readonly #places = new NumberMap()
  #keys = new Float64Array(1024)
  /** the cell asked for after each; 0 where none was, which is then found to have another key */
  #next = new Int32Array(1024)
  #last = 0

  /** @param key a whole number, 0 to 2^53 @returns −1 when there is no such cell */
  get(key: number): number {
    const expected = this.#next[this.#last] as number
    if (this.#keys[expected] === key && expected < this.size) {
      this.#last = expected
      return expected
    }
    const cell = this.#places.get(key)
    if (cell >= 0) this.#follow(cell)
    return cell
  }

  /** Adds a cell for a key that has none. @returns its number */
  add(key: number): number {
    const cell = this.size++
    if (cell === this.#keys.length) this.#grow()
    this.#keys[cell] = key
    this.#places.set(key, cell)
    this.#follow(cell)
    return cell
  }

  keyOf(cell: number): number {
    return this.#keys[cell] as number
  }

  #follow(cell: number): void {
    this.#next[this.#last] = cell
    this.#last = cell
  }

  #grow(): void {
    const [keys, next] = [this.#keys, this.#next]
    this.#keys = new Float64Array(keys.length * 2)
    this.#next = new Int32Array(next.length * 2)
    this.#keys.set(keys)
    this.#next.set(next)
  }
}
