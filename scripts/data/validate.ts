import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvRows, parseCsv, type Row } from './csv.ts'
import { type Descriptor, type Field, type Resource, readText, type TableSchema } from './descriptor.ts'

const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/
const types: Readonly<Record<Field['type'], (text: string) => boolean>> = {
  string: () => true,
  number: (text) => decimal.test(text) && Number.isFinite(Number(text)),
  integer: (text) => /^-?\d+$/.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  year: (text) => /^\d{4}$/.test(text),
  array: (text) => text.startsWith('['),
}

/** What is wrong with one cell, or null. */
function flawOf(field: Field, text: string): string | null {
  const { constraints = {} } = field
  if (text === '') return constraints.required ? 'is empty' : null
  if (!types[field.type](text)) return `is not of type ${field.type}`
  if (constraints.pattern && !new RegExp(`^(?:${constraints.pattern})$`).test(text)) return 'does not fit its pattern'
  if (constraints.enum && !constraints.enum.map(String).includes(text)) return 'is not one of the listed values'
  if (constraints.minimum !== undefined && Number(text) < constraints.minimum) return `is below ${constraints.minimum}`
  if (constraints.maximum !== undefined && Number(text) > constraints.maximum) return `is above ${constraints.maximum}`
  return null
}

const keyOf = (row: Row, fields: readonly string[]): string => fields.map((name) => row[name] ?? '').join('\u0000')
const listOf = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value)

/** Rows of a resource with a schema: CSV by heading; of JSON the cells as text, lists as JSON. */
export function rowsOf(folder: string, resource: Resource): readonly Row[] {
  const text = readText(folder, resource.path)
  if (resource.format === 'csv') return csvRows(text)
  const records = JSON.parse(text) as readonly Readonly<Record<string, unknown>>[]
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    ),
  )
}

function headingFlaws(folder: string, resource: Resource, schema: TableSchema): readonly string[] {
  if (resource.format !== 'csv') return []
  const text = readText(folder, resource.path)
  const heading = (parseCsv(text.slice(0, text.indexOf('\n') + 1))[0] ?? []).join()
  const expected = schema.fields.map(({ name }) => name).join()
  const flaws = heading === expected ? [] : [`${resource.path}: the heading is ${heading} instead of ${expected}`]
  if (text.includes('\r') || text.charCodeAt(0) === 0xfeff || !text.endsWith('\n'))
    flaws.push(`${resource.path}: not plain UTF-8 with LF`)
  return flaws
}

function tableFlaws(resource: Resource, schema: TableSchema, rows: readonly Row[]): readonly string[] {
  const flaws: string[] = []
  const unique = [
    ...(schema.primaryKey === undefined ? [] : [listOf(schema.primaryKey)]),
    ...schema.fields.filter(({ constraints }) => constraints?.unique).map(({ name }) => [name]),
  ].map((fields) => ({ fields, seen: new Set<string>() }))
  rows.forEach((row, index) => {
    const at = `${resource.path}, record ${index + 1}`
    for (const field of schema.fields) {
      const flaw = flawOf(field, row[field.name] ?? '')
      if (flaw) flaws.push(`${at}: ${field.name} "${row[field.name] ?? ''}" ${flaw}`)
    }
    for (const { fields, seen } of unique) {
      const key = keyOf(row, fields)
      if (seen.has(key)) flaws.push(`${at}: ${fields.join(', ')} "${key}" stands twice`)
      seen.add(key)
    }
  })
  return flaws
}

/**
 * Everything in the package that does not fit its schema: headings, types, constraints, keys, references between tables.
 *
 * @returns one sentence a flaw; empty when the package is sound
 */
export function schemaFlaws(folder: string, descriptor: Descriptor): readonly string[] {
  const tables = new Map(
    descriptor.resources.flatMap((resource) =>
      resource.schema ? [[resource.name, { resource, schema: resource.schema, rows: rowsOf(folder, resource) }] as const] : [],
    ),
  )
  const flaws: string[] = []
  for (const { resource, schema, rows } of tables.values()) {
    flaws.push(...headingFlaws(folder, resource, schema), ...tableFlaws(resource, schema, rows))
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const target = tables.get(reference.resource)
      const known = new Set(target?.rows.map((row) => row[reference.fields] ?? ''))
      const missing = new Set(rows.map((row) => row[fields] ?? '').filter((value) => value !== '' && !known.has(value)))
      for (const value of missing) flaws.push(`${resource.path}: ${fields} "${value}" is not in ${reference.resource}`)
    }
  }
  return flaws
}

/** Size and checksum of a file as datapackage.json writes them. */
export function fingerprint(folder: string, path: string): { readonly bytes: number; readonly hash: string } {
  const content = readFileSync(join(folder, path))
  return { bytes: content.length, hash: `sha256:${createHash('sha256').update(content).digest('hex')}` }
}

/** Files whose size or checksum is not the one in datapackage.json, one sentence each. */
export function hashFlaws(folder: string, descriptor: Descriptor): readonly string[] {
  return descriptor.resources.flatMap((resource) => {
    const { bytes, hash } = fingerprint(folder, resource.path)
    return bytes === resource.bytes && hash === resource.hash
      ? []
      : [`${resource.path}: size or checksum differs; run node scripts/data/package.ts`]
  })
}
