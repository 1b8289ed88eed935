// Damage to a store's file, seeded: what a failing disk, a cable pulled during a copy or a wrong sector leaves behind.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { problemsOf } from '../../db/seal/check.ts'
import { type Connection, openReader } from '../../db/worker/connection.ts'
import { openStore } from '../../db/worker/openStore.ts'
import type { WorkerOptions } from '../../electron/host/protocol.ts'
import { seededUniform } from '../../electron/shared/analytics/random.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'

export type DamageKind = 'bit flip' | 'zeroed page' | 'cut' | 'swapped pages'

export interface Damage {
  readonly kind: DamageKind
  /** where, in words */
  readonly at: string
  readonly bytes: Buffer
}

/** Up to which of the numbers from 0 to 1 each kind is taken. */
const KINDS: readonly (readonly [DamageKind, number])[] = [
  ['bit flip', 0.6],
  ['zeroed page', 0.75],
  ['cut', 0.85],
  ['swapped pages', 1],
]

/** Damaged copies of a file, the same for the same seed. A copy that came out equal (two empty pages swapped) is not handed out. */
export function* damages(whole: Buffer, count: number, seed: number): Generator<Damage> {
  const uniform = seededUniform(seed)
  const below = (n: number): number => Math.floor(uniform() * n)
  const pageSize = whole.readUInt16BE(16) === 1 ? 65_536 : whole.readUInt16BE(16)
  const pages = whole.length / pageSize
  for (let made = 0; made < count; ) {
    const share = uniform()
    const kind = KINDS.find(([, until]) => share < until)?.[0] ?? 'bit flip'
    const bytes = Buffer.from(whole)
    let at = ''
    let cut = bytes
    if (kind === 'bit flip') {
      const place = below(whole.length)
      const bit = below(8)
      bytes[place] = (bytes[place] as number) ^ (1 << bit)
      at = `byte ${place}, bit ${bit}`
    } else if (kind === 'zeroed page') {
      const page = below(pages)
      bytes.fill(0, page * pageSize, (page + 1) * pageSize)
      at = `page ${page + 1}`
    } else if (kind === 'cut') {
      const length = below(whole.length)
      cut = bytes.subarray(0, length)
      at = `at byte ${length}`
    } else {
      const [a, b] = [below(pages), below(pages)]
      whole.copy(bytes, a * pageSize, b * pageSize, (b + 1) * pageSize)
      whole.copy(bytes, b * pageSize, a * pageSize, (a + 1) * pageSize)
      at = `pages ${a + 1} and ${b + 1}`
    }
    if (cut.equals(whole)) continue
    made++
    yield { kind, at, bytes: cut }
  }
}

/** Everything the store says: each table by its key and once more through each of its indexes. */
export function contentDump({ raw }: Connection): string {
  const hash = createHash('sha256')
  const names = (sql: string): string[] => raw.prepare(sql).pluck().all() as string[]
  const take = (sql: string): void => {
    hash.update(sql)
    for (const row of raw.prepare(sql).raw().iterate()) hash.update(JSON.stringify(row))
  }
  for (const table of names(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1",
  ))
    take(`SELECT * FROM "${table}"`)
  const indexes = raw
    .prepare(
      "SELECT l.name, t.name AS tbl, (SELECT group_concat('\"' || name || '\"') FROM pragma_index_info(l.name)) AS cols, l.partial FROM sqlite_schema t, pragma_index_list(t.name) l WHERE t.type = 'table' AND l.origin <> 'pk' ORDER BY 1",
    )
    .all() as { name: string; tbl: string; cols: string; partial: number }[]
  for (const { name, tbl, cols, partial } of indexes)
    if (partial === 0) take(`SELECT ${cols} FROM "${tbl}" INDEXED BY "${name}" ORDER BY ${cols}`)
  return hash.digest('hex')
}

export interface Verdict {
  /** the program's own check, or its refusal to open the file, tells of it */
  readonly found: boolean
  /** SQLite's integrity_check alone tells of it */
  readonly foundBySqlite: boolean
  /** something can be read otherwise than it was written, or not at all */
  readonly harmful: boolean
  /** the file has the same bytes after it was opened and checked */
  readonly untouched: boolean
}

const isSqlite = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')

function sqliteFinds(file: string): boolean {
  try {
    const { raw, close } = openReader(file)
    try {
      return raw.pragma('integrity_check(1)', { simple: true }) !== 'ok'
    } finally {
      close()
    }
  } catch (error) {
    if (isSqlite(error) || error instanceof CallError) return true
    throw error
  }
}

function dumpOf(file: string): string | null {
  try {
    const connection = openReader(file)
    try {
      return contentDump(connection)
    } finally {
      connection.close()
    }
  } catch (error) {
    if (isSqlite(error) || error instanceof CallError) return null
    throw error
  }
}

/** What the program says of a damaged file: opened as a start opens it, then checked. @throws on anything that is not a refusal: a crash */
export function findDamage(options: WorkerOptions): boolean {
  let connection: Connection
  try {
    connection = openStore({ ...options, mustExist: true }, () => {})
  } catch (error) {
    if (error instanceof CallError) return true
    throw error
  }
  try {
    return problemsOf(connection.raw).length > 0
  } finally {
    connection.close()
  }
}

/** Puts one damage in place of the store and asks everybody. @param whole dump of the undamaged store */
export function judge(damage: Damage, options: WorkerOptions, whole: string): Verdict {
  const file = options.store
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  writeFileSync(file, damage.bytes)
  const found = findDamage(options)
  const untouched = readFileSync(file).equals(damage.bytes)
  return { found, foundBySqlite: sqliteFinds(file), harmful: dumpOf(file) !== whole, untouched }
}
