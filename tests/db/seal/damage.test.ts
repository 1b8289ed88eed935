// R4: every harmful bit flip, zeroed page, cut or swap is found; the damaged file stays as it is; nothing crashes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentDump, type Damage, damages, judge, type Verdict } from '../../../bench/faults/damage.ts'
import { makeSmall } from '../../../bench/faults/stores.ts'
import { problemsOf } from '../../../db/seal/check.ts'
import { openTestWriter, temporaryFolder, workerOptions } from '../support/store.ts'

const COUNT = Number(process.env.MULTIVECTOR_DAMAGES ?? 200)
const SEED = 20_261_127

/** A whole store, and what it says. */
function smallStore(): { readonly bytes: Buffer; readonly dump: string } {
  const store = openTestWriter()
  makeSmall(store)
  expect(problemsOf(store.raw)).toEqual([])
  const dump = contentDump(store)
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
