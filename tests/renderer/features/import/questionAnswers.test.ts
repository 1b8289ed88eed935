import { describe, expect, it } from 'vitest'
import type { ImportQuestion } from '../../../../electron/shared/contract/schema/imports.ts'
import { addAnswer, areaChoices, mayNamePartners, questionKey } from '../../../../renderer/features/import/questionAnswers.ts'

const question = (kind: ImportQuestion['kind'], found = ''): ImportQuestion => ({
  kind,
  column: 'partner',
  figures: 1,
  needed: true,
  examples: found === '' ? [] : [{ line: 2, found, readings: [] }],
  candidates: [],
})

describe('answers to questions', () => {
  it('become options of the next reading, beside those given before', () => {
    const options = { source: 'office', areas: { Congo: 'COD' } }
    expect(addAnswer(options, question('decimal'), ',')).toEqual({ ...options, decimal: ',' })
    expect(addAnswer(options, question('day-order'), 'month-day')).toEqual({ ...options, dayOrder: 'month-day' })
    expect(addAnswer(options, question('area', ' Korea '), 'KOR')).toEqual({
      source: 'office',
      areas: { Congo: 'COD', Korea: 'KOR' },
    })
    expect(addAnswer({}, question('indicator', 'ввоз'), 'trade.imports_usd_m')).toEqual({
      indicators: { ввоз: 'trade.imports_usd_m' },
    })
    expect(addAnswer({}, question('indicator'), 'trade.imports_usd_m')).toEqual({ indicator: 'trade.imports_usd_m' })
    expect(addAnswer({}, question('unit'), 'USD_TH')).toEqual({ unit: 'USD_TH' })
    expect(addAnswer({}, question('reporter'), 'KAZ')).toEqual({ reporter: 'KAZ' })
    expect(addAnswer({}, question('partner'), 'RUS')).toEqual({ partner: 'RUS' })
    expect(addAnswer(options, question('columns'), 'any')).toEqual(options)
  })

  it('choose among the candidates alone where there are some, else among all areas by name', () => {
    const areas = [{ code: 'RUS' }, { code: 'CHN' }, { code: '_Z' }]
    const nameOf = (code: string): string => ({ RUS: 'Russia', CHN: 'China' })[code] ?? code
    expect(areaChoices(areas, [], nameOf).map(({ label }) => label)).toEqual(['China', 'Russia'])
    expect(areaChoices(areas, ['RUS'], nameOf)).toEqual([{ value: 'RUS', label: 'Russia' }])
  })

  it('may name the reporter of a table whose countries are partners, once nobody named one', () => {
    expect(mayNamePartners(question('partner'), {}, 'office')).toBe(true)
    expect(mayNamePartners(question('partner'), { reporter: 'KAZ' }, 'office')).toBe(false)
    // a long form without partners has reporters in a column of that name
    expect(mayNamePartners(question('partner'), {}, 'long')).toBe(false)
    expect(mayNamePartners(question('area'), {}, 'office')).toBe(false)
    expect(mayNamePartners(question('partner'), {}, undefined)).toBe(false)
  })

  it('belong to one question each', () => {
    expect(questionKey(question('area', 'Congo'))).not.toBe(questionKey(question('area', 'Korea')))
  })
})
