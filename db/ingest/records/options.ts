import type { Decode } from '../bytes/encodings.ts'
import type { Catalogue, ImportOptions, Layout } from '../layout.ts'
import type { ReleaseDay } from '../releaseDay.ts'
import type { DecimalMark } from '../text/numbers.ts'

/** Ids that the store gives to what a record names. */
export interface StoreIds {
  area(code: string): number
  source(name: string): number
  note(text: string): number
  series(indicator: number, reporter: number, partner: number, source: number): number
  /** marks a series as one of totals, groups or remainders */
  aggregate(series: number): void
}

/** What is known of a file before its records are read. */
export interface RecordOptions {
  readonly layout: Layout
  readonly header: readonly string[]
  /** what the user or a profile says of the file */
  readonly said: ImportOptions
  readonly catalogue: Catalogue
  readonly decode: Decode
  readonly delimiter: string
  readonly marks: readonly DecimalMark[]
  /** true once the whole file was looked at: what is still open then stays open */
  readonly surveyed: boolean
  /** true when the user said the mark: a figure of the other kind is then a bad number, not a question */
  readonly markGiven: boolean
  readonly sound: boolean
  readonly firstDataLine: number
  /** day after which a period lies in the future, ISO */
  readonly today: string
  /** day of the release as the user says it, ISO; null = today */
  readonly vintage: string | null
  /** hears what the file says of the day of its release */
  readonly release: ReleaseDay
  readonly strict: boolean
  /** id of the source of records that name none; asked for only when there is such a record */
  readonly source: () => number
}
