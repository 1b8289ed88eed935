import { describe, expect, it } from 'vitest'
import { membershipKind } from '../../../../electron/shared/domain/membership.ts'
import { boundIn, pollsterOf, sampleIn, wordingOf } from '../../../../electron/shared/domain/polls.ts'

describe('the note of a poll', () => {
  it('tells the sample in the ways sources write it', () => {
    expect(sampleIn('Primary source; telephone survey 4-24 November 2022, n=1,110')).toEqual({ n: 1110, bound: 'exact' })
    expect(sampleIn('Primary source; at least 1,000 respondents per country')).toEqual({ n: 1000, bound: 'atLeast' })
    expect(sampleIn('published 2024-05-24; more than 1,600 respondents')).toEqual({ n: 1600, bound: 'atLeast' })
    expect(sampleIn('Fieldwork April 2021 - January 2022')).toBeNull()
  })
  it('tells whether a figure is exact, open to one side or rounded', () => {
    expect(boundIn('lower bound: source says more than 70% perceive China positively')).toBe('atLeast')
    expect(boundIn('Central Asia Barometer; source says approximately')).toBe('about')
    expect(boundIn('source says about 40; hard to square with 15 since 2018')).toBe('about')
    expect(boundIn('very or somewhat favourable')).toBe('exact')
  })
  it('tells two wordings of one pollster apart', () => {
    expect(wordingOf('support for (joining) the Russian-led Customs Union / Single Economic Space')).toBe('customs-union')
    expect(wordingOf('support for membership of the Russian-led Eurasian Economic Union')).toBe('')
  })
})

describe('the pollster behind a source', () => {
  it('is the one that asked, not the paper that quotes it', () => {
    expect(pollsterOf('gallup_via_denix', 'sentiment.leadership_approval_pct').id).toBe('gallup')
    expect(pollsterOf('wtop_2019', 'sentiment.leadership_approval_pct').id).toBe('gallup')
    expect(pollsterOf('od_via_mediaplov', 'sentiment.leadership_approval_pct').id).toBe('gallup')
    expect(pollsterOf('od_via_mediaplov', 'sentiment.role_model_pct').id).toBe('od')
    expect(pollsterOf('cab_via_cgsp', 'sentiment.favourable_pct').name).toBe('Central Asia Barometer')
  })
  it('is the source itself when it is unknown, and state bodies are marked', () => {
    expect(pollsterOf('uzb_exclusive', 'sentiment.war_side_pct')).toEqual({
      id: 'uzb_exclusive',
      name: 'uzb_exclusive',
      state: false,
    })
    expect(pollsterOf('globaltimes_2024', 'sentiment.positive_role_pct').state).toBe(true)
  })
})

describe('the kind of a membership', () => {
  it('is read from the words of the source', () => {
    expect(
      [
        'member (now part of EAEU)',
        'associate member (full member in COW to 2004)',
        'partner',
        'dialogue partner',
        'observer',
        'candidate',
        'participant (first summit)',
        'memorandum signed',
        'former member (superseded by EAEU)',
        'left in 1999, back in 2006, membership ended 2012',
        'not a member: said on 2024-10-16 it will not apply',
        'invited to become partner state',
      ].map(membershipKind),
    ).toEqual([
      'member',
      'member',
      'partner',
      'partner',
      'observer',
      'candidate',
      'participant',
      'agreement',
      'former',
      'former',
      'none',
      'invited',
    ])
  })
})
