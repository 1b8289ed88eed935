import { z } from 'zod'
import { membershipKinds } from '../../domain/membership.ts'
import { areaCode, asOf, period, sourceCode, year } from './base.ts'
import { seriesBreak } from './observations.ts'
import { cellRef } from './overview.ts'

export const politicsQuery = z.strictObject({ reporter: areaCode, asOf: asOf.default('') })

/** Agreement in per cent, 0 to 100; distance in ideal points, 0 and up. */
export const votePoint = z.object({
  year,
  value: z.number(),
  /** roll calls in which both took part; null where the source does not say */
  rollCalls: z.number().int().nullable(),
  cell: cellRef,
})
export type VotePoint = z.infer<typeof votePoint>
export const voteLine = z.object({
  partner: areaCode,
  /** false = another source beside the one the rule takes */
  chosen: z.boolean(),
  points: z.array(votePoint),
})
export type VoteLine = z.infer<typeof voteLine>

export const ukraineSubjects = ['integrity', 'rights', 'militarisation', 'aggression', 'council', 'other'] as const
export const ukraineVote = z.object({
  reporter: areaCode,
  date: z.string(),
  resolution: z.string(),
  subject: z.enum(ukraineSubjects),
  vote: z.enum(['yes', 'abstain', 'no']),
  cell: cellRef,
})
export type UkraineVote = z.infer<typeof ukraineVote>

/** A published five-year sum of deliveries, trend-indicator values in million. Yearly rows are another view of the same deliveries: never added to these. */
export const armsWindow = z.object({
  period,
  from: year,
  to: year,
  total: z.number(),
  totalCell: cellRef,
  /** largest first */
  suppliers: z.array(z.object({ partner: areaCode, value: z.number(), share: z.number(), cell: cellRef })),
})
export type ArmsWindow = z.infer<typeof armsWindow>

export const membership = z.object({
  organisation: z.string(),
  /** empty = nobody in particular */
  ledBy: z.string(),
  /** as published: a day, a month, a year, or empty where no date is known */
  joined: z.string(),
  left: z.string(),
  kind: z.enum(membershipKinds),
  /** the source's own words */
  status: z.string(),
  source: sourceCode,
  sourceTitle: z.string(),
})
export type Membership = z.infer<typeof membership>

export const politics = z.object({
  agreement: z.array(voteLine),
  distance: z.array(voteLine),
  breaks: z.array(seriesBreak),
  /** of every country on record, so that a reporter's votes stand beside others' */
  ukraine: z.array(ukraineVote),
  arms: z.array(armsWindow),
  memberships: z.array(membership),
})
export type Politics = z.infer<typeof politics>
