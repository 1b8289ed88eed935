// Longer than 300 lines: the evaluator is one recursion over the clauses, and its parts make no sense apart.
import type {
  BandClause,
  ChangeClause,
  ChangeExpectation,
  ClaimRule,
  ClaimVerdict,
  Clause,
  CompareChangesClause,
  CompareClause,
  FactClause,
  FactKind,
  FigureSpec,
  GroupClause,
  LeafClause,
  PeriodSpec,
  Relation,
} from '../domain/claimRule.ts'
import { EARLIEST, LATEST } from '../domain/claimRule.ts'
import { encodePeriod, periodEndYear } from '../domain/period.ts'
import { mean, median } from './numeric.ts'
import type { Range } from './range.ts'

/** A figure of a series: a point (low = high) or a range. */
export interface FigurePoint extends Range {
  /** canonical text: 2023, 2023-Q2, 2019/2023 */
  readonly period: string
  readonly sources: readonly string[]
}

export interface FactRecord {
  readonly title: string
  readonly date: string | null
  readonly status: string | null
  readonly sources: readonly string[]
}

/** What the evaluator asks of the store. */
export interface RuleLookup {
  /** the series of a figure without its `over`, in order of period; empty when there is none. `reporter` is always filled in */
  series(figure: FigureSpec & { readonly reporter: string }): readonly FigurePoint[]
  /** the newest state of a fact; null when it is not on record */
  fact(kind: FactKind, id: string, reporter: string): FactRecord | null
}

/** Why a clause is undecided: no figure, or ranges that allow both answers. */
export type Undecided = 'no-data' | 'ranges-overlap'

/** A number that a clause looked at. */
export interface ClauseValue {
  readonly role: 'from' | 'to' | 'value' | 'than' | 'lowest' | 'highest' | 'median'
  readonly figure: FigureSpec | null
  readonly period: string | null
  readonly low: number
  readonly high: number
  readonly sources: readonly string[]
}

export interface ClauseResult {
  readonly clause: Clause
  readonly holds: boolean | null
  readonly undecided: Undecided | null
  readonly values: readonly ClauseValue[]
  readonly fact: FactRecord | null
  /** key of the text that puts the clause in words; its parameters are the clause and the values */
  readonly text: string
  readonly parts: readonly ClauseResult[]
}

export type VerdictReason =
  | 'all-parts-hold'
  | 'test-holds'
  | 'no-part-holds'
  | 'some-parts-hold'
  | 'later-facts'
  | 'not-testable'
  | 'no-figures'
  | 'some-figures-missing'
  | 'ranges-overlap'

export interface ClaimResult {
  readonly verdict: ClaimVerdict
  readonly reason: VerdictReason
  readonly test: ClauseResult | null
  readonly outdated: ClauseResult | null
}

interface Context {
  readonly lookup: RuleLookup
  readonly reporter: string
}

type Found = { readonly value: ClauseValue } | null

const endYear = (point: FigurePoint): number => {
  const code = encodePeriod(point.period)
  return code === null ? Number.NaN : periodEndYear(code)
}

function seriesOf(figure: FigureSpec, context: Context): readonly FigurePoint[] {
  const { over, ...plain } = figure
  const own = context.lookup.series({ ...plain, reporter: figure.reporter ?? context.reporter })
  if (!over) return own
  const below = new Map(seriesOf(over, context).map((point) => [point.period, point]))
  return own.flatMap((point) => {
    const divisor = below.get(point.period)
    if (!divisor || divisor.low <= 0) return []
    const ends = [point.low, point.high].flatMap((value) => [value / divisor.low, value / divisor.high])
    const sources = [...new Set([...point.sources, ...divisor.sources])]
    return [{ period: point.period, low: Math.min(...ends), high: Math.max(...ends), sources }]
  })
}

function inYears(points: readonly FigurePoint[], from: number, to: number): readonly FigurePoint[] {
  return points.filter((point) => endYear(point) >= from && endYear(point) <= to)
}

const best = <T>(items: readonly T[], better: (a: T, b: T) => boolean): T | undefined =>
  items.reduce<T | undefined>((found, item) => (found === undefined || better(item, found) ? item : found), undefined)

function combined(points: readonly FigurePoint[]): FigurePoint | undefined {
  const [low, high] = [mean(points.map((point) => point.low)), mean(points.map((point) => point.high))]
  const [first, last] = [points[0], points.at(-1)]
  if (low === null || high === null || !first || !last) return undefined
  const sources = [...new Set(points.flatMap((point) => point.sources))]
  return { period: first === last ? first.period : `${endYear(first)}/${endYear(last)}`, low, high, sources }
}

/**
 * The point of a series that a period asks for; undefined when there is none. A year also finds a longer period that ends in it only by
 * `near`, which takes the earlier of two as near: an exact period must match to the letter. `highest` and `lowest` go by the middle of a range.
 */
export function pointAt(points: readonly FigurePoint[], spec: PeriodSpec): FigurePoint | undefined {
  if (spec === LATEST) return points.at(-1)
  if (spec === EARLIEST) return points[0]
  if (typeof spec === 'string') return points.find((point) => point.period === spec)
  if ('near' in spec) {
    const away = (point: FigurePoint): number => Math.abs(endYear(point) - spec.near)
    return best(
      points.filter((point) => away(point) <= spec.within),
      (a, b) => away(a) < away(b),
    )
  }
  const inside = inYears(points, spec.from, spec.to)
  switch (spec.take) {
    case 'highest':
      return best(inside, (a, b) => a.low + a.high > b.low + b.high)
    case 'lowest':
      return best(inside, (a, b) => a.low + a.high < b.low + b.high)
    case 'mean':
      return combined(inside)
    case 'first':
      return inside[0]
    case 'last':
      return inside.at(-1)
  }
}

function look(role: ClauseValue['role'], figure: FigureSpec, at: PeriodSpec, context: Context): Found {
  const point = pointAt(seriesOf(figure, context), at)
  return point ? { value: { role, figure, ...point } } : null
}

const flip = (holds: boolean | null): boolean | null => (holds === null ? null : !holds)

/** Whether a range of changes rises, falls or holds; null when the range allows both answers. Changes up to `by` are none. */
function judgeChange(change: Range, is: ChangeExpectation, by: number): boolean | null {
  const rises = change.low > by ? true : change.high <= by ? false : null
  const falls = change.high < -by ? true : change.low >= -by ? false : null
  switch (is) {
    case 'rises':
      return rises
    case 'falls':
      return falls
    case 'not-rises':
      return flip(rises)
    case 'not-falls':
      return flip(falls)
    case 'holds':
      if (rises === true || falls === true) return false
      return rises === false && falls === false ? true : null
  }
}

function judgeRelation(left: Range, is: Relation, right: Range): boolean | null {
  const above = left.low > right.high ? true : left.high <= right.low ? false : null
  const below = left.high < right.low ? true : left.low >= right.high ? false : null
  switch (is) {
    case 'above':
      return above
    case 'below':
      return below
    case 'at-most':
      return flip(above)
    case 'at-least':
      return flip(below)
  }
}

const difference = (from: Range, to: Range): Range => ({ low: to.low - from.high, high: to.high - from.low })

function leaf(
  clause: LeafClause,
  text: string,
  holds: boolean | null,
  values: readonly ClauseValue[],
  fact: FactRecord | null = null,
): ClauseResult {
  const undecided: Undecided | null = holds === null ? 'ranges-overlap' : null
  return { clause, holds, undecided, values, fact, text, parts: [] }
}

const withoutData = (clause: LeafClause, text: string, found: readonly Found[]): ClauseResult => ({
  clause,
  holds: null,
  undecided: 'no-data',
  values: found.flatMap((item) => (item ? [item.value] : [])),
  fact: null,
  text,
  parts: [],
})

function evaluateChange(clause: ChangeClause, context: Context): ClauseResult {
  const text = `rule.change.${clause.is}`
  const [from, to] = [look('from', clause.figure, clause.from, context), look('to', clause.figure, clause.to, context)]
  // the same period twice is no change but a missing figure: the latest figure is the first one
  if (!from || !to || from.value.period === to.value.period) return withoutData(clause, text, [from, to])
  const by = (clause.by ?? 0) * (clause.relative ? Math.abs((from.value.low + from.value.high) / 2) : 1)
  return leaf(clause, text, judgeChange(difference(from.value, to.value), clause.is, by), [from.value, to.value])
}

function evaluateCompare(clause: CompareClause, context: Context): ClauseResult {
  const text = `rule.compare.${clause.is}`
  const left = look('value', clause.figure, clause.at, context)
  const { than } = clause
  const right: Found =
    typeof than === 'number'
      ? { value: { role: 'than', figure: null, period: null, low: than, high: than, sources: [] } }
      : look('than', than.figure, than.at, context)
  if (!left || !right) return withoutData(clause, text, [left, right])
  return leaf(clause, text, judgeRelation(left.value, clause.is, right.value), [left.value, right.value])
}

interface ChangeFound {
  readonly change: Range
  readonly values: readonly ClauseValue[]
}

function changeOf(figure: FigureSpec, clause: CompareChangesClause, context: Context): ChangeFound | null {
  const [from, to] = [look('from', figure, clause.from, context), look('to', figure, clause.to, context)]
  if (!from || !to || from.value.period === to.value.period) return null
  return { change: difference(from.value, to.value), values: [from.value, to.value] }
}

function evaluateCompareChanges(clause: CompareChangesClause, context: Context): ClauseResult {
  const text = `rule.compare-changes.${clause.is}${'medianOf' in clause.than ? '.median' : ''}`
  const own = changeOf(clause.figure, clause, context)
  if (!own) return withoutData(clause, text, [])
  if ('figure' in clause.than) {
    const other = changeOf(clause.than.figure, clause, context)
    if (!other) return withoutData(clause, text, [])
    return leaf(clause, text, judgeRelation(own.change, clause.is, other.change), [...own.values, ...other.values])
  }
  const changes = clause.than.medianOf.flatMap((reporter) => changeOf({ ...clause.figure, reporter }, clause, context) ?? [])
  const [low, high] = [median(changes.map((item) => item.change.low)), median(changes.map((item) => item.change.high))]
  if (low === null || high === null) return withoutData(clause, text, [])
  const middle: ClauseValue = { role: 'median', figure: null, period: null, low, high, sources: [] }
  return leaf(clause, text, judgeRelation(own.change, clause.is, { low, high }), [...own.values, middle])
}

function evaluateBand(clause: BandClause, context: Context): ClauseResult {
  const text = `rule.band.${clause.min === undefined ? 'below' : clause.max === undefined ? 'above' : 'between'}`
  const inside = inYears(seriesOf(clause.figure, context), clause.from, clause.to)
  const [lowest, highest] = [best(inside, (a, b) => a.low < b.low), best(inside, (a, b) => a.high > b.high)]
  if (inside.length < (clause.atLeast ?? 1) || !lowest || !highest) return withoutData(clause, text, [])
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = clause
  const surely = inside.every((point) => point.low >= min && point.high <= max)
  const never = inside.some((point) => point.high < min || point.low > max)
  const value = (role: 'lowest' | 'highest', point: FigurePoint): ClauseValue => ({ role, figure: clause.figure, ...point })
  return leaf(clause, text, never ? false : surely ? true : null, [value('lowest', lowest), value('highest', highest)])
}

function evaluateFact(clause: FactClause, context: Context): ClauseResult {
  const text = `rule.fact.${clause.fact}.${clause.is}`
  const fact = context.lookup.fact(clause.fact, clause.id, context.reporter)
  // a store built from open sources alone lacks rows: absence from the record decides nothing, unless the rule asks for it
  if (clause.is === 'recorded') return fact === null ? withoutData(clause, text, []) : leaf(clause, text, true, [], fact)
  if (clause.is === 'not-recorded') return leaf(clause, text, fact === null, [], fact)
  if (fact === null || fact.status === null) return { ...withoutData(clause, text, []), fact }
  const matches = (clause.status ?? []).includes(fact.status)
  return leaf(clause, text, clause.is === 'status-is' ? matches : !matches, [], fact)
}

function evaluateGroup(clause: GroupClause, context: Context): ClauseResult {
  const parts = clause.of.map((part) => evaluateClause(part, context.lookup, context.reporter))
  const counted = clause.missing === 'ignored' ? parts.filter((part) => part.holds !== null) : parts
  const [yes, no] = [counted.filter((part) => part.holds === true).length, counted.filter((part) => part.holds === false).length]
  const open = counted.length - yes - no
  const holds = counted.length === 0 ? null : decideGroup(clause, counted.length, yes, no, open)
  const overlap = counted.some((part) => part.undecided === 'ranges-overlap')
  const undecided =
    holds !== null ? null : overlap && !counted.some((part) => part.undecided === 'no-data') ? 'ranges-overlap' : 'no-data'
  return { clause, holds, undecided, values: [], fact: null, text: `rule.group.${clause.op}`, parts }
}

/** Decided as soon as no open part can turn it. */
function decideGroup(clause: GroupClause, all: number, yes: number, no: number, open: number): boolean | null {
  if (clause.op === 'none') return yes > 0 ? false : open === 0 ? true : null
  if (clause.op === 'all') return no > 0 ? false : open === 0 ? true : null
  const needed = clause.op === 'any' ? 1 : clause.op === 'majority' ? Math.floor(all / 2) + 1 : (clause.count ?? 1)
  if (yes >= needed) return true
  return yes + open < needed ? false : null
}

/**
 * Evaluates one clause.
 *
 * Three answers: it holds, it does not, or undecided (null), because a figure is missing or because ranges allow both. A range counts as
 * rising only when its least change does, and so on. Nothing is interpolated.
 *
 * @param reporter the country the claims are tested for, where a figure names none
 */
export function evaluateClause(clause: Clause, lookup: RuleLookup, reporter: string): ClauseResult {
  const context: Context = { lookup, reporter }
  switch (clause.op) {
    case 'change':
      return evaluateChange(clause, context)
    case 'compare':
      return evaluateCompare(clause, context)
    case 'compare-changes':
      return evaluateCompareChanges(clause, context)
    case 'band':
      return evaluateBand(clause, context)
    case 'fact':
      return evaluateFact(clause, context)
    default:
      return evaluateGroup(clause, context)
  }
}

/** The parts a verdict weighs: those of the outermost group, or the clause itself. */
const partsOf = (result: ClauseResult): readonly ClauseResult[] => (result.parts.length > 0 ? result.parts : [result])

/**
 * The verdict on a claim.
 *
 * - no test: `not-testable`.
 * - `outdatedIf` holds: `outdated`.
 * - the test holds: `supported`. It fails: `mixed` when one of its outermost parts holds all the same (for `none`: when one does not),
 *   else `contradicted`.
 * - the test is undecided: `mixed` when ranges overlap, or when known parts point both ways; else `no-data`.
 */
export function evaluateClaim(rule: ClaimRule, lookup: RuleLookup, reporter: string): ClaimResult {
  const outdated = rule.outdatedIf ? evaluateClause(rule.outdatedIf, lookup, reporter) : null
  const test = rule.test ? evaluateClause(rule.test, lookup, reporter) : null
  const answer = (verdict: ClaimVerdict, reason: VerdictReason): ClaimResult => ({ verdict, reason, test, outdated })
  if (outdated?.holds === true) return answer('outdated', 'later-facts')
  if (!test) return answer('not-testable', 'not-testable')
  const wanted = test.clause.op !== 'none'
  const parts = partsOf(test)
  const [kept, broken] = [parts.some((part) => part.holds === wanted), parts.some((part) => part.holds === !wanted)]
  if (test.holds === true) return broken ? answer('supported', 'test-holds') : answer('supported', 'all-parts-hold')
  if (test.holds === false) return kept ? answer('mixed', 'some-parts-hold') : answer('contradicted', 'no-part-holds')
  if (test.undecided === 'ranges-overlap') return answer('mixed', 'ranges-overlap')
  if (kept && broken) return answer('mixed', 'some-parts-hold')
  return answer('no-data', kept || broken ? 'some-figures-missing' : 'no-figures')
}

/** Every number that a result rests on, without repeats: the evidence beside the verdict. */
export function evidenceOf(result: ClauseResult): readonly ClauseValue[] {
  const all = [...result.values, ...result.parts.flatMap(evidenceOf)]
  const seen = new Set<string>()
  return all.filter((value) => {
    const key = JSON.stringify([value.figure, value.period, value.low, value.high])
    if (value.figure === null || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The indicators that a rule reads, in order of appearance: what must be shown, and what an import may change. */
export function indicatorsOf(rule: ClaimRule): readonly string[] {
  const found = new Set<string>()
  const figure = (spec: FigureSpec): void => {
    found.add(spec.indicator)
    if (spec.over) figure(spec.over)
  }
  const visit = (clause: Clause): void => {
    if ('of' in clause) clause.of.forEach(visit)
    if ('figure' in clause) figure(clause.figure)
    if ('than' in clause && typeof clause.than === 'object' && 'figure' in clause.than) figure(clause.than.figure)
  }
  if (rule.test) visit(rule.test)
  if (rule.outdatedIf) visit(rule.outdatedIf)
  return [...found]
}
