/**
 * Arithmetic that gives the same bits everywhere. Only + - * / and comparisons of IEEE 754 doubles are used: the language leaves the
 * accuracy of Math.exp, Math.log and Math.pow to each engine, and a figure has to recompute bit-equal on another machine.
 */

/**
 * Sum with Neumaier's compensation: the order of the terms does not matter beyond the last bit.
 *
 * @param terms finite numbers, any length; an empty list sums to 0
 * @see Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 39
 */
export function sum(terms: Iterable<number>): number {
  let total = 0
  let lost = 0
  for (const term of terms) {
    const next = total + term
    lost += Math.abs(total) >= Math.abs(term) ? total - next + term : term - next + total
    total = next
  }
  return total + lost
}

/** Arithmetic mean of a non-empty list; null for an empty one. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length
}

/** Sample standard deviation (divisor n − 1) by the two-pass formula; null below two values. */
export function sampleDeviation(values: readonly number[]): number | null {
  const centre = mean(values)
  if (centre === null || values.length < 2) return null
  return Math.sqrt(sum(values.map((value) => (value - centre) * (value - centre))) / (values.length - 1))
}

/**
 * Quantile of values already sorted upwards, type 7 of Hyndman and Fan: the default of R, NumPy and spreadsheets.
 *
 * @param sorted finite numbers in ascending order, length ≥ 1
 * @param probability in [0, 1]
 * @throws {RangeError} on an empty list or a probability outside [0, 1]
 * @see Hyndman and Fan (1996), "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 361
 */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0 || !(probability >= 0 && probability <= 1))
    throw new RangeError('quantile of nothing, or no probability')
  const position = (sorted.length - 1) * probability
  const below = Math.floor(position)
  const low = sorted[below] ?? 0
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low
  return low + (position - below) * (high - low)
}

/** Median (type 7) of finite numbers in any order; null for an empty list. */
export function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : quantileOfSorted(Float64Array.from(values).sort(), 0.5)
}

const bits = new DataView(new ArrayBuffer(8))

/** 2^power for whole powers of a normal double, −1022 to 1023, made from its bits. */
function powerOfTwo(power: number): number {
  bits.setUint32(0, (power + 1023) << 20)
  bits.setUint32(4, 0)
  return bits.getFloat64(0)
}

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10

/**
 * Natural logarithm, accurate to the last bit or two, by the method of fdlibm's `e_log.c` (Sun Microsystems 1993).
 *
 * @param x any number; ln 0 = −Infinity, ln of a negative number = NaN
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  if (x < 2.2250738585072014e-308) return ln(x * 2 ** 54) - 54 * (LN2_HIGH + LN2_LOW)
  bits.setFloat64(0, x)
  const high = bits.getUint32(0)
  let exponent = (high >>> 20) - 1023
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000)
  let fraction = bits.getFloat64(0)
  if (fraction > Math.SQRT2) {
    fraction /= 2
    exponent += 1
  }
  const f = fraction - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605106586)))
  const half = 0.5 * f * f
  return exponent * LN2_HIGH - (half - (s * (half + even + odd) + exponent * LN2_LOW) - f)
}

/**
 * e^x, accurate to the last bit or two, by the method of fdlibm's `e_exp.c` (Sun Microsystems 1993).
 *
 * @param x any number; results below the smallest normal double are given as 0, above the largest as Infinity
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY
  if (x < -708.3964185322641) return 0
  const power = Math.floor(x / (LN2_HIGH + LN2_LOW) + 0.5)
  const high = x - power * LN2_HIGH
  const low = power * LN2_LOW
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (0.16666666666666602 +
        t * (-0.0027777777777015593 + t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
  const y = 1 - (low - (r * c) / (2 - c) - high)
  return power > 1023 ? y * 2 * powerOfTwo(power - 1) : y * powerOfTwo(power)
}

/** base^power for a positive base, as e^(power · ln base). */
export const positivePower = (base: number, power: number): number => exp(power * ln(base))

/**
 * Logarithmic mean of two positive numbers, (a − b) / (ln a − ln b), and a itself where they are equal.
 *
 * @see Carlson (1972), "The Logarithmic Mean", American Mathematical Monthly 79(6), 615
 */
export function logarithmicMean(a: number, b: number): number {
  if (a === b) return a
  // Near equality the quotient loses its digits; the series in the relative half-difference keeps them.
  const ratio = (a - b) / (a + b)
  if (Math.abs(ratio) < 1e-3) {
    const r2 = ratio * ratio
    return (a + b) / 2 / (1 + r2 / 3 + (r2 * r2) / 5 + (r2 * r2 * r2) / 7)
  }
  return (a - b) / (ln(a) - ln(b))
}
