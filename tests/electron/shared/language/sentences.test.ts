import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { capital, midSentence, smallFirst } from '../../../../electron/shared/language/sentences.ts'

describe('letters at the edges of a sentence', () => {
  it('begin a common name small in any language, and leave an abbreviation', () => {
    const names = ['Oil transit', 'FDI stock', 'Қару-жарақ', 'БҰҰ дауыстары', 'Импорт', 'Накопленные ПИИ']
    expect(names.map(smallFirst)).toEqual([
      'oil transit',
      'FDI stock',
      'қару-жарақ',
      'БҰҰ дауыстары',
      'импорт',
      'накопленные ПИИ',
    ])
  })

  it.each([
    ['Exports of goods', 'exports of goods'],
    ['FDI stock, in euro', 'FDI stock, in euro'],
    ['CPC oil', 'CPC oil'],
    ['Gross FDI inflow', 'gross FDI inflow'],
    ['Khorgos Gateway containers', 'Khorgos Gateway containers'],
    ['Middle Corridor cargo', 'Middle Corridor cargo'],
    ['Chinese official finance, commitments', 'Chinese official finance, commitments'],
    ['Kazakh-Chinese project list: value, all', 'Kazakh-Chinese project list: value, all'],
    ['Corruption Perceptions Index', 'Corruption Perceptions Index'],
    ['Containers China-Europe-China', 'containers China-Europe-China'],
    ['A significant threat', 'a significant threat'],
    ['KazTransOil system', 'KazTransOil system'],
  ])('%s stands in a sentence as %s', (name, found) => {
    expect(midSentence(name, 'en')).toBe(found)
  })

  it.each([
    ['Экспорт товаров', 'экспорт товаров', 'ru'],
    ['ПИИ, чистый приток', 'ПИИ, чистый приток', 'ru'],
    ['Актау — Баку', 'Актау — Баку', 'ru'],
    ['Тауар экспорты', 'тауар экспорты', 'kk'],
    ['Қытаймен байланысты наразылықтар', 'Қытаймен байланысты наразылықтар', 'kk'],
    ['Теңізбен мұнай экспорты', 'теңізбен мұнай экспорты', 'kk'],
  ] as const)('%s stands in a sentence as %s (%s)', (name, found, language) => {
    expect(midSentence(name, language)).toBe(found)
  })

  it('begin a sentence with a large letter in Kazakh and Russian too', () => {
    expect(['share', 'әлем', 'доля', ''].map(capital)).toEqual(['Share', 'Әлем', 'Доля', ''])
  })

  it('know every name of a place or people among the bundled indicators', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../../resources/data/indicators.csv'), 'utf8')
    const places =
      text.match(
        /(?:^|,"?)(?:Chinese|Kazakh|Russian|Khorgos|Aktau|Kuryk|Tengiz|Kashagan|Karachaganak|Middle Corridor)[^",]*/gm,
      ) ?? []
    expect(places.length).toBeGreaterThan(10)
    for (const found of places) {
      const name = found.replace(/^,?"?/, '')
      expect(midSentence(name, 'en')).toBe(name)
    }
  })
})
