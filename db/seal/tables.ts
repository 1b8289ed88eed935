// The seal of every table whose rows are few: temporary triggers of the one writing connection keep it in the same transaction as the rows,
// whoever writes them. Figures are too many for triggers; their seals are kept by batch (batches.ts).
import type { Connection } from '../worker/connection.ts'
import { prepared } from '../worker/prepared.ts'
import { RowSum, rowHash } from './rowHash.ts'

type Raw = Connection['raw']

/** Sealed by batch instead of by table, the seals themselves, and sums that are compared with the figures they were made of. */
const NOT_BY_TABLE = new Set(['observation', 'revision', 'seal', 'period_summary'])
/** Tables that imports fill in bulk: their rows are summed by {@link sealInBulk} instead of one by one. */
const IN_BULK = new Set(['series', 'note'])

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Tables of the store under a seal of their own, by name. */
export const sealedTables = (raw: Raw): readonly string[] =>
  (
    raw
      .prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
      )
      .pluck()
      .all() as string[]
  ).filter((name) => !NOT_BY_TABLE.has(name))

/** Columns that are stored, in their order. */
const columnsOf = (raw: Raw, table: string): readonly string[] =>
  raw.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid').pluck().all(table) as string[]

/** Whether bulk writers sum rows themselves just now, by connection. */
const bulkUnderWay = new WeakSet<Raw>()

/** Gives a connection the two functions that the triggers call. */
export function addSealFunctions(raw: Raw): void {
  raw.function('seal_row', { varargs: true, deterministic: true }, (table: unknown, ...values: unknown[]) =>
    rowHash(String(table), values),
  )
  raw.function('seal_each', () => (bulkUnderWay.has(raw) ? 0 : 1))
}

/** Whether the store has seals at all: those of its earliest form had none. */
export const isSealed = (raw: Raw): boolean =>
  raw.prepare("SELECT count(*) FROM main.sqlite_schema WHERE type = 'table' AND name = 'seal'").pluck().get() === 1

/** Takes the triggers away, as a migration must before it changes a table. */
export function unwatchTables(raw: Raw): void {
  const names = raw
    .prepare("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger' AND name GLOB 'seal_*'")
    .pluck()
    .all() as string[]
  for (const name of names) raw.exec(`DROP TRIGGER temp.${quoted(name)}`)
}

/** From here on every row written through this connection moves the seal of its table. Does nothing in a store without seals. */
export function watchTables(raw: Raw): void {
  unwatchTables(raw)
  if (!isSealed(raw)) return
  const triggers: string[] = []
  for (const [table, columns] of columnsByTable(raw)) {
    const hash = (row: string): string =>
      `CAST(seal_row('${table}', ${columns.map((column) => `${row}.${quoted(column)}`).join(', ')}) AS INTEGER)`
    const trigger = (event: string, rows: string, sum: string, when = ''): void =>
      void triggers.push(`CREATE TEMP TRIGGER ${quoted(`seal_${table}_${event}`)} AFTER ${event} ON main.${quoted(table)} ${when} BEGIN
        UPDATE seal SET rows = rows${rows}, content = (content${sum}) & 9007199254740991 WHERE name = 'table ${table}'; END;`)
    trigger('INSERT', ' + 1', ` + ${hash('NEW')}`, IN_BULK.has(table) ? 'WHEN seal_each() = 1' : '')
    trigger('DELETE', ' - 1', ` - ${hash('OLD')}`)
    trigger('UPDATE', '', ` - ${hash('OLD')} + ${hash('NEW')}`)
  }
  raw.exec(triggers.join('\n'))
}

/** Sealed tables and their stored columns, asked for at once: every start of a command does. */
function columnsByTable(raw: Raw): ReadonlyMap<string, readonly string[]> {
  const columns = new Map(sealedTables(raw).map((table): [string, string[]] => [table, []]))
  const rows = raw
    .prepare(
      "SELECT t.name, c.name FROM main.sqlite_schema AS t JOIN pragma_table_xinfo(t.name) AS c WHERE t.type = 'table' AND c.hidden = 0 ORDER BY t.name, c.cid",
    )
    .raw()
    .all() as [table: string, column: string][]
  for (const [table, column] of rows) columns.get(table)?.push(column)
  return columns
}

/**
 * Inserts many rows of `series` or `note` without a trigger call for each: `insert` writes every row and adds it to the sum.
 * To be called inside a transaction.
 */
export function sealInBulk(raw: Raw, table: 'series' | 'note', insert: (sum: RowSum) => void): void {
  const sum = new RowSum()
  bulkUnderWay.add(raw)
  try {
    insert(sum)
  } finally {
    bulkUnderWay.delete(raw)
  }
  prepared(
    raw,
    'UPDATE seal SET rows = rows + ?, content = (content + CAST(? AS INTEGER)) & 9007199254740991 WHERE name = ?',
  ).run(sum.rows, sum.content, `table ${table}`)
}

/** Sum over a table as it stands. @throws what SQLite says of a page that cannot be read */
export function sumTable(raw: Raw, table: string): RowSum {
  const sum = new RowSum()
  const columns = columnsOf(raw, table).map(quoted).join(', ')
  for (const row of raw
    .prepare(`SELECT ${columns} FROM ${quoted(table)}`)
    .raw()
    .iterate() as IterableIterator<unknown[]>)
    sum.row(table, row)
  return sum
}

/** Sum over the definitions of tables and indexes; statistics of the planner are not part of it. */
export function sumSchema(raw: Raw): RowSum {
  const sum = new RowSum()
  for (const row of raw
    .prepare("SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'")
    .raw()
    .iterate() as IterableIterator<unknown[]>)
    sum.row('sqlite_schema', row)
  return sum
}
