// Longer than 300 lines: the known answers of the whole index stand together.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applicableChannels,
  type ChannelFigures,
  comparisonDependenceMethod,
  defaultDependenceMethod,
  dependenceWeightSets,
  readDependenceMethod,
  withWeights,
} from '../../../../../electron/shared/analytics/dependence/index.ts'
import { AnalyticsRefusal } from '../../../../../electron/shared/analytics/refusal.ts'
import { figures, run, score, small, smallInputs, total } from './small.ts'

const refusal = (action: () => unknown): string => {
  try {
    action()
  } catch (error) {
    if (error instanceof AnalyticsRefusal) return error.code
    throw error
  }
  return 'accepted'
}

describe('dependence index', () => {
  it('at the floor of its scale is handed out by the weights, as every logarithm is nothing there', () => {
    const lowest = [figures('a', { 2010: 0 }), figures('b', { 2010: 0 }), figures('c', { 2010: 2 })]
    const [year] = run(small, lowest, 2010, 2010).years
    expect(year?.index).toBe(1)
    expect(year?.pillars.map(({ contribution }) => contribution)).toEqual([0.5, 0.5])
    expect(year?.channels.map(({ contribution }) => contribution)).toEqual([0.25, 0.25, 0.5])
  })

  it('computes by hand: arithmetic inside a pillar, geometric across, the arithmetic alternative beside it', () => {
    const [first] = run(small, smallInputs, 2010, 2012).years
    expect(first?.index).toBeCloseTo(Math.sqrt(score(0.6) * score(0.75)), 10)
    expect(first?.alternative).toBeCloseTo((score(0.6) + score(0.75)) / 2, 10)
    expect(first?.pillars.map((pillar) => pillar.score)).toEqual([
      expect.closeTo(score(0.6), 10),
      expect.closeTo(score(0.75), 10),
    ])
    expect(first?.channels[2]).toMatchObject({
      channel: 'c',
      indicator: 'z',
      share: 0.5,
      score: score(0.75),
      source: 'c_source',
      carriedFrom: null,
    })
    expect(first?.coverage).toBe(1)
  })

  it('makes the contributions of a year add up to the index, and those of a change to the change', () => {
    const { years, comparison } = run(small, smallInputs, 2010, 2012)
    for (const year of years) {
      expect(total(year.channels.map((channel) => channel.contribution))).toBeCloseTo(year.index ?? 0, 10)
      expect(total(year.pillars.map((pillar) => pillar.contribution))).toBeCloseTo(year.index ?? 0, 10)
    }
    const change = (years[2]?.index ?? 0) - (years[0]?.index ?? 0)
    expect(comparison?.change).toBeCloseTo(change, 12)
    expect(total(comparison?.contributions.map((part) => part.contribution) ?? [])).toBeCloseTo(change, 12)
    expect(comparison).toMatchObject({
      from: 2010,
      to: 2012,
      gap: null,
      composition: expect.closeTo(0, 12),
      verdict: 'fell',
      signHolds: 1,
    })
  })

  it('hands a pillar’s part to its channels by what each adds to its score', () => {
    const [year] = run(small, smallInputs, 2010, 2010).years
    const pillar = year?.pillars[0]?.contribution ?? Number.NaN
    const parts = [0.5, 0.7].map((value) => (pillar * score(value)) / (score(0.5) + score(0.7)))
    expect(year?.channels.slice(0, 2).map(({ contribution }) => contribution)).toEqual(
      parts.map((part) => expect.closeTo(part, 10)),
    )
  })

  it('cuts a value outside the goalposts to them, and takes the middle of a range', () => {
    const inputs = [figures('a', { 2010: 1.2 }), figures('b', { 2010: [0.1, 0.7] }), figures('c', { 2010: 2.5 })]
    const [year] = run(small, inputs, 2010, 2010).years
    expect(year?.channels.map((channel) => channel.score)).toEqual([100, expect.closeTo(score(0.4), 10), 1])
  })

  it('gives Ang’s additive LMDI: L(I₂, I₁) times weight times the logarithm of the score ratio', () => {
    const method = readDependenceMethod({ ...small, channels: small.channels.filter((channel) => channel.id !== 'b') })
    const { comparison } = run(
      method,
      [smallInputs[0], smallInputs[2]].filter((item) => item !== undefined),
      2010,
      2012,
    )
    const [before, after] = [Math.sqrt(score(0.5) * score(0.75)), Math.sqrt(score(0.2) * score(0.25))]
    const mean = (after - before) / Math.log(after / before)
    expect(comparison?.contributions[0]?.contribution).toBeCloseTo((mean * Math.log(score(0.2) / score(0.5))) / 2, 10)
  })

  it('leaves a gap where the coverage rule is not met, and names what it knows all the same', () => {
    const [year] = run(small, [figures('a', { 2010: 0.5 }), figures('b', { 2010: 0.5 })], 2010, 2010).years
    expect(year).toMatchObject({ index: null, alternative: null, low: null, high: null, runs: 0 })
    expect(year?.coverage).toBeCloseTo(2 / 3, 12)
    expect(year?.pillars[0]?.score).toBeCloseTo(score(0.5), 12)
    // one of two channels is below two thirds: the pillar has no score
    expect(run(small, [figures('a', { 2010: 0.5 })], 2010, 2010).years[0]?.pillars[0]?.score).toBeNull()
  })

  it('counts the channels of all pillars together, too', () => {
    const two = [figures('a', { 2010: 0.5 }), figures('c', { 2010: 0.5 })]
    const asking = (channels: number) =>
      run(readDependenceMethod({ ...small, coverage: { pillars: 0.5, channels, within: 0.5 } }), two, 2010, 2010).years[0]?.index
    expect([asking(0.7), asking(0.6)]).toEqual([null, expect.closeTo(Math.sqrt(score(0.5) * score(0.75)), 10)])
  })

  it('carries a figure forward for at most the years the method says, marks it, and not at all when told not to', () => {
    const carrying = readDependenceMethod({ ...small, carryForwardYears: 2 })
    const inputs = [
      figures('a', { 2009: 0.5 }),
      figures('b', { 2010: 0.7, 2011: 0.7, 2012: 0.3 }),
      figures('c', { 2010: 0.5, 2011: 1, 2012: 1 }),
    ]
    const { years } = run(carrying, inputs, 2010, 2012)
    expect(years.map((year) => year.channels[0]?.carriedFrom)).toEqual([2009, 2009, null])
    expect(years.map((year) => year.index === null)).toEqual([false, false, true])
    expect(years[0]?.carried).toBe(1)
    expect(run(small, inputs, 2010, 2012).years.every((year) => year.index === null)).toBe(true)
    // half of the runs do without the carried figure, and then the year has no index
    expect(years[0]?.runs ?? 0).toBeGreaterThan(0.4)
    expect(years[0]?.runs ?? 1).toBeLessThan(0.6)
  })

  const scattered = readDependenceMethod({ ...small, pillars: [{ id: 'p' }, { id: 'q', occasional: true }] })

  it('keeps an occasional pillar out of the yearly index and gives a second index with it in years that have it', () => {
    const inputs = [smallInputs[0], smallInputs[1], figures('c', { 2010: 0.5, 2012: 1.5 })].filter((item) => item !== undefined)
    const { years, comparison } = run(scattered, inputs, 2010, 2012)
    expect(years.map((year) => year.index)).toEqual(
      [score(0.6), score(0.55), score(0.25)].map((level) => expect.closeTo(level, 10)),
    )
    expect(years.map((year) => year.extended.length)).toEqual([1, 0, 1])
    expect(years[0]?.extended[0]).toMatchObject({ pillar: 'q', index: expect.closeTo(Math.sqrt(score(0.6) * score(0.75)), 10) })
    expect(years[0]?.pillars[1]).toMatchObject({ score: expect.closeTo(score(0.75), 10), contribution: 0 })
    // both years have the occasional pillar, so they are compared with it
    expect(comparison?.matchedChannels).toEqual(['a', 'b', 'c'])
    expect(comparison?.fromIndex).toBeCloseTo(Math.sqrt(score(0.6) * score(0.75)), 10)
    expect((comparison?.change ?? 0) + (comparison?.composition ?? 0)).toBeCloseTo(score(0.25) - score(0.6), 10)
  })

  it('does not take a channel that enters the statistics for a change', () => {
    const flat = [figures('a', { 2010: 0.5, 2011: 0.5 }), figures('b', { 2010: 0.5, 2011: 0.5 }), figures('c', { 2011: 0 })]
    const loose = readDependenceMethod({ ...scattered, coverage: { pillars: 0.5, channels: 0.5, within: 0.5 } })
    const entered = run(loose, flat, 2010, 2011)
    expect(entered.years.map((year) => year.index)).toEqual([score(0.5), score(0.5)].map((level) => expect.closeTo(level, 10)))
    expect(entered.comparison).toMatchObject({
      change: 0,
      matchedChannels: ['a', 'b'],
      verdict: 'no-clear-change',
      composition: 0,
    })
    // a pillar that the yearly index needs leaves a gap instead
    const strict = readDependenceMethod({ ...small, coverage: { pillars: 0.5, channels: 0.5, within: 0.5 } })
    expect(run(strict, flat, 2010, 2011).years.map((year) => year.index === null)).toEqual([true, false])
    // but one without any figure in any year is not waited for
    expect(run(strict, flat.slice(0, 2), 2010, 2011).years.map((year) => year.index === null)).toEqual([false, false])
  })

  it('says when two years have too few channels in common', () => {
    const method = readDependenceMethod({ ...small, coverage: { pillars: 0.5, channels: 0.3, within: 0.5 } })
    const inputs = [figures('a', { 2010: 0.5 }), figures('b', { 2010: 0.4, 2011: 0.5 }), figures('c', { 2011: 0 })]
    expect(
      run(readDependenceMethod({ ...method, coverage: { pillars: 0.6, channels: 0.3, within: 0.5 } }), inputs, 2010, 2011, {
        compare: [2010, 2011],
      }).comparison,
    ).toMatchObject({
      gap: 'too-few-common-channels',
      change: null,
      verdict: null,
    })
  })

  it('compares two years without a pillar of which too few channels are common', () => {
    const inputs = [figures('a', { 2010: 0.5 }), figures('b', { 2010: 0.4, 2011: 0.5 }), figures('c', { 2010: 1, 2011: 0.5 })]
    const matched = (within: number) => {
      const method = readDependenceMethod({ ...small, coverage: { pillars: 0.5, channels: 0.3, within } })
      return run(method, inputs, 2010, 2011, { compare: [2010, 2011] }).comparison?.matchedChannels
    }
    expect([matched(0.6), matched(0.5)]).toEqual([['c'], ['b', 'c']])
  })

  it('leaves one channel out at a time and gives the range of the change', () => {
    const { comparison } = run(small, smallInputs, 2010, 2012)
    expect(comparison?.leaveOneOut.map((item) => item.channel)).toEqual(['a', 'b', 'c'])
    const onlyPillar = (score(0.25) - score(0.6)) as number
    expect(comparison?.leaveOneOut[2]?.change).toBeCloseTo(onlyPillar, 10)
    expect(comparison?.leaveOneOutRange?.low).toBeLessThanOrEqual(comparison?.leaveOneOutRange?.high ?? 0)
  })

  it('survives a single year, no runs and a method that travelled as JSON', () => {
    expect(run(small, smallInputs, 2010, 2010).comparison).toBeNull()
    const still = readDependenceMethod({ ...small, robustness: { runs: 0 } })
    expect(run(still, smallInputs, 2010, 2012).years[0]).toMatchObject({ low: null, median: null, high: null })
    expect(run(still, smallInputs, 2010, 2012).comparison).toMatchObject({ signHolds: null, verdict: 'no-clear-change' })
    expect(readDependenceMethod(JSON.parse(JSON.stringify(defaultDependenceMethod)))).toEqual(defaultDependenceMethod)
  })

  it.each([
    [
      'zero-weights',
      {
        pillars: [
          { id: 'p', weight: 0 },
          { id: 'q', weight: 0 },
        ],
      },
    ],
    [
      'bad-method',
      {
        pillars: [
          { id: 'p', weight: 11 },
          { id: 'q', weight: 1 },
        ],
      },
    ],
    ['duplicate-id', { pillars: [{ id: 'p' }, { id: 'p' }, { id: 'q' }] }],
    ['unknown-part', { pillars: [{ id: 'p' }] }],
    ['bad-method', { aggregation: 'median' }],
    ['bad-method', { scale: [0, 100] }],
    ['not-finite', { scale: [1, Number.POSITIVE_INFINITY] }],
    ['bad-method', { carryForwardYears: 3 }],
    ['bad-method', { robustness: { weightNoise: 2 } }],
    ['bad-method', { coverage: { pillar: 0.5 } }],
    ['bad-method', { channels: [] }],
    ['bad-method', { channels: [{ ...small.channels[0], goalposts: { min: 1, max: 1 } }] }],
    ['bad-method', { channels: [{ ...small.channels[0], input: { kind: 'guess', indicator: 'x' } }] }],
    ['duplicate-id', { channels: [small.channels[0], small.channels[0]] }],
    ['bad-method', { version: '' }],
    [
      'bad-method',
      {
        pillars: [
          { id: 'p', occasional: true },
          { id: 'q', weight: 0 },
        ],
      },
    ],
    ['bad-method', { pillars: [{ id: 'p', occasional: 'yes' }, { id: 'q' }] }],
  ])('refuses a method by name: %s (case %#)', (code, change) => {
    expect(refusal(() => readDependenceMethod({ ...small, ...change }))).toBe(code)
  })

  it('refuses figures that are none', () => {
    expect(refusal(() => run(small, [figures('nobody', { 2010: 1 })], 2010, 2010))).toBe('unknown-part')
    expect(refusal(() => run(small, [figures('a', { 2010: Number.NaN })], 2010, 2010))).toBe('not-finite')
    expect(refusal(() => run(small, [figures('a', { 2010: [0.5, 0.4] })], 2010, 2010))).toBe('not-finite')
    expect(refusal(() => run(small, [figures('a', { 2010: 1 }), figures('a', { 2010: 1 })], 2010, 2010))).toBe('duplicate-id')
    expect(refusal(() => run(small, smallInputs, 2012, 2010))).toBe('not-defined')
    expect(refusal(() => run(small, smallInputs, 2010, 2012, { compare: [2000, 2012] }))).toBe('not-defined')
  })

  it('offers weights by name and refuses those of unknown parts', () => {
    expect(withWeights(defaultDependenceMethod, dependenceWeightSets.economy).pillars[0]).toEqual({
      id: 'trade',
      weight: 3,
      occasional: false,
    })
    expect(withWeights(small, { channels: { b: 0 } }).channels[1]?.weight).toBe(0)
    expect(refusal(() => withWeights(small, { pillars: { nobody: 1 } }))).toBe('unknown-part')
    expect(refusal(() => withWeights(small, { pillars: { p: 0, q: 0 } }))).toBe('zero-weights')
  })

  it('has six pillars by default, an energy channel of its own for Russia and for China, and none for others', () => {
    const ids = (partner: string, reporter = 'KAZ'): readonly string[] =>
      applicableChannels(defaultDependenceMethod, reporter, partner).map((channel) => channel.id)
    expect(ids('RUS')).toEqual(['imports', 'exports', 'fdi', 'oil', 'arms', 'votes', 'distance', 'opinion'])
    expect(ids('CHN')).toContain('oil_china')
    expect(ids('DEU')).not.toContain('oil')
    expect(ids('RUS', 'UZB')).toEqual(['imports', 'exports', 'arms', 'votes', 'distance', 'opinion'])
    expect(applicableChannels(comparisonDependenceMethod, 'UZB', 'RUS')).toHaveLength(5)
  })

  const part = fc.double({ min: 0, max: 1, noNaN: true })
  const panel = fc.array(fc.tuple(part, part, part), { minLength: 2, maxLength: 6 })

  it('keeps index and band inside the scale and every sum of contributions exact, for any figures', () => {
    const method = readDependenceMethod({ ...small, robustness: { runs: 40 } })
    fc.assert(
      fc.property(panel, (rows) => {
        const column = (id: string, at: 0 | 1 | 2): ChannelFigures =>
          figures(id, Object.fromEntries(rows.map((row, index) => [2000 + index, row[at]])))
        const report = run(method, [column('a', 0), column('b', 1), column('c', 2)], 2000, 1999 + rows.length)
        for (const year of report.years) {
          expect(year.index ?? 0).toBeGreaterThanOrEqual(1 - 1e-9)
          expect(year.index ?? 999).toBeLessThanOrEqual(100 + 1e-9)
          expect(year.index ?? 999).toBeLessThanOrEqual((year.alternative ?? 0) + 1e-9)
          expect(year.low ?? 999).toBeLessThanOrEqual(year.high ?? -1)
          expect(total(year.channels.map((channel) => channel.contribution))).toBeCloseTo(year.index ?? 0, 8)
        }
        const { comparison } = report
        expect(total(comparison?.contributions.map((item) => item.contribution) ?? [])).toBeCloseTo(comparison?.change ?? 0, 8)
      }),
      { numRuns: 60 },
    )
  })

  it('never falls when a channel that counts upwards rises', () => {
    fc.assert(
      fc.property(part, part, part, part, (a, b, c, more) => {
        const level = (first: number): number =>
          run(
            readDependenceMethod({ ...small, robustness: { runs: 0 } }),
            [figures('a', { 2000: first }), figures('b', { 2000: b }), figures('c', { 2000: c })],
            2000,
            2000,
          ).years[0]?.index ?? 0
        expect(level(Math.min(1, a + more))).toBeGreaterThanOrEqual(level(a) - 1e-9)
      }),
    )
  })
})
