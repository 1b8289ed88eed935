// What areas, indicators and units are called, in the language on screen and in the case a sentence needs.
import type { Catalogue, Indicator, Unit } from '../contract/schema/store.ts'
import type { Language } from '../domain/languages.ts'
import { declineKazakh, type KazakhCase } from './kazakhCases.ts'

type Texts = Readonly<Record<Language, string>>

/** An area as names need it; short names and case forms are used where the catalogue carries them. */
interface NamedArea {
  readonly code: string
  readonly name: Texts
  readonly short?: Texts
  readonly text?: Partial<Texts>
  readonly forms?: Readonly<Record<string, string>>
}

export type GrammaticalCase =
  | 'nominative'
  | 'genitive'
  | 'prepositional'
  | 'instrumental'
  | 'dative'
  | 'accusative'
  | 'locative'
  | 'ablative'

export interface Names {
  /** Short name for labels: Russia, EU27, США. An unknown code is returned as it is. */
  area(code: string): string
  /** Full official name. */
  areaFull(code: string): string
  /**
   * The name as a sentence needs it: English `genitive` is the possessive ("Russia's") and every other case the name with its article
   * ("the United States"); Russian and Kazakh take the forms of the catalogue, Kazakh otherwise by rule, Russian otherwise the nominative.
   */
  areaIn(code: string, grammaticalCase: GrammaticalCase): string
  indicator(code: string): string
  indicatorOf(code: string): Indicator | null
  unit(code: string): string
  unitShort(code: string): string
  unitOf(code: string): Unit | null
  /** Short name of a source, or of several joined by `+`, for labels and tooltips. An unknown code is returned as it is. */
  source(code: string): string
}

const kazakhCases: readonly GrammaticalCase[] = ['genitive', 'dative', 'accusative', 'locative', 'ablative', 'instrumental']

function englishCase(area: NamedArea, short: string, grammaticalCase: GrammaticalCase): string {
  const name = area.text?.en || short
  return grammaticalCase === 'genitive' ? `${name}${name.endsWith('s') ? '’' : '’s'}` : name
}

/** Names in one language from the catalogue. Pure; make once for a catalogue and a language. */
export function createNames(catalogue: Pick<Catalogue, 'areas' | 'indicators' | 'units' | 'sources'>, language: Language): Names {
  const areas = new Map<string, NamedArea>(catalogue.areas.map((area) => [area.code, area as NamedArea]))
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]))
  const units = new Map(catalogue.units.map((unit) => [unit.code, unit]))
  const sources = new Map(catalogue.sources.map((source) => [source.code, source.short[language]]))

  const area = (code: string): string => {
    const found = areas.get(code)
    return found?.short?.[language] || found?.name[language] || found?.name.en || code
  }

  const areaIn = (code: string, grammaticalCase: GrammaticalCase): string => {
    const found = areas.get(code)
    const short = area(code)
    if (!found) return short
    if (language === 'en') return englishCase(found, short, grammaticalCase)
    const given = found.forms?.[`${language}_${grammaticalCase}`]
    if (given) return given
    return language === 'kk' && kazakhCases.includes(grammaticalCase)
      ? declineKazakh(short, grammaticalCase as KazakhCase)
      : short
  }

  return {
    area,
    areaFull: (code) => areas.get(code)?.name[language] || area(code),
    areaIn,
    indicator: (code) => indicators.get(code)?.name[language] || indicators.get(code)?.name.en || code,
    indicatorOf: (code) => indicators.get(code) ?? null,
    unit: (code) => units.get(code)?.name[language] || code,
    unitShort: (code) => units.get(code)?.short[language] || code,
    unitOf: (code) => units.get(code) ?? null,
    source: (code) => [...new Set(code.split('+').map((one) => sources.get(one) ?? one))].join(' + '),
  }
}
