// A memory of keys answers with what a key was learnt with, or not at all: also when it was full and began anew.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorRecord } from '../../../db/ingest/layout.ts'
import { Keys, type Stretch } from '../../../db/ingest/records/keys.ts'
import { PLAIN_DECIMALS, packExtra } from '../../../db/ingest/runs.ts'

const indicator: IndicatorRecord = {
  ...{ id: 1, code: 'trade.x', unit: { code: 'USD_M', family: 'USD', factor: 1e6, names: [] }, partnerRule: 'required' },
  ...{ minimum: null, maximum: null, whole: false, cumulativeYtd: false },
}
/** A record of comma-separated fields as bytes, and where its fields begin. */
const recordOf = (fields: readonly string[]): { readonly buffer: Uint8Array; readonly bounds: Int32Array } => {
  const bounds = [0]
  for (const field of fields) bounds.push((bounds.at(-1) ?? 0) + field.length + 1)
  return { buffer: Buffer.from(`${fields.join(',')}\n`), bounds: Int32Array.from(bounds) }
}
const word = fc.constantFrom('a', 'ab', '', 'longer word', 'longer work')

describe('a memory of keys', () => {
  it.each<[string, readonly Stretch[]]>([
    ['one stretch', [{ first: 0, last: 1 }]],
    [
      'two stretches',
      [
        { first: 0, last: 0 },
        { first: 2, last: 3 },
      ],
    ],
    [
      'three stretches',
      [
        { first: 0, last: 0 },
        { first: 2, last: 2 },
        { first: 4, last: 4 },
      ],
    ],
  ])('of %s never takes a key for another', (_, stretches) => {
    const key = (fields: readonly string[]): string =>
      stretches.map(({ first, last }) => fields.slice(first, last + 1).join(',')).join('\n')
    let known = 0
    let forgotten = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, word, word, word, word), { minLength: 40, maxLength: 300 }),
        fc.nat(40),
        (records, most) => {
          const keys = new Keys(stretches, most + 4)
          const learnt = new Map<string, number>()
          records.forEach((fields, series) => {
            const { buffer, bounds } = recordOf(fields)
            const place = keys.find(buffer, bounds)
            const before = learnt.get(key(fields))
            if (place < 0) forgotten += before === undefined ? 0 : 1
            else {
              known++
              expect(keys.seriesOf(place)).toBe(before)
              expect(keys.meaningOf(place)).toMatchObject({ shift: (before ?? 0) % 3, note: (before ?? 0) % 5, status: 2 })
              return
            }
            if (keys.learn(buffer, bounds, series, indicator, series % 3, packExtra(series % 5, PLAIN_DECIMALS, 2)) >= 0)
              learnt.set(key(fields), series)
          })
        },
      ),
      { seed: 20261129, numRuns: 100 },
    )
    expect(known).toBeGreaterThan(100)
    expect(forgotten).toBeGreaterThan(10)
  })
})
