// The share of a country's oil exports that crosses another one. Which observations form it is data (oil_transit_recipe), so a revised
// figure revises the share, and every share names its figures.
import { encodePeriod, type PeriodCode } from '../../electron/shared/domain/period.ts'
import { type ReadDb, statement } from '../worker/db.ts'
import { versionedCache } from './cache.ts'
import type { CellRef, ChannelPoint, ChannelQuery } from './channels.ts'
import { readLines } from './readSeries.ts'

export interface RecipeRow {
  readonly year: number
  readonly bound: 'low' | 'high'
  readonly role: 'numerator' | 'denominator' | 'stated'
  readonly indicator: string
  readonly reporter: string
  readonly partner: string
  readonly period: string
  readonly source: string
  readonly factor: number
}

const recipesOf = statement<{ reporter: string; crosses: string }, RecipeRow>(
  'oilTransit.recipes',
  `SELECT year, bound, role, indicator, reporter, partner, period, source, factor FROM oil_transit_recipe
   WHERE reporter = :reporter AND crosses = :crosses ORDER BY year, id`,
)

/** Value of the observation that a row names; null when the store has none. */
export type FigureOf = (row: RecipeRow) => number | null

const refOf = ({ indicator, reporter, partner, period, source }: RecipeRow): CellRef => ({
  indicator,
  reporter,
  partner,
  period,
  source,
})

/**
 * One end of the range, per cent: the figure stated, or 100 × the sum of numerators over the sum of denominators.
 *
 * @returns null when an observation is missing or the denominator is not positive: half a sum would be a wrong share
 */
export function boundOf(rows: readonly RecipeRow[], figureOf: FigureOf): number | null {
  const sums = { numerator: 0, denominator: 0, stated: 0 }
  for (const row of rows) {
    const value = figureOf(row)
    if (value === null) return null
    sums[row.role] += value * row.factor
  }
  if (rows.some((row) => row.role === 'stated')) return sums.stated
  return sums.denominator > 0 ? (100 * sums.numerator) / sums.denominator : null
}

/** The span that the figures of a year cover: the year, or its first months where cumulative figures end in one of them. */
function coveredOf(year: number, rows: readonly RecipeRow[]): string {
  const month = rows.find((row) => row.indicator.endsWith('.ytd'))?.period
  return month === undefined || month === `${year}-12` ? String(year) : `${year}-01/${month}`
}

/**
 * Shares of a recipe by year, in order. A year of which one end cannot be computed is absent.
 *
 * @param rows of one reporter and one country crossed
 */
export function transitPoints(rows: readonly RecipeRow[], figureOf: FigureOf): readonly ChannelPoint[] {
  return [...Map.groupBy(rows, (row) => row.year)]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, ofYear]) => {
      const ends = (['low', 'high'] as const).map((bound) =>
        boundOf(
          ofYear.filter((row) => row.bound === bound),
          figureOf,
        ),
      )
      const [one, other] = ends
      if (one == null || other == null) return []
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      const ordered = [...ofYear].sort((a, b) => Number(a.role === 'denominator') - Number(b.role === 'denominator'))
      const cells = new Map(ordered.map((row) => [JSON.stringify(refOf(row)), refOf(row)]))
      return [
        {
          year,
          period: coveredOf(year, ofYear),
          value: high - low < 1e-9 ? low : null,
          low,
          high,
          sources: [...new Set(ofYear.map((row) => row.source))].sort(),
          cells: [...cells.values()],
        },
      ]
    })
}

interface Total {
  readonly year: number
  readonly period: string
  readonly low: number
  readonly high: number
  readonly cells: readonly CellRef[]
}

const sumOf = (rows: readonly RecipeRow[], figureOf: FigureOf): number | null =>
  rows.reduce<number | null>((sum, row) => {
    const value = figureOf(row)
    return sum === null || value === null ? null : sum + value * row.factor
  }, 0)

/** The denominators of a recipe by year: the total that shares are counted from. Years without a denominator are absent. */
function transitTotals(rows: readonly RecipeRow[], figureOf: FigureOf): readonly Total[] {
  return [...Map.groupBy(rows, (row) => row.year)]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, ofYear]) => {
      const denominators = ofYear.filter((row) => row.role === 'denominator')
      const sums = [...Map.groupBy(denominators, (row) => row.bound).values()].map((group) => sumOf(group, figureOf))
      const known = sums.filter((sum) => sum !== null)
      if (known.length === 0) return []
      const cells = new Map(denominators.map((row) => [JSON.stringify(refOf(row)), refOf(row)]))
      const period = coveredOf(year, ofYear)
      return [{ year, period, low: Math.min(...known), high: Math.max(...known), cells: [...cells.values()] }]
    })
}

interface Recipe {
  readonly rows: readonly RecipeRow[]
  readonly figureOf: FigureOf
}

const remembered = versionedCache<Recipe>(40)

function read(db: ReadDb, query: ChannelQuery): Recipe {
  const rows = db.all(recipesOf, { reporter: query.reporter, crosses: query.partner })
  const lines = readLines(db, {
    indicators: [...new Set(rows.map((row) => row.indicator))],
    reporters: [query.reporter],
    rule: 'all',
    asOf: query.asOf,
  })
  const key = (indicator: string, partner: string, source: string, period: PeriodCode | null) =>
    `${indicator} ${partner} ${source} ${period}`
  const values = new Map(
    lines.flatMap((line) =>
      line.cells.map((cell) => [key(cell.indicator, cell.partner, cell.source, cell.period), cell.value] as const),
    ),
  )
  return {
    rows,
    figureOf: (row) => values.get(key(row.indicator, row.partner, row.source, encodePeriod(row.period))) ?? null,
  }
}

const recipeOf = (db: ReadDb, query: ChannelQuery): Recipe => remembered.get(db, JSON.stringify(query), () => read(db, query))

/**
 * Share of the reporter's oil exports that crosses the partner, by year, per cent, low to high where routes are only partly known;
 * numerators first among the cells. Empty for a reporter or partner without a recipe.
 */
export function readOilTransit(db: ReadDb, query: ChannelQuery): readonly ChannelPoint[] {
  const { rows, figureOf } = recipeOf(db, query)
  return transitPoints(rows, figureOf)
}

/** Oil exports that the shares of {@link readOilTransit} are counted from, million tonnes. */
export function readOilTotals(db: ReadDb, query: ChannelQuery): readonly Total[] {
  const { rows, figureOf } = recipeOf(db, query)
  return transitTotals(rows, figureOf)
}
