// A saved mapping: what each column of a layout is for. The command line reads the same file that the page writes.

import type { ColumnRole } from '../../electron/shared/domain/csvFile.ts'
import { columnRoles } from '../../electron/shared/domain/csvFile.ts'
import { tableLayout } from './adapters/tableLayout.ts'
import { namedIndicator, namedUnit } from './dimensions.ts'
import type { AdapterContext, CsvAdapter, Fault, ImportOptions, IndicatorRecord, Layout, ValueColumn } from './layout.ts'
import { FileRefusal } from './refusal.ts'
import { tidy } from './text/fold.ts'
import { readPeriod } from './text/periods.ts'

/** One column, in the words of Frictionless Table Schema, with its role beside. */
export interface ProfileField {
  /** the heading as written, or the number of the column where the file has no headings */
  readonly name: string
  readonly role: ColumnRole
  readonly decimalChar?: '.' | ','
  readonly groupChar?: string
  /** false: words and signs around the figure (a currency, a unit) are not part of it */
  readonly bareNumber?: boolean
  /** of days: "%d/%m/%Y" or "%m/%d/%Y" */
  readonly format?: string
  /** what a column of figures does not say itself */
  readonly period?: string
  readonly indicator?: string
  readonly unit?: string
  /** what the texts of an indicator or area column mean: value = text of the file, label = our code */
  readonly categories?: readonly { readonly value: string; readonly label: string }[]
}

/** A saved mapping, in the words of Frictionless Table Dialect and Table Schema. */
export interface Profile {
  readonly name: string
  readonly dialect?: {
    readonly delimiter?: string
    readonly header?: boolean
    /** lines of the heading, 1-based: only the last one names the columns */
    readonly headerRows?: readonly number[]
    /** lines that are no records, 1-based */
    readonly commentRows?: readonly number[]
    readonly commentChar?: string
  }
  readonly encoding?: string
  readonly schema: { readonly fields: readonly ProfileField[]; readonly missingValues?: readonly string[] }
  /** what the file does not say: indicator, reporter, partner, period, unit, source */
  readonly constants?: Pick<ImportOptions, 'indicator' | 'reporter' | 'partner' | 'unit' | 'source'> & {
    readonly period?: string
  }
}

const wrong = (what: string): FileRefusal =>
  new FileRefusal('unknown-layout', `The profile cannot be used: ${what}.`, null, null, { kind: 'profile' })

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string'

/** A column without a role is one that the import has no use for. */
const withRole = (field: ProfileField): ProfileField =>
  typeof field === 'object' && field !== null && (field as { readonly role?: ColumnRole }).role === undefined
    ? { ...(field as ProfileField), role: 'ignored' }
    : field

const areLines = (rows: unknown): boolean =>
  rows === undefined || (Array.isArray(rows) && rows.every((row) => Number.isInteger(row) && row > 0))

function checkField(field: ProfileField): void {
  if (typeof field?.name !== 'string') throw wrong('a field has no "name"')
  const { name } = field
  if (!columnRoles.includes(field.role)) throw wrong(`the field "${name}" has no known "role"`)
  if (field.decimalChar !== undefined && field.decimalChar !== '.' && field.decimalChar !== ',')
    throw wrong(`the decimal mark of "${name}" is "${String(field.decimalChar)}"; it is a point or a comma`)
  if (field.groupChar !== undefined && field.groupChar === field.decimalChar)
    throw wrong(`"${name}" has one sign for both decimals and groups`)
  if (![field.period, field.indicator, field.unit, field.format].every(isText)) throw wrong(`a word of "${name}" is no text`)
  if (field.period !== undefined && readPeriod(field.period).kind === 'bad')
    throw wrong(`the period "${field.period}" of "${name}" is none`)
  if (field.format !== undefined && dayOrderOf(field.format) === null)
    throw wrong(`the format "${field.format}" of "${name}" is neither %d/%m/%Y nor %m/%d/%Y`)
  if (field.categories !== undefined && !Array.isArray(field.categories)) throw wrong(`the categories of "${name}" are no list`)
}

/** @throws {FileRefusal} unknown-layout when the text is no profile */
export function readProfile(text: string): Profile {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    throw wrong('it is not JSON')
  }
  if (typeof found !== 'object' || found === null || !('schema' in found)) throw wrong('it has no "schema"')
  const profile = found as Profile
  const fields: unknown = profile.schema?.fields
  if (!Array.isArray(fields) || fields.length === 0) throw wrong('"schema.fields" names no column')
  const whole: Profile = { ...profile, schema: { ...profile.schema, fields: profile.schema.fields.map(withRole) } }
  for (const field of whole.schema.fields) checkField(field)
  const { headerRows, commentRows, commentChar } = profile.dialect ?? {}
  if (!areLines(headerRows) || !areLines(commentRows)) throw wrong('headerRows and commentRows are lists of line numbers')
  if (commentChar !== undefined && (typeof commentChar !== 'string' || commentChar === '')) throw wrong('commentChar is no sign')
  return whole
}

const dayOrderOf = (format: string): 'day-month' | 'month-day' | null =>
  /^%d\W%m\W%Y$/.test(format) ? 'day-month' : /^%m\W%d\W%Y$/.test(format) ? 'month-day' : null

const keyOf = (name: string): string => tidy(name).toLowerCase()

/** Columns of figures with what the profile says of each; null when it says nothing beside their role. */
function ownValues(context: AdapterContext, fields: ReadonlyMap<string, ProfileField>): readonly ValueColumn[] | null {
  const found = context.header.names.flatMap((name, column) => {
    const field = fields.get(keyOf(name))
    return field?.role === 'value' ? [{ name, column, field }] : []
  })
  const said = found.some(({ field }) => field.period !== undefined || field.indicator !== undefined || field.unit !== undefined)
  if (found.length < 2 && !said) return null
  return found.map(({ name, column, field }): ValueColumn => {
    const reading = readPeriod(field.period ?? name)
    const period =
      reading.kind === 'period' && (field.period !== undefined || found.length > 1)
        ? { period: { code: reading.code, cumulative: reading.cumulative, preliminary: reading.preliminary } }
        : {}
    const indicator: { indicator?: IndicatorRecord | Fault } =
      field.indicator === undefined ? {} : { indicator: namedIndicator(context, field.indicator) }
    const unit = field.unit === undefined ? undefined : namedUnit({ ...context, options: { unit: field.unit } })
    return { column, name, ...period, ...indicator, ...(unit ? { unit } : {}) }
  })
}

/** The figure of a cell without the words and signs around it: `$1 234.5`, `12 USD`. What stands between digits stays. */
const undressed = (text: string): string => {
  const found = /(?:[-\u2212\u2013]\s*)?[\d.,].*[\d]|\d/u.exec(tidy(text).replace(/^\p{Sc}\s*/u, ''))
  return found === null ? text : found[0]
}

function layoutOf(context: AdapterContext, profile: Profile, id: string): Layout {
  const { fields, missingValues } = profile.schema
  const wanted = new Map(fields.map((field) => [keyOf(field.name), field]))
  const roles = context.header.names.map((name): ColumnRole | null => wanted.get(keyOf(name))?.role ?? null)
  const values = ownValues(context, wanted)
  const layout = tableLayout(context, roles, id, { values, period: profile.constants?.period ?? null })
  const dressed = fields.some(({ role, bareNumber }) => role === 'value' && bareNumber === false)
  return {
    ...layout,
    ...(missingValues === undefined ? {} : { missingWords: new Set(missingValues.map(keyOf)) }),
    ...(dressed ? { splitCell: (text) => ({ number: undressed(text), status: '' }) } : {}),
  }
}

/** What the texts of a column mean, from the columns of some roles. */
const meanings = (profile: Profile, roles: readonly ColumnRole[]): Readonly<Record<string, string>> | undefined => {
  const pairs = profile.schema.fields
    .filter(({ role }) => roles.includes(role))
    .flatMap(({ categories = [] }) => categories.map(({ value, label }) => [value, label] as const))
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs)
}

/** Folded headings by which a profile is recognised. */
export const headingsOf = (profile: Profile): readonly string[] => profile.schema.fields.map(({ name }) => keyOf(name))

/**
 * The adapter that a profile is, and the options that it stands for. It claims a heading that has all of its columns.
 *
 * @throws {FileRefusal} unknown-layout when the text is no profile
 */
export function profileAdapter(text: string): { readonly adapter: CsvAdapter; readonly options: ImportOptions } {
  const profile = readProfile(text)
  const wanted = headingsOf(profile)
  const first = <K extends 'decimalChar' | 'format'>(key: K) =>
    profile.schema.fields.find((field) => field[key] !== undefined)?.[key]
  const [decimal, format] = [first('decimalChar'), first('format')]
  const dayOrder = format === undefined ? null : dayOrderOf(format)
  const { period: _period, ...constants } = profile.constants ?? {}
  const dialect = profile.dialect ?? {}
  const byPlace = dialect.header === false && !profile.schema.fields.every(({ name }) => /^\d+$/.test(name))
  const adapter: CsvAdapter = {
    id: `profile-${profile.name ?? 'unnamed'}`,
    wants: profile.schema.fields.map(({ name }) => name),
    ...(dialect.header === false ? { noHeadings: true } : {}),
    recognise: ({ names }) => {
      if (byPlace) return names.length >= wanted.length
      const present = new Set(names.map(keyOf))
      return wanted.every((name) => present.has(name))
    },
    layout: (context): Layout => {
      // columns of a file without headings are called as the schema calls them, in its order
      const names = context.header.names.map((name, column) => profile.schema.fields[column]?.name ?? name)
      return layoutOf(byPlace ? { ...context, header: { ...context.header, names } } : context, profile, adapter.id)
    },
  }
  const areas = meanings(profile, ['area', 'areaName', 'reporter', 'partner'])
  const indicators = meanings(profile, ['indicator', 'indicatorName'])
  return {
    adapter,
    options: {
      ...constants,
      format: adapter.id,
      ...(profile.encoding === undefined ? {} : { encoding: profile.encoding }),
      ...(profile.dialect?.delimiter === undefined ? {} : { delimiter: profile.dialect.delimiter }),
      ...(decimal === undefined ? {} : { decimal }),
      ...(dialect.commentChar === undefined ? {} : { commentChar: dialect.commentChar }),
      ...(dialect.commentRows === undefined ? {} : { commentRows: dialect.commentRows }),
      ...(dialect.headerRows === undefined ? {} : { headerRow: Math.max(...dialect.headerRows) }),
      ...(dayOrder === null ? {} : { dayOrder }),
      ...(areas === undefined ? {} : { areas }),
      ...(indicators === undefined ? {} : { indicators }),
    },
  }
}
