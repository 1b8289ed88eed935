import { afterAll, describe, expect, it } from 'vitest'
import type { FileReason, RowReason } from '../../../db/ingest/refusal.ts'
import { openTestReader } from '../support/store.ts'
import { fileOf, readFile } from './support.ts'

const connection = openTestReader()
afterAll(() => connection.close())

const header = 'indicator,reporter,partner,period,value,unit,source\n'
const row = (partner: string, value: string, source = 'test'): string =>
  `trade.imports_usd_m,KAZ,${partner},2022,${value},USD_M,${source}\n`

describe('files beyond every bound', () => {
  it('refuses a heading of more columns than any publisher has', async () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',')
    const { finding } = await readFile(connection, fileOf(`${names}\n`))
    expect(finding).toMatchObject({ outcome: 'refused', reason: 'too-many-columns' })
  })

  it('rejects a field too long to be one and reads the rest', async () => {
    const { finding, figures } = await readFile(
      connection,
      fileOf(header + row('RUS', '1') + row('CHN', '2', 'x'.repeat(200_000)) + row('DEU', '3')),
    )
    expect(finding.rejected).toMatchObject([{ line: 3, reason: 'field-too-long' }])
    expect(figures).toHaveLength(2)
  })

  it('says that a quote is never closed, however much follows it', async () => {
    const { finding } = await readFile(connection, fileOf(`${header}${row('RUS', '1')}"${'x,'.repeat(4_000_000)}`))
    expect(finding).toMatchObject({ outcome: 'refused', reason: 'unterminated-quote' })
  })

  it('says so too when the very first record never ends', async () => {
    const { finding } = await readFile(
      connection,
      fileOf(`${header}trade.imports_usd_m,KAZ,RUS,2001,"${'text, text\n'.repeat(200_000)}`),
    )
    expect(finding).toMatchObject({ outcome: 'refused', reason: 'unterminated-quote' })
  })

  it('lists so many bad rows and counts the others', async () => {
    const { finding } = await readFile(connection, fileOf(header + row('RUS', 'bad').repeat(12_000)))
    expect(finding.rows).toMatchObject({ read: 12_000, rejected: 12_000 })
    expect(finding.rejected).toHaveLength(10_000)
    expect(finding.cut).toMatchObject({ rejected: 2_000 })
  })

  it('warns of exactly as many records as a free download of Comtrade has', async () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, i) => `M,TOTAL,${i % 2 === 0 ? 'KAZ' : 'KGZ'},${['RUS', 'CHN', 'DEU', 'FRA'][i % 4]},${1960 + (i % 60)},1`,
    )
    const { finding } = await readFile(
      connection,
      fileOf(`flowCode,cmdCode,reporterISO,partnerISO,period,primaryValue\n${lines.join('\n')}\n`),
    )
    expect(finding.warnings.map(({ code }) => code)).toContain('row-limit')
  })

  it('decides the decimal mark from the whole file, not from its start', async () => {
    const many = Array.from({ length: 40_000 }, () => row('RUS', '7')).join('')
    const { finding, figures } = await readFile(connection, fileOf(header + row('CHN', '"1,234"') + many + row('DEU', '"5,5"')))
    expect(finding.decimal).toBe(',')
    expect(figures[0]).toBe('2: trade.imports_usd_m KAZ CHN 2022 = 1.234 A')
  })

  it('refuses a file whose end contradicts its start', async () => {
    const many = Array.from({ length: 40_000 }, () => row('RUS', '7')).join('')
    const { finding } = await readFile(connection, fileOf(header + row('CHN', '1.5') + many + row('DEU', '"5,5"')))
    expect(finding).toMatchObject({ outcome: 'refused', reason: 'mixed-decimal-marks' })
    expect(finding.message).toContain('40003')
  })

  it('refuses the file on its first bad row when it is to be strict', async () => {
    const { finding, figures } = await readFile(connection, fileOf(header + row('RUS', '1') + row('ZZZ', '2')), { strict: true })
    expect(finding).toMatchObject({ outcome: 'refused', reason: 'unknown-layout' })
    expect(finding.rejected).toEqual([{ line: 3, column: 'partner', reason: 'unknown-area', found: 'ZZZ' }])
    expect(finding.message).toContain('Line 3, column partner: unknown-area, found "ZZZ"')
    expect(figures).toEqual([])
  })

  const bad: readonly (readonly [RowReason, FileReason, string])[] = [
    ['duplicate-conflict', 'duplicate-conflict', row('RUS', '1') + row('RUS', '2')],
    ['stray-quote', 'stray-quote', row('RUS', '"1"2')],
    ['control-character', 'control-character', row('R\u0001US', '1')],
    ['bad-number', 'unknown-layout', row('RUS', '1.2.3')],
    ['field-count', 'unknown-layout', row('RUS', '1').replace('\n', ',more\n')],
    ['self-partner', 'unknown-layout', row('KAZ', '1')],
  ]
  it.each(bad)('gives a file that is refused for %s the reason %s of files', async (reason, ofFile, rows) => {
    const { finding, figures } = await readFile(connection, fileOf(header + rows), { strict: true })
    expect(finding).toMatchObject({ outcome: 'refused', reason: ofFile })
    expect(finding.rejected[0]).toMatchObject({ line: 2, reason })
    expect(finding.message).toContain(reason)
    expect(figures).toEqual([])
  })

  it('finds the same figures in any order of rows', async () => {
    const rows = Array.from(
      { length: 500 },
      (_, i) =>
        `trade.imports_usd_m,KAZ,${['RUS', 'CHN', 'DEU', 'FRA', 'ITA'][i % 5]},${1900 + Math.floor(i / 5)},${i}.5,USD_M,test\n`,
    )
    const plain = await readFile(connection, fileOf(header + rows.join('')))
    const turned = await readFile(connection, fileOf(header + [...rows].reverse().join('')))
    const withoutLine = (figures: readonly string[]): readonly string[] =>
      figures.map((text) => text.replace(/^\d+: /, '')).sort()
    expect(withoutLine(turned.figures)).toEqual(withoutLine(plain.figures))
    expect(turned.finding.rows).toEqual(plain.finding.rows)
  })
})
