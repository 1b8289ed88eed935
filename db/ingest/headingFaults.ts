import { MOST_COLUMNS } from './bytes/limits.ts'
import type { Survey } from './bytes/source.ts'
import { Flaw } from './bytes/splitter.ts'
import { isNote } from './headings.ts'
import { blank, comment, type HeadRecord, trimmed } from './headRecord.ts'
import type { Header } from './layout.ts'
import { FileRefusal } from './refusal.ts'
import { fold, tidy } from './text/fold.ts'
import { isFigureLike } from './text/numbers.ts'

/** A heading that is itself broken cannot be trusted. @param byCase headings that differ in case alone are two */
export function refuseHeading(flaws: number, header: Header, byCase = false): void {
  const line = header.line
  if (flaws & Flaw.tooManyColumns) throw tooManyColumns(line)
  if (flaws & Flaw.fieldTooLong)
    throw new FileRefusal(
      'field-too-long',
      'A field of the heading is too long to be one: perhaps a quote was never closed.',
      line,
    )
  if (flaws & Flaw.strayQuote)
    throw new FileRefusal('stray-quote', 'A quote stands in the middle of a heading. Mend the heading.', line)
  if (flaws & Flaw.control)
    throw new FileRefusal('control-character', 'The heading holds control characters. Save the file as plain CSV.', line)
  const names = header.names.filter((name) => name !== '').map((name) => (byCase ? name : name.toLowerCase()))
  const seen = new Set<string>()
  const twice = names.find((name) => seen.has(name) || !seen.add(name))
  if (
    twice !== undefined &&
    !/^(?:share|доля|уд вес|%|note|удельный|в %)/.test(fold(twice)) &&
    !header.names.some((name) => name === 'DATAFLOW' || name === 'STRUCTURE')
  )
    throw new FileRefusal('duplicate-column', `The column "${twice}" is there twice. Rename or remove one of them.`, line, null, {
      kind: 'column-twice',
      text: twice,
    })
}

const tooManyColumns = (line: number): FileRefusal =>
  new FileRefusal('too-many-columns', `The heading has more than ${MOST_COLUMNS} columns.`, line)

/** Why no format claims any record: the most telling reason. */
export function whyNot(
  tries: readonly { readonly delimiter: string; readonly records: readonly HeadRecord[] }[],
  survey: Survey,
): FileRefusal {
  const cutMore = (a: readonly HeadRecord[], b: readonly HeadRecord[]): boolean =>
    firstWidth(b) > firstWidth(a) || (firstWidth(b) === firstWidth(a) && cutLines(b) > cutLines(a))
  const widest = tries.reduce((a, b) => (cutMore(a.records, b.records) ? b : a))
  const records = widest.records.filter((record) => !blank(record) && !comment(record))
  const [first] = records
  const flaws = tries[0]?.records[0]?.flaws ?? 0
  const open = [widest, ...tries].flatMap((one) => one.records).find((record) => record.flaws & Flaw.unterminatedAtEnd)
  if (open) return new FileRefusal('unterminated-quote', 'A quote is opened and never closed.', open.line)
  if (first === undefined && survey.headIsAll) return new FileRefusal('empty-file', 'The file holds nothing but blank lines.')
  if (first === undefined || (flaws & Flaw.fieldTooLong) !== 0 || first.flaws & Flaw.fieldTooLong) {
    if (!survey.headIsAll && first === undefined)
      return new FileRefusal('field-too-long', 'The first line does not end: this is no table, or a quote was never closed.')
    return new FileRefusal('field-too-long', 'A field of the first line is too long.', 1)
  }
  if (first.flaws & Flaw.tooManyColumns) return tooManyColumns(first.line)
  if (first.fields.length > 1 && looksLikeData(first.fields))
    return new FileRefusal(
      'no-header',
      'The first line is already a record. Put a line of headings above it: indicator, reporter, partner, period, value.',
      first.line,
    )
  const narrow = records.filter(({ fields }) => trimmed(fields).length === 1).length
  const wordy = records.every(({ fields }) => trimmed(fields).length <= 2) && narrow * 2 >= records.length
  if (wordy && (first.fields[0] ?? '').length > 0) {
    return isNote(first.fields[0] ?? '') || records.some(({ fields }) => /\S\s+\S+\s+\S/.test(fields[0] ?? ''))
      ? new FileRefusal('not-csv', 'No line has a delimiter: this is text, not a table.', first.line)
      : new FileRefusal(
          'unknown-layout',
          `There is one column only, "${(first.fields[0] ?? '').slice(0, 60)}".`,
          first.line,
          null,
          {
            kind: 'one-column',
            text: (first.fields[0] ?? '').slice(0, 60),
          },
        )
  }
  if (records.length > 1 && isProse(records))
    return new FileRefusal('not-csv', 'No line holds a figure in a column of its own: this is text, not a table.', first.line)
  // a title stands above the headings
  const heading = records.find(({ fields }) => trimmed(fields).length > 1) ?? first
  const headings = trimmed(heading.fields).slice(0, 12).join(', ').slice(0, 300)
  return new FileRefusal(
    'unknown-layout',
    `No format known here has these headings: ${headings}. Say what each column is: save a mapping as a profile (--profile).`,
    heading.line,
    null,
    { kind: 'headings', text: headings },
  )
}

/** So many fields in every line, and always the same number of them, are no accident of commas. */
const FEWEST_OF_A_TABLE = 4
/** Sentences whose commas or semicolons look like delimiters. */
const isProse = (records: readonly HeadRecord[]): boolean =>
  !records.every(({ fields }) => fields.length >= FEWEST_OF_A_TABLE && fields.length === records[0]?.fields.length) &&
  records.some(({ fields }) => fields.some((field) => /\p{L}\s+\p{L}+\s+\p{L}/u.test(field))) &&
  !records.some(({ fields }) => fields.some((field) => tidy(field) !== '' && isFigureLike(field)))

const firstWidth = (records: readonly HeadRecord[]): number =>
  Math.max(0, ...records.slice(0, 20).map(({ fields }) => fields.length))

/** Lines that are cut at all: a mark inside headings cuts them alone. */
const cutLines = (records: readonly HeadRecord[]): number => records.filter(({ fields }) => fields.length > 1).length

/** A record, not a heading: one field is a period or a code, and another a figure. */
const looksLikeData = (fields: readonly string[]): boolean => fields.some((field) => /^-?\d+(?:[.,]\d+)?$/.test(tidy(field)))
