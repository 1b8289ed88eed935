import type { GroupDecision } from '../../../electron/shared/contract/schema/importRequests.ts'
import type {
  Batch,
  BatchEffects,
  Difference,
  ImportPreview,
  ImportReportAnswer,
  MovementAnswer,
} from '../../../electron/shared/contract/schema/imports.ts'
import { type ClaimVerdict, claimVerdicts } from '../../../electron/shared/domain/claimRule.ts'
import { fold } from '../../../electron/shared/domain/fold.ts'
import type { ChartSeries } from '../../charts/core/types.ts'
import type { Choices } from './queue.ts'

export type Rejection = ImportReportAnswer['rejected'][number]
export type Warning = ImportReportAnswer['warnings'][number]

export const groups = ['held', 'revised', 'new', 'older', 'unchanged', 'rejected', 'kept'] as const
export type GroupId = (typeof groups)[number]
export type GroupCounts = Readonly<Record<GroupId, number>>

/** Warnings about figures that stand in the group of held ones, each beside what it was compared with. */
const heldFigures: readonly string[] = ['outlier', 'partners-do-not-add-up']
/** Warnings about the file as a whole under which a wrong number could enter: somebody has to look before anything is written. */
const heldFiles: readonly string[] = ['row-limit']

/** Whether a warning is about the whole file, so that the reader must confirm it. */
export const concernsFile = ({ code }: Warning): boolean => heldFiles.includes(code)
/** What is worth knowing and holds nothing up. */
export const isNotice = ({ code }: Warning): boolean => !heldFigures.includes(code) && !heldFiles.includes(code)

/** How many figures stand in each group. */
export function groupCounts(report: ImportPreview): GroupCounts {
  const { rows, review } = report
  const counts = review?.counts
  return {
    held: counts?.held ?? 0,
    revised: counts?.revised ?? rows.revised,
    new: counts?.new ?? rows.new,
    older: counts?.older ?? 0,
    unchanged: counts?.unchanged ?? rows.unchanged,
    rejected: rows.rejected,
    kept: counts?.kept ?? 0,
  }
}

/** The group to open first: the most urgent that holds anything. */
export function urgentGroup(counts: GroupCounts): GroupId {
  return (
    (['held', 'rejected', 'revised', 'new', 'older', 'unchanged', 'kept'] as const).find((group) => counts[group] > 0) ?? 'new'
  )
}

/** Figures of a group that are written under a decision. @param matched those that answer to the words of an "only" */
const taken = (count: number, decision: GroupDecision, matched: number): number =>
  decision === 'take' ? count : decision === 'leave' ? 0 : matched

/** Held figures that are written: the group's decision, turned over for each that was decided otherwise. */
const heldTaken = (count: number, { held, except }: Pick<Choices, 'held' | 'except'>): number =>
  held === 'take' ? count - except.length : held === 'leave' ? except.length : 0

/** Figures that the write button counts. */
export const figuresToWrite = (counts: GroupCounts, choices: Choices): number =>
  taken(counts.revised, choices.revised, choices.matched.revised) +
  taken(counts.new, choices.new, choices.matched.new) +
  heldTaken(counts.held, choices) +
  counts.older

/** Figures of an older release that joined the history: the report counts them among the unchanged, and says how many they are. */
const olderWritten = ({ warnings }: ImportReportAnswer): number =>
  Number(warnings.find(({ code }) => code === 'older-release')?.about?.[0] ?? 0)

/** Figures that an import wrote, as its report counts them; a file of totals alone counts those. */
export const figuresWritten = (report: ImportReportAnswer): number =>
  report.rows.new + report.rows.revised + olderWritten(report) || report.rows.aggregates

/**
 * Figures of each group of the review that an import wrote; those of `older`, `unchanged`, `rejected` and `kept` as they are. By the reader's decisions,
 * where they leave out as many as the report says; where the store has changed since the review, the report's own counts.
 */
export function writtenCounts(preview: ImportPreview, result: ImportReportAnswer, choices: Choices): GroupCounts {
  const counts = groupCounts(preview)
  const { rows } = result
  const { unchanged, rejected } = rows
  if (result.batch === null) return { ...counts, held: 0, revised: 0, new: 0, older: 0, unchanged, rejected }
  const left = counts.revised + counts.new + counts.held + counts.older - figuresToWrite(counts, choices)
  const known = preview.review?.counts != null && left === (rows.leftOut ?? 0) && counts.rejected === rejected
  if (!known) return { ...counts, held: 0, revised: rows.revised, new: rows.new, older: 0, unchanged, rejected }
  return {
    ...counts,
    held: heldTaken(counts.held, choices),
    revised: taken(counts.revised, choices.revised, choices.matched.revised),
    new: taken(counts.new, choices.new, choices.matched.new),
  }
}

/** What must still be looked at before anything can be written. */
export type Undecided = 'held' | 'file' | 'unit'

/** What the reader has still to decide before anything can be written. */
export function undecided(report: ImportPreview, counts: GroupCounts, choices: Choices): readonly Undecided[] {
  const open: Undecided[] = []
  if (counts.held > 0 && choices.held === null) open.push('held')
  if (report.warnings.some(concernsFile) && !choices.confirmed) open.push('file')
  if ((report.review?.questions ?? []).some(({ kind }) => kind === 'unit') && !choices.unitConfirmed) open.push('unit')
  return open
}

/** A decision on one figure among the held ones, turned over. */
export function turnOver(
  except: Choices['except'],
  row: Pick<Difference, 'line' | 'indicator' | 'partner' | 'period'>,
): Choices['except'] {
  const { line, indicator, partner, period } = row
  const rest = except.filter((one) => !isCell(one, row))
  return rest.length < except.length ? rest : [...except, { line, indicator, partner, period }]
}

/** Whether an exception is about this difference. */
export const isCell = (
  one: Choices['except'][number],
  row: Pick<Difference, 'line' | 'indicator' | 'partner' | 'period'>,
): boolean => one.line === row.line && one.indicator === row.indicator && one.partner === row.partner && one.period === row.period

/** Change in per cent of the stored value's size; null where there was none or it was zero. */
export const changePercent = ({ from, to }: { readonly from: number | null; readonly to: number }): number | null =>
  from === null || from === 0 ? null : ((to - from) / Math.abs(from)) * 100

/** Per cent that a bar of half its size stands for: small changes must be seen beside large ones. */
const HALF_BAR = 20
/** A change as a bar from zero, −1 to 1. Longer changes come nearer to the edge and never reach it, so that all stay in one picture. */
export const barOf = (change: number | null): number => (change === null ? 0 : change / (Math.abs(change) + HALF_BAR))

/** Rows of which some text contains every word of the query, whatever its accents and case. */
export function filterRows<T>(rows: readonly T[], query: string, texts: (row: T) => readonly string[]): readonly T[] {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const all = fold(texts(row).join(' '))
    return words.every((word) => all.includes(word))
  })
}

/** How many lines each reason rejected, the commonest first. */
export function countsOfReasons(reasons: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

/** Middles of bins with as many values as each holds: what a drawing of single values needs. */
export function valuesOfBins({ bins, limit }: { readonly bins: readonly number[]; readonly limit: number }): readonly number[] {
  const width = (2 * limit) / bins.length
  return bins.flatMap((count, i) => new Array<number>(count).fill(-limit + (i + 0.5) * width))
}

const MOST_DECIMALS = 6
/** Figures of a number that a reader compares at a glance. */
const FIGURES = 6
/** Figures of a number that a column of a table has room for. */
const MOST_FIGURES = 9

const whole = (value: number): number => Math.max(1, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1)

/** Decimals that show both numbers of a pair in six figures or as they are, and more only where their difference needs it; six decimals and nine figures at most. */
export function decimalsOf(...values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null && Number.isFinite(value)) as readonly number[]
  const written = known.map((value) => (value.toFixed(MOST_DECIMALS).replace(/0+$/, '').split('.')[1] ?? '').length)
  const [first = 0, second = first] = known
  const gap = Math.abs(second - first)
  const needed = gap === 0 ? 0 : Math.ceil(1 - Math.log10(gap))
  const room = FIGURES - Math.max(1, ...known.map(whole))
  const widest = MOST_FIGURES - Math.max(1, ...known.map(whole))
  return Math.min(MOST_DECIMALS, Math.max(0, ...written), Math.max(0, Math.min(widest, Math.max(room, needed))))
}

export const steps = ['drop', 'recognise', 'review', 'write'] as const
export type StepId = (typeof steps)[number]

/** Imports only, newest first: what came with the program is not history. */
export const importedBatches = (batches: readonly Batch[]): readonly Batch[] => batches.filter(({ kind }) => kind === 'import')

/** Whether an undone batch may be imported again: not while the same file is in force as another batch. */
export const canRedo = (batches: readonly Batch[], { undone, sha256 }: Pick<Batch, 'undone' | 'sha256'>): boolean =>
  undone && !batches.some((other) => !other.undone && other.sha256 === sha256)

/** A verdict by name; one that this version does not know counts as none. */
export const asVerdict = (name: string): ClaimVerdict => claimVerdicts.find((one) => one === name) ?? 'no-data'

/** Readings that moved most first; those that appeared or went come before all, as they have no size. */
export function movedFirst<T extends Pick<BatchEffects['channels'][number], 'before' | 'now'>>(
  channels: readonly T[],
): readonly T[] {
  const size = ({ before, now }: T): number =>
    before === null || now === null ? Number.POSITIVE_INFINITY : Math.abs(now.value - before.value)
  return [...channels].sort((a, b) => (size(a) === size(b) ? 0 : size(b) - size(a)))
}

/** A line as it stands in the store, thin and grey, and as it would stand after the import. */
export function movementSeries(
  { points }: MovementAnswer['lines'][number],
  labels: { readonly stored: string; readonly inFile: string },
): readonly ChartSeries[] {
  const after = points.map(({ period, stored, inFile, held }) => ({
    period,
    value: inFile ?? stored,
    ...(held ? { kind: 'estimated' as const } : {}),
  }))
  const before = points.map(({ period, stored }) => ({ period, value: stored }))
  const main: ChartSeries = { id: 'file', label: labels.inFile, points: after }
  return before.some(({ value }) => value !== null)
    ? [{ id: 'stored', label: labels.stored, role: 'second', points: before }, main]
    : [main]
}

type Point = MovementAnswer['lines'][number]['points'][number]

/** The one point of a line that the file changes; null where it changes several. */
export function onlyChange(points: readonly Point[]): Point | null {
  const changed = points.filter(({ stored, inFile }) => inFile !== null && inFile !== stored)
  return changed.length === 1 ? (changed[0] ?? null) : null
}

/** Decimals under which every change of a line is seen: those of its unit, and more only where a revision needs them. */
export const movementDecimals = ({ points }: MovementAnswer['lines'][number], decimals: number): number =>
  Math.max(
    decimals,
    ...points.map(({ stored, inFile }) =>
      stored === null || inFile === null || stored === inFile ? 0 : differing(stored, inFile),
    ),
  )

/** The fewest decimals that print two numbers differently, as far as a table prints them. */
function differing(a: number, b: number): number {
  const most = decimalsOf(a, b)
  for (let decimals = 0; decimals < most; decimals++) if (a.toFixed(decimals) !== b.toFixed(decimals)) return decimals
  return most
}
