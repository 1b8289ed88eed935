// Every text in every language: no key missing, none unused, the same placeholders, the plural forms that the language needs.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'resources/texts')
const languages = ['en', 'ru', 'kk'] as const
/** CLDR plural categories for cardinal whole numbers that these languages tell apart */
const plurals: Readonly<Record<(typeof languages)[number], readonly string[]>> = {
  en: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  kk: ['one', 'other'],
}
const PLURAL = /_(zero|one|two|few|many|other)$/

function flatten(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`))
}

const read = (language: string, namespace: string): ReadonlyMap<string, string> =>
  new Map(flatten(JSON.parse(readFileSync(join(folder, language, `${namespace}.json`), 'utf8'))))

const namespaces = readdirSync(join(folder, 'en')).map((file) => file.replace(/\.json$/, ''))
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map((found) => found[1] ?? '')
/**
 * Names of areas come in cases, and a language may say a sentence without one ("продаёт в Россию" needs no subject): they are left out of the
 * comparison. Numbers, years and everything else must be the same.
 */
const CASE = /(Of|In|With|From|To|By|At|Title|Genitive|Dative|Accusative|Locative|Ablative|Instrumental|Prepositional)$/
const AREA = /^(partner|reporter|owner|first|second|other|country|lead|leader|who|area|place|transit)$/
const withoutCase = (name: string): string => name.replace(CASE, '')
const placeholders = (text: string): string =>
  [
    ...new Set(
      namesIn(text)
        .filter((name) => !AREA.test(withoutCase(name)))
        .map((name) => name.replace(/Title$/, '')),
    ),
  ]
    .sort()
    .join(' ')
/** a key without its plural ending, and whether it had one */
const stem = (key: string): string => key.replace(PLURAL, '')
/** A plural is a key with `_other`; a key that only happens to end in `_one` is not. */
const isPlural = (texts: ReadonlyMap<string, string>, key: string): boolean => PLURAL.test(key) && texts.has(`${stem(key)}_other`)

/** Every source file that may name a text. */
function sources(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const full = join(path, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(full)
    return /\.tsx?$/.test(entry.name) ? [readFileSync(full, 'utf8')] : []
  })
}

const code = ['renderer', 'electron', 'cli', 'db'].flatMap((name) => sources(join(root, name))).join('\n')

describe('texts', () => {
  it('exist for the same namespaces in every language', () => {
    for (const language of languages)
      expect(readdirSync(join(folder, language)).sort()).toEqual(readdirSync(join(folder, 'en')).sort())
  })

  it.each(namespaces)('of %s have the same keys in every language, with the plural forms each needs', (namespace) => {
    const english = read('en', namespace)
    const problems = languages.flatMap((language) => {
      const texts = read(language, namespace)
      const needed = [...english.keys()].flatMap((key) =>
        isPlural(english, key) ? plurals[language].map((form) => `${stem(key)}_${form}`) : [key],
      )
      const missing = [...new Set(needed)].filter((key) => !texts.has(key)).map((key) => `${language}: ${key} is missing`)
      const allowed = new Set(needed)
      const surplus = [...texts.keys()].filter((key) => !allowed.has(key)).map((key) => `${language}: ${key} is not in English`)
      return [...missing, ...surplus]
    })
    expect(problems).toEqual([])
  })

  it.each(namespaces)('of %s use the same placeholders in every language', (namespace) => {
    const english = read('en', namespace)
    const wanted = new Map<string, string>()
    for (const [key, text] of english) wanted.set(key, placeholders(text))
    const problems = languages.flatMap((language) =>
      [...read(language, namespace)].flatMap(([key, text]) => {
        const plural = isPlural(read(language, namespace), key)
        const expected = wanted.get(key) ?? wanted.get(`${stem(key)}_other`) ?? ''
        const found = placeholders(text)
        // a plural form may leave the number to its words ("one year old")
        const without = (names: string): string =>
          plural
            ? names
                .split(' ')
                .filter((name) => name !== 'count')
                .join(' ')
            : names
        return without(found) === without(expected) ? [] : [`${language}: ${key} has {${found}}, English {${expected}}`]
      }),
    )
    expect(problems).toEqual([])
  })

  it.each(namespaces)('of %s name no placeholder that the code does not fill', (namespace) => {
    const unknown = languages.flatMap((language) =>
      [...read(language, namespace)].flatMap(([key, text]) =>
        namesIn(text)
          .filter((name) => !new RegExp(`\\b(${name}|${withoutCase(name)})\\b`).test(code))
          .map((name) => `${language}: ${key} has {${name}}`),
      ),
    )
    expect(unknown).toEqual([])
  })

  it.each(namespaces)('of %s are never empty and hold no hyphen for a minus', (namespace) => {
    for (const language of languages) {
      for (const [key, text] of read(language, namespace)) {
        expect(text.trim(), `${language} ${namespace}:${key}`).not.toBe('')
        expect(text, `${language} ${namespace}:${key}`).not.toMatch(/(^|\s)-\d/)
      }
    }
  })
})

describe('keys', () => {
  /** the literal parts of every quoted or template string: `channels.${id}.name` gives "channels." */
  const literals = new Set([...code.matchAll(/['"`]([A-Za-z][\w.:-]*)(?=['"`]|\$\{)/g)].map((found) => found[1] ?? ''))
  const prefixes = [...code.matchAll(/[`]([A-Za-z][\w.:-]*)\$\{/g)].map((found) => found[1] ?? '')

  it.each(namespaces)('of %s are all used', (namespace) => {
    const english = read('en', namespace)
    const unused = [...english.keys()].filter((key) => {
      const bare = isPlural(english, key) ? stem(key) : key
      const names = [bare, `${namespace}:${bare}`, key]
      if (names.some((name) => literals.has(name))) return false
      // built from parts: `verdict.${name}`, or the last part alone chosen from a list
      if (prefixes.some((prefix) => prefix.length > 1 && names.some((name) => name.startsWith(prefix)))) return false
      const last = bare.slice(bare.lastIndexOf('.') + 1)
      const group = bare.slice(0, Math.max(0, bare.lastIndexOf('.')))
      // names that come from the data (clubs, categories) are looked up in their group
      if (!/^[a-z]\w*$/.test(last)) return !literals.has(group) && !literals.has(`${group}.`)
      return !literals.has(last)
    })
    expect(unused).toEqual([])
  })
})
