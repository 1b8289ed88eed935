import { NumberMap } from './numberMap.ts'

export interface SeriesKey {
  readonly id: number
  readonly indicator: number
  readonly reporter: number
  readonly partner: number
  readonly source: number
}

/** Series ids by their four dimensions: those of the store as they are asked for, and new ones in order of appearance. */
export class SeriesBook {
  readonly #ids = new NumberMap()
  /** ids given here start behind this one */
  readonly firstNew: number
  #next: number
  readonly #added = new Numbers()
  /** stored series that the file touched: five numbers each, and where they stand; a file of 70 million rows touches millions */
  readonly #touched = new Numbers()
  readonly #placeOf = new NumberMap()
  readonly #loaded = new Set<number>()
  /** indicator, source and reporter that the store had figures of before this file */
  readonly #groups = new Set<number>()
  readonly #load: (
    indicator: number,
    source: number,
  ) => Iterable<{ readonly id: number; readonly reporter: number; readonly partner: number }>

  /**
   * @param lastId highest series id in the store
   * @param load series of the store with this indicator and source
   */
  constructor(
    lastId: number,
    load: (
      indicator: number,
      source: number,
    ) => Iterable<{ readonly id: number; readonly reporter: number; readonly partner: number }>,
  ) {
    this.firstNew = lastId + 1
    this.#next = lastId + 1
    this.#load = load
  }

  /** Ids of the dimensions: indicator and source below 2^13 and 2^16, areas below 2^11. */
  idOf(indicator: number, reporter: number, partner: number, source: number): number {
    const pair = indicator * 65_536 + source
    if (!this.#loaded.has(pair)) {
      this.#loaded.add(pair)
      for (const series of this.#load(indicator, source)) {
        this.#ids.set(keyOf(pair, series.reporter, series.partner), series.id)
        this.#groups.add(pair * 2048 + series.reporter)
      }
    }
    const key = keyOf(pair, reporter, partner)
    const known = this.#ids.get(key)
    if (known >= 0) {
      if (known < this.firstNew && this.#placeOf.get(known) < 0) {
        this.#placeOf.set(known, this.#touched.length)
        this.#touched.push(known)
        this.#touched.pushKey(indicator, reporter, partner, source)
      }
      return known
    }
    const id = this.#next++
    this.#added.pushKey(indicator, reporter, partner, source)
    this.#ids.set(key, id)
    return id
  }

  /** Dimensions of a series that was asked for here. */
  dimensionsOf(series: number): Omit<SeriesKey, 'id'> {
    if (series < this.firstNew) {
      const place = this.#placeOf.get(series)
      if (place < 0) throw new Error(`series ${series} was not met in this file`)
      return this.#touched.key(place + 1)
    }
    return this.#added.key((series - this.firstNew) * 4)
  }

  /** True when the store held a series of this indicator, reporter and source before. */
  hadGroup(indicator: number, reporter: number, source: number): boolean {
    return this.#groups.has((indicator * 65_536 + source) * 2048 + reporter)
  }

  /** dimensions of the new series, four numbers each: indicator, reporter, partner, source */
  get added(): Int32Array {
    return this.#added.filled
  }
}

/** Whole numbers in one growing array. */
class Numbers {
  #numbers = new Int32Array(1024)
  length = 0

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Int32Array(this.#numbers.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.length++] = number
  }

  /** Adds the dimensions of a series. */
  pushKey(indicator: number, reporter: number, partner: number, source: number): void {
    this.push(indicator)
    this.push(reporter)
    this.push(partner)
    this.push(source)
  }

  get filled(): Int32Array {
    return this.#numbers.subarray(0, this.length)
  }

  key(at: number): Omit<SeriesKey, 'id'> {
    const numbers = this.#numbers
    return {
      indicator: numbers[at] as number,
      reporter: numbers[at + 1] as number,
      partner: numbers[at + 2] as number,
      source: numbers[at + 3] as number,
    }
  }
}

const keyOf = (pair: number, reporter: number, partner: number): number => (pair * 2048 + reporter) * 2048 + partner
