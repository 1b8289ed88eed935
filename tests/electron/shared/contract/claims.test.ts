import { describe, expect, it } from 'vitest'
import { claimRule } from '../../../../electron/shared/contract/schema/claims.ts'
import type { ClaimRule, Clause, FigureSpec } from '../../../../electron/shared/domain/claimRule.ts'

const figure: FigureSpec = { measure: 'share', indicator: 'trade.imports_usd_m', partners: ['RUS'] }
const change: Clause = { op: 'change', figure, from: '2013', to: 'latest', is: 'falls' }
const accepts = (rule: unknown): boolean => claimRule.safeParse(rule).success

describe('the schema of claim rules', () => {
  it('accepts every kind of clause and gives the rule back unchanged', () => {
    const rule: ClaimRule = {
      test: {
        op: 'at-least',
        count: 1,
        missing: 'ignored',
        of: [
          change,
          {
            op: 'compare',
            figure,
            at: { near: 2013, within: 2 },
            is: 'at-most',
            than: { figure, at: { from: 2000, to: 2013, take: 'highest' } },
          },
          { op: 'compare-changes', figure, from: 'earliest', to: '2018/2023', is: 'below', than: { medianOf: ['UZB', 'KGZ'] } },
          { op: 'band', figure: { measure: 'hhi', indicator: 'trade.imports_usd_m' }, from: 2013, to: 2023, max: 0.3 },
          { op: 'none', of: [{ op: 'fact', fact: 'project', id: 'kaz-astana-lrt', is: 'status-is', status: ['completed'] }] },
        ],
      },
      outdatedIf: change,
      note: 'claims.note.judgement',
    }
    expect(claimRule.parse(rule)).toEqual(rule)
    expect(accepts({ test: null })).toBe(true)
  })

  it.each([
    ['an unknown word', { test: { ...change, is: 'explodes' } }],
    ['an entry nobody knows', { test: { ...change, code: 'process.exit()' } }],
    ['a period that is none', { test: { ...change, from: '2013-13' } }],
    ['a number that is none', { test: { op: 'compare', figure, at: 'latest', is: 'above', than: Number.NaN } }],
    ['an empty group', { test: { op: 'all', of: [] } }],
    ['a count out of reach', { test: { op: 'at-least', count: 3, of: [change] } }],
    ['a window without years', { test: { ...change, figure: { ...figure, measure: 'window-share' } } }],
    ['a rank of two partners', { test: { ...change, figure: { ...figure, measure: 'rank', partners: ['RUS', 'CHN'] } } }],
    ['partners and exceptions at once', { test: { ...change, figure: { ...figure, except: ['CHN'] } } }],
    ['a band without a bound', { test: { op: 'band', figure, from: 2013, to: 2023 } }],
    ['a band that leaves nothing', { test: { op: 'band', figure, from: 2013, to: 2023, min: 2, max: 1 } }],
    ['a status that is not named', { test: { op: 'fact', fact: 'project', id: 'x', is: 'status-is' } }],
    ['a rule without a test', {}],
  ])('refuses %s', (_, rule) => {
    expect(accepts(rule)).toBe(false)
  })

  it('refuses a rule nested without end before it can exhaust the stack', () => {
    let deep: unknown = change
    for (let level = 0; level < 7; level += 1) deep = { op: 'all', of: [deep] }
    expect(accepts({ test: deep })).toBe(false)
    for (let level = 0; level < 50_000; level += 1) deep = { op: 'all', of: [deep] }
    expect(accepts({ test: deep })).toBe(false)
  })
})
