import { describe, expect, it } from 'vitest'
import { indexDiagnostics } from '../../../../../electron/shared/analytics/dependence/diagnostics.ts'
import { readDependenceMethod } from '../../../../../electron/shared/analytics/dependence/index.ts'
import { figures, run, small } from './small.ts'

const years = [2010, 2011, 2012, 2013]
const column = (values: readonly number[]): Record<number, number> =>
  Object.fromEntries(values.map((value, at) => [2010 + at, value]))
/** by the arithmetic mean, so that the index of straight lines is a straight line */
const plain = readDependenceMethod({ ...small, aggregation: 'arithmetic', robustness: { runs: 0 } })
const straight = [
  figures('a', column([0.1, 0.2, 0.3, 0.4])),
  figures('b', column([0.2, 0.4, 0.6, 0.8])),
  // reversed: a score of 0.9, 0.8, 0.7, 0.6 of the scale
  figures('c', column([0.2, 0.4, 0.6, 0.8])),
]

describe('diagnostics of the dependence index', () => {
  it('computes by hand: alpha −24 of two pillars that part, 8/9 of two channels of which one moves twice as far', () => {
    const found = indexDiagnostics(run(plain, straight, 2010, 2013))
    expect(found.years).toEqual(years)
    const [index, trade] = found.groups
    // pillars move by 0.15 and −0.1 a year, their sum by 0.05: 2 × (1 − (0.0225 + 0.01) / 0.0025)
    expect(index).toMatchObject({ pillar: null, alpha: expect.closeTo(-24, 8) })
    expect(index?.parts).toEqual([
      { part: 'p', nominal: 0.5, effective: expect.closeTo(0.5, 10), correlation: expect.closeTo(1, 10) },
      { part: 'q', nominal: 0.5, effective: expect.closeTo(0.5, 10), correlation: expect.closeTo(-1, 10) },
    ])
    expect(index?.warnings).toEqual([{ kind: 'trade-off', parts: ['p', 'q'], value: expect.closeTo(-1, 10) }])
    // variances 1 and 4, of the sum 9: 2 × (1 − 5/9)
    expect(trade).toMatchObject({ pillar: 'p', alpha: expect.closeTo(8 / 9, 10) })
    expect(trade?.warnings).toEqual([{ kind: 'collinear', parts: ['a', 'b'], value: expect.closeTo(1, 10) }])
    // a pillar of one channel is no group
    expect(found.groups).toHaveLength(2)
    expect(found).toMatchObject({ outlying: [], cut: [] })
  })

  it('leaves out years without an index and occasional pillars, and says nothing below three years', () => {
    const gap = straight.map(({ channel, figures: all }) => ({ channel, figures: all.filter(({ year }) => year !== 2012) }))
    expect(indexDiagnostics(run(plain, gap, 2010, 2013)).years).toEqual([2010, 2011, 2013])
    const two = indexDiagnostics(run(plain, straight, 2010, 2011))
    expect(two.groups[0]).toMatchObject({ alpha: null, warnings: [] })
    expect(two.groups[0]?.parts[0]).toMatchObject({ effective: null, correlation: null })
    const beside = readDependenceMethod({ ...plain, pillars: [{ id: 'p' }, { id: 'q', occasional: true }] })
    expect(indexDiagnostics(run(beside, straight, 2010, 2013)).groups.map(({ pillar }) => pillar)).toEqual(['p'])
    expect(indexDiagnostics(run(plain, [], 2010, 2013))).toEqual({ years: [], groups: [], outlying: [], cut: [] })
  })

  it('names a channel that one year decides, and a figure beyond its goalposts once, though it is carried on', () => {
    const carrying = readDependenceMethod({ ...plain, carryForwardYears: 2 })
    const still = column(Array.from({ length: 12 }, (_, at) => 0.5 + at / 100))
    const lonely = column(Array.from({ length: 12 }, (_, at) => (at === 6 ? 0.9 : 0.1)))
    const beyond = column(Array.from({ length: 11 }, (_, at) => (at === 10 ? 2.5 : 1 + at / 50)))
    const report = run(carrying, [figures('a', lonely), figures('b', still), figures('c', beyond)], 2010, 2021)
    expect(report.years.at(-1)?.channels[2]).toMatchObject({ carriedFrom: 2020, share: 2.5, score: 1 })
    expect(indexDiagnostics(report)).toMatchObject({ outlying: ['a', 'c'], cut: [{ channel: 'c', year: 2020 }] })
  })
})
