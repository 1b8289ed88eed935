import { observationStatuses } from '../../../electron/shared/domain/observation.ts'
import { decodePeriod, type PeriodCode } from '../../../electron/shared/domain/period.ts'
import type { Splitter } from '../bytes/splitter.ts'
import { fieldText } from '../dialect.ts'
import { partsOfFlags, readStatus } from '../flags.ts'
import type { PeriodMeaning, ValueColumn } from '../layout.ts'
import type { Runs } from '../runs.ts'
import type { RecordColumns } from './columns.ts'
import type { RecordOptions } from './options.ts'

type Flags = ReturnType<typeof partsOfFlags>
const noFlags: Flags = { status: '', flags: '' }
const estimate: Flags = { status: 'E', flags: '' }

/** Statuses of figures, from a column or from a record of flags beside the record of values (IMF). */
export class RecordStatuses {
  readonly #o: RecordOptions
  readonly #columns: RecordColumns
  readonly #runs: Runs
  readonly #flags: Flags[] = []
  /** place of each column's figure among those of the last record; −1 = none */
  readonly #drafts: Int32Array
  #draftCount = 0
  #draftKey = ''
  /** flags of a record that came before its values, by column */
  #waitingFlags: Flags[] = []
  #waitingKey = ''

  constructor(options: RecordOptions, columns: RecordColumns, runs: Runs) {
    this.#o = options
    this.#columns = columns
    this.#runs = runs
    this.#drafts = new Int32Array(options.layout.values.length)
  }

  /** Forgets the figures of the record before, unless this one holds their flags. */
  startRecord(splitter: Splitter): void {
    const reader = this.#columns.filter
    if (reader === null) return
    const filter = reader.read(splitter)
    if (filter >= 0 && reader.values[filter] === 'status') {
      this.#waitingFlags = []
      this.#waitingKey = ''
      return
    }
    this.#drafts.fill(-1)
    this.#draftCount = 0
    this.#draftKey = this.#keyOf(splitter)
    if (this.#waitingKey !== this.#draftKey) this.#waitingFlags = []
    this.#waitingKey = ''
  }

  /** SDMX status of a figure and the flags that it does not cover. @param index place of its column among those of figures */
  of(splitter: Splitter, index: number, period: PeriodMeaning): Flags {
    const { status: reader, estimatesAfter } = this.#columns
    if (estimatesAfter !== null) {
      const year = decodePeriod(period.code as PeriodCode).slice(0, 4)
      return Number(year) <= (estimatesAfter.values[estimatesAfter.read(splitter)] ?? 0) ? noFlags : estimate
    }
    if (reader === null) return this.#waitingFlags[index] ?? noFlags
    const at = reader.read(splitter)
    let parts = this.#flags[at]
    if (parts === undefined) {
      parts = partsOfFlags(reader.values[at] ?? '')
      if (at >= 0) this.#flags[at] = parts
    }
    return parts
  }

  /** Remembers that a figure was added, should the next record hold its flags. */
  added(index: number): void {
    this.#drafts[index] = this.#draftCount++
  }

  /** Takes one cell of a record of flags. */
  takeFlags(splitter: Splitter, value: ValueColumn, index: number): void {
    const word = readStatus(fieldText(splitter, value.column, this.#o.decode))
    const status = observationStatuses.indexOf(word as 'A')
    const key = this.#keyOf(splitter)
    if (status <= 0) return
    if (this.#draftKey === key) {
      const place = this.#drafts[index] as number
      if (place >= 0) this.#runs.amend(this.#draftCount - place, status)
    } else {
      this.#waitingKey = key
      this.#waitingFlags[index] = { status: word, flags: '' }
    }
  }

  #keyOf(splitter: Splitter): string {
    const { reporter, partner, indicator } = this.#columns
    return `${reporter?.read(splitter)} ${partner?.read(splitter)} ${indicator?.read(splitter)}`
  }
}
