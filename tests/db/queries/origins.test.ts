import { afterAll, describe, expect, it } from 'vitest'
import { citedSources, readOrigins } from '../../../db/queries/origins.ts'
import { channels } from '../../../electron/shared/contract/channels.ts'
import { openTestReader } from '../support/store.ts'

const store = openTestReader()
afterAll(() => store.close())

const place = { indicator: 'trade.imports_usd_m', reporter: 'KAZ', partner: 'RUS' } as const
const requestOf = (
  origins: readonly { indicator: string; reporter: string; partner: string; period: string; source: string }[],
) =>
  channels['figure.data'].request.parse({
    ...{ format: 'csv', language: 'en', title: '', subtitle: '', source: '', reporter: 'KAZ', asOf: '' },
    columns: [{ id: 'a', label: 'A', kind: 'number' }],
    rows: [],
    origins,
  })

describe('cells behind the numbers of a table', () => {
  it('are looked up under the source that is named, or that the rule takes', () => {
    const asked = [
      { ...place, period: '2013', source: '' },
      { ...place, period: '2013', source: 'wits_kaz' },
      { ...place, partner: 'CHN', period: '2013', source: 'no-such+wits_kaz' },
    ]
    const { cells, codes } = readOrigins(store.db, requestOf(asked))
    expect(cells.map(({ partner, source, unit }) => `${partner} ${source} ${unit}`)).toEqual([
      'RUS wits_kaz USD_M',
      'RUS wits_kaz USD_M',
      'CHN wits_kaz USD_M',
    ])
    const inStore = store.raw.prepare(
      `SELECT o.value FROM observation o JOIN series s ON s.id = o.id >> 30 JOIN indicator i ON i.id = s.indicator JOIN area r ON r.id = s.reporter
       JOIN area p ON p.id = s.partner JOIN source c ON c.id = s.source
       WHERE i.code = 'trade.imports_usd_m' AND r.code = 'KAZ' AND p.code = 'RUS' AND c.code = 'wits_kaz'`,
    )
    expect(inStore.pluck().all()).toContain(cells[0]?.value)
    expect(codes).toEqual(['wits_kaz', 'no-such'])
    const [cited, ...others] = citedSources(store.db, codes, 'en')
    expect([cited?.code, cited?.url.startsWith('https://'), others]).toEqual(['wits_kaz', true, []])
    expect(cited?.licence).not.toBe('')
  })

  it('are empty where nothing is stored', () => {
    const { cells } = readOrigins(store.db, requestOf([{ ...place, period: '1850', source: '' }]))
    expect(cells).toEqual([{ ...place, period: '1850', source: '', unit: '', value: null, status: 'O', vintage: '' }])
  })
})
