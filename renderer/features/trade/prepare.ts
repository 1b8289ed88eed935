// From the answer of trade.get to what the screen says and draws. Pure.
import type { CellRef } from '../../../electron/shared/contract/schema/overview.ts'
import type { RankedPartner, SourceLine, TradeAnswer } from '../../../electron/shared/contract/schema/trade.ts'

export interface Mover {
  readonly partner: string
  readonly from: number
  readonly to: number
  /** points, before any rounding */
  readonly change: number
}

const moverOf = (row: RankedPartner): Mover | null =>
  row.share === null || row.baseShare === null
    ? null
    : { partner: row.partner, from: row.baseShare, to: row.share, change: row.share - row.baseShare }

export interface TradeFinding {
  /** largest partner of the latest year */
  readonly top: { readonly partner: string; readonly share: number } | null
  /** largest partner of the base year */
  readonly baseTop: string | null
  /** partner whose share rose most since the base year, and the one whose share fell most */
  readonly gainer: Mover | null
  readonly loser: Mover | null
  /** concentration (HHI, 0 to 1) at base and latest */
  readonly hhi: { readonly base: number; readonly latest: number } | null
}

/** What the ranking shows: who leads, who gained and lost most, whether trade leans on fewer partners. */
export function findingOf(answer: TradeAnswer): TradeFinding {
  const movers = answer.ranking.map(moverOf).filter((mover) => mover !== null)
  const sorted = [...movers].sort((a, b) => b.change - a.change)
  const first = answer.ranking[0]
  const hhiAt = (year: number | null): number | null =>
    year === null ? null : (answer.stack.hhi[answer.years.indexOf(year)]?.value ?? null)
  const [base, latest] = [hhiAt(answer.baseYear), hhiAt(answer.latestYear)]
  const gainer = sorted[0]
  const loser = sorted.at(-1)
  return {
    top: first && first.share !== null ? { partner: first.partner, share: first.share } : null,
    baseTop: [...movers].sort((a, b) => b.from - a.from)[0]?.partner ?? null,
    gainer: gainer && gainer.change > 0 ? gainer : null,
    loser: loser && loser.change < 0 ? loser : null,
    hhi: base === null || latest === null ? null : { base, latest },
  }
}

export interface PartnerLine {
  readonly partner: string
  readonly years: readonly number[]
  /** share by year; null where the year has no figure or must stay empty */
  readonly shares: readonly (number | null)[]
}

/** Lines of shares for chosen partners, in the order chosen; partners without any figure are left out. */
export function partnerLines(answer: TradeAnswer, partners: readonly string[]): readonly PartnerLine[] {
  return partners.flatMap((partner) => {
    const part = answer.stack.parts.find((candidate) => candidate.id === partner)?.values
    const shares = answer.ranking.find((row) => row.partner === partner)?.shares ?? part
    return shares?.some((value) => value !== null) ? [{ partner, years: answer.years, shares }] : []
  })
}

export interface Disagreement {
  readonly year: number
  readonly low: { readonly line: SourceLine; readonly value: number }
  readonly high: { readonly line: SourceLine; readonly value: number }
  /** high minus low, in the unit of the lines */
  readonly gap: number
  /** gap over the lower value */
  readonly ratio: number
}

/** The year in which several sources are furthest apart on one cell, by ratio; null when no two speak of the same year. */
export function widestGap(lines: readonly SourceLine[]): Disagreement | null {
  const years = [...new Set(lines.flatMap((line) => line.years))].sort((a, b) => a - b)
  const candidates = years.flatMap((year): Disagreement[] => {
    const read = lines
      .flatMap((line) => {
        const value = line.values[line.years.indexOf(year)]
        return value == null || value <= 0 ? [] : [{ line, value }]
      })
      .sort((a, b) => a.value - b.value)
    const [low, high] = [read[0], read.at(-1)]
    return low && high && low !== high
      ? [{ year, low, high, gap: high.value - low.value, ratio: high.value / low.value - 1 }]
      : []
  })
  return candidates.sort((a, b) => b.ratio - a.ratio || b.year - a.year)[0] ?? null
}

/** The source lines of one partner and flow, those that charts use first, mirror figures last. */
export function linesOf(answer: TradeAnswer, partner: string, flow: 'exports' | 'imports'): readonly SourceLine[] {
  return answer.lines
    .filter((line) => line.partner === partner && line.flow === flow)
    .sort(
      (a, b) =>
        Number(a.mirror) - Number(b.mirror) || b.chosenYears.length - a.chosenYears.length || (a.source < b.source ? -1 : 1),
    )
}

export interface PartnerPair {
  readonly partners: readonly [string, string]
  /** points between the two shares, and per cent that both hold together */
  readonly now: { readonly gap: number; readonly sum: number }
  readonly before: { readonly gap: number; readonly sum: number }
}

/** The first two lines in the last year both have, against the base year; null when a figure is missing or the years are one. */
export function pairOf(lines: readonly PartnerLine[], baseYear: number): PartnerPair | null {
  const [first, second] = lines
  if (!first || !second) return null
  const at = (line: PartnerLine, year: number): number | null => line.shares[line.years.indexOf(year)] ?? null
  const both = (year: number) => {
    const [a, b] = [at(first, year), at(second, year)]
    return a === null || b === null ? null : { gap: Math.abs(a - b), sum: a + b }
  }
  const latest = first.years.findLast((year) => both(year) !== null)
  if (latest === undefined || latest <= baseYear) return null
  const [now, before] = [both(latest), both(baseYear)]
  return now && before ? { partners: [first.partner, second.partner], now, before } : null
}

export interface Weighed {
  readonly partner: string
  readonly year: number
  readonly share: number
  readonly mirrorShare: number
  readonly ratio: number
  readonly mirrorCells: readonly CellRef[]
}

export interface WeighedPartners {
  /** partners of which both shares are known, at the latest year of each; the chosen ones first */
  readonly rows: readonly Weighed[]
  /** chosen partners without a published total */
  readonly unknown: readonly string[]
  /** what the first row says; `times` ≥ 1; null without rows */
  readonly told: { readonly partner: string; readonly word: 'more' | 'less' | 'same'; readonly times: number } | null
}

/** A ratio that prints as 1.0 says nothing of more or less. */
const SAME = 0.05

/** Who weighs more for whom, in the latest year of each partner. */
export function weighedPartners(answer: TradeAnswer, chosen: readonly string[]): WeighedPartners {
  const rows = answer.asymmetry
    .flatMap(({ partner, years }): Weighed[] => {
      const latest = years.findLast(({ ratio }) => ratio !== null && ratio > 0)
      return latest?.ratio ? [{ ...latest, partner, ratio: latest.ratio }] : []
    })
    .sort((a, b) => Number(chosen.includes(b.partner)) - Number(chosen.includes(a.partner)))
  const unknown = answer.asymmetry.filter(({ partner, hasTotal }) => chosen.includes(partner) && !hasTotal)
  const [first] = rows
  const told =
    first === undefined
      ? null
      : {
          partner: first.partner,
          word: Math.abs(first.ratio - 1) < SAME ? ('same' as const) : first.ratio > 1 ? ('more' as const) : ('less' as const),
          times: first.ratio >= 1 ? first.ratio : 1 / first.ratio,
        }
  return { rows, unknown: unknown.map(({ partner }) => partner), told }
}
