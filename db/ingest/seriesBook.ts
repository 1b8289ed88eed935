export interface SeriesKey {
  readonly id: number
  readonly indicator: number
  readonly reporter: number
  readonly partner: number
  readonly source: number
}

/** Series ids by their four dimensions, in open addressing over plain numbers: a file of 70 million rows has millions of them. */
export class SeriesBook {
  #keys = new Float64Array(4096).fill(-1)
  #ids = new Int32Array(4096)
  #size = 0
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
      for (const series of this.#load(indicator, source)) this.#put(keyOf(pair, series.reporter, series.partner), series.id)
    }
    const key = keyOf(pair, reporter, partner)
    const slot = this.#slot(key)
    if (this.#keys[slot] === key) {
      const known = this.#ids[slot] as number
      if (known < this.firstNew && !this.#touched.has(known))
        this.#touched.set(known, { id: known, indicator, reporter, partner, source })
      return known
    }
    const id = this.#next++
    this.added.push(indicator, reporter, partner, source)
    this.#put(key, id)
    return id
  }

  /** Series of the store that the file touched. */
  known(): Iterable<SeriesKey> {
    return this.#touched.values()
  }

  #put(key: number, id: number): void {
    if (this.#size * 2 >= this.#keys.length) this.#grow()
    const slot = this.#slot(key)
    if (this.#keys[slot] !== key) this.#size++
    this.#keys[slot] = key
    this.#ids[slot] = id
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1
    const low = (key % 4_294_967_296) | 0
    const high = (key / 4_294_967_296) | 0
    let hash = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1)
    hash ^= hash >>> 15
    let slot = hash & mask
    while (this.#keys[slot] !== key && this.#keys[slot] !== -1) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [keys, ids] = [this.#keys, this.#ids]
    this.#keys = new Float64Array(keys.length * 2).fill(-1)
    this.#ids = new Int32Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === -1) continue
      const slot = this.#slot(keys[i] as number)
      this.#keys[slot] = keys[i] as number
      this.#ids[slot] = ids[i] as number
    }
  }
}

const keyOf = (pair: number, reporter: number, partner: number): number => (pair * 2048 + reporter) * 2048 + partner
