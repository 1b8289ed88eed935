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
      if (known < this.firstNew && !this.#touched.has(known))
        this.#touched.set(known, { id: known, indicator, reporter, partner, source })
      return known
    }
    const id = this.#next++
    this.added.push(indicator, reporter, partner, source)
    this.#ids.set(key, id)
    return id
  }

  /** Dimensions of a series that was asked for here. */
  dimensionsOf(series: number): Omit<SeriesKey, 'id'> {
    if (series < this.firstNew) {
      const known = this.#touched.get(series)
      if (!known) throw new Error(`series ${series} was not met in this file`)
      return known
    }
    const at = (series - this.firstNew) * 4
    const [indicator = 0, reporter = 0, partner = 0, source = 0] = this.added.slice(at, at + 4)
    return { indicator, reporter, partner, source }
  }

  /** True when the store held a series of this indicator, reporter and source before. */
  hadGroup(indicator: number, reporter: number, source: number): boolean {
    return this.#groups.has((indicator * 65_536 + source) * 2048 + reporter)
  }

  /** Series of the store that the file touched. */
  known(): Iterable<SeriesKey> {
    return this.#touched.values()
  }
}

const keyOf = (pair: number, reporter: number, partner: number): number => (pair * 2048 + reporter) * 2048 + partner
