const DIGIT = 65_536

/**
 * Places of keys in rising order, equal keys as they stood: a radix sort by 16 bits, so that a million rows are put in order between two
 * answers to charts. NaN comes last.
 */
export function orderOf(keys: Float64Array): Uint32Array {
  const n = keys.length
  const bits = new Uint32Array(keys.slice().buffer)
  // the bits of floating-point numbers rise with them once the sign is turned over, and all bits of negative ones are
  for (let i = 0; i < n; i++) {
    const [low, high] = [2 * i, 2 * i + 1]
    if (Number.isNaN(keys[i])) bits[low] = bits[high] = 0xffffffff
    else if (((bits[high] as number) & 0x80000000) !== 0) {
      bits[low] = ~(bits[low] as number)
      bits[high] = ~(bits[high] as number)
    } else bits[high] = (bits[high] as number) | 0x80000000
  }
  let order = Uint32Array.from({ length: n }, (_, i) => i)
  let other = new Uint32Array(n)
  const counts = new Uint32Array(DIGIT + 1)
  for (const [word, shift] of [
    [0, 0],
    [0, 16],
    [1, 0],
    [1, 16],
  ] as const) {
    counts.fill(0)
    const digitOf = (row: number): number => ((bits[2 * row + word] as number) >>> shift) & (DIGIT - 1)
    for (let i = 0; i < n; i++) {
      const place = digitOf(i) + 1
      counts[place] = (counts[place] as number) + 1
    }
    if (n === 0 || counts[digitOf(0) + 1] === n) continue
    for (let d = 0; d < DIGIT; d++) counts[d + 1] = (counts[d + 1] as number) + (counts[d] as number)
    for (let i = 0; i < n; i++) {
      const row = order[i] as number
      const digit = digitOf(row)
      const place = counts[digit] as number
      counts[digit] = place + 1
      other[place] = row
    }
    const spare = order
    order = other
    other = spare
  }
  return order
}
