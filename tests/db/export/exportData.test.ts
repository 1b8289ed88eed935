import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type ExportFormat, exportData } from '../../../db/export/exportData.ts'
import { figureText, harmless } from '../../../db/export/rows.ts'
import { readCsv } from '../../../db/ingest/readCsv.ts'
import { readFile } from '../ingest/support.ts'
import { openTestReader, temporaryFolder } from '../support/store.ts'

const connection = openTestReader()
afterAll(() => connection.close())
const spool = temporaryFolder()

async function write(format: ExportFormat, indicators: readonly string[]) {
  const answer = await exportData(connection.db, { format, indicators, spool, today: '2026-11-24', version: '0.0.0' })
  return { ...answer, path: join(spool, answer.token, answer.name) }
}

const some = ['trade.imports_usd_m', 'sentiment.favourable_pct', 'macro.gdp_usd_m', 'route.oil_total_kbd']

describe('an export', () => {
  it.each(['csv', 'sdmx-csv'] as const)('as %s is imported back without a change', async (format) => {
    const { path, rows } = await write(format, some)
    const { finding, figures } = await readFile(connection, path)
    expect(finding).toMatchObject({ outcome: 'accepted', rows: { new: 0, revised: 0, rejected: 0 } })
    expect(finding.rows.unchanged + finding.rows.aggregates + finding.skipped.length).toBe(rows)
    expect(figures).toEqual([])
  })

  it.each(['csv', 'sdmx-csv'] as const)(
    'as %s has version, store, method, columns and licences in a file beside it',
    async (format) => {
      const { path, name, beside, rows } = await write(format, ['sentiment.favourable_pct'])
      expect(beside?.name).toBe(`${name}-metadata.json`)
      const about = JSON.parse(readFileSync(join(spool, beside?.token ?? '', beside?.name ?? ''), 'utf8'))
      expect(about).toMatchObject({
        '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
        url: name,
        'multivector:version': '0.0.0',
        'multivector:storeChecksum': expect.stringMatching(/^[0-9a-f]{16}$/),
        'multivector:method': 'multivector-dependence 1.0.0',
        'multivector:rows': rows,
      })
      const [header] = readCsv(readFileSync(path))
      expect(about.tableSchema.columns.map((column: { name: string }) => column.name)).toEqual(header?.fields)
      expect(about['dc:source'].every((source: Record<string, string>) => source['dc:license'] !== '')).toBe(true)
    },
  )

  it('has nothing beside an archive or a workbook, which say it inside', async () => {
    expect((await write('datapackage', ['sentiment.favourable_pct'])).beside).toBeNull()
    expect((await write('xlsx', ['sentiment.favourable_pct'])).beside).toBeNull()
  })

  it('says how many figures and which content it holds, the same each time', async () => {
    const [one, two] = [await write('datapackage', some), await write('datapackage', some)]
    expect(one.sha256).toBe(two.sha256)
    expect(one.rows).toBeGreaterThan(30_000)
  })

  it('as a data package is a sound archive with description, figures, sources and method', async () => {
    const { path } = await write('datapackage', ['sentiment.favourable_pct'])
    const python = `import zipfile,json,sys; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; d=json.loads(z.read('datapackage.json')); print(json.dumps([z.namelist(), [r['path'] for r in d['resources']], len(d['sources'])>0]))`
    const [names, paths, cited] = JSON.parse(execFileSync('python3', ['-c', python, path]).toString()) as [
      string[],
      string[],
      boolean,
    ]
    expect(names).toEqual(['datapackage.json', 'observations.csv', 'indicators.csv', 'sources.csv', 'METHOD.txt'])
    expect(paths).toEqual(['observations.csv', 'indicators.csv', 'sources.csv'])
    expect(cited).toBe(true)
  })

  it('as a workbook begins as every zip archive does', async () => {
    const { path, rows } = await write('xlsx', ['sentiment.favourable_pct'])
    expect(readFileSync(path).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect(rows).toBe(27)
  })

  it('quotes what must be quoted and no more', async () => {
    const { path } = await write('csv', ['politics.unga_agreement'])
    const [header, first] = readCsv(readFileSync(path))
    expect(header?.fields).toHaveLength(12)
    expect(first?.fields).toHaveLength(12)
  })

  it('refuses an indicator that is not there', async () => {
    await expect(write('csv', ['no.such'])).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('texts of an export', () => {
  it('make formulas harmless and leave other text alone', () => {
    expect(['=1+1', '+1', '-1', '@x', 'plain', ''].map(harmless)).toEqual(["'=1+1", "'+1", "'-1", "'@x", 'plain', ''])
  })

  it('show the published decimals only where the number stays the same', () => {
    expect([figureText(12.5, 2), figureText(12.5, null), figureText(12.555, 1), figureText(null, 2)]).toEqual([
      '12.50',
      '12.5',
      '12.555',
      '',
    ])
  })
})
