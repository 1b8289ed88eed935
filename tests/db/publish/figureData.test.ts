import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { figureCsv, figurePackage, figureSdmx } from '../../../db/publish/figureData.ts'

const table = {
  title: 'Shares, two partners',
  subtitle: 'Per cent',
  source: 'WITS',
  asOf: 'As known on 23 November 2026',
  columns: ['Year', 'Russia', 'China', 'Source'],
  rows: [
    ['2013', 36.8123, 17.1, 'WITS'],
    ['2014', 33.5, null, '=1+1'],
    ['sum', 70.3123, 17.1, ''],
  ],
  made: { appVersion: '0.1.0', storeChecksum: 'abc', methodId: 'multivector-dependence 1.0.0' },
} as const

describe('the table behind a chart', () => {
  it('is CSV with headings first, unrounded, and what it is about below', () => {
    const lines = figureCsv(table).split('\r\n')
    expect(lines[0]).toBe('\uFEFFYear,Russia,China,Source')
    expect(lines[1]).toBe('2013,36.8123,17.1,WITS')
    expect(lines[2]).toBe("2014,33.5,,'=1+1")
    expect(figureCsv(table)).toContain('store checksum,abc')
  })

  it('is SDMX-CSV: a row per number, a missing one with status M, a row without a period in STEP', () => {
    const [heading = '', ...lines] = figureSdmx(table).trimEnd().split('\r\n')
    const at = (name: string): number => heading.split(',').indexOf(name)
    expect(lines).toHaveLength(6)
    const cells = lines.map((line) => line.replaceAll('"Shares, two partners"', 'T').split(','))
    const pick = (names: readonly string[]) => cells.map((row) => names.map((name) => row[at(name)]).join(' '))
    expect(pick(['SERIES', 'TIME_PERIOD', 'STEP', 'OBS_VALUE', 'OBS_STATUS'])).toEqual([
      'Russia 2013  36.8123 A',
      'China 2013  17.1 A',
      'Russia 2014  33.5 A',
      'China 2014   M',
      'Russia  sum 70.3123 A',
      'China  sum 17.1 A',
    ])
    expect(pick(['STRUCTURE_ID', 'APP_VERSION', 'STORE_CHECKSUM', 'METHOD'])[0]).toBe(
      'MULTIVECTOR:FIGURE(1.0) 0.1.0 abc multivector-dependence 1.0.0',
    )
  })

  it('is a data package that describes its columns', () => {
    const files = unzipSync(figurePackage(table))
    const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
    const descriptor = JSON.parse(read('datapackage.json'))
    expect(descriptor.resources[0].schema.fields).toEqual([
      { name: 'Year', type: 'string' },
      { name: 'Russia', type: 'number' },
      { name: 'China', type: 'number' },
      { name: 'Source', type: 'string' },
    ])
    expect([descriptor['multivector:storeChecksum'], descriptor.sources]).toEqual(['abc', [{ title: 'WITS' }]])
    expect(read('figures.csv').split('\r\n')[2]).toBe("2014,33.5,,'=1+1")
    expect(read('README.txt')).toContain('method: multivector-dependence 1.0.0')
  })
})
