/** A figure known only as lying between two numbers; the same number twice when it is known. */
export interface Range {
  readonly low: number
  readonly high: number
}
