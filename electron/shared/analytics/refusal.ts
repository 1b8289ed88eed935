/** Why a measure refuses its input: a flaw that a person can mend in a method, a rule or a table. */
const refusalCodes = [
  'bad-method',
  'bad-weight',
  'cycle',
  'duplicate-id',
  'empty-table',
  'negative-amount',
  'non-positive-value',
  'not-defined',
  'not-finite',
  'too-few-values',
  'unknown-indicator',
  'unknown-part',
  'zero-range',
  'zero-weights',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/**
 * A refusal of the analytics: the input is understood and cannot be used. `message` is a fact in plain English; `detail` names what it
 * is about (a group, a part, a unit, an indicator), so that a text in another language can say the same.
 */
export class AnalyticsRefusal extends Error {
  readonly code: RefusalCode
  readonly detail: Readonly<Record<string, string>>

  constructor(code: RefusalCode, message: string, detail: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'AnalyticsRefusal'
    this.code = code
    this.detail = detail
  }
}
