// Pages of a review: the differences that a dry run left in the spool, filtered and sorted where they lie.
import { readFileSync, statSync } from 'node:fs'
import { CallError } from '../../../electron/shared/contract/errors.ts'
import { decodePeriod, type PeriodCode } from '../../../electron/shared/domain/period.ts'
import type { ReadDb } from '../../worker/db.ts'
import { statement } from '../../worker/db.ts'
import { openWords, periodAnswers, wordsOf } from '../decisions.ts'
import { BYTES, DifferenceFlag, type Kind, type ReviewIndex, reviewPath } from './recorder.ts'
import { orderOf } from './sort.ts'
import { reviewTexts } from './texts.ts'

/** Figures of one group in columns. */
export interface Differences {
  readonly from: Float64Array
  readonly to: Float64Array
  readonly beside: Float64Array
  readonly series: Uint32Array
  readonly period: Uint32Array
  readonly line: Uint32Array
  readonly flags: Uint32Array
  readonly batch: Uint32Array
  readonly length: number
}

const gone = (): CallError => new CallError('not-found', 'This review is no longer there. Read the file again.', 'review-gone')

/** @throws {CallError} not-found when there was no dry run under this name */
export function readIndex(spool: string, job: string): ReviewIndex {
  try {
    return JSON.parse(readFileSync(reviewPath(spool, job, 'index'), 'utf8')) as ReviewIndex
  } catch {
    throw gone()
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

/** Every listed figure of a group; an empty list when it has none. */
export function readDifferences(spool: string, job: string, kind: Kind): Differences {
  const bytes = readBytes(reviewPath(spool, job, kind))
  const length = Math.floor(bytes.length / BYTES)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = {
    from: new Float64Array(length),
    to: new Float64Array(length),
    beside: new Float64Array(length),
    series: new Uint32Array(length),
    period: new Uint32Array(length),
    line: new Uint32Array(length),
    flags: new Uint32Array(length),
    batch: new Uint32Array(length),
    length,
  }
  for (let i = 0, at = 0; i < length; i++, at += BYTES) {
    found.from[i] = view.getFloat64(at, true)
    found.to[i] = view.getFloat64(at + 8, true)
    found.beside[i] = view.getFloat64(at + 16, true)
    found.series[i] = view.getUint32(at + 24, true)
    found.period[i] = view.getUint32(at + 28, true)
    found.line[i] = view.getUint32(at + 32, true)
    found.flags[i] = view.getUint32(at + 36, true)
    found.batch[i] = view.getUint32(at + 40, true)
  }
  return found
}

interface Loaded {
  readonly key: string
  readonly index: ReviewIndex
  readonly rows: Differences
  /** the last question about these rows, and its answer */
  asked: { readonly key: string; readonly order: Uint32Array } | null
}
/** The group on screen: asked for page by page. */
let loaded: Loaded | null = null

function load(spool: string, job: string, kind: Kind): Loaded {
  let stamp: number
  try {
    stamp = statSync(reviewPath(spool, job, 'index')).mtimeMs
  } catch {
    throw gone()
  }
  const key = `${spool} ${job} ${kind} ${stamp}`
  if (loaded?.key !== key) loaded = { key, index: readIndex(spool, job), rows: readDifferences(spool, job, kind), asked: null }
  return loaded
}

export type ReviewOrder = 'change' | 'line' | 'indicator' | 'reporter' | 'partner' | 'period' | 'stored' | 'value'

export interface ReviewQuery {
  readonly job: string
  readonly group: Kind
  readonly query: string
  readonly order: ReviewOrder
  readonly descending: boolean
  readonly language: 'en' | 'ru' | 'kk'
  readonly offset: number
  readonly limit: number
}

/** Change in per cent of the stored value's size; NaN where there was none or it was zero. */
export const changeOf = (from: number, to: number): number => (from === 0 ? Number.NaN : ((to - from) / Math.abs(from)) * 100)

/** What a figure is measured against: what is stored, else what it was held against. */
const basisOf = (rows: Differences, i: number): number => {
  const from = rows.from[i] as number
  return Number.isNaN(from) || ((rows.flags[i] as number) & DifferenceFlag.total) !== 0 ? (rows.beside[i] as number) : from
}

function keysOf(db: ReadDb, { index, rows }: Loaded, { order, language, group }: ReviewQuery, found: Uint32Array): Float64Array {
  const keys = new Float64Array(found.length)
  const fill = (key: (row: number) => number): Float64Array => {
    for (let i = 0; i < found.length; i++) keys[i] = key(found[i] as number)
    return keys
  }
  switch (order) {
    case 'line':
      return fill((row) => rows.line[row] as number)
    case 'period':
      return fill((row) => rows.period[row] as number)
    case 'stored':
      return fill((row) => rows.from[row] as number)
    case 'value':
      return fill((row) => (group === 'kept' ? rows.from[row] : rows.to[row]) as number)
    case 'change':
      // a change from nothing has no size in per cent and cannot be judged by it: it counts as the largest
      return fill((row) => {
        const change = Math.abs(changeOf(basisOf(rows, row), rows.to[row] as number))
        return Number.isNaN(change) ? Number.MAX_VALUE : change
      })
    default: {
      const place = order === 'indicator' ? 0 : order === 'reporter' ? 1 : 2
      const { nameOf } = reviewTexts(db)
      const collator = new Intl.Collator(language)
      const names = index.series.map((series) => nameOf(place === 0 ? 'indicator' : 'area', series[place] as string, language))
      const sorted = [...new Set(names)].sort(collator.compare)
      const rank = new Map(sorted.map((name, i) => [name, i]))
      const ranks = names.map((name) => rank.get(name) ?? 0)
      return fill((row) => ranks[rows.series[row] as number] ?? 0)
    }
  }
}

/** Rows that answer to the words of a query, in the order of the file. Each series and each period is looked at once. */
function filtered(db: ReadDb, { index, rows }: Loaded, query: string): Uint32Array {
  const words = wordsOf(query)
  if (words.length === 0) return Uint32Array.from({ length: rows.length }, (_, i) => i)
  const texts = reviewTexts(db)
  const open = index.series.map(([indicator, reporter, partner]) => openWords(words, { indicator, reporter, partner }, texts))
  const places = new Map<string, number>()
  /** for each series, which set of open words it leaves; −1 = none */
  const setOf = Int32Array.from(open, (left) => {
    if (left.length === 0) return -1
    const key = left.join(' ')
    const place = places.get(key) ?? places.size
    places.set(key, place)
    return place
  })
  const sets = [...places.keys()].map((key) => key.split(' '))
  const answers = sets.map(() => new Map<number, boolean>())
  const found = new Uint32Array(rows.length)
  let count = 0
  for (let row = 0; row < rows.length; row++) {
    const set = setOf[rows.series[row] as number] as number
    if (set >= 0) {
      const known = answers[set] as Map<number, boolean>
      const code = rows.period[row] as number
      let fits = known.get(code)
      if (fits === undefined) {
        fits = periodAnswers(sets[set] ?? [], decodePeriod(code as PeriodCode))
        known.set(code, fits)
      }
      if (!fits) continue
    }
    found[count++] = row
  }
  return found.subarray(0, count)
}

const vintageOf = statement<{ id: number }, { vintage: string }>('review.vintage', 'SELECT vintage FROM batch WHERE id = :id')

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** One page of a group. `total` counts what answers to the query among the listed; `all` what the group holds. */
export function pageOf(db: ReadDb, spool: string, query: ReviewQuery) {
  const group = load(spool, query.job, query.group)
  const { index, rows } = group
  const asked = JSON.stringify([query.query, query.order, query.descending, query.language])
  if (group.asked?.key !== asked) {
    const found = filtered(db, group, query.query)
    const order = orderOf(keysOf(db, group, query, found))
    if (query.descending) order.reverse()
    group.asked = { key: asked, order: order.map((place) => found[place] as number) }
  }
  const { order } = group.asked
  const vintages = new Map<number, string>()
  const vintage = (batch: number): string | null => {
    if (batch === 0) return null
    let day = vintages.get(batch)
    if (day === undefined) {
      day = db.get(vintageOf, { id: batch })?.vintage ?? ''
      vintages.set(batch, day)
    }
    return day === '' ? null : day
  }
  const page = [...order.subarray(query.offset, query.offset + query.limit)].map((row) => {
    const [indicator = '', reporter = '', partner = '', source = ''] = index.series[rows.series[row] as number] ?? []
    const flags = rows.flags[row] as number
    const to = rows.to[row] as number
    return {
      ...{ indicator, reporter, partner, source },
      period: decodePeriod(rows.period[row] as number as PeriodCode),
      from: orNull(rows.from[row] as number),
      to: orNull(to),
      beside: orNull(rows.beside[row] as number),
      change: orNull(changeOf(basisOf(rows, row), to)),
      line: rows.line[row] as number,
      jump: (flags & DifferenceFlag.jump) !== 0,
      wrongTotal: (flags & DifferenceFlag.total) !== 0,
      aggregate: (flags & DifferenceFlag.aggregate) !== 0,
      otherSource: (flags & DifferenceFlag.otherSource) !== 0,
      vintage: vintage(rows.batch[row] as number),
    }
  })
  return { total: order.length, all: index.counts[query.group], listed: rows.length, rows: page }
}
