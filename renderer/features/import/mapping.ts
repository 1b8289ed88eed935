// A mapping in the making, as a value: what the wizard shows, and the profile that comes of it.
import type { SampleAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import type { ColumnRole } from '../../../electron/shared/domain/csvFile.ts'

export interface MappedColumn {
  /** heading as written; the number of the column where there are none */
  readonly name: string
  readonly role: ColumnRole | null
  readonly examples: readonly string[]
  /** of a column of figures: what its heading does not say */
  readonly period: string
  readonly indicator: string
  readonly unit: string
}

export interface Mapping {
  readonly name: string
  readonly encoding: string | null
  readonly delimiter: string | null
  /** place of the headings among the first records; −1 = there are none */
  readonly header: number
  readonly columns: readonly MappedColumn[]
  readonly decimal: '' | '.' | ','
  readonly group: string
  readonly dayOrder: '' | 'day-month' | 'month-day'
  /** words for "no figure", separated by commas */
  readonly missing: string
  readonly constants: Readonly<Record<Constant, string>>
  /** what texts of the file mean: our codes by text */
  readonly indicators: Readonly<Record<string, string>>
  readonly areas: Readonly<Record<string, string>>
}

export const constants = ['indicator', 'reporter', 'partner', 'period', 'unit', 'source'] as const
export type Constant = (typeof constants)[number]

/** Roles that the wizard offers; other roles of a loaded mapping are kept. */
export const offeredRoles = [
  'indicator',
  'reporter',
  'partner',
  'area',
  'period',
  'year',
  'quarter',
  'month',
  'value',
  'unit',
  'scale',
  'source',
  'status',
  'note',
  'ignored',
] as const satisfies readonly ColumnRole[]

const noConstants: Mapping['constants'] = { indicator: '', reporter: '', partner: '', period: '', unit: '', source: '' }

/** The beginning: columns as the head of the file suggests them. */
export const mappingOf = (sample: SampleAnswer, name: string): Mapping => ({
  name,
  encoding: sample.encoding,
  delimiter: sample.delimiter,
  header: sample.header,
  columns: sample.columns.map((column) => ({ ...column, period: '', indicator: '', unit: '' })),
  decimal: '',
  group: '',
  dayOrder: '',
  missing: '',
  constants: noConstants,
  indicators: {},
  areas: {},
})

/** The same mapping over columns cut anew: what was said of a heading stays with it. */
export function withColumns(mapping: Mapping, sample: SampleAnswer): Mapping {
  const before = new Map(mapping.columns.map((column) => [column.name, column]))
  const fresh = mappingOf(sample, mapping.name)
  return {
    ...mapping,
    encoding: sample.encoding,
    delimiter: sample.delimiter,
    header: sample.header,
    columns: fresh.columns.map((column) => {
      const known = before.get(column.name)
      return known && column.name !== '' ? { ...known, examples: column.examples } : column
    }),
  }
}

/** The mapping with one column changed. */
export const withColumn = (mapping: Mapping, at: number, change: Partial<MappedColumn>): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((column, i) => (i === at ? { ...column, ...change } : column)),
})

export type MappingGap = 'value' | 'indicator' | 'reporter' | 'period' | 'twice' | 'heading'

const single: readonly ColumnRole[] = ['indicator', 'reporter', 'partner', 'period', 'year']

/** What the mapping still lacks before a file can be read with it. `looksLikePeriod` tells headings that say a period themselves. */
export function gapsOf(mapping: Mapping, looksLikePeriod: (text: string) => boolean): readonly MappingGap[] {
  const { columns, constants: said } = mapping
  const having = (...roles: readonly ColumnRole[]): readonly MappedColumn[] =>
    columns.filter(({ role }) => role !== null && roles.includes(role))
  const values = having('value', 'exports', 'imports', 'turnover')
  const every = (key: 'indicator' | 'period'): boolean => values.length > 0 && values.every((column) => column[key] !== '')
  const gaps: MappingGap[] = []
  if (values.length === 0) gaps.push('value')
  if (
    having('indicator', 'indicatorName').length === 0 &&
    said.indicator === '' &&
    !every('indicator') &&
    having('value').length > 0
  )
    gaps.push('indicator')
  if (having('reporter', 'area', 'areaName').length === 0 && said.reporter === '') gaps.push('reporter')
  const periods = values.length > 0 && values.every(({ name, period }) => period !== '' || looksLikePeriod(name))
  if (having('period', 'year').length === 0 && said.period === '' && !periods) gaps.push('period')
  if (single.some((role) => having(role).length > 1)) gaps.push('twice')
  if (columns.some(({ role, name }) => role !== null && role !== 'ignored' && name === '')) gaps.push('heading')
  return gaps
}

const filled = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])))

const dayFormats = { 'day-month': '%d/%m/%Y', 'month-day': '%m/%d/%Y' } as const

type Categories = readonly { readonly value: string; readonly label: string }[]
const indicatorRoles: readonly ColumnRole[] = ['indicator', 'indicatorName']
const areaRoles: readonly ColumnRole[] = ['partner', 'area', 'areaName', 'reporter']

const categoriesOf = (meanings: Readonly<Record<string, string>>): Categories =>
  Object.entries(meanings).map(([value, label]) => ({ value, label }))

/** The profile of a mapping, as JSON in the words of Frictionless Table Dialect and Table Schema. */
export function profileOf(mapping: Mapping): string {
  const { columns, constants: said, decimal, group, dayOrder, missing } = mapping
  const used = columns.filter(({ role, name }) => role !== null && role !== 'ignored' && name !== '')
  // a text means the same in every column of its kind: it is written down once
  const first = (roles: readonly ColumnRole[]): MappedColumn | undefined =>
    used.find(({ role }) => role !== null && roles.includes(role))
  const [indicatorColumn, areaColumn] = [first(indicatorRoles), first(areaRoles)]
  const meanings = (column: MappedColumn): { readonly categories?: Categories } => {
    const said = column === indicatorColumn ? mapping.indicators : column === areaColumn ? mapping.areas : {}
    return Object.keys(said).length > 0 ? { categories: categoriesOf(said) } : {}
  }
  const fields = used
    .map((column) => ({ ...column, own: meanings(column) }))
    .map(({ name, role, period, indicator, unit, own }) => ({
      name,
      role,
      ...own,
      ...(role === 'value'
        ? filled({ decimalChar: decimal, groupChar: group === decimal ? '' : group, period, indicator, unit })
        : {}),
      ...((role === 'period' || role === 'year') && dayOrder !== '' ? { format: dayFormats[dayOrder] } : {}),
    }))
  const words = missing
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const dialect = {
    ...filled({ delimiter: mapping.delimiter ?? '' }),
    ...(mapping.header < 0 ? { header: false } : { header: true, headerRows: [mapping.header + 1] }),
  }
  return JSON.stringify({
    name: mapping.name.trim() || 'mapping',
    dialect,
    ...filled({ encoding: mapping.encoding ?? '' }),
    schema: { fields, ...(words.length > 0 ? { missingValues: words } : {}) },
    constants: filled(said),
  })
}

interface ProfileLike {
  readonly name?: string
  readonly dialect?: { readonly delimiter?: string; readonly header?: boolean; readonly headerRows?: readonly number[] }
  readonly encoding?: string
  readonly schema?: {
    readonly fields?: readonly {
      readonly name?: string
      readonly role?: ColumnRole
      readonly decimalChar?: string
      readonly groupChar?: string
      readonly format?: string
      readonly period?: string
      readonly indicator?: string
      readonly unit?: string
      readonly categories?: Categories
    }[]
    readonly missingValues?: readonly string[]
  }
  readonly constants?: Partial<Record<Constant, string>>
}

const meaningsOf = (fields: readonly { readonly categories?: Categories }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.flatMap(({ categories = [] }) => categories.map(({ value, label }) => [value, label])))

/** A saved profile laid over the columns of a file: columns that it does not name are left out. The thread checked the text before. */
export function withProfile(mapping: Mapping, text: string): Mapping {
  const profile = JSON.parse(text) as ProfileLike
  const fields = profile.schema?.fields ?? []
  const key = (name: string): string => name.trim().toLowerCase()
  const byName = new Map(fields.map((field) => [key(field.name ?? ''), field]))
  const decimal = fields.find(({ decimalChar }) => decimalChar !== undefined)?.decimalChar ?? ''
  const format = fields.find((field) => field.format !== undefined)?.format ?? ''
  return {
    ...mapping,
    name: profile.name ?? mapping.name,
    encoding: profile.encoding ?? mapping.encoding,
    delimiter: profile.dialect?.delimiter ?? mapping.delimiter,
    decimal: decimal === '.' || decimal === ',' ? decimal : '',
    group: fields.find(({ groupChar }) => groupChar !== undefined)?.groupChar ?? '',
    dayOrder: format === '' ? '' : format.startsWith('%d') ? 'day-month' : 'month-day',
    missing: (profile.schema?.missingValues ?? []).join(', '),
    constants: { ...noConstants, ...profile.constants },
    indicators: meaningsOf(fields.filter(({ role }) => role !== undefined && indicatorRoles.includes(role))),
    areas: meaningsOf(fields.filter(({ role }) => role !== undefined && areaRoles.includes(role))),
    columns: mapping.columns.map((column) => {
      const field = byName.get(key(column.name))
      const { period = '', indicator = '', unit = '' } = field ?? {}
      return { ...column, role: field?.role ?? null, period, indicator, unit }
    }),
  }
}
