import type { Decode } from './bytes/encodings.ts'
import { Interner } from './bytes/interner.ts'
import type { Splitter } from './bytes/splitter.ts'
import { fieldText } from './dialect.ts'
import { type Dimension, type Fault, isFault, type ValueColumn } from './layout.ts'

/**
 * Reads one dimension of record after record, asking the layout once per distinct text. What it answers is a small number: an index
 * into {@link values}, or below zero a fault.
 */
export class DimensionReader<T> {
  readonly values: T[] = []
  readonly faults: Fault[] = []
  columns: readonly number[]
  readonly #dimension: Dimension<T>
  readonly #interners: readonly Interner[]
  readonly #codes: number[] = []
  readonly #combined = new Map<string, number>()
  readonly #indexOf = new Map<unknown, number>()
  readonly #decode: Decode
  readonly #keyOf: (value: T) => unknown
  #constant = Number.NaN

  /** @param keyOf what makes two answers the same */
  constructor(dimension: Dimension<T>, decode: Decode, keyOf: (value: T) => unknown) {
    this.#dimension = dimension
    this.columns = dimension.columns
    this.#decode = decode
    this.#keyOf = keyOf
    this.#interners = dimension.columns.map(() => new Interner())
  }

  /** @returns index of the answer, or −1 − index of the fault */
  read(splitter: Splitter): number {
    if (this.#serial === splitter.serial) return this.#last
    this.#serial = splitter.serial
    this.#last = this.#find(splitter)
    return this.#last
  }
  #serial = -1
  #last = 0

  #find(splitter: Splitter): number {
    const { columns } = this
    if (columns.length === 1) {
      const column = columns[0] as number
      const id = (this.#interners[0] as Interner).intern(
        splitter.buffer,
        splitter.starts[column] as number,
        splitter.ends[column] as number,
      )
      if (id >= 0) {
        const known = this.#codes[id]
        if (known !== undefined) return known
        const code = this.#ask([fieldText(splitter, column, this.#decode)])
        this.#codes[id] = code
        return code
      }
      return this.#ask([fieldText(splitter, column, this.#decode)])
    }
    if (columns.length === 0) {
      if (Number.isNaN(this.#constant)) this.#constant = this.#ask([])
      return this.#constant
    }
    let key = ''
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as number
      const id = (this.#interners[i] as Interner).intern(
        splitter.buffer,
        splitter.starts[column] as number,
        splitter.ends[column] as number,
      )
      if (id < 0) return this.#ask(columns.map((c) => fieldText(splitter, c, this.#decode)))
      key += `${id} `
    }
    let code = this.#combined.get(key)
    if (code === undefined) {
      code = this.#ask(columns.map((column) => fieldText(splitter, column, this.#decode)))
      if (this.#combined.size < MOST_COMBINED) this.#combined.set(key, code)
    }
    return code
  }

  faultOf(code: number): Fault {
    return this.faults[-1 - code] as Fault
  }

  #ask(texts: readonly string[]): number {
    const answer = this.#dimension.read(texts)
    if (isFault(answer)) {
      // faults of endless variety share one place once there are very many
      if (this.faults.length >= MOST_FAULTS) this.faults[MOST_FAULTS - 1] = answer
      else this.faults.push(answer)
      return -this.faults.length
    }
    const key = this.#keyOf(answer)
    let index = this.#indexOf.get(key)
    if (index === undefined) {
      index = this.values.push(answer) - 1
      this.#indexOf.set(key, index)
    }
    return index
  }
}

interface ColumnArea {
  readonly columns: readonly number[]
  readonly code: number
}

/** The areas that the headings of a table name: each column of figures has its own, whatever the record. */
export class ColumnAreas extends DimensionReader<string> {
  readonly #of: readonly ColumnArea[]
  #code = -1

  constructor(columns: readonly ValueColumn[], decode: Decode) {
    super({ columns: [], read: () => '' }, decode, (found) => found)
    this.#of = columns.map(({ column, area = '' }) => {
      if (isFault(area)) return { columns: [column], code: -this.faults.push(area) }
      const known = this.values.indexOf(area)
      return { columns: [column], code: known < 0 ? this.values.push(area) - 1 : known }
    })
  }

  /** To be called before a cell is read. @param index of its column among those of figures */
  turn(index: number): void {
    const { columns, code } = this.#of[index] as ColumnArea
    this.columns = columns
    this.#code = code
  }

  override read(): number {
    return this.#code
  }
}

const MOST_COMBINED = 200_000
const MOST_FAULTS = 300_000
