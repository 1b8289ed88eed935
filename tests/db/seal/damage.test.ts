// R4: every harmful bit flip, zeroed page, cut or swap is found; the damaged file stays as it is; nothing crashes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentDump, type Damage, damages, judge, type Verdict } from '../../../bench/faults/damage.ts'
import { sealAll } from '../../../db/seal/seals.ts'
import { openTestWriter, temporaryFolder, workerOptions } from '../support/store.ts'

const COUNT = Number(process.env.MULTIVECTOR_DAMAGES ?? 200)
const SEED = 20_261_127

/** The bundled store with a few figures, so that a check takes milliseconds; still every table, and superseded figures too. */
function smallStore(): { readonly bytes: Buffer; readonly dump: string } {
  const store = openTestWriter()
  store.raw.exec(`PRAGMA foreign_keys = OFF;
    DELETE FROM observation WHERE id / 1073741824 % 40 > 0;
    DELETE FROM series WHERE id NOT IN (SELECT series FROM observation);
    DELETE FROM note WHERE id NOT IN (SELECT note FROM observation WHERE note IS NOT NULL);
    DELETE FROM source WHERE id NOT IN (SELECT source FROM series) AND id % 5 > 0;
    DELETE FROM area_alias WHERE length(alias) % 5 > 0;
    DELETE FROM project WHERE length(name) % 4 > 0;
    DELETE FROM oil_transit_recipe WHERE id % 5 > 0;`)
  store.raw.exec(
    'INSERT INTO revision SELECT id, batch + 1, value, status, decimals, batch, line, note FROM observation WHERE id % 50 = 0 AND batch < 6',
  )
  sealAll(store.raw)
  store.raw.exec('VACUUM')
  const dump = contentDump(store)
  store.raw.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
  return { bytes: readFileSync(store.file), dump }
}

describe(`${COUNT} damages to a store's file`, () => {
  const judged: (Damage & Verdict)[] = []
  beforeAll(() => {
    const { bytes, dump } = smallStore()
    const options = workerOptions(join(temporaryFolder(), 'damaged.sqlite'))
    for (const damage of damages(bytes, COUNT, SEED))
      judged.push({ ...damage, ...judge(damage, options, dump), bytes: Buffer.alloc(0) })
  }, 600_000)

  it('are found, or do no harm: everything reads as it was written', () => {
    expect(judged).toHaveLength(COUNT)
    expect(judged.filter(({ found, harmful }) => harmful && !found).map(({ kind, at }) => `${kind} ${at}`)).toEqual([])
    const harmful = judged.filter((one) => one.harmful)
    const sqlite = harmful.filter((one) => one.foundBySqlite)
    console.log(
      `damage: ${COUNT} made, ${harmful.length} harmful, all of them found; SQLite's integrity_check alone finds ${sqlite.length} of the ${harmful.length}`,
    )
    expect(harmful.length).toBeGreaterThan(COUNT / 2)
    expect(sqlite.length).toBeLessThan(harmful.length)
  })

  it('leave the file as it was found, to the byte', () => {
    expect(judged.filter(({ untouched }) => !untouched).map(({ kind, at }) => `${kind} ${at}`)).toEqual([])
  })
})
