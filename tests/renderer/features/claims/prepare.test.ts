import { describe, expect, it } from 'vitest'
import type { ClaimView } from '../../../../electron/shared/contract/schema/claims.ts'
import { chosenClaims, countVerdicts, ruleOf, topicsOf } from '../../../../renderer/features/claims/prepare.ts'

const claim = (id: string, verdict: ClaimView['verdict'], topic: string) => ({ id, verdict, topic }) as ClaimView
const claims = [claim('a', 'supported', 'bri'), claim('b', 'mixed', 'bri'), claim('c', 'mixed', 'energy')]

describe('the list of claims', () => {
  it('counts verdicts, those that nobody has as zero', () => {
    expect(countVerdicts(claims)).toEqual({
      supported: 1,
      contradicted: 0,
      mixed: 2,
      outdated: 0,
      'not-testable': 0,
      'no-data': 0,
    })
  })
  it('is narrowed by verdict, by topic and by both', () => {
    expect(chosenClaims(claims, '', '')).toHaveLength(3)
    expect(chosenClaims(claims, 'mixed', 'bri').map(({ id }) => id)).toEqual(['b'])
    expect(topicsOf(claims)).toEqual(['bri', 'energy'])
  })
})

describe('the form of a claim', () => {
  const draft = {
    claim: 'China sells more',
    source: '',
    measure: 'share',
    indicator: 'trade.imports_usd_m',
    partner: 'CHN',
    from: '2013',
    to: 'latest',
    is: 'rises',
  } as const
  it('becomes a rule, with a partner only where the measure has one', () => {
    expect(ruleOf(draft)?.test).toEqual({
      op: 'change',
      figure: { measure: 'share', indicator: 'trade.imports_usd_m', partners: ['CHN'] },
      from: '2013',
      to: 'latest',
      is: 'rises',
    })
    expect(ruleOf({ ...draft, measure: 'hhi' })?.test).toMatchObject({ figure: { measure: 'hhi' } })
  })
  it('is no rule while words or the partner of a share are missing', () => {
    expect(ruleOf({ ...draft, claim: '  ' })).toBeNull()
    expect(ruleOf({ ...draft, partner: '' })).toBeNull()
  })
})
