import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../db/ingest/readCsv.ts'
import {
  type FigureTable,
  figureCsv,
  figurePackage,
  figureSdmx,
  figureSheets,
  type Origin,
} from '../../../db/publish/figureData.ts'

const stored: Origin = {
  ...{ indicator: 'trade.imports_share_pct', reporter: 'KAZ', partner: 'RUS', period: '2013', source: 'wits_kaz' },
  ...{ unit: 'PCT', value: 36.8123, status: 'E', vintage: '2026-11-23' },
}
/** a share computed of an amount */
const base: Origin = { ...stored, indicator: 'trade.imports_usd_m', partner: 'CHN', unit: 'USD_M', value: 8364.5, status: 'A' }
const table: FigureTable = {
  title: 'Shares, two partners',
  subtitle: 'Per cent',
  source: 'WITS',
  reporter: 'KAZ',
  created: '2026-11-27',
  asOf: '2026-11-23',
  columns: [
    { id: 'period', label: 'Year', kind: 'period' },
    { id: 'flow', label: 'Flow', kind: 'text' },
    { id: 'RUS', label: 'Russia', kind: 'number' },
    { id: 'RUS:low', label: 'Russia, low', kind: 'number' },
    { id: 'RUS:high', label: 'Russia, high', kind: 'number' },
    { id: 'CHN', label: 'China', kind: 'number' },
    { id: 'EU27', label: 'EU', kind: 'number' },
    { id: 'note', label: 'Source', kind: 'text' },
  ],
  rows: [
    {
      cells: ['2013', 'imports', 36.8123, 36, 37.5, 17.1, null, 'WITS'],
      origins: [null, null, stored, null, null, base, null, null],
      source: 'press',
    },
    { cells: ['2014', 'imports', 33.5, null, null, 'under 1', null, '=1+1'], origins: [], source: 'press' },
    { cells: ['sum', 'both', 70.3123, null, null, 17.1, null, ''], origins: [], source: '' },
  ],
  sources: [
    {
      code: 'wits_kaz',
      title: 'WITS',
      publisher: 'World Bank',
      licence: 'CC BY 4.0',
      url: 'https://wits.worldbank.org/',
      narrow: false,
    },
    { code: 'press', title: 'A report', publisher: 'A paper', licence: '© publisher', url: '', narrow: true },
  ],
  made: { appVersion: '0.1.0', storeChecksum: 'abc', methodId: 'multivector-dependence 1.0.0' },
}

describe('the table behind a chart', () => {
  it('is CSV with headings first, unrounded, and below what it is about and whom it comes from', () => {
    const lines = figureCsv(table).split('\r\n')
    expect(lines[0]).toBe('\uFEFFYear,Flow,Russia,"Russia, low","Russia, high",China,EU,Source')
    expect(lines[1]).toBe('2013,imports,36.8123,36,37.5,17.1,,WITS')
    expect(lines[2]).toBe("2014,imports,33.5,,,under 1,,'=1+1")
    for (const line of ['store checksum,abc', 'as known on,2026-11-23', 'reporter,KAZ']) expect(lines).toContain(line)
    expect(lines).toContain('source,1,wits_kaz,WITS,World Bank,CC BY 4.0,https://wits.worldbank.org/,no')
  })

  it('is SDMX-CSV: a row per number with its range, place, unit and status', () => {
    const [heading = [], ...rows] = readCsv(Buffer.from(figureSdmx(table))).map(({ fields }) => fields)
    const at = (row: readonly string[], name: string): string => row[heading.indexOf(name)] ?? ''
    const pick = (names: readonly string[]) => rows.map((row) => names.map((name) => at(row, name)).join(' '))
    expect(rows).toHaveLength(9)
    expect(pick(['SERIES', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_LOW', 'OBS_HIGH', 'OBS_STATUS'])).toEqual([
      'RUS 2013 36.8123 36 37.5 E',
      'CHN 2013 17.1   A',
      'EU27 2013    O',
      'RUS 2014 33.5   A',
      'CHN 2014    O',
      'EU27 2014    O',
      'RUS  70.3123   A',
      'CHN  17.1   A',
      'EU27     O',
    ])
    // a stored figure has its unit; a share computed of an amount must not take the amount's
    expect(pick(['INDICATOR', 'REF_AREA', 'COUNTERPART_AREA', 'UNIT_MEASURE', 'SOURCE']).slice(0, 3)).toEqual([
      'trade.imports_share_pct KAZ RUS PCT wits_kaz',
      'trade.imports_usd_m KAZ CHN  wits_kaz',
      ' KAZ   press',
    ])
    expect([at(rows[4] ?? [], 'OBS_TEXT'), at(rows[3] ?? [], 'STEP'), at(rows[6] ?? [], 'STEP')]).toEqual([
      'under 1',
      'imports | =1+1',
      'sum | both',
    ])
    expect(pick(['STRUCTURE_ID', 'AS_OF', 'APP_VERSION', 'STORE_CHECKSUM', 'METHOD', 'SUBTITLE'])[0]).toBe(
      'MULTIVECTOR:FIGURE(1.0) 2026-11-23 0.1.0 abc multivector-dependence 1.0.0 Per cent',
    )
  })

  it('is a data package that describes its columns, its cells and its sources', () => {
    const files = unzipSync(figurePackage(table))
    const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
    expect(Object.keys(files)).toEqual(['datapackage.json', 'figures.csv', 'cells.csv', 'sources.csv', 'README.txt'])
    const descriptor = JSON.parse(read('datapackage.json'))
    expect(descriptor).toMatchObject({
      created: '2026-11-27T00:00:00Z',
      'multivector:asOf': '2026-11-23',
      'multivector:storeChecksum': 'abc',
      licenses: [{ title: 'CC BY 4.0' }, { title: '© publisher' }],
      sources: [{ title: 'WITS', path: 'https://wits.worldbank.org/' }, { title: 'A report' }],
    })
    const fields = descriptor.resources[0].schema.fields as { name: string; type: string; title: string }[]
    // ids in every language alike; an empty column keeps its kind, one with a word among its numbers is of texts
    expect(fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      ...[
        'period string',
        'flow string',
        'RUS number',
        'RUS:low number',
        'RUS:high number',
        'CHN string',
        'EU27 number',
        'note string',
      ],
    ])
    expect(fields[2]?.title).toBe('Russia')
    for (const { path, schema } of descriptor.resources as { path: string; schema: { fields: { name: string }[] } }[])
      expect(read(path).split('\r\n')[0]).toBe(schema.fields.map(({ name }) => name).join(','))
    expect(read('figures.csv').split('\r\n')[2]).toBe("2014,imports,33.5,,,under 1,,'=1+1")
    expect(read('cells.csv').trimEnd().split('\r\n').slice(1)).toEqual([
      '1,RUS,trade.imports_share_pct,KAZ,RUS,2013,wits_kaz,36.8123,PCT,E,2026-11-23',
      '1,CHN,trade.imports_usd_m,KAZ,CHN,2013,wits_kaz,8364.5,USD_M,A,2026-11-23',
    ])
    expect(read('README.txt')).toContain('method: multivector-dependence 1.0.0')
  })

  it('is a workbook of figures, cells, sources and what made them', () => {
    const sheets = figureSheets(table)
    expect(Object.keys(sheets)).toEqual(['Figures', 'Cells', 'Sources', 'About'])
    expect(sheets.Cells).toHaveLength(3)
    expect(sheets.About).toContainEqual(['as known on', '2026-11-23'])
  })
})
