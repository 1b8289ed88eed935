import { writeOutput } from '../../electron/host/spool.ts'
import { defaultDependenceMethod } from '../../electron/shared/analytics/dependence/defaultMethod.ts'
import { safeFileName } from '../../electron/shared/domain/fileName.ts'
import { type FigureTable, figureCsv, figurePackage, figureSdmx, figureSheets } from '../publish/figureData.ts'
import { storeCounts } from '../queries/catalogue.ts'
import { citedSources, codesOf, readOrigins } from '../queries/origins.ts'
import { storeChecksum } from '../queries/storeChecksum.ts'
import type { TopicHandlers } from './context.ts'

/** Ways to write the table behind a chart. A workbook is heavy to load and seldom asked for. */
const FORMATS = {
  csv: figureCsv,
  xlsx: async (table: FigureTable) => {
    const { workbook } = await import('../publish/pptx/workbook.ts')
    return workbook(figureSheets(table))
  },
  'sdmx-csv': figureSdmx,
  datapackage: figurePackage,
} as const
const ENDINGS: Readonly<Record<keyof typeof FORMATS, string>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  'sdmx-csv': 'sdmx.csv',
  datapackage: 'zip',
}

/** The column in which tables name the sources of a whole row by their codes. */
const SOURCE_COLUMN = 'source'

export const figureFileHandlers: TopicHandlers<'figure.data'> = {
  'figure.data': async ({ db, options, now }, request) => {
    const { format, language, title, columns } = request
    const { cells, codes } = readOrigins(db, request)
    const named = columns.findIndex(({ id }) => id === SOURCE_COLUMN)
    const sourceOf = (row: (typeof request.rows)[number]): string => String(row.cells[named] ?? '')
    const made = {
      appVersion: options.version,
      storeChecksum: storeChecksum(db),
      methodId: `${defaultDependenceMethod.id} ${defaultDependenceMethod.version}`,
    }
    const table: FigureTable = {
      ...{ title, columns, made, subtitle: request.subtitle, source: request.source, reporter: request.reporter },
      created: now().slice(0, 10),
      asOf: request.asOf === '' ? (db.get(storeCounts, {})?.vintage ?? '') : request.asOf,
      rows: request.rows.map((row) => ({
        cells: row.cells,
        origins: columns.map((_, at) => cells[row.origins[at] ?? -1] ?? null),
        source: sourceOf(row),
      })),
      sources: citedSources(db, [...new Set([...codes, ...request.rows.flatMap((row) => codesOf(sourceOf(row)))])], language),
    }
    const file = await FORMATS[format](table)
    const { token, name } = writeOutput(options.spool, `${safeFileName(title)}.${ENDINGS[format]}`, file)
    return { token, name }
  },
}
