import { z } from 'zod'
import { areaCode, asOf, figure, indicatorCode, sourceCode, year } from './base.ts'
import { cellRef, tradeStack } from './overview.ts'

export const tradeFlow = z.enum(['exports', 'imports', 'both'])
export const tradeQuery = z.strictObject({
  reporter: areaCode,
  flow: tradeFlow,
  baseYear: year,
  /** partners whose sources are compared line by line */
  partners: z.array(areaCode).max(6),
  asOf: asOf.default(''),
})

/** One partner in the ranking: amounts in USD million, shares in per cent of the published total. */
export const rankedPartner = z.object({
  partner: areaCode,
  value: figure,
  share: figure,
  baseShare: figure,
  /** share by year of the answer's `years`; null = no figure, or a year that must stay empty */
  shares: z.array(figure),
})
export type RankedPartner = z.infer<typeof rankedPartner>

/** One source's figures for one partner and flow, or the partner's own figures for the opposite flow (mirror). */
export const sourceLine = z.object({
  partner: areaCode,
  flow: z.enum(['exports', 'imports']),
  indicator: indicatorCode,
  reporter: areaCode,
  source: sourceCode,
  /** true = reported by the partner about its trade with the reporter */
  mirror: z.boolean(),
  years: z.array(year),
  values: z.array(figure),
  /** years in which the printed rule takes this source */
  chosenYears: z.array(year),
})
export type SourceLine = z.infer<typeof sourceLine>

/** What a partner weighs for the reporter beside what the reporter weighs for it: per cent of published totals. */
export const asymmetryLine = z.object({
  partner: areaCode,
  /** false = the store has no published total of the partner's opposite flow, so nothing can be said */
  hasTotal: z.boolean(),
  /** years in which both are known, in order */
  years: z.array(
    z.object({
      year,
      /** the partner's share of the reporter's flow */
      share: z.number(),
      /** the reporter's share of the partner's opposite flow, as the partner reports it */
      mirrorShare: z.number(),
      /** share ÷ mirrorShare; null where that has no meaning */
      ratio: figure,
      /** the figures behind mirrorShare */
      mirrorCells: z.array(cellRef),
    }),
  ),
})
export type AsymmetryLine = z.infer<typeof asymmetryLine>

export const tradeAnswer = z.object({
  stack: tradeStack,
  years: z.array(year),
  latestYear: year.nullable(),
  baseYear: year.nullable(),
  total: figure,
  ranking: z.array(rankedPartner),
  lines: z.array(sourceLine),
  /** the asked partners and the largest ones, by share in the latest year */
  asymmetry: z.array(asymmetryLine),
})
export type TradeAnswer = z.infer<typeof tradeAnswer>
