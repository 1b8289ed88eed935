// The index under the reader's own method and weights. Pure: the same code runs in a worker of the page and in tests.
import {
  type ChannelFigures,
  type DependenceMethod,
  type DependenceReport,
  dependence,
} from '../../../electron/shared/analytics/dependence/index.ts'
import { comparedYears } from '../../../electron/shared/findings/dependence.ts'

export interface Evaluation {
  readonly method: DependenceMethod
  readonly inputs: readonly ChannelFigures[]
  readonly reporter: string
  readonly on: string
  /** years drawn */
  readonly from: number
  readonly to: number
  /** year that changes are counted from; the next year with an index where it has none */
  readonly baseYear: number
  readonly seed: number
}

/**
 * The report of one pair of countries, compared from the base year.
 *
 * @throws {AnalyticsRefusal} as `dependence` refuses
 */
export function evaluate({ method, inputs, reporter, on, from, to, baseYear, seed }: Evaluation): DependenceReport {
  // where there is an index does not depend on the runs, so a first pass goes without them
  const quick = { ...method, robustness: { ...method.robustness, runs: 0 } }
  const request = { reporter, on, from, to, seed, compare: null }
  const known = new Set(method.channels.map((channel) => channel.id))
  const own = inputs.filter((input) => known.has(input.channel))
  const years = dependence(quick, own, request).years.flatMap((year) => (year.index === null ? [] : [year.year]))
  return dependence(method, own, { ...request, compare: comparedYears(years, baseYear) })
}
