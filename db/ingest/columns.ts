// Columns of a file by their headings.
import type { Header } from './layout.ts'
import { FileRefusal } from './refusal.ts'
import { tidy } from './text/fold.ts'

/** Finds columns by heading, whatever its case and the marks between its words: `reporterCode` is `reporter_code`. */
export class Columns {
  readonly names: readonly string[]
  readonly #places = new Map<string, number[]>()

  constructor(header: Header) {
    this.names = header.names
    header.names.forEach((name, column) => {
      const key = headingKey(name)
      const places = this.#places.get(key)
      if (places) places.push(column)
      else this.#places.set(key, [column])
    })
  }

  /** Column under the first of these headings that exists; -1 when none does. @throws {FileRefusal} duplicate-column */
  find(...headings: readonly string[]): number {
    for (const heading of headings) {
      const places = this.#places.get(headingKey(heading))
      if (places === undefined) continue
      if (places.length > 1) throw duplicate(this.names[places[0] ?? 0] ?? heading)
      return places[0] ?? -1
    }
    return -1
  }

  has(...headings: readonly string[]): boolean {
    return headings.every((heading) => this.#places.has(headingKey(heading)))
  }

  /** @throws {FileRefusal} missing-column, duplicate-column */
  need(...headings: readonly string[]): number {
    const column = this.find(...headings)
    if (column < 0) throw missing(headings[0] ?? '')
    return column
  }

  name(column: number): string {
    return this.names[column] ?? ''
  }
}

const headingKey = (heading: string): string =>
  tidy(heading)
    .toLowerCase()
    .replace(/[\s_]+/g, '')

/** Refuses a file in which one heading stands over two columns that are read. */
export const duplicate = (heading: string): FileRefusal =>
  new FileRefusal('duplicate-column', `The column "${heading}" is there twice. Rename or remove one of them.`, null, null, {
    kind: 'column-twice',
    text: heading,
  })

/** Refuses a file without a column that nothing else can stand for, and asks for it. */
export const missing = (heading: string): FileRefusal =>
  new FileRefusal(
    'missing-column',
    `The column "${heading}" is missing. Add it, or say its value for the whole file.`,
    null,
    askable.find((one) => one === heading) ?? 'columns',
  )

const askable = ['indicator', 'reporter', 'partner', 'period', 'value'] as const
