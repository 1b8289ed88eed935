import { WORLD } from '../../electron/shared/domain/observation.ts'
import { CellMap } from '../ingest/cellMap.ts'
import { SERIES_SIZE } from '../queries/observationKey.ts'

/** What a series adds to: its group (indicator, reporter and source), and in which part its partner counts. */
export type Part = 'partner' | 'world' | 'other'

/** Part of a series' figures in a sum over partners: countries count, the world total stands beside them, groups are only counted. */
export function partOf(partner: { readonly id: number; readonly code: string; readonly kind: string }, reporter: number): Part {
  if (partner.code === WORLD) return 'world'
  return partner.id !== reporter && (partner.kind === 'country' || partner.kind === 'historic') ? 'partner' : 'other'
}

/** One row of period_summary without its group. */
export interface PeriodSum {
  readonly period: number
  readonly figures: number
  readonly partners: number
  readonly total: number
  readonly squares: number
  readonly lowest: number | null
  readonly world: number | null
}

/**
 * Adds up figures by group and period, in constant memory per cell. Figures of a cell are taken in order of series, and sums are kept with
 * Neumaier's compensation (Neumaier 1974, ZAMM 54, 39), so that the same figures give the same bits whichever way they came.
 */
export class PeriodSums {
  readonly #cells = new CellMap()
  #room = 1024
  #figures = new Int32Array(this.#room)
  #partners = new Int32Array(this.#room)
  #totals = new Float64Array(this.#room * 2)
  #squares = new Float64Array(this.#room * 2)
  #lowest = new Float64Array(this.#room)
  #world = new Float64Array(this.#room)

  /** @param group any small number that stands for indicator, reporter and source */
  take(group: number, period: number, part: Part, value: number): void {
    const key = group * SERIES_SIZE + period
    let cell = this.#cells.get(key)
    if (cell < 0) cell = this.#add(key)
    this.#figures[cell] = (this.#figures[cell] as number) + 1
    if (part === 'partner') {
      this.#partners[cell] = (this.#partners[cell] as number) + 1
      addTo(this.#totals, cell * 2, value)
      addTo(this.#squares, cell * 2, value * value)
      if (!((this.#lowest[cell] as number) <= value)) this.#lowest[cell] = value
    } else if (part === 'world') this.#world[cell] = value
  }

  /** How many cells there are. */
  get size(): number {
    return this.#cells.size
  }

  /** Every cell by group, periods in order. */
  *rows(): Generator<PeriodSum & { readonly group: number }> {
    const order = Array.from({ length: this.size }, (_, cell) => cell).sort((a, b) => this.#cells.keyOf(a) - this.#cells.keyOf(b))
    for (const cell of order) {
      const key = this.#cells.keyOf(cell)
      const known = (value: number): number | null => (Number.isNaN(value) ? null : value)
      yield {
        group: Math.floor(key / SERIES_SIZE),
        period: key % SERIES_SIZE,
        figures: this.#figures[cell] as number,
        partners: this.#partners[cell] as number,
        total: (this.#totals[cell * 2] as number) + (this.#totals[cell * 2 + 1] as number),
        squares: (this.#squares[cell * 2] as number) + (this.#squares[cell * 2 + 1] as number),
        lowest: known(this.#lowest[cell] as number),
        world: known(this.#world[cell] as number),
      }
    }
  }

  #add(key: number): number {
    const cell = this.#cells.add(key)
    if (cell >= this.#room) this.#grow()
    this.#lowest[cell] = Number.NaN
    this.#world[cell] = Number.NaN
    return cell
  }

  #grow(): void {
    this.#room *= 2
    const larger = <T extends Int32Array | Float64Array>(made: T, old: T): T => {
      made.set(old)
      return made
    }
    this.#figures = larger(new Int32Array(this.#room), this.#figures)
    this.#partners = larger(new Int32Array(this.#room), this.#partners)
    this.#totals = larger(new Float64Array(this.#room * 2), this.#totals)
    this.#squares = larger(new Float64Array(this.#room * 2), this.#squares)
    this.#lowest = larger(new Float64Array(this.#room), this.#lowest)
    this.#world = larger(new Float64Array(this.#room), this.#world)
  }
}

/** Sum at `at`, its compensation behind it. */
function addTo(sums: Float64Array, at: number, value: number): void {
  const sum = sums[at] as number
  const next = sum + value
  const lost = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
  sums[at] = next
  sums[at + 1] = (sums[at + 1] as number) + lost
}
