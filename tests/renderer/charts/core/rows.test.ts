import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, makeRows, placeRows, type RowsLayout } from '../../../../renderer/charts/core/rows.ts'

const layout = (values: readonly number[], label = '50% · 2020'): RowsLayout => ({
  rows: [
    {
      id: 'a',
      label: 'A question',
      group: 'Group',
      items: values.map((value, index) => ({ key: String(index), shape: 'dot', from: value, to: value, label })),
    },
  ],
  axis: { domain: [0, 100], ticks: [0, 100], format: String },
})

describe('rows along an axis', () => {
  it('stand under the heading of their group, below each other', () => {
    const rows = makeRows({
      rows: [
        { id: 'a', label: 'a', group: 'one', items: [] },
        { id: 'b', label: 'b', group: 'one', items: [] },
        { id: 'c', label: 'c', group: 'two', items: [] },
      ],
    })
    expect(rows.map((row) => row.kind)).toEqual(['group', 'row', 'row', 'group', 'row'])
  })
  it('write no two labels of a row over each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 8 }),
        fc.integer({ min: 300, max: 1200 }),
        (values, width) => {
          const one = layout(values)
          const items = placeRows(one, makeRows(one), width).rows[0]?.items ?? []
          const spans = items.flatMap(({ label }) => {
            if (!label) return []
            const size = '50% · 2020'.length * 11 * 0.6
            const from = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - size : label.x - size / 2
            return [{ from, to: from + size, above: label.above }]
          })
          for (const [i, a] of spans.entries())
            for (const b of spans.slice(i + 1))
              expect(a.above !== b.above || a.to <= b.from + 1e-6 || b.to <= a.from + 1e-6).toBe(true)
        },
      ),
    )
  })
  it('end a name of more than five lines with an ellipsis, and cut no other', () => {
    const named = (label: string): readonly string[] => {
      const one: RowsLayout = { rows: [{ id: 'a', label, items: [] }], axis: { domain: [0, 1], ticks: [0], format: String } }
      return placeRows(one, makeRows(one), 400).rows[0]?.lines ?? []
    }
    const long = named(
      'дорога категории 1B № 27 Лозница — Валево — Лазаревац, участок Иверак — Лайковац, развязка на автомагистрали и ещё один участок до границы',
    )
    expect(long).toHaveLength(5)
    expect(long[4]).toMatch(/…$/)
    expect(named('два слова в строке')).toEqual(named('два слова в строке').map((line) => line.replace('…', '')))
  })
  it('grow with names of several lines', () => {
    const long = {
      ...layout([50]),
      rows: [{ id: 'a', label: 'a very long question that does not fit one line of the room for names', note: 'n', items: [] }],
    }
    const short = { ...layout([50]), rows: [{ id: 'a', label: 'short', items: [] }] }
    expect(placeRows(long, makeRows(long), 400).height).toBeGreaterThan(placeRows(short, makeRows(short), 400).height)
  })
  it('cut a text that is too long, and no other', () => {
    expect(cut('short', 200)).toBe('short')
    expect(cut('a text that is much too long for its place', 80).endsWith('…')).toBe(true)
  })
})
