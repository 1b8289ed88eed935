import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { builtStore, temporaryFolder } from '../db/support/store.ts'
import { run } from './support/run.ts'

const store = builtStore()
const brief = (...words: readonly string[]) => run(['brief', ...words, '--store', store, '--json'])

describe('brief', () => {
  it('writes the briefing that ships with the program as PDF, and says how long it took', () => {
    const out = join(temporaryFolder(), 'Қазақстан.pdf')
    const ran = brief('--reporter', 'KAZ', '--lang', 'kk', '--format', 'pdf', '--out', out)
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.json()).toEqual({ file: out, slides: 10, sources: expect.any(Number), ms: expect.any(Number) })
    expect(readFileSync(out).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  })

  it('writes PowerPoint whose charts hold the numbers that the store holds', () => {
    const out = join(temporaryFolder(), 'deck.pptx')
    expect(brief('--reporter', 'KAZ', '--format', 'pptx', '--out', out).code).toBe(0)
    const shares = run([
      'shares',
      '--indicator',
      'trade.imports_usd_m',
      '--reporter',
      'KAZ',
      '--period',
      '2013',
      '--store',
      store,
      '--json',
    ]).json() as { partners: { partner: string; share: number }[] }
    const parts = unzipSync(new Uint8Array(readFileSync(out)))
    const sheet = strFromU8(
      unzipSync(parts['ppt/embeddings/chart1.xlsx'] ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    )
    const row = /<row [^>]*><c [^>]*><is><t [^>]*>2013<\/t><\/is><\/c>(.*?)<\/row>/.exec(sheet)?.[1] ?? ''
    const [russia, china] = [...row.matchAll(/<v>([^<]+)<\/v>/g)].map(([, value]) => Number(value))
    const shareOf = (code: string) => 100 * Number(shares.partners.find(({ partner }) => partner === code)?.share)
    expect(russia).toBeCloseTo(shareOf('RUS'), 10)
    expect(china).toBeCloseTo(shareOf('CHN'), 10)
  })

  it('writes any template for any reporter, in another language', () => {
    const out = join(temporaryFolder(), 'note.html')
    expect(
      brief('--reporter', 'UZB', '--lang', 'ru', '--format', 'html', '--template', 'note', '--paper', 'letter', '--out', out)
        .code,
    ).toBe(0)
    const html = readFileSync(out, 'utf8')
    expect(html).toContain('<html lang="ru">')
    expect(html).toContain('@page{size:letter')
    expect(html).toContain('Узбекистан')
  })

  it('says of the shipped briefing, never opened before, what an import changed', () => {
    const folder = temporaryFolder()
    const own = join(folder, 'store.sqlite')
    copyFileSync(store, own)
    const revised = join(folder, 'revised.csv')
    writeFileSync(
      revised,
      'indicator,reporter,partner,period,value,unit,source\ntrade.imports_usd_m,KAZ,RUS,2025,20000,USD_M,bns_kz_panel_2024_25\n',
    )
    expect(run(['import', revised, '--store', own, '--json']).code).toBe(0)
    const out = join(folder, 'kaz.html')
    expect(run(['brief', '--reporter', 'KAZ', '--format', 'html', '--out', out, '--store', own, '--json']).code).toBe(0)
    const html = readFileSync(out, 'utf8')
    expect(html).toMatch(/class="field stale"[^>]*>30\.6% \(was 29\.9%\)/)
    expect(html).toContain('Figures here changed after this was written')
  }, 120_000)

  it('refuses by name what it cannot do, and leaves no half file', () => {
    const folder = temporaryFolder()
    const words = (changes: Readonly<Record<string, string>>) =>
      Object.entries({ '--reporter': 'KAZ', '--format': 'csv', '--out': join(folder, 'x.csv'), ...changes }).flat()
    expect(brief(...words({ '--format': 'docx' }))).toMatchObject({
      code: 2,
      err: expect.stringContaining('--format is one of pdf, pptx, html'),
    })
    expect(brief(...words({ '--lang': 'de' })).code).toBe(2)
    expect(brief(...words({ '--reporter': 'XXX' }))).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no country XXX'),
    })
    expect(brief(...words({ '--out': join(folder, 'no', 'x.csv') }))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not there. Make it first'),
    })
    mkdirSync(join(folder, 'taken'))
    expect(brief(...words({ '--out': join(folder, 'taken') }))).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is a folder of the name taken'),
    })
    expect(readdirSync(folder)).toEqual(['taken'])
    expect(readdirSync(join(folder, 'taken'))).toEqual([])
  })
})
