// The stack of trade as the chart and its table want it. Pure.
import type { TradeStack } from '../../../electron/shared/contract/schema/overview.ts'
import type { Annotations, ChartEvent } from '../../charts/core/types.ts'
import type { Language } from '../../language/languages.ts'
import type { Twin } from './TwinTable.tsx'

export interface StackNotes {
  readonly annotations: Annotations
  /** joins and defects in words, for the line below the chart */
  readonly sourceLine: string
  /** why years are empty, for charts too small to write it in the gap */
  readonly gapLine: string
}

/** What stands before the first colon, semicolon or full stop: the rest is told in the evidence. */
const shortReason = (text: string): string => (text.split(/[:;.](?:\s|$)/)[0] ?? text).trim()

/** Joins, empty years and events of a stack; each reason once, however many flows it concerns. */
export function stackAnnotations(
  stack: TradeStack,
  language: Language,
  baseYear: number,
  events: readonly ChartEvent[],
): StackNotes {
  const years = stack.years.filter((_, i) => stack.parts.some((part) => part.values[i] !== null))
  const within = (period: string): boolean => {
    const year = Number(period.slice(0, 4))
    return year >= (years[0] ?? 0) && year <= (years.at(-1) ?? 0)
  }
  const breaks = stack.breaks.filter((item) => within(item.period))
  const used = new Set(stack.sources.flatMap((text) => text.split('+')))
  const drawn = (code: string): boolean => code === '' || used.has(code)
  const unique = [
    ...new Map(
      breaks
        .filter((item) => item.kind !== 'join' || (drawn(item.fromSource) && drawn(item.toSource)))
        .map((item) => [`${item.kind} ${item.period}`, item]),
    ).values(),
  ]
  const gaps = unique.filter((item) => item.gap)
  const joins = unique.filter((item) => item.kind === 'join')
  const reasons = gaps.map((gap) => ({ period: gap.period, reason: `${gap.period}: ${shortReason(gap.reason[language])}` }))
  return {
    annotations: {
      baseYear,
      events,
      joins: joins.map((join) => ({ period: join.period })),
      gaps: reasons.map(({ period, reason }) => ({ from: String(Number(period) - 1), to: String(Number(period) + 1), reason })),
    },
    sourceLine: [...new Set(joins.map((join) => join.reason[language]))].join(' '),
    gapLine: reasons.map(({ reason }) => `${reason}.`).join(' '),
  }
}

/** Years down, newest first; parts across; the source of each year last. */
export function stackTwin(
  stack: TradeStack,
  label: (id: string) => string,
  sourceName: (code: string) => string,
  period: string,
  source: string,
): Twin {
  return {
    columns: [
      { id: 'year', label: period, kind: 'period' },
      ...stack.parts.map((part) => ({ id: part.id, label: label(part.id), kind: 'number' as const })),
      { id: 'source', label: source, kind: 'text', shown: sourceName },
    ],
    rows: stack.years
      .map((year, i) => ({
        id: String(year),
        cells: [String(year), ...stack.parts.map((part) => part.values[i] ?? null), stack.sources[i] ?? ''],
      }))
      .reverse(),
  }
}
