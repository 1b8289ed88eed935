// What the claims screen counts, filters and draws; pure.

import type { ClaimSeries, ClaimView, ClauseOutcome } from '../../../electron/shared/contract/schema/claims.ts'
import {
  type ChangeExpectation,
  type ClaimRule,
  type ClaimVerdict,
  claimVerdicts,
} from '../../../electron/shared/domain/claimRule.ts'
import { isShare as isShareFigure } from '../../../electron/shared/domain/claimWords.ts'

export type Counts = Readonly<Record<ClaimVerdict, number>>

/** How many claims have each verdict. */
export function countVerdicts(claims: readonly ClaimView[]): Counts {
  const counts = Object.fromEntries(claimVerdicts.map((verdict) => [verdict, 0])) as Record<ClaimVerdict, number>
  for (const { verdict } of claims) counts[verdict] += 1
  return counts
}

/** Claims that a choice of verdict and topic leaves; '' = no choice. */
export const chosenClaims = (claims: readonly ClaimView[], verdict: string, topic: string): readonly ClaimView[] =>
  claims.filter((claim) => (verdict === '' || claim.verdict === verdict) && (topic === '' || claim.topic === topic))

/** Topics of the claims, in order of first appearance. */
export const topicsOf = (claims: readonly ClaimView[]): readonly string[] => [...new Set(claims.map(({ topic }) => topic))]

/** Clauses without the groups around them, in order. */
export const leavesOf = (outcome: ClauseOutcome): readonly ClauseOutcome[] =>
  outcome.parts.length > 0 ? outcome.parts.flatMap(leavesOf) : [outcome]

/** True for figures that are fractions and are shown in per cent. */
export const isShare = ({ figure }: Pick<ClaimSeries, 'figure'>): boolean => figure.over === undefined && isShareFigure(figure)

export interface Draft {
  readonly claim: string
  readonly source: string
  readonly measure: 'value' | 'share' | 'hhi'
  readonly indicator: string
  readonly partner: string
  readonly from: string
  readonly to: string
  readonly is: ChangeExpectation
}

/** The test that the small form describes; null while it is incomplete. */
export function ruleOf(draft: Draft): ClaimRule | null {
  const { measure, indicator, partner } = draft
  if (draft.claim.trim() === '' || indicator === '' || (measure === 'share' && partner === '')) return null
  const partners = measure === 'hhi' || partner === '' ? {} : { partners: [partner] }
  return { test: { op: 'change', figure: { measure, indicator, ...partners }, from: draft.from, to: draft.to, is: draft.is } }
}
