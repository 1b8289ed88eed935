// What the bundled data say in words has its Russian and its Kazakh; what an import changed stands as the import says.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Wording, wordedIn, wordingKeys } from '../../electron/shared/language/wording.ts'
import { csvRows } from '../../scripts/data/csv.ts'

const resources = join(import.meta.dirname, '../../resources')
const read = (name: string): string => readFileSync(join(resources, name), 'utf8')
const languages = ['ru', 'kk'] as const
const files = readdirSync(join(resources, 'wording/ru'))
const wordings = Object.fromEntries(
  languages.map((language) => [
    language,
    Object.assign({}, ...files.map((file) => JSON.parse(read(`wording/${language}/${file}`)))) as Wording,
  ]),
) as Readonly<Record<(typeof languages)[number], Wording>>

/** Columns of the bundled data that screens show as they are written. */
const shown: readonly (readonly [file: string, ...columns: readonly string[]])[] = [
  ['projects', 'summary', 'financing'],
  ['memberships', 'status'],
  ['scenarios', 'note'],
  ['source_preferences', 'reason'],
  ['sources', 'note'],
  ...['trade', 'investment', 'sentiment', 'politics', 'corridors', 'macro'].map((file) => [file, 'note'] as const),
]
/** Notes on stops of the CPC line are told at length in the texts of their screen. */
const told = read('../renderer/features/corridors/incidentTexts.ts')
const texts = new Map(
  shown.map(([file, ...columns]) => {
    const rows = csvRows(read(`data/${file}.csv`))
    const all = new Set(rows.flatMap((row) => columns.map((column) => row[column] ?? '')))
    return [file, [...all].filter((text) => text !== '' && !told.includes(`'${text}'`))] as const
  }),
)
texts.set(
  'corridors.json',
  (JSON.parse(read('data/corridors.json')) as { readonly note: string }[]).map(({ note }) => note),
)

/** Digits of each number of a text, in order of size, whatever the marks between them; days in ISO writing stand apart. */
const digits = (text: string): readonly string[] =>
  (text.replace(/\d{4}-\d{2}(?:-\d{2})?(?!\d)|\{\d\}/g, '').match(/\d+(?:[.,\u2009\u202f]\d+)*/g) ?? [])
    .map((number) => number.replace(/\D/g, ''))
    .sort()
/** Addresses, identifiers of tables and sources, and commits: what a reader copies letter by letter. */
const references = (text: string): readonly string[] =>
  (text.match(/https?:\/\/\S+|\w+_\w+(?:\.\w+)?|\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7}\b/g) ?? []).sort()
/** Places for numbers of the original. */
const places = (text: string): number => (text.match(/#|\{\d\}/g) ?? []).length

describe('wording of the bundled data', () => {
  it.each(languages)('says every text that screens show in %s', (language) => {
    const missing = [...texts].flatMap(([file, all]) =>
      all.filter((text) => wordingKeys(wordings[language], text) === null).map((text) => `${file}: ${text}`),
    )
    expect(missing).toEqual([])
  })

  it('has the same keys in both languages, and none that the data do not use', () => {
    expect(Object.keys(wordings.kk).sort()).toEqual(Object.keys(wordings.ru).sort())
    const used = new Set([...texts.values()].flat().flatMap((text) => wordingKeys(wordings.ru, text) ?? []))
    expect(Object.keys(wordings.ru).filter((key) => !used.has(key))).toEqual([])
  })

  it.each(languages)('changes no number in %s', (language) => {
    const changed = Object.entries(wordings[language]).filter(([key, text]) => {
      const [before, after] = [digits(key), digits(text)]
      // days that the key writes as 2024-10-16 are written out, so the translation may hold more
      const whole = /\d{4}-\d{2}/.test(key) ? before.every((number) => after.includes(number)) : before.join() === after.join()
      return !whole || places(key) !== places(text) || (text.includes('#') && text.includes('{'))
    })
    expect(changed).toEqual([])
  })

  it.each(languages)('keeps addresses, identifiers and commits letter by letter in %s', (language) => {
    const changed = Object.entries(wordings[language]).filter(([key, text]) => references(key).join() !== references(text).join())
    expect(changed).toEqual([])
    expect(Object.keys(wordings[language]).flatMap(references).length).toBeGreaterThanOrEqual(20)
  })

  it.each(languages)('never leaves a sign for a number in %s, nor an English text', (language) => {
    for (const text of [...texts.values()].flat()) {
      const said = wordedIn(wordings[language], language, text)
      expect(said, text).not.toMatch(/#|\{\d\}/)
      if (/[a-z]{4,} [a-z]{4,}/.test(text)) expect(said, text).toMatch(/\p{Script=Cyrillic}/u)
    }
  })

  it('writes numbers as the language does and puts them where its sentence wants them', () => {
    expect(wordedIn(wordings.ru, 'ru', 'China Eximbank loan USD 3,000.5 m; AidData ID 39567')).toBe(
      'Кредит Эксимбанка Китая на 3\u202f000,5 млн долл.; AidData, ID 39567',
    )
    expect(wordedIn(wordings.kk, 'kk', '2021; 39.9 in 2019')).toBe('2021; 2019 жылы 39,9')
  })

  it('leaves a text as it is that an import changed, whole or in part', () => {
    const changed =
      'The line opened in 2026 and carried two million passengers in two weeks, fifteen years after the first stone.'
    expect(wordedIn(wordings.ru, 'ru', changed)).toBe(changed)
    expect(wordedIn(wordings.kk, 'kk', 'with Sibur; and with nobody else')).toBe('with Sibur; and with nobody else')
    expect(wordedIn(wordings.ru, 'en', 'with Sibur')).toBe('with Sibur')
  })
})
