// Longer than 300 lines: every form of an export beside the others, so that what one says of figures the others say too.
import { createHash } from 'node:crypto'
import { storeChecksum } from '../queries/storeChecksum.ts'
import type { ReadDb } from '../worker/db.ts'
import { statement } from '../worker/db.ts'
import { aboutExport, METHOD_ID } from './about.ts'
import { csvLine, exportRows, harmless } from './rows.ts'
import { writeZip, type ZipEntry } from './zip.ts'

export interface ExportOrder {
  readonly db: ReadDb
  readonly indicators: readonly string[]
  readonly path: string
  /** ISO day, for the description of the package */
  readonly today: string
  readonly version: string
}

/** Columns of our own long form. */
export const csvColumns = [
  'indicator',
  'reporter',
  'partner',
  'period',
  'value',
  'unit',
  'status',
  'source',
  'vintage',
  'batch',
  'line',
  'note',
] as const

/** Counts what passes. */
export interface Counter {
  rows: number
}

/** Our own long form. */
export function* csvLines({ db, indicators }: ExportOrder, counter: Counter): Generator<string> {
  yield csvLine(csvColumns)
  for (const row of exportRows(db, indicators)) {
    counter.rows++
    yield csvLine([
      row.indicator,
      row.reporter,
      row.partner,
      row.period,
      row.text,
      row.unit,
      row.status,
      harmless(row.source),
      row.vintage,
      String(row.batch),
      row.line === null ? '' : String(row.line),
      harmless(row.note),
    ])
  }
}

const frequency = (period: string): string => {
  if (/^\d{4}$/.test(period)) return 'A'
  const letter = /^\d{4}-([SQW])/.exec(period)?.[1]
  if (letter) return letter
  return /^\d{4}-\d{2}$/.test(period) ? 'M' : /^\d{4}-\d{2}-\d{2}$/.test(period) ? 'D' : '_O'
}

/** Columns of SDMX-CSV: three that the format asks for, dimensions, the measure, attributes. */
export const sdmxColumns = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'FREQ',
  'REF_AREA',
  'COUNTERPART_AREA',
  'INDICATOR',
  'SOURCE',
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'UNIT_MEASURE',
  'VINTAGE',
  'NOTE',
] as const

/** SDMX-CSV 2.0 (SDMX 3.0). The codes of indicators and units are ours. */
export function* sdmxLines({ db, indicators }: ExportOrder, counter: Counter): Generator<string> {
  yield csvLine(sdmxColumns)
  for (const row of exportRows(db, indicators)) {
    counter.rows++
    yield csvLine([
      'dataflow',
      'MULTIVECTOR:OBSERVATIONS(1.0)',
      'I',
      frequency(row.period),
      row.reporter,
      row.partner,
      row.indicator,
      harmless(row.source),
      row.period,
      row.text,
      row.status,
      row.unit,
      row.vintage,
      harmless(row.note),
    ])
  }
}

export interface SourceRow {
  readonly code: string
  readonly title: string
  readonly publisher: string
  readonly url: string
  readonly licence: string
  readonly terms: string
}
const sources = statement<{ indicators: string }, SourceRow>(
  'export.sources',
  `SELECT code, title, publisher, url, licence, terms FROM source WHERE id IN (SELECT source FROM series WHERE json_array_length(:indicators) = 0
   OR indicator IN (SELECT id FROM indicator WHERE code IN (SELECT value FROM json_each(:indicators)))) ORDER BY code`,
)
/** The sources of some indicators (none named = all), by code. */
export const sourcesOf = ({ db, indicators }: ExportOrder): readonly SourceRow[] =>
  db.all(sources, { indicators: JSON.stringify(indicators) })

interface IndicatorRow {
  readonly code: string
  readonly name_en: string
  readonly unit: string
  readonly description_en: string
}
const indicatorRows = statement<{ indicators: string }, IndicatorRow>(
  'export.indicators',
  `SELECT code, name_en, unit, description_en FROM indicator WHERE id IN (SELECT indicator FROM series)
   AND (json_array_length(:indicators) = 0 OR code IN (SELECT value FROM json_each(:indicators))) ORDER BY code`,
)

function* sourceLines(rows: readonly SourceRow[]): Generator<string> {
  yield csvLine(['source', 'title', 'publisher', 'url', 'licence', 'terms'])
  for (const row of rows) yield csvLine([row.code, row.title, row.publisher, row.url, row.licence, row.terms].map(harmless))
}

function* indicatorLines(rows: readonly IndicatorRow[]): Generator<string> {
  yield csvLine(['code', 'name', 'unit', 'description'])
  for (const row of rows) yield csvLine([row.code, row.name_en, row.unit, row.description_en].map(harmless))
}

const field = (name: string, type = 'string') => ({ name, type })

/** Files that are made of the hashes of all others; they stand last. */
export type Sealing = readonly (readonly [name: string, text: (hashes: ReadonlyMap<string, string>) => string])[]

/** Passes text on and notes its SHA-256 when it ends. */
function* hashed(name: string, content: Iterable<string>, hashes: Map<string, string>): Generator<string> {
  const hash = createHash('sha256')
  for (const text of content) {
    hash.update(text, 'utf8')
    yield text
  }
  hashes.set(name, hash.digest('hex'))
}

/** Frictionless Data Package: figures, indicators, sources with licences, and the method, in one zip; with a seal, also what signs them. */
export async function writeDataPackage(order: ExportOrder, counter: Counter, seal: Sealing = []): Promise<void> {
  const named = JSON.stringify(order.indicators)
  const sourceRows = sourcesOf(order)
  const csv = (name: string, path: string, fields: readonly object[]) => ({
    name,
    path,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: { fields, missingValues: [''] },
  })
  const descriptor = {
    profile: 'data-package',
    name: 'multivector-export',
    title: 'Figures exported from Multivector',
    version: order.version,
    created: `${order.today}T00:00:00Z`,
    'multivector:storeChecksum': storeChecksum(order.db),
    'multivector:method': METHOD_ID,
    licenses: [...new Set(sourceRows.map(({ licence }) => licence).filter((licence) => licence !== ''))].map((title) => ({
      title,
    })),
    sources: sourceRows.map(({ title, url }) => (url === '' ? { title } : { title, path: url })),
    resources: [
      csv(
        'observations',
        'observations.csv',
        csvColumns.map((name) =>
          field(name, name === 'value' ? 'number' : name === 'batch' || name === 'line' ? 'integer' : 'string'),
        ),
      ),
      csv(
        'indicators',
        'indicators.csv',
        ['code', 'name', 'unit', 'description'].map((name) => field(name)),
      ),
      csv(
        'sources',
        'sources.csv',
        ['source', 'title', 'publisher', 'url', 'licence', 'terms'].map((name) => field(name)),
      ),
    ],
  }
  const hashes = new Map<string, string>()
  const add = (name: string, content: () => Iterable<string>): ZipEntry => [name, () => hashed(name, content(), hashes)]
  await writeZip(order.path, [
    add('datapackage.json', () => [`${JSON.stringify(descriptor, null, 1)}\n`]),
    add('observations.csv', () => csvLines(order, counter)),
    add('indicators.csv', () => indicatorLines(order.db.all(indicatorRows, { indicators: named }))),
    add('sources.csv', () => sourceLines(sourceRows)),
    add('METHOD.txt', () => [aboutExport(order)]),
    ...seal.map(([name, text]): ZipEntry => [name, () => [text(hashes)]]),
  ])
}
