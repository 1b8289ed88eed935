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
import { areaCode, indicatorCode, year } from './base.ts'

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
