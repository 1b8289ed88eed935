import { describe, expect, it } from 'vitest'
import { figureTable } from '../../../renderer/ui/figure/figureRequest.ts'

const ref = { indicator: 'trade.imports_usd_m', reporter: 'KAZ', partner: 'RUS', period: '2013', source: '' }

describe('the table of a chart for a file', () => {
  it('names every cell of the store once and every column in its own way', () => {
    const found = figureTable({
      columns: [
        { id: 'period', label: 'Year', kind: 'period' },
        { id: 'RUS', label: 'Russia', kind: 'number', decimals: 1 },
        { id: 'RUS', label: 'Russia again', kind: 'number' },
      ],
      rows: [
        { id: '2013', cells: ['2013', 1, 2], refs: [undefined, ref, { ...ref }] },
        { id: '2014', cells: ['2014', 3, null], refs: [undefined, { ...ref, period: '2014' }] },
      ],
    })
    expect(found.columns.map(({ id }) => id)).toEqual(['period', 'RUS', 'RUS.2'])
    expect(found.origins).toEqual([ref, { ...ref, period: '2014' }])
    expect(found.rows.map(({ origins }) => origins)).toEqual([
      [null, 0, 0],
      [null, 1, null],
    ])
  })
})
