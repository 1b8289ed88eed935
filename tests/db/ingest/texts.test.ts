import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlainNumber, readPlainNumber } from '../../../db/ingest/bytes/plainNumber.ts'
import { fold, lookAlikes } from '../../../db/ingest/text/fold.ts'
import { readNumber } from '../../../db/ingest/text/numbers.ts'
import { readPeriod } from '../../../db/ingest/text/periods.ts'
import { readScale } from '../../../db/ingest/text/units.ts'
import { decodePeriod } from '../../../electron/shared/domain/period.ts'

const form: PlainNumber = { whole: 0, decimals: 0, leadingZero: false }
const plain = (text: string, mark = '.', shift = 0): number => {
  const bytes = Buffer.from(text)
  return readPlainNumber(bytes, 0, bytes.length, mark.charCodeAt(0), shift, form)
}

describe('plain numbers from bytes', () => {
  it('are what Number() reads, to the last bit', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 20 }), fc.boolean()),
        ([digits, decimals, negative]) => {
          const text = digits.toString().padStart(decimals + 1, '0')
          const cut = text.length - decimals
          const written = `${negative ? '-' : ''}${text.slice(0, cut)}${decimals > 0 ? `.${text.slice(cut)}` : ''}`
          expect(plain(written)).toBe(Number(written) + 0)
        },
      ),
      { seed: 3, numRuns: 2000 },
    )
  })

  it('are multiplied by a power of ten before they are rounded', () => {
    expect(plain('12345678.9', '.', -6)).toBe(12.3456789)
    expect(plain('0.1', '.', 3)).toBe(100)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: -9, max: 9 }), (whole, shift) => {
        expect(plain(String(whole), '.', shift)).toBe(Number(`${whole}e${shift}`))
      }),
      { seed: 5 },
    )
  })

  it.each(['', ' ', '-', '.', '1,5', '1e5', '12abc', '1.2.3', '--1', '0x10', 'NaN'])('are not "%s"', (text) => {
    expect(plain(text)).toBeNaN()
  })
})

describe('figures as people write them', () => {
  const number = (text: string, mark: '.' | ',' | null = null): number | string => {
    const reading = readNumber(text, mark)
    return reading.kind === 'number' ? reading.value : reading.kind
  }

  it.each([
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234\u202f567', 1234567],
    ["1'234.50", 1234.5],
    ['1.234.567', 1234567],
    ['1,234,567.8', 1234567.8],
    ['−5', -5],
    ['–5,25', -5.25],
    ['12.5%', 12.5],
    ['1.5E+09', 1.5e9],
    ['0,125', 0.125],
    ['.5', 0.5],
    ['+7', 7],
    ['007', 7],
    ['１２３', 123],
  ])('"%s" is %d', (text, value) => {
    expect(number(text)).toBe(value)
  })

  it('reads 1,234 only when the column says what the comma is', () => {
    expect(number('1,234')).toBe('ambiguous')
    expect(number('1,234', '.')).toBe(1234)
    expect(number('1,234', ',')).toBe(1.234)
  })

  it.each([
    '',
    '12abc',
    '12,3,4',
    '(5)',
    '$5',
    'NA',
    'null',
    '1 23',
    '2023 456',
    '1,23,456',
    '#REF!',
    'Infinity',
    '1.2.3',
    '5-',
    '5¹',
    '1½',
    '²',
    '١٢٣',
    '1..2',
    '1 234 56',
  ])('refuses "%s"', (text) => {
    expect(number(text)).toBe('bad')
  })

  it('never reads a figure of the other mark', () => {
    expect(number('2,5', '.')).toBe('bad')
    expect(number('2.5', ',')).toBe('bad')
  })
})

describe('periods as publishers and offices write them', () => {
  const period = (text: string): string => {
    const reading = readPeriod(text)
    if (reading.kind === 'bad') return 'bad'
    return decodePeriod(reading.code) + (reading.cumulative ? ' since January' : '') + (reading.preliminary ? ' preliminary' : '')
  }

  it.each([
    ['2023', '2023'],
    ['2004 год', '2004'],
    ['2023 г.', '2023'],
    ['2021¹', '2021'],
    ['май 2024 г. ²⁾', '2024-05'],
    ['20231)', 'bad'],
    ['2024 ж.', '2024'],
    ['2019 [YR2019]', '2019'],
    ['2023.0', '2023'],
    ['202205', '2022-05'],
    ['2023-M01', '2023-01'],
    ['2022/05', '2022-05'],
    ['05.2022', '2022-05'],
    ['янв.2024', '2024-01'],
    ['May 2023', '2023-05'],
    ['2024 жылғы қаңтар', '2024-01'],
    ['2023Q2', '2023-Q2'],
    ['I квартал 2024 г.', '2024-Q1'],
    ['2024 жылғы I тоқсан', '2024-Q1'],
    ['апрель-июнь 2024 г.', '2024-Q2'],
    ['1997-S1', '1997-S1'],
    ['I полугодие 2024 г.', '2024-S1'],
    ['31.12.2004', '2004-12-31'],
    ['17/05/2023', '2023-05-17'],
    ['2023-05-17T00:00:00', '2023-05-17'],
    ['2018-2023', '2018/2023'],
    ['2018/2020', '2018/2020'],
    ['2023W05', '2023-W05'],
    ['январь-май 2026 г.', '2026-05 since January'],
    ['2024 жылғы қаңтар-мамыр', '2024-05 since January'],
    ['9 месяцев 2024 года', '2024-09 since January'],
    ['январь-декабрь 2025 г.', '2025 preliminary'],
  ])('"%s" is %s', (text, expected) => {
    expect(period(text)).toBe(expected)
  })

  it.each([
    '',
    'Май.23',
    'Jan-23',
    '2022/23',
    '05/06/2023',
    '45047',
    '2023-13',
    '2023-02-30',
    '2023-Q5',
    'FY2023',
    '23',
    '2023e',
    '2023*',
    '0023',
    'n/a',
  ])('"%s" is none', (text) => {
    expect(period(text)).toBe('bad')
  })
})

describe('scales and spellings', () => {
  it('reads a scale by number, by name and by both', () => {
    expect(['6', 'Millions', '6: Millions', 'Units', '', 'lots'].map(readScale)).toEqual([6, 6, 6, 0, 0, null])
  })

  it('folds case, diacritics of Latin letters and punctuation, and leaves other alphabets whole', () => {
    expect(fold('  Côte d’Ivoire ')).toBe('cote d ivoire')
    expect(fold('КИТАЙ')).toBe('китай')
    expect(fold('Қытай')).toBe('қытай')
  })

  it('finds the word behind letters of the other alphabet', () => {
    expect(lookAlikes(fold('Кaзaxcтан'))).toContain('казахстан')
    expect(lookAlikes('россия')).not.toContain('россия')
  })
})
