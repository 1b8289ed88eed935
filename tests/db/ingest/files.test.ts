// Every fixture against its golden report: outcome, reason, counts, every reason with its line, and every figure that would be written.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { ImportOptions } from '../../../db/ingest/layout.ts'
import { fileReasons, rowReasons, skipReasons } from '../../../db/ingest/refusal.ts'
import { openTestReader } from '../support/store.ts'
import { readFile } from './support.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/csv')
const goldenPath = join(folder, 'expected.json')
/** What a user says of those files that do not say it themselves. */
const options = JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8')) as Record<string, ImportOptions>
/** Saved mappings of those files that no format knows. */
const profiles = JSON.parse(readFileSync(join(folder, 'profiles.json'), 'utf8')) as Record<string, unknown>
const golden: Record<string, unknown> = existsSync(goldenPath) ? JSON.parse(readFileSync(goldenPath, 'utf8')) : {}
const names = readdirSync(folder)
  .filter((name) => !name.endsWith('.json'))
  .sort()
/** `UPDATE_GOLDEN=1` writes the reports anew; whoever does so reads the difference. */
const update = process.env.UPDATE_GOLDEN === '1'

const connection = openTestReader()
const found: Record<string, unknown> = {}
const reasons = new Set<string>()

describe('files as publishers, offices and accidents make them', () => {
  it.each(names)('%s', async (name) => {
    const { finding, figures } = await readFile(
      connection,
      join(folder, name),
      options[name],
      name in profiles ? JSON.stringify(profiles[name]) : null,
    )
    const { outcome, reason, encoding, delimiter, decimal, format, rows, rejected, skipped, warnings, message } = finding
    found[name] = {
      outcome,
      reason,
      message,
      encoding,
      delimiter,
      decimal,
      format,
      rows,
      rejected: rejected.map((row) => `${row.line} ${row.column ?? '-'} ${row.reason} ${row.found}`),
      skipped: skipped.map((row) => `${row.line} ${row.reason}`),
      warnings: warnings.map((warning) => `${warning.line ?? '-'} ${warning.code}`),
      figures,
    }
    for (const word of [reason, ...rejected.map((row) => row.reason), ...skipped.map((row) => row.reason)])
      if (word !== null) reasons.add(word)
    expect(rows.read).toBe(rows.new + rows.revised + rows.unchanged + rows.aggregates + rows.rejected)
    expect(rejected.length).toBe(rows.rejected)
    if (!update) expect(found[name]).toEqual(golden[name])
  })

  it('meet every reason of the closed lists that a file alone can give', () => {
    // a duplicate or a mixture of line ends does not refuse a file here: its rows are named one by one
    const never = ['duplicate-conflict', 'mixed-line-ends', 'field-too-long', 'too-many-columns']
    const missing = [...fileReasons, ...rowReasons, ...skipReasons].filter((word) => !reasons.has(word) && !never.includes(word))
    expect(missing).toEqual([])
  })

  afterAll(() => {
    connection.close()
    if (update) writeFileSync(goldenPath, `${JSON.stringify(found, null, 1)}\n`)
  })
})
