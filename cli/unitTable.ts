import type { IndexTable } from '../electron/shared/analytics/composite/index.ts'
import { CallError } from '../electron/shared/contract/errors.ts'

/** Marks by which publishers say "no figure". */
const missing = new Set(['', 'na', 'n/a', 'nan', 'null', '..', '...', '-', '–', '—'])

function refuse(message: string, detail = ''): never {
  throw new CallError('refused', message, detail)
}

interface CsvRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/** The delimiter that cuts the heading into most fields; comma when none does. */
function delimiterOf(text: string): string {
  const heading = text.split(/\r\n|\r|\n/, 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: heading.split(mark).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}

/** RFC 4180 records; CR, LF and CRLF each end a line; blank lines are passed over. */
function records(text: string, delimiter: string): readonly CsvRecord[] {
  const found: CsvRecord[] = []
  let [fields, field, line, started, quoted, wasQuoted] = [[] as string[], '', 1, 1, false, false]
  const endField = (): void => {
    fields.push(wasQuoted ? field : field.trim())
    field = ''
    wasQuoted = false
  }
  const endRecord = (): void => {
    endField()
    if (fields.length > 1 || fields[0] !== '') found.push({ line: started, fields })
    fields = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at)
    if (quoted) {
      if (mark === '"' && text.charAt(at + 1) === '"') {
        field += '"'
        at += 1
      } else if (mark === '"') quoted = false
      else {
        if (mark === '\n') line += 1
        field += mark
      }
    } else if (mark === '"' && field.trim() === '') {
      field = ''
      quoted = true
      wasQuoted = true
    } else if (mark === delimiter) endField()
    else if (mark === '\n' || mark === '\r') {
      if (mark === '\r' && text.charAt(at + 1) === '\n') at += 1
      endRecord()
      line += 1
      started = line
    } else field += mark
  }
  if (quoted) refuse(`Line ${started}: a quote is opened and never closed.`)
  if (field !== '' || fields.length > 0) endRecord()
  return found
}

function figure(text: string, line: number, column: string): number | null {
  if (missing.has(text.trim().toLowerCase())) return null
  const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN
  if (!Number.isFinite(value)) refuse(`Line ${line}, column ${column}: "${text}" is not a number. Write 12.5, or leave it empty.`)
  return value
}

/**
 * A table of units × indicators from CSV text: first column the unit, first line the indicators' ids. Comma, semicolon or tab.
 *
 * @param wanted ids to read as numbers; other columns (names, notes) are left alone
 * @returns empty cells, NA, n/a, .. and dashes are null
 * @throws {CallError} refused, with line and column: no heading, a heading twice, another number of fields, not a number, an open quote
 */
export function readUnitTable(text: string, wanted: ReadonlySet<string>): IndexTable {
  const clean = text.replace(/^\ufeff/, '')
  const [heading, ...rows] = records(clean, delimiterOf(clean))
  if (!heading) return refuse('The table is empty: it needs a heading and a line for each unit.')
  const twice = heading.fields.find((name, at) => name !== '' && heading.fields.indexOf(name) !== at)
  if (twice !== undefined) refuse(`The heading ${twice} stands in the table twice.`)
  for (const row of rows) {
    if (row.fields.length !== heading.fields.length)
      refuse(`Line ${row.line} has ${row.fields.length} fields where the heading has ${heading.fields.length}.`)
  }
  const columns = heading.fields.flatMap((name, at): [string, readonly (number | null)[]][] =>
    at > 0 && wanted.has(name) ? [[name, rows.map((row) => figure(row.fields[at] ?? '', row.line, name))]] : [],
  )
  return { units: rows.map((row) => row.fields[0] ?? ''), columns: new Map(columns) }
}
