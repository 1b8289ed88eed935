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
  /** dimensions of the new series, four numbers each: indicator, reporter, partner, source */
  readonly added: number[] = []
  /** stored series that the file touched, in the shape of {@link known} */
  readonly #touched = new Map<number, SeriesKey>()
  readonly #loaded = new Set<number>()
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
      for (const series of this.#load(indicator, source)) this.#ids.set(keyOf(pair, series.reporter, series.partner), series.id)
    }
    const key = keyOf(pair, reporter, partner)
    const known = this.#ids.get(key)
    if (known >= 0) {
      if (known < this.firstNew && !this.#touched.has(known))
        this.#touched.set(known, { id: known, indicator, reporter, partner, source })
      return known
    }
    const id = this.#next++
    this.added.push(indicator, reporter, partner, source)
    this.#ids.set(key, id)
    return id
  }

  /** Series of the store that the file touched. */
  known(): Iterable<SeriesKey> {
    return this.#touched.values()
  }
}

const keyOf = (pair: number, reporter: number, partner: number): number => (pair * 2048 + reporter) * 2048 + partner
