import { describe, expect, it } from 'vitest'
import type { CoverageRow, Disagreement } from '../../../../electron/shared/contract/schema/coverage.ts'
import type { Source } from '../../../../electron/shared/contract/schema/store.ts'
import {
  ageFinding,
  coverageGrid,
  disagreementGroups,
  ruleGroups,
  sourceRows,
  termsCount,
} from '../../../../renderer/features/sources/prepare.ts'

const row = (indicator: string, topic: string, figures: Readonly<Record<number, number>>): CoverageRow => ({
  indicator,
  topic,
  domain: topic,
  years: Object.keys(figures).map(Number),
  figures: Object.values(figures),
  sources: 1,
})

describe('the grid of coverage', () => {
  it('adds up the indicators of a topic year by year, most figures first', () => {
    const grid = coverageGrid({
      rows: [row('a', 'opinion', { 2020: 1 }), row('b', 'trade', { 2019: 5, 2021: 2 }), row('c', 'trade', { 2021: 9 })],
    })
    expect(grid.years).toEqual([2019, 2020, 2021])
    expect(grid.groups.map((group) => [group.topic, group.values])).toEqual([
      ['trade', [5, 0, 11]],
      ['opinion', [0, 1, 0]],
    ])
    expect(grid.groups[0]?.rows.map((one) => one.indicator)).toEqual(['c', 'b'])
    expect(coverageGrid({ rows: [] })).toEqual({ years: [], groups: [] })
  })
})

describe('the age of channels', () => {
  const age = (id: 'fdi' | 'votes' | 'oil', ageYears: number | null) => ({
    id,
    topic: '',
    period: ageYears === null ? null : '2021',
    year: ageYears === null ? null : 2021,
    ageYears,
  })
  it('separates old, fresh and missing ones; three years are not old yet', () => {
    const found = ageFinding([age('votes', 3), age('fdi', 5), age('oil', null)])
    expect([
      found.old.map((one) => one.id),
      found.fresh.map((one) => one.id),
      found.missing.map((one) => one.id),
      found.oldest?.id,
    ]).toEqual([['fdi'], ['votes'], ['oil'], 'fdi'])
  })
})

const source = (code: string, terms: Source['terms'], observations: number): Source => ({
  code,
  title: code,
  publisher: '',
  url: '',
  licence: '',
  terms,
  retrievedFrom: '',
  note: '',
  observations,
})

describe('sources and their terms', () => {
  const sources = [source('a', 'open', 75), source('b', 'narrow', 25), source('c', 'unreviewed', 0)]
  it('are counted, with the part of figures that rests on open ones', () => {
    expect(termsCount(sources)).toEqual({ open: 1, narrow: 1, unreviewed: 1, openShare: 0.75 })
    expect(termsCount([]).openShare).toBeNull()
  })
  it('are listed by what rests on them, records included', () => {
    const use = {
      figures: 0,
      indicators: 0,
      reporters: 0,
      firstYear: null,
      lastYear: null,
      events: 0,
      projects: 0,
      memberships: 0,
      scenarios: 0,
      claims: 0,
      corridors: 0,
    }
    const rows = sourceRows(sources, [
      { ...use, source: 'a', figures: 3 },
      { ...use, source: 'b', projects: 95 },
    ])
    expect(rows.map((one) => [one.source.code, one.weight])).toEqual([
      ['b', 95],
      ['a', 3],
      ['c', 0],
    ])
  })
})

describe('disagreement and the rule', () => {
  it('tells one quarrel over many years once, led by its largest gap', () => {
    const cell = (partner: string, period: string, gap: number): Disagreement => ({
      indicator: 'x',
      partner,
      period,
      unit: 'USD_M',
      gap,
      values: [],
    })
    const groups = disagreementGroups([cell('AUT', '2004', 0.9), cell('ITA', '2004', 0.8), cell('AUT', '2005', 0.7)])
    expect(groups.map((group) => [group.partner, group.cells.length, group.largest.gap])).toEqual([
      ['AUT', 2, 0.9],
      ['ITA', 1, 0.8],
    ])
  })
  it('tells lines that say the same of several sources as one', () => {
    const line = (from: string, rank: number, reason: string) => ({
      periodFrom: '',
      periodTo: '',
      source: from,
      rank,
      reason,
      origin: 'bundled' as const,
    })
    expect(
      ruleGroups([line('a', 10, 'first'), line('b', 50, 'rest'), line('c', 50, 'rest')]).map((group) => group.sources),
    ).toEqual([['a'], ['b', 'c']])
  })
})
