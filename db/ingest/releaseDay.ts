import type { Dimension } from './layout.ts'
import { ReadAgain } from './oneSeries.ts'
import { tidy } from './text/fold.ts'

/** The day in a column of days of release: ISO, a time behind it allowed; '' = none that can be read. */
export const dayDimension = (column: number): Dimension<string> => ({
  columns: [column],
  read: ([text = '']) => /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(tidy(text))?.[1] ?? '',
})

/**
 * The day of a file's release: what the user says, else what a column of the file says of every figure with one voice. A file that names
 * several days is of none of them: a batch has one release, and its figures count as of the day of import.
 */
export class ReleaseDay {
  /** ISO day; '' = not said (so far) */
  day: string
  /** two days that a column names; null = none did */
  several: readonly [string, string] | null = null
  readonly #said: boolean
  readonly #today: string
  #heard: string | null = null
  #relied = false

  /** @param said what the user or a profile says, ISO; @param today the latest day on which a release can have come out, ISO */
  constructor(said: string | undefined, today: string) {
    this.day = said ?? ''
    this.#said = said !== undefined
    this.#today = today
  }

  /** Takes the day beside a figure. @throws {ReadAgain} when another day was relied on */
  hear(day: string): void {
    if (this.#said || this.several !== null || day === this.#heard) return
    if (this.#heard === null) {
      this.#heard = day
      this.day = day > this.#today ? '' : day
      return
    }
    this.several = [this.#heard, day]
    this.day = ''
    if (this.#relied) throw new ReadAgain(day)
  }

  /** From here on figures are compared as of this day: another day in the file means that it is read again. */
  rely(): void {
    this.#relied = true
  }
}
