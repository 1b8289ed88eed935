import type { ReadDb } from '../../worker/db.ts'
import { statement } from '../../worker/db.ts'
import type { TextsOf } from '../decisions.ts'

interface Named {
  readonly code: string
  readonly name_en: string
  readonly name_ru: string
  readonly name_kk: string
}
const indicators = statement<object, Named>('review.indicators', 'SELECT code, name_en, name_ru, name_kk FROM indicator')
const areas = statement<object, Named>('review.areas', 'SELECT code, name_en, name_ru, name_kk FROM area')

/** Codes and names of indicators and areas in three languages, under which figures of a review are found; `null` language = all of them. */
export function reviewTexts(db: ReadDb): {
  readonly indicator: TextsOf
  readonly area: TextsOf
  readonly nameOf: (kind: 'indicator' | 'area', code: string, language: 'en' | 'ru' | 'kk') => string
} {
  const byCode = (rows: readonly Named[]): ReadonlyMap<string, Named> => new Map(rows.map((row) => [row.code, row]))
  const [indicator, area] = [byCode(db.all(indicators, {})), byCode(db.all(areas, {}))]
  const texts =
    (named: ReadonlyMap<string, Named>): TextsOf =>
    (code) => {
      const found = named.get(code)
      return found ? [code, found.name_en, found.name_ru, found.name_kk] : [code]
    }
  return {
    indicator: texts(indicator),
    area: texts(area),
    nameOf: (kind, code, language) => (kind === 'indicator' ? indicator : area).get(code)?.[`name_${language}`] ?? code,
  }
}
