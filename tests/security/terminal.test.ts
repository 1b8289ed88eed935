// Hole: a file that speaks to the terminal it is printed in, or looks like another. Promise: control characters, terminal commands and marks that
// turn the direction of writing never reach a terminal raw, in words or in JSON; a code in look-alike letters is never taken for the code, and
// a name in which a key of the other alphabet slipped in is read and told.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plain, plainJson, table } from '../../cli/text.ts'
import { run } from '../cli/support/run.ts'
import { storeCopy, temporaryFolder } from '../db/support/store.ts'

const ESCAPE = '\u001b]0;owned\u0007\u001b[2J'
const BIDI = '\u202e\u2066'
const C1 = '\u009b31m'
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const RAW = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

describe('what is printed', () => {
  it('holds no character that a terminal would obey', () => {
    for (const nasty of [ESCAPE, BIDI, C1, '\r', '\b', '\u007f']) {
      expect(plain(`a${nasty}b`)).not.toMatch(RAW)
      expect(table(['h'], [[`a${nasty}b`]])).not.toMatch(RAW)
      expect(plainJson({ [nasty]: nasty })).not.toMatch(RAW)
      expect(JSON.parse(plainJson({ [nasty]: nasty })), 'and JSON says the same').toEqual({ [nasty]: nasty })
    }
  })

  it('of a hostile file, its name, cells and headings, is clean too', () => {
    const store = storeCopy()
    const file = join(temporaryFolder(), `a${ESCAPE.replaceAll('/', '')}${BIDI}.csv`)
    writeFileSync(
      file,
      `indicator,reporter,partner,period,value,unit,source,note\ntrade.imports_usd_m,${ESCAPE},${BIDI},2020,${C1}1,USD_M,s,n\ntrade.imports_usd_m,KAZ,RUS,2001,5,USD_M,"s${ESCAPE}",n\n`,
    )
    for (const extra of [[], ['--json']]) {
      const ran = run(['import', file, '--store', store, '--dry-run', ...extra])
      expect(ran.out + ran.err).not.toMatch(RAW)
      expect(ran.out.length).toBeGreaterThan(50)
    }
  })
})

describe('look-alike letters', () => {
  const dryRun = (reporter: string, partner: string) => {
    const file = join(temporaryFolder(), 'alike.csv')
    writeFileSync(
      file,
      `indicator,reporter,partner,period,value,unit,source\ntrade.imports_usd_m,${reporter},${partner},2001,5,USD_M,s\n`,
    )
    const [report] = run(['import', file, '--store', storeCopy(), '--dry-run', '--json']).json() as [
      { rows: { new: number }; warnings: { code: string; message: string }[] },
    ]
    return report
  }

  it('of an alphabet that nobody types by mistake are no code of a country', () => {
    expect(dryRun('KAZ', 'R\u054dS').rows.new).toBe(0)
    expect(dryRun('KAZ', 'CHN\u0301').rows.new).toBe(0)
  })

  it.each([
    ['\u041a\u0410Z', 'KAZ'],
    // what Russian notes call Saudi Arabia and Kyrgyzstan
    ['\u0421\u0410', 'CAN'],
    ['\u041a\u0420', 'PRK'],
  ])('of the other alphabet are no code either, and the report says which it looks like: %s', (text, code) => {
    const report = dryRun(text, 'RUS')
    expect(report.rows.new).toBe(0)
    expect(report.warnings).toContainEqual(
      expect.objectContaining({ code: 'look-alike-code', message: expect.stringContaining(code) }),
    )
  })

  it('in a name are read and told, never in silence', () => {
    const report = dryRun('K\u0430zakhstan', 'RUS')
    expect(report.rows.new).toBe(1)
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'look-alike-letters' }))
  })
})
