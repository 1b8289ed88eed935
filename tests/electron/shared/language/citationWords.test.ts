import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { citationPhrases, licenceIn, publisherIn } from '../../../../electron/shared/language/citationWords.ts'

const sources = readFileSync(new URL('../../../../resources/data/sources.csv', import.meta.url), 'utf8')

describe('words of citations', () => {
  it('are those of sources that came with the program, letter by letter', () => {
    const unknown = [...citationPhrases.licences, ...citationPhrases.publishers].filter((phrase) => !sources.includes(phrase))
    expect(unknown).toEqual([])
  })

  it('say a shared licence in the language, and leave one with a name of its own', () => {
    expect(licenceIn('© publisher; single figures cited', 'ru')).toBe('© издатель; приведены отдельные цифры')
    expect(licenceIn('© publisher; single figures cited', 'en')).toBe('© publisher; single figures cited')
    expect(licenceIn('CC BY 4.0', 'kk')).toBe('CC BY 4.0')
  })

  it('say an office in the language, and leave a newspaper its name', () => {
    expect(publisherIn('National Bank of Kazakhstan', 'kk')).toBe('Қазақстан Ұлттық Банкі')
    expect(publisherIn('Reuters', 'ru')).toBe('Reuters')
  })
})
