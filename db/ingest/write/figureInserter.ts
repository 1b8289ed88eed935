import { observationStatuses } from '../../../electron/shared/domain/observation.ts'
import type { Connection } from '../../worker/connection.ts'
import { prepared } from '../../worker/prepared.ts'
import { decimalsOf, noteOf, PLAIN_DECIMALS, packExtra, type Rows, statusOf } from '../runs.ts'

/** Rows of one prepared INSERT: more make it no faster, and a lot of rows holds them without a rest. */
const MANY = 256
const PLAIN = packExtra(0, PLAIN_DECIMALS, observationStatuses.indexOf('A'))

// the number of the batch is bound, so that every import uses the same statements
/** The beginning of what writes figures. */
export const COLUMNS = 'INSERT INTO observation (id, value, status, decimals, batch, line, note) VALUES'
/** So many rows without anything but a figure. */
export const plainRows = (rows: number): string => new Array<string>(rows).fill("(?,?,'A',NULL,:batch,?,NULL)").join(',')
const INSERT_MANY = `${COLUMNS} ${plainRows(MANY)}`
const INSERT_ONE = `${COLUMNS} (?,?,?,?,:batch,?,?)`

/** Writes new figures of one batch, into the store or into a table like its own. */
export class FigureInserter {
  readonly #many: { run(...values: readonly unknown[]): unknown }
  readonly #one: { run(...values: readonly unknown[]): unknown }
  readonly #by: { readonly batch: number }
  /** places of the statement for many plain rows, filled anew each time */
  readonly #values: number[] = new Array<number>(MANY * 3).fill(0)

  constructor(raw: Connection['raw'], batch: number) {
    this.#many = prepared(raw, INSERT_MANY)
    this.#one = prepared(raw, INSERT_ONE)
    this.#by = { batch }
  }

  /** Rows come in order of key, so that inserts into new series are appends. */
  insert(rows: Rows): void {
    const { ids, values, lines, extras, length } = rows
    const places = this.#values
    let at = 0
    while (at < length) {
      if (!arePlain(rows, at, MANY)) {
        const [status, decimals, note] = unpacked(extras[at] as number)
        this.#one.run(ids[at], values[at], status, decimals, lines[at], note, this.#by)
        at++
        continue
      }
      fill(places, rows, at, MANY)
      at += MANY
      // one by one: SQLite’s binding reads the places of an array several times slower than arguments
      this.#many.run(...places, this.#by)
    }
  }
}

/** True when that many rows are there from a place on, all of them without anything but a value. */
export function arePlain({ extras, length }: Rows, from: number, count: number): boolean {
  if (length - from < count) return false
  for (let i = from; i < from + count; i++) if (extras[i] !== PLAIN) return false
  return true
}

/** Puts the ids, values and lines of rows into the places of a statement, row by row. */
export function fill(places: number[], { ids, values, lines }: Rows, from: number, count: number): void {
  for (let i = 0, place = 0; i < count; i++) {
    places[place++] = ids[from + i] as number
    places[place++] = values[from + i] as number
    places[place++] = lines[from + i] as number
  }
}

const shown = (extra: number): number | null => (decimalsOf(extra) === PLAIN_DECIMALS ? null : decimalsOf(extra))

/** Status, decimals and note as they are stored. */
export const unpacked = (extra: number): readonly [status: string, decimals: number | null, note: number | null] => [
  observationStatuses[statusOf(extra)] ?? '',
  shown(extra),
  noteOf(extra) || null,
]
