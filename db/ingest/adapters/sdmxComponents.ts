import { duplicate } from '../columns.ts'
import type { Header } from '../layout.ts'
import { tidy } from '../text/fold.ts'

/** A code that stands before its label: `A: Value A`. */
export const codeOf = (text: string): string => {
  const found = tidy(text)
  const cut = found.indexOf(': ')
  return cut < 0 ? found : found.slice(0, cut)
}
/** Heading without its label or bracket: `DIM_1: Dimension 1`, `ATTR[en;fr]`, `STRUCTURE[;]`. */
export const idOf = (heading: string): string => codeOf(heading).replace(/\[.*\]$/, '')
/** Columns that repeat a code in words. */
const isLabel = (heading: string): boolean =>
  !/^[A-Za-z0-9_@$.-]+(?:\[.*\])?: /.test(heading) &&
  (heading === '' || /^[A-Z][a-z]/.test(heading) || (heading.includes(' ') && !/^[A-Z ]+$/.test(heading)))

/** Columns of an SDMX-CSV by identifier. The first of equal ones counts; their labels are passed over. */
export class Components {
  readonly #places = new Map<string, number>()
  readonly names: readonly string[]

  constructor(header: Header) {
    this.names = header.names
    const ids = new Set(header.names.map((name) => idOf(name).toUpperCase()))
    // the World Bank calls the label of REF_AREA REF_AREA_LABEL
    const isLabelOf = (name: string): boolean => {
      const [, base = ''] = /^(\w+)_(?:LABEL|NAME|DESC)$/.exec(idOf(name).toUpperCase()) ?? []
      return base !== '' && ids.has(base)
    }
    header.names.forEach((name, column) => {
      if (isLabel(name) || isLabelOf(name)) return
      const id = idOf(name).toUpperCase()
      if (this.#places.has(id)) throw duplicate(name)
      this.#places.set(id, column)
    })
  }

  find(...ids: readonly string[]): number {
    for (const id of ids) {
      const column = this.#places.get(id)
      if (column !== undefined) return column
    }
    return -1
  }

  /** columns left of one that none of these took: the rest of the series' key */
  otherDimensions(end: number, taken: ReadonlySet<number>): readonly number[] {
    return [...this.#places.values()].filter((column) => column < end && !taken.has(column))
  }
}
