// Series that no record had before, between areas that others had: in bulk downloads nearly all of them.

import { Interner } from '../bytes/interner.ts'
import type { Splitter } from '../bytes/splitter.ts'
import type { IndicatorRecord, Layout } from '../layout.ts'
import { type Bounds, endOf, Keys, type Meaning, type Stretch } from './keys.ts'
import type { SeriesFinder, SideArea } from './series.ts'

/** Areas by the texts of one column. */
class AreaTexts {
  readonly #column: number
  readonly #texts = new Interner()
  readonly #areas: SideArea[] = []

  constructor(column: number) {
    this.#column = column
  }

  find(buffer: Uint8Array, bounds: Bounds): SideArea | undefined {
    return this.#areas[this.#texts.find(buffer, bounds[this.#column] as number, endOf(bounds, this.#column))]
  }

  learn(buffer: Uint8Array, bounds: Bounds, area: SideArea): void {
    const text = this.#texts.intern(buffer, bounds[this.#column] as number, endOf(bounds, this.#column))
    if (text >= 0) this.#areas[text] = area
  }
}

/** What a record with a new pair of areas would be: everything but its series. */
export interface Pair {
  readonly meaning: Meaning
  readonly reporter: SideArea
  readonly partner: SideArea
  readonly source: number
}

/** Knows reporters, partners and all the other columns of the key apart from each other. */
export class Pairs {
  readonly #reporters: AreaTexts
  readonly #partners: AreaTexts
  /** the other columns of the key, learnt with the source of their figures */
  readonly #others: Keys
  readonly #series: SeriesFinder
  /** a country's figure about itself is one */
  readonly #own: boolean

  private constructor(reporter: number, partner: number, others: readonly Stretch[], own: boolean, series: SeriesFinder) {
    this.#reporters = new AreaTexts(reporter)
    this.#partners = new AreaTexts(partner)
    this.#others = new Keys(others)
    this.#own = own
    this.#series = series
  }

  /** @param stretches of the key @returns null where one column alone does not name the reporter, or the partner */
  static of({ reporter, partner, own = false }: Layout, stretches: readonly Stretch[], series: SeriesFinder): Pairs | null {
    const [from, ...more] = reporter?.columns ?? []
    const [to, ...others] = partner?.columns ?? []
    if (from === undefined || to === undefined || more.length + others.length > 0 || from === to) return null
    const rest = stretches.flatMap((stretch) => without(stretch, from)).flatMap((stretch) => without(stretch, to))
    return rest.length === 0 ? null : new Pairs(from, to, rest, own, series)
  }

  /** @returns null unless every column was met before, and the pair may have figures */
  find(buffer: Uint8Array, bounds: Bounds): Pair | null {
    const reporter = this.#reporters.find(buffer, bounds)
    if (reporter === undefined) return null
    const partner = this.#partners.find(buffer, bounds)
    if (partner === undefined) return null
    const place = this.#others.find(buffer, bounds)
    if (place < 0) return null
    const meaning = this.#others.meaningOf(place)
    if (meaning.indicator.partnerRule !== 'required' || (reporter === partner && !this.#own)) return null
    return { meaning, reporter, partner, source: this.#others.seriesOf(place) }
  }

  /** The series of a pair, from now on also the store's. */
  seriesOf({ meaning, reporter, partner, source }: Pair): number {
    return this.#series.between(meaning.indicator, reporter, partner, source)
  }

  /** Learns of a record what it was found to be. */
  learn(splitter: Splitter, bounds: Bounds, indicator: IndicatorRecord, shift: number, extra: number): void {
    const { reporter, partner, source } = this.#series.sidesOf(splitter)
    const { buffer } = splitter
    if (reporter) this.#reporters.learn(buffer, bounds, reporter)
    if (partner) this.#partners.learn(buffer, bounds, partner)
    this.#others.learn(buffer, bounds, source, indicator, shift, extra)
  }
}

/** A stretch without one of its columns. */
function without({ first, last }: Stretch, column: number): readonly Stretch[] {
  if (column < first || column > last) return [{ first, last }]
  const parts = [
    { first, last: column - 1 },
    { first: column + 1, last },
  ]
  return parts.filter((part) => part.first <= part.last)
}
