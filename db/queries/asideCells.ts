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

function valuesOf(db: ReadDb, cells: readonly Cell[]): string {
  const values = cells.map(({ period, ...cell }) => {
    const code = encodePeriod(period)
    return code === null ? null : (db.get(value, { ...cell, period: code })?.value ?? null)
  })
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16)
}

/** What stands behind a set-aside table now: a hash of its cells' values, or of all figures where it names no cell. */
export function seenNow(db: ReadDb, rows: unknown): { readonly cells: number; readonly hash: string } {
  const cells = cellsOf(rows)
  return { cells: cells.length, hash: cells.length === 0 ? storeChecksum(db) : valuesOf(db, cells) }
}

/**
 * True when the figures behind a set-aside table are others than `seen` says. One set aside before this was noted is not called changed; one
 * that names no cell is called changed by any import, since nobody can say that it is not.
 */
export function changedSince(db: ReadDb, rows: unknown, seen: unknown): boolean {
  const hash = (seen as { readonly hash?: unknown } | null)?.hash
  return typeof hash === 'string' && hash !== seenNow(db, rows).hash
}
