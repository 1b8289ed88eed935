// Which bundled table fills which table of the store, column by column. Observations have a file of their own: buildFromBundle.ts.
import type { BundledRow } from './bundle.ts'

export interface TableLoad {
  /** name of the resource in datapackage.json */
  readonly resource: string
  readonly sql: string
  /** values in the order of the statement's question marks */
  readonly values: (row: BundledRow) => readonly (string | number | null)[]
  /** heading of the source that a row rests on; rows of left-out sources are left out too */
  readonly source?: string
}

const insert = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`

type Reader = (row: BundledRow) => string | number | null
const text =
  (column: string): Reader =>
  (row) =>
    row.text(column)
const optional =
  (column: string): Reader =>
  (row) =>
    row.optional(column)
const number =
  (column: string): Reader =>
  (row) =>
    row.number(column)
const truth =
  (column: string): Reader =>
  (row) =>
    row.text(column) === 'true' ? 1 : 0
const constant =
  (value: string | number | null): Reader =>
  () =>
    value

/** A load written as column → reader, so that the two cannot drift apart. */
function load(resource: string, table: string, columns: Readonly<Record<string, Reader>>, source?: string): TableLoad {
  const readers = Object.values(columns)
  const plain = {
    resource,
    sql: insert(table, Object.keys(columns)),
    values: (row: BundledRow) => readers.map((read) => read(row)),
  }
  return source === undefined ? plain : { ...plain, source }
}

const three = (name: string): Record<string, Reader> => ({
  [`${name}_en`]: text(`${name}_en`),
  [`${name}_ru`]: text(`${name}_ru`),
  [`${name}_kk`]: text(`${name}_kk`),
})

const cases = ['ru_genitive', 'ru_prepositional', 'ru_instrumental', 'kk_genitive', 'kk_ablative', 'kk_locative']
/** Declined forms that are known, by language and case. */
const forms: Reader = (row) =>
  JSON.stringify(Object.fromEntries(cases.flatMap((name) => (row.text(name) === '' ? [] : [[name, row.text(name)]]))))

/** Stem of a project's id: rows that share it are one project seen by several sources. */
const stem = (id: string): string => id.split('~')[0] ?? id

/** Tables that observations point at; loaded first, in this order. */
export const dimensionLoads: readonly TableLoad[] = [
  load('units', 'unit', {
    code: text('code'),
    ...three('name'),
    ...three('short'),
    family: text('family'),
    factor: number('factor'),
    decimals: number('decimals'),
  }),
  load('indicators', 'indicator', {
    code: text('code'),
    ...three('name'),
    unit: text('unit'),
    domain: text('domain'),
    topic: text('topic'),
    partner_rule: text('partner'),
    direction: number('direction'),
    aggregation: text('aggregation'),
    frequency: text('frequency'),
    minimum: number('min'),
    maximum: number('max'),
    whole: truth('integer'),
    cumulative_ytd: truth('cumulative_ytd'),
    ...three('description'),
  }),
  load('areas', 'area', {
    code: text('code'),
    kind: text('kind'),
    iso2: optional('iso2'),
    m49: optional('m49'),
    comtrade: optional('comtrade'),
    imf: optional('imf'),
    ...three('name'),
    ...three('short'),
    text_en: text('text_en'),
    forms,
    valid_from: text('valid_from'),
    valid_to: text('valid_to'),
    note: text('note'),
  }),
  load('area-aliases', 'area_alias', {
    alias: text('alias'),
    language: text('language'),
    area: optional('area'),
    candidates: text('candidates'),
    kind: text('kind'),
    publisher: text('publisher'),
  }),
  load('area-members', 'area_member', {
    area_group: text('group'),
    member: text('member'),
    from_day: text('from'),
    to_day: text('to'),
  }),
]

/** Tables beside the figures. */
export const contextLoads: readonly TableLoad[] = [
  load('source-preferences', 'source_preference', {
    indicator: text('indicator'),
    reporter: text('reporter'),
    period_from: text('period_from'),
    period_to: text('period_to'),
    source: text('source'),
    rank: number('rank'),
    reason: text('reason'),
  }),
  load('breaks', 'series_break', {
    indicator: text('indicator'),
    reporter: text('reporter'),
    period: text('period'),
    kind: text('kind'),
    gap: truth('gap'),
    from_source: text('from_source'),
    to_source: text('to_source'),
    ...three('reason'),
  }),
  load('warnings', 'warning', {
    id: text('id'),
    topic: text('topic'),
    indicator: text('indicator'),
    reporter: text('reporter'),
    partner: text('partner'),
    period_from: text('period_from'),
    period_to: text('period_to'),
    ...three('text'),
  }),
  load(
    'events',
    'event',
    {
      date: text('date'),
      title: text('title'),
      description: text('description'),
      category: text('category'),
      partners: text('partners'),
      source: text('source_id'),
      origin: constant('bundled'),
    },
    'source_id',
  ),
  load(
    'memberships',
    'membership',
    {
      reporter: text('reporter'),
      organisation: text('organisation'),
      led_by: text('led_by'),
      joined: text('joined'),
      left_on: text('left'),
      status: text('status'),
      source: text('source_id'),
    },
    'source_id',
  ),
  load(
    'projects',
    'project',
    {
      id: text('id'),
      stem: (row) => stem(row.text('id')),
      name: text('name'),
      country: text('country'),
      sector: text('sector'),
      region: text('region'),
      investor_countries: text('investor_countries'),
      value_usd_m: number('value_usd_m'),
      financing: text('financing'),
      local_share_pct: number('local_share_pct'),
      status: text('status'),
      start: text('start'),
      completed: text('completed'),
      summary: text('summary'),
      source: text('source_id'),
    },
    'source_id',
  ),
  load(
    'projects-tags',
    'project_tag',
    { stem: text('stem'), tag: text('tag'), origin: constant('bundled'), source: text('source_id') },
    'source_id',
  ),
  load(
    'scenarios',
    'scenario',
    {
      id: text('id'),
      country: text('country'),
      lever: text('lever'),
      outcome: text('outcome'),
      value: number('value'),
      unit: text('unit'),
      low: number('low'),
      high: number('high'),
      source: text('source_id'),
      note: text('note'),
    },
    'source_id',
  ),
  load('claims', 'claim', {
    id: text('id'),
    claim: text('claim'),
    quote_start_words: text('quote_start_words'),
    topic: text('topic'),
    indicators: text('indicators'),
    test: text('test'),
    source: text('source_id'),
    origin: constant('bundled'),
  }),
  // the arithmetic behind "share of oil exports that crosses Russia" is data too; recipes of left-out sources stay and then give no share
  load('oil-transit', 'oil_transit_recipe', {
    crosses: text('crosses'),
    year: number('year'),
    bound: text('bound'),
    role: text('role'),
    indicator: text('indicator'),
    reporter: text('reporter'),
    partner: text('partner'),
    period: text('period'),
    source: text('source'),
    factor: number('factor'),
    note: text('note'),
  }),
]
