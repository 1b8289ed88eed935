import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormats, type UnitFormat } from '../../../../electron/shared/domain/formats.ts'

const [en, ru, kk] = [createFormats('en'), createFormats('ru'), createFormats('kk')]
const percent: UnitFormat = { code: 'PCT', short: { en: '%', ru: '%', kk: '%' }, decimals: 1 }
const millions: UnitFormat = { code: 'USD_M', short: { en: 'US$ m', ru: 'млн долл. США', kk: 'млн АҚШ долл.' }, decimals: 0 }

describe('numbers', () => {
  it('take a comma for thousands in English and a thin space in Russian and Kazakh', () => {
    expect(en.number(1234567.891, 2)).toBe('1,234,567.89')
    expect(ru.number(1234567.891, 2)).toBe('1\u202f234\u202f567,89')
    expect(kk.number(1234567.891, 2)).toBe('1\u202f234\u202f567,89')
  })

  it('take the true minus and never a minus before zero', () => {
    expect(en.number(-7)).toBe('\u22127.0')
    expect(en.number(-0.04)).toBe('0.0')
    expect(en.signed(3.46)).toBe('+3.5')
    expect(en.signed(-0.04)).toBe('0.0')
  })

  it('print a missing figure as a dash', () => {
    expect([en.number(null), en.percent(null), en.value(null, millions), en.compact(Number.NaN)]).toEqual(['–', '–', '–', '–'])
  })

  it('keep their sign and digits whatever the language', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        const digits = (text: string): string => text.replace(/\D/g, '')
        expect(digits(ru.number(value, decimals))).toBe(digits(en.number(value, decimals)))
        expect(digits(kk.number(value, decimals))).toBe(digits(en.number(value, decimals)))
      }),
    )
  })
})

describe('values with a unit', () => {
  it('stick to their percent sign in English and Kazakh and stand off from it in Russian', () => {
    expect([en.value(29.86, percent), ru.value(29.86, percent), kk.value(29.86, percent)]).toEqual([
      '29.9%',
      '29,9\u00a0%',
      '29,9%',
    ])
  })

  it('carry the short name of the unit, in English with the sign of money first', () => {
    expect([en.value(4400, millions), en.value(-4400, millions), ru.value(4400, millions)]).toEqual([
      'US$4,400\u00a0m',
      '\u2212US$4,400\u00a0m',
      '4\u202f400\u00a0млн долл. США',
    ])
    expect(en.value(123, { ...millions, short: { ...millions.short, en: 'US$' } })).toBe('US$123')
  })

  it('are shortened when large', () => {
    expect([en.compact(4_400_000_000), en.compact(120_000_000), ru.compact(4_400_000_000)]).toEqual([
      '4.4\u00a0bn',
      '120\u00a0m',
      '4,4\u00a0млрд',
    ])
  })
})

describe('ranges', () => {
  it('join both ends by an en dash, or print one number when both ends print alike', () => {
    expect(en.range(62, 84)).toBe('62–84')
    expect(en.range(95.2, 95.4)).toBe('95')
    expect(en.years(1995, 2025)).toBe('1995–2025')
  })
})

describe('days and periods', () => {
  it('read as people write them in each language', () => {
    expect([en.day('2026-11-23'), ru.day('2026-11-23'), kk.day('2026-11-23')]).toEqual([
      '23\u00a0Nov 2026',
      '23\u00a0нояб. 2026',
      '2026\u00a0ж. 23\u00a0қар.',
    ])
    expect(ru.dayLong('2026-11-23')).toBe('23\u00a0ноября 2026')
    expect([
      en.period('2023'),
      en.period('2023-Q2'),
      en.period('2023-05'),
      en.period('2009/2013'),
      en.period('1998/2003'),
    ]).toEqual(['2023', 'Q2\u00a02023', 'May\u00a02023', '2009–13', '1998–2003'])
  })

  it('leave a text that is no day as it stands', () => {
    expect(en.day('unknown')).toBe('unknown')
  })
})

describe('lists', () => {
  it('end in "and"', () => {
    expect([en.list([]), en.list(['Russia']), en.list(['Russia', 'China']), ru.list(['Россия', 'Китай', 'Турция'])]).toEqual([
      '',
      'Russia',
      'Russia and China',
      'Россия, Китай и Турция',
    ])
  })
})
