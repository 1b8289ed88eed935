// One way to compare what people write: headings, names of countries, units. Folding is never applied to what is stored.

/** Invisible characters that office programs and web pages leave in cells. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const spaces = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g

/** Text of a cell without invisible characters, with single plain spaces and none at the ends. */
export const tidy = (text: string): string => text.replace(invisible, '').replace(spaces, ' ').trim()

/** True when what is shown is not what is written: the override U+202E before SUR shows RUS. No code, name or figure holds it by right. */
export const isTurned = (text: string): boolean => text.includes('\u202e')

/** Text that a person wrote, as it stands, line breaks included; only the marks that turn its order and blanks at the ends go. */
export const verbatim = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').trim()

const plain = /^[ -~]*$/

const accented = /[\u00c0-\u024f\u1e00-\u1eff]/g

/**
 * {@link tidy}, lower case, Latin letters without diacritics, ё as е, punctuation as single spaces: `Côte d’Ivoire` → `cote d ivoire`.
 * Letters of other alphabets stay themselves: й is not и, and қ is not к.
 */
export function fold(text: string): string {
  const lower = plain.test(text)
    ? text.toLowerCase()
    : tidy(text)
        .normalize('NFKC')
        .toLowerCase()
        .replace(accented, (letter) => letter.normalize('NFKD').replace(/\p{M}+/gu, ''))
        .replace(/[\u0300-\u036f]/g, '')
        .replaceAll('ı', 'i')
        .replaceAll('ё', 'е')
  return lower.replace(/[^\p{L}\p{N}%$€]+/gu, ' ').trim()
}

const latinToCyrillic: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}
const cyrillicToLatin: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(latinToCyrillic).map(([latin, cyrillic]) => [cyrillic, latin]),
)

const hasLatin = /[a-z]/
const hasCyrillic = /\p{Script=Cyrillic}/u

/**
 * Other spellings of a folded text in which letters of one alphabet stand for their look-alikes of the other (`Кaзахстан` with a Latin
 * a). Empty when the text is of one alphabet that has no look-alikes.
 */
export function lookAlikes(folded: string): readonly string[] {
  if (!hasCyrillic.test(folded)) return []
  const swap = (table: Readonly<Record<string, string>>): string => [...folded].map((c) => table[c] ?? c).join('')
  const latin = swap(cyrillicToLatin)
  const spellings = hasLatin.test(folded) ? [swap(latinToCyrillic), latin] : [latin]
  return spellings.filter((spelling) => spelling !== folded && !(hasLatin.test(spelling) && hasCyrillic.test(spelling)))
}
