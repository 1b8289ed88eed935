/** Uniform numbers in [0, 1), one per call. */
export type Uniform = () => number

/** splitmix32: spreads a small seed over the whole state. Steele, Lea and Flood (2014), "Fast Splittable Pseudorandom Number Generators". */
function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}

/**
 * Seeded uniform numbers by xoshiro128**: whole-number operations on 32 bits and one exact division, so the same seed gives the same
 * numbers on every machine. 53 random bits per number, from two steps of the generator. Not for secrets.
 *
 * @param seed a whole number; its value modulo 2^32 and the part above it both count, up to 2^53
 * @throws {RangeError} when the seed is not a whole number within ±2^53
 * @see Blackman and Vigna (2021), "Scrambled Linear Pseudorandom Number Generators", ACM Trans. Math. Softw. 47(4), 36
 */
export function seededUniform(seed: number): Uniform {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`not a seed: ${seed}`)
  const low = splitmix32(seed >>> 0)
  const high = splitmix32(Math.floor(seed / 2 ** 32) ^ 0x5851f42d)
  let [a, b, c, d] = [low(), low(), high(), high() | 1]
  const next = (): number => {
    const five = Math.imul(b, 5)
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
  return () => {
    const upper = next() >>> 5
    const lower = next() >>> 6
    return (upper * 67108864 + lower) / 9007199254740992
  }
}
