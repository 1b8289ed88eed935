import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceName } from '../../../../electron/shared/domain/sourceName.ts'
import { csvRows } from '../../../../scripts/data/csv.ts'

describe('the short name of a source', () => {
  it.each([
    ['wits_kaz', 'World Bank WITS / UNSD Comtrade', 'WITS (UN Comtrade)'],
    ['bns_kz_panel_2024_25_more', 'Bureau of National Statistics of Kazakhstan', 'BNS, 2024–25 table'],
    ['nbs_2023', 'Serbia Business quoting the National Bank of Serbia', 'Serbia Business'],
    ['cba_2024', 'Central Bank of Azerbaijan, reported by Trend', 'Central Bank of Azerbaijan'],
    ['x', 'Lee Kuan Yew School of Public Policy, NUS (Global-is-Asian)', 'Lee Kuan Yew School of Public…'],
    ['q3.csv', '', 'q3.csv'],
  ])('of %s by %s is %s', (code, publisher, expected) => {
    expect(sourceName({ code, publisher }).en).toBe(expected)
  })

  it('is there for every bundled source, short, and never its code', () => {
    const rows = csvRows(readFileSync(join(import.meta.dirname, '../../../../resources/data/sources.csv'), 'utf8'))
    const odd = rows.flatMap(({ source_id = '', publisher = '' }) =>
      Object.values(sourceName({ code: source_id, publisher })).filter(
        (name) => name === '' || name.length > 30 || name === source_id,
      ),
    )
    expect(rows.length).toBe(557)
    expect(odd).toEqual([])
  })
})
