/** Control characters (and with them terminal commands) and marks that turn the direction of writing, which could hide what a text says. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text from files and stores as it may be shown in a terminal; line ends and tabs stay. */
export const plain = (text: string): string => text.replace(UNSAFE, '\ufffd')

/** The same in JSON: such characters are written as escapes, so that the document says what it said and a terminal obeys nothing. */
export const plainJson = (value: unknown): string =>
  JSON.stringify(value).replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

type Cell = string | number | null

/** Columns under their headings; numbers stand right, a missing figure is a dash. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const show = (cell: Cell): string => plain(cell === null ? '–' : String(cell)).replaceAll(/[\n\t]/g, ' ')
  const cells = rows.map((row) => row.map(show))
  const widths = headings.map((heading, column) => Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)))
  const rightAligned = headings.map((_, column) => rows.some((row) => typeof row[column] === 'number'))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (rightAligned[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(headings), ...cells.map(line)].join('\n')
}

/** A share or an index with four decimals, for reading; `--json` prints the number itself. */
export const rounded = (value: number | null, decimals = 4): string => (value === null ? '–' : value.toFixed(decimals))
