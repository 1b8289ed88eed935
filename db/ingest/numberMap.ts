/** Small integers by whole numbers below 2^53, in open addressing: a file of 70 million rows has millions of series. */
export class NumberMap {
  size = 0
  #keys = new Float64Array(4096).fill(-1)
  #values = new Int32Array(4096)

  /** @returns −1 when the key is not there; values are therefore never negative */
  get(key: number): number {
    const slot = this.#slot(key)
    return this.#keys[slot] === key ? (this.#values[slot] as number) : -1
  }

  set(key: number, value: number): void {
    // three quarters full: a longer look now and then for a third of the memory
    if (this.size * 4 >= this.#keys.length * 3) this.#grow()
    const slot = this.#slot(key)
    if (this.#keys[slot] !== key) this.size++
    this.#keys[slot] = key
    this.#values[slot] = value
  }

  #slot(key: number): number {
    const keys = this.#keys
    const mask = keys.length - 1
    const high = Math.floor(key / 4_294_967_296)
    let hash = Math.imul((key - high * 4_294_967_296) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1)
    hash ^= hash >>> 15
    let slot = hash & mask
    for (let found = keys[slot]; found !== key && found !== -1; found = keys[slot]) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values]
    this.#keys = new Float64Array(keys.length * 2).fill(-1)
    this.#values = new Int32Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === -1) continue
      const slot = this.#slot(keys[i] as number)
      this.#keys[slot] = keys[i] as number
      this.#values[slot] = values[i] as number
    }
  }
}
