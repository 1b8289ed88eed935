const ZERO = 48
const NINE = 57
const MINUS = 45
const PLUS = 43
const SPACE = 32

const powers = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent)

/** What the last plain number looked like: kept beside the value so that the hot loop makes no object. */
export interface PlainNumber {
  /** digits before the mark, leading zeros included */
  whole: number
  /** digits after the mark */
  decimals: number
  /** true when the first digit is 0 */
  leadingZero: boolean
}

/**
 * Reads sign, digits and at most one decimal mark straight from bytes, as `Number()` would read the same text: correctly rounded.
 * Up to 15 significant digits and powers of ten up to 22 are exact in a double, so one multiplication or division rounds once
 * (Clinger 1990, "How to read floating point numbers accurately"); anything longer goes to `Number()`.
 *
 * @param mark byte of the decimal mark
 * @param shift power of ten the figure is multiplied by, applied before rounding
 * @param form filled with what the number looked like
 * @returns NaN for everything that is not plain: group marks, exponents, words, nothing at all
 */
export function readPlainNumber(
  bytes: Uint8Array,
  from: number,
  to: number,
  mark: number,
  shift: number,
  form: PlainNumber,
): number {
  let at = from
  let end = to
  while (at < end && bytes[at] === SPACE) at++
  while (end > at && bytes[end - 1] === SPACE) end--
  let negative = false
  if (bytes[at] === MINUS) {
    negative = true
    at++
  } else if (bytes[at] === PLUS) at++
  const start = at
  let mantissa = 0
  let significant = 0
  while (at < end) {
    const c = bytes[at] as number
    if (c < ZERO || c > NINE) break
    mantissa = mantissa * 10 + (c - ZERO)
    if (significant > 0 || c !== ZERO) significant++
    at++
  }
  const whole = at - start
  let decimals = 0
  if (at < end && bytes[at] === mark) {
    at++
    const fraction = at
    while (at < end) {
      const c = bytes[at] as number
      if (c < ZERO || c > NINE) break
      mantissa = mantissa * 10 + (c - ZERO)
      if (significant > 0 || c !== ZERO) significant++
      at++
    }
    decimals = at - fraction
  }
  if (at !== end || whole + decimals === 0) return Number.NaN
  form.whole = whole
  form.decimals = decimals
  form.leadingZero = bytes[start] === ZERO
  const exponent = shift - decimals
  let value: number
  if (significant <= 15 && exponent >= -22 && exponent <= 22) {
    value = exponent < 0 ? mantissa / (powers[-exponent] as number) : mantissa * (powers[exponent] as number)
  } else {
    let digits = ''
    for (let i = start; i < end; i++) if (bytes[i] !== mark) digits += String.fromCharCode(bytes[i] as number)
    value = Number(`${digits}e${exponent}`)
  }
  return negative && value !== 0 ? -value : value
}
