// Sorting the figures of a run by id, and by line where ids are equal.
import { SERIES_SIZE } from '../queries/observationKey.ts'
import { NumberMap } from './numberMap.ts'
import { emptyRows, type Rows } from './runs.ts'

/** Digits of a radix sort; a file's figures need one or two of them. */
const DIGIT_BITS = 13
const DIGITS = 1 << DIGIT_BITS
const LOW_BITS = DIGIT_BITS * 2
const LOW = 2 ** LOW_BITS

interface Scratch {
  readonly low: Uint32Array<ArrayBuffer>
  readonly high: Uint32Array<ArrayBuffer>
  readonly order: Uint32Array<ArrayBuffer>
  readonly other: Uint32Array<ArrayBuffer>
}
let kept: Scratch | null = null

/** Memory of a sort, the same for every run: what waits for the garbage collector counts as well. */
function scratch(n: number): Scratch {
  if (kept === null || kept.low.length < n) {
    const make = (): Uint32Array<ArrayBuffer> => new Uint32Array(n)
    kept = { low: make(), high: make(), order: make(), other: make() }
  }
  return kept
}

interface SortKey {
  readonly numbers: Uint32Array
  readonly bits: number
}

/**
 * Numbers in the order of the ids: place of the series among those there are, and rank of the period among the few that a run has. Where that
 * is too much for 32 bits, the two halves of the id itself.
 */
function sortKeys(ids: Float64Array, n: number): readonly SortKey[] {
  const ranks = new NumberMap()
  const periods: number[] = []
  const { low, high } = scratch(n)
  let least = Number.POSITIVE_INFINITY
  let most = 0
  let last = -1
  let rank = 0
  for (let i = 0; i < n && periods.length <= MOST_RANKS; i++) {
    const id = ids[i] as number
    const series = Math.floor(id / SERIES_SIZE)
    const period = id - series * SERIES_SIZE
    if (period !== last) {
      last = period
      rank = ranks.get(period)
      if (rank < 0) {
        rank = periods.push(period) - 1
        ranks.set(period, rank)
      }
    }
    if (series < least) least = series
    if (series > most) most = series
    low[i] = rank
    high[i] = series
  }
  const size = (most - least + 1) * periods.length
  if (periods.length <= MOST_RANKS && size < 2 ** 32) {
    const places = new Uint32Array(periods.length)
    const inOrder = periods.map((_, i) => i).sort((a, b) => (periods[a] as number) - (periods[b] as number))
    for (let i = 0; i < inOrder.length; i++) places[inOrder[i] as number] = i
    for (let i = 0; i < n; i++) low[i] = ((high[i] as number) - least) * periods.length + (places[low[i] as number] as number)
    return [{ numbers: low, bits: Math.ceil(Math.log2(size + 1)) }]
  }
  for (let i = 0; i < n; i++) {
    const id = ids[i] as number
    const top = Math.floor(id / LOW)
    high[i] = top
    low[i] = id - top * LOW
  }
  return [
    { numbers: low, bits: LOW_BITS },
    { numbers: high, bits: LOW_BITS },
  ]
}
/** Different periods of one run up to which they are ranked: thirty years of days. */
const MOST_RANKS = 16_384

/** A table of places may be so many times as long as the run it sorts. */
const MOST_PLACES_PER_ROW = 4

/** Steps back that putting a run's series in order may take for each of its rows: a run has few rows of each. */
const MOST_STEPS_PER_ROW = 16

/**
 * Files mostly hold one period behind the other: then bringing the series together, each in the order it came, is all. One pass to count and
 * one to place, where a sort by the whole id takes several more. The few rows of a series that did not come in order are put so behind that.
 *
 * @returns null when the rows of a series are too many and too mixed, or its series are too far apart
 */
function bySeries(rows: Rows): Rows | null {
  const n = rows.length
  const series = scratch(n).high
  const { least, most } = seriesOf(rows.ids, n, series)
  if (most - least > n * MOST_PLACES_PER_ROW) return null
  const places = placesOf(series, n, least, most)
  const result = place(rows, series, least, places)
  return putInOrder(result) ? result : null
}

// Each loop is a function of its own: an engine that compiles a loop while it runs gives up the whole function at the loop's end.

function seriesOf(ids: Float64Array, n: number, series: Uint32Array): { readonly least: number; readonly most: number } {
  let least = Number.POSITIVE_INFINITY
  let most = 0
  for (let i = 0; i < n; i++) {
    const one = Math.floor((ids[i] as number) / SERIES_SIZE)
    series[i] = one
    if (one < least) least = one
    if (one > most) most = one
  }
  return { least, most }
}

/** Where the rows of each series begin. */
function placesOf(series: Uint32Array, n: number, least: number, most: number): Uint32Array {
  const places = new Uint32Array(most - least + 2)
  count(series, n, least - 1, places)
  addUp(places)
  return places
}

function count(numbers: Uint32Array, n: number, less: number, counts: Uint32Array): void {
  for (let i = 0; i < n; i++) {
    const at = (numbers[i] as number) - less
    counts[at] = (counts[at] as number) + 1
  }
}

function addUp(counts: Uint32Array): void {
  for (let i = 1; i < counts.length; i++) counts[i] = (counts[i] as number) + (counts[i - 1] as number)
}

function place({ ids, values, lines, extras, length }: Rows, series: Uint32Array, least: number, places: Uint32Array): Rows {
  const result = emptyRows(length)
  for (let i = 0; i < length; i++) {
    const one = (series[i] as number) - least
    const to = places[one] as number
    places[one] = to + 1
    result.ids[to] = ids[i] as number
    result.values[to] = values[i] as number
    result.lines[to] = lines[i] as number
    result.extras[to] = extras[i] as number
  }
  return result
}

function inOrder({ ids, length }: Rows): boolean {
  for (let i = 1; i < length; i++) if ((ids[i] as number) < (ids[i - 1] as number)) return false
  return true
}

/** Moves each row back to where it belongs: for rows that are nearly there. @returns false when that takes too many steps */
function putInOrder({ ids, values, lines, extras, length }: Rows): boolean {
  let left = length * MOST_STEPS_PER_ROW
  for (let i = 1; i < length; i++) {
    const id = ids[i] as number
    if ((ids[i - 1] as number) <= id) continue
    const [value, line, extra] = [values[i] as number, lines[i] as number, extras[i] as number]
    let at = i
    while (at > 0 && (ids[at - 1] as number) > id) {
      ids[at] = ids[at - 1] as number
      values[at] = values[at - 1] as number
      lines[at] = lines[at - 1] as number
      extras[at] = extras[at - 1] as number
      at--
    }
    ids[at] = id
    values[at] = value
    lines[at] = line
    extras[at] = extra
    left -= i - at
    if (left < 0) return false
  }
  return true
}

/**
 * Sorts rows by id, and by line where ids are equal; rows that are in order already cost one look.
 *
 * @param rows in order of line
 */
export const sortRows = (rows: Rows): Rows => (inOrder(rows) ? rows : (bySeries(rows) ?? byId(rows)))

/** Stable radix sort. */
function byId(rows: Rows): Rows {
  const n = rows.length
  let { order, other } = scratch(n)
  for (let i = 0; i < n; i++) order[i] = i
  const counts = new Uint32Array(DIGITS + 1)
  for (const { numbers, bits } of sortKeys(rows.ids, n)) {
    for (let shift = 0; shift < bits; shift += DIGIT_BITS) {
      counts.fill(0)
      for (let i = 0; i < n; i++) {
        const digit = ((numbers[i] as number) >>> shift) & (DIGITS - 1)
        counts[digit + 1] = (counts[digit + 1] as number) + 1
      }
      // one digit for all: nothing to order here
      if (counts[((((numbers[0] as number) >>> shift) & (DIGITS - 1)) + 1) as number] === n) continue
      for (let d = 0; d < DIGITS; d++) counts[d + 1] = (counts[d + 1] as number) + (counts[d] as number)
      for (let i = 0; i < n; i++) {
        const row = order[i] as number
        const digit = ((numbers[row] as number) >>> shift) & (DIGITS - 1)
        const place = counts[digit] as number
        counts[digit] = place + 1
        other[place] = row
      }
      const spare = order
      order = other
      other = spare
    }
  }
  const result = emptyRows(n)
  for (let i = 0; i < n; i++) {
    const row = order[i] as number
    result.ids[i] = rows.ids[row] as number
    result.values[i] = rows.values[row] as number
    result.lines[i] = rows.lines[row] as number
    result.extras[i] = rows.extras[row] as number
  }
  return result
}
