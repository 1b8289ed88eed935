import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultView, formatView, parseView, searchOf, type View } from '../../../renderer/ui/view/view.ts'

const areaCode = fc.constantFrom('KAZ', 'KGZ', 'UZB', 'RUS', 'CHN', 'EU27', 'TUR', 'USA')
const views: fc.Arbitrary<View> = fc.record({
  reporter: areaCode,
  partners: fc.uniqueArray(areaCode, { minLength: 1, maxLength: 6 }),
  baseYear: fc.integer({ min: 1950, max: 2100 }),
  asOf: fc.constantFrom('', '2024-01-31', '2026-11-23'),
  sourceRule: fc.oneof(
    fc.constant('preferred' as const),
    fc.constant('all' as const),
    fc.record({ source: fc.constantFrom('wits_kaz', 'bns & co=1') }),
  ),
  table: fc.boolean(),
})

describe('the view in the address', () => {
  it('is empty for the view that the product opens with', () => {
    expect(searchOf(defaultView)).toBe('')
  })

  it('names what differs from it and nothing else', () => {
    expect(searchOf({ ...defaultView, reporter: 'KGZ', baseYear: 2010, table: true })).toBe('?r=KGZ&b=2010&t=1')
  })

  it('comes back as it was', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseView(new URLSearchParams(formatView(view).toString()))).toEqual(view)
      }),
    )
  })

  it('falls back to the default where the address cannot be read', () => {
    expect(parseView(new URLSearchParams('r=kaz&p=,,x&b=12&d=tomorrow&s=&t=yes'))).toEqual(defaultView)
  })

  it('takes only days of the calendar', () => {
    const dayOf = (day: string) => parseView(new URLSearchParams({ d: day })).asOf
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].map(dayOf)).toEqual(['2024-02-29', '2000-02-29', '2026-12-31'])
    expect(['2023-99-99', '2023-02-29', '1900-02-29', '2023-06-31', '2023-1-1'].map(dayOf)).toEqual(['', '', '', '', ''])
  })

  it('reads any address without an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseView(new URLSearchParams(text)).partners.length).toBeGreaterThan(0)
      }),
    )
  })
})
