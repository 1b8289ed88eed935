import { describe, expect, it } from 'vitest'
import type { Flows } from '../../../db/queries/flows.ts'
import { partnerYear } from '../../../db/queries/partnerYears.ts'
import { concentration } from '../../../electron/shared/analytics/concentration.ts'
import { type PeriodCode, periodCode } from '../../../electron/shared/domain/period.ts'

const flows = (
  partners: Readonly<Record<string, number>>,
  total: number | null,
  period: PeriodCode = periodCode('2013'),
): Flows => {
  const amounts = new Map(Object.entries(partners))
  const sum = [...amounts.values()].reduce((a, b) => a + b, 0)
  return {
    period,
    partners: amounts,
    total: total ?? sum,
    totalPublished: total !== null,
    eu27: null,
    sources: ['a'],
    cells: new Map(),
  }
}
/** Partners without an amount that make a few into a whole table. */
const others = Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`P${i}`, 0]))
const stock = (partners: Readonly<Record<string, number>>, total: number | null = null) =>
  partnerYear([flows(partners, total)], ['fdi.stock_inward_eur_m'], 'KAZ')

describe('a year by partner', () => {
  it('sets a small negative amount off against the unallocated part: the shares of the others stay shares of the published total', () => {
    const year = stock({ NLD: 600, USA: 300, BHS: -5 }, 1000)
    expect(year).toMatchObject({ year: 2013, unallocated: 100, leftOut: [{ partner: 'BHS', value: -5 }] })
    const { total, partners } = concentration(year?.amounts ?? [], year?.unallocated)
    expect(total).toBe(1000)
    expect(partners.map(({ share }) => share)).toEqual([0.6, 0.3])
  })
  it('takes the sum of the others for the total where the unallocated part cannot bear the negative amount', () => {
    expect(stock({ NLD: 700, USA: 300, BHS: -5 }, 997)).toMatchObject({ unallocated: 0 })
    expect(stock({ NLD: 700, USA: 300, BHS: -5, ...others })).toMatchObject({ unallocated: 0 })
  })
  it('has no shares once negative amounts pass 1 per cent of the total', () => {
    expect(stock({ NLD: 700, USA: 300, BHS: -10 }, 990)).not.toBeNull()
    expect(stock({ NLD: 700, USA: 300, BHS: -10.1 }, 990)).toBeNull()
  })
  it('has no shares of a lone partner or of zeros', () => {
    expect(stock({ NLD: 700 }, 1000)).toBeNull()
    expect(stock({ NLD: 0, USA: 0 })).toBeNull()
  })
  it('has no shares of a few partners that somebody quoted: the others are not known to be nothing', () => {
    expect(stock({ NLD: 500, USA: 200 }, 1000)).toBeNull()
    expect(stock({ NLD: 500, USA: 300 }, 1000)).not.toBeNull()
    expect(stock({ NLD: 500, USA: 300 })).toBeNull()
    expect(stock({ NLD: 500, USA: 200, FRA: 0, ...others }, 1000)).not.toBeNull()
  })
  it('adds several indicators up by partner, each with what its own total leaves unallocated, and none where one is missing', () => {
    const both = ['trade.exports_usd_m', 'trade.imports_usd_m']
    const [exports, imports] = [flows({ RUS: 10, CHN: 20 }, 37), flows({ RUS: 30, DEU: 10 }, 45)]
    const year = partnerYear([exports, imports], both, 'KAZ')
    expect(Object.fromEntries(year?.amounts.map(({ partner, value }) => [partner, value]) ?? [])).toEqual({
      RUS: 40,
      CHN: 20,
      DEU: 10,
    })
    expect(year?.unallocated).toBe(12)
    expect(partnerYear([exports], both, 'KAZ')).toBeNull()
  })
})
