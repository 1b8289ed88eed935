// The language in which a claim is tested against the store: small declarative rules, kept as JSON, shown in words, never code.

/** What is read of an indicator for one reporter. Shares and the HHI are fractions (0-1). */
export const figureMeasures = ['value', 'share', 'window-share', 'hhi', 'rank', 'transit-share'] as const
export type FigureMeasure = (typeof figureMeasures)[number]

export interface FigureSpec {
  /**
   * `value`: as published, for the partner or partners (several are summed); `share`: of the partners in the total; `window-share`: the
   * same over rolling sums of `years`; `hhi`: concentration over all partners; `rank`: place of the partner by amount, 1 = largest;
   * `transit-share`: low-high share of oil exports that crosses the partner
   */
  readonly measure: FigureMeasure
  readonly indicator: string
  /** default: the reporter the claims are tested for */
  readonly reporter?: string
  /** one partner, or several whose amounts are summed */
  readonly partners?: readonly string[]
  /** `share` of everyone but these */
  readonly except?: readonly string[]
  readonly years?: number
  /** this figure ÷ that one, in the same period */
  readonly over?: FigureSpec
}

/**
 * Which period of a figure's series: one period as text, the last or the first there is, the one nearest to a year within some years, or
 * one number made of all periods inside a range of years.
 */
export type PeriodSpec =
  | string
  | { readonly near: number; readonly within: number }
  | { readonly from: number; readonly to: number; readonly take: 'highest' | 'lowest' | 'mean' | 'first' | 'last' }

export const LATEST = 'latest'
export const EARLIEST = 'earliest'

export const changeExpectations = ['rises', 'falls', 'holds', 'not-rises', 'not-falls'] as const
export type ChangeExpectation = (typeof changeExpectations)[number]
export const relations = ['above', 'at-least', 'below', 'at-most'] as const
export type Relation = (typeof relations)[number]
export const factKinds = ['membership', 'event', 'project', 'scenario'] as const
export type FactKind = (typeof factKinds)[number]

/** Compares one figure at two times. */
export interface ChangeClause {
  readonly op: 'change'
  readonly figure: FigureSpec
  readonly from: PeriodSpec
  readonly to: PeriodSpec
  readonly is: ChangeExpectation
  /** a change of at most this much is no change; default 0. In the figure's unit, or as a fraction of the first value with `relative` */
  readonly by?: number
  readonly relative?: boolean
}

/** Compares a figure with a number or with another figure. */
export interface CompareClause {
  readonly op: 'compare'
  readonly figure: FigureSpec
  readonly at: PeriodSpec
  readonly is: Relation
  readonly than: number | { readonly figure: FigureSpec; readonly at: PeriodSpec }
}

/** Compares the change of a figure with the change of another one, or with the median change of the same figure over other reporters. */
export interface CompareChangesClause {
  readonly op: 'compare-changes'
  readonly figure: FigureSpec
  readonly from: PeriodSpec
  readonly to: PeriodSpec
  readonly is: Relation
  readonly than: { readonly figure: FigureSpec } | { readonly medianOf: readonly string[] }
}

/** Every value inside a range of years lies between bounds. */
export interface BandClause {
  readonly op: 'band'
  readonly figure: FigureSpec
  readonly from: number
  readonly to: number
  readonly min?: number
  readonly max?: number
  /** fewer values than this decide nothing; default 1 */
  readonly atLeast?: number
}

/** A fact of record: a membership by organisation, an event by title, a project or a published scenario figure by id. */
export interface FactClause {
  readonly op: 'fact'
  readonly fact: FactKind
  readonly id: string
  readonly is: 'recorded' | 'not-recorded' | 'status-is' | 'status-is-not'
  readonly status?: readonly string[]
}

export type LeafClause = ChangeClause | CompareClause | CompareChangesClause | BandClause | FactClause

/** Several clauses as one. Without data for a part the whole is undecided, unless parts without data are `ignored`. */
export interface GroupClause {
  readonly op: 'all' | 'any' | 'majority' | 'at-least' | 'none'
  readonly of: readonly Clause[]
  /** for `at-least` */
  readonly count?: number
  readonly missing?: 'undecided' | 'ignored'
}

export type Clause = LeafClause | GroupClause

/** How one claim is tested. */
export interface ClaimRule {
  /** null: no figure or fact can decide the claim */
  readonly test: Clause | null
  /** holds when the claim was true once and is no longer: then the verdict is `outdated`, whatever the test says */
  readonly outdatedIf?: Clause
  /** key of the text that says why there is no test, or what the test leaves to judgement */
  readonly note?: string
}

export const claimVerdicts = ['supported', 'contradicted', 'mixed', 'outdated', 'not-testable', 'no-data'] as const
export type ClaimVerdict = (typeof claimVerdicts)[number]
