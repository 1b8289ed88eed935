// A file from its first record to its last: records are read, checked and compared with the store, again where it turns out that what
// the first try took for granted does not hold.

import type { Connection } from '../worker/connection.ts'
import { statement } from '../worker/db.ts'
import { type Decode, decoderOf } from './bytes/encodings.ts'
import { type FileBytes, type Survey, splittableChunks } from './bytes/source.ts'
import { Splitter } from './bytes/splitter.ts'
import { Comparison } from './comparison.ts'
import { takesAll } from './decisions.ts'
import type { Desk } from './desk.ts'
import type { Dialect } from './dialect.ts'
import { hashFile } from './hashFile.ts'
import type { Catalogue, Layout } from './layout.ts'
import { MarkSurvey } from './marks.ts'
import type { Additions, IngestOrder } from './messages.ts'
import { lastIdsOf, NameBook } from './nameBook.ts'
import { ReadAgain } from './oneSeries.ts'
import { UndecidedMark } from './records/numbers.ts'
import { RecordReader } from './records/reader.ts'
import type { ReleaseDay } from './releaseDay.ts'
import type { ReportBuilder } from './report.ts'
import { CameBack, Runs } from './runs.ts'
import { SeriesBook } from './seriesBook.ts'
import type { readCatalogue } from './storeCatalogue.ts'
import type { DecimalMark } from './text/numbers.ts'

const seriesOfPair = statement<{ indicator: number; source: number }, { id: number; reporter: number; partner: number }>(
  'ingest.seriesOfPair',
  'SELECT id, reporter, partner FROM series WHERE indicator = :indicator AND source = :source',
)

/** The decoder of a file's bytes as they reach the splitter: UTF-16 is turned into UTF-8 while it is read. */
export const decoderFor = ({ encoding }: Pick<Survey, 'encoding'>): Decode =>
  decoderOf(encoding.startsWith('utf-16') ? 'utf-8' : encoding)

/** Bytes that mostly show every column's decimal mark. */
const BEGIN_BYTES = 131_072

/** How a file is to be read. */
export interface Plan {
  readonly survey: Survey
  readonly dialect: Dialect
  readonly layout: Layout
}

export interface Reading {
  readonly comparison: Comparison
  readonly book: SeriesBook
  readonly names: NameBook
  readonly marks: readonly DecimalMark[]
}

/** Sources, notes and series that the file has brought so far. */
export const additionsOf = ({ names, book }: Pick<Reading, 'names' | 'book'>): Additions => ({
  firstSource: names.firstSource,
  sources: names.newSources,
  firstNote: names.firstNote,
  notes: names.newNotes,
  firstSeries: book.firstNew,
  series: book.added,
})

interface Means {
  readonly areas: ReturnType<typeof readCatalogue>['areas']
  readonly catalogue: Catalogue
  readonly areaIds: ReadonlyMap<string, number>
  readonly connection: Connection
  readonly desk: Desk
  readonly options: IngestOrder['options']
  readonly report: ReportBuilder
  readonly release: ReleaseDay
}

/** What one try takes for granted; a record that contradicts it ends the try, and the next one knows better. */
interface Assumptions {
  /** decimal mark by column of figures; null = not known yet */
  readonly marks: readonly DecimalMark[]
  /** the marks come from the whole file, not from its head */
  readonly surveyed: boolean
  /** no series comes back once the file has left it, so its figures are written while the rest is read */
  readonly early: boolean
}

/**
 * Reads and compares the whole file, as often as its records contradict what a try assumed.
 *
 * @throws {FileRefusal} what cannot be understood
 * @throws {StrictRefusal} a bad row where the user asked for none
 */
export async function readAll(order: IngestOrder, file: FileBytes, plan: Plan, means: Means): Promise<Reading> {
  const { survey, dialect, layout } = plan
  const decode = decoderFor(survey)
  const { options } = means
  let marks: readonly DecimalMark[] = layout.values.map(() => options.decimal ?? null)
  let surveyed = options.decimal !== undefined
  if (!surveyed) {
    const head = new MarkSurvey(layout, dialect.delimiter, decode, dialect.firstDataLine)
    // a beginning in which every column shows its mark tells as much as the whole head: who reads on finds another mark just as well
    const begin = survey.headIsAll ? survey.head.length : Math.min(survey.head.length, BEGIN_BYTES)
    head.push(survey.head.subarray(0, begin), survey.headIsAll)
    if (!survey.headIsAll && !head.settled) head.push(survey.head.subarray(begin), false)
    surveyed = survey.headIsAll
    if (head.undecided && !survey.headIsAll) {
      marks = await surveyMarks(file, plan, decode)
      surveyed = true
    } else marks = head.decide(dialect.delimiter)
  }
  // figures of series that the file has left behind are written while the rest is read, until it comes back to one of them
  let early = order.write && (order.decisions === undefined || takesAll(order.decisions))
  for (let round = 0; ; round++) {
    if (round > 0 && order.write) means.desk.say({ kind: 'restart' })
    try {
      return await readOnce(order, file, plan, means, { marks, surveyed, early })
    } catch (error) {
      if (error instanceof ReadAgain) continue
      if (error instanceof CameBack) {
        early = false
        continue
      }
      if (!(error instanceof UndecidedMark) || surveyed) throw error
      marks = await surveyMarks(file, plan, decode)
      surveyed = true
    }
  }
}

async function surveyMarks(file: FileBytes, { survey, dialect, layout }: Plan, decode: Decode): Promise<readonly DecimalMark[]> {
  const whole = new MarkSurvey(layout, dialect.delimiter, decode, dialect.firstDataLine)
  for await (const chunk of splittableChunks(file, survey)) whole.push(chunk, false)
  whole.push(new Uint8Array(0), true)
  return whole.decide(dialect.delimiter)
}

async function readOnce(
  order: IngestOrder,
  file: FileBytes,
  plan: Plan,
  means: Means,
  { marks, surveyed, early }: Assumptions,
): Promise<Reading> {
  const { survey, dialect, layout } = plan
  const { catalogue, areaIds, areas, connection, desk, options, report, release } = means
  const { db } = connection
  const decode = decoderFor(survey)
  report.reset()
  const last = lastIdsOf(db)
  const book = new SeriesBook(last.series, (indicator, source) => db.all(seriesOfPair, { indicator, source }))
  const names = new NameBook(db, last, report)
  const aggregates = new Set<number>()
  const runs = new Runs(order.spool)
  let defaultSource = -1
  const fileSource = (): number => {
    if (defaultSource < 0)
      defaultSource = names.sourceId(options.source ?? `${order.name} (sha256 ${(order.sha256 ?? hashFile(file)).slice(0, 12)})`)
    return defaultSource
  }
  const reader = new RecordReader(
    {
      layout,
      header: dialect.header.names,
      said: options,
      catalogue,
      decode,
      delimiter: dialect.delimiter,
      marks,
      surveyed,
      markGiven: options.decimal !== undefined,
      sound: survey.sound,
      firstDataLine: dialect.firstDataLine,
      today: order.today,
      vintage: options.vintage ?? null,
      release,
      strict: options.strict === true,
      source: fileSource,
    },
    report,
    runs,
    {
      area: (code) => areaIds.get(code) ?? -1,
      source: (name) => names.sourceId(name),
      note: (text) => names.noteId(text),
      series: (indicator, reporter, partner, source) => book.idOf(indicator, reporter, partner, source),
      aggregate: (series) => aggregates.add(series),
    },
  )
  for (const { line, fields } of dialect.above)
    report.skip(line, fields.every((field) => field.trim() === '') ? 'blank-row' : 'missing-value')
  reader.sections.hearTitle(dialect.header.preamble.flat())
  for (const { code, message, about } of layout.warnings ?? []) report.warnOnce(code, null, message, about)
  const found = { book, names }
  const comparison = new Comparison({
    order,
    connection,
    desk,
    report,
    areas,
    runs,
    book,
    aggregates,
    release,
    newSources: names.newSources,
    firstSource: names.firstSource,
    saysStatus: layout.status !== undefined || layout.splitCell !== undefined,
  })
  const splitter = new Splitter(dialect.delimiter.charCodeAt(0), (s) => reader.take(s))
  let done = 0
  let headOnly = false
  try {
    for await (const chunk of splittableChunks(file, survey)) {
      desk.check()
      splitter.push(chunk, false)
      done += chunk.length
      if (order.headOnly === true && done < survey.textBytes) {
        headOnly = true
        break
      }
      if (early) comparison.writeClosed(() => additionsOf(found))
      desk.say({ kind: 'progress', bytesDone: done, bytesTotal: survey.textBytes, rows: report.read, phase: 'reading' })
    }
    // a record that the head cuts off is not read
    if (!headOnly) {
      splitter.push(new Uint8Array(0), true)
      reader.finish()
    }
    runs.end()
  } catch (error) {
    runs.close()
    throw error
  }
  const kinds = splitter.lineEnds.filter((count) => count > 0).length
  if (kinds > 1)
    report.warnOnce('mixed-line-ends', null, 'The file mixes line ends (LF, CR, CRLF). Each was taken as the end of a line.')
  if (report.replacedCount > 0)
    report.warn(
      'replace-action',
      report.replacedLine,
      `The file asks to replace figures (ACTION R): ${report.replacedCount}. Each takes the place of the stored one with its status and note; nothing else is replaced or deleted.`,
      [String(report.replacedCount)],
    )
  if (layout.rowLimit !== undefined && reader.records === layout.rowLimit)
    report.warnOnce(
      'row-limit',
      null,
      `The file has exactly ${layout.rowLimit} records: this publisher cuts free downloads there without a word. Ask for less at once.`,
      [String(layout.rowLimit)],
    )
  return { ...found, comparison, marks }
}
