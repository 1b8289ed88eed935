// What every file of figures has in common: formula-safe CSV, a list of sources with their licences, and the frame of a data package.
import { csvLine, harmless } from '../export/rows.ts'
import type { Cell } from './pptx/workbook.ts'
import { zipOf } from './zipOf.ts'

export type { Cell }
export type Row = readonly Cell[]

/** What made the figures. */
export interface Made {
  readonly appVersion: string
  readonly storeChecksum: string
  /** method of the index and its version */
  readonly methodId: string
}

export interface CitedSource {
  readonly code: string
  readonly title: string
  readonly publisher: string
  readonly licence: string
  /** empty = none */
  readonly url: string
  /** true where the terms do not let everybody pass the figures on */
  readonly narrow: boolean
}

/** Lines of CSV. A text that a spreadsheet would take for a formula has an apostrophe before it; a missing figure is an empty cell. */
export const csvText = (rows: readonly Row[]): string =>
  rows
    .map((row) => csvLine(row.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : harmless(cell)))))
    .join('')

export const SOURCE_COLUMNS = ['number', 'code', 'title', 'publisher', 'licence', 'url', 'narrow'] as const

/** Sources as rows of a table, numbered as the document cites them. */
export const sourceRows = (sources: readonly CitedSource[]): readonly Row[] =>
  sources.map(({ code, title, publisher, licence, url, narrow }, index) => [
    ...[index + 1, code, title, publisher, licence, url, narrow ? 'yes' : 'no'],
  ])

/** `key: value` lines, for people. */
const readmeText = (about: readonly Row[]): string => about.map(([key, value]) => `${key}: ${value}\n`).join('')

/** A table of a data package. */
export interface PackageTable {
  readonly name: string
  readonly fields: readonly { readonly name: string; readonly type: 'number' | 'string'; readonly title?: string }[]
  readonly rows: readonly Row[]
}

/** Fields of a table schema: texts, and numbers where named. */
export const textFields = (names: readonly string[], numeric: readonly string[] = []): PackageTable['fields'] =>
  names.map((name) => ({ name, type: numeric.includes(name) ? 'number' : 'string' }))

interface PackageOptions {
  /** name of the package, small letters and hyphens */
  readonly name: string
  readonly title: string
  /** ISO day on which the file is made */
  readonly created: string
  /** ISO day that the figures are as known on */
  readonly asOf: string
  readonly made: Made
  readonly sources: readonly CitedSource[]
  readonly tables: readonly PackageTable[]
  readonly about: readonly Row[]
}

/** Frictionless Data Package (zip): the tables, the list of sources, a description with licences, and a text to read. */
export function dataPackage({ name, title, created, asOf, made, sources, tables, about }: PackageOptions): Uint8Array {
  const all = [...tables, { name: 'sources', fields: textFields(SOURCE_COLUMNS, ['number']), rows: sourceRows(sources) }]
  const licences = new Set(sources.map(({ licence }) => licence).filter((licence) => licence !== ''))
  const descriptor = {
    profile: 'data-package',
    name,
    title,
    version: made.appVersion,
    created: `${created}T00:00:00Z`,
    'multivector:asOf': asOf,
    'multivector:storeChecksum': made.storeChecksum,
    'multivector:method': made.methodId,
    licenses: [...licences].map((licence) => ({ title: licence })),
    sources: sources.map(({ title: named, url }) => (url === '' ? { title: named } : { title: named, path: url })),
    resources: all.map(({ name: table, fields }) => ({
      name: table,
      path: `${table}.csv`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: { fields, missingValues: [''] },
    })),
  }
  return zipOf({
    'datapackage.json': `${JSON.stringify(descriptor, null, 1)}\n`,
    ...Object.fromEntries(
      all.map((table) => [`${table.name}.csv`, csvText([table.fields.map((field) => field.name), ...table.rows])]),
    ),
    'README.txt': readmeText(about),
  })
}
