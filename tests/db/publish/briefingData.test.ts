import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '../../../db/ingest/readCsv.ts'
import { briefingData } from '../../../db/publish/briefingData.ts'
import type { Connection } from '../../../db/worker/connection.ts'
import type { BriefingDocument } from '../../../electron/shared/contract/schema/briefingDocument.ts'
import { sampleDocument } from '../briefing/sampleDocument.ts'
import { openTestReader } from '../support/store.ts'
import { hostileTexts, withText } from './hostile.ts'

let store: Connection
let sample: BriefingDocument
beforeAll(async () => {
  store = openTestReader()
  sample = await sampleDocument(store, 'en')
})
afterAll(() => store.close())

const files = (file: string | Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(new Uint8Array(Buffer.from(file)))).map(([name, bytes]) => [name, strFromU8(bytes)]))

describe('the data behind a briefing', () => {
  it('has a row for every figure, unrounded, and none invented where there is none', () => {
    const [table = '', about = ''] = String(briefingData.csv(sample)).split('\r\n\r\n')
    const rows = table.trim().split('\r\n')
    const count = sample.slides.reduce((sum, { figure }) => sum + (figure?.series.length ?? 0) * (figure?.periods.length ?? 0), 0)
    expect(rows).toHaveLength(count + 1)
    const line = sample.slides[1]?.figure
    const place = line?.periods.indexOf('2013') ?? 0
    expect(rows.some((row) => row.includes(`,RUS,2013,${line?.series[0]?.values[place]},`))).toBe(true)
    expect(rows.some((row) => row.includes(',RUS,2010,,'))).toBe(true)
    for (const line of [`store checksum,${sample.made.storeChecksum}`, 'Multivector,0.1.0', 'method,default'])
      expect(about).toContain(line)
    expect(about).toMatch(/source,2,[^\r]*CC BY 4\.0/)
  })

  it('names the version, the store and the method, the sources with licences, and the cell behind each number', () => {
    const zip = files(briefingData.datapackage(sample))
    expect([...zip.keys()]).toEqual(['datapackage.json', 'figures.csv', 'numbers.csv', 'sources.csv', 'README.txt'])
    const descriptor = JSON.parse(zip.get('datapackage.json') ?? '')
    expect(descriptor).toMatchObject({
      version: '0.1.0',
      'multivector:storeChecksum': sample.made.storeChecksum,
      'multivector:method': 'default',
    })
    expect(descriptor.licenses).toContainEqual({ title: 'CC BY 4.0' })
    for (const { path, schema } of descriptor.resources as { path: string; schema: { fields: { name: string }[] } }[])
      expect(zip.get(path)?.split('\r\n')[0]).toBe(schema.fields.map(({ name }) => name).join(','))
    expect(zip.get('numbers.csv')).toContain('trade.imports_usd_m,KAZ,RUS,2025,bns_kz_panel_2024_25')
    const about = [...files(briefingData.xlsx(sample)).values()].join('')
    for (const word of ['0.1.0', sample.made.storeChecksum, 'CC BY 4.0']) expect(about).toContain(word)
  })

  it('as SDMX-CSV has every figure with its status, and version, store and method as attributes', () => {
    const [header = [], ...rows] = readCsv(Buffer.from(String(briefingData['sdmx-csv'](sample)))).map(({ fields }) => fields)
    const at = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? ''
    const figures = sample.slides.flatMap(({ figure }) => (figure ? [figure] : []))
    expect(rows).toHaveLength(figures.reduce((sum, { series, periods }) => sum + series.length * periods.length, 0))
    for (const row of rows) {
      expect(at(row, 'STRUCTURE_ID')).toBe('MULTIVECTOR:BRIEFING(1.0)')
      expect([at(row, 'APP_VERSION'), at(row, 'STORE_CHECKSUM')]).toEqual(['0.1.0', sample.made.storeChecksum])
      const empty = ['OBS_VALUE', 'OBS_LOW', 'OBS_HIGH'].every((name) => at(row, name) === '')
      expect(at(row, 'OBS_STATUS')).toBe(empty ? 'O' : 'A')
      expect(at(row, 'TIME_PERIOD') === '').toBe(at(row, 'STEP') !== '')
    }
    const line = figures[0]
    const one = rows.find((row) => at(row, 'COUNTERPART_AREA') === 'RUS' && at(row, 'TIME_PERIOD') === '2013')
    expect(Number(at(one ?? [], 'OBS_VALUE'))).toBe(line?.series[0]?.values[line.periods.indexOf('2013')])
  })

  it('starts no cell with a formula', () => {
    const doc = withText(sample, hostileTexts.formula)
    const fields = String(briefingData.csv(doc))
      .split('\r\n')
      .flatMap((row) => row.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [])
    expect(fields.filter((field) => /^"?[=+@]/.test(field))).toEqual([])
    for (const [name, text] of files(briefingData.xlsx(doc)))
      if (name.startsWith('xl/worksheets')) expect(text).not.toContain('<f>')
  })
})
