import { CallError } from '../../../electron/shared/contract/errors.ts'
import type { WriteDb } from '../../worker/db.ts'
import { statement } from '../../worker/db.ts'
import { readCsv } from '../readCsv.ts'

const known = statement<{ code: string }, { id: number; unit: string; figures: number }>(
  'define.known',
  'SELECT id, unit, EXISTS (SELECT 1 FROM series WHERE indicator = indicator.id) AS figures FROM indicator WHERE code = :code',
)
const unitOf = statement<{ code: string }, { code: string }>('define.unit', 'SELECT code FROM unit WHERE code = :code')

const headings = [
  'code',
  'name',
  'unit',
  'domain',
  'partner',
  'min',
  'max',
  'integer',
  'direction',
  'frequency',
  'description',
] as const
type Heading = (typeof headings)[number]

/** @throws {CallError} refused on an open quote */
function recordsOf(csv: string): ReturnType<typeof readCsv> {
  const heading = csv.slice(0, csv.search(/[\r\n]|$/))
  // a spreadsheet of a country with decimal commas saves with semicolons
  const delimiter = [',', ';', '\t'].reduce((best, one) => (heading.split(one).length > heading.split(best).length ? one : best))
  try {
    return readCsv(Buffer.from(csv, 'utf8'), delimiter)
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new CallError('refused', `The file cannot be read: ${error.message}. Nothing was changed.`)
    throw error
  }
}

const refuse = (line: number, what: string): CallError => new CallError('refused', `Line ${line}: ${what}. Nothing was changed.`)

/**
 * Adds or updates definitions of indicators from CSV: all of them, or none. An indicator that has figures keeps its unit.
 *
 * @throws {CallError} refused with line and reason
 */
export function defineIndicators(
  db: WriteDb,
  csv: string,
): { readonly added: readonly string[]; readonly updated: readonly string[] } {
  const [header, ...records] = recordsOf(csv)
  if (!header) throw new CallError('refused', 'The file of indicators is empty.')
  const places = new Map(header.fields.map((name, place) => [name.trim().toLowerCase(), place]))
  for (const heading of ['code', 'name', 'unit', 'partner'])
    if (!places.has(heading)) throw refuse(header.line, `the column "${heading}" is missing`)
  return db.transaction(() => {
    const added: string[] = []
    const updated: string[] = []
    for (const { line, fields } of records) {
      if (fields.every((field) => field.trim() === '')) continue
      const field = (heading: Heading): string => (fields[places.get(heading) ?? -1] ?? '').trim()
      const code = field('code')
      if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,95}$/.test(code))
        throw refuse(line, `"${code}" is no code of an indicator: letters, digits, dot, dash and underscore`)
      ;(define(db, code, field, line) ? updated : added).push(code)
    }
    return { added, updated }
  })
}

/** @returns true when the indicator was there before */
function define(db: WriteDb, code: string, field: (heading: Heading) => string, line: number): boolean {
  const unit = field('unit')
  if (!db.get(unitOf, { code: unit })) throw refuse(line, `the unit "${unit}" is not known`)
  const partner = field('partner')
  if (!['required', 'WLD', 'none'].includes(partner)) throw refuse(line, `partner is "${partner}"; it is required, WLD or none`)
  const limit = (heading: 'min' | 'max'): number | null => {
    const text = field(heading)
    if (text === '') return null
    const value = Number(text)
    if (!Number.isFinite(value)) throw refuse(line, `${heading} is "${text}", not a number`)
    return value
  }
  const [minimum, maximum] = [limit('min'), limit('max')]
  if (minimum !== null && maximum !== null && minimum > maximum) throw refuse(line, `min ${minimum} is above max ${maximum}`)
  const direction = field('direction') === '' ? 0 : Number(field('direction'))
  if (![-1, 0, 1].includes(direction)) throw refuse(line, `direction is "${field('direction')}"; it is -1, 0 or 1`)
  const integer = field('integer').toLowerCase()
  if (!['', 'true', 'false', '0', '1'].includes(integer)) throw refuse(line, `integer is "${integer}"; it is true or false`)
  const domain = field('domain') || 'other'
  const before = db.get(known, { code })
  if (before && before.figures === 1 && before.unit !== unit)
    throw refuse(line, `${code} has figures in ${before.unit}; an indicator keeps its unit`)
  const values = [
    field('name') || code,
    field('name') || code,
    field('name') || code,
    unit,
    domain,
    partner,
    direction,
    field('frequency') || 'A',
    minimum,
    maximum,
    integer === 'true' || integer === '1' ? 1 : 0,
    code.endsWith('.ytd') ? 1 : 0,
    field('description'),
    field('description'),
    field('description'),
  ]
  if (before) {
    db.prepare(
      `UPDATE indicator SET name_en = ?, name_ru = ?, name_kk = ?, unit = ?, domain = ?, partner_rule = ?, direction = ?, frequency = ?, minimum = ?, maximum = ?,
       whole = ?, cumulative_ytd = ?, description_en = ?, description_ru = ?, description_kk = ? WHERE id = ?`,
    ).run(...values, before.id)
    return true
  }
  db.prepare(
    `INSERT INTO indicator (name_en, name_ru, name_kk, unit, domain, partner_rule, direction, frequency, minimum, maximum, whole, cumulative_ytd, description_en,
     description_ru, description_kk, code, topic, aggregation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...values, code, domain, 'none')
  return false
}
