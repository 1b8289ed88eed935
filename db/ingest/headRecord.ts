import type { ImportOptions } from './layout.ts'
import { tidy } from './text/fold.ts'

/** One of the first records of a file, as text. */
export interface HeadRecord {
  readonly fields: readonly string[]
  readonly line: number
  readonly flaws: number
}

/** True for a record without a text. */
export const blank = (record: HeadRecord): boolean => record.fields.every((field) => tidy(field) === '')

/** True for a record that begins with `#`. */
export const comment = (record: HeadRecord): boolean => /^\s*#/.test(record.fields[0] ?? '')

/** True for a line that a profile calls a comment. */
export const isComment = ({ commentChar, commentRows }: ImportOptions, line: number, first: string): boolean =>
  commentRows?.includes(line) === true || (commentChar !== undefined && first.trimStart().startsWith(commentChar))

/** Headings without the empty ones behind the last. */
export const trimmed = (fields: readonly string[]): readonly string[] => {
  const names = fields.map(tidy)
  let length = names.length
  while (length > 0 && names[length - 1] === '') length--
  return names.slice(0, length)
}
