import { expect, it } from 'vitest'
import { countriesIn } from '../../../db/ingest/titleAreas.ts'
import { bundledAreas } from './bundledAreas.ts'

const areas = bundledAreas()

it.each([
  ['Экспорт Узбекистана по странам', ['UZB']],
  ['Импорт Республики Узбекистан, млн. долл. США', ['UZB']],
  ['Внешняя торговля Российской Федерации', ['RUS']],
  ['Импорт Китайской Народной Республики из Южной Кореи', ['CHN', 'KOR']],
  ['Экспорт Кыргызской Республики', ['KGZ']],
  ['Товарооборот России и Китая', ['RUS', 'CHN']],
  ['Импорт Грузии из Азербайджана', ['GEO', 'AZE']],
  ['Экспорт Беларуси и Молдовы', ['BLR', 'MDA']],
  ['Өзбекстанның импорты', ['UZB']],
  ['Қазақстан Республикасының экспорты', ['KAZ']],
  ['Imports of Bosnia and Herzegovina, 2022', ['BIH']],
  ['Trade of the Republic of Korea with China', ['KOR', 'CHN']],
  // no country alone, or none at all
  ['Korea and Congo', []],
  ['Imports of the European Union, million US dollars', []],
  ['млн. долл. США', []],
  ['World, Total', []],
])('of %s the countries are %s', (title, codes) => {
  expect(countriesIn(title, areas)).toEqual(codes)
})
