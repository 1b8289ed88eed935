// Sums over partners equal a plain scan of the figures, whatever was written, revised, taken back or done again.
import { openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { importFile } from '../../../db/ingest/write/importFile.ts'
import { redoBatch } from '../../../db/ingest/write/redo.ts'
import { undoBatch } from '../../../db/ingest/write/undo.ts'
import { renewAllSummaries, wrongSummaries } from '../../../db/summaries/keep.ts'
import { fileOf } from '../ingest/support.ts'
import { ask, openTestReader, openTestWriter } from '../support/store.ts'

const store = openTestWriter()
afterAll(() => store.close())

const now = '2026-11-24T10:00:00.000Z'
const means = {
  store: store.file,
  note: '',
  by: 'tester',
  spool: tmpdir(),
  now,
  tell: () => {},
  cancelled: () => false,
}
const write = (text: string): number | null =>
  importFile(store, { ...means, descriptor: openSync(fileOf(text), 'r'), name: 'file.csv', options: {}, profile: null }).batch

const dump = (): string => JSON.stringify(store.raw.prepare('SELECT * FROM period_summary').all())

/** The scan that the summaries stand for, in SQL of its own. */
const scanned = `SELECT s.indicator, s.reporter, s.source, o.id & 1073741823 AS period, count(*) AS figures,
    sum(p.kind IN ('country', 'historic') AND p.id <> s.reporter) AS partners,
    round(total(CASE WHEN p.kind IN ('country', 'historic') AND p.id <> s.reporter THEN o.value END), 6) AS total
  FROM observation AS o JOIN series AS s ON s.id = o.id >> 30 JOIN area AS p ON p.id = s.partner
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`
const kept = `SELECT indicator, reporter, source, period, figures, partners, round(total, 6) AS total FROM period_summary ORDER BY 1, 2, 3, 4`

const rows = fc.uniqueArray(
  fc.record({
    reporter: fc.constantFrom('KAZ', 'UZB', 'FRA'),
    partner: fc.constantFrom('RUS', 'CHN', 'DEU', 'WLD', 'EU27', 'SUN'),
    period: fc.constantFrom('2019', '2020', '2021-Q1'),
    source: fc.constantFrom('comtrade', 'summary-test'),
    value: fc.integer({ min: -1_000, max: 1_000_000 }).map((n) => n / 8),
  }),
  { selector: ({ reporter, partner, period, source }) => `${reporter}${partner}${period}${source}`, minLength: 1, maxLength: 40 },
)
const csv = (list: readonly { readonly [key: string]: string | number }[]): string =>
  [
    'indicator,reporter,partner,period,value,unit,source',
    ...list.map((r) => `fdi.inflow_net_usd_m,${r.reporter},${r.partner},${r.period},${r.value},USD_M,${r.source}`),
    '',
  ].join('\n')

describe('sums over partners', () => {
  it('equal a scan in a store built from the bundled data', () => {
    expect(wrongSummaries(store.raw)).toBe(0)
    expect(store.raw.prepare(kept).all()).toEqual(store.raw.prepare(scanned).all())
  })

  it('equal a scan after every import, undo and redo, and return to the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (first, second) => {
        const before = dump()
        const one = write(csv(first))
        expect(store.raw.prepare(kept).all()).toEqual(store.raw.prepare(scanned).all())
        const between = dump()
        const two = write(csv(second))
        expect(wrongSummaries(store.raw)).toBe(0)
        if (two !== null) undoBatch(store, two, true, now)
        expect(dump()).toBe(between)
        if (two !== null) {
          const again = (await redoBatch(store, { ...means, batch: two })).batch
          expect(wrongSummaries(store.raw)).toBe(0)
          if (again !== null) undoBatch(store, again, true, now)
        }
        if (one !== null) undoBatch(store, one, true, now)
        expect(dump()).toBe(before)
      }),
      { seed: 20_261_127, numRuns: 3 },
    )
  })

  it('are compared by check', async () => {
    const { raw } = store
    raw.exec('UPDATE period_summary SET total = total + 1')
    const { ok, problems } = await ask(store, 'store.check', {})
    renewAllSummaries(raw)
    expect(ok).toBe(false)
    expect(problems.map(({ code }) => code)).toContain('summary')
  })

  it('give every reporter the concentration that its figures give', async () => {
    const reader = openTestReader()
    for (const period of ['2005', '2019', '2023']) {
      const all = await ask(reader, 'concentrations.query', { indicator: 'trade.imports_usd_m', period })
      expect(all.length).toBeGreaterThan(5)
      for (const one of all) {
        const { hhi, hhiHigh, total, source } = await ask(reader, 'shares.query', {
          indicator: 'trade.imports_usd_m',
          reporter: one.reporter,
          period,
        })
        expect(one.source).toBe(source)
        expect(one.hhi).toBeCloseTo(hhi ?? Number.NaN, 12)
        expect(one.hhiHigh).toBeCloseTo(hhiHigh ?? Number.NaN, 12)
        expect(one.total).toBeCloseTo(total ?? Number.NaN, 4)
      }
    }
    reader.close()
  })
})

describe('the queries behind tiles', () => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, '../../..', file), 'utf8')
  /** Statements of a file by name, their parameters replaced by null. */
  const statementsOf = (file: string): readonly (readonly [string, string])[] =>
    [...read(file).matchAll(/statement<[\s\S]*?>\(\s*'([\w.]+)',\s*(?:`([^`$]*)`|'([^']*)')/g)].map(
      ([, name = '', long, short]) => [name, long ?? short ?? ''] as const,
    )
  const files = ['catalogue', 'coverage', 'concentrations', 'observations', 'investment', 'sourceRules'].map(
    (f) => `db/queries/${f}.ts`,
  )
  const statements = files.flatMap(statementsOf)

  it('never scan the figures', () => {
    expect(statements.length).toBeGreaterThan(20)
    const scans = statements.filter(([, sql]) => {
      const plan = store.raw.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/:\w+/g, 'NULL')}`).all() as {
        readonly detail: string
      }[]
      return plan.some(({ detail }) => /^SCAN (o|v|observation|revision)\b/.test(detail))
    })
    expect(scans.map(([name]) => name)).toEqual([])
  })
})
