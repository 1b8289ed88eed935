// What titles, names of series and lines between rows say of the figures below them.

import { decodePeriod, type PeriodCode } from '../../../electron/shared/domain/period.ts'
import type { PeriodMeaning } from '../layout.ts'
import { fold } from './fold.ts'
import { readPeriod } from './periods.ts'

const counted =
  /нарастающ|с накоплением|с начала (?:\S+ )?год|year to date|(?:^| )ytd(?: |$)|since (?:the beginning of the year|january)|cumulative (?:from|since) jan|жыл басынан|өспелі|өсу қорытынды/

/** True for a text that says of its figures that each is counted from January on. */
export const saysSinceJanuary = (text: string): boolean => counted.test(fold(text))

/** The same period counted from January: 2024-02 is January to February, 2024-Q4 the year. What is no part of a year stays as it is. */
export function countedFromJanuary<
  T extends { readonly code: number; readonly cumulative: boolean; readonly preliminary: boolean },
>(period: T): T {
  const [, year = '', kind = '', number = ''] = /^(\d{4})-([QS]?)(\d{1,2})$/.exec(decodePeriod(period.code as PeriodCode)) ?? []
  if (number === '') return period
  const month = Number(number) * (kind === 'Q' ? 3 : kind === 'S' ? 6 : 1)
  const reading = readPeriod(`${month} months ${year}`)
  if (reading.kind === 'bad') return period
  return { ...period, code: reading.code, cumulative: reading.cumulative, preliminary: reading.preliminary }
}

/** The year that a period is; null for a part of one, or several. */
export function yearOf({ code }: { readonly code: number }): string | null {
  const name = decodePeriod(code as PeriodCode)
  return /^\d{4}$/.test(name) ? name : null
}

/** A part of this year, such as "январь-май"; null when it is none. What is no whole year stays as it is. */
export function inPartOfYear(year: PeriodMeaning, part: string): PeriodMeaning | null {
  const name = yearOf(year)
  if (name === null) return year
  const reading = readPeriod(`${part} ${name}`)
  if (reading.kind === 'bad') return null
  const { kind: _kind, ...period } = reading
  return { ...period, preliminary: period.preliminary || year.preliminary }
}

/** True for a text with an amount, not a unit: "of which 3,5 млрд долл." */
export const saysAmount = (text: string): boolean => /\d\s*(?:тыс|млн|млрд|трлн|мың|thous|million|billion|mln|bln|bn)/i.test(text)

/** A flow of goods; `other` = one that is neither exports nor imports: turnover, balances, re-exports, services. */
export type Flow = 'exports' | 'imports' | 'other'

/** The flows that a text names. */
export function flowsOf(text: string): ReadonlySet<Flow> {
  const words = fold(text)
  const flows = new Set<Flow>()
  if (/(?:^| )(?:экспорт(?!ер)\p{L}*|exports?)(?: |$)/u.test(words)) flows.add('exports')
  if (/(?:^| )(?:импорт(?!ер)\p{L}*|imports?)(?: |$)/u.test(words)) flows.add('imports')
  if (/(?:^| )(?:ре(?:экс|им)порт|re ?(?:ex|im)ports?|\p{L}*оборот|turnover|тауар айналымы|сальдо|баланс|balance)/u.test(words))
    flows.add('other')
  if (flows.has('other') && /(?:^| )(?:ре|re) ?(?:экс|им|ex|im)/.test(words)) return new Set(['other'])
  return /(?:^| )(?:услуг|services?(?: |$)|қызмет)/.test(words) && flows.size > 0 ? new Set(['other']) : flows
}

/** Letters alone: of numbers some offices call 1 the imports, others the exports. */
const codes: ReadonlyMap<string, Flow> = new Map(
  Object.entries({
    m: 'imports',
    i: 'imports',
    imp: 'imports',
    ввоз: 'imports',
    им: 'imports',
    x: 'exports',
    e: 'exports',
    exp: 'exports',
    вывоз: 'exports',
    эк: 'exports',
  } satisfies Readonly<Record<string, Flow>>),
)

/** The one flow that a cell names; null when it names none or several. */
export function flowOf(text: string): Flow | null {
  const known = codes.get(fold(text))
  if (known !== undefined) return known
  const [flow, second] = flowsOf(text)
  return flow === undefined || second !== undefined ? null : flow
}

/** What is the other side of direct investment, or its stock where its flow is meant. */
const sides: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|[._])(?:inward|inflow)(?:[._]|$)/, /(?:^| )(?:outward|outflows?|outgoing|abroad)(?: |$)/],
  [/(?:^|[._])(?:outward|outflow)(?:[._]|$)/, /(?:^| )(?:inward|inflows?|incoming)(?: |$)/],
  [/(?:^|[._])stock(?:[._]|$)/, /(?:^| )(?:flows?|inflows?|outflows?|transactions?)(?: |$)/],
  [/(?:^|[._])(?:inflow|outflow|flow)(?:[._]|$)/, /(?:^| )(?:stocks?|positions?)(?: |$)/],
]

/** True where a text says another side of direct investment than the code of the indicator that a user names: outward, of the stock. */
export const otherInvestment = (text: string, indicator: string): boolean => {
  const words = fold(text)
  return sides.some(([meant, other]) => meant.test(indicator) && other.test(words))
}
