import type { Brand } from './brand.ts'

/** A period as SDMX and the CSV files write it: `2023`, `2023-S1`, `2023-Q2`, `2023-05`, `2023-W05`, `2023-05-17`, `2018/2023`, `2018-01/2020-08`. */
export type Period = Brand<string, 'Period'>

/**
 * A period as one integer below 2^30, so that periods of any kind sort by their first day and, on the same day, from the longest
 * plain kind (year) to the shortest and then intervals, those of whole years first, each family by length. Layout: 18 bits for the first day (months since 1800-01, times 32,
 * plus the day), 12 bits for the kind or, for intervals, kind and length. Text is made only at the border.
 */
export type PeriodCode = Brand<number, 'PeriodCode'>

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day' | 'interval'

const FIRST_YEAR = 1800
const LAST_YEAR = 2311
const KIND_SIZE = 4096
export const PERIOD_CODE_LIMIT = 2 ** 30

const simpleKinds = ['year', 'half', 'quarter', 'month', 'week', 'day'] as const
/** First code of each family of intervals in the lower 12 bits, and how many units long an interval of it may be. */
const YEARS_FROM = 8
const MONTHS_FROM = 264
const MIXED_FROM = 1464
const DAYS_FROM = 2664
const MOST_YEARS = MONTHS_FROM - YEARS_FROM
const MOST_MONTHS = MIXED_FROM - MONTHS_FROM
const MOST_MIXED = DAYS_FROM - MIXED_FROM
const MOST_DAYS = KIND_SIZE - DAYS_FROM

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
/** Days in a month of the proleptic Gregorian calendar; month in 1..12. */
export const daysInMonth = (year: number, month: number): number => (month === 2 && leap(year) ? 29 : (monthDays[month - 1] ?? 0))

/** Days since 1970-01-01 of a calendar day, without the Date object (after Howard Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The calendar day of a number of days since 1970-01-01; the inverse of {@link dayNumber}. */
export function dayFromNumber(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

const code = (year: number, month: number, day: number, low: number): PeriodCode | null =>
  year < FIRST_YEAR || year > LAST_YEAR
    ? null
    : (((((year - FIRST_YEAR) * 12 + month - 1) * 32 + day) * KIND_SIZE + low) as unknown as PeriodCode)

const YEAR = /^(\d{4})$/
const MONTH = /^(\d{4})-(\d{2})$/
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const PART = /^(\d{4})-([SQW])(\d{1,2})$/

const validMonth = (month: number): boolean => month >= 1 && month <= 12

/** Monday of ISO week 1 of a year, as a day number. */
function firstWeek(year: number): number {
  const fourth = dayNumber(year, 1, 4)
  // The day number is negative before 1970 and so is its remainder: 7 is added to stay on the Monday before.
  return fourth - ((((fourth + 3) % 7) + 7) % 7)
}

function simpleCode(text: string): PeriodCode | null {
  const year = YEAR.exec(text)
  if (year) return code(Number(year[1]), 1, 1, 0)
  const month = MONTH.exec(text)
  if (month) return validMonth(Number(month[2])) ? code(Number(month[1]), Number(month[2]), 1, 3) : null
  const day = DAY.exec(text)
  if (day) {
    const [y, m, d] = [Number(day[1]), Number(day[2]), Number(day[3])]
    return validMonth(m) && d >= 1 && d <= daysInMonth(y, m) ? code(y, m, d, 5) : null
  }
  const part = PART.exec(text)
  if (!part) return null
  const [y, n] = [Number(part[1]), Number(part[3])]
  if (part[2] === 'S') return n >= 1 && n <= 2 && part[3]?.length === 1 ? code(y, n * 6 - 5, 1, 1) : null
  if (part[2] === 'Q') return n >= 1 && n <= 4 && part[3]?.length === 1 ? code(y, n * 3 - 2, 1, 2) : null
  const monday = firstWeek(y) + (n - 1) * 7
  if (part[3]?.length !== 2 || n < 1 || monday >= firstWeek(y + 1)) return null
  const start = dayFromNumber(monday)
  return code(start.year, start.month, start.day, 4)
}

function intervalCode(from: string, to: string): PeriodCode | null {
  if (Number(to.slice(0, 4)) > LAST_YEAR) return null
  const [fromYear, toYear] = [YEAR.exec(from), YEAR.exec(to)]
  const [fromMonth, toMonth] = [MONTH.exec(from), MONTH.exec(to)]
  if (fromYear && toYear) {
    const length = Number(to) - Number(from)
    return length >= 0 && length < MOST_YEARS ? code(Number(from), 1, 1, YEARS_FROM + length) : null
  }
  if (toMonth && validMonth(Number(toMonth[2])) && (fromMonth || fromYear)) {
    const [y, m] = fromMonth ? [Number(fromMonth[1]), Number(fromMonth[2])] : [Number(from), 1]
    const length = (Number(toMonth[1]) - y) * 12 + Number(toMonth[2]) - m
    const [first, most] = fromMonth ? [MONTHS_FROM, MOST_MONTHS] : [MIXED_FROM, MOST_MIXED]
    return validMonth(m) && length >= 0 && length < most ? code(y, m, 1, first + length) : null
  }
  const [fromDay, toDay] = [DAY.exec(from), DAY.exec(to)]
  if (!fromDay || !toDay || simpleCode(from) === null || simpleCode(to) === null) return null
  const start = dayNumber(Number(fromDay[1]), Number(fromDay[2]), Number(fromDay[3]))
  const length = dayNumber(Number(toDay[1]), Number(toDay[2]), Number(toDay[3])) - start
  return length >= 0 && length < MOST_DAYS
    ? code(Number(fromDay[1]), Number(fromDay[2]), Number(fromDay[3]), DAYS_FROM + length)
    : null
}

/**
 * Code of a period written in canonical form (the forms named at {@link Period}; an interval includes both ends).
 *
 * @returns null for anything else: an impossible month, week or day, a year outside 1800-2311 (of a week: the year of its Monday), an
 *   interval that ends before it starts or is longer than its code can hold (256 years, 1,200 months, 1,432 days)
 */
export function encodePeriod(text: string): PeriodCode | null {
  const slash = text.indexOf('/')
  return slash < 0 ? simpleCode(text) : intervalCode(text.slice(0, slash), text.slice(slash + 1))
}

/** The code of a period that is known to be valid. @throws {RangeError} when it is not: a bug in the caller */
export function periodCode(text: string): PeriodCode {
  const found = encodePeriod(text)
  if (found === null) throw new RangeError(`not a period: ${text}`)
  return found
}

const two = (n: number): string => String(n).padStart(2, '0')
const monthText = (monthIndex: number): string => `${Math.floor(monthIndex / 12) + FIRST_YEAR}-${two((monthIndex % 12) + 1)}`

function parts(period: PeriodCode): { year: number; month: number; day: number; monthIndex: number; low: number } {
  const low = period % KIND_SIZE
  const start = Math.floor(period / KIND_SIZE)
  const monthIndex = Math.floor(start / 32)
  return { year: Math.floor(monthIndex / 12) + FIRST_YEAR, month: (monthIndex % 12) + 1, day: start % 32, monthIndex, low }
}

/** Kind of a period. */
export function periodKind(period: PeriodCode): PeriodKind {
  return simpleKinds[period % KIND_SIZE] ?? 'interval'
}

/** First calendar year of a period (of a week: the year of its Monday). */
export const periodYear = (period: PeriodCode): number => parts(period).year

/** Canonical text of a period; the inverse of {@link encodePeriod}. */
export function decodePeriod(period: PeriodCode): Period {
  const { year, month, day, monthIndex, low } = parts(period)
  const startDay = `${year}-${two(month)}-${two(day)}`
  if (low === 0) return String(year) as Period
  if (low === 1) return `${year}-S${month > 6 ? 2 : 1}` as Period
  if (low === 2) return `${year}-Q${Math.ceil(month / 3)}` as Period
  if (low === 3) return monthText(monthIndex) as Period
  if (low === 5) return startDay as Period
  if (low === 4) {
    const monday = dayNumber(year, month, day)
    const isoYear = monday >= firstWeek(year + 1) ? year + 1 : year
    return `${isoYear}-W${two((monday - firstWeek(isoYear)) / 7 + 1)}` as Period
  }
  if (low < MONTHS_FROM) return `${year}/${year + low - YEARS_FROM}` as Period
  if (low < MIXED_FROM) return `${monthText(monthIndex)}/${monthText(monthIndex + low - MONTHS_FROM)}` as Period
  if (low < DAYS_FROM) return `${year}/${monthText(monthIndex + low - MIXED_FROM)}` as Period
  const end = dayFromNumber(dayNumber(year, month, day) + low - DAYS_FROM)
  return `${startDay}/${end.year}-${two(end.month)}-${two(end.day)}` as Period
}

/** Last calendar year that a period touches; what "how old is this figure" counts from. */
export function periodEndYear(period: PeriodCode): number {
  if (periodKind(period) === 'week') {
    const { year, month, day } = parts(period)
    return dayFromNumber(dayNumber(year, month, day) + 6).year
  }
  const text = decodePeriod(period)
  const end = text.slice(text.indexOf('/') + 1)
  return Number(end.slice(0, 4))
}
