import { afterAll, describe, expect, it } from 'vitest'
import { matches, sourceRule } from '../../../db/queries/sourceRule.ts'
import { periodCode } from '../../../electron/shared/domain/period.ts'
import { openTestWriter } from '../support/store.ts'

const store = openTestWriter()
afterAll(() => store.close())
const { raw, db } = store

const ARMS = 'security.arms_imports_tiv'
const prefer = (source: string, rank: number, from: string, to: string): unknown =>
  raw
    .prepare(
      `INSERT INTO source_preference (indicator, reporter, period_from, period_to, source, rank, reason, origin)
       VALUES (?, 'KAZ', ?, ?, ?, ?, 'a test', 'user')`,
    )
    .run(ARMS, from, to, source, rank)

describe('a pattern of the rule tables', () => {
  it.each([
    ['', 'trade.imports_usd_m', true],
    ['*', 'trade.imports_usd_m', true],
    ['trade.*', 'trade.imports_usd_m', true],
    ['trade.*', 'macro.gdp_usd_m', false],
    ['*.ytd', 'trade.imports_usd_m.ytd', true],
    ['trade.*_m', 'trade.imports_usd_m', true],
    ['KAZ;UZB', 'UZB', true],
    ['KAZ;UZB', 'UZ', false],
    // head and tail must not share letters
    ['aba*aba', 'aba', false],
    ['aba*aba', 'ababa', false],
    ['aba*aba', 'abaaba', true],
  ])('%j fits %j: %s', (pattern, code, fits) => expect(matches(pattern, code)).toBe(fits))
})

describe('the rule of sources', () => {
  it('speaks of a period that lies whole within its years, and leaves others to whoever has them', () => {
    raw.prepare('DELETE FROM source_preference WHERE indicator = ?').run(ARMS)
    prefer('sipri_atd_2025', 1, '2014', '2022')
    const rule = sourceRule(db, ARMS, 'KAZ')
    const found = (period: string) => rule.for(periodCode(period))?.map(({ source }) => source) ?? null
    expect(found('2014/2018')).toEqual(['sipri_atd_2025'])
    expect(found('2019/2023')).toBeNull()
    expect(found('2009/2013')).toBeNull()
    expect([found('2014'), found('2022'), found('2023')]).toEqual([['sipri_atd_2025'], ['sipri_atd_2025'], null])
  })
  it('takes sources of the best rank together and none of a lower one beside them', () => {
    const found = (period: string) =>
      sourceRule(db, 'trade.imports_usd_m', 'KAZ')
        .for(periodCode(period))
        ?.map(({ source }) => source)
    expect(found('2020')).toEqual(['bns_kz_country'])
    expect(found('2024')).toEqual(['bns_kz_panel_2024_25', 'bns_kz_panel_2024_25_more', 'bns_kz_monthly'])
    expect(found('2015')).toEqual(['wits_kaz'])
  })
})
