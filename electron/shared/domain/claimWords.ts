// A test in words: sentences from clauses, in the language of whoever asks. Pure, so that the page and the command line say the same.

import type { Clause, FactClause, FigureSpec, PeriodSpec } from './claimRule.ts'
import { WORLD } from './observation.ts'

/** What a language must provide. Keys are those of texts/<language>/claims.json. */
export interface ClaimTongue {
  say(key: string, values?: Readonly<Record<string, string | number>>): string
  /** name of an area; `genitive` as owner of something */
  area(code: string, grammaticalCase: 'nominative' | 'genitive'): string
  indicator(code: string): string
  list(items: readonly string[]): string
  number(value: number, decimals: number): string
  /** a value in per cent */
  percent(value: number): string
  /** both ends of a range in per cent, whole; without it the sign stands close */
  percentRange?(low: number, high: number): string
  period(text: string): string
  /** title of a bundled event, project or club in this language, where it has one; a language may leave all as they are */
  record?(kind: FactClause['fact'], title: string): string
  /** status of a project or number of a scenario as the store writes it */
  status?(text: string): string
}

const GOODS = 'trade.goods_usd_m'
const indicatorName = (code: string, tongue: ClaimTongue): string =>
  code === GOODS ? tongue.say('figure.goods') : tongue.indicator(code)

/** Name of a figure: "Russia’s share: goods imports". */
export function figureWords(figure: FigureSpec, tongue: ClaimTongue): string {
  const partners = (figure.partners ?? figure.except ?? []).filter((code) => code !== WORLD)
  const values = {
    indicator: indicatorName(figure.indicator, tongue),
    partner: tongue.list(partners.map((code) => tongue.area(code, 'nominative'))),
    partnerOf: tongue.list(partners.map((code) => tongue.area(code, 'genitive'))),
    years: figure.years ?? 0,
  }
  if (figure.over)
    return tongue.say('figure.over', {
      figure: figureWords({ ...figure, over: undefined } as unknown as FigureSpec, tongue),
      over: figureWords(figure.over, tongue),
    })
  if (figure.except) return tongue.say('figure.rest', values)
  if (figure.measure === 'value') return partners.length > 0 ? tongue.say('figure.of', values) : values.indicator
  return tongue.say(`figure.${figure.measure}`, values)
}

/** Stored as a part of one, and told in per cent on every screen. */
const AGREEMENT = 'politics.unga_agreement'

/** True for figures that are parts of one and are told in per cent. */
export const isShare = (figure: FigureSpec): boolean =>
  figure.over !== undefined ||
  ['share', 'window-share', 'transit-share'].includes(figure.measure) ||
  (figure.measure === 'value' && figure.indicator === AGREEMENT)

/** A number of a figure as text: shares and transit in per cent, both ends of a range. */
export function numberWords(figure: FigureSpec | null, low: number, high: number, tongue: ClaimTongue): string {
  if (figure !== null && isShare(figure)) {
    if (high - low < 0.001) return tongue.percent(low * 100)
    return tongue.percentRange?.(low * 100, high * 100) ?? `${tongue.number(low * 100, 0)}–${tongue.number(high * 100, 0)}%`
  }
  const size = Math.abs(high)
  const decimals = figure?.measure === 'hhi' ? 3 : Number.isInteger(low) ? 0 : size >= 1000 ? 0 : size >= 10 ? 1 : 2
  const one = tongue.number(low, decimals)
  return low === high ? one : `${one}–${tongue.number(high, decimals)}`
}

function periodWords(period: PeriodSpec, tongue: ClaimTongue): string {
  if (period === 'latest') return tongue.say('period.latest')
  if (period === 'earliest') return tongue.say('period.earliest')
  if (typeof period === 'string') return tongue.period(period)
  return 'near' in period ? String(period.near) : `${period.from}–${period.to}`
}

/** Published figures of scenarios that a bundled claim tests, by id: the store knows them by codes only. */
const publishedFigures: ReadonlySet<string> = new Set(['bri_gdp_exclusive', 'ebrd_corridors_kaz', 'wb_trade_gravity_reform'])

/** What a clause about a fact of record speaks of: its title, or its code where the store has none. */
export const factWords = (clause: FactClause, tongue: ClaimTongue, title: string | null): string =>
  publishedFigures.has(clause.id)
    ? tongue.say(`clause.published.${clause.id}`)
    : (tongue.record?.(clause.fact, title ?? clause.id) ?? title ?? clause.id)

/** The median change of the countries that a clause compares with: points of a share, or the figure's own unit. */
export function medianWords(clause: Clause, low: number, high: number, tongue: ClaimTongue): string {
  const figure = clause.op === 'compare-changes' ? clause.figure : null
  const scale = figure !== null && isShare(figure) ? 100 : 1
  const signed = (value: number): string => {
    // a change that prints as nothing has no sign
    const text = tongue.number(Math.abs(value * scale), scale === 100 ? 1 : 2)
    return Number(value.toFixed(scale === 100 ? 3 : 2)) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`
  }
  const change = low === high ? signed(low) : `${signed(low)}…${signed(high)}`
  return tongue.say(scale === 100 ? 'result.median-points' : 'result.median', { change })
}

/** A clause as a sentence without its numbers. */
export function clauseWords(clause: Clause, tongue: ClaimTongue, title: string | null): string {
  switch (clause.op) {
    case 'change':
      return tongue.say(`clause.change.${clause.is}`, {
        figure: figureWords(clause.figure, tongue),
        from: periodWords(clause.from, tongue),
        to: periodWords(clause.to, tongue),
      })
    case 'compare': {
      const than =
        typeof clause.than === 'number'
          ? numberWords(clause.figure, clause.than, clause.than, tongue)
          : `${figureWords(clause.than.figure, tongue)}, ${periodWords(clause.than.at, tongue)}`
      const values = { figure: figureWords(clause.figure, tongue), at: periodWords(clause.at, tongue), than }
      return tongue.say(`clause.compare.${clause.is}`, values)
    }
    case 'compare-changes': {
      const than = 'figure' in clause.than ? figureWords(clause.than.figure, tongue) : tongue.say('figure.median')
      const values = {
        figure: figureWords(clause.figure, tongue),
        than,
        from: periodWords(clause.from, tongue),
        to: periodWords(clause.to, tongue),
      }
      return tongue.say(`clause.changes.${clause.is === 'above' || clause.is === 'at-least' ? 'above' : 'below'}`, values)
    }
    case 'band': {
      const values = {
        figure: figureWords(clause.figure, tongue),
        from: clause.from,
        to: clause.to,
        min: clause.min === undefined ? '' : numberWords(clause.figure, clause.min, clause.min, tongue),
        max: clause.max === undefined ? '' : numberWords(clause.figure, clause.max, clause.max, tongue),
      }
      return tongue.say(`clause.band.${clause.min === undefined ? 'max' : clause.max === undefined ? 'min' : 'both'}`, values)
    }
    case 'fact':
      return tongue.say(`clause.fact.${clause.is}`, {
        title: factWords(clause, tongue, title),
        status: (clause.status ?? []).map((status) => tongue.status?.(status) ?? status).join(', '),
      })
    default:
      return tongue.say(`clause.group.${clause.op}`, { count: clause.count ?? 0, of: clause.of.length })
  }
}
