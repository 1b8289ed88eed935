import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  evaluateClaim,
  evaluateClause,
  evidenceOf,
  type FactRecord,
  type FigurePoint,
  indicatorsOf,
  pointAt,
  type RuleLookup,
} from '../../../../electron/shared/analytics/rules.ts'
import type { ChangeExpectation, ClaimRule, Clause, FigureSpec } from '../../../../electron/shared/domain/claimRule.ts'

const point = (period: string, low: number, high = low): FigurePoint => ({ period, low, high, sources: ['s'] })

const key = (figure: FigureSpec): string =>
  [
    figure.measure,
    figure.indicator,
    figure.reporter,
    figure.partners?.join('+') ?? figure.except?.map((code) => `-${code}`).join(''),
  ].join(' ')

/** Kazakh figures as the data notes give them. */
const stored: Readonly<Record<string, readonly FigurePoint[]>> = {
  'transit-share oil KAZ RUS': [point('2013', 0.62, 0.84), point('2022', 0.94, 0.97), point('2025', 0.95, 0.96)],
  'share imports KAZ RUS': [point('2013', 0.368), point('2016', 0.363), point('2023', 0.279), point('2025', 0.299)],
  'share imports KAZ CHN': [point('2013', 0.171), point('2016', 0.146), point('2023', 0.255), point('2025', 0.29)],
  'share imports KAZ -RUS-CHN': [point('2013', 0.461), point('2023', 0.466)],
  'share imports UZB RUS': [point('2013', 0.2), point('2023', 0.18)],
  'share imports KGZ RUS': [point('2013', 0.33), point('2023', 0.3)],
  'window-share arms KAZ RUS': [point('2009/2013', 0.62), point('2014/2018', 0.86), point('2019/2023', 0.94)],
  'value votes KAZ RUS': [point('2014', 0.8), point('2015', 0.74), point('2016', 0.72), point('2023', 0.642)],
  'value list KAZ CHN': [point('2016', 51), point('2019', 55), point('2022', 52)],
  'value a KAZ ': [point('2013', 10), point('2014', 12)],
  'value b KAZ ': [point('2013', 20), point('2014', 30)],
  'value balance KAZ ': [point('2013', -10), point('2014', -9.5), point('2015', -7)],
  'value spread KAZ ': [point('2013', 5), point('2014', 4, 8), point('2015', 3, 6)],
  'value none KAZ ': [point('2013', 0), point('2014', -1, 2)],
}
const facts: Readonly<Record<string, FactRecord>> = {
  'project kaz-astana-lrt': { title: 'Astana light rail', date: '2026', status: 'completed', sources: ['timesca'] },
  'project kaz-tyson-beef': { title: 'Tyson', date: null, status: 'planned', sources: ['inform'] },
  'membership NATO PfP': { title: 'NATO PfP', date: '1994-05-27', status: 'partner', sources: ['wp'] },
}
const lookup: RuleLookup = {
  series: (figure) => stored[key(figure)] ?? [],
  fact: (kind, id) => facts[`${kind} ${id}`] ?? null,
}
const share = (partner: string): FigureSpec => ({ measure: 'share', indicator: 'imports', partners: [partner] })
const oil: FigureSpec = { measure: 'transit-share', indicator: 'oil', partners: ['RUS'] }
const arms: FigureSpec = { measure: 'window-share', indicator: 'arms', partners: ['RUS'], years: 5 }
const falls = (figure: FigureSpec, from = '2013', to = 'latest'): Clause => ({ op: 'change', figure, from, to, is: 'falls' })
const holds = (clause: Clause): boolean | null => evaluateClause(clause, lookup, 'KAZ').holds
const verdict = (rule: ClaimRule): string => evaluateClaim(rule, lookup, 'KAZ').verdict
const nowhere: FigureSpec = { measure: 'value', indicator: 'nowhere' }

describe('claim tests', () => {
  it('find that the import share fell and the oil route rose: the claim of moving away from Russia is mixed', () => {
    const rule: ClaimRule = { test: { op: 'all', of: [falls(share('RUS')), falls(oil)] } }
    const found = evaluateClaim(rule, lookup, 'KAZ')
    expect(found).toMatchObject({ verdict: 'mixed', reason: 'some-parts-hold' })
    expect(found.test?.parts.map((part) => part.holds)).toEqual([true, false])
    expect(found.test?.parts[1]?.values.map((value) => [value.role, value.period, value.low, value.high])).toEqual([
      ['from', '2013', 0.62, 0.84],
      ['to', '2025', 0.95, 0.96],
    ])
  })

  it('find the arms claim contradicted, the light rail outdated, Tyson contradicted and a membership supported', () => {
    expect(verdict({ test: falls(arms, '2009/2013') })).toBe('contradicted')
    const unfinished: Clause = { op: 'fact', fact: 'project', id: 'kaz-astana-lrt', is: 'status-is-not', status: ['completed'] }
    const opened: Clause = { op: 'fact', fact: 'project', id: 'kaz-astana-lrt', is: 'status-is', status: ['completed'] }
    expect(verdict({ test: unfinished, outdatedIf: opened })).toBe('outdated')
    expect(
      verdict({ test: { op: 'fact', fact: 'project', id: 'kaz-tyson-beef', is: 'status-is', status: ['completed', 'active'] } }),
    ).toBe('contradicted')
    expect(verdict({ test: { op: 'fact', fact: 'membership', id: 'NATO PfP', is: 'recorded' } })).toBe('supported')
  })

  it('say that a claim without a test is not testable, and one without figures has no data', () => {
    expect(verdict({ test: null })).toBe('not-testable')
    expect(evaluateClaim({ test: falls(nowhere) }, lookup, 'KAZ')).toMatchObject({ verdict: 'no-data', reason: 'no-figures' })
    expect(evaluateClaim({ test: { op: 'all', of: [falls(share('RUS')), falls(nowhere)] } }, lookup, 'KAZ')).toMatchObject({
      verdict: 'no-data',
      reason: 'some-figures-missing',
    })
    expect(verdict({ test: { op: 'all', of: [falls(share('RUS')), falls(nowhere)], missing: 'ignored' } })).toBe('supported')
    expect(verdict({ test: { op: 'all', of: [falls(nowhere)], missing: 'ignored' } })).toBe('no-data')
    expect(verdict({ test: { op: 'fact', fact: 'project', id: 'nobody', is: 'status-is', status: ['completed'] } })).toBe(
      'no-data',
    )
  })

  it('are undecided where ranges allow both answers', () => {
    const within: Clause = { op: 'compare', figure: oil, at: '2013', is: 'above', than: 0.7 }
    expect(evaluateClause(within, lookup, 'KAZ')).toMatchObject({ holds: null, undecided: 'ranges-overlap' })
    expect(evaluateClaim({ test: within }, lookup, 'KAZ')).toMatchObject({ verdict: 'mixed', reason: 'ranges-overlap' })
    expect(holds({ op: 'change', figure: oil, from: '2022', to: '2025', is: 'rises' })).toBeNull()
    expect(holds({ op: 'change', figure: oil, from: '2013', to: '2022', is: 'rises' })).toBe(true)
  })

  it('compare a share with another one’s earlier peak, and changes with each other', () => {
    const peak = { figure: share('RUS'), at: { from: 2013, to: 2016, take: 'highest' } } as const
    expect(holds({ op: 'compare', figure: share('CHN'), at: 'latest', is: 'below', than: peak })).toBe(true)
    const gain: Clause = {
      op: 'compare-changes',
      figure: share('CHN'),
      from: '2013',
      to: '2023',
      is: 'below',
      than: { figure: { measure: 'share', indicator: 'imports', except: ['RUS', 'CHN'] } },
    }
    expect(holds(gain)).toBe(false)
    const median: Clause = {
      op: 'compare-changes',
      figure: share('RUS'),
      from: '2013',
      to: '2023',
      is: 'below',
      than: { medianOf: ['UZB', 'KGZ', 'AZE'] },
    }
    const found = evaluateClause(median, lookup, 'KAZ')
    expect(found.holds).toBe(true)
    expect(found.values.at(-1)).toMatchObject({ role: 'median', low: expect.closeTo(-0.025, 10) })
    expect(holds({ ...median, than: { medianOf: ['AZE'] } } as Clause)).toBeNull()
  })

  it('divide one figure by another of the same period', () => {
    const ratio: FigureSpec = { measure: 'value', indicator: 'a', over: { measure: 'value', indicator: 'b' } }
    expect(holds({ op: 'compare', figure: ratio, at: '2013', is: 'at-least', than: 0.5 })).toBe(true)
    expect(holds({ op: 'change', figure: ratio, from: '2013', to: '2014', is: 'falls' })).toBe(true)
    const byNothing: FigureSpec = { ...ratio, over: { measure: 'value', indicator: 'none' } }
    const undefinedRatio: Clause = { op: 'compare', figure: byNothing, at: 'latest', is: 'at-least', than: 0.5 }
    expect(evaluateClause(undefinedRatio, lookup, 'KAZ')).toMatchObject({ holds: null, undecided: 'no-data' })
    expect(indicatorsOf({ test: { op: 'any', of: [falls(ratio), falls(oil)] }, outdatedIf: falls(arms) })).toEqual([
      'a',
      'b',
      'oil',
      'arms',
    ])
  })

  it('keep a figure inside a band of years, and ask for enough values', () => {
    const votes: FigureSpec = { measure: 'value', indicator: 'votes', partners: ['RUS'] }
    expect(holds({ op: 'band', figure: votes, from: 2014, to: 2023, max: 0.9 })).toBe(true)
    expect(holds({ op: 'band', figure: votes, from: 2014, to: 2023, min: 0.7, max: 0.9 })).toBe(false)
    expect(holds({ op: 'band', figure: votes, from: 2014, to: 2023, max: 0.9, atLeast: 8 })).toBeNull()
    expect(holds({ op: 'band', figure: oil, from: 2013, to: 2013, max: 0.7 })).toBeNull()
  })

  it('find periods to the letter, nearest, first, last and by extremes', () => {
    const series = stored['value list KAZ CHN'] ?? []
    expect(pointAt(series, '2019')?.low).toBe(55)
    expect(pointAt(series, '2020')).toBeUndefined()
    expect(pointAt(series, { near: 2020, within: 1 })?.period).toBe('2019')
    expect(pointAt(series, { near: 2025, within: 2 })).toBeUndefined()
    expect(pointAt(series, 'latest')?.period).toBe('2022')
    expect(pointAt(series, 'earliest')?.period).toBe('2016')
    expect(pointAt(series, { from: 2016, to: 2022, take: 'lowest' })?.low).toBe(51)
    expect(pointAt(series, { from: 2016, to: 2022, take: 'mean' })?.low).toBeCloseTo(158 / 3, 12)
    expect(pointAt(series, { from: 2017, to: 2022, take: 'first' })?.period).toBe('2019')
    expect(pointAt(series, { from: 2016, to: 2021, take: 'last' })?.period).toBe('2019')
    expect(pointAt(series, { from: 1990, to: 1995, take: 'highest' })).toBeUndefined()
  })

  it('see no change where the latest figure is the first one, and a tolerance where one is given', () => {
    expect(holds(falls(share('RUS'), '2025', 'latest'))).toBeNull()
    const small = (is: ChangeExpectation, by: number, relative = false): boolean | null =>
      holds({ op: 'change', figure: share('RUS'), from: '2013', to: '2016', is, by, relative })
    expect(small('falls', 0)).toBe(true)
    expect(small('falls', 0.01)).toBe(false)
    expect(small('holds', 0.01)).toBe(true)
    expect(small('holds', 0.02, true)).toBe(true)
    expect(small('not-falls', 0)).toBe(false)
  })

  it('count parts: majority, at least, any, none', () => {
    const yes: Clause = { op: 'fact', fact: 'membership', id: 'NATO PfP', is: 'recorded' }
    const no: Clause = { ...yes, is: 'not-recorded' }
    const open = falls(nowhere)
    const group = (op: 'all' | 'any' | 'majority' | 'none', of: readonly Clause[]): boolean | null => holds({ op, of })
    expect([group('majority', [yes, yes, no]), group('majority', [yes, no]), group('majority', [yes, yes, open])]).toEqual([
      true,
      false,
      true,
    ])
    expect([group('any', [no, open]), group('any', [yes, open]), group('any', [no])]).toEqual([null, true, false])
    expect([group('none', [no, no]), group('none', [yes, open]), group('none', [no, open])]).toEqual([true, false, null])
    expect([group('all', [no, open]), group('all', [yes, open])]).toEqual([false, null])
    expect(holds({ op: 'at-least', count: 2, of: [yes, yes, no] })).toBe(true)
    expect(verdict({ test: { op: 'none', of: [yes] } })).toBe('contradicted')
    expect(verdict({ test: { op: 'none', of: [yes, no] } })).toBe('mixed')
  })

  it('decide a tie by the letter: as much is not above, and a change of just the tolerance is none', () => {
    const plain = (indicator: string): FigureSpec => ({ measure: 'value', indicator })
    const compare = (is: 'above' | 'at-least' | 'below' | 'at-most') =>
      holds({ op: 'compare', figure: plain('a'), at: '2013', is, than: 10 })
    expect([compare('above'), compare('at-least'), compare('below'), compare('at-most')]).toEqual([false, true, false, true])
    const change = (from: string, to: string, is: ChangeExpectation, by: number) =>
      holds({ op: 'change', figure: plain('a'), from, to, is, by })
    expect([change('2013', '2014', 'rises', 2), change('2013', '2014', 'rises', 1.9)]).toEqual([false, true])
    expect([change('2014', '2013', 'falls', 2), change('2014', '2013', 'falls', 1.9)]).toEqual([false, true])
    expect([change('2013', '2014', 'holds', 2), change('2013', '2014', 'holds', 1.9)]).toEqual([true, false])
  })

  it('measure a relative tolerance by the size of the first value, below zero too', () => {
    const balance: FigureSpec = { measure: 'value', indicator: 'balance' }
    const rises = (to: string) => holds({ op: 'change', figure: balance, from: '2013', to, is: 'rises', by: 0.1, relative: true })
    expect([rises('2014'), rises('2015')]).toEqual([false, true])
  })

  it('take the highest and lowest of ranges by their middles, and the earlier of two as near', () => {
    const points = lookup.series({ measure: 'value', indicator: 'spread', reporter: 'KAZ' })
    const at = (take: 'highest' | 'lowest') => pointAt(points, { from: 2013, to: 2015, take })?.period
    expect([at('highest'), at('lowest')]).toEqual(['2014', '2015'])
    expect(pointAt(points, { near: 2014, within: 0 })?.period).toBe('2014')
    expect(pointAt([point('2013', 1), point('2015', 2)], { near: 2014, within: 1 })?.period).toBe('2013')
  })

  it('keep a value on the bound inside the band, and as many values as were asked for are enough', () => {
    const list: FigureSpec = { measure: 'value', indicator: 'list', partners: ['CHN'] }
    const band = { op: 'band', figure: list, from: 2016, to: 2022 } as const
    expect(holds({ ...band, min: 51, max: 55, atLeast: 3 })).toBe(true)
    expect(holds({ ...band, min: 51.1, max: 55 })).toBe(false)
    expect(holds({ ...band, min: 51, max: 54.9 })).toBe(false)
    expect(holds({ ...band, min: 51, max: 55, atLeast: 4 })).toBeNull()
  })

  it('are not outdated by a later fact that is not on record', () => {
    const later: Clause = { op: 'fact', fact: 'project', id: 'nobody', is: 'status-is', status: ['completed'] }
    expect(verdict({ test: falls(share('RUS')), outdatedIf: later })).toBe('supported')
  })

  it('list every figure they rest on once', () => {
    const test: Clause = { op: 'all', of: [falls(share('RUS')), falls(share('RUS')), falls(oil)] }
    expect(evidenceOf(evaluateClause(test, lookup, 'KAZ'))).toHaveLength(4)
  })

  it('never let a rise and a fall hold at once, whatever the ranges', () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true })
    fc.assert(
      fc.property(number, number, number, number, fc.double({ min: 0, max: 5, noNaN: true }), (a, b, c, d, by) => {
        const series = [point('2013', Math.min(a, b), Math.max(a, b)), point('2014', Math.min(c, d), Math.max(c, d))]
        const judge = (is: ChangeExpectation): boolean | null =>
          evaluateClause(
            { op: 'change', figure: nowhere, from: '2013', to: '2014', is, by },
            { ...lookup, series: () => series },
            'KAZ',
          ).holds
        expect(judge('rises') === true && judge('falls') === true).toBe(false)
        for (const [is, opposite] of [
          ['rises', 'not-rises'],
          ['falls', 'not-falls'],
        ] as const) {
          const found = judge(is)
          expect(judge(opposite)).toBe(found === null ? null : !found)
        }
        if (judge('holds') === true) expect([judge('rises'), judge('falls')]).toEqual([false, false])
      }),
    )
  })
})
