// Hole: a code, a heading or a field called __proto__ or constructor, which finds what every object has or changes it for all. Promise: such names
// are names like any other: unknown ones are refused by name, known ones are read, nothing fails as a bug, and no prototype is touched.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readStatus } from '../../db/ingest/flags.ts'
import { flowOf } from '../../db/ingest/text/saying.ts'
import { readScale } from '../../db/ingest/text/units.ts'
import type { Host } from '../../electron/host/openHost.ts'
import { channelNames } from '../../electron/shared/contract/channels.ts'
import { run } from '../cli/support/run.ts'
import { storeCopy, temporaryFolder } from '../db/support/store.ts'
import { openTestHost } from '../loopback/support/host.ts'

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'] as const
const HEADER = 'indicator,reporter,partner,period,value,unit,source,note\n'
const written = (name: string, text: string): string => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return path
}
const prototypesAre = (): readonly string[] =>
  [Object, Array, String, Function, Map].flatMap(({ prototype }) => Reflect.ownKeys(prototype as object).map(String))

let host: Host
const before = prototypesAre()
const bugs: string[] = []
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation((...args) => void bugs.push(args.map(String).join(' ')))
  host = openTestHost('loopback')
  await host.ready()
})
afterAll(async () => {
  await host.close()
  vi.restoreAllMocks()
})

describe.each(NAMES)('%s', (name) => {
  it('is no call', async () => {
    expect(channelNames).not.toContain(name)
    expect(await host.dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-channel' } })
  })

  it('is no indicator, country, source or claim', async () => {
    for (const [call, request] of [
      ['shares.query', { indicator: name, reporter: 'KAZ', period: '2023' }],
      ['shares.query', { indicator: 'trade.imports_usd_m', reporter: name, period: '2023' }],
      ['observations.query', { indicators: ['trade.imports_usd_m'], reporter: 'KAZ', source: name }],
      ['claims.get', { id: name, reporter: 'KAZ' }],
      ['overview.get', { reporter: name, partners: ['RUS'], baseYear: 2013 }],
    ] as const) {
      const reply = await host.dispatch(call, request)
      if (reply.ok) expect(JSON.stringify(reply.value), call).not.toContain('function')
      else expect(['invalid-request', 'not-found', 'refused'], call).toContain(reply.error.code)
    }
    expect(bugs).toEqual([])
  })
})

// one run of the program for all names
describe('such a name in a file', () => {
  const store = storeCopy()
  const good = ['trade.imports_usd_m', 'KAZ', 'RUS', '2001', '5', 'USD_M', 's', 'n']
  const bug = /internal|TypeError|went wrong/

  it('is refused in a column of codes or figures, and read as a text in one of texts', () => {
    const lines = NAMES.flatMap((name, year) =>
      good.map((_, i) => good.map((cell, j) => (i === j ? name : j === 3 ? String(2001 + year) : cell)).join(',')),
    )
    const file = written('names.csv', `${HEADER}${lines.join('\n')}\n`)
    const ran = run(['import', file, '--store', store, '--dry-run', '--json'])
    const [report] = ran.json() as [{ outcome: string; rows: { read: number; rejected: number } }]
    // a source and a note may be called anything; the other six columns name something that is not there, or no number
    expect([ran.code, report.outcome, report.rows.read, report.rows.rejected]).toEqual([
      0,
      'accepted',
      8 * NAMES.length,
      6 * NAMES.length,
    ])
  })

  it('is a flag that nobody knows in a column of statuses, and no unit multiplier or direction of trade', () => {
    const rows = NAMES.map((name, year) => `trade.imports_usd_m,KAZ,RUS,${2001 + year},5,USD_M,${name},s`)
    const flags = written('flags.csv', `indicator,reporter,partner,period,value,unit,status,source\n${rows.join('\n')}\n`)
    const ran = run(['import', flags, '--store', store, '--dry-run', '--json'])
    const [report] = ran.json() as [{ outcome: string; rows: { rejected: number; new: number; revised: number } }]
    expect(ran.err).not.toMatch(bug)
    expect([report.outcome, report.rows.rejected, report.rows.new + report.rows.revised]).toEqual(['accepted', 0, NAMES.length])
    for (const name of NAMES) {
      expect(readStatus(name), name).toMatch(/^[A-Z]$/)
      expect([flowOf(name), readScale(name)], name).toEqual([null, null])
    }
  })

  it('is no encoding', () => {
    const file = written('encoded.csv', `${HEADER}${good.join(',')}\n`)
    for (const name of ['constructor', '__proto__']) {
      const ran = run(['import', file, '--store', store, '--dry-run', '--encoding', name])
      expect(ran.code, name).not.toBe(0)
      expect(ran.err, name).not.toMatch(bug)
    }
  })

  it('is a heading that nobody asked for, or makes the table unknown', () => {
    const more = written('more.csv', `${HEADER.trim()},${NAMES.join(',')}\n${good.join(',')}${',x'.repeat(NAMES.length)}\n`)
    expect(run(['import', more, '--store', store, '--dry-run', '--json']).code).toBe(0)
    const instead = written('instead.csv', `${HEADER.replace('indicator', '__proto__')}${good.join(',')}\n`)
    const ran = run(['import', instead, '--store', store, '--dry-run', '--json'])
    expect(ran.code).toBe(1)
    expect(ran.out + ran.err).not.toMatch(bug)
  })

  it('is no field of a profile or a method, which are refused', () => {
    const fields = NAMES.map((name) => `"${name}":{"polluted":true}`).join(',')
    const file = written('fields.json', `{"name":"x","columns":{${fields}},${fields}}`)
    const csv = written('a.csv', `${HEADER}${good.join(',')}\n`)
    for (const words of [
      ['import', csv, '--profile', file, '--dry-run'],
      ['dependence', '--reporter', 'KAZ', '--on', 'RUS', '--method', file],
    ]) {
      const ran = run([...words, '--store', store])
      expect([1, 2], `${words[0]}: ${ran.err}`).toContain(ran.code)
      expect(ran.err, words[0]).not.toMatch(bug)
    }
  })
})

it('no prototype has gained or lost anything', () => {
  expect(prototypesAre()).toEqual(before)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
