import { describe, expect, it } from 'vitest'
import type { Batch, ImportReportAnswer } from '../../../../electron/shared/contract/schema/imports.ts'
import {
  canRedo,
  changePercent,
  decimalsOf,
  figuresToWrite,
  filterRows,
  groupCounts,
  revisedTotals,
  revisionRows,
  revisionSpread,
  sortRevisions,
  urgentGroup,
} from '../../../../renderer/features/import/prepare.ts'

const revision = (line: number, from: number | null, to: number, reporter = 'KAZ') => ({
  line,
  indicator: 'exports',
  reporter,
  partner: 'RUS',
  period: '2023',
  from,
  to,
})
const report: ImportReportAnswer = {
  file: 'q3.csv',
  outcome: 'accepted',
  reason: null,
  message: '',
  sha256: '',
  encoding: 'windows-1251',
  delimiter: ';',
  decimal: ',',
  format: 'long',
  batch: null,
  dryRun: true,
  rows: { read: 1200, new: 40, revised: 3, unchanged: 1150, aggregates: 5, rejected: 2 },
  revisions: [revision(17, 10180.2, 10204.9)],
  rejected: [{ line: 14, column: 'value', reason: 'bad-number', found: '12,3,4' }],
  skipped: [{ line: 15, reason: 'missing-value' }],
  warnings: [
    { code: 'partners-do-not-add-up', line: 3, message: '' },
    { code: 'mixed-line-ends', line: null, message: '' },
  ],
  ms: 210,
}

describe('the groups of a review', () => {
  it('count what the report counts, and hold only warnings under which a wrong number could enter', () => {
    expect(groupCounts(report)).toEqual({ held: 1, revised: 3, new: 40, unchanged: 1150, rejected: 2, skipped: 1 })
  })

  it('count what a cut list hides', () => {
    const cut = { revisions: 0, rejected: 0, skipped: 9, warnings: 4 }
    expect(groupCounts({ ...report, cut })).toMatchObject({ held: 5, skipped: 10 })
  })

  it('open with the most urgent one that holds anything', () => {
    const counts = groupCounts(report)
    expect(urgentGroup(counts)).toBe('held')
    expect(urgentGroup({ ...counts, held: 0 })).toBe('rejected')
    expect(urgentGroup({ held: 0, revised: 0, new: 0, unchanged: 0, rejected: 0, skipped: 0 })).toBe('new')
  })

  it('write the new and the revised; a file of totals alone writes those', () => {
    expect(figuresToWrite(report)).toBe(43)
    expect(figuresToWrite({ ...report, rows: { ...report.rows, new: 0, revised: 0 } })).toBe(5)
  })

  it('tell revised totals from revised figures', () => {
    const revisions = [1, 2, 3, 4, 5].map((line) => revision(line, 1, 2))
    expect(revisedTotals({ ...report, revisions })).toBe(2)
    expect(revisedTotals(report)).toBe(0)
  })
})

describe('revisions', () => {
  it('change in per cent of the size of the stored value', () => {
    expect(changePercent({ from: 100, to: 110 })).toBeCloseTo(10, 12)
    expect(changePercent({ from: -2, to: -1 })).toBeCloseTo(50, 12)
    expect(changePercent({ from: 0, to: 1 })).toBeNull()
    expect(changePercent({ from: null, to: 1 })).toBeNull()
  })

  it('are drawn from zero on one scale that a single wrong unit does not flatten', () => {
    const rows = revisionRows([
      ...Array.from({ length: 39 }, (_, index) => revision(index + 1, 100, 110)),
      revision(40, 1, 1000),
      revision(41, 100, 90),
    ])
    expect(rows[0]?.bar).toBeCloseTo(1, 12)
    expect(rows[39]?.bar).toBe(1)
    expect(rows[40]?.bar).toBeCloseTo(-1, 12)
  })

  it('are sorted by the size of change, those without one first, or by line', () => {
    const rows = revisionRows([revision(1, 100, 101), revision(2, 100, 50), revision(3, null, 5)])
    expect(sortRevisions(rows, 'change').map(({ line }) => line)).toEqual([3, 2, 1])
    expect(sortRevisions(rows, 'line').map(({ line }) => line)).toEqual([1, 2, 3])
  })

  it('are found by any spelling of a word', () => {
    const rows = [{ name: 'Türkiye' }, { name: 'Қазақстан' }]
    expect(filterRows(rows, 'turkiye', ({ name }) => [name])).toEqual([rows[0]])
    expect(filterRows(rows, 'казакстан', ({ name }) => [name])).toEqual([rows[1]])
    expect(filterRows(rows, ' ', ({ name }) => [name])).toEqual(rows)
  })

  it('spread over what most of them are, and count the rest', () => {
    const many = revisionRows([
      ...Array.from({ length: 40 }, (_, index) => revision(index, 100, 100 + (index % 5))),
      revision(41, 1, 1000),
    ])
    expect(revisionSpread(many)).toMatchObject({ median: 2, beyond: 1, limit: 6 })
    expect(revisionSpread(revisionRows([revision(1, 1, 2)]))).toBeNull()
  })
})

describe('decimals of a pair', () => {
  it('show both numbers in six figures, or as they are', () => {
    expect(decimalsOf(10180.2, 10204.95)).toBe(1)
    expect(decimalsOf(198485.616922, 857656350.719962)).toBe(0)
    expect(decimalsOf(null, 3)).toBe(0)
    expect(decimalsOf(1 / 3)).toBe(5)
  })

  it('show a small difference of large numbers', () => {
    expect(decimalsOf(198485.616, 198485.641)).toBe(3)
    expect(decimalsOf(0.598, 0.85)).toBe(3)
  })
})

describe('the history', () => {
  it('offers to redo an undone batch, but not while the same file is in force', () => {
    const batch = (sha256: string, undone: boolean): Batch => ({ sha256, undone }) as Batch
    const gone = batch('a', true)
    expect(canRedo([gone, batch('b', false)], gone)).toBe(true)
    expect(canRedo([batch('a', false), gone], gone)).toBe(false)
    expect(canRedo([batch('a', false)], batch('a', false))).toBe(false)
  })
})
