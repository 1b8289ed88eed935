// Longer than 300 lines: one pass over a file, from bytes to findings, whose steps share buffers that are never copied.
import { createHash } from 'node:crypto'
import { fstatSync, readSync } from 'node:fs'
import type { Connection } from '../worker/connection.ts'
import { statement } from '../worker/db.ts'
import { decoderOf, encodingByName } from './bytes/encodings.ts'
import { MOST_BYTES_TO_HASH_REFUSED } from './bytes/limits.ts'
import { type FileBytes, refuseOtherText, regularFile, type Survey, splittableChunks, surveyFile } from './bytes/source.ts'
import { Splitter } from './bytes/splitter.ts'
import { Comparison } from './comparison.ts'
import { takesAll } from './decisions.ts'
import { type Dialect, findDialect } from './dialect.ts'
import type { Catalogue, Layout } from './layout.ts'
import { MarkSurvey } from './marks.ts'
import type { Additions, Finding, IngestMessage, IngestOrder, RowsAs } from './messages.ts'
import { ReadAgain } from './oneSeries.ts'
import { profileAdapter } from './profile.ts'
import { UndecidedMark } from './records/numbers.ts'
import { RecordReader } from './records/reader.ts'
import { StrictRefusal } from './records/rejections.ts'
import { FileRefusal } from './refusal.ts'
import { ReleaseDay } from './releaseDay.ts'
import { noRows, ReportBuilder } from './report.ts'
import { RejectionRecorder } from './review/recorder.ts'
import { CameBack, MOST_NOTES, type Rows, Runs } from './runs.ts'
import { SeriesBook } from './seriesBook.ts'
import { readCatalogue } from './storeCatalogue.ts'
import type { DecimalMark } from './text/numbers.ts'

/** The caller wants no more of this file. */
export class Stopped extends Error {}

export interface Desk {
  say(message: IngestMessage): void
  /** number of the batch that is written; waits until there is one. @throws {Stopped} */
  batch(): number
  /** hands rows over; waits while the writer has enough, and copies them */
  hand(rows: Rows, as: RowsAs): void
  /** how many more lots of rows the writer takes without a wait; none before there is a batch */
  room(): number
  /** @throws {Stopped} when the caller cancelled */
  check(): void
}

const seriesOfPair = statement<{ indicator: number; source: number }, { id: number; reporter: number; partner: number }>(
  'ingest.seriesOfPair',
  'SELECT id, reporter, partner FROM series WHERE indicator = :indicator AND source = :source',
)
const lastIds = statement<object, { series: number; source: number; note: number }>(
  'ingest.lastIds',
  'SELECT (SELECT coalesce(max(id), 0) FROM series) AS series, (SELECT coalesce(max(id), 0) FROM source) AS source, (SELECT coalesce(max(id), 0) FROM note) AS note',
)
const sources = statement<object, { id: number; code: string }>('ingest.sources', 'SELECT id, code FROM source')
const noteByText = statement<{ text: string }, { id: number }>('ingest.note', 'SELECT id FROM note WHERE text = :text')

/** SHA-256 of a file, in hexadecimal. */
export function hashFile(file: FileBytes): string {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafeSlow(1 << 20)
  for (let at = 0; ; ) {
    const read = readSync(file.descriptor, chunk, 0, chunk.length, at)
    if (read === 0) return hash.digest('hex')
    hash.update(chunk.subarray(0, read))
    at += read
  }
}

interface Plan {
  readonly survey: Survey
  readonly dialect: Dialect
  readonly layout: Layout
}

/**
 * Reads a file to its end: recognises it, checks every record, compares it with the store, and hands over what is new and revised in
 * order of key. A file that cannot be understood is a finding, not an error.
 */
export async function analyse(order: IngestOrder, connection: Connection, desk: Desk): Promise<void> {
  let plan: Plan | null = null
  const seen: { survey?: Survey; dialect?: Dialect } = {}
  const report = new ReportBuilder()
  const rejections = order.review === undefined ? null : new RejectionRecorder(order.spool, order.review)
  if (rejections) {
    report.onReject = (rejection) => rejections.add(rejection)
    report.onReset = () => rejections.reset()
  }
  const known = (): Pick<Finding, 'encoding' | 'delimiter' | 'format' | 'decimal'> => ({
    encoding: seen.survey?.encoding ?? null,
    delimiter: seen.dialect?.delimiter ?? null,
    decimal: null,
    format: plan?.layout.format ?? seen.dialect?.adapter.id ?? null,
  })
  const refuse = (
    reason: FileRefusal['reason'],
    message: string,
    line: number | null,
    asks: FileRefusal['asks'] = null,
    about: FileRefusal['about'] = null,
  ): void => {
    const where = line === null ? '' : `Line ${line}: `
    const finding: Finding = {
      outcome: 'refused',
      reason,
      message: where + message,
      ...known(),
      rows: noRows,
      revisions: [],
      rejected: report.lists().rejected.slice(0, 100),
      skipped: [],
      warnings: [],
    }
    rejections?.close()
    const large = fstatSync(order.descriptor).size > MOST_BYTES_TO_HASH_REFUSED
    desk.say({
      kind: 'done',
      finding,
      sha256: large ? '' : hashed(),
      ...(order.review === undefined ? {} : { review: { asks, refusal: { line, about }, counts: null, unit: null } }),
    })
  }
  const hashed = (): string => (order.write ? '' : (order.sha256 ?? hashFile({ descriptor: order.descriptor, bytes: 0 })))
  try {
    const file = regularFile(order.descriptor)
    const { catalogue, areaIds, areas } = readCatalogue(connection.db)
    const profile = order.profile === null ? null : profileAdapter(order.profile)
    const options = { ...profile?.options, ...order.options }
    if (options.areas !== undefined) catalogue.areas.answer(options.areas)
    const wanted = options.encoding === undefined ? null : encodingByName(options.encoding)
    if (options.encoding !== undefined && wanted === null)
      throw new FileRefusal('undecodable-text', `The encoding "${options.encoding}" is not known here.`, null, null, {
        kind: 'option',
        text: options.encoding,
      })
    const survey = await surveyFile(file, wanted)
    seen.survey = survey
    refuseOtherText(
      decoderOf(survey.encoding.startsWith('utf-16') ? 'utf-8' : survey.encoding)(
        survey.head,
        0,
        Math.min(survey.head.length, 1024),
      ),
    )
    const dialect = findDialect(survey, options, profile ? [profile.adapter] : [])
    seen.dialect = dialect
    const layout = dialect.adapter.layout({ header: dialect.header, catalogue, options })
    plan = { survey, dialect, layout }
    const release = new ReleaseDay(options.vintage, order.today)
    const reading = await readAll(order, file, plan, { catalogue, areaIds, areas, connection, desk, options, report, release })
    for (const { text, code } of catalogue.areas.lookAlikes)
      report.warn(
        'look-alike-letters',
        null,
        `"${text}" mixes letters of two alphabets that look alike; it was read as ${code}.`,
        [text, code],
      )
    const counts = reading.comparison.finish(additionsOf(reading))
    if (options.strict === true) refuseConflict(report)
    rejections?.close()
    const decimal = reading.marks.find((mark) => mark !== null) ?? options.decimal ?? null
    const lists = report.lists()
    desk.say({
      kind: 'done',
      finding: { outcome: 'accepted', reason: null, message: '', ...known(), decimal, rows: report.rows(), ...lists },
      sha256: hashed(),
      vintage: release.day,
      confirmed: reading.comparison.confirmed,
      ...(counts === null
        ? {}
        : { review: { asks: null, refusal: null, counts, unit: saysUnit(layout, dialect) ? null : 'not-said' } }),
    })
  } catch (error) {
    if (error instanceof FileRefusal) refuse(error.reason, error.message, error.line, error.asks, error.about)
    else if (error instanceof StrictRefusal) refuse(strictReason(report), error.message, null, null, { kind: 'strict' })
    else throw error
  }
}

/** Two values for one cell show only when the whole file was read. @throws {StrictRefusal} */
function refuseConflict(report: ReportBuilder): void {
  const first = report.lists().rejected[0]
  if (first)
    throw new StrictRefusal(
      first.line,
      `Line ${first.line}: ${first.reason}, found "${first.found.slice(0, 80)}". With --strict the file is refused on its first bad row.`,
    )
}

/** True when a column, the headings, the user or the format itself say the unit; else figures stand in their indicators' units, unsaid. */
const saysUnit = ({ unit, scale, values }: Layout, { adapter }: Dialect): boolean =>
  !(adapter.general === true || adapter.id === 'long') ||
  unit !== undefined ||
  scale !== undefined ||
  values.every((value) => value.unit !== undefined)

/** With --strict the first bad row refuses the file; where the file's list has the row's reason, it is that one. */
const strictReason = (report: ReportBuilder): FileRefusal['reason'] => {
  const reason = report.rejected[0]?.reason
  return reason === 'duplicate-conflict' ||
    reason === 'stray-quote' ||
    reason === 'unterminated-quote' ||
    reason === 'control-character' ||
    reason === 'undecodable-text' ||
    reason === 'field-too-long'
    ? reason
    : 'unknown-layout'
}

interface Reading {
  readonly comparison: Comparison
  readonly book: SeriesBook
  readonly marks: readonly DecimalMark[]
  readonly newSources: readonly string[]
  readonly newNotes: readonly string[]
  readonly firstSource: number
  readonly firstNote: number
}

/** Sources, notes and series that the file has brought so far. */
const additionsOf = ({
  newSources,
  newNotes,
  firstSource,
  firstNote,
  book,
}: Omit<Reading, 'comparison' | 'marks'>): Additions => ({
  firstSource,
  sources: newSources,
  firstNote,
  notes: newNotes,
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

async function readAll(order: IngestOrder, file: FileBytes, plan: Plan, means: Means): Promise<Reading> {
  const { survey, dialect, layout } = plan
  const decode = decoderOf(survey.encoding.startsWith('utf-16') ? 'utf-8' : survey.encoding)
  const { options } = means
  let marks: readonly DecimalMark[] = layout.values.map(() => options.decimal ?? null)
  let surveyed = options.decimal !== undefined
  if (!surveyed) {
    const head = new MarkSurvey(layout, dialect.delimiter, decode, dialect.firstDataLine)
    head.push(survey.head, survey.headIsAll)
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
      return await readOnce(order, file, plan, means, marks, surveyed, early)
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

async function surveyMarks(
  file: FileBytes,
  { survey, dialect, layout }: Plan,
  decode: ReturnType<typeof decoderOf>,
): Promise<readonly DecimalMark[]> {
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
  marks: readonly DecimalMark[],
  surveyed: boolean,
  early: boolean,
): Promise<Reading> {
  const { survey, dialect, layout } = plan
  const { catalogue, areaIds, areas, connection, desk, options, report, release } = means
  const { db } = connection
  const decode = decoderOf(survey.encoding.startsWith('utf-16') ? 'utf-8' : survey.encoding)
  report.reset()
  const last = db.get(lastIds, {}) ?? { series: 0, source: 0, note: 0 }
  const book = new SeriesBook(last.series, (indicator, source) => db.all(seriesOfPair, { indicator, source }))
  const sourceIds = new Map(db.all(sources, {}).map(({ code, id }) => [code, id]))
  const newSources: string[] = []
  const noteIds = new Map<string, number>()
  const newNotes: string[] = []
  const aggregates = new Set<number>()
  const runs = new Runs(order.spool)
  const sourceId = (name: string): number => {
    let id = sourceIds.get(name)
    if (id === undefined) {
      newSources.push(name)
      id = last.source + newSources.length
      sourceIds.set(name, id)
      report.warnOnce(
        'source-unreviewed',
        null,
        `The source "${name.slice(0, 120)}" is new here. It was created and marked "unreviewed": give it a title, publisher and licence.`,
        [name.slice(0, 120)],
      )
    }
    return id
  }
  const noteId = (text: string): number => {
    let id = noteIds.get(text)
    if (id !== undefined) return id
    id = db.get(noteByText, { text })?.id
    if (id === undefined) {
      if (last.note + newNotes.length + 1 >= MOST_NOTES || newNotes.length >= MOST_NEW_NOTES) {
        report.warnOnce(
          'notes-left-out',
          null,
          'The file has more different notes than the store keeps for one import; the later ones were left out.',
        )
        return 0
      }
      newNotes.push(text)
      id = last.note + newNotes.length
    }
    noteIds.set(text, id)
    return id
  }
  let defaultSource = -1
  const fileSource = (): number => {
    if (defaultSource < 0)
      defaultSource = sourceId(options.source ?? `${order.name} (sha256 ${(order.sha256 ?? hashFile(file)).slice(0, 12)})`)
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
      source: sourceId,
      note: noteId,
      series: (indicator, reporter, partner, source) => book.idOf(indicator, reporter, partner, source),
      aggregate: (series) => aggregates.add(series),
    },
  )
  for (const { line, fields } of dialect.above)
    report.skip(line, fields.every((field) => field.trim() === '') ? 'blank-row' : 'missing-value')
  for (const { code, message, about } of layout.warnings ?? []) report.warnOnce(code, null, message, about)
  const found = { book, newSources, newNotes, firstSource: last.source + 1, firstNote: last.note + 1 }
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
    newSources,
    firstSource: found.firstSource,
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
  if (layout.rowLimit !== undefined && reader.records === layout.rowLimit)
    report.warnOnce(
      'row-limit',
      null,
      `The file has exactly ${layout.rowLimit} records: this publisher cuts free downloads there without a word. Ask for less at once.`,
      [String(layout.rowLimit)],
    )
  return { ...found, comparison, marks }
}

const MOST_NEW_NOTES = 500_000
