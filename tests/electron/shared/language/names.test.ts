import { describe, expect, it } from 'vitest'
import { declineKazakh } from '../../../../electron/shared/language/kazakhCases.ts'
import { createNames } from '../../../../electron/shared/language/names.ts'

const area = (code: string, en: string, ru: string, kk: string, text: string, forms: Record<string, string> = {}) => ({
  code,
  kind: 'country' as const,
  iso2: null,
  m49: null,
  name: { en, ru, kk },
  short: { en, ru, kk },
  text: { en: text },
  forms,
})
const catalogue = {
  areas: [
    area('RUS', 'Russia', 'Россия', 'Ресей', 'Russia', { ru_genitive: 'России' }),
    area('USA', 'US', 'США', 'АҚШ', 'the United States', { kk_genitive: 'АҚШ-тың' }),
    area('ARM', 'Armenia', 'Армения', 'Армения', 'Armenia'),
  ],
  indicators: [],
  units: [],
  sources: [
    { code: 'wits_kaz', short: { en: 'WITS', ru: 'WITS', kk: 'WITS' } },
    { code: 'bns_kz_country', short: { en: 'BNS', ru: 'БНС', kk: 'ҰСБ' } },
  ],
}

describe('declineKazakh', () => {
  it.each([
    ['Ресей', 'genitive', 'Ресейдің'],
    ['Ресей', 'ablative', 'Ресейден'],
    ['Қазақстан', 'genitive', 'Қазақстанның'],
    ['Қазақстан', 'ablative', 'Қазақстаннан'],
    ['Қазақстан', 'locative', 'Қазақстанда'],
    ['Түркия', 'genitive', 'Түркияның'],
    ['Түркия', 'dative', 'Түркияға'],
    ['Өзбекстан', 'instrumental', 'Өзбекстанмен'],
    ['Қытай', 'accusative', 'Қытайды'],
    ['Молдова', 'locative', 'Молдовада'],
  ] as const)('puts %s into the %s as %s', (name, grammaticalCase, expected) => {
    expect(declineKazakh(name, grammaticalCase)).toBe(expected)
  })
})

describe('names of sources', () => {
  it('are short, joined where a figure rests on several, and codes only where nothing is known', () => {
    const names = createNames(catalogue, 'ru')
    expect(names.source('wits_kaz')).toBe('WITS')
    expect(names.source('wits_kaz+bns_kz_country')).toBe('WITS + БНС')
    expect(names.source('q3.csv')).toBe('q3.csv')
  })
})

describe('names of areas', () => {
  it('carry article and possessive in English', () => {
    const names = createNames(catalogue, 'en')
    expect(names.area('USA')).toBe('US')
    expect(names.areaIn('USA', 'genitive')).toBe('the United States’')
    expect(names.areaIn('RUS', 'genitive')).toBe('Russia’s')
  })

  it('take the forms of the catalogue, in Kazakh else the rule, in Russian else the nominative', () => {
    expect(createNames(catalogue, 'ru').areaIn('RUS', 'genitive')).toBe('России')
    expect(createNames(catalogue, 'ru').areaIn('ARM', 'genitive')).toBe('Армения')
    expect(createNames(catalogue, 'kk').areaIn('USA', 'genitive')).toBe('АҚШ-тың')
    expect(createNames(catalogue, 'kk').areaIn('ARM', 'locative')).toBe('Арменияда')
  })

  it('leave an unknown code as it is', () => {
    expect(createNames(catalogue, 'en').area('XXX')).toBe('XXX')
  })
})
