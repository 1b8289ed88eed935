import { sealInBulk } from '../../seal/tables.ts'
import type { Connection } from '../../worker/connection.ts'
import { prepared } from '../../worker/prepared.ts'
import type { Additions } from '../messages.ts'
import type { Rows } from '../runs.ts'
import { arePlain, COLUMNS, FigureInserter, fill, plainRows, unpacked } from './figureInserter.ts'

/** The same for rows that replace others. */
const MANY_REVISED = 128
/** The same for series. */
const MANY_SERIES = 100

const HISTORY = 'INSERT INTO revision (id, replaced_by, value, status, decimals, batch, line, note)'
const AS_IT_STOOD = 'SELECT id, :batch, value, status, decimals, batch, line, note FROM observation WHERE id'
const KEEP = `${HISTORY} ${AS_IT_STOOD} = ?`
const KEEP_MANY = `${HISTORY} ${AS_IT_STOOD} IN (${new Array<string>(MANY_REVISED).fill('?').join(',')})`
const JOIN = `${HISTORY} VALUES (?, :batch, ?, ?, ?, :batch, ?, ?)`
const REPLACE = 'UPDATE observation SET value = ?, status = ?, decimals = ?, batch = :batch, line = ?, note = ? WHERE id = ?'
/** Every one of these rows is there: what reads as an insert is the one form that replaces many rows by their keys. */
const REPLACE_MANY = `${COLUMNS} ${plainRows(MANY_REVISED)} ON CONFLICT (id) DO UPDATE SET value = excluded.value,
  status = excluded.status, decimals = excluded.decimals, batch = excluded.batch, line = excluded.line, note = excluded.note`
const insertSeries = (rows: number): string =>
  `INSERT INTO series (id, indicator, reporter, partner, source) VALUES ${new Array<string>(rows).fill('(?, ?, ?, ?, ?)').join(', ')}`
const SERIES_MANY = insertSeries(MANY_SERIES)
const SERIES_ONE = insertSeries(1)

/** Writes figures of one batch. Rows come in order of key, so that inserts into new series are appends. */
export class RowWriter {
  readonly #inserter: FigureInserter
  readonly #keep: { run(...values: readonly unknown[]): unknown }
  readonly #replace: { run(...values: readonly unknown[]): unknown }
  readonly #keepMany: { run(...values: readonly unknown[]): unknown }
  readonly #replaceMany: { run(...values: readonly unknown[]): unknown }
  readonly #join: { run(...values: readonly unknown[]): unknown }
  readonly #by: { readonly batch: number }
  readonly #connection: Connection
  readonly #batch: number
  /** places of the statements for many plain rows, filled anew each time */
  readonly #revisedValues: number[] = new Array<number>(MANY_REVISED * 3).fill(0)
  readonly #revisedIds: number[] = new Array<number>(MANY_REVISED).fill(0)

  constructor(connection: Connection, batch: number) {
    const { raw } = connection
    this.#connection = connection
    this.#batch = batch
    this.#by = { batch }
    this.#inserter = new FigureInserter(raw, batch)
    this.#keep = prepared(raw, KEEP)
    this.#keepMany = prepared(raw, KEEP_MANY)
    this.#replaceMany = prepared(raw, REPLACE_MANY)
    this.#join = prepared(raw, JOIN)
    this.#replace = prepared(raw, REPLACE)
  }

  add({ firstSource, sources, firstNote, notes, firstSeries, series }: Additions): void {
    const { db, raw } = this.#connection
    const source = db.prepare(
      "INSERT INTO source (id, code, title, publisher, url, licence, terms, retrieved_from, note) VALUES (?, ?, ?, '', '', '', 'unreviewed', '', '')",
    )
    sources.forEach((name, i) => {
      source.run(firstSource + i, name, name)
    })
    const note = db.prepare('INSERT INTO note (id, text) VALUES (?, ?)')
    sealInBulk(raw, 'note', (sum) => {
      notes.forEach((text, i) => {
        note.run(firstNote + i, text)
        sum.row('note', [firstNote + i, text])
      })
    })
    if (series.length === 0) return
    const [many, one] = [prepared(raw, SERIES_MANY), prepared(raw, SERIES_ONE)]
    sealInBulk(raw, 'series', (sum) => {
      const row = [0, 0, 0, 0, 0]
      const waiting = new Array<number>(MANY_SERIES * 5).fill(0)
      let filled = 0
      for (let at = 0; at < series.length; at += 4) {
        row[0] = firstSeries + at / 4
        for (let i = 0; i < 4; i++) row[i + 1] = series[at + i] as number
        sum.row('series', row)
        for (let i = 0; i < 5; i++) waiting[filled++] = row[i] as number
        if (filled < waiting.length) continue
        many.run(...waiting)
        filled = 0
      }
      for (let at = 0; at < filled; at += 5) one.run(...waiting.slice(at, at + 5))
    })
  }

  insert(rows: Rows): void {
    this.#inserter.insert(rows)
  }

  /** A revised figure supersedes the old one, which moves to `revision` as it stood. */
  revise(rows: Rows): void {
    const { ids, values, lines, extras, length } = rows
    let at = 0
    while (at < length) {
      if (!arePlain(rows, at, MANY_REVISED)) {
        const [status, decimals, note] = unpacked(extras[at] as number)
        this.#keep.run(ids[at], this.#by)
        this.#replace.run(values[at], status, decimals, lines[at], note, ids[at], this.#by)
        at++
        continue
      }
      for (let i = 0; i < MANY_REVISED; i++) this.#revisedIds[i] = ids[at + i] as number
      fill(this.#revisedValues, rows, at, MANY_REVISED)
      at += MANY_REVISED
      this.#keepMany.run(...this.#revisedIds, this.#by)
      this.#replaceMany.run(...this.#revisedValues, this.#by)
    }
  }

  /** Figures of an older release than those in force join the history, under the batch itself. */
  join({ ids, values, lines, extras, length }: Rows): void {
    for (let at = 0; at < length; at++) {
      const [status, decimals, note] = unpacked(extras[at] as number)
      this.#join.run(ids[at], values[at], status, decimals, lines[at], note, this.#by)
    }
  }

  get batch(): number {
    return this.#batch
  }
}
