// Which source a figure is taken from by default, and on what terms its source may be passed on.
import { describe, expect, it } from 'vitest'
import { encodePeriod, type PeriodCode, periodEndYear, periodYear } from '../../electron/shared/domain/period.ts'
import type { Row } from '../../scripts/data/csv.ts'
import { chosenSources, fits, preferenceRules } from '../../scripts/data/preference.ts'
import { reviewTerms } from '../../scripts/data/terms.ts'
import { observations, table } from './support.ts'

describe('the terms of the sources', () => {
  it('follow the documented rules for every licence text', () => {
    const terms = new Map(table('source-terms').map((row) => [row.source_id, row]))
    for (const { source_id = '', licence = '' } of table('sources'))
      expect(terms.get(source_id), source_id).toMatchObject({ ...reviewTerms(licence) })
  })

  it('are narrow where doubt, press copyright or a restriction stands, open where reuse is granted', () => {
    const termsOf = (id: string) => table('source-terms').find(({ source_id }) => source_id === id)?.terms
    for (const id of [
      'wits_kaz',
      'wiiw_fdi_kaz',
      'sipri_atd_2025',
      'voeten_unvotes',
      'ti_cpi_2023',
      'wb_mc_2023',
      'opec_asb_2023',
      'jodi_2023',
      'cow_trade_4',
      'press_blr_rus',
      'aei_cgit_2022',
      'cab_covid_2020',
    ])
      expect(termsOf(id), id).toBe('narrow')
    for (const id of [
      'baci_2000_2020',
      'bns_kz_country',
      'nsc_kgz',
      'armstat_monthly',
      'wb_gdp',
      'eurostat_eu27_exports',
      'aiddata_gcdf3',
      'cia_factbook_partners',
      'nbk_fdi_net',
      'usstate_voting',
    ])
      expect(termsOf(id), id).toBe('open')
  })

  it('do not pass a text that only sounds open', () => {
    expect(reviewTerms('CC BY-NC 4.0')?.terms).toBe('narrow')
    expect(reviewTerms('CC BY-ND 4.0')?.terms).toBe('narrow')
    expect(reviewTerms('CC0 to be confirmed online')?.terms).toBe('narrow')
    expect(reviewTerms('CC BY 4.0')?.terms).toBe('open')
    expect(reviewTerms('a text that nobody has read')).toBeNull()
  })
})

describe('the default choice of sources', () => {
  const rules = preferenceRules(table('source-preferences'))
  const groups = new Map<string, { row: Row; code: PeriodCode; bySource: Map<string, Map<string, number>> }>()
  for (const row of observations) {
    const { indicator = '', reporter = '', partner = '', period = '', source_id = '', value } = row
    const key = `${indicator} ${reporter} ${period}`
    let group = groups.get(key)
    const code = encodePeriod(period)
    if (code === null) continue
    if (!group) {
      group = { row, code, bySource: new Map() }
      groups.set(key, group)
    }
    const cells = group.bySource.get(source_id) ?? new Map<string, number>()
    group.bySource.set(source_id, cells.set(partner, Number(value)))
  }
  const choose = ({ row, code, bySource }: { row: Row; code: PeriodCode; bySource: ReadonlyMap<string, unknown> }) =>
    chosenSources(
      rules,
      { indicator: row.indicator ?? '', reporter: row.reporter ?? '', years: [periodYear(code), periodEndYear(code)] },
      new Set(bySource.keys()),
    )
  const chosenValue = (key: string, partner: string): { source: string; value: number } | null => {
    const group = groups.get(key)
    if (!group) return null
    for (const source of choose(group)) {
      const value = group.bySource.get(source)?.get(partner)
      if (value !== undefined) return { source, value }
    }
    return null
  }

  it('gives every indicator, reporter and period with figures at least one source, and every cell at most one figure', () => {
    for (const [key, group] of groups) {
      const chosen = choose(group)
      expect(chosen.length, key).toBeGreaterThan(0)
      expect(new Set(chosen).size, key).toBe(chosen.length)
    }
  })

  it('leaves no choice between two sources of one cell to the order of their codes', () => {
    const named = rules.filter(({ source }) => source !== '*')
    const undecided: string[] = []
    for (const [key, group] of groups) {
      const chosen = choose(group)
      const unnamed = chosen.filter(
        (source) => !named.some((rule) => rule.source === source && fits(rule.indicator, group.row.indicator ?? '')),
      )
      const cells = unnamed.flatMap((source) => [...(group.bySource.get(source)?.keys() ?? [])])
      if (new Set(cells).size < cells.length) undecided.push(key)
    }
    expect(undecided).toEqual([])
  })

  it('does not depend on the order in which sources are offered', () => {
    const cell = { indicator: 'trade.imports_usd_m', reporter: 'KAZ', years: [2024, 2024] } as const
    const offered = ['bns_kz_monthly', 'zzz', 'bns_kz_panel_2024_25_more', 'aaa', 'bns_kz_panel_2024_25']
    const once = chosenSources(rules, cell, new Set(offered))
    expect(chosenSources(rules, cell, new Set([...offered].reverse()))).toEqual(once)
    expect(once).toEqual(['bns_kz_panel_2024_25', 'bns_kz_panel_2024_25_more', 'bns_kz_monthly'])
  })

  it('follows the recommended series of the notes', () => {
    const first = (key: string) => {
      const group = groups.get(key)
      return group ? choose(group) : []
    }
    expect(first('trade.imports_usd_m KAZ 2017')).toEqual(['wits_kaz'])
    expect(first('trade.imports_usd_m KAZ 2018')).toEqual(['bns_kz_country'])
    expect(first('trade.exports_usd_m KGZ 2010')).toEqual(['nsc_kgz'])
    expect(first('trade.exports_usd_m ARM 2006')).toEqual(['baci_2000_2020'])
    expect(first('trade.exports_usd_m ARM 2007')).toEqual(['armstat_monthly'])
    expect(first('trade.exports_usd_m UZB 2023')).toEqual(['uz_stat_by_country'])
    expect(first('trade.exports_usd_m TUR 1999')).toEqual(['cow_trade_4'])
    expect(first('trade.exports_usd_m TUR 2000')).toEqual(['baci_2000_2020'])
    expect(first('politics.unga_ideal_distance KAZ 2024')).toEqual(['bsv_ip_2025'])
    expect(first('politics.unga_ideal_distance KAZ 2025')).toEqual(['bsv_ip_2026'])
  })

  it('gives Russia 0.279 and China 0.255 of the imports of Kazakhstan in 2023', () => {
    const key = 'trade.imports_usd_m KAZ 2023'
    const total = chosenValue(key, 'WLD')
    expect(total?.source).toBe('bns_kz_country')
    const share = (partner: string) => (chosenValue(key, partner)?.value ?? Number.NaN) / (total?.value ?? Number.NaN)
    expect(share('RUS')).toBeCloseTo(0.279, 3)
    expect(share('CHN')).toBeCloseTo(0.255, 3)
  })
})
