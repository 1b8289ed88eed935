// The table behind one chart as data: unrounded, with what made it, whom it comes from, and the cell of the store behind each number.
import { encodePeriod } from '../../electron/shared/domain/period.ts'
import {
  type Cell,
  type CitedSource,
  csvText,
  dataPackage,
  type Made,
  type PackageTable,
  type Row,
  SOURCE_COLUMNS,
  sourceRows,
  textFields,
} from './dataFiles.ts'

/** The cell of the store that a number was read from or computed of. */
export interface Origin {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly period: string
  /** of the source that the rule takes or that was named; empty = none found */
  readonly source: string
  /** unit of the stored value */
  readonly unit: string
  /** null = no figure is stored */
  readonly value: number | null
  readonly status: string
  /** day on which the value became known */
  readonly vintage: string
}

export interface FigureColumn {
  /** names the series in every language alike, e.g. `RUS` or `RUS:low` */
  readonly id: string
  /** heading in the language of the page */
  readonly label: string
  readonly kind: 'text' | 'number' | 'period'
}

export interface FigureRow {
  /** numbers unrounded; null = no figure */
  readonly cells: readonly Cell[]
  /** by column; null = the number rests on no single cell */
  readonly origins: readonly (Origin | null)[]
  /** codes of the sources that the row names as a whole, joined by +; empty = none */
  readonly source: string
}

export interface FigureTable {
  readonly title: string
  readonly subtitle: string
  /** source line as the page shows it */
  readonly source: string
  readonly reporter: string
  /** ISO day on which the file is made */
  readonly created: string
  /** ISO day that the figures are as known on */
  readonly asOf: string
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly FigureRow[]
  /** sources of the cells behind the numbers, and those that rows name */
  readonly sources: readonly CitedSource[]
  readonly made: Made
}

/** What the file is about, line by line. */
const aboutFigure = ({ title, subtitle, source, reporter, asOf, made }: FigureTable): readonly Row[] => [
  ['title', title],
  ['subtitle', subtitle],
  ['source', source],
  ['reporter', reporter],
  ['as known on', asOf],
  ['Multivector', made.appVersion],
  ['store checksum', made.storeChecksum],
  ['method', made.methodId],
]

const labels = ({ columns }: FigureTable): Row => columns.map(({ label }) => label)
const cellsOf = ({ rows }: FigureTable): readonly Row[] => rows.map(({ cells }) => cells)

/** What a file is about stands below the figures, so that programs which read tables find the headings in the first line. */
export const figureCsv = (table: FigureTable): string =>
  `\uFEFF${csvText([
    labels(table),
    ...cellsOf(table),
    [],
    ...aboutFigure(table),
    ...sourceRows(table.sources).map((row) => ['source', ...row]),
  ])}`

/** A drawn series: its column, and those of its range where it has one. */
interface Series {
  readonly id: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

const BOUND = /^(?:(.+):)?(low|high)$/

/** Columns of numbers as series; `x:low` and `x:high`, or `low` and `high` beside `value`, are the range of one. */
function seriesOf({ columns }: FigureTable): readonly Series[] {
  const found = new Map<string, { value: number | null; low: number | null; high: number | null }>()
  columns.forEach(({ id, kind }, at) => {
    if (kind !== 'number') return
    const [, of = 'value', bound] = BOUND.exec(id) ?? []
    const name = bound === undefined ? id : of
    const series = found.get(name) ?? { value: null, low: null, high: null }
    found.set(name, { ...series, [bound ?? 'value']: at })
  })
  return [...found].map(([id, series]) => ({ id, ...series }))
}

const numberAt = (row: FigureRow, at: number | null): number | null => {
  const cell = at === null ? null : row.cells[at]
  return typeof cell === 'number' ? cell : null
}

/** Where a row stands: its period, and what else names it. */
function placeOf({ columns }: FigureTable, row: FigureRow): { readonly period: string; readonly step: string } {
  let period = ''
  const words: string[] = []
  columns.forEach(({ kind }, at) => {
    const text = kind === 'number' || row.cells[at] === null ? '' : String(row.cells[at])
    if (kind === 'period' && period === '' && encodePeriod(text) !== null) period = text
    else if (text !== '') words.push(text)
  })
  return { period, step: words.join(' | ') }
}

const SDMX = [
  ...['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'SERIES', 'SERIES_NAME', 'INDICATOR', 'REF_AREA', 'COUNTERPART_AREA'],
  ...['TIME_PERIOD', 'STEP', 'OBS_VALUE', 'OBS_LOW', 'OBS_HIGH', 'OBS_STATUS', 'OBS_TEXT', 'UNIT_MEASURE'],
  ...['TITLE', 'SUBTITLE', 'SOURCE', 'SOURCE_LINE', 'AS_OF', 'APP_VERSION', 'STORE_CHECKSUM', 'METHOD'],
] as const

/**
 * SDMX-CSV 2.0: a row per number of the table, each column of numbers a series. What else than a period names a row stands in STEP, a word in
 * the place of a number in OBS_TEXT. A number that is a figure of the store has its unit and status; a computed one (a share, an index) has the
 * indicator and areas of the cell it rests on, and the chart's subtitle says the unit. A missing figure has the status O.
 */
export function figureSdmx(table: FigureTable): string {
  const { columns, rows, title, subtitle, source, reporter, asOf, made } = table
  const series = seriesOf(table)
  const lines = rows.flatMap((row) => {
    const { period, step } = placeOf(table, row)
    return series.map(({ id, value: at, low, high }): Row => {
      const place = at ?? low ?? high ?? 0
      const origin = row.origins[place] ?? null
      const [value, least, most] = [numberAt(row, at), numberAt(row, low), numberAt(row, high)]
      const missing = value === null && least === null && most === null
      const isStored = origin !== null && value !== null && origin.value === value
      const text = row.cells[place]
      return [
        ...['dataflow', 'MULTIVECTOR:FIGURE(1.0)', 'I', id, columns[place]?.label ?? ''],
        ...[origin?.indicator ?? '', origin?.reporter ?? reporter, origin?.partner ?? ''],
        ...[period === '' ? (origin?.period ?? '') : period, step, value, least, most],
        ...[missing ? 'O' : isStored ? origin.status : 'A', typeof text === 'string' ? text : '', isStored ? origin.unit : ''],
        ...[title, subtitle, origin?.source ?? row.source, source, asOf, made.appVersion, made.storeChecksum, made.methodId],
      ]
    })
  })
  return csvText([SDMX, ...lines])
}

const ORIGIN_COLUMNS = [
  ...['row', 'column', 'indicator', 'reporter', 'partner', 'period', 'source', 'value', 'unit', 'status', 'vintage'],
] as const

/** A row for each number of which the cell of the store is known: where in the table it stands, and what is stored there. */
const originRows = ({ columns, rows }: FigureTable): readonly Row[] =>
  rows.flatMap(({ cells, origins }, row) =>
    columns.flatMap(({ id }, at): Row[] => {
      const origin = origins[at]
      if (!origin || cells[at] === null || cells[at] === undefined) return []
      const { indicator, reporter, partner, period, source, value, unit, status, vintage } = origin
      return [[row + 1, id, indicator, reporter, partner, period, source, value, unit, status, vintage]]
    }),
  )

/** Fields of the table: a column of numbers in which a word stands is one of texts. */
const fieldsOf = ({ columns, rows }: FigureTable): PackageTable['fields'] =>
  columns.map(({ id, label, kind }, at) => ({
    name: id,
    title: label,
    type: kind === 'number' && rows.every(({ cells }) => typeof cells[at] !== 'string') ? 'number' : 'string',
  }))

/** Frictionless Data Package: the table under names that no language changes, the cells behind its numbers, the sources with licences. */
export const figurePackage = (table: FigureTable): Uint8Array =>
  dataPackage({
    name: 'multivector-figure',
    title: table.title,
    created: table.created,
    asOf: table.asOf,
    made: table.made,
    sources: table.sources,
    tables: [
      { name: 'figures', fields: fieldsOf(table), rows: cellsOf(table) },
      {
        name: 'cells',
        fields: textFields(ORIGIN_COLUMNS, ['row', 'value']),
        rows: originRows(table),
      },
    ],
    about: aboutFigure(table),
  })

/** Sheets of a workbook. */
export const figureSheets = (table: FigureTable): Readonly<Record<string, readonly Row[]>> => ({
  Figures: [labels(table), ...cellsOf(table)],
  Cells: [ORIGIN_COLUMNS, ...originRows(table)],
  Sources: [SOURCE_COLUMNS, ...sourceRows(table.sources)],
  About: aboutFigure(table),
})
