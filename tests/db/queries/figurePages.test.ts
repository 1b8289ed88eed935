// Figures read in pages are the figures of each series, whatever series are asked for and in whatever order.
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { FigurePages } from '../../../db/queries/figurePages.ts'
import { openPlain, openWriter } from '../../../db/worker/connection.ts'
import { temporaryFolder } from '../support/store.ts'

const SIZE = 2 ** 30
const file = `${temporaryFolder()}/pages.sqlite`
/** Figures of each series: none, few, and one series longer than any page. */
const lengths = [0, 1, 30, 0, 0, 70, 3, 9_000, 2, ...Array.from({ length: 400 }, (_, i) => (i * 7) % 41), 0, 64, 64, 128]

const raw = ((): ReturnType<typeof openPlain> => {
  openWriter(file).close()
  const opened = openPlain(file)
  opened.exec('CREATE TABLE observation (id INTEGER PRIMARY KEY, value REAL, status TEXT)')
  const insert = opened.prepare("INSERT INTO observation VALUES (?, ?, 'A')")
  lengths.forEach((length, series) => {
    for (let period = 0; period < length; period++)
      insert.run(series * SIZE + period * 4096, period % 5 === 0 ? null : series + period / 8)
  })
  return opened
})()
afterAll(() => raw.close())

const oneByOne = (series: number, where = ''): unknown =>
  raw
    .prepare(`SELECT id, value, status FROM observation WHERE id >= ? AND id < ? ${where} ORDER BY id`)
    .raw()
    .all(series * SIZE, (series + 1) * SIZE)

describe('figures in pages', () => {
  it('are those of each series, asked one after the other', () => {
    const pages = new FigurePages(raw, 'value, status')
    const filled = new FigurePages(raw, 'value, status', 'AND value IS NOT NULL')
    for (let series = 0; series < lengths.length + 3; series++) {
      expect(pages.of(series)).toEqual(oneByOne(series))
      expect(filled.of(series)).toEqual(oneByOne(series, 'AND value IS NOT NULL'))
    }
  })

  it('are those of each series, whichever are asked for', () => {
    const series = fc.array(fc.nat(lengths.length + 2), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(series, fc.boolean(), (asked, ascending) => {
        const pages = new FigurePages(raw, 'value, status')
        for (const one of ascending ? asked.toSorted((a, b) => a - b) : asked) expect(pages.of(one)).toEqual(oneByOne(one))
      }),
      { seed: 20261129, numRuns: 100 },
    )
  })
})
