import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../../db/ingest/readCsv.ts'
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

  it('lack no licence note of the bundled sources: it is said in Russian and Kazakh, or is a name of its own', () => {
    const [head, ...rows] = readCsv(Buffer.from(sources))
    const column = head?.fields.indexOf('licence') ?? -1
    const notes = [...new Set(rows.map(({ fields }) => fields[column] ?? ''))].filter((note) => note !== '')
    expect(notes.length).toBeGreaterThan(50)
    const named = /^(CC0|CC BY(-SA|-ND|-NC)*|ODC-By|PDDL|MIT|Apache|GPL)([ -]?\d(\.\d)?( IGO)?)?( \(GeoNames\))?$/
    const missing = notes.filter((note) => !named.test(note) && ['ru', 'kk'].some((one) => licenceIn(note, one as 'ru') === note))
    expect(missing).toEqual([])
    // no English word is left in a translated note, but for names of licences, works and people
    for (const language of ['ru', 'kk'] as const)
      for (const note of notes)
        if (!named.test(note))
          expect(licenceIn(note, language), note).not.toMatch(
            /\b(free|use|with|terms|single|figures|facts|licence|repository)\b/i,
          )
  })

  it('leave no English word around the name of a publisher', () => {
    const [head, ...rows] = readCsv(Buffer.from(sources))
    const column = head?.fields.indexOf('publisher') ?? -1
    const publishers = [...new Set(rows.map(({ fields }) => fields[column] ?? ''))]
    expect(publishers.length).toBeGreaterThan(400)
    // a name keeps its own words; these stand around names
    const around =
      /\b(via|quoting|reported|reprinted|republish\w*|mirror\w*|copy|text|tables? by|notice|package|from|translation|Ministry|Embassy|Committee)\b/
    for (const language of ['ru', 'kk'] as const)
      for (const name of publishers) expect(publisherIn(name, language), name).not.toMatch(around)
  })

  it('say an office in the language, and leave a newspaper its name', () => {
    expect(publisherIn('National Bank of Kazakhstan', 'kk')).toBe('Қазақстан Ұлттық Банкі')
    expect(publisherIn('Reuters', 'ru')).toBe('Reuters')
    expect(publisherIn('Trend News Agency via MENAFN', 'ru')).toBe('Trend News Agency, по MENAFN')
    expect(publisherIn('Xinhua via Reportify (Chinese)', 'kk')).toBe('Xinhua, Reportify (қытайша) арқылы')
  })
})
