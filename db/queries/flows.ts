// Yearly flows of a reporter by partner, with the world total of the same statistics: what every share is computed from.
import { WORLD } from '../../electron/shared/domain/observation.ts'
import { EU27_MEMBERS } from '../../electron/shared/domain/partners.ts'
import { type PeriodCode, periodYear } from '../../electron/shared/domain/period.ts'
import type { ReadDb } from '../worker/db.ts'
import { versionedCache } from './cache.ts'
import { allAreas } from './catalogue.ts'
import { type Cell, readLines } from './readSeries.ts'

/** One period's flows. Amounts in the indicator's unit. */
export interface Flows {
  readonly period: PeriodCode
  /** amounts by partner; world totals, groups and "other" are never among them */
  readonly partners: ReadonlyMap<string, number>
  /** the published world total; where none was published the sum of a whole table of partners; null when there is neither */
  readonly total: number | null
  /** true when `total` is a published figure */
  readonly totalPublished: boolean
  /** amount of today's EU27: published, else the sum of the members on record */
  readonly eu27: number | null
  readonly sources: readonly string[]
  readonly cells: ReadonlyMap<string, Cell>
}

export interface FlowsQuery {
  readonly indicator: string
  readonly reporter: string
  /** null = the printed rule */
  readonly source: string | null
  readonly asOf: string
  /** one period only; null = every plain year */
  readonly period: PeriodCode | null
}

const kinds = new Map<string, string>()
/** Kind of an area: country, group, special or historic. Areas do not change while a store is open, so they are read once. */
export function areaKind(db: ReadDb, code: string): string {
  const known = kinds.get(code)
  if (known !== undefined) return known
  for (const row of db.all(allAreas, {})) kinds.set(row.code, row.kind)
  return kinds.get(code) ?? 'special'
}

const isPartner = (db: ReadDb, code: string, reporter: string): boolean => {
  const kind = areaKind(db, code)
  return code !== reporter && (kind === 'country' || kind === 'historic')
}

/** So many partners are a table of all, not what somebody quoted. */
const LEAST_OF_A_TABLE = 20
/** So much of a published total leaves little room for a partner of weight that is not named. */
const MOST_OF_A_TOTAL = 0.8

/** Whether figures by partner are a whole table, in which a partner that is not named has no flow: elsewhere it is not known. */
export function isTable({ partners, total, totalPublished }: Flows): boolean {
  if (partners.size >= LEAST_OF_A_TABLE) return true
  return totalPublished && total !== null && [...partners.values()].reduce((a, b) => a + b, 0) >= MOST_OF_A_TOTAL * total
}

function flowsOf(db: ReadDb, period: PeriodCode, cells: readonly Cell[], reporter: string): Flows {
  const byPartner = new Map(cells.map((cell) => [cell.partner, cell]))
  const partners = new Map<string, number>()
  for (const cell of cells) {
    if (cell.value !== null && isPartner(db, cell.partner, reporter)) partners.set(cell.partner, cell.value)
  }
  const published = byPartner.get(WORLD)?.value ?? null
  const sum = [...partners.values()].reduce((a, b) => a + b, 0)
  const members = EU27_MEMBERS.filter((member) => partners.has(member))
  const eu27 =
    byPartner.get('EU27')?.value ??
    (members.length > 0 ? members.reduce((a, member) => a + (partners.get(member) ?? 0), 0) : null)
  return {
    period,
    partners,
    total: published ?? (partners.size >= LEAST_OF_A_TABLE ? sum : null),
    totalPublished: published !== null,
    eu27,
    sources: [...new Set(cells.map((cell) => cell.source))].sort(),
    cells: byPartner,
  }
}

/** Cells remembered, about 250 bytes each: what the screens of one reporter ask for at ten million figures. */
const MOST_CELLS = 120_000
/** The same of a thread that nobody asks: the screens looked at last. */
const MOST_CELLS_AT_REST = 24_000
const remembered = versionedCache<readonly Flows[]>(200, {
  of: (flows) => flows.reduce((cells, one) => cells + one.cells.size, 0),
  most: MOST_CELLS,
  atRest: MOST_CELLS_AT_REST,
})

/** Flows by period, in order. A period without any figure is absent. */
export const readFlows = (db: ReadDb, query: FlowsQuery): readonly Flows[] =>
  remembered.get(db, JSON.stringify(query), () => makeFlows(db, query))

function makeFlows(db: ReadDb, query: FlowsQuery): readonly Flows[] {
  const lines = readLines(db, {
    indicators: [query.indicator],
    reporters: [query.reporter],
    rule: query.source === null ? 'preferred' : { source: query.source },
    frequency: query.period === null ? 'year' : 'all',
    from: query.period,
    to: query.period,
    asOf: query.asOf,
  })
  const cells = lines.flatMap((line) => line.cells)
  return [...Map.groupBy(cells, (cell) => cell.period)]
    .sort(([a], [b]) => a - b)
    .map(([period, group]) => flowsOf(db, period, group, query.reporter))
}

/** Amount of one partner in a period's flows: a country, `EU27`, or the sum over several members (absent members count as no flow). */
export function amountOf(flows: Flows, partner: string, members: readonly string[] = []): number | null {
  if (partner === 'EU27') return flows.eu27
  if (members.length === 0) return flows.partners.get(partner) ?? null
  const present = members.filter((member) => flows.partners.has(member))
  return present.length === 0 ? null : present.reduce((sum, member) => sum + (flows.partners.get(member) ?? 0), 0)
}

/** Consecutive years taken together, with the flows inside. */
export interface Window {
  readonly first: number
  readonly last: number
  readonly flows: readonly Flows[]
}

/**
 * Rolling windows of years, from the first one that has that many years of statistics behind it. A year inside without flows had none: for
 * deliveries of arms, absent is not unknown.
 *
 * @param years flows by calendar year, in order of year
 * @param length in years, ≥ 1
 * @see Wezeman et al. (2024), "Trends in International Arms Transfers, 2023", SIPRI: five-year periods, because single years jump
 */
export function windowsOf(years: ReadonlyMap<number, readonly Flows[]>, length: number): readonly Window[] {
  const known = [...years.keys()]
  const [start, end] = [known[0], known.at(-1)]
  if (start === undefined || end === undefined) return []
  return Array.from({ length: Math.max(0, end - start - length + 2) }, (_, at) => {
    const first = start + at
    return {
      first,
      last: first + length - 1,
      flows: Array.from({ length }, (_, year) => years.get(first + year) ?? []).flat(),
    }
  })
}

/** Calendar year in which the period of flows begins. */
export const yearOf = (flows: Flows): number => periodYear(flows.period)
