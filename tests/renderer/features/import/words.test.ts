import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../../../electron/shared/domain/formats.ts'
import { partnerName, percentText, type Words } from '../../../../renderer/features/import/words.ts'

const words = {
  formats: formatsOf('en'),
  names: {
    area: (code: string) => `area ${code}`,
    indicatorOf: (code: string) => ({ partnerRule: code === 'gdp' ? 'WLD' : 'required' }),
  },
} as unknown as Words

describe('a change', () => {
  it('is told in per cent, and from tenfold on as a multiple, up or down', () => {
    const from = (before: number, after: number) => percentText(words, ((after - before) / before) * 100, before)
    expect(from(1000, 1013)).toBe('+1.3%')
    expect(from(1487.5, 1487.9)).toBe('+0.027%')
    expect(from(10, 100)).toBe('×\u202f10')
    expect(from(17_342.7, 1)).toBe('÷\u202f17,343')
    expect(from(100, 10)).toBe('÷\u202f10')
    expect(from(100, 11)).toBe('−89.0%')
  })

  it('to zero or below is no multiple, nor is one of nothing', () => {
    expect(percentText(words, -100, 5)).toBe('−100.0%')
    expect(percentText(words, -99.99, -5)).toBe('−100.0%')
    expect(percentText(words, null, 5)).toBe('–')
  })
})

describe('a partner', () => {
  it('is named where there can be another than the world', () => {
    expect(partnerName(words, 'imports', 'WLD')).toBe('area WLD')
    expect(partnerName(words, 'gdp', 'WLD')).toBe('')
    expect(partnerName(words, 'gdp', '_Z')).toBe('')
  })
})
