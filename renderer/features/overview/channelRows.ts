// "The channels disagree": then and now of each channel for two partners, as rows of a chart and of a table. Pure.
import type { CellRef, ChannelPoint } from '../../../electron/shared/contract/schema/overview.ts'
import { changeInPoints, type ThenNowRow } from '../../../electron/shared/findings/overview.ts'
import type { Reading, ThenNowItem, ThenNowSeries } from '../../charts/ThenNowChart.tsx'
import type { Twin } from '../../ui/figure/TwinTable.tsx'

export interface PointRef {
  readonly cells: readonly CellRef[]
  readonly figure: string
  readonly sentence: string
}

export interface RowWords {
  readonly label: (id: ThenNowRow['id']) => string
  readonly group: (group: ThenNowRow['group']) => string
  readonly span: (from: string, to: string) => string
  readonly partner: (code: string) => string
  readonly period: (period: string) => string
  readonly source: (code: string) => string
  readonly text: (point: ChannelPoint) => string
}

function reading(row: ThenNowRow, partner: string, point: ChannelPoint | null, words: RowWords): Reading<PointRef> | null {
  if (point === null) return null
  return {
    low: point.low,
    high: point.high,
    tip: {
      title: words.period(point.period),
      rows: [{ label: words.partner(partner), value: words.text(point), active: true }],
      lines: point.sources.map(words.source),
    },
    ref: {
      cells: point.cells,
      figure: words.text(point),
      sentence: `${words.label(row.id)}: ${words.partner(partner)}, ${words.period(point.period)}`,
    },
  }
}

/** A row a channel; the second partner stands below the first. A base of the same period as the latest is no base. */
export function channelRows(
  rows: readonly ThenNowRow[],
  first: string,
  second: string | undefined,
  words: RowWords,
): ThenNowItem<PointRef>[] {
  const series = (
    row: ThenNowRow,
    partner: string,
    base: ChannelPoint | null,
    latest: ChannelPoint | null,
  ): ThenNowSeries<PointRef> => ({
    partner,
    base: reading(row, partner, base !== null && base.period !== latest?.period ? base : null, words),
    latest: reading(row, partner, latest, words),
  })
  return rows.map((row) => ({
    id: row.id,
    label: words.label(row.id),
    note: words.span(row.base.period, row.latest.period),
    group: words.group(row.group),
    series: [
      series(row, first, row.base, row.latest),
      ...(second !== undefined && row.other ? [series(row, second, row.other.base, row.other.latest)] : []),
    ],
  }))
}

/** The table behind the rows; a range is written as such. */
export function channelTwin(
  rows: readonly ThenNowRow[],
  words: RowWords,
  labels: Readonly<Record<'channel' | 'base' | 'latest' | 'change', string>>,
): Twin {
  const cell = (point: ChannelPoint): string => `${words.text(point)} (${words.period(point.period)})`
  return {
    columns: [
      { id: 'channel', label: labels.channel, kind: 'text' },
      { id: 'base', label: labels.base, kind: 'text' },
      { id: 'latest', label: labels.latest, kind: 'text' },
      { id: 'change', label: labels.change, kind: 'number' },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      cells: [words.label(row.id), cell(row.base), cell(row.latest), changeInPoints(row.base, row.latest)],
      refs: [null, row.base.cells[0] ?? null, row.latest.cells[0] ?? null, null],
    })),
  }
}
