import { describe, expect, it } from 'vitest'
import type { AsymmetryLine, TradeAnswer } from '../../../../electron/shared/contract/schema/trade.ts'
import { weighedPartners } from '../../../../renderer/features/trade/prepare.ts'

const line = (partner: string, ratio: number | null, hasTotal = true): AsymmetryLine => ({
  partner,
  hasTotal,
  years:
    ratio === null
      ? []
      : [
          { year: 2019, share: 1, mirrorShare: 1, ratio: 1, mirrorCells: [] },
          { year: 2020, share: ratio, mirrorShare: 1, ratio, mirrorCells: [] },
        ],
})
const of = (...asymmetry: AsymmetryLine[]) => ({ asymmetry }) as unknown as TradeAnswer

describe('who weighs more for whom', () => {
  it('puts the chosen partners first, each at its latest year, and names the chosen ones that are not known', () => {
    const { rows, unknown } = weighedPartners(
      of(line('RUS', null, false), line('UZB', 0.4), line('TUR', 4), line('DEU', null, false)),
      ['RUS', 'TUR'],
    )
    expect(rows.map(({ partner, year }) => [partner, year])).toEqual([
      ['TUR', 2020],
      ['UZB', 2020],
    ])
    expect(unknown).toEqual(['RUS'])
  })
  it.each([
    [4, 'more', 4],
    [0.25, 'less', 4],
    [1.04, 'same', 1.04],
    [1.06, 'more', 1.06],
  ] as const)('a ratio of %d is %s', (ratio, word, times) => {
    expect(weighedPartners(of(line('TUR', ratio)), []).told).toEqual({ partner: 'TUR', word, times })
  })
  it('says nothing without a figure', () => {
    expect(weighedPartners(of(line('RUS', null, false)), [])).toEqual({ rows: [], unknown: [], told: null })
  })
})
