import { z } from 'zod'
import {
  type ClaimRule,
  type Clause,
  changeExpectations,
  claimVerdicts,
  type FigureSpec,
  factKinds,
  figureMeasures,
  type PeriodSpec,
  relations,
} from '../../domain/claimRule.ts'
import { encodePeriod } from '../../domain/period.ts'
import { areaCode, asOf, indicatorCode, sourceCode, texts, year } from './base.ts'
import { cellRef } from './overview.ts'

/** Rules come from people's own files: depth and breadth are bounded so that none can stall the store. */
const MOST_PARTS = 40
const MOST_PARTNERS = 60
const DEEPEST = 6
const DEEPEST_JSON = 32

const areas = z.array(areaCode).min(1).max(MOST_PARTNERS)

export const figureSpec: z.ZodType<FigureSpec> = z.lazy(() =>
  z
    .strictObject({
      measure: z.enum(figureMeasures),
      indicator: indicatorCode,
      reporter: areaCode.exactOptional(),
      partners: areas.exactOptional(),
      except: areas.exactOptional(),
      years: z.number().int().min(1).max(50).exactOptional(),
      over: figureSpec.exactOptional(),
    })
    .refine((figure) => !(figure.partners && figure.except), { error: 'name partners or exceptions, not both' })
    .refine((figure) => !figure.except || figure.measure === 'share', { error: 'only a share can be of everyone but some' })
    .refine((figure) => figure.measure !== 'window-share' || figure.years !== undefined, { error: 'a window needs its years' })
    .refine((figure) => figure.measure !== 'rank' || figure.partners?.length === 1, { error: 'a rank is of one partner' }),
)

export const periodSpec: z.ZodType<PeriodSpec> = z.union([
  z.enum(['latest', 'earliest']),
  z.string().refine((text) => encodePeriod(text) !== null, { error: 'not a period' }),
  z.strictObject({ near: year, within: z.number().int().min(0).max(30) }),
  z
    .strictObject({ from: year, to: year, take: z.enum(['highest', 'lowest', 'mean', 'first', 'last']) })
    .refine((range) => range.from <= range.to, { error: 'the range ends before it begins' }),
])

const finite = z.number().min(-1e15).max(1e15)

const change = z.strictObject({
  op: z.literal('change'),
  figure: figureSpec,
  from: periodSpec,
  to: periodSpec,
  is: z.enum(changeExpectations),
  by: z.number().min(0).max(1e15).exactOptional(),
  relative: z.boolean().exactOptional(),
})
const compare = z.strictObject({
  op: z.literal('compare'),
  figure: figureSpec,
  at: periodSpec,
  is: z.enum(relations),
  than: z.union([finite, z.strictObject({ figure: figureSpec, at: periodSpec })]),
})
const compareChanges = z.strictObject({
  op: z.literal('compare-changes'),
  figure: figureSpec,
  from: periodSpec,
  to: periodSpec,
  is: z.enum(relations),
  than: z.union([z.strictObject({ figure: figureSpec }), z.strictObject({ medianOf: areas })]),
})
const band = z
  .strictObject({
    op: z.literal('band'),
    figure: figureSpec,
    from: year,
    to: year,
    min: finite.exactOptional(),
    max: finite.exactOptional(),
    atLeast: z.number().int().min(1).max(1000).exactOptional(),
  })
  .refine((clause) => clause.min !== undefined || clause.max !== undefined, { error: 'a band needs a bound' })
  .refine((clause) => (clause.min ?? Number.NEGATIVE_INFINITY) <= (clause.max ?? Number.POSITIVE_INFINITY), {
    error: 'the bounds leave nothing',
  })
  .refine((clause) => clause.from <= clause.to, { error: 'the range ends before it begins' })
const fact = z
  .strictObject({
    op: z.literal('fact'),
    fact: z.enum(factKinds),
    id: z.string().min(1).max(200),
    is: z.enum(['recorded', 'not-recorded', 'status-is', 'status-is-not']),
    status: z.array(z.string().min(1).max(200)).min(1).max(20).exactOptional(),
  })
  .refine((clause) => !clause.is.startsWith('status') || clause.status !== undefined, { error: 'name the status' })

const group = z.lazy(() =>
  z
    .strictObject({
      op: z.enum(['all', 'any', 'majority', 'at-least', 'none']),
      of: z.array(clause).min(1).max(MOST_PARTS),
      count: z.number().int().min(1).max(MOST_PARTS).exactOptional(),
      missing: z.enum(['undecided', 'ignored']).exactOptional(),
    })
    .refine((found) => found.op !== 'at-least' || (found.count !== undefined && found.count <= found.of.length), {
      error: 'at-least needs a count that its parts can reach',
    }),
)

export const clause: z.ZodType<Clause> = z.lazy(() => z.union([change, compare, compareChanges, band, fact, group]))

const depth = (found: Clause): number => ('of' in found ? 1 + Math.max(...found.of.map(depth)) : 1)
const shallow = clause.refine((found) => depth(found) <= DEEPEST, { error: 'the rule is nested too deep' })

/** Whether JSON nests at most so deep, without recursion: looked at before the recursive schema may run out of stack. */
function nestsAtMost(value: unknown, most: number): boolean {
  let level: readonly unknown[] = [value]
  for (let at = 0; level.length > 0; at += 1) {
    if (at > most) return false
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return true
}

/** A rule as it is stored, edited and imported. */
export const claimRule: z.ZodType<ClaimRule> = z
  .unknown()
  .refine((value) => nestsAtMost(value, DEEPEST_JSON), { error: 'the rule is nested too deep', abort: true })
  .pipe(
    z.strictObject({
      test: shallow.nullable(),
      outdatedIf: shallow.exactOptional(),
      note: z.string().max(200).exactOptional(),
    }),
  )

export const claimVerdict = z.enum(claimVerdicts)

/** A claim with its test as the package carries it and the store keeps it. */
export const claimDocument = z.strictObject({
  /** the country that the claim speaks of: for another one there is nothing to test */
  about: areaCode,
  /** the claim in the other languages; null where its author wrote one language only */
  claim: z.strictObject({ ru: z.string(), kk: z.string() }).nullable(),
  rule: claimRule,
  /** readings that speak for the claim beside its test; shown where they hold */
  speaks: z.array(clause).max(MOST_PARTS),
  /** why there is no test, or why the verdict is `outdated` */
  reason: texts.nullable(),
  /** what a reader must know beside the test */
  remark: texts.nullable(),
  /** the test as it came, while the user's own stands in `rule` */
  bundledRule: claimRule.exactOptional(),
})
export type ClaimDocument = z.infer<typeof claimDocument>

/** A number that a clause looked at. Shares, HHI and transit are fractions. */
export const clauseValue = z.object({
  role: z.enum(['from', 'to', 'value', 'than', 'lowest', 'highest', 'median']),
  figure: figureSpec.nullable(),
  period: z.string().nullable(),
  low: z.number(),
  high: z.number(),
  sources: z.array(sourceCode),
  cells: z.array(cellRef),
})
export type ClauseValue = z.infer<typeof clauseValue>

export const recordedFact = z.object({
  title: z.string(),
  date: z.string().nullable(),
  status: z.string().nullable(),
  sources: z.array(sourceCode),
})

export interface ClauseOutcome {
  readonly clause: Clause
  readonly holds: boolean | null
  readonly undecided: 'no-data' | 'ranges-overlap' | null
  readonly values: readonly ClauseValue[]
  readonly fact: z.infer<typeof recordedFact> | null
  readonly parts: readonly ClauseOutcome[]
}
export const clauseOutcome: z.ZodType<ClauseOutcome> = z.lazy(() =>
  z.object({
    clause,
    holds: z.boolean().nullable(),
    undecided: z.enum(['no-data', 'ranges-overlap']).nullable(),
    values: z.array(clauseValue),
    fact: recordedFact.nullable(),
    parts: z.array(clauseOutcome),
  }),
)

export const claimBasis = ['test', 'later-facts', 'not-testable', 'other-country', 'no-figures', 'some-figures-missing'] as const

export const claimView = z.object({
  id: z.string(),
  /** in three languages; a user's claim has one text in all three */
  claim: texts,
  topic: z.string(),
  indicators: z.array(indicatorCode),
  source: z.string(),
  sourceTitle: z.string(),
  sourceUrl: z.string(),
  origin: z.enum(['bundled', 'user']),
  about: areaCode,
  verdict: claimVerdict,
  basis: z.enum(claimBasis),
  test: clauseOutcome.nullable(),
  outdated: clauseOutcome.nullable(),
  speaks: z.array(clauseOutcome),
  reason: texts.nullable(),
  remark: texts.nullable(),
  rule: claimRule,
  /** true while the user's own test stands in place of the one that came */
  edited: z.boolean(),
  analystVerdict: claimVerdict.nullable(),
  analystNote: z.string(),
})
export type ClaimView = z.infer<typeof claimView>

export const claimsQuery = z.strictObject({ reporter: areaCode, asOf: asOf.default('') })
export const claimsAnswer = z.object({
  claims: z.array(claimView),
  /** verdicts that differ from those before the newest import */
  changed: z.array(z.object({ id: z.string(), before: claimVerdict, now: claimVerdict })),
  /** the newest batch; `remembered` once its verdicts are stored */
  batch: z.number().int(),
  remembered: z.boolean(),
})
export type ClaimsAnswer = z.infer<typeof claimsAnswer>

export const claimQuery = z.strictObject({ id: z.string().min(1).max(60), reporter: areaCode, asOf: asOf.default('') })
export const claimSeries = z.object({
  figure: figureSpec,
  points: z.array(
    z.object({
      period: z.string(),
      low: z.number(),
      high: z.number(),
      sources: z.array(sourceCode),
      cells: z.array(cellRef),
    }),
  ),
  /** span that the test looks at; null when it names no years */
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type ClaimSeries = z.infer<typeof claimSeries>
export const claimDetail = z.object({ claim: claimView, series: z.array(claimSeries) })
export type ClaimDetail = z.infer<typeof claimDetail>

export const claimJudgement = z.strictObject({
  id: z.string().min(1).max(60),
  /** null = no verdict of one's own */
  verdict: claimVerdict.nullable(),
  note: z.string().max(4000),
})
export const claimDraft = z.strictObject({
  /** null = a new claim; else one of the user's own */
  id: z.string().min(1).max(60).nullable(),
  claim: z.string().trim().min(1).max(600),
  topic: z.string().trim().max(60),
  source: z.string().max(500),
  about: areaCode,
  rule: claimRule,
})
export const claimTest = z.strictObject({
  id: z.string().min(1).max(60),
  /** null = back to the test that came with the claim */
  rule: claimRule.nullable(),
})
export const claimChoice = z.strictObject({ id: z.string().min(1).max(60) })
export const savedClaim = z.object({ id: z.string() })
