/**
 * Numbers byte strings: equal bytes get the equal small integer, so that a repeated code is read as text once in a file and not once
 * in a row. Bounded: a column of endless variety (free notes, hostile files) stops being remembered, and is then read each time.
 */
export class Interner {
  /** how many byte strings are known; ids are 0 … size − 1 */
  size = 0
  readonly #most: number
  #table = new Int32Array(1024).fill(-1)
  #hashes = new Int32Array(512)
  #offsets = new Int32Array(513)
  #arena = new Uint8Array(8192)
  #view = new DataView(this.#arena.buffer)
  #lastStart = 0
  #lastLength = -1
  #lastId = -1
  /** hash of the bytes last looked for in vain, and where they would stand */
  #missedHash = 0
  #missedSlot = 0

  constructor(most = 1 << 18) {
    this.#most = most
  }

  /** @returns the id of bytes[start, end); a new one equals the old {@link size}; -1 when the memory is full */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const known = this.find(bytes, start, end)
    return known >= 0 ? known : this.#add(bytes, start, end, this.#missedHash, this.#missedSlot)
  }

  /** @returns the id of bytes[start, end), or -1 when they are not known */
  find(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start
    const arena = this.#arena
    if (length === this.#lastLength) {
      let i = 0
      const last = this.#lastStart
      while (i < length && bytes[start + i] === arena[last + i]) i++
      if (i === length) return this.#lastId
    }
    let hash = length
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
    hash ^= hash >>> 15
    const table = this.#table
    const mask = table.length - 1
    let slot = hash & mask
    for (;;) {
      const id = table[slot] as number
      if (id < 0) {
        this.#missedHash = hash
        this.#missedSlot = slot
        return -1
      }
      if (this.#hashes[id] === hash) {
        const from = this.#offsets[id] as number
        if ((this.#offsets[id + 1] as number) - from === length) {
          let i = 0
          while (i < length && bytes[start + i] === arena[from + i]) i++
          if (i === length) {
            this.#lastStart = from
            this.#lastLength = length
            this.#lastId = id
            return id
          }
        }
      }
      slot = (slot + 1) & mask
    }
  }

  /**
   * Compares the bytes of an id with those at a place, without looking for them.
   *
   * @returns how many they are, or −1 when others stand there
   */
  match(id: number, bytes: DataView, at: number): number {
    const from = this.#offsets[id] as number
    const length = (this.#offsets[id + 1] as number) - from
    if (at + length > bytes.byteLength) return -1
    const arena = this.#view
    let i = 0
    for (; i + 4 <= length; i += 4) if (bytes.getUint32(at + i, true) !== arena.getUint32(from + i, true)) return -1
    for (; i < length; i++) if (bytes.getUint8(at + i) !== arena.getUint8(from + i)) return -1
    return length
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    if (this.size >= this.#most || end - start > 4096) return -1
    const id = this.size++
    const from = this.#offsets[id] as number
    const to = from + end - start
    if (to > this.#arena.length) {
      const larger = new Uint8Array(Math.max(to, this.#arena.length * 2))
      larger.set(this.#arena)
      this.#arena = larger
      this.#view = new DataView(larger.buffer)
    }
    this.#arena.set(bytes.subarray(start, end), from)
    if (id + 2 > this.#offsets.length) {
      this.#offsets = doubled(this.#offsets)
      this.#hashes = doubled(this.#hashes)
    }
    this.#offsets[id + 1] = to
    this.#hashes[id] = hash
    this.#table[slot] = id
    if (this.size * 2 > this.#table.length) this.#rehash()
    return id
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 2).fill(-1)
    const mask = table.length - 1
    for (let id = 0; id < this.size; id++) {
      let slot = (this.#hashes[id] as number) & mask
      while ((table[slot] as number) >= 0) slot = (slot + 1) & mask
      table[slot] = id
    }
    this.#table = table
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
