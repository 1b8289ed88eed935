import { describe, expect, it } from 'vitest'
import { typeset, withSpans } from '../../../../electron/shared/language/spans.ts'

describe('spans of numbers', () => {
  it('get an en dash', () => {
    expect(withSpans('imports in 2018-2020 are 9.8-11.1 bn, 62-84%.')).toBe('imports in 2018–2020 are 9.8–11.1 bn, 62–84%.')
  })

  it.each(['2022-02', '2022-02-24', 'EU-27', 'HS 27-A', 'https://a.org/2018-2020', 'bns_2018-2020', 'COVID-19'])(
    'are not %s',
    (text) => {
      expect(withSpans(text)).toBe(text)
    },
  )
})

describe('an English sentence of the data on a page', () => {
  it('has turned quotation marks and apostrophes, and leaves primes and code points of names alone', () => {
    expect(typeset(`324,000 in 2024 does not fit "+2%"; Russia's share`)).toBe(
      '324,000 in 2024 does not fit “+2%”; Russia’s share',
    )
    expect(typeset('2013-2020: only "single" points, ES-11/3')).toBe('2013–2020: only “single” points, ES-11/3')
  })
})
