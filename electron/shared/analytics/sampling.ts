import { areOneQuestion } from './favourability.ts'

/** Standard normal quantile of a two-sided interval of 95 per cent. */
const Z95 = 1.959963984540054

/**
 * The 95 per cent interval of a percentage under simple random sampling, after Wilson. The design effect of a real survey (clusters,
 * weights, quotas) is not in it and makes it wider: say so wherever it is printed.
 *
 * @param percentage in [0, 100]
 * @param n people asked, n ≥ 1
 * @returns low and high in [0, 100], low ≤ percentage ≤ high
 * @throws {RangeError} on a percentage outside [0, 100] or n below 1
 * @see Wilson (1927), "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22(158), 209-212
 */
export function samplingInterval(percentage: number, n: number): { readonly low: number; readonly high: number } {
  if (!(percentage >= 0 && percentage <= 100)) throw new RangeError(`not a percentage: ${percentage}`)
  if (!(n >= 1)) throw new RangeError(`not a sample: ${n}`)
  const p = percentage / 100
  const z2 = Z95 * Z95
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  return {
    low: Math.max(0, Math.min(percentage, (centre - half) * 100)),
    high: Math.min(100, Math.max(percentage, (centre + half) * 100)),
  }
}

/**
 * Half the width of the 95 per cent interval of the difference of two answers to one question (favourable minus unfavourable), points.
 * The two shares of one sample vary together: var = (p + q − (p − q)²) / n.
 *
 * @param positive per cent in [0, 100]
 * @param negative per cent in [0, 100], positive + negative ≤ 101 (rounding)
 * @throws {RangeError} as {@link samplingInterval}
 * @see Scott and Seber (1983), "Difference of Proportions from the Same Survey", The American Statistician 37(4), 319-320
 */
export function netMargin(positive: number, negative: number, n: number): number {
  if (!areOneQuestion(positive, negative)) throw new RangeError('not two answers to one question')
  if (!(n >= 1)) throw new RangeError(`not a sample: ${n}`)
  const [p, q] = [positive / 100, negative / 100]
  return Z95 * Math.sqrt(Math.max(0, p + q - (p - q) ** 2) / n) * 100
}
