// Letters at the edges of a sentence. Pure.

import type { Language } from '../domain/languages.ts'

/** The first letter large, as a sentence or a title begins. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** A common name in mid-sentence, in any language: it begins small, but for an abbreviation ("FDI stock", «ПИИ»). */
export const smallFirst = (name: string): string => name.replace(/^\p{Lu}(?=[\p{Ll} -])/u, (letter) => letter.toLocaleLowerCase())

/** First words of names of indicators that are names themselves and keep their capital anywhere. */
const properFirst: Readonly<Record<Language, RegExp>> = {
  en: /^(?:Aktau|China|Chinese|Corruption Perceptions|Karachaganak|Kashagan|Kazakh|KazTransOil|Kazakhstan|Khorgos|Kuryk|Middle Corridor|Russian|Tengiz)(?![a-z])/,
  ru: /^Актау(?!\p{L})/u,
  kk: /^(?:Алашанькоу|Алтынкөл|Атырау|Ақтау|Баку|Германия|Грузия|Еуразия|Еуропа|Қазақстан|Қарашығанақ|Қашаған|Қорғас|Құрық|Қытай|Орта дәліз|Орынбор|Ресей|Теңіз(?!\p{L})|Украина)/u,
}

/** A name in mid-sentence: it begins small, but for an abbreviation ("FDI stock") and a name ("Khorgos Gateway containers"). */
export const midSentence = (name: string, language: Language): string =>
  /^\p{Lu}(?:\p{Ll}|$| )/u.test(name) && !properFirst[language].test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
