import { describe, expect, it } from 'vitest'
import { groupEvents } from '../../../renderer/charts/core/events.ts'
import { histogramBins } from '../../../renderer/charts/core/histogram.ts'
import { markAt, moveMark } from '../../../renderer/charts/core/keyboard.ts'
import { lineRuns, periodPosition } from '../../../renderer/charts/core/periods.ts'
import { insideLabel, stackColumns, stackRuns } from '../../../renderer/charts/core/stack.ts'
import { seriesTwin, twinText } from '../../../renderer/charts/core/twin.ts'
import type { ChartPoint, Mark } from '../../../renderer/charts/core/types.ts'
import { waterfallSteps } from '../../../renderer/charts/core/waterfall.ts'

const yearly = (values: readonly (readonly [number, number | null, ChartPoint['kind']?])[]): ChartPoint[] =>
  values.map(([year, value, kind]) => ({ period: String(year), value, ...(kind ? { kind } : {}) }))

describe('periodPosition', () => {
  it('puts years at their number, parts of a year at their middle and intervals at their end', () => {
    expect(periodPosition('2013')).toBe(2013)
    expect(periodPosition('2009/2013')).toBe(2013)
    expect(periodPosition('2023-Q2')).toBeCloseTo(2023.375)
    expect(periodPosition('2023-07')).toBeCloseTo(2023.542, 3)
    expect(periodPosition('2014-03-18')).toBeCloseTo(2014.213, 3)
    expect(periodPosition('someday')).toBeNaN()
  })
})

describe('lineRuns', () => {
  it('breaks at nulls, at years that are not there and nowhere else', () => {
    expect(
      lineRuns(
        yearly([
          [2007, 1],
          [2008, 2],
          [2009, null],
          [2011, 3],
          [2012, 4],
          [2013, 5],
          [2015, 6],
        ]),
      ),
    ).toEqual([
      { from: 0, to: 1, dashed: false },
      { from: 3, to: 5, dashed: false },
      { from: 6, to: 6, dashed: false },
    ])
  })

  it('breaks before a source join that does not fit', () => {
    expect(
      lineRuns(
        yearly([
          [2016, 1],
          [2017, 2],
          [2018, 3],
          [2019, 4],
        ]),
        [2017.5],
      ).map((run) => [run.from, run.to]),
    ).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('dashes carried values from the last measured one on', () => {
    expect(
      lineRuns(
        yearly([
          [2019, 1],
          [2020, 1],
          [2021, 1],
          [2022, 1, 'carried'],
          [2023, 1, 'carried'],
        ]),
      ),
    ).toEqual([
      { from: 0, to: 2, dashed: false },
      { from: 2, to: 4, dashed: true },
    ])
  })
})

describe('stackColumns', () => {
  const series = [
    {
      id: 'o',
      label: 'Others',
      partner: 'OTH',
      points: yearly([
        [2009, 60],
        [2010, 50],
        [2011, 70],
      ]),
    },
    {
      id: 'r',
      label: 'Russia',
      partner: 'RUS',
      points: yearly([
        [2009, 40],
        [2010, 50],
        [2011, 30],
      ]),
    },
  ]

  it('stacks in the fixed order whatever the order given, and leaves gaps out', () => {
    const columns = stackColumns(series, [{ from: '2009', to: '2011' }])
    expect(columns.map((column) => column.period)).toEqual(['2009', '2011'])
    expect(columns[0]?.layers).toEqual([
      { index: 1, low: 0, high: 40 },
      { index: 0, low: 40, high: 100 },
    ])
  })

  it('breaks the areas where a period is missing, and writes a name where the layer is thick', () => {
    const long = [
      {
        id: 'r',
        label: 'Russia',
        partner: 'RUS',
        points: yearly([
          [2001, 10],
          [2002, 10],
          [2003, 30],
          [2004, 40],
          [2005, 30],
          [2008, 5],
          [2009, 5],
        ]),
      },
    ]
    const runs = stackRuns(stackColumns(long))
    expect(runs.map((run) => run.length)).toEqual([5, 2])
    expect(insideLabel(runs, 0, 1, 20)?.x).toBe(2004)
    expect(insideLabel(runs, 0, 1, 60)).toBeNull()
    expect(insideLabel(runs, 0, 0.9, 10, [2004])?.x).not.toBe(2004)
  })

  it('refuses a negative value', () => {
    expect(() => stackColumns([{ id: 'x', label: 'X', points: yearly([[2000, -5]]) }])).toThrow(RangeError)
  })
})

describe('waterfallSteps', () => {
  it('starts each part where the last one ended', () => {
    expect(
      waterfallSteps(30, 38, [
        { id: 'a', value: 9 },
        { id: 'b', value: -1 },
      ]),
    ).toEqual([
      { id: 'a', from: 30, to: 39 },
      { id: 'b', from: 39, to: 38 },
    ])
  })

  it('refuses parts that do not add up', () => {
    expect(() => waterfallSteps(30, 38, [{ id: 'a', value: 9 }])).toThrow(RangeError)
  })
})

describe('histogramBins', () => {
  it('counts every value once and never mixes signs in a bin', () => {
    const bins = histogramBins([-0.25, -0.01, 0, 0.01, 0.19], 0.1)
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(5)
    expect(bins.every((bin) => bin.from >= -1e-9 || bin.to <= 1e-9)).toBe(true)
  })
})

describe('groupEvents', () => {
  const x = (position: number): number => (position - 2000) * 20

  it('merges neighbours whose names would collide', () => {
    const groups = groupEvents(
      [
        { date: '2014-03', label: 'Crimea 2014' },
        { date: '2015-01', label: 'EAEU 2015' },
        { date: '2022-02', label: 'Invasion' },
      ],
      x,
      700,
    )
    expect(groups.map((group) => group.label)).toEqual(['Crimea 2014, EAEU 2015', 'Invasion'])
    expect(groups[0]?.positions).toHaveLength(2)
  })

  it('puts the label of lines that are far from the next above it, where one row has no room', () => {
    const narrow = (position: number): number => (position - 2000) * 10
    const groups = groupEvents(
      [
        { date: '2014-03', label: 'Crimea 2014' },
        { date: '2015-01', label: 'EAEU 2015' },
        { date: '2022-02', label: 'Invasion' },
      ],
      narrow,
      700,
    )
    expect(groups.map(({ label, row }) => [label, row])).toEqual([
      ['Crimea 2014, EAEU 2015', 1],
      ['Invasion', 0],
    ])
    // where the edge leaves the second no room on the right, either
    expect(
      groupEvents(
        [
          { date: '2014-03', label: 'Crimea and what came' },
          { date: '2022-02', label: 'Invasion of Ukraine' },
        ],
        narrow,
        310,
      ).map(({ row, anchor }) => [row, anchor]),
    ).toEqual([
      [1, 'start'],
      [0, 'end'],
    ])
  })

  it('writes to the left of the line where the right edge is near, and draws three at most', () => {
    expect(groupEvents([{ date: '2025', label: 'A rather long name' }], x, 510)[0]?.anchor).toBe('end')
    expect(
      groupEvents(
        [1, 2, 3, 4].map((n) => ({ date: `200${n}`, label: `${n}` })),
        x,
        700,
      ).flatMap((group) => group.positions),
    ).toHaveLength(3)
  })
})

describe('moveMark', () => {
  const mark = (series: number, step: number): Mark => ({
    key: `${series}|${step}`,
    series,
    step,
    x: step * 10,
    y: series * 10,
    tip: { title: '', rows: [], lines: [] },
    ref: undefined,
  })
  const marks = [mark(0, 0), mark(0, 1), mark(0, 3), mark(1, 1), mark(1, 2)]

  it('begins at the last period of the first series', () => {
    expect(moveMark(marks, null, 'left')?.key).toBe('0|3')
  })

  it('goes by period within a series and to the nearest period of the next', () => {
    expect(moveMark(marks, '0|1', 'right')?.key).toBe('0|3')
    expect(moveMark(marks, '0|3', 'down')?.key).toBe('1|2')
    expect(moveMark(marks, '1|2', 'down')?.key).toBe('1|2')
    expect(moveMark(marks, '1|2', 'first')?.key).toBe('1|1')
    expect(moveMark([], null, 'left')).toBeNull()
  })

  it('finds the mark under the pointer and none far away', () => {
    expect(markAt(marks, 11, 1, 8)?.key).toBe('0|1')
    expect(markAt(marks, 200, 200, 8)).toBeNull()
  })
})

describe('seriesTwin', () => {
  it('lists periods newest first, ranges in two columns, missing as null', () => {
    const twin = seriesTwin(
      [
        {
          id: 'a',
          label: 'A',
          points: yearly([
            [2012, 1],
            [2013, 2],
          ]),
        },
        { id: 'b', label: 'B', points: [{ period: '2013', value: null, low: 62, high: 84 }] },
      ],
      { period: 'Period', low: 'low', high: 'high' },
    )
    expect(twin.columns.map((column) => column.label)).toEqual(['Period', 'A', 'B, low', 'B, high'])
    expect(twin.rows.map((row) => row.cells)).toEqual([
      ['2013', 2, 62, 84],
      ['2012', 1, null, null],
    ])
    expect(twinText(twin)).toBe('Period\tA\tB, low\tB, high\n2013\t2\t62\t84\n2012\t1\t\t')
  })

  it('hands a spreadsheet no formula on the clipboard, and leaves negative numbers alone', () => {
    const twin = {
      columns: [
        { id: 'name', label: '=HYPERLINK("http://x")', kind: 'text' as const },
        { id: 'value', label: 'Value', kind: 'number' as const },
      ],
      rows: [
        { id: '1', cells: ['\t=cmd|calc', -1.5] },
        { id: '2', cells: ['@SUM(A1)', 2] },
      ],
    }
    expect(twinText(twin)).toBe("'=HYPERLINK(\"http://x\")\tValue\n'=cmd|calc\t-1.5\n'@SUM(A1)\t2")
  })
})
