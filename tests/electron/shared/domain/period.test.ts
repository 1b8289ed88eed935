import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayFromNumber,
  dayNumber,
  daysInMonth,
  decodePeriod,
  encodePeriod,
  PERIOD_CODE_LIMIT,
  periodCode,
  periodEndYear,
  periodKind,
  periodYear,
} from '../../../../electron/shared/domain/period.ts'

const two = (n: number): string => String(n).padStart(2, '0')
const iso = (days: number): string => {
  const { year, month, day } = dayFromNumber(days)
  return `${year}-${two(month)}-${two(day)}`
}

/** The independent calendar of these tests: the language's own Date, in UTC. */
const utcDay = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000

/** ISO week by the textbook rule: the week belongs to the year of its Thursday. */
function isoWeek(days: number): string {
  const thursday = days - ((((days + 3) % 7) + 7) % 7) + 3
  const year = new Date(thursday * 86_400_000).getUTCFullYear()
  return `${year}-W${two(Math.floor((thursday - utcDay(year, 1, 1)) / 7) + 1)}`
}

const year = fc.integer({ min: 1800, max: 2311 })
const month = fc.integer({ min: 1, max: 12 })
const someDay = fc.integer({ min: utcDay(1800, 1, 6), max: utcDay(2311, 12, 25) })
const monthText = fc.tuple(year, month).map(([y, m]) => `${y}-${two(m)}`)
const plain = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, n]) => `${y}-S${n}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, n]) => `${y}-Q${n}`),
  monthText,
  someDay.map(isoWeek),
  someDay.map(iso),
)
const interval = fc.oneof(
  fc.tuple(year, fc.integer({ min: 0, max: 255 })).map(([y, n]) => `${y}/${Math.min(y + n, 2311)}`),
  fc.tuple(year, month, fc.integer({ min: 0, max: 1199 })).map(([y, m, n]) => {
    const end = Math.min(y * 12 + m - 1 + n, 2311 * 12 + 11)
    return `${y}-${two(m)}/${Math.floor(end / 12)}-${two((end % 12) + 1)}`
  }),
  fc.tuple(year, fc.integer({ min: 0, max: 1199 })).map(([y, n]) => {
    const end = Math.min(y * 12 + n, 2311 * 12 + 11)
    return `${y}/${Math.floor(end / 12)}-${two((end % 12) + 1)}`
  }),
  fc
    .tuple(someDay, fc.integer({ min: 0, max: 1431 }))
    .map(([start, n]) => `${iso(start)}/${iso(Math.min(start + n, utcDay(2311, 12, 31)))}`),
)

describe('periods', () => {
  it.each([
    ['2023', 'year'],
    ['2023-S2', 'half'],
    ['2023-Q4', 'quarter'],
    ['2023-05', 'month'],
    ['2023-W05', 'week'],
    ['2024-02-29', 'day'],
    ['2018/2023', 'interval'],
    ['2018-01/2020-08', 'interval'],
    ['2006/2017-03', 'interval'],
    ['2022-02-24/2022-03-31', 'interval'],
    ['2018/2018', 'interval'],
  ] as const)('reads %s as a %s and writes it back', (text, kind) => {
    const code = periodCode(text)
    expect(decodePeriod(code)).toBe(text)
    expect(periodKind(code)).toBe(kind)
  })

  it('knows the weeks of ISO 8601 on both sides of 1970, long years included', () => {
    expect(periodYear(periodCode('2025-W01'))).toBe(2024)
    expect(encodePeriod('2020-W53')).not.toBeNull()
    expect(encodePeriod('2021-W53')).toBeNull()
    expect(encodePeriod('1964-W53')).not.toBeNull()
    expect(encodePeriod('1965-W53')).toBeNull()
    expect(periodCode('1969-W01')).toBeLessThan(periodCode('1968-12-31'))
    expect(periodCode('1969-W01')).toBeGreaterThan(periodCode('1968-12-29'))
  })

  it.each([
    '',
    '23',
    '2023-',
    '2023-13',
    '2023-00',
    '2023-5',
    '2023-02-29',
    '2023-04-31',
    '2023-1-1',
    '2023-Q0',
    '2023-Q5',
    '2023-Q01',
    '2023-S3',
    '2023-W00',
    '2023-W1',
    '2023-W54',
    '1799',
    '2312',
    '2023/2018',
    '2018/',
    '/2018',
    '2018/2019/2020',
    '2018-02/2018-01',
    '2018-01/2020',
    '2018-13/2019-01',
    '2023-Q1/2023-Q2',
    '2018-01-31/2018-01-30',
    '2300/2312',
    '2300-01/2312-01',
    '2311-12-01/2312-01-01',
    ' 2023',
    '2023 ',
    '2023\n',
    '٢٠٢٣',
  ])('refuses %j', (text) => {
    expect(encodePeriod(text)).toBeNull()
    expect(() => periodCode(text)).toThrow(RangeError)
  })

  it('refuses intervals longer than its code can hold', () => {
    expect(encodePeriod('1800/2055')).not.toBeNull()
    expect(encodePeriod('1800/2056')).toBeNull()
    expect(encodePeriod('1900-01/1999-12')).not.toBeNull()
    expect(encodePeriod('1900-01/2000-01')).toBeNull()
    expect(encodePeriod('2020-01-01/2023-12-02')).not.toBeNull()
    expect(encodePeriod('2020-01-01/2023-12-03')).toBeNull()
  })

  it('sorts by first day, then from the longest plain kind to the shortest, then intervals', () => {
    const sorted = [
      '2017-12-31',
      '2018',
      '2018-S1',
      '2018-Q1',
      '2018-01',
      '2018-W01',
      '2018-01-01',
      '2018/2019',
      '2018/2020',
      '2018-01/2018-02',
      '2018-01-02',
    ]
    expect(
      [...sorted]
        .reverse()
        .map(periodCode)
        .sort((a, b) => a - b)
        .map(decodePeriod),
    ).toEqual(sorted)
  })

  it('gives the last calendar year a period touches', () => {
    expect(periodEndYear(periodCode('2023-05'))).toBe(2023)
    expect(periodEndYear(periodCode('2018/2023'))).toBe(2023)
    expect(periodEndYear(periodCode('2006/2017-03'))).toBe(2017)
    expect(periodEndYear(periodCode('2022-02-24/2022-03-31'))).toBe(2022)
    expect(periodEndYear(periodCode('2026-W53'))).toBe(2027)
    expect(periodEndYear(periodCode('2025-W01'))).toBe(2025)
    // its Sunday is New Year's Day
    expect(periodEndYear(periodCode('2022-W52'))).toBe(2023)
  })

  it('round-trips every kind, in codes below the limit of the store’s packed key', () => {
    fc.assert(
      fc.property(fc.oneof(plain, interval), (text) => {
        const code = periodCode(text)
        expect(decodePeriod(code)).toBe(text)
        expect(Number.isInteger(code) && code >= 0 && code < PERIOD_CODE_LIMIT).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('never gives two periods one code, and keeps days in the order of the calendar', () => {
    fc.assert(
      fc.property(fc.oneof(plain, interval), fc.oneof(plain, interval), (a, b) => {
        expect(periodCode(a) === periodCode(b)).toBe(a === b)
      }),
    )
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        expect(Math.sign(periodCode(iso(a)) - periodCode(iso(b)))).toBe(Math.sign(a - b))
      }),
    )
  })

  it('counts days as the proleptic Gregorian calendar does', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(dayNumber(2000, 3, 1)).toBe(11017)
    expect([daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(2024, 2), daysInMonth(2023, 4)]).toEqual([28, 29, 29, 30])
    fc.assert(
      fc.property(fc.integer({ min: -90_000, max: 150_000 }), (days) => {
        const { year: y, month: m, day: d } = dayFromNumber(days)
        expect(dayNumber(y, m, d)).toBe(days)
        expect(utcDay(y, m, d)).toBe(days)
      }),
    )
  })
})
