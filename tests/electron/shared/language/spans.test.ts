import { describe, expect, it } from 'vitest'
import { withSpans } from '../../../../electron/shared/language/spans.ts'

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
