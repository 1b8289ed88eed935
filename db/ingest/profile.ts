import { tableLayout } from './adapters/table.ts'
import type { Role } from './headings.ts'
import type { CsvAdapter, ImportOptions, Layout } from './layout.ts'
import { FileRefusal } from './refusal.ts'
import { tidy } from './text/fold.ts'

/** A saved mapping, in the words of Frictionless Table Dialect and Table Schema, with the role of each column beside. */
export interface Profile {
  readonly name: string
  readonly dialect?: { readonly delimiter?: string }
  readonly encoding?: string
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly role: Role; readonly decimalChar?: '.' | ',' }[]
    readonly missingValues?: readonly string[]
  }
  /** what the file does not say: indicator, reporter, partner, unit, source */
  readonly constants?: Pick<ImportOptions, 'indicator' | 'reporter' | 'partner' | 'unit' | 'source'>
}

const roles: readonly Role[] = [
  'indicator',
  'indicatorName',
  'reporter',
  'partner',
  'area',
  'areaName',
  'period',
  'year',
  'month',
  'quarter',
  'value',
  'unit',
  'scale',
  'source',
  'status',
  'note',
  'vintage',
  'exports',
  'imports',
  'turnover',
  'share',
  'ignored',
]

const wrong = (what: string): FileRefusal => new FileRefusal('unknown-layout', `The profile cannot be used: ${what}.`)

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
  for (const field of profile.schema.fields) {
    if (typeof field?.name !== 'string') throw wrong('a field has no "name"')
    if (!roles.includes(field.role)) throw wrong(`the field "${field.name}" has no known "role"`)
  }
  return profile
}

/** The adapter that a profile is, and the options that it stands for. It claims a heading that has all of its columns. */
export function profileAdapter(text: string): { readonly adapter: CsvAdapter; readonly options: ImportOptions } {
  const profile = readProfile(text)
  const { fields, missingValues } = profile.schema
  const wanted = new Map(fields.map(({ name, role }) => [tidy(name).toLowerCase(), role]))
  const decimal = fields.find(({ decimalChar }) => decimalChar !== undefined)?.decimalChar
  const adapter: CsvAdapter = {
    id: `profile-${profile.name ?? 'unnamed'}`,
    recognise: ({ names }) => {
      const present = new Set(names.map((name) => tidy(name).toLowerCase()))
      return [...wanted.keys()].every((name) => present.has(name))
    },
    layout: (context): Layout => {
      const mapped = context.header.names.map((name) => wanted.get(tidy(name).toLowerCase()) ?? null)
      const layout = tableLayout(context, mapped, adapter.id)
      return missingValues === undefined
        ? layout
        : { ...layout, missingWords: new Set(missingValues.map((word) => tidy(word).toLowerCase())) }
    },
  }
  return {
    adapter,
    options: {
      ...profile.constants,
      format: adapter.id,
      ...(profile.encoding === undefined ? {} : { encoding: profile.encoding }),
      ...(profile.dialect?.delimiter === undefined ? {} : { delimiter: profile.dialect.delimiter }),
      ...(decimal === undefined ? {} : { decimal }),
    },
  }
}
