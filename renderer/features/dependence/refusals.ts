// Why weights or a method file cannot be used: a reason that the page words in its own language, and the fact as the analytics say it.
import { AnalyticsRefusal } from '../../../electron/shared/analytics/refusal.ts'

/** Reasons with a text of their own, `dependence:refusal.<reason>`. */
const reasons = ['duplicate-id', 'not-defined', 'not-finite', 'unknown-part', 'zero-weights'] as const

export interface Refusal {
  readonly reason: (typeof reasons)[number] | 'not-json' | 'bad-method'
  /** in plain English, with the names of entries as the file has them */
  readonly said: string
}

/** What a refusal of the analytics or of the JSON parser says. @throws any other error again: a bug */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof SyntaxError) return { reason: 'not-json', said: error.message }
  if (!(error instanceof AnalyticsRefusal)) throw error
  return { reason: reasons.find((reason) => reason === error.code) ?? 'bad-method', said: error.message }
}
