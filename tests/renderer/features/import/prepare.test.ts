import { describe, expect, it } from 'vitest'
import type { Batch, ImportPreview } from '../../../../electron/shared/contract/schema/imports.ts'
import {
  asVerdict,
  barOf,
  canRedo,
  changePercent,
  decimalsOf,
  figuresToWrite,
  figuresWritten,
  filterRows,
  groupCounts,
  movedFirst,
  movementDecimals,
  movementSeries,
  onlyChange,
  turnOver,
  undecided,
  urgentGroup,
  valuesOfBins,
  writtenCounts,
} from '../../../../renderer/features/import/prepare.ts'
import { openChoices } from '../../../../renderer/features/import/queue.ts'

const report: ImportPreview = {
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
  revisions: [],
  rejected: [{ line: 14, column: 'value', reason: 'bad-number', found: '12,3,4' }],
  skipped: [{ line: 15, reason: 'missing-value' }],
  warnings: [
    { code: 'partners-do-not-add-up', line: 3, message: '' },
    { code: 'mixed-line-ends', line: null, message: '' },
  ],
  ms: 210,
  review: {
    counts: { held: 2, revised: 3, new: 41, older: 0, unchanged: 1152, kept: 7 },
    questions: [],
    refusal: null,
    profile: null,
  },
}

describe('the groups of a review', () => {
  it('count each figure once, totals with the rest, and what the store keeps beside the file', () => {
    expect(groupCounts(report)).toEqual({ held: 2, revised: 3, new: 41, older: 0, unchanged: 1152, rejected: 2, kept: 7 })
  })

  it('open with the most urgent one that holds anything', () => {
    const counts = groupCounts(report)
    expect(urgentGroup(counts)).toBe('held')
    expect(urgentGroup({ ...counts, held: 0 })).toBe('rejected')
    expect(urgentGroup({ held: 0, revised: 0, new: 0, older: 0, unchanged: 0, rejected: 0, kept: 0 })).toBe('new')
  })
})

describe('decisions', () => {
  const counts = groupCounts(report)
  const cell = { line: 3, indicator: 'exports', partner: 'WLD', period: '2023' }

  it('count what is written: everything but what is held, until somebody decides', () => {
    expect(figuresToWrite(counts, openChoices)).toBe(44)
    // an older release joins the history, and is written too
    expect(figuresToWrite({ ...counts, older: 3 }, openChoices)).toBe(47)
    expect(figuresToWrite(counts, { ...openChoices, held: 'take' })).toBe(46)
    expect(figuresToWrite(counts, { ...openChoices, held: 'leave', except: [cell] })).toBe(45)
    expect(figuresToWrite(counts, { ...openChoices, held: 'take', except: [cell] })).toBe(45)
    const only = { ...openChoices, revised: 'leave', new: { only: 'china' }, matched: { revised: 0, new: 5 } } as const
    expect(figuresToWrite(counts, only)).toBe(5)
  })

  it('are open for held figures, for what concerns the file and for the unit', () => {
    expect(undecided(report, counts, openChoices)).toEqual(['held'])
    const cut = { ...report, warnings: [{ code: 'row-limit', line: null, message: '' }] }
    const unit = { kind: 'unit', column: null, figures: 5, needed: false, examples: [], candidates: [] } as const
    const asked: ImportPreview = {
      ...cut,
      review: { counts: null, profile: null, refusal: null, questions: [{ ...unit, examples: [], candidates: [] }] },
    }
    expect(undecided(asked, counts, { ...openChoices, held: 'leave' })).toEqual(['file', 'unit'])
    expect(undecided(asked, counts, { ...openChoices, held: 'leave', confirmed: true, unitConfirmed: true })).toEqual([])
  })

  it('turn over one held figure at a time', () => {
    const once = turnOver([], cell)
    expect(once).toEqual([cell])
    expect(turnOver(once, { ...cell, line: 4 })).toHaveLength(2)
    expect(turnOver(once, cell)).toEqual([])
  })

  it('leave in each group, after writing, what was written of it', () => {
    const result = { ...report, batch: 12, rows: { ...report.rows, leftOut: 2 } }
    expect(writtenCounts(report, result, { ...openChoices, held: 'leave' })).toEqual({ ...counts, held: 0 })
    const only = {
      ...openChoices,
      held: 'take',
      revised: 'leave',
      new: { only: 'china' },
      matched: { revised: 0, new: 5 },
    } as const
    const part = { ...result, rows: { ...result.rows, new: 5, revised: 0, leftOut: 39 } }
    expect(writtenCounts(report, part, only)).toEqual({ ...counts, held: 2, revised: 0, new: 5 })
  })

  it('give way to the counts of the report where the store moved between review and writing, and to zero where the file was there already', () => {
    const moved = { ...report, batch: 12, rows: { ...report.rows, new: 1, revised: 0, unchanged: 1190 } }
    expect(writtenCounts(report, moved, { ...openChoices, held: 'leave' })).toMatchObject({
      held: 0,
      new: 1,
      revised: 0,
      unchanged: 1190,
    })
    expect(writtenCounts(report, { ...moved, batch: null }, openChoices)).toMatchObject({ held: 0, new: 0, revised: 0 })
  })

  it('end in a count of what was written; a file of totals alone counts those', () => {
    expect(figuresWritten(report)).toBe(43)
    expect(figuresWritten({ ...report, rows: { ...report.rows, new: 0, revised: 0 } })).toBe(5)
    const older = { code: 'older-release', line: null, message: '', about: ['12', '2025-06-30'] }
    expect(figuresWritten({ ...report, rows: { ...report.rows, new: 0, revised: 0 }, warnings: [older] })).toBe(12)
  })
})

describe('changes', () => {
  it('are per cent of the size of the stored value', () => {
    expect(changePercent({ from: 100, to: 110 })).toBeCloseTo(10, 12)
    expect(changePercent({ from: -2, to: -1 })).toBeCloseTo(50, 12)
    expect(changePercent({ from: 0, to: 1 })).toBeNull()
    expect(changePercent({ from: null, to: 1 })).toBeNull()
  })

  it('are drawn from zero to both sides, rising with the change and never past the edge', () => {
    const bars = [-1e6, -20, -1, 0, 1, 20, 1e6].map(barOf)
    expect([...bars].sort((a, b) => a - b)).toEqual(bars)
    expect(barOf(20)).toBe(0.5)
    expect(Math.max(...bars.map(Math.abs))).toBeLessThan(1)
    expect(barOf(null)).toBe(0)
  })

  it('stand in the middle of their bins for the drawing of all of them', () => {
    expect(valuesOfBins({ bins: [1, 0, 2, 0], limit: 2 })).toEqual([-1.5, 0.5, 0.5])
  })

  it('draw the stored line beside the line after the import, held figures hollow', () => {
    const points = [
      { period: '2022', stored: 1, inFile: null, held: false },
      { period: '2023', stored: 2, inFile: 3, held: true },
    ]
    const series = movementSeries(
      { indicator: 'i', partner: 'RUS', source: 's', figures: 1, points },
      { stored: 'a', inFile: 'b' },
    )
    expect(series.map(({ id, points: line }) => [id, line.map(({ value }) => value)])).toEqual([
      ['stored', [1, 2]],
      ['file', [1, 3]],
    ])
    expect(series[1]?.points[1]?.kind).toBe('estimated')
  })

  it('are printed with as many decimals as show them', () => {
    const line = (...points: readonly (readonly [number | null, number | null])[]) => ({
      ...{ indicator: 'i', partner: 'RUS', source: 's', figures: 1 },
      points: points.map(([stored, inFile], at) => ({ period: String(2020 + at), stored, inFile, held: false })),
    })
    expect(movementDecimals(line([100, null], [110.2, 110.4]), 0)).toBe(1)
    expect(movementDecimals(line([100, null], [110.26, 111.4]), 0)).toBe(0)
    expect(movementDecimals(line([100, null], [110.26, 110.26]), 1)).toBe(1)
    expect(onlyChange(line([100, 101], [7, null], [8, 8]).points)?.inFile).toBe(101)
    expect(onlyChange(line([1, null], [null, 7]).points)?.period).toBe('2021')
    expect(onlyChange(line([1, 2], [null, 7]).points)).toBeNull()
  })

  it('of readings come with the largest first, those that appeared or went before all', () => {
    const moved = (before: number | null, now: number | null) => ({
      before: before === null ? null : { value: before, period: '2023' },
      now: now === null ? null : { value: now, period: '2024' },
    })
    const rows = [moved(1, 2), moved(1, 9), moved(null, 1)]
    expect(movedFirst(rows)).toEqual([rows[2], rows[1], rows[0]])
    expect([asVerdict('mixed'), asVerdict('of a later version')]).toEqual(['mixed', 'no-data'])
  })
})

describe('rows', () => {
  it('are found by any spelling of a word', () => {
    const rows = [{ name: 'Türkiye' }, { name: 'Қазақстан' }]
    expect(filterRows(rows, 'turkiye', ({ name }) => [name])).toEqual([rows[0]])
    expect(filterRows(rows, 'казакстан', ({ name }) => [name])).toEqual([rows[1]])
    expect(filterRows(rows, ' ', ({ name }) => [name])).toEqual(rows)
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
