import { describe, expect, it } from 'vitest'
import { readProfile } from '../../../../db/ingest/profile.ts'
import type { SampleAnswer } from '../../../../electron/shared/contract/schema/imports.ts'
import {
  gapsOf,
  mappingOf,
  profileOf,
  withColumn,
  withColumns,
  withProfile,
} from '../../../../renderer/features/import/mapping.ts'

const sample: SampleAnswer = {
  encoding: 'windows-1251',
  delimiter: ';',
  records: [{ line: 1, fields: ['What', 'Who', '2023', '2024'] }],
  header: 0,
  columns: [
    { name: 'What', role: 'indicator', examples: ['imports'] },
    { name: 'Who', role: 'area', examples: ['Russia'] },
    { name: '2023', role: 'value', examples: ['1,5'] },
    { name: '2024', role: 'value', examples: ['2,5'] },
  ],
}
const isYear = (text: string): boolean => /^\d{4}$/.test(text)
const begun = mappingOf(sample, 'Office')

describe('a mapping in the making', () => {
  it('lacks nothing when columns say indicator, reporter, period and figure', () => {
    expect(gapsOf(begun, isYear)).toEqual([])
  })

  it('names what it lacks, and a constant fills it', () => {
    const bare = { ...begun, columns: begun.columns.map((column) => ({ ...column, role: null })) }
    expect(gapsOf(bare, isYear)).toEqual(['value', 'reporter', 'period'])
    const figures = withColumn(bare, 2, { role: 'value', name: 'Figure' })
    expect(gapsOf(figures, isYear)).toEqual(['indicator', 'reporter', 'period'])
    const constants = { ...begun.constants, indicator: 'trade.imports_usd_m', reporter: 'KAZ', period: '2024' }
    expect(gapsOf({ ...figures, constants }, isYear)).toEqual([])
    const own = withColumn(figures, 2, { indicator: 'trade.imports_usd_m', period: '2024' })
    expect(gapsOf({ ...own, constants: { ...begun.constants, reporter: 'KAZ' } }, isYear)).toEqual([])
  })

  it('takes one column of a kind, with a heading', () => {
    expect(gapsOf(withColumn(begun, 1, { role: 'indicator' }), isYear)).toContain('twice')
    expect(gapsOf(withColumn(begun, 1, { name: '' }), isYear)).toContain('heading')
  })

  it('keeps what was said of a heading when the file is cut anew', () => {
    const said = withColumn(begun, 1, { role: 'partner' })
    const again = withColumns(said, { ...sample, delimiter: ',', columns: [...sample.columns].reverse() })
    expect(again.columns.map(({ name, role }) => `${name} ${role}`)).toEqual([
      '2024 value',
      '2023 value',
      'Who partner',
      'What indicator',
    ])
    expect(again.delimiter).toBe(',')
  })
})

describe('the profile of a mapping', () => {
  const full = {
    ...withColumn(begun, 2, { unit: 'USD_M' }),
    decimal: ',' as const,
    group: ' ',
    dayOrder: 'day-month' as const,
    missing: 'n/a, x',
    constants: { ...begun.constants, source: 'office' },
    indicators: { imports: 'trade.imports_usd_m' },
    areas: { Russland: 'RUS' },
  }

  it('is one that the importer reads, in the words of Frictionless', () => {
    expect(readProfile(profileOf(full))).toEqual({
      name: 'Office',
      dialect: { delimiter: ';', header: true, headerRows: [1] },
      encoding: 'windows-1251',
      schema: {
        fields: [
          { name: 'What', role: 'indicator', categories: [{ value: 'imports', label: 'trade.imports_usd_m' }] },
          { name: 'Who', role: 'area', categories: [{ value: 'Russland', label: 'RUS' }] },
          { name: '2023', role: 'value', decimalChar: ',', groupChar: ' ', unit: 'USD_M' },
          { name: '2024', role: 'value', decimalChar: ',', groupChar: ' ' },
        ],
        missingValues: ['n/a', 'x'],
      },
      constants: { source: 'office' },
    })
  })

  it('brings the same mapping back over the same columns', () => {
    const period = withColumn(full, 0, { role: 'period' })
    const { columns, ...rest } = withProfile(mappingOf(sample, 'other'), profileOf({ ...period, indicators: {} }))
    expect(columns.map(({ role, unit }) => `${role} ${unit}`)).toEqual(['period ', 'area ', 'value USD_M', 'value '])
    expect(rest).toMatchObject({
      name: 'Office',
      decimal: ',',
      group: ' ',
      dayOrder: 'day-month',
      missing: 'n/a, x',
      constants: { source: 'office' },
      areas: { Russland: 'RUS' },
    })
  })

  it('says that there are no headings', () => {
    const bare = { ...begun, header: -1 }
    expect(readProfile(profileOf(bare)).dialect).toEqual({ delimiter: ';', header: false })
  })
})
