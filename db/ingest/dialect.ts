import { delimiters } from '../../electron/shared/domain/csvFile.ts'
import { meansPeriod } from './adapters/headingPeriods.ts'
import { adapters, claims } from './adapters.ts'
import type { AreaReader } from './areas.ts'
import { type Decode, decoderOf } from './bytes/encodings.ts'
import type { Survey } from './bytes/source.ts'
import { Flaw, Form, Splitter } from './bytes/splitter.ts'
import { refuseHeading, whyNot } from './headingFaults.ts'
import { roleOf } from './headings.ts'
import { blank, comment, type HeadRecord, isComment, trimmed } from './headRecord.ts'
import type { CsvAdapter, Header, ImportOptions } from './layout.ts'
import { FileRefusal } from './refusal.ts'
import { continues, hasFigure, mergedNames, namesOfThree } from './spannedHeadings.ts'
import { tidy } from './text/fold.ts'

/** Records of the head that are looked at for the heading and for samples. */
const HEAD_RECORDS = 240
/** The heading stands within the first lines. */
const HEADING_WITHIN = 60
const delimiterNames: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';', pipe: '|', '\\t': '\t' }

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

interface Found {
  readonly header: Header
  readonly claimants: readonly CsvAdapter[]
}

function findHeader(
  records: readonly HeadRecord[],
  delimiter: string,
  among: readonly CsvAdapter[],
  said: ImportOptions,
  areas: AreaReader | null,
): Found | null {
  let best: Found | null = null
  /** last of three lines that are one heading */
  let within = -1
  for (let index = 0; index < Math.min(records.length, HEADING_WITHIN); index++) {
    const record = records[index]
    if (index <= within) continue
    if (!record || blank(record) || comment(record) || isComment(said, record.line, record.fields[0] ?? '')) continue
    if (said.headerRow !== undefined && record.line !== said.headerRow) continue
    // it is refused whatever its first columns say, so no format is asked about thousands of names
    if (record.flaws & Flaw.tooManyColumns) continue
    const next = records[index + 1]
    const preamble = records.slice(0, index).map(({ fields }) => fields)
    const kind = continues(record, next)
    const sampleFrom = kind === null ? index + 1 : index + 2
    const above = { line: record.line, index: sampleFrom - 1, preamble, sample: rowsFrom(records, sampleFrom), delimiter }
    const options: Header[] = [{ ...above, names: trimmed(record.fields) }]
    if (kind === 'merge' && next)
      options.splice(
        0,
        1,
        { ...above, names: trimmed(mergedNames(record, next)) },
        { ...above, names: trimmed(record.fields), below: next.fields },
      )
    const three = namesOfThree(record, next, records[index + 2])
    if (three !== null)
      options.unshift({ ...above, index: index + 2, names: trimmed(three), sample: rowsFrom(records, index + 3) })
    for (const header of options) {
      const { sample } = header
      const claimants = claims(header, areas, among)
      if (claimants.length === 0) continue
      if (claimants.some((adapter) => !adapter.general)) return { header, claimants }
      // nothing below is as wide, though it has parts: a title with a comma or two
      if (sample.some((fields) => trimmed(fields).length > 1) && !sample.some((fields) => fields.length >= header.names.length))
        continue
      // a title with a comma or two looks like a heading, and no row below it is as wide
      if (best === null || (fitting(best.header) === 0 && fitting(header) > 0) || isTitleOver(best.header, header, records))
        best = { header, claimants }
      if (best.header === header && header.index === index + 2) {
        within = header.index
        break
      }
    }
  }
  return best
}

const rowsFrom = (records: readonly HeadRecord[], index: number): Header['sample'] =>
  records
    .slice(index)
    .filter((record) => !blank(record))
    .map(({ fields }) => fields)

/** Names of a heading that say what stands below them. */
const telling = ({ names }: Header): number => names.filter((name) => roleOf(name) !== null || meansPeriod(name)).length

/** A title with as many commas as the table has, directly over headings that all tell more: "Imports, chemicals, million US$". */
const isTitleOver = (above: Header, header: Header, records: readonly HeadRecord[]): boolean =>
  header.names.length === above.names.length &&
  telling(header) === header.names.length &&
  telling(above) < above.names.length &&
  !records.slice(above.index + 1, header.preamble.length).some(({ fields }) => fields.some(hasFigure))

/** Share of the records below a heading that have as many fields as it, blank ones behind left out. */
const fitting = ({ names, sample }: Header): number =>
  sample.length === 0 ? 0 : sample.filter((fields) => fits(fields, names.length)).length / sample.length
const fits = (fields: readonly string[], width: number): boolean => fields.length >= width && trimmed(fields).length <= width

/** The headings of a format in the first line, above rows that are all as wide: no other delimiter can say the same. */
const isCertain = (found: Found | null): boolean =>
  found?.header.index === 0 &&
  found.claimants.some((adapter) => !adapter.general) &&
  found.header.names.length > 2 &&
  fitting(found.header) === 1

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
 * @param areas names of areas, by which a table with areas across is known
 * @throws {FileRefusal} with the reason and the question
 */
export function findDialect(
  survey: Survey,
  options: ImportOptions,
  areas: AreaReader | null,
  extra: readonly CsvAdapter[] = [],
): Dialect {
  const decode = decoderOf(survey.encoding.startsWith('utf-16') ? 'utf-8' : survey.encoding)
  const start = decode(survey.head, 0, Math.min(survey.head.length, 4096))
  if (tidy(start) === '' && survey.headIsAll) throw new FileRefusal('empty-file', 'The file holds nothing but blank lines.')
  const declared = declaredDelimiter(start)
  const given = options.delimiter === undefined ? null : (delimiterNames[options.delimiter] ?? options.delimiter)
  if (given !== null && (given.length !== 1 || given > '~'))
    throw new FileRefusal('unknown-layout', `The delimiter "${given}" is not a single sign.`, null, null, {
      kind: 'option',
      text: given,
    })
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
      null,
      null,
      { kind: 'option', text: options.format ?? '' },
    )
  const attempt = (delimiter: string) => {
    const all = headRecords(survey.head, survey.headIsAll, delimiter, decode)
    const records = declared === null ? all : all.slice(1)
    const found = among.some(({ noHeadings }) => noHeadings)
      ? numberedHeader(records, delimiter, among)
      : findHeader(records, delimiter, among, options, areas)
    return { delimiter, records, found }
  }
  // delimiters that are nowhere in the head cut it all the same way: not at all
  let uncut: ReturnType<typeof attempt> | null = null
  const tries: ReturnType<typeof attempt>[] = []
  for (const delimiter of bound === null ? delimiters : [bound]) {
    if (survey.head.includes(delimiter.charCodeAt(0))) tries.push(attempt(delimiter))
    else {
      uncut ??= attempt(delimiter)
      tries.push({ ...uncut, delimiter })
    }
    if (isCertain(tries.at(-1)?.found ?? null)) break
  }
  // a mark inside headings also cuts them; only the delimiter cuts the rows below into as many fields
  const rank = ({ found }: (typeof tries)[number]): number =>
    found === null
      ? 0
      : (found.claimants.some((adapter) => !adapter.general) ? 1e9 : 1e8) +
        Math.round(fitting(found.header) * 10) * 1e6 +
        found.header.names.length -
        (found.header.names.some((name) => delimiters.some((other) => other !== ',' && name.includes(other))) ? 5e5 : 0)
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
      { kind: 'profile' },
    )
  }
  const { header, claimants } = best.found
  const flaw = best.records.find(({ line }) => line === header.line)?.flaws ?? 0
  refuseHeading(
    flaw,
    header,
    claimants.some(({ pairsByCase }) => pairsByCase),
  )
  if (!survey.sound && header.names.some((name) => name.includes('\ufffd')))
    throw new FileRefusal(
      'undecodable-text',
      `The headings hold bytes that are no ${survey.encoding}. Save the file as UTF-8, or name its encoding (--encoding).`,
      header.line,
    )
  const [adapter, second] = claimants
  if (!adapter) throw whyNot(tries, survey)
  if (second && options.format === undefined) {
    throw new FileRefusal(
      'unknown-layout',
      `The heading fits two formats: ${claimants.map(({ id }) => id).join(', ')}. Which is it (--format)?`,
      header.line,
      'format',
      { kind: 'formats', text: claimants.map(({ id }) => id).join(', ') },
    )
  }
  const headingRecords = best.records.slice(0, header.index + 1)
  // a first record that runs beyond the head begins somewhere behind the heading: it must be read, or refused, and never passed over
  const firstDataLine = best.records[header.index + 1]?.line ?? (best.records[header.index]?.line ?? 0) + 1
  return {
    delimiter: best.delimiter,
    header,
    adapter,
    firstDataLine,
    above: headingRecords.filter(({ line }) => line !== header.line),
  }
}
