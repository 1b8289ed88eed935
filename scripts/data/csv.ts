/**
 * Records of a CSV text (RFC 4180, comma, UTF-8, LF or CRLF): the little that the bundled files need. Build tooling; the importer of
 * the application is another thing.
 *
 * @param text the whole file; a byte order mark is skipped
 * @returns one list of fields per record, the heading included; a last line without a line end counts
 * @throws {Error} on a quote that does not close
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = []
  let fields: string[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      for (;;) {
        const end = text.indexOf('"', at + 1)
        if (end < 0) throw new Error(`record ${records.length + 1}: a quote does not close`)
        field += text.slice(at + 1, end)
        at = end + 1
        if (text[at] !== '"') break
        field += '"'
      }
    } else {
      const start = at
      while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at++
      field = text.slice(start, at)
    }
    fields.push(field)
    if (text[at] === ',') {
      at++
      if (at === text.length) fields.push('')
      continue
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    records.push(fields)
    fields = []
  }
  if (fields.length > 0) records.push(fields)
  return records
}

/** A record by its headings. */
export type Row = Readonly<Record<string, string>>

/**
 * Rows of a CSV text by heading.
 *
 * @throws {Error} when a record has more or fewer fields than the heading; the text names its number (1-based, heading included)
 */
export function csvRows(text: string): readonly Row[] {
  const [heading, ...records] = parseCsv(text)
  if (!heading) return []
  return records.map((record, index) => {
    if (record.length !== heading.length)
      throw new Error(`record ${index + 2}: ${record.length} fields instead of ${heading.length}`)
    return Object.fromEntries(heading.map((name, column) => [name, record[column] ?? '']))
  })
}

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

/** CSV text of a heading and its rows, LF, quotes only where needed. */
export function csvText(heading: readonly string[], rows: readonly Row[]): string {
  const lines = [heading, ...rows.map((row) => heading.map((name) => row[name] ?? ''))]
  return `${lines.map((line) => line.map(quoted).join(',')).join('\n')}\n`
}
