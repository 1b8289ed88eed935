// Hashes of rows and their sums. A sum does not depend on the order of rows, so a seal can follow every insert and delete without reading
// what is there. It finds damage, not forgery: whoever can write the store can write the seal.

/** Sums are kept modulo 2^53, which a JavaScript number and an SQLite integer both hold exactly. */
export const MODULUS = 2 ** 53
const LOW = 2 ** 32
const HIGH_MASK = 0x1fffff

const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)

// state of the hash under way; module variables are several times faster here than an object per row
let left = 0
let right = 0

function word(value: number): void {
  let k = Math.imul(value, 0xcc9e2d51)
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  left ^= k
  left = (Math.imul((left << 13) | (left >>> 19), 5) + 0xe6546b64) | 0
  right = (Math.imul(right ^ value, 0x85ebca6b) ^ k) | 0
  right = (right << 11) | (right >>> 21)
}

function begin(seed: number): void {
  left = seed | 0
  right = ~seed
}

/** Spreads every input bit over both halves (the finaliser of MurmurHash3, crossed). */
function end(): void {
  left ^= left >>> 16
  left = Math.imul(left, 0x85ebca6b) ^ right
  left ^= left >>> 13
  left = Math.imul(left, 0xc2b2ae35)
  left ^= left >>> 16
  right ^= right >>> 15
  right = Math.imul(right, 0x2c1b3c6d) ^ left
  right ^= right >>> 12
  right = Math.imul(right, 0x297a2d39)
  right ^= right >>> 15
}

function numberWords(value: number): void {
  // -0 is stored as 0
  double[0] = value + 0
  word(words[0] as number)
  word(words[1] as number)
}

const TAG_NULL = 1
const TAG_NUMBER = 2
const TAG_TEXT = 3
const TAG_BYTES = 4

function textWords(text: string): void {
  word(text.length)
  const even = text.length & ~1
  for (let i = 0; i < even; i += 2) word(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16))
  if (even < text.length) word(text.charCodeAt(even))
}

function anyWords(value: unknown): void {
  if (value === null || value === undefined || (typeof value === 'number' && Number.isNaN(value))) word(TAG_NULL)
  else if (typeof value === 'number') {
    word(TAG_NUMBER)
    numberWords(value)
  } else if (typeof value === 'string') {
    word(TAG_TEXT)
    textWords(value)
  } else if (value instanceof Uint8Array) {
    word(TAG_BYTES)
    word(value.length)
    for (const byte of value) word(byte)
  } else throw new TypeError(`a column cannot hold ${typeof value}`)
}

/** A small whole number or nothing. What damage has made of it, such as a number of 64 bits, is told apart as well. */
function smallWords(value: number | null): void {
  if (value !== null && value === (value | 0)) word(value)
  else anyWords(value)
}

/** A sum of row hashes modulo 2^53, with the number of rows. */
export class RowSum {
  rows = 0
  #low = 0
  #high = 0

  #take(): void {
    end()
    this.rows++
    this.#low += right >>> 0
    this.#high += left & HIGH_MASK
    if (this.#low >= LOW) {
      this.#low -= LOW
      this.#high++
    }
    this.#high &= HIGH_MASK
  }

  /** Adds a row of a table. @param values numbers, texts, bytes and nulls in the order of the columns */
  row(table: string, values: readonly unknown[]): void {
    begin(values.length)
    textWords(table)
    for (const value of values) anyWords(value)
    this.#take()
  }

  /** Adds a figure, the same whether it stands in `observation` or, superseded, in `revision`. NaN counts as null, as SQLite stores it. */
  figure(
    id: number,
    value: number | null,
    status: string | null,
    decimals: number | null,
    batch: number,
    line: number | null,
    note: number | null,
  ): void {
    begin(0x6d766563)
    numberWords(id)
    anyWords(value)
    // statuses are one letter; anything longer, or a letter whose type a flipped bit has made bytes, is damage and must count as such
    if (typeof status === 'string' && status.length === 1) word(status.charCodeAt(0))
    else anyWords(status)
    smallWords(decimals)
    smallWords(batch)
    smallWords(line)
    smallWords(note)
    this.#take()
  }

  /** Adds the fact that a batch superseded the figure with this key. */
  replaced(id: number, by: number): void {
    begin(0x7265706c)
    numberWords(id)
    smallWords(by)
    this.#take()
  }

  /** The sum, 0 to 2^53 - 1. */
  get content(): number {
    return this.#high * LOW + this.#low
  }
}

/** Hash of one row as a number, 0 to 2^53 - 1. */
export function rowHash(table: string, values: readonly unknown[]): number {
  const sum = new RowSum()
  sum.row(table, values)
  return sum.content
}
