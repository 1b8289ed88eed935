// One form for all spellings of a name, so that a search finds Қазақстан by "казакстан" and Россия by "rossiya".

/** Letters that stand apart in Unicode and yet are one letter to a person who types without them. */
const alike: Readonly<Record<string, string>> = {
  ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ї: 'и', є: 'е', ґ: 'г', ў: 'у', ё: 'е', ҳ: 'х',
  ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss',
} // biome-ignore format: a table of letters reads best in rows

const latin: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
} // biome-ignore format: a table of letters reads best in rows

/** A text in lower case, without accents, apostrophes and punctuation; letters special to Kazakh as their Russian neighbours. */
export function fold(text: string): string {
  return [...text.normalize('NFC').toLowerCase()]
    .map((letter) => alike[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * A folded text in Latin letters, with y and runs of i as one i: scripts write й, ий and ия in too many ways to tell them apart.
 */
export const romanise = (folded: string): string =>
  [...folded]
    .map((letter) => latin[letter] ?? letter)
    .join('')
    .replace(/[yi]+/g, 'i')

/**
 * How well a query fits one name, both already folded: 4 the same, 3 the name begins with it, 2 each word of it begins a word of the
 * name, 1 each word of it occurs in the name, 0 not at all. An empty query fits nothing.
 */
export function matchStrength(query: string, name: string): 0 | 1 | 2 | 3 | 4 {
  if (query === '' || name === '') return 0
  if (name === query) return 4
  if (name.startsWith(query)) return 3
  const words = name.split(' ')
  const parts = query.split(' ')
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 2
  return parts.every((part) => part.length > 1 && name.includes(part)) ? 1 : 0
}

/** As {@link matchStrength} for texts as written, in either script. */
export function findStrength(query: string, name: string): 0 | 1 | 2 | 3 | 4 {
  const [q, n] = [fold(query), fold(name)]
  const direct = matchStrength(q, n)
  if (direct > 0) return direct
  return matchStrength(romanise(q), romanise(n))
}
