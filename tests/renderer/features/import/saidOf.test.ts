import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileReasons, refusalKinds } from '../../../../db/ingest/refusal.ts'
import type { ImportReportAnswer } from '../../../../electron/shared/contract/schema/imports.ts'
import { refusalText, warningText } from '../../../../renderer/features/import/saidOf.ts'
import type { Words } from '../../../../renderer/features/import/words.ts'

const languages = ['en', 'ru', 'kk'] as const
const text = (language: string): object => JSON.parse(readFileSync(`resources/texts/${language}/import.json`, 'utf8'))
const wordsOf = (language: string): Words =>
  ({
    t: i18next.getFixedT(language, 'import'),
    names: {
      indicator: (code: string) => `name of ${code}`,
      unit: (code: string) => `unit ${code}`,
      area: (code: string) => `area ${code}`,
    },
    formats: { day: (day: string) => `day ${day}`, number: String, language },
  }) as unknown as Words
const refused = (reason: string): ImportReportAnswer => ({ reason, message: 'Say it (--unit).' }) as ImportReportAnswer

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(languages.map((language) => [language, { import: text(language) }])),
  })
})

describe('a refusal on the page', () => {
  it.each(languages)('is said in %s for every reason, never by a flag of the command line', (language) => {
    const said = fileReasons.map((reason) => refusalText(wordsOf(language), refused(reason), null))
    expect(new Set(said).size).toBe(fileReasons.length)
    for (const sentence of said) expect(sentence).not.toMatch(/--|^refusal/)
  })

  it.each(languages)('says in %s what it is about, with the words of the file', (language) => {
    const said = refusalKinds.map((kind) =>
      refusalText(wordsOf(language), refused('unknown-layout'), { line: 7, asks: null, about: { kind, text: 'gdp' } }),
    )
    expect(new Set(said).size).toBe(refusalKinds.length)
    for (const sentence of said) expect(sentence).toMatch(/7/)
    expect(said[0]).toContain('gdp')
  })

  it('names the question that one answer closes', () => {
    const refusal = { line: null, asks: 'unit', about: null }
    expect(refusalText(wordsOf('en'), refused('missing-column'), refusal)).toMatch(/^Nothing says in which unit/)
  })

  it('keeps the words of the report for a reason that this version does not know', () => {
    expect(refusalText(wordsOf('ru'), refused('later-reason'), null)).toBe('Say it (--unit).')
  })
})

describe('a warning on the page', () => {
  const warning = (code: string, about?: readonly string[]) => ({
    code,
    line: null,
    message: 'in English',
    ...(about ? { about } : {}),
  })

  it('is said in the language of the reader with the parts of the report', () => {
    expect(warningText(wordsOf('ru'), warning('row-limit', ['100000']))).toContain('100000')
    expect(warningText(wordsOf('en'), warning('vintage-before-period', ['2024-01-01']))).toContain('day 2024-01-01')
    const converted = warningText(wordsOf('en'), warning('unit-converted', ['x', 'тыс. долл.', '10^−3', 'USD_M']))
    expect(converted).toBe('name of x: figures in “тыс. долл.” are converted (÷\u202f1000) and stand in unit USD_M.')
    expect(warningText(wordsOf('ru'), warning('several-releases', ['2025-06-30', '—']))).toContain('2025-06-30 и —')
    expect(warningText(wordsOf('en'), warning('reporter-otherwise', ['Imports of Uzbekistan', 'KAZ', 'UZB']))).toMatch(
      /Imports of Uzbekistan.+area KAZ.+area UZB/,
    )
    expect(warningText(wordsOf('ru'), warning('replace-action', ['3']))).toContain('(действие R): 3')
    expect(warningText(wordsOf('en'), warning('unit-unknown', ['TEU', 'USD_M', 'x']))).toContain(
      '“TEU”, which is no unit known here. name of x: its figures are taken in unit USD_M',
    )
    expect(warningText(wordsOf('kk'), warning('same-file', ['4', '']))).not.toBe(
      warningText(wordsOf('kk'), warning('same-file', ['4', '6'])),
    )
  })

  it('keeps its own words where an older report has no parts, or the code is not known', () => {
    expect(warningText(wordsOf('ru'), warning('row-limit'))).toBe('in English')
    expect(warningText(wordsOf('ru'), warning('something-new', ['1']))).toBe('in English')
  })
})
