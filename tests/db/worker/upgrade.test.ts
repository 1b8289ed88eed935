// R8: a store of every earlier form is upgraded in one transaction; killed inside, it is the old one; a newer one is refused untouched.
import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHILD_ENV } from '../../../bench/faults/options.ts'
import { problemsOf } from '../../../db/seal/check.ts'
import { sealAll } from '../../../db/seal/seals.ts'
import { renewAllSummaries } from '../../../db/summaries/keep.ts'
import { openWriter } from '../../../db/worker/connection.ts'
import { type MigrationStep, migrate, readSteps } from '../../../db/worker/migrate.ts'
import { openStore } from '../../../db/worker/openStore.ts'
import { temporaryFolder, workerOptions } from '../support/store.ts'

const root = resolve(import.meta.dirname, '../../..')
const steps = readSteps(workerOptions('').schema)
const newest = steps.at(-1)?.number ?? 0

/** A store as the program up to that step left it, with one figure in it. */
function storeUpTo(last: MigrationStep): string {
  const file = join(temporaryFolder(), `form-${last.number}.sqlite`)
  const { db, raw, close } = openWriter(file)
  migrate(db, steps.slice(0, steps.indexOf(last) + 1))
  raw.exec(`INSERT INTO unit VALUES ('U', 'u', 'u', 'u', 'u', 'u', 'u', 'f', 1, 0);
    INSERT INTO indicator VALUES (1, 'trade.x', 'x', 'x', 'x', 'U', 'trade', 'trade', 'required', 1, 'none', 'A', NULL, NULL, 0, 0, '', '', '');
    INSERT INTO area (id, code, kind, name_en, name_ru, name_kk, short_en, short_ru, short_kk, text_en, forms, valid_from, valid_to, note)
      VALUES (1, 'KAZ', 'country', 'a', 'a', 'a', 'a', 'a', 'a', 'a', '{}', '', '', ''), (2, 'RUS', 'country', 'b', 'b', 'b', 'b', 'b', 'b', 'b', '{}', '', '', '');
    INSERT INTO source (id, code, title, publisher, url, licence, terms, retrieved_from, note) VALUES (1, 's', 't', 'p', '', '', 'open', '', '');
    INSERT INTO batch (id, kind, file, sha256, bytes, encoding, format, vintage, imported_at) VALUES (1, 'bundled', 'f', '', 1, '', '', '2026-11-01', '2026-11-01');
    INSERT INTO series (id, indicator, reporter, partner, source) VALUES (1, 1, 1, 2, 1);
    INSERT INTO observation (id, value, batch, line) VALUES (1073741824 + 2020 * 4096, 12.5, 1, 2);`)
  raw.pragma('wal_checkpoint(TRUNCATE)')
  close()
  return file
}
const figure = (file: string): unknown => {
  const { raw, close } = openWriter(file, { mustExist: true })
  try {
    return [raw.prepare('SELECT value FROM observation').pluck().get(), raw.pragma('user_version', { simple: true })]
  } finally {
    close()
  }
}
const older = steps.slice(0, -1)

describe.each(older.map((step) => [step.number, step] as const))('a store of form %i', (number, step) => {
  const made = storeUpTo(step)
  const file = join(temporaryFolder(), 'copy.sqlite')

  it('killed inside its upgrade is the old one', () => {
    copyFileSync(made, file)
    const { signal } = spawnSync(process.execPath, [join(root, 'bench/faults/upgradeChild.ts'), file], { env: CHILD_ENV })
    expect(signal).toBe('SIGKILL')
    expect(figure(file)).toEqual([12.5, number])
  })

  it('is upgraded whole, with its figure and every seal', () => {
    copyFileSync(made, file)
    const store = openUpgraded(file)
    expect(problemsOf(store.raw)).toEqual([])
    store.close()
    expect(figure(file)).toEqual([12.5, newest])
  })
})

/** The figure went in past the program: seals and summaries are made to fit it first, as the program of that form would have. */
function openUpgraded(file: string) {
  const { raw, close } = openWriter(file)
  const has = (table: string): boolean =>
    raw.prepare('SELECT count(*) FROM sqlite_schema WHERE name = ?').pluck().get(table) === 1
  if (has('period_summary')) renewAllSummaries(raw)
  if (has('seal')) sealAll(raw)
  close()
  return openStore(workerOptions(file, { mustExist: true }), () => {})
}

it('a store of a later form is refused and stays as it is, to the byte', () => {
  const [first] = older
  if (!first) throw new Error('no step')
  const file = storeUpTo(first)
  const { raw, close } = openWriter(file)
  raw.pragma('user_version = 99990')
  close()
  const before = readFileSync(file)
  expect(() => openStore(workerOptions(file, { mustExist: true }), () => {})).toThrow(
    expect.objectContaining({ code: 'store-newer' }),
  )
  expect(readFileSync(file).equals(before)).toBe(true)
})
