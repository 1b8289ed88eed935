import type { Decode } from '../bytes/encodings.ts'
import type { Splitter } from '../bytes/splitter.ts'
import { fieldText } from '../dialect.ts'
import type { Dimension } from '../layout.ts'
import { tidy } from '../text/fold.ts'

/** End-of-file mark of DOS programs: no text. */
const DOS_END = 0x1a

/** Number of fields that hold more than blanks. */
export function filledFields(splitter: Splitter, decode: Decode): number {
  let filled = 0
  for (let i = 0; i < splitter.count; i++) if (tidy(fieldText(splitter, i, decode)) !== '') filled++
  return filled
}

/** True for a record of blanks alone. */
export function isBlankRecord(splitter: Splitter, decode: Decode): boolean {
  for (let i = 0; i < splitter.count; i++) {
    for (let at = splitter.starts[i] as number; at < (splitter.ends[i] as number); at++) {
      const byte = splitter.buffer[at] as number
      if (byte !== 32 && byte !== 9 && byte !== DOS_END)
        return splitter.count > 0 && tidy(fieldText(splitter, i, decode)) === '' ? filledFields(splitter, decode) === 0 : false
    }
  }
  return splitter.count > 0
}

/** True when a record goes on behind a heading of so many columns, with blanks alone. */
export function isBlankBehind(splitter: Splitter, width: number, decode: Decode): boolean {
  if (splitter.count <= width) return false
  for (let i = width; i < splitter.count; i++) {
    if (splitter.starts[i] !== splitter.ends[i] && tidy(fieldText(splitter, i, decode)) !== '') return false
  }
  return true
}

/** The note of a record, '' = none; flags that no status covers stand in it as the publisher wrote them. */
export function noteText(splitter: Splitter, note: Dimension<string> | undefined, flags: string, decode: Decode): string {
  let text = ''
  const column = note?.columns[0]
  if (note !== undefined && column !== undefined && splitter.starts[column] !== splitter.ends[column]) {
    const read = note.read([fieldText(splitter, column, decode)])
    if (typeof read === 'string') text = read
  }
  if (flags === '') return text
  return text === '' ? `flag ${flags}` : `${text}; flag ${flags}`
}
