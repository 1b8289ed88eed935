// "As known on": after an import that revises a figure of every indicator, every screen looks back to the day before and shows what it showed.
import { closeSync, mkdtempSync, openSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from '../../../db/ingest/write/importFile.ts'
import { openReader } from '../../../db/worker/connection.ts'
import { type ChannelName, channels, type RequestOf } from '../../../electron/shared/contract/channels.ts'
import { decodePeriod, type PeriodCode } from '../../../electron/shared/domain/period.ts'
import { goodRequests } from '../../contract/requests.ts'
import { ask, openTestWriter, type ThreadChannel } from '../support/store.ts'

const BEFORE = '2026-11-23'
const looking = (Object.keys(channels) as ChannelName[]).filter((name) => {
  const { request, response, access } = channels[name]
  if (access !== 'read' || goodRequests[name] === undefined) return false
  // a file is answered by the token it waits under, which is another one each time
  const writesFile = 'shape' in response && 'token' in (response.shape as object)
  return 'shape' in request && 'asOf' in (request.shape as object) && !writesFile
})

/** An answer without what is no figure (which batch is the newest), its numbers as far as the order of a sum does not touch them. */
const comparable = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (key, value) => {
      if (key === 'batch' || key === 'remembered') return undefined
      return typeof value === 'number' ? Number(value.toPrecision(10)) : value
    }),
  )

let store: ReturnType<typeof openTestWriter>
const before = new Map<string, unknown>()

async function answers(asOf: string, take: (name: string, answer: unknown) => void): Promise<void> {
  const connection = openReader(store.file)
  try {
    for (const name of looking) {
      const request = { ...goodRequests[name], asOf } as RequestOf<ThreadChannel>
      take(name, comparable(await ask(connection, name as ThreadChannel, request, { now: () => '2026-11-25T12:00:00.000Z' })))
    }
  } finally {
    connection.close()
  }
}

/** One figure of each series of Kazakhstan, one per cent larger, or smaller where it would leave its limits. */
function revisions(): string {
  const rows = store.raw
    .prepare(
      `SELECT i.code AS indicator, p.code AS partner, c.code AS source, i.unit, i.whole, i.maximum, max(o.id) & 1073741823 AS period, o.value
       FROM observation o JOIN series s ON s.id = o.id >> 30 JOIN indicator i ON i.id = s.indicator JOIN area r ON r.id = s.reporter
       JOIN area p ON p.id = s.partner JOIN source c ON c.id = s.source WHERE r.code = 'KAZ' AND p.code IN ('RUS', 'CHN', 'WLD', '_Z') GROUP BY s.id`,
    )
    .all() as readonly {
    indicator: string
    partner: string
    source: string
    unit: string
    whole: number
    maximum: number | null
    period: number
    value: number
  }[]
  const lines = rows
    .filter(({ whole }) => whole === 0)
    .map(({ indicator, partner, source, unit, maximum, period, value }) => {
      const larger = value * 1.01
      const next = maximum !== null && larger > maximum ? value * 0.99 : larger
      return `${indicator},KAZ,${partner === '_Z' ? '' : partner},${decodePeriod(period as PeriodCode)},${next},${unit},${source}`
    })
  return `indicator,reporter,partner,period,value,unit,source\n${lines.join('\n')}\n`
}

beforeAll(async () => {
  store = openTestWriter()
  await answers('', (name, answer) => before.set(name, answer))
  const path = join(mkdtempSync(join(tmpdir(), 'multivector-known-')), 'update.csv')
  writeFileSync(path, revisions())
  const descriptor = openSync(path, 'r')
  const report = importFile(store, {
    ...{ store: store.file, descriptor, name: 'update.csv', options: {}, profile: null, note: '', by: '', spool: tmpdir() },
    ...{ now: '2026-11-25T12:00:00.000Z', tell: () => {}, cancelled: () => false },
  })
  closeSync(descriptor)
  expect(report.rows.revised).toBeGreaterThan(200)
}, 60_000)
afterAll(() => store.close())

describe('as known on the day before an import', () => {
  it('every call shows what it showed then, and something else today', async () => {
    const then = new Map<string, unknown>()
    await answers(BEFORE, (name, answer) => then.set(name, answer))
    for (const name of looking) expect(then.get(name), name).toEqual(before.get(name))
    const moved: string[] = []
    await answers('', (name, answer) => JSON.stringify(answer) !== JSON.stringify(before.get(name)) && moved.push(name))
    expect(moved).toEqual(
      expect.arrayContaining(['overview.get', 'trade.get', 'dependence.get', 'investment.get', 'governance.get', 'politics.get']),
    )
  }, 60_000)
})
