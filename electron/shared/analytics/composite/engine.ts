import { AnalyticsRefusal } from '../refusal.ts'
import { groupScore } from './means.ts'
import type { IndexGroup, IndexMethod } from './method.ts'
import { normaliseColumn } from './normalise.ts'
import { ranksFromTop } from './ranks.ts'

/** Any table of units (rows) by indicators (columns). */
export interface IndexTable {
  readonly units: readonly string[]
  /** one column per indicator id, as long as `units`; null = missing */
  readonly columns: ReadonlyMap<string, readonly (number | null)[]>
}

export interface UnitScores {
  readonly unit: string
  /** every indicator (normalised) and every group by its id, in the order of the method; null = not available */
  readonly scores: Readonly<Record<string, number | null>>
  /** by the score of `top`: 1 = highest, ties take the smallest; null without a score */
  readonly rank: number | null
}

/** A method bound to a table: normalised columns and the groups' parts as positions. Made once, evaluated under many sets of weights. */
export interface BoundIndex {
  readonly method: IndexMethod
  readonly units: readonly string[]
  /** ids of indicators, then of groups, in evaluation order */
  readonly ids: readonly string[]
  /** per group of the method: positions of its parts in `ids` */
  readonly parts: readonly (readonly number[])[]
  readonly normalised: readonly Float64Array[]
  /** values that lay outside frozen goalposts and were cut to them */
  readonly clipped: readonly { readonly unit: string; readonly indicator: string }[]
  readonly topAt: number
}

function checkTable(table: IndexTable): void {
  if (table.units.length === 0) throw new AnalyticsRefusal('empty-table', 'the table has no units')
  const seen = new Set<string>()
  for (const unit of table.units) {
    if (seen.has(unit)) throw new AnalyticsRefusal('duplicate-id', `unit ${unit} stands in the table twice`, { unit })
    seen.add(unit)
  }
  for (const [indicator, column] of table.columns) {
    if (column.length !== table.units.length) throw new RangeError(`column ${indicator} is not as long as the list of units`)
    column.forEach((value, index) => {
      if (value !== null && !Number.isFinite(value)) {
        const unit = table.units[index] ?? ''
        throw new AnalyticsRefusal('not-finite', `${indicator} of ${unit} is not a finite number`, { indicator, unit })
      }
    })
  }
}

/**
 * Binds a method to a table: checks both, normalises every indicator of the method (other columns are ignored).
 *
 * @throws {AnalyticsRefusal} `empty-table`, `duplicate-id` (a unit), `not-finite`, `unknown-indicator` (not a column of the table),
 *   `zero-range`, `non-positive-value`
 */
export function bindIndex(table: IndexTable, method: IndexMethod): BoundIndex {
  checkTable(table)
  const clipped: { readonly unit: string; readonly indicator: string }[] = []
  const normalised = method.indicators.map((indicator) => {
    const column = table.columns.get(indicator.id)
    if (!column) {
      throw new AnalyticsRefusal('unknown-indicator', `the table has no column ${indicator.id}`, { indicator: indicator.id })
    }
    const result = normaliseColumn(column, indicator, table.units, method.scale)
    for (const at of result.clipped) clipped.push({ unit: table.units[at] ?? '', indicator: indicator.id })
    return Float64Array.from(result.values, (value) => value ?? Number.NaN)
  })
  const ids = [...method.indicators, ...method.groups].map((part) => part.id)
  const at = new Map(ids.map((id, index) => [id, index]))
  const position = (id: string): number => {
    const found = at.get(id)
    if (found === undefined) throw new AnalyticsRefusal('unknown-part', `the method has no part ${id}`, { part: id })
    return found
  }
  return {
    method,
    units: table.units,
    ids,
    parts: method.groups.map((group) => group.parts.map(position)),
    normalised,
    clipped,
    topAt: position(method.top),
  }
}

/** Weights of every group, in the order of the method's groups and of their parts. */
export type WeightSet = readonly ArrayLike<number>[]

/** The weights as the method names them, group by group. */
export const nominalWeights = (method: IndexMethod): WeightSet => method.groups.map((group) => group.weights)

/**
 * Scores of every part for every unit under one set of weights.
 *
 * @returns one array per id of `bound.ids`, each as long as the units; NaN = not available
 */
export function evaluateIndex(bound: BoundIndex, weights: WeightSet): readonly Float64Array[] {
  const scores: Float64Array[] = [...bound.normalised]
  bound.method.groups.forEach((group: IndexGroup, index) => {
    const parts = (bound.parts[index] ?? []).map((part) => scores[part] ?? new Float64Array(bound.units.length))
    const own = weights[index] ?? group.weights
    const buffer = new Float64Array(parts.length)
    scores.push(
      Float64Array.from(bound.units, (unit, row) => {
        for (let part = 0; part < parts.length; part += 1) buffer[part] = parts[part]?.[row] ?? Number.NaN
        return groupScore(group, buffer, own, bound.method.availability, unit)
      }),
    )
  })
  return scores
}

const orNull = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value)

/** Scores of one part as a list with nulls. */
export const scoreList = (scores: ArrayLike<number> | undefined): readonly (number | null)[] =>
  scores === undefined ? [] : Array.from(scores, (value) => orNull(value))

/**
 * The scores and ranks of a composite indicator, unrounded, nothing imputed.
 *
 * @param bound from {@link bindIndex}
 * @returns units in the order of the table
 * @throws {AnalyticsRefusal} `non-positive-value` where a mean is not defined, naming group, part and unit
 * @see OECD and JRC (2008), Handbook on Constructing Composite Indicators; Becker et al. (2022), "COINr", JOSS 7(78), 4567
 */
export function scoreIndex(bound: BoundIndex): readonly UnitScores[] {
  const scores = evaluateIndex(bound, nominalWeights(bound.method))
  const ranks = ranksFromTop(scoreList(scores[bound.topAt]))
  return bound.units.map((unit, row) => ({
    unit,
    scores: Object.fromEntries(bound.ids.map((id, index) => [id, orNull(scores[index]?.[row])])),
    rank: ranks[row] ?? null,
  }))
}
