// Rejected records as a CSV of their own, with the reasons beside them: to be mended and imported again.

import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { csvLine, harmless } from '../../export/rows.ts'
import type { AreaReader } from '../areas.ts'
import { decoderOf, encodingByName } from '../bytes/encodings.ts'
import { regularFile, splittableChunks, surveyFile } from '../bytes/source.ts'
import { Splitter } from '../bytes/splitter.ts'
import { fieldText, findDialect } from '../dialect.ts'
import type { ImportOptions } from '../layout.ts'
import { profileAdapter } from '../profile.ts'
import type { Rejection } from '../report.ts'
import { tidy } from '../text/fold.ts'
import { reviewPath } from './recorder.ts'

/** Headings of the columns that say why; an import passes them over. */
const reasonHeadings = ['rejected_line', 'rejected_column', 'rejected_reason', 'rejected_text'] as const

/** Every rejected record of a dry run; the report's own list where none was kept. */
export function allRejected(spool: string, job: string): readonly Rejection[] {
  try {
    return readFileSync(reviewPath(spool, job, 'rejected'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Rejection)
  } catch {
    return []
  }
}

/** A figure stays as it is; any other text that a spreadsheet would run is made harmless. */
const safe = (text: string): string => (/^[-+]?[\d\s.,'\u00a0\u202f%]+$/.test(text) ? text : harmless(text))

/**
 * Writes what stands above the table, its headings, and each rejected record once, as the file has it, with its reasons behind.
 *
 * @returns how many records were written
 * @throws {FileRefusal} when the file itself cannot be read
 */
export async function writeRejected(
  file: { readonly descriptor: number; readonly options: ImportOptions; readonly profile: string | null },
  rejected: readonly Rejection[],
  path: string,
  areas: AreaReader,
): Promise<number> {
  const profile = file.profile === null ? null : profileAdapter(file.profile)
  const options = { ...profile?.options, ...file.options }
  if (options.areas !== undefined) areas.answer(options.areas)
  const bytes = regularFile(file.descriptor)
  const survey = await surveyFile(bytes, options.encoding === undefined ? null : encodingByName(options.encoding))
  const dialect = findDialect(survey, options, areas, profile ? [profile.adapter] : [])
  const decode = decoderOf(survey.encoding.startsWith('utf-16') ? 'utf-8' : survey.encoding)
  const byLine = Map.groupBy(rejected, ({ line }) => line)
  const { names } = dialect.header
  const numbered = dialect.header.line === 0
  const out = openSync(path, 'wx', 0o600)
  const write = (fields: readonly string[]): void => {
    writeSync(out, csvLine(fields))
  }
  let written = 0
  try {
    writeSync(out, '\ufeff')
    // the title above a table says its period and unit
    for (const { fields } of dialect.above) if (fields.some((field) => tidy(field) !== '')) write(fields.map(safe))
    if (!numbered) write([...names.map(safe), ...reasonHeadings])
    const splitter = new Splitter(dialect.delimiter.charCodeAt(0), (s) => {
      if (s.line < dialect.firstDataLine) return
      const reasons = byLine.get(s.line)
      if (!reasons) return
      byLine.delete(s.line)
      const fields = Array.from({ length: Math.max(s.count, names.length) }, (_, i) =>
        i < s.count ? safe(fieldText(s, i, decode)) : '',
      )
      const joined = (text: (rejection: Rejection) => string): string => [...new Set(reasons.map(text))].join('; ')
      write([
        ...fields,
        String(s.line),
        safe(joined(({ column }) => column ?? '')),
        joined(({ reason }) => reason),
        safe(joined(({ found }) => found)),
      ])
      written++
    })
    for await (const chunk of splittableChunks(bytes, survey)) splitter.push(chunk, false)
    splitter.push(new Uint8Array(0), true)
  } finally {
    closeSync(out)
  }
  return written
}
