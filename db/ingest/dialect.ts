import { adapters, claims } from './adapters.ts'
import { type Decode, decoderOf } from './bytes/encodings.ts'
import { MOST_COLUMNS } from './bytes/limits.ts'
import type { Survey } from './bytes/source.ts'
import { Flaw, Form, Splitter } from './bytes/splitter.ts'
import { isNote } from './headings.ts'
import type { CsvAdapter, Header, ImportOptions } from './layout.ts'
import { FileRefusal } from './refusal.ts'
import { fold, tidy } from './text/fold.ts'

/** Records of the head that are looked at for the heading and for samples. */
const HEAD_RECORDS = 240
/** The heading stands within the first lines. */
const HEADING_WITHIN = 60
const delimiters = [',', ';', '\t', '|'] as const
const delimiterNames: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';', pipe: '|', '\\t': '\t' }

export interface HeadRecord {
  readonly fields: readonly string[]
  readonly line: number
  readonly flaws: number
}

/** What was found out about the form of the table. */
export interface Dialect {
  readonly delimiter: string
  readonly header: Header
  readonly adapter: CsvAdapter
  /** physical line from which records are data; everything above is heading or preamble */
  readonly firstDataLine: number
  /** preamble records above the heading and lines that continue it, for the list of what was skipped */
  readonly above: readonly HeadRecord[]
}

/** Text of one field: decoded, doubled quotes made single. */
export function fieldText(splitter: Splitter, index: number, decode: Decode): string {
  const text = decode(splitter.buffer, splitter.starts[index] as number, splitter.ends[index] as number)
  return ((splitter.forms[index] as number) & Form.escaped) !== 0 ? text.replaceAll('""', '"') : text
}

/** The first records of a head under one delimiter. */
export function headRecords(
  head: Uint8Array,
  complete: boolean,
  delimiter: string,
  decode: Decode,
  most = HEAD_RECORDS,
): readonly HeadRecord[] {
  const records: HeadRecord[] = []
  const splitter = new Splitter(delimiter.charCodeAt(0), (s) => {
    const fields: string[] = []
    for (let i = 0; i < s.count; i++) fields.push(fieldText(s, i, decode))
    records.push({ fields, line: s.line, flaws: s.flaws })
    if (records.length >= most) s.stopped = true
  })
  splitter.push(head, complete)
  return records
}

/** The delimiter a first line `sep=;` declares (Excel), else null. */
function declaredDelimiter(text: string): string | null {
  const match = /^["']?sep=(.)["']?[\r\n]/i.exec(text)
  return match?.[1] ?? null
}

const blank = (record: HeadRecord): boolean => record.fields.every((field) => tidy(field) === '')
const comment = (record: HeadRecord): boolean => /^\s*#/.test(record.fields[0] ?? '')

/** True for a line that a profile calls a comment. */
export const isComment = ({ commentChar, commentRows }: ImportOptions, line: number, first: string): boolean =>
  commentRows?.includes(line) === true || (commentChar !== undefined && first.trimStart().startsWith(commentChar))

const trimmed = (fields: readonly string[]): readonly string[] => {
  const names = fields.map(tidy)
  let length = names.length
  while (length > 0 && names[length - 1] === '') length--
  return names.slice(0, length)
}

interface Found {
  readonly header: Header
  readonly claimants: readonly CsvAdapter[]
}

const hasFigure = (text: string): boolean => /\d/.test(text) && /^[-−–]?[\d\s.,'%\u00a0\u202f]+$/.test(tidy(text))

/** A second line of headings under the first (units, shares), or a line that numbers the columns. */
function continues(first: HeadRecord, second: HeadRecord | undefined): 'merge' | 'skip' | null {
  if (!second || second.fields.length < 3 || second.fields.length > first.fields.length + 1) return null
  const cells = second.fields.map(tidy)
  const filled = cells.filter((cell) => cell !== '')
  if (
    filled.length >= 3 &&
    cells.every((cell, i) => cell === String(i + 1) || cell === String(i) || (i === 0 && /^[AАaа]$/.test(cell)))
  )
    return 'skip'
  const top = first.fields.map(tidy)
  // one word above a heading is a unit or a title, not a span over its columns
  if (top.filter((cell) => cell !== '').length < 2) return null
  const underSpan = top.some((cell, i) => i > 0 && cell === '' && cells[i] !== '')
  // "; 2022; ; 2023;" over "Country; exports; imports; exports; imports"
  const spans = top.some((cell, i) => i > 0 && cell === '' && top[i - 1] !== '' && cells[i] !== '')
  if (top[0] === '' && spans && filled.length === cells.length && !cells.some(hasFigure)) return 'merge'
  if (cells[0] === '' && filled.length > 0 && !cells.some(hasFigure) && (underSpan || filled.length >= 2)) return 'merge'
  return null
}

function mergedNames(first: HeadRecord, second: HeadRecord): readonly string[] {
  let above = ''
  return second.fields.map((below, i) => {
    const own = tidy(first.fields[i] ?? '')
    if (own !== '') above = own
    const name = i === 0 ? own : above
    return tidy(`${name} ${below}`)
  })
}

function findHeader(
  records: readonly HeadRecord[],
  delimiter: string,
  among: readonly CsvAdapter[],
  said: ImportOptions,
): Found | null {
  let best: Found | null = null
  for (let index = 0; index < Math.min(records.length, HEADING_WITHIN); index++) {
    const record = records[index]
    if (!record || blank(record) || comment(record) || isComment(said, record.line, record.fields[0] ?? '')) continue
    if (said.headerRow !== undefined && record.line !== said.headerRow) continue
    const next = records[index + 1]
    const preamble = records.slice(0, index).map(({ fields }) => fields)
    const kind = continues(record, next)
    const sampleFrom = kind === null ? index + 1 : index + 2
    const sample = records
      .slice(sampleFrom)
      .filter((candidate) => !blank(candidate))
      .map(({ fields }) => fields)
    const options: { names: readonly string[]; index: number }[] = [{ names: trimmed(record.fields), index: sampleFrom - 1 }]
    if (kind === 'merge' && next) options.unshift({ names: trimmed(mergedNames(record, next)), index: sampleFrom - 1 })
    for (const option of options) {
      const header: Header = { names: option.names, line: record.line, index: option.index, preamble, sample, delimiter }
      const claimants = claims(header, among)
      if (claimants.length === 0) continue
      if (claimants.some((adapter) => !adapter.general)) return { header, claimants }
      best ??= { header, claimants }
    }
  }
  return best
}

/** Share of the records below a heading that have as many fields as it, blank ones behind left out. */
const fitting = ({ names, sample }: Header): number =>
  sample.length === 0 ? 0 : sample.filter((fields) => fits(fields, names.length)).length / sample.length
const fits = (fields: readonly string[], width: number): boolean => fields.length >= width && trimmed(fields).length <= width

/** A header of numbers for a table without headings: its width is that of its first record with more than one field. */
function numberedHeader(records: readonly HeadRecord[], delimiter: string, among: readonly CsvAdapter[]): Found | null {
  const first = records.findIndex((record) => record.fields.length > 1 && !blank(record) && !comment(record))
  const record = records[first]
  if (!record) return null
  const names = record.fields.map((_, column) => String(column + 1))
  const sample = records.slice(first).map(({ fields }) => fields)
  const preamble = records.slice(0, first).map(({ fields }) => fields)
  const header: Header = { names, line: 0, index: first - 1, preamble, sample, delimiter }
  const claimants = among.filter((adapter) => adapter.noHeadings && adapter.recognise(header))
  return claimants.length > 0 ? { header, claimants } : null
}

/**
 * Finds delimiter, heading and format. A declared or given delimiter binds; otherwise the one under which a format claims the
 * heading, particular formats before general ones, more columns before fewer.
 *
 * @throws {FileRefusal} with the reason and the question
 */
export function findDialect(survey: Survey, options: ImportOptions, extra: readonly CsvAdapter[] = []): Dialect {
  const decode = decoderOf(survey.encoding.startsWith('utf-16') ? 'utf-8' : survey.encoding)
  const start = decode(survey.head, 0, Math.min(survey.head.length, 4096))
  if (tidy(start) === '' && survey.headIsAll) throw new FileRefusal('empty-file', 'The file holds nothing but blank lines.')
  const declared = declaredDelimiter(start)
  const given = options.delimiter === undefined ? null : (delimiterNames[options.delimiter] ?? options.delimiter)
  if (given !== null && (given.length !== 1 || given > '~'))
    throw new FileRefusal('unknown-layout', `The delimiter "${given}" is not a single sign.`)
  const bound = given ?? declared
  const known = [...extra, ...adapters]
  const among =
    options.format === undefined
      ? known
      : known.filter((adapter) => adapter.id === options.format || adapter.id.startsWith(`${options.format}-`))
  if (among.length === 0)
    throw new FileRefusal(
      'unknown-layout',
      `The format "${options.format}" is not known. Known: ${known.map(({ id }) => id).join(', ')}.`,
    )
  const tries = (bound === null ? [...delimiters] : [bound]).map((delimiter) => {
    const all = headRecords(survey.head, survey.headIsAll, delimiter, decode)
    const records = declared === null ? all : all.slice(1)
    const found = among.some(({ noHeadings }) => noHeadings)
      ? numberedHeader(records, delimiter, among)
      : findHeader(records, delimiter, among, options)
    return { delimiter, records, found }
  })
  // a mark inside headings also cuts them; only the delimiter cuts the rows below into as many fields
  const rank = ({ found }: (typeof tries)[number]): number =>
    found === null
      ? 0
      : (found.claimants.some((adapter) => !adapter.general) ? 1e9 : 1e8) +
        Math.round(fitting(found.header) * 10) * 1e6 +
        found.header.names.length
  const best = tries.reduce((a, b) => (rank(b) > rank(a) ? b : a))
  if (!best.found) {
    const why = whyNot(tries, survey)
    const wants = extra.flatMap((adapter) => adapter.wants ?? [])
    if (wants.length === 0 || why.reason !== 'unknown-layout') throw why
    throw new FileRefusal(
      'unknown-layout',
      `The profile expects the columns ${wants.join(', ')}. ${why.message}`,
      why.line,
      why.asks,
    )
  }
  const { header, claimants } = best.found
  const flaw = best.records.find(({ line }) => line === header.line)?.flaws ?? 0
  refuseHeading(flaw, header)
  const [adapter, second] = claimants
  if (!adapter) throw whyNot(tries, survey)
  if (second && options.format === undefined) {
    throw new FileRefusal(
      'unknown-layout',
      `The heading fits two formats: ${claimants.map(({ id }) => id).join(', ')}. Which is it (--format)?`,
      header.line,
      'format',
    )
  }
  const headingRecords = best.records.slice(0, header.index + 1)
  const firstDataLine = best.records[header.index + 1]?.line ?? Number.MAX_SAFE_INTEGER
  return {
    delimiter: best.delimiter,
    header,
    adapter,
    firstDataLine,
    above: headingRecords.filter(({ line }) => line !== header.line),
  }
}

/** A heading that is itself broken cannot be trusted. */
function refuseHeading(flaws: number, header: Header): void {
  const line = header.line
  if (flaws & Flaw.tooManyColumns)
    throw new FileRefusal('too-many-columns', `The heading has more than ${MOST_COLUMNS} columns.`, line)
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
  const names = header.names.filter((name) => name !== '').map((name) => name.toLowerCase())
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (
    twice !== undefined &&
    !/^(?:share|доля|удельный вес|%|note|удельный|в %)/.test(fold(twice)) &&
    !header.names.some((name) => name === 'DATAFLOW' || name === 'STRUCTURE')
  )
    throw new FileRefusal('duplicate-column', `The column "${twice}" is there twice. Rename or remove one of them.`, line)
}

/** Why no format claims any record: the most telling reason. */
function whyNot(
  tries: readonly { readonly delimiter: string; readonly records: readonly HeadRecord[] }[],
  survey: Survey,
): FileRefusal {
  const widest = tries.reduce((a, b) => (firstWidth(b.records) > firstWidth(a.records) ? b : a))
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
  if (first.flaws & Flaw.tooManyColumns)
    return new FileRefusal('too-many-columns', `The first line has more than ${MOST_COLUMNS} columns.`, first.line)
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
      : new FileRefusal('unknown-layout', `There is one column only, "${(first.fields[0] ?? '').slice(0, 60)}".`, first.line)
  }
  return new FileRefusal(
    'unknown-layout',
    `No format known here has these headings: ${trimmed(first.fields).slice(0, 12).join(', ').slice(0, 300)}. Say what each column is: save a mapping as a profile (--profile).`,
    first.line,
  )
}

const firstWidth = (records: readonly HeadRecord[]): number =>
  Math.max(0, ...records.slice(0, 20).map(({ fields }) => fields.length))

/** A record, not a heading: one field is a period or a code, and another a figure. */
const looksLikeData = (fields: readonly string[]): boolean => fields.some((field) => /^-?\d+(?:[.,]\d+)?$/.test(tidy(field)))
