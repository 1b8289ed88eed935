// Which parts of a record decide what becomes of it.

import type { Layout } from '../layout.ts'
import type { Stretch } from './keys.ts'
import type { RecordOptions } from './options.ts'

/**
 * The columns of a layout that decide, together with period and figure, what becomes of a record, in stretches of neighbours; null where
 * something else decides, too: then every record goes the long way.
 */
export function stretchesOf({ sound, said, layout }: RecordOptions): readonly Stretch[] | null {
  const { values, period, across, splitCell, filter, estimatesAfter, scale } = layout
  const [value, second] = values
  const other = [across, splitCell, filter, estimatesAfter, scale].some((part) => part !== undefined)
  const comments = said.commentChar !== undefined || said.commentRows !== undefined
  if (!sound || comments || other || value === undefined || second !== undefined) return null
  if (value.period !== undefined || period?.columns.length !== 1) return null
  // such a word may be a plain number: -99
  if ([...layout.missingWords].some((word) => /\d/.test(word))) return null
  const apart = [value.column, period.columns[0]]
  const columns = [...new Set(dimensionsOf(layout).flatMap((dimension) => dimension?.columns ?? []))]
  if (columns.length === 0 || apart.some((column) => column === undefined || columns.includes(column))) return null
  const stretches: Stretch[] = []
  for (const column of columns.sort((a, b) => a - b)) {
    const open = stretches.at(-1)
    if (open && column === open.last + 1) stretches[stretches.length - 1] = { first: open.first, last: column }
    else stretches.push({ first: column, last: column })
  }
  return stretches
}

const dimensionsOf = ({ indicator, reporter, partner, unit, source, status, note, vintage }: Layout) => [
  ...[indicator, reporter, partner, unit],
  ...[source, status, note, vintage],
]

/** What stands in a column, or in a stretch of them, as a record is read from left to right. */
export const Part = { key: 0, period: 1, value: 2, other: 3 } as const

/** The parts of a record in their order, each by its kind. */
export function partsOf(stretches: readonly Stretch[], { header, layout }: RecordOptions): Uint8Array {
  const parts: number[] = []
  for (let column = 0; column < header.length; column++) {
    const stretch = stretches.find(({ first }) => first === column)
    if (stretch !== undefined) {
      parts.push(Part.key)
      column = stretch.last
    } else if (column === layout.period?.columns[0]) parts.push(Part.period)
    else parts.push(column === layout.values[0]?.column ? Part.value : Part.other)
  }
  return Uint8Array.from(parts)
}
