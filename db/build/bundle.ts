import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { readTable } from './readTable.ts'

interface Resource {
  readonly name: string
  readonly path: string
  readonly hash: string
  readonly bytes: number
}

/** A bundled table as rows by heading. */
export interface BundledTable {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: readonly BundledRow[]
}
export interface BundledRow {
  readonly line: number
  /** the field under that heading; @throws when the table has no such heading */
  text(column: string): string
  /** as text, but null where it is empty */
  optional(column: string): string | null
  /** a number; null where it is empty. @throws {CallError} bundle-damaged when it is not one */
  number(column: string): number | null
}

export interface Bundle {
  /** day on which the package was put together: the vintage of its figures */
  readonly vintage: string
  readonly version: string
  table(name: string): BundledTable
  json(name: string): unknown
}

/**
 * The bundled data package, every file checked against the checksum in datapackage.json before a row is used.
 *
 * @throws {CallError} bundle-damaged when a file is missing, unreadable or not the one that was packed
 */
export function openBundle(folder: string): Bundle {
  const descriptor = JSON.parse(bytesOf(folder, 'datapackage.json').toString('utf8')) as {
    created: string
    version: string
    resources: readonly Resource[]
  }
  const resources = new Map(descriptor.resources.map((resource) => [resource.name, resource]))
  const read = (name: string): { resource: Resource; bytes: Buffer; sha256: string } => {
    const resource = resources.get(name)
    if (!resource) throw new CallError('bundle-damaged', `The bundled data has no table ${name}. Install Multivector again.`)
    const bytes = bytesOf(folder, resource.path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (resource.hash.replace(/^sha256:/, '') !== sha256)
      throw new CallError(
        'bundle-damaged',
        `The bundled file ${resource.path} is not the one that was packed. Install Multivector again.`,
      )
    return { resource, bytes, sha256 }
  }
  return {
    vintage: descriptor.created.slice(0, 10),
    version: descriptor.version,
    table: (name) => {
      const { resource, bytes, sha256 } = read(name)
      return { path: resource.path, sha256, bytes: bytes.length, rows: rowsOf(bytes.toString('utf8'), resource.path) }
    },
    json: (name) => JSON.parse(read(name).bytes.toString('utf8')),
  }
}

function bytesOf(folder: string, path: string): Buffer {
  try {
    return readFileSync(join(folder, path))
  } catch (error) {
    throw new CallError('bundle-damaged', `The bundled file ${path} cannot be read. Install Multivector again.`, String(error))
  }
}

function rowsOf(text: string, path: string): readonly BundledRow[] {
  const { header, records } = readTable(text, path)
  const columns = new Map(header.map((name, index) => [name, index]))
  return records.map(({ line, fields }) => {
    const field = (column: string): string => {
      const index = columns.get(column)
      if (index === undefined) throw new CallError('bundle-damaged', `The bundled file ${path} has no column ${column}.`)
      return fields[index] ?? ''
    }
    return {
      line,
      text: field,
      optional: (column) => field(column) || null,
      number: (column) => {
        const found = field(column)
        if (found === '') return null
        const value = Number(found)
        if (Number.isFinite(value)) return value
        throw new CallError('bundle-damaged', `The bundled file ${path} has no number at line ${line}, column ${column}.`)
      },
    }
  })
}
