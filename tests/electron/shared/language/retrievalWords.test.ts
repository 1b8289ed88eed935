import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { retrievedIn } from '../../../../electron/shared/language/retrievalWords.ts'
import { csvRows } from '../../../../scripts/data/csv.ts'

const sources = csvRows(readFileSync(new URL('../../../../resources/data/sources.csv', import.meta.url), 'utf8'))
const places = [...new Set(sources.map(({ retrieved_from: place = '' }) => place))].filter((place) => place !== '')

/** What is copied letter by letter: addresses, and words with a digit, a dot, a slash or an underscore. */
const references = (text: string): readonly string[] =>
  text
    .split(/[\s(),]+/)
    .filter((word) => /^https?:|\w[/._]\w|^[\da-f]{7,}$|^\d{4}-\d{2}-\d{2}$/.test(word))
    .sort()

describe('words around where a source was read from', () => {
  it.each(['ru', 'kk'] as const)('leave no English word among addresses, files and commits in %s', (language) => {
    expect(places.length).toBeGreaterThan(80)
    for (const place of places) {
      const said = retrievedIn(place, language)
      expect(said, place).not.toMatch(
        /(?<![\w/.-])(page|stored|fetch|snapshots?|repository|commit|export of|file|same|variable|data as|extracted|and)(?![\w/.-])/,
      )
      expect(references(said), place).toEqual(references(place))
    }
  })

  it('say the days of a copy in the order of the language, and leave what an import brought', () => {
    expect(retrievedIn('github:a/b data.xlsx @ 5b5d97c (data as of 2023-01-13)', 'kk')).toBe(
      'github:a/b data.xlsx @ 5b5d97c (2023-01-13 күнгі деректер)',
    )
    expect(retrievedIn('page excerpt', 'ru')).toBe('выдержка из страницы')
    expect(retrievedIn('page excerpt', 'en')).toBe('page excerpt')
    expect(retrievedIn('a letter of the office', 'ru')).toBe('a letter of the office')
  })
})
