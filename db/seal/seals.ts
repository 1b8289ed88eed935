import type { Connection } from '../worker/connection.ts'
import { putSeal, sumFigures } from './batches.ts'
import type { RowSum } from './rowHash.ts'
import { sealedTables, sumSchema, sumTable } from './tables.ts'

type Raw = Connection['raw']
const SCHEMA = 'schema'

/** Every sum of the store as it stands, by the names of their seals. @throws what SQLite says of a page that cannot be read */
function sumAll(raw: Raw): ReadonlyMap<string, RowSum> {
  const sums = new Map(sumFigures(raw))
  for (const table of sealedTables(raw)) sums.set(`table ${table}`, sumTable(raw, table))
  sums.set(SCHEMA, sumSchema(raw))
  return sums
}

/** Seals the store as it stands: after it was built and after a migration, in the same transaction. */
export function sealAll(raw: Raw): void {
  raw.exec('DELETE FROM seal')
  for (const [name, sum] of sumAll(raw)) putSeal(raw, name, sum)
}

/**
 * Compares every seal with the rows it speaks of.
 *
 * @returns a sentence for each seal that does not hold
 * @throws what SQLite says of a page that cannot be read
 */
export function brokenSeals(raw: Raw): readonly string[] {
  const seals = new Map(
    (raw.prepare('SELECT name, rows, content FROM seal').raw().all() as [unknown, unknown, unknown][]).map(
      // damage may have hit the seals themselves and made anything of them
      ([name, rows, content]) => [String(name), { rows: Number(rows), content: Number(content) }] as const,
    ),
  )
  const found: string[] = []
  for (const [name, sum] of sumAll(raw)) {
    const seal = seals.get(name)
    seals.delete(name)
    if (!seal) found.push(`There is no seal for ${subject(name)} (${sum.rows} rows).`)
    else if (seal.rows !== sum.rows) found.push(`${sentence(name)} ${sum.rows} rows; ${seal.rows} were written.`)
    else if (seal.content !== sum.content)
      found.push(`${sentence(name)} the right number of rows and other contents than were written.`)
  }
  for (const [name, { rows }] of seals) if (rows > 0) found.push(`${sentence(name)} no rows; ${rows} were written.`)
  return found
}

const subject = (name: string): string => {
  const [kind = '', of = ''] = name.split(' ')
  if (kind === 'figures') return `the figures of batch ${of}`
  if (kind === 'replaced') return `what batch ${of} superseded`
  if (kind === 'table') return `the table ${of}`
  return 'the definitions of tables'
}
function sentence(name: string): string {
  const text = subject(name)
  const verb = name.startsWith('table') ? 'has' : 'have'
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${name.startsWith('replaced') ? 'has' : verb}`
}

/** One number for all that the seals speak of: two stores with the same one hold the same. Cheap: it reads the seals alone. */
export function contentOf(raw: Raw): string {
  const rows = raw.prepare('SELECT name, rows, content FROM seal ORDER BY name').raw().all() as [string, number, number][]
  return rows.map((row) => row.join(' ')).join('\n')
}

/** How many seals there are, over how many rows, and how many figures are in force: every superseded one stands in a seal of the batch that did it. */
export function sumsOfSeals(raw: Raw): { readonly seals: number; readonly sealedRows: number; readonly figures: number } {
  return raw
    .prepare(
      `SELECT count(*) AS seals, coalesce(sum(rows), 0) AS sealedRows,
       coalesce(sum(CASE WHEN name LIKE 'figures %' THEN rows WHEN name LIKE 'replaced %' THEN -rows END), 0) AS figures FROM seal`,
    )
    .get() as { readonly seals: number; readonly sealedRows: number; readonly figures: number }
}
