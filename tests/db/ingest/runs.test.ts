// Figures come out of the runs in order of key, however they went in, and no figure is taken twice or lost when some are taken early.
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { CameBack, RUN_ROWS, Runs } from '../../../db/ingest/runs.ts'
import { seededUniform } from '../../../electron/shared/analytics/random.ts'

const SERIES_SIZE = 2 ** 30
type Row = readonly [id: number, value: number, line: number, extra: number]

/** Figures of series a to b, a fixed number of periods each, in order of period as bulk downloads come. */
function* plane(from: number, to: number, periods: number): Generator<Row> {
  for (let period = 0; period < periods; period++)
    for (let series = from; series < to; series++) yield [series * SERIES_SIZE + period * 4096, series + period / 8, period, 30]
}

const idsOf = (taken: readonly Row[]): Float64Array => Float64Array.from(taken, ([id]) => id)

describe('runs', () => {
  it('give every figure in order of key and line, spilled to disk or not', () => {
    const runs = new Runs(tmpdir())
    const uniform = seededUniform(7)
    const ids: number[] = []
    for (let line = 1; line <= RUN_ROWS * 6 + 17; line++) {
      const id = Math.floor(uniform() * 2 ** 40)
      ids.push(id)
      runs.add(id, id / 2, line, line % 1000)
    }
    let [count, last, lastLine, sum] = [0, -1, -1, 0]
    let falls = 0
    runs.merge((id, value, line) => {
      if (id < last || (id === last && line <= lastLine) || value !== id / 2) falls++
      ;[last, lastLine] = [id, line]
      count++
      sum += id % 1_000_003
    })
    runs.close()
    expect(falls).toBe(0)
    expect(count).toBe(ids.length)
    expect(sum).toBe(ids.reduce((total, id) => total + (id % 1_000_003), 0))
  })

  it('give closed series early, and the same figures in the same order as without', () => {
    const early = new Runs(tmpdir())
    const plain = new Runs(tmpdir())
    const [taken, expected]: [Row[], Row[]] = [[], []]
    let before = 0
    for (const part of [plane(1, 30_001, 20), plane(30_001, 60_001, 20), plane(60_001, 60_101, 10)]) {
      for (const row of part) {
        early.add(...row)
        plain.add(...row)
        if (row[0] % 512 === 0) before += early.takeClosed(100, (...one) => taken.push(one))
      }
    }
    early.merge((...one) => taken.push(one))
    plain.merge((...one) => expected.push(one))
    early.close()
    plain.close()
    expect(before).toBeGreaterThan(100_000)
    expect(taken.length).toBe(expected.length)
    expect(Buffer.from(idsOf(taken).buffer).equals(Buffer.from(idsOf(expected).buffer))).toBe(true)
  })

  it('say so when the file comes back to a series that was taken for complete', () => {
    const runs = new Runs(tmpdir())
    const add = (rows: Iterable<Row>): void => {
      for (const row of rows) {
        runs.add(...row)
        runs.takeClosed(1000, () => {})
      }
    }
    add(plane(1, 30_001, 20))
    add(plane(30_001, 60_001, 20))
    expect(() => add(plane(1, 30_001, 20))).toThrow(CameBack)
    runs.close()
  })
})
