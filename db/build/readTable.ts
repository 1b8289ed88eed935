import { CallError } from '../../electron/shared/contract/errors.ts'

/** One record of a bundled table: its fields by heading, and the physical line it begins on. */
export interface TableRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/**
 * Reads one of our own bundled tables: UTF-8, comma, RFC 4180 quotes, LF or CRLF. Files of other people go through db/ingest,
 * which knows the world's dialects; these are ours, checked by checksum, and any deviation means damage.
 *
 * @throws {CallError} bundle-damaged on a record with another number of fields than the heading, or an open quote at the end
 */
export function readTable(
  text: string,
  name: string,
): { readonly header: readonly string[]; readonly records: readonly TableRecord[] } {
  const records: TableRecord[] = []
  let fields: string[] = []
  let line = 1
  let started = 1
  let at = 0
  const end = text.length
  while (at < end) {
    let field: string
    if (text.charCodeAt(at) === 34) {
      let close = text.indexOf('"', at + 1)
      while (close >= 0 && text.charCodeAt(close + 1) === 34) close = text.indexOf('"', close + 2)
      if (close < 0) throw damaged(name, started, 'an open quote')
      const quoted = text.slice(at + 1, close)
      for (let i = quoted.indexOf('\n'); i >= 0; i = quoted.indexOf('\n', i + 1)) line++
      field = quoted.includes('"') ? quoted.replaceAll('""', '"') : quoted
      at = close + 1
    } else {
      let stop = at
      for (; stop < end; stop++) {
        const c = text.charCodeAt(stop)
        if (c === 44 || c === 10 || c === 13) break
      }
      field = text.slice(at, stop)
      at = stop
    }
    fields.push(field)
    const next = text.charCodeAt(at)
    if (next === 44) {
      at++
      if (at === end) fields.push('')
      continue
    }
    at += next === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1
    records.push({ line: started, fields })
    fields = []
    line++
    started = line
  }
  if (fields.length > 0) records.push({ line: started, fields })
  const header = records.shift()?.fields ?? []
  for (const record of records) {
    if (record.fields.length !== header.length) throw damaged(name, record.line, 'another number of fields than the heading')
  }
  return { header, records }
}

const damaged = (name: string, line: number, what: string): CallError =>
  new CallError('bundle-damaged', `The bundled file ${name} is damaged at line ${line}: ${what}. Install Multivector again.`)
