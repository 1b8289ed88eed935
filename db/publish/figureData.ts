// The table behind one chart as data: unrounded, with what made it and whom it comes from.
import { encodePeriod } from '../../electron/shared/domain/period.ts'
import { csvLine, harmless } from '../export/rows.ts'
import { zipOf } from './zipOf.ts'

type Cell = string | number | null

export interface FigureTable {
  readonly title: string
  readonly subtitle: string
  /** source line as the page shows it */
  readonly source: string
  /** the day the figures are as known on, in words */
  readonly asOf: string
  readonly columns: readonly string[]
  /** numbers unrounded; null = no figure */
  readonly rows: readonly (readonly Cell[])[]
  readonly made: { readonly appVersion: string; readonly storeChecksum: string; readonly methodId: string }
}

/** What the file is about, line by line. */
export const aboutFigure = ({ title, subtitle, source, asOf, made }: FigureTable): readonly (readonly [string, string])[] => [
  ['title', title],
  ['subtitle', subtitle],
  ['source', source],
  ['as of', asOf],
  ['Multivector', made.appVersion],
  ['store checksum', made.storeChecksum],
  ['method', made.methodId],
]

const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows
    .map((row) => csvLine(row.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : harmless(cell)))))
    .join('')

/** What a file is about stands below the figures, so that programs which read tables find the headings in the first line. */
export const figureCsv = (table: FigureTable): string => `\uFEFF${csv([table.columns, ...table.rows, [], ...aboutFigure(table)])}`

/** Columns that hold numbers, by their place; the others name the row or say where it comes from. */
const numericColumns = ({ columns, rows }: FigureTable): readonly number[] =>
  columns.flatMap((_, at) => (rows.some((row) => typeof row[at] === 'number') ? [at] : []))

/**
 * SDMX-CSV 2.0: a row per number of the table, each column of numbers a series. A row that no period names stands in STEP. A missing figure
 * has the status M.
 */
export function figureSdmx(table: FigureTable): string {
  const { columns, rows, title, source, made } = table
  const series = numericColumns(table)
  const heading = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'SERIES', 'TIME_PERIOD', 'STEP', 'OBS_VALUE', 'OBS_STATUS']
  const attributes = ['TITLE', 'SOURCE', 'APP_VERSION', 'STORE_CHECKSUM', 'METHOD']
  const lines = rows.flatMap((row) => {
    const name = String(row[0] ?? '')
    const timed = encodePeriod(name) !== null
    return series.map((at): readonly Cell[] => {
      const value = typeof row[at] === 'number' ? row[at] : null
      return [
        ...['dataflow', 'MULTIVECTOR:FIGURE(1.0)', 'I', columns[at] ?? '', timed ? name : '', timed ? '' : name],
        ...[value, value === null ? 'M' : 'A'],
        ...[title, source, made.appVersion, made.storeChecksum, made.methodId],
      ]
    })
  })
  return csv([[...heading, ...attributes], ...lines])
}

/** Frictionless Data Package: the table, its description and a text to read. */
export function figurePackage(table: FigureTable): Uint8Array {
  const { columns, rows, title, source, made } = table
  const numeric = numericColumns(table)
  const descriptor = {
    profile: 'data-package',
    name: 'multivector-figure',
    title,
    version: made.appVersion,
    'multivector:storeChecksum': made.storeChecksum,
    'multivector:method': made.methodId,
    sources: source === '' ? [] : [{ title: source }],
    resources: [
      {
        name: 'figures',
        path: 'figures.csv',
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema: {
          fields: columns.map((name, at) => ({ name, type: numeric.includes(at) ? 'number' : 'string' })),
          missingValues: [''],
        },
      },
    ],
  }
  return zipOf({
    'datapackage.json': `${JSON.stringify(descriptor, null, 1)}\n`,
    'figures.csv': csv([columns, ...rows]),
    'README.txt': aboutFigure(table)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  })
}
