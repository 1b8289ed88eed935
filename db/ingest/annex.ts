import { openScratch } from '../worker/connection.ts'
import type { Rows } from './runs.ts'
import { FigureInserter } from './write/figureInserter.ts'

/**
 * The last figures of a file, written by the thread that reads while the writer is still at those before them: into a table like the store's own,
 * in a file of its own, which SQLite then copies row by row as they lie there, faster than they are written.
 */
export class Annex {
  readonly #raw: ReturnType<typeof openScratch>
  readonly #inserter: FigureInserter

  /** @param path of a file that is empty or not there @param table the store's table of figures, as SQL makes it */
  constructor(path: string, table: string, batch: number) {
    this.#raw = openScratch(path, table)
    this.#raw.exec('BEGIN')
    this.#inserter = new FigureInserter(this.#raw, batch)
  }

  /** Rows in order of key, behind all that were handed to the writer. */
  add(rows: Rows): void {
    this.#inserter.insert(rows)
  }

  /** @param whole false = given up */
  close(whole: boolean): void {
    if (whole) this.#raw.exec('COMMIT')
    this.#raw.close()
  }
}
