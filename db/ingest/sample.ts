// The first lines of a file as they stand, and a guess of what its columns are for: where a mapping begins.

import type { ColumnRole } from '../../electron/shared/domain/csvFile.ts'
import { delimiters } from '../../electron/shared/domain/csvFile.ts'
import { decoderOf, encodingByName } from './bytes/encodings.ts'
import { regularFile, surveyFile } from './bytes/source.ts'
import { findDialect, headRecords } from './dialect.ts'
import { roleOf } from './headings.ts'
import type { HeadRecord } from './headRecord.ts'
import type { Catalogue, CsvAdapter, ImportOptions } from './layout.ts'
import { profileAdapter } from './profile.ts'
import { FileRefusal } from './refusal.ts'
import { tidy } from './text/fold.ts'
import { readNumber } from './text/numbers.ts'
import { readPeriod } from './text/periods.ts'

/** Lines that the wizard shows. */
const MOST_LINES = 40

export interface SampleRequest {
  readonly descriptor: number
  readonly encoding: string | null
  readonly delimiter: string | null
  /** place of the headings among the records; null = guess; -1 = there are none */
  readonly header: number | null
}

export interface FileSample {
  readonly encoding: string
  readonly delimiter: string
  readonly records: readonly { readonly line: number; readonly fields: readonly string[] }[]
  readonly header: number
  readonly columns: readonly { readonly name: string; readonly role: ColumnRole | null; readonly examples: readonly string[] }[]
}

const widthOf = (records: readonly HeadRecord[]): { readonly width: number; readonly agree: number } => {
  const counts = new Map<number, number>()
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
  const [width = 0, agree = 0] = [...counts].sort((a, b) => b[1] * (b[0] - 1) - a[1] * (a[0] - 1))[0] ?? []
  return { width, agree }
}

const isFigure = (text: string): boolean =>
  ['.', ','].some((mark) => readNumber(text, mark as '.').kind === 'number') && readPeriod(text).kind === 'bad'

/** The first record as wide as the table that holds words only, or periods after a word. */
function guessHeader(records: readonly HeadRecord[], width: number): number {
  const at = records.findIndex(
    ({ fields }) => fields.length >= Math.max(2, width - 1) && !isFigure(fields[0] ?? '') && !fields.some(isFigure),
  )
  return at
}

function roleByContent(texts: readonly string[], catalogue: Catalogue): ColumnRole | null {
  const filled = texts.map(tidy).filter((text) => text !== '')
  const most = (fits: (text: string) => boolean): boolean => filled.length > 0 && filled.filter(fits).length * 2 >= filled.length
  if (most((text) => catalogue.indicators.has(text))) return 'indicator'
  if (most((text) => readPeriod(text).kind === 'period')) return 'period'
  if (most((text) => !/^\d+$/.test(text) && catalogue.areas.read(text).kind !== 'unknown')) return 'area'
  if (most(isFigure)) return 'value'
  if (most((text) => !/^\d+$/.test(text) && catalogue.units.read(text) !== null)) return 'unit'
  return null
}

/**
 * The head of a file under a delimiter and an encoding, given or guessed, with a role guessed for each column.
 *
 * @throws {FileRefusal} empty-file, binary-content, not-csv, undecodable-text, truncated-file
 */
export async function sampleFile(request: SampleRequest, catalogue: Catalogue): Promise<FileSample> {
  const wanted = request.encoding === null ? null : encodingByName(request.encoding)
  const survey = await surveyFile(regularFile(request.descriptor), wanted)
  const decode = decoderOf(survey.encoding.startsWith('utf-16') ? 'utf-8' : survey.encoding)
  const tries = (request.delimiter === null ? [...delimiters] : [request.delimiter]).map((delimiter) => {
    const records = headRecords(survey.head, survey.headIsAll, delimiter, decode, MOST_LINES)
    return { delimiter, records, ...widthOf(records) }
  })
  const best = tries.reduce((a, b) => (b.agree * (b.width - 1) > a.agree * (a.width - 1) ? b : a))
  const { records, width, delimiter } = best
  const header = request.header ?? guessHeader(records, width)
  const names = header < 0 ? [] : (records[header]?.fields ?? []).map(tidy)
  const sample = records.slice(header + 1).filter(({ fields }) => fields.length >= width)
  const count = header < 0 ? width : Math.max(width, names.length)
  const columns = Array.from({ length: count }, (_, column) => {
    const name = header < 0 ? String(column + 1) : (names[column] ?? '')
    const texts = sample.map(({ fields }) => fields[column] ?? '')
    const named = header < 0 ? null : readPeriod(name).kind === 'period' ? ('value' as const) : roleOf(name)
    return {
      name,
      role: named ?? roleByContent(texts, catalogue),
      examples: texts.filter((text) => tidy(text) !== '').slice(0, 3),
    }
  })
  // one column of each kind: a second one is for the reader to say, but figures may stand in many
  const once = new Set<ColumnRole>()
  const single = columns.map((column) => {
    if (column.role === null || column.role === 'value' || column.role === 'ignored') return column
    const role = once.has(column.role)
      ? column.role === 'area' && !once.has('partner')
        ? ('partner' as const)
        : null
      : column.role
    if (role !== null) once.add(role)
    return { ...column, role }
  })
  return {
    encoding: survey.encoding,
    delimiter,
    records: records.map(({ line, fields }) => ({ line, fields: fields.map((field) => field.slice(0, 200)) })),
    header,
    columns: single,
  }
}

/**
 * The saved mapping that fits a file by its headings; of several, the one that names most columns. Null when none does.
 *
 * @param profiles texts of the mappings
 */
export async function recogniseProfile(descriptor: number, profiles: readonly string[]): Promise<string | null> {
  const known = profiles.flatMap((text): { text: string; adapter: CsvAdapter; options: ImportOptions }[] => {
    try {
      return [{ text, ...profileAdapter(text) }]
    } catch {
      return []
    }
  })
  const fits = async ({ adapter, options }: (typeof known)[number]): Promise<boolean> => {
    // without headings anything as wide would fit: such a mapping is only ever chosen
    if (adapter.noHeadings) return false
    try {
      const wanted = options.encoding === undefined ? null : encodingByName(options.encoding)
      findDialect(await surveyFile(regularFile(descriptor), wanted), options, null, [adapter])
      return true
    } catch (error) {
      if (error instanceof FileRefusal) return false
      throw error
    }
  }
  for (const profile of known) if (await fits(profile)) return profile.text
  return null
}
