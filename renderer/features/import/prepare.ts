import type { Batch, ImportReportAnswer } from '../../../electron/shared/contract/schema/imports.ts'
import { fold } from '../../../electron/shared/domain/fold.ts'

export type Revision = ImportReportAnswer['revisions'][number]
export type Rejection = ImportReportAnswer['rejected'][number]
export type Warning = ImportReportAnswer['warnings'][number]

export const groups = ['held', 'revised', 'new', 'unchanged', 'rejected', 'skipped'] as const
export type GroupId = (typeof groups)[number]

/** Warnings under which a wrong number could enter: somebody has to look before anything is written. */
const holding: readonly string[] = ['outlier', 'partners-do-not-add-up', 'row-limit']
export const isHolding = ({ code }: Warning): boolean => holding.includes(code)

/** How many figures stand in each group. A list that was cut counts with what it hides. */
export function groupCounts({ rows, skipped, warnings, cut }: ImportReportAnswer): Readonly<Record<GroupId, number>> {
  return {
    held: warnings.filter(isHolding).length + (cut?.warnings ?? 0),
    revised: rows.revised,
    new: rows.new,
    unchanged: rows.unchanged,
    rejected: rows.rejected,
    skipped: skipped.length + (cut?.skipped ?? 0),
  }
}

/** The group to open first: the most urgent that holds anything. */
export function urgentGroup(counts: Readonly<Record<GroupId, number>>): GroupId {
  return (['held', 'rejected', 'revised', 'new', 'unchanged', 'skipped'] as const).find((group) => counts[group] > 0) ?? 'new'
}

/**
 * Figures that an import writes, new and revised. Totals and groups are counted apart, because a report does not say how many of them are
 * new; a file of nothing else counts them.
 */
export const figuresToWrite = ({ rows }: ImportReportAnswer): number => rows.new + rows.revised || rows.aggregates

/** Revised totals and groups: listed among the revisions, counted among the aggregates. */
export const revisedTotals = ({ rows, revisions, cut }: ImportReportAnswer): number =>
  Math.max(0, revisions.length + (cut?.revisions ?? 0) - rows.revised)

/** Change in per cent of the stored value's size; null where there was none or it was zero. */
export const changePercent = ({ from, to }: Pick<Revision, 'from' | 'to'>): number | null =>
  from === null || from === 0 ? null : ((to - from) / Math.abs(from)) * 100

export interface RevisionRow extends Revision {
  readonly percent: number | null
  /** bar from zero, −1 to 1 of the widest; longer changes stop at the edge */
  readonly bar: number
}

export type RevisionOrder = 'change' | 'line' | 'indicator' | 'reporter' | 'period'

/** Share of the rows that the scale of the bars must hold: one wrong unit must not flatten all others. */
const SCALE_HOLDS = 0.95

/** Value below which the given share of a list lies; 0 for an empty list. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** Revisions with their change in per cent and a bar on one scale. */
export function revisionRows(revisions: readonly Revision[]): readonly RevisionRow[] {
  const percents = revisions.map(changePercent)
  const scale = quantile(
    percents.flatMap((percent) => (percent === null ? [] : [Math.abs(percent)])),
    SCALE_HOLDS,
  )
  return revisions.map((revision, index) => {
    const percent = percents[index] ?? null
    const bar = percent === null || scale === 0 ? 0 : Math.max(-1, Math.min(1, percent / scale))
    return { ...revision, percent, bar }
  })
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** A change from nothing or from zero has no size in per cent: it comes first, as it cannot be judged by its size. */
const size = ({ percent }: RevisionRow): number => (percent === null ? Number.POSITIVE_INFINITY : Math.abs(percent))

const orders: Readonly<Record<RevisionOrder, (a: RevisionRow, b: RevisionRow) => number>> = {
  change: (a, b) => (size(a) === size(b) ? a.line - b.line : size(b) - size(a)),
  line: (a, b) => a.line - b.line,
  indicator: (a, b) => text(a.indicator, b.indicator) || a.line - b.line,
  reporter: (a, b) => text(a.reporter, b.reporter) || text(a.partner, b.partner) || a.line - b.line,
  period: (a, b) => text(b.period, a.period) || a.line - b.line,
}

export const sortRevisions = (rows: readonly RevisionRow[], order: RevisionOrder): readonly RevisionRow[] =>
  [...rows].sort(orders[order])

/** Rows of which some text contains every word of the query, whatever its accents and case. */
export function filterRows<T>(rows: readonly T[], query: string, texts: (row: T) => readonly string[]): readonly T[] {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const all = fold(texts(row).join(' '))
    return words.every((word) => all.includes(word))
  })
}

export interface Spread {
  /** per cent, without the outermost ones */
  readonly values: readonly number[]
  readonly median: number
  /** changes outside of what is drawn */
  readonly beyond: number
  readonly limit: number
}

/** The distribution of all revisions in per cent, cut where one wrong unit would flatten the rest; null when nothing can be drawn. */
export function revisionSpread(rows: readonly RevisionRow[]): Spread | null {
  const all = rows.flatMap(({ percent }) => (percent === null ? [] : [percent]))
  if (all.length < 3) return null
  const limit = Math.max(quantile(all.map(Math.abs), 0.95) * 1.5, 0.01)
  const values = all.filter((percent) => Math.abs(percent) <= limit)
  if (values.length < 3) return null
  return { values, median: quantile(all, 0.5), beyond: all.length - values.length, limit }
}

const MOST_DECIMALS = 6
/** Figures of a number that a reader compares at a glance. */
const FIGURES = 6

const whole = (value: number): number => Math.max(1, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1)

/** Decimals that show both numbers of a pair in six figures or as they are, and more only where their difference needs it; six at most. */
export function decimalsOf(...values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null && Number.isFinite(value)) as readonly number[]
  const written = known.map((value) => (value.toFixed(MOST_DECIMALS).replace(/0+$/, '').split('.')[1] ?? '').length)
  const [first = 0, second = first] = known
  const gap = Math.abs(second - first)
  const needed = gap === 0 ? 0 : Math.ceil(1 - Math.log10(gap))
  const room = FIGURES - Math.max(1, ...known.map(whole))
  return Math.min(MOST_DECIMALS, Math.max(0, ...written), Math.max(0, room, needed))
}

export const steps = ['drop', 'recognise', 'review', 'write'] as const
export type StepId = (typeof steps)[number]

/** Imports only, newest first: what came with the program is not history. */
export const importedBatches = (batches: readonly Batch[]): readonly Batch[] => batches.filter(({ kind }) => kind === 'import')

/** Whether an undone batch may be imported again: not while the same file is in force as another batch. */
export const canRedo = (batches: readonly Batch[], { undone, sha256 }: Pick<Batch, 'undone' | 'sha256'>): boolean =>
  undone && !batches.some((other) => !other.undone && other.sha256 === sha256)
