import type { WorkerOptions } from '../../electron/host/protocol.ts'
import { CallError } from '../../electron/shared/contract/errors.ts'
import { claimDocument } from '../../electron/shared/contract/schema/claims.ts'
import { NO_PARTNER } from '../../electron/shared/domain/observation.ts'
import { encodePeriod } from '../../electron/shared/domain/period.ts'
import { rememberVerdicts } from '../handlers/claims.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'
import { sealAll } from '../seal/seals.ts'
import { unwatchTables, watchTables } from '../seal/tables.ts'
import { renewAllSummaries } from '../summaries/keep.ts'
import type { Connection } from '../worker/connection.ts'
import { statement, type WriteDb } from '../worker/db.ts'
import { type Bundle, type BundledTable, openBundle } from './bundle.ts'
import { contextLoads, dimensionLoads, type TableLoad } from './tables.ts'

const observationTables = ['trade', 'investment', 'sentiment', 'politics', 'corridors', 'macro'] as const
/** Progress is told about this often. */
const TELL_EVERY = 5_000

/**
 * Fills an empty store from the bundled data package, in one transaction. Nothing is lost or altered on the way: every figure keeps
 * its file, line, source, unit and note.
 *
 * @param tell called with observations written so far and in all
 * @throws {CallError} bundle-damaged, disk-full
 */
export function buildFromBundle(
  connection: Connection,
  options: WorkerOptions,
  tell: (done: number, total: number) => void,
): void {
  const bundle = openBundle(options.data)
  const { db, raw } = connection
  // sealed as a whole at the end, faster than row by row
  unwatchTables(raw)
  db.transaction(() => {
    const dropped = loadSources(db, bundle, options.openOnly)
    for (const load of dimensionLoads) fill(db, bundle, load, dropped)
    const tables = observationTables.map((name) => bundle.table(name))
    const total = tables.reduce((sum, table) => sum + table.rows.length, 0)
    const writer = observationWriter(db, dropped)
    let done = 0
    for (const table of tables) {
      writer.batch(table, bundle.vintage)
      for (const row of table.rows) {
        writer.row(table, row)
        if (++done % TELL_EVERY === 0) tell(done, total)
      }
    }
    renewAllSummaries(connection.raw)
    for (const load of contextLoads) fill(db, bundle, load, dropped)
    loadCorridors(db, bundle, dropped)
    loadClaimRules(db, bundle)
    rememberVerdicts(db)
    db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)').run(
      'bundle',
      JSON.stringify({ version: bundle.version, openOnly: options.openOnly }),
    )
    sealAll(raw)
    tell(total, total)
  })
  watchTables(raw)
  connection.raw.exec('ANALYZE')
}

/** @returns codes of the sources left out, empty unless only open ones are wanted */
function loadSources(db: WriteDb, bundle: Bundle, openOnly: boolean): ReadonlySet<string> {
  const terms = new Map(bundle.table('source-terms').rows.map((row) => [row.text('source_id'), row.text('terms')]))
  const insert = db.prepare(
    'INSERT INTO source (code, title, publisher, url, licence, terms, retrieved_from, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const dropped = new Set<string>()
  for (const row of bundle.table('sources').rows) {
    const code = row.text('source_id')
    const term = terms.get(code) ?? 'unreviewed'
    if (openOnly && term !== 'open') dropped.add(code)
    else
      insert.run(
        code,
        row.text('title'),
        row.text('publisher'),
        row.text('url'),
        row.text('licence'),
        term,
        row.text('retrieved_from'),
        row.text('note'),
      )
  }
  return dropped
}

function fill(db: WriteDb, bundle: Bundle, load: TableLoad, dropped: ReadonlySet<string>): void {
  const insert = db.prepare(load.sql)
  for (const row of bundle.table(load.resource).rows) {
    if (load.source === undefined || !dropped.has(row.text(load.source))) insert.run(...load.values(row))
  }
}

interface Code {
  readonly code: string
  readonly id: number
}
const indicatorIds = statement<object, Code>('build.indicators', 'SELECT code, id FROM indicator')
const areaIds = statement<object, Code>('build.areas', 'SELECT code, id FROM area')
const sourceIds = statement<object, Code>('build.sources', 'SELECT code, id FROM source')

function observationWriter(db: WriteDb, dropped: ReadonlySet<string>) {
  const ids = (rows: readonly Code[]): ReadonlyMap<string, number> => new Map(rows.map(({ code, id }) => [code, id]))
  const indicators = ids(db.all(indicatorIds, {}))
  const areas = ids(db.all(areaIds, {}))
  const sources = ids(db.all(sourceIds, {}))
  const series = new Map<string, number>()
  const notes = new Map<string, number>()
  const addBatch = db.prepare(
    `INSERT INTO batch (kind, file, sha256, bytes, encoding, format, vintage, imported_at, rows_read, rows_new)
     VALUES ('bundled', ?, ?, ?, 'utf-8', 'long', ?, ?, ?, ?)`,
  )
  const addSeries = db.prepare('INSERT INTO series (indicator, reporter, partner, source) VALUES (?, ?, ?, ?)')
  const addNote = db.prepare('INSERT INTO note (text) VALUES (?)')
  const addObservation = db.prepare(
    'INSERT INTO observation (id, value, status, decimals, batch, line, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  let batch = 0

  const dimension = (of: ReadonlyMap<string, number>, code: string, table: BundledTable, line: number): number => {
    const id = of.get(code)
    if (id === undefined)
      throw new CallError('bundle-damaged', `The bundled file ${table.path} names an unknown ${code} at line ${line}.`)
    return id
  }
  const seriesId = (key: string, create: () => readonly number[]): number => {
    let id = series.get(key)
    if (id === undefined) {
      id = addSeries.run(...create()).lastId
      series.set(key, id)
    }
    return id
  }
  const noteId = (text: string): number | null => {
    if (text === '') return null
    let id = notes.get(text)
    if (id === undefined) {
      id = addNote.run(text).lastId
      notes.set(text, id)
    }
    return id
  }
  return {
    batch: (table: BundledTable, vintage: string): void => {
      const count = table.rows.filter((row) => !dropped.has(row.text('source_id'))).length
      batch = addBatch.run(table.path, table.sha256, table.bytes, vintage, vintage, count, count).lastId
    },
    row: (table: BundledTable, row: BundledTable['rows'][number]): void => {
      const source = row.text('source_id')
      if (dropped.has(source)) return
      const [indicator, reporter, partner] = [row.text('indicator'), row.text('reporter'), row.text('partner') || NO_PARTNER]
      const id = seriesId(`${indicator} ${reporter} ${partner} ${source}`, () => [
        dimension(indicators, indicator, table, row.line),
        dimension(areas, reporter, table, row.line),
        dimension(areas, partner, table, row.line),
        dimension(sources, source, table, row.line),
      ])
      const period = encodePeriod(row.text('period'))
      const value = row.number('value')
      if (period === null || value === null)
        throw new CallError('bundle-damaged', `The bundled file ${table.path} has no figure at line ${row.line}.`)
      const text = row.text('value')
      const point = text.indexOf('.')
      addObservation.run(
        id * SERIES_SIZE + period,
        value,
        'A',
        point < 0 ? 0 : text.length - point - 1,
        batch,
        row.line,
        noteId(row.text('note')),
      )
    },
  }
}

interface CorridorFile {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly status: string
  readonly transit_countries: readonly string[]
  readonly points: readonly (readonly [number, number, string])[]
  readonly approx_points?: readonly string[]
  readonly source_id: string
  readonly note?: string
}

function loadCorridors(db: WriteDb, bundle: Bundle, dropped: ReadonlySet<string>): void {
  const insert = db.prepare(
    'INSERT INTO corridor (id, name, kind, status, transit_countries, points, approximate_points, source, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const route of bundle.json('corridor-routes') as readonly CorridorFile[]) {
    if (dropped.has(route.source_id)) continue
    insert.run(
      route.id,
      route.name,
      route.kind,
      route.status,
      route.transit_countries.join(';'),
      JSON.stringify(route.points),
      JSON.stringify(route.approx_points ?? []),
      route.source_id,
      route.note ?? '',
    )
  }
}

interface ClaimRuleFile {
  readonly id: string
  readonly document: unknown
}

/** Tests of the claims; a claim whose source was left out has no row and so no test. */
function loadClaimRules(db: WriteDb, bundle: Bundle): void {
  const update = db.prepare('UPDATE claim SET rule = ? WHERE id = ?')
  for (const { id, document } of bundle.json('claim-rules') as readonly ClaimRuleFile[]) {
    const checked = claimDocument.safeParse(document)
    if (!checked.success)
      throw new CallError(
        'bundle-damaged',
        `The test of claim ${id} cannot be read. Install Multivector again.`,
        checked.error.message,
      )
    update.run(JSON.stringify(checked.data), id)
  }
}
