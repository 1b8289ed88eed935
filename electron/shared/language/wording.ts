// What the bundled data say in words (notes, summaries, ways of financing), in Russian and Kazakh. The data stay as their sources write
// them; the words stand beside them, keyed by the English text, so that a text which an import changed is shown as the import says.
import { createFormats, type Formats } from '../domain/formats.ts'
import type { Language } from '../domain/languages.ts'
import { capital } from './sentences.ts'

/**
 * Translations by English text. `#` in a key stands for any number or date; in a translation it stands for the same numbers in their order,
 * `{2}` for the second of them. A text of several parts joined by "; " is known when each part is.
 */
export type Wording = Readonly<Record<string, string>>

/** A date (2024-10-16, 2024-02) or a number in English writing (1,470 or 24.5). */
const NUMBER = /\d{4}-\d{2}(?:-\d{2})?(?![\d])|\d+(?:[.,]\d+)*/g

const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/** A number of an English text in the writing of a language; its digits stay as they are, so a year or an identifier is not grouped. */
function numberIn(text: string, formats: Formats): string {
  if (/^\d{4}-\d{2}/.test(text)) return text.length > 7 ? formats.day(text) : formats.period(text)
  const thousands = formats.number(1000, 0).slice(1, -3)
  const mark = formats.number(0.5, 1).slice(1, -1)
  return /^\d+\.\d+$/.test(text) || grouped.test(text) ? text.replace(/[.,]/g, (sign) => (sign === ',' ? thousands : mark)) : text
}

/** The key under which a text with other numbers is the same text. */
const wordingKey = (text: string): string => text.replace(NUMBER, '#')

function fill(translation: string, text: string, formats: Formats): string {
  const numbers = (text.match(NUMBER) ?? []).map((number) => numberIn(number, formats))
  let next = 0
  return translation.replace(/#|\{(\d)\}/g, (mark, place: string | undefined) =>
    place === undefined ? (numbers[next++] ?? mark) : (numbers[Number(place) - 1] ?? mark),
  )
}

/** Keys of a text in a wording: of the whole, or of its parts; null when one of them is not there. */
export function wordingKeys(wording: Wording, text: string): readonly string[] | null {
  const keyOf = (part: string): string | null =>
    Object.hasOwn(wording, part) ? part : Object.hasOwn(wording, wordingKey(part)) ? wordingKey(part) : null
  const whole = keyOf(text)
  if (whole !== null) return [whole]
  const keys = text.split('; ').map(keyOf)
  return keys.every((key) => key !== null) ? keys : null
}

/**
 * A bundled text in a language: its translation with the same numbers in the writing of the language, beginning with a large letter where
 * the original does. A text that the wording does not hold in full, changed by an import or by its reader, stands as it is written.
 */
export function wordedIn(wording: Wording, language: Language, text: string): string {
  const keys = language === 'en' || text === '' ? null : wordingKeys(wording, text)
  if (keys === null) return text
  const formats = createFormats(language)
  const parts = keys.length === 1 ? [text] : text.split('; ')
  const said = keys.map((key, index) => fill(wording[key] ?? '', parts[index] ?? '', formats)).join('; ')
  return /^\p{Lu}/u.test(text) ? capital(said) : said
}
