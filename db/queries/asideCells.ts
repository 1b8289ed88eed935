// Whether what was set aside on a screen still rests on the same figures: the cells of the store that its table named, by their values then.
import { createHash } from 'node:crypto'
import { encodePeriod } from '../../electron/shared/domain/period.ts'
import { type ReadDb, statement } from '../worker/db.ts'
import { storeChecksum } from './storeChecksum.ts'

interface Cell {
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly period: string
  readonly source: string
}

const value = statement<Omit<Cell, 'period'> & { period: number }, { readonly value: number | null }>(
  'aside.value',
  `SELECT o.value FROM series AS s JOIN observation AS o ON o.id = (s.id << 30) + :period
   WHERE s.indicator = (SELECT id FROM indicator WHERE code = :indicator) AND s.reporter = (SELECT id FROM area WHERE code = :reporter)
     AND s.partner = (SELECT id FROM area WHERE code = :partner) AND s.source = (SELECT id FROM source WHERE code = :source)`,
)

const isCell = (given: unknown): given is Cell =>
  typeof given === 'object' &&
  given !== null &&
  (['indicator', 'reporter', 'partner', 'period', 'source'] as const).every(
    (key) => typeof (given as Record<string, unknown>)[key] === 'string',
  )

/** The cells that the rows of a set-aside table name; anything else in them is passed over. */
const cellsOf = (rows: unknown): readonly Cell[] =>
  (Array.isArray(rows) ? rows : []).flatMap((row: unknown) => {
    const refs = (row as { readonly refs?: unknown } | null)?.refs
    return Array.isArray(refs) ? refs.filter(isCell) : []
  })

/** Codes of the sources that a set-aside table rests on, in the order of its rows. */
export const sourcesOfRows = (rows: unknown): readonly string[] => [...new Set(cellsOf(rows).map(({ source }) => source))]

const valuesOf = (db: ReadDb, cells: readonly Cell[]): readonly (number | null)[] =>
  cells.map(({ period, ...cell }) => {
    const code = encodePeriod(period)
    return code === null ? null : (db.get(value, { ...cell, period: code })?.value ?? null)
  })

const hashOf = (values: readonly (number | null)[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16)

const foundAmong = (values: readonly (number | null)[]): number => values.filter((one) => one !== null).length

/**
 * What stands behind a set-aside table now: how many cells it names, how many of them have a figure, and a hash of their values, or of all
 * figures where it names no cell.
 */
export function seenNow(db: ReadDb, rows: unknown): { readonly cells: number; readonly found: number; readonly hash: string } {
  const values = valuesOf(db, cellsOf(rows))
  return { cells: values.length, found: foundAmong(values), hash: values.length === 0 ? storeChecksum(db) : hashOf(values) }
}

/**
 * True when figures behind a set-aside table are no longer in the store: an import was taken back, or the table came from another store. Of
 * one set aside before they were counted this is said only when all of them are gone.
 */
export function goneSince(db: ReadDb, rows: unknown, seen: unknown): boolean {
  const cells = cellsOf(rows)
  if (cells.length === 0) return false
  const before = (seen as { readonly found?: unknown } | null)?.found
  return foundAmong(valuesOf(db, cells)) < (typeof before === 'number' ? before : 1)
}

/**
 * True when the figures behind a set-aside table are others than `seen` says. One set aside before this was noted is not called changed; one
 * that names no cell is called changed by any import, since nobody can say that it is not.
 */
export function changedSince(db: ReadDb, rows: unknown, seen: unknown): boolean {
  const hash = (seen as { readonly hash?: unknown } | null)?.hash
  return typeof hash === 'string' && hash !== seenNow(db, rows).hash
}
