import type { YearlyBlock } from '../../electron/shared/contract/schema/investment.ts'
import { periodYear } from '../../electron/shared/domain/period.ts'
import { type ReadDb, statement } from '../worker/db.ts'
import { type Line, readLines } from './readSeries.ts'

/** Countries with figures on investment, the richest first. */
export const investmentReporters = statement<object, { readonly code: string; readonly n: number }>(
  'investment.reporters',
  `SELECT r.code, sum(m.figures) AS n FROM period_summary AS m JOIN indicator AS i ON i.id = m.indicator JOIN area AS r ON r.id = m.reporter
   WHERE i.code LIKE 'fdi.%' OR i.code LIKE 'investment.%' OR i.code LIKE 'gcdf.%' OR i.code LIKE 'cgit.%' OR i.code LIKE 'debt.%'
   GROUP BY r.code ORDER BY n DESC, r.code`,
)

export interface BlockQuery {
  readonly indicators: readonly string[]
  readonly reporter: string
  readonly asOf: string
  /** code that stands for all the indicators, and what a row is called */
  readonly name: string
  readonly keyOf: (line: Line) => string
}

/**
 * Yearly figures as a block: one row per line, one column per year from the first to the last, null where there is no figure.
 *
 * @returns null when no yearly figure is on record
 */
export function readBlock(db: ReadDb, query: BlockQuery): Omit<YearlyBlock, 'breaks'> | null {
  const lines = readLines(db, {
    indicators: query.indicators,
    reporters: [query.reporter],
    rule: 'preferred',
    frequency: 'year',
    asOf: query.asOf,
  })
  const years = lines.flatMap((line) => line.cells.map((cell) => periodYear(cell.period)))
  const [first] = lines
  if (years.length === 0 || !first) return null
  const from = Math.min(...years)
  const columns = Array.from({ length: Math.max(...years) - from + 1 }, (_, i) => from + i)
  return {
    indicator: query.name,
    unit: first.unit,
    years: columns,
    rows: lines.map((line) => {
      const values = new Map(line.cells.map((cell) => [periodYear(cell.period), cell.value]))
      return {
        key: query.keyOf(line),
        source: line.cells.at(-1)?.source ?? '',
        values: columns.map((year) => values.get(year) ?? null),
      }
    }),
  }
}
