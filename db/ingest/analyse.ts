// One file, from its bytes to a finding: recognised, read and compared, or refused with a reason.
import { fstatSync } from 'node:fs'
import { noRows } from '../../electron/shared/contract/unreadReport.ts'
import type { Connection } from '../worker/connection.ts'
import { encodingByName } from './bytes/encodings.ts'
import { MOST_BYTES_TO_HASH_REFUSED } from './bytes/limits.ts'
import { refuseOtherText, regularFile, type Survey, surveyFile } from './bytes/source.ts'
import type { Desk } from './desk.ts'
import { type Dialect, findDialect } from './dialect.ts'
import { hashFile } from './hashFile.ts'
import type { Layout } from './layout.ts'
import type { Finding, IngestOrder } from './messages.ts'
import { profileAdapter } from './profile.ts'
import { additionsOf, decoderFor, type Plan, readAll } from './reading.ts'
import { StrictRefusal } from './records/rejections.ts'
import { type FileReason, FileRefusal } from './refusal.ts'
import { ReleaseDay } from './releaseDay.ts'
import { ReportBuilder } from './report.ts'
import { RejectionRecorder } from './review/recorder.ts'
import { readCatalogue } from './storeCatalogue.ts'
import { withTitleHeard } from './titleAreas.ts'
import { withNamedUnit } from './unitSaid.ts'

/** Bytes of a file's head in which HTML, JSON and other texts that are no table give themselves away. */
const HEAD_BYTES = 1024
/** Rejected lines that the report of a refusal names. */
const MOST_REJECTED = 100

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
    reason: FileReason,
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
      rejected: report.lists().rejected.slice(0, MOST_REJECTED),
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
    const { indicator } = options
    if (indicator !== undefined && !catalogue.indicators.has(indicator))
      throw new FileRefusal(
        'unknown-layout',
        `There is no indicator "${indicator}" here. The command "indicators" lists them, and adds others (indicators --add FILE).`,
        null,
        null,
        { kind: 'option', text: indicator },
      )
    const survey = await surveyFile(file, wanted)
    seen.survey = survey
    refuseOtherText(decoderFor(survey)(survey.head, 0, Math.min(survey.head.length, HEAD_BYTES)))
    const dialect = findDialect(survey, options, catalogue.areas, profile ? [profile.adapter] : [])
    seen.dialect = dialect
    const context = { header: dialect.header, catalogue, options }
    const layout = withTitleHeard(context, withNamedUnit(context, dialect.adapter.layout(context)))
    plan = { survey, dialect, layout }
    const release = new ReleaseDay(options.vintage, order.today)
    const reading = await readAll(order, file, plan, { catalogue, areaIds, areas, connection, desk, options, report, release })
    for (const { text, code, taken } of catalogue.areas.lookAlikes)
      report.warn(
        taken ? 'look-alike-letters' : 'look-alike-code',
        null,
        taken
          ? `"${text}" mixes letters of two alphabets that look alike; it was read as ${code}.`
          : `"${text}" looks like the code ${code}, but has letters of another alphabet; its figures were not taken. Write the code in Latin letters, or the name.`,
        [text, code],
      )
    const counts = reading.comparison.finish(additionsOf(reading))
    if (order.headOnly !== true) sayNothingTaken(report)
    if (options.strict === true) refuseConflict(report)
    rejections?.close()
    const decimal = reading.marks.find((mark) => mark !== null) ?? options.decimal ?? null
    const lists = report.lists()
    desk.say({
      kind: 'done',
      finding: { outcome: 'accepted', reason: null, message: '', ...known(), decimal, rows: report.rows(), ...lists },
      sha256: hashed(),
      vintage: release.day,
      confirmed: reading.comparison.confirmed.ranges,
      stated: reading.comparison.stated.spans,
      ...(counts === null
        ? {}
        : { review: { asks: null, refusal: null, counts, unit: saysUnit(layout, dialect) ? null : 'not-said' } }),
    })
  } catch (error) {
    if (error instanceof FileRefusal) refuse(error.reason, error.message, error.line, error.asks, error.about)
    else if (error instanceof StrictRefusal) refuse(error.reason, error.message, null, null, { kind: 'strict' })
    else throw error
  }
}

/** A file that could be read and changes nothing all the same is accepted, and says why: nobody shall take it for an update. */
function sayNothingTaken(report: ReportBuilder): void {
  const { read, rejectedCount } = report
  if (read === 0)
    report.warn(
      'no-figures',
      null,
      'The file has headings and no figure: nothing was taken from it. Perhaps the query at the publisher found nothing.',
    )
  else if (read === rejectedCount)
    report.warn(
      'nothing-taken',
      null,
      `Every figure of the file was rejected (${read}): nothing was taken from it. Look at the reasons, mend the lines and import them again.`,
      [String(read)],
    )
}

/** Two values for one cell show only when the whole file was read. @throws {StrictRefusal} */
function refuseConflict(report: ReportBuilder): void {
  const first = report.lists().rejected[0]
  if (first) throw new StrictRefusal(first.line, first.column, first.reason, first.found)
}

/** True when a column, the headings, the user or the format itself say the unit; else figures stand in their indicators' units, unsaid. */
const saysUnit = ({ unit, scale, values }: Layout, { adapter }: Dialect): boolean =>
  !(adapter.general === true || adapter.id === 'long') ||
  unit !== undefined ||
  scale !== undefined ||
  values.every((value) => value.unit !== undefined && value.unit.doubt !== 'unsaid')
