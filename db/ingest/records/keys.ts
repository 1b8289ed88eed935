// What a lane remembers of the keys of a file's records, in bounded memory.

import { Interner } from '../bytes/interner.ts'
import type { IndicatorRecord } from '../layout.ts'
import { NumberMap } from '../numberMap.ts'
import { noteOf, statusOf } from '../runs.ts'

/** Keys remembered at once; more of them, and the memory begins anew, so that it stays as small as it is. */
const MOST_KEYS = 1 << 17

/** Meanings that a new one is compared with; free notes make very many. */
const MOST_COMPARED = 16

/** A stretch of neighbouring columns, all of them part of the key. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/** What records with the same key have in common beside their series. */
export interface Meaning {
  readonly indicator: IndicatorRecord
  /** power of ten by which figures are multiplied */
  readonly shift: number
  /** number of the note; 0 = none */
  readonly note: number
  /** number of the status */
  readonly status: number
}

/** Where each field of a record begins, its quotes included, and in one place more where the next record's first would. */
export type Bounds = Int32Array

/** The end of a column, quotes included. */
export const endOf = (bounds: Bounds, column: number): number => (bounds[column + 1] as number) - 1

/**
 * Keys and what became of their records, by small numbers called places; −1 is the place of no key. A file has its series in the same order in
 * each of its periods, so the memory knows which key followed another last time.
 */
export class Keys {
  readonly #stretches: readonly Stretch[]
  readonly #most: number
  /** texts of each stretch by number, and the places of keys by those of their stretches */
  #texts: readonly Interner[] = []
  #places: readonly NumberMap[] = []
  /** pairs by text of the first stretch: the last text of the second beside it, and the place of both */
  #beside = new Int32Array(0)
  #meanings: Meaning[] = []
  /** of each place: its series, its meaning, the texts of its stretches, and the place that followed it last */
  #series = new Int32Array(0)
  #meaningOf = new Int32Array(0)
  #textOf: Int32Array<ArrayBuffer>[] = []
  #next = new Int32Array(0)
  #last = 0
  /** texts of the stretches of the record that is learnt */
  readonly #found: Int32Array

  /** @param most keys, and texts of one stretch, that are remembered at once */
  constructor(stretches: readonly Stretch[], most = MOST_KEYS) {
    this.#stretches = stretches
    this.#most = most
    this.#found = new Int32Array(stretches.length)
    this.#forget()
  }

  /** Place of the key that followed the last one before; −1 = none did. */
  get expected(): number {
    return this.#next[this.#last] as number
  }

  /** The number that a known key was learnt with: its series. */
  seriesOf(place: number): number {
    return this.#series[place] as number
  }

  meaningOf(place: number): Meaning {
    return this.#meanings[this.#meaningOf[place] as number] as Meaning
  }

  /** Hears which key the record at hand has. */
  follow(place: number): void {
    this.#next[this.#last] = place
    this.#last = place
  }

  /** Compares one stretch of a known key with the bytes at a place of a record. @returns how many they are, or −1 when others stand there */
  match(place: number, stretch: number, bytes: DataView, at: number): number {
    return (this.#texts[stretch] as Interner).match((this.#textOf[stretch] as Int32Array)[place] as number, bytes, at)
  }

  /** @returns place of a record's key, or −1 when it is not known */
  find(buffer: Uint8Array, bounds: Bounds): number {
    let place = 0
    for (let i = 0; i < this.#stretches.length; i++) {
      const { first, last } = this.#stretches[i] as Stretch
      const text = (this.#texts[i] as Interner).find(buffer, bounds[first] as number, endOf(bounds, last))
      if (text < 0) return -1
      if (i === 0) place = text
      else if (i === 1 && this.#beside[place * 2] === text) place = this.#beside[place * 2 + 1] as number
      else place = (this.#places[i - 1] as NumberMap).get(place * this.#most + text)
      if (place < 0) return -1
    }
    return place
  }

  /**
   * Remembers a record's key. @param shift power of ten of its figure @param extra what stands beside that, as `packExtra` packs it
   * @returns its place, or −1 when the memory is full and begins anew
   */
  learn(buffer: Uint8Array, bounds: Bounds, series: number, indicator: IndicatorRecord, shift: number, extra: number): number {
    const place = this.#meanings.length === this.#most ? -1 : this.#newPlace(buffer, bounds)
    if (place < 0) {
      if (this.#isFull) this.#forget()
      return -1
    }
    this.#series[place] = series
    this.#meaningOf[place] = this.#numberOf(indicator, shift, noteOf(extra), statusOf(extra))
    return place
  }

  #numberOf(indicator: IndicatorRecord, shift: number, note: number, status: number): number {
    const { length } = this.#meanings
    for (let i = length - 1; i >= 0 && i >= length - MOST_COMPARED; i--) {
      const known = this.#meanings[i] as Meaning
      if (known.indicator === indicator && known.shift === shift && known.note === note && known.status === status) return i
    }
    return this.#meanings.push({ indicator, shift, note, status }) - 1
  }

  /** @returns place of the record's key, a new one where it was not known, or −1 when no more are remembered */
  #newPlace(buffer: Uint8Array, bounds: Bounds): number {
    const found = this.#found
    let place = 0
    for (let i = 0; i < found.length; i++) {
      const { first, last } = this.#stretches[i] as Stretch
      const text = (this.#texts[i] as Interner).intern(buffer, bounds[first] as number, endOf(bounds, last))
      if (text < 0) return -1
      found[i] = text
      const before = place
      place = i === 0 ? text : this.#placeBehind(this.#places[i - 1] as NumberMap, place * this.#most + text)
      if (place < 0) return -1
      if (i === 1) this.#remember(before, text, place)
    }
    if (place >= this.#series.length) this.#grow()
    for (let i = 0; i < found.length; i++) (this.#textOf[i] as Int32Array)[place] = found[i] as number
    return place
  }

  /** Remembers the text of the second stretch that was beside one of the first last, for mostly it is the only one. */
  #remember(first: number, second: number, place: number): void {
    if (first * 2 >= this.#beside.length) {
      const longer = new Int32Array(Math.max(8192, this.#beside.length * 2)).fill(-1)
      longer.set(this.#beside)
      this.#beside = longer
    }
    this.#beside[first * 2] = second
    this.#beside[first * 2 + 1] = place
  }

  #placeBehind(places: NumberMap, key: number): number {
    const known = places.get(key)
    if (known >= 0 || places.size === this.#most) return known
    const place = places.size
    places.set(key, place)
    return place
  }

  get #isFull(): boolean {
    return this.#meanings.length === this.#most || [...this.#texts, ...this.#places].some(({ size }) => size === this.#most)
  }

  #forget(): void {
    this.#texts = this.#stretches.map(() => new Interner(this.#most))
    this.#places = this.#stretches.slice(1).map(() => new NumberMap())
    this.#textOf = this.#stretches.map(() => new Int32Array(0))
    this.#beside = new Int32Array(0)
    this.#series = new Int32Array(0)
    this.#meaningOf = new Int32Array(0)
    this.#next = new Int32Array(0)
    this.#meanings = []
    this.#last = 0
    this.#grow()
  }

  #grow(): void {
    const before = this.#series.length
    const length = Math.max(4096, before * 2)
    const longer = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const made = new Int32Array(length)
      made.set(old)
      return made
    }
    this.#series = longer(this.#series)
    this.#meaningOf = longer(this.#meaningOf)
    this.#next = longer(this.#next).fill(-1, before)
    this.#textOf = this.#textOf.map(longer)
  }
}
