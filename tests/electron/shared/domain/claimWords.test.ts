// Every clause of the forty tests can be said in the three languages, and numbers stand in the right unit.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { claimDocument } from '../../../../electron/shared/contract/schema/claims.ts'
import type { Clause } from '../../../../electron/shared/domain/claimRule.ts'
import { type ClaimTongue, clauseWords, figureWords, numberWords } from '../../../../electron/shared/domain/claimWords.ts'

const root = join(import.meta.dirname, '../../../..')
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

function tongue(language: string, missing: string[]): ClaimTongue {
  const texts = json(`resources/texts/${language}/claims.json`)
  return {
    say: (key, values = {}) => {
      let found: unknown = texts
      for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
      if (typeof found !== 'string') missing.push(key)
      return String(found).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
        if (values[name] === undefined) missing.push(`${key} ${name}`)
        return String(values[name])
      })
    },
    area: (code, grammaticalCase) => (grammaticalCase === 'genitive' ? `${code}’s` : code),
    indicator: (code) => code,
    list: (items) => items.join(' + '),
    number: (value, decimals) => value.toFixed(decimals),
    percent: (value) => `${value.toFixed(1)}%`,
    period: (text) => text,
  }
}

const rules = json('resources/data/claim_rules.json') as readonly { readonly id: string; readonly document: unknown }[]
const documents = rules.map(({ document }) => claimDocument.parse(document))
const walk = (clause: Clause): readonly Clause[] => ('of' in clause ? [clause, ...clause.of.flatMap(walk)] : [clause])

describe('tests in words', () => {
  it.each(['en', 'ru', 'kk'])('have a text for each clause of the forty tests in %s', (language) => {
    const missing: string[] = []
    const words = tongue(language, missing)
    const clauses = documents
      .flatMap(({ rule, speaks }) => [rule.test, rule.outdatedIf, ...speaks])
      .flatMap((one) => (one ? walk(one) : []))
    expect(documents).toHaveLength(40)
    expect(clauses.length).toBeGreaterThan(100)
    for (const clause of clauses) expect(clauseWords(clause, words, null).length).toBeGreaterThan(3)
    expect(missing).toEqual([])
  })

  it('say whose share of what', () => {
    const words = tongue('en', [])
    const share = { measure: 'share', indicator: 'trade.goods_usd_m', partners: ['RUS'] } as const
    expect(figureWords(share, words)).toBe('RUS’s share of goods trade')
    expect(clauseWords({ op: 'change', figure: share, from: '2013', to: 'latest', is: 'not-falls' }, words, null)).toBe(
      'RUS’s share of goods trade does not fall, 2013 to the latest year',
    )
  })

  it('print fractions in per cent, both ends of a range, and other figures as they are', () => {
    const words = tongue('en', [])
    expect(numberWords({ measure: 'share', indicator: 'x', partners: ['RUS'] }, 0.17862, 0.17862, words)).toBe('17.9%')
    expect(numberWords({ measure: 'transit-share', indicator: 'x', partners: ['RUS'] }, 0.6239, 0.8362, words)).toBe('62–84%')
    // the other screens tell agreement in votes in per cent
    expect(numberWords({ measure: 'value', indicator: 'politics.unga_agreement', partners: ['RUS'] }, 0.642, 0.642, words)).toBe(
      '64.2%',
    )
    expect(numberWords({ measure: 'hhi', indicator: 'x' }, 0.0934, 0.0934, words)).toBe('0.093')
    expect(numberWords({ measure: 'value', indicator: 'x' }, 80_000, 80_000, words)).toBe('80000')
  })
})
