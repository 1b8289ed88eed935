// "The channels disagree": then and now of each channel for two partners, as rows of a chart and of a table. Pure.
import type { CellRef, ChannelPoint } from '../../../electron/shared/contract/schema/overview.ts'
import type { RowItem, RowOf } from '../../charts/RowsChart.tsx'
import type { Twin } from '../../ui/figure/TwinTable.tsx'
import { changeInPoints, isRange, type ThenNowRow } from './prepare.ts'

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
  readonly text: (point: ChannelPoint) => string
}

const middle = (point: ChannelPoint): number => (point.low + point.high) / 2

function itemsOf(
  row: ThenNowRow,
  partner: string,
  base: ChannelPoint | null,
  latest: ChannelPoint | null,
  words: RowWords,
): RowItem<PointRef>[] {
  const reading = (point: ChannelPoint, key: string, hollow: boolean): RowItem<PointRef>[] => {
    const sentence = `${words.label(row.id)}: ${words.partner(partner)}, ${words.period(point.period)}`
    const common = {
      partner,
      hollow,
      tip: {
        title: words.period(point.period),
        rows: [{ label: words.partner(partner), value: words.text(point), active: true }],
        lines: [...point.sources],
      },
      ref: { cells: point.cells, figure: words.text(point), sentence },
    }
    return isRange(point)
      ? [{ ...common, key: `${partner} ${key} range`, shape: 'span', from: point.low, to: point.high }]
      : [{ ...common, key: `${partner} ${key}`, shape: 'dot', from: point.low, to: point.low }]
  }
  const apart = base !== null && latest !== null && base.period !== latest.period
  return [
    ...(apart && base && latest
      ? [
          {
            key: `${partner} change`,
            shape: 'change' as const,
            partner,
            from: latest.low > base.high ? base.high : middle(base),
            to: latest.low > base.high ? latest.low : middle(latest),
          },
        ]
      : []),
    ...(apart && base ? reading(base, 'then', true) : []),
    ...(latest ? reading(latest, 'now', false) : []),
  ]
}

/** A row a channel, and below it a row without a name for the second partner, so that the two never cover each other. */
export function channelRows(
  rows: readonly ThenNowRow[],
  first: string,
  second: string | undefined,
  words: RowWords,
): RowOf<PointRef>[] {
  return rows.flatMap((row) => {
    const group = words.group(row.group)
    const own = {
      id: row.id,
      label: words.label(row.id),
      note: words.span(row.base.period, row.latest.period),
      group,
      items: itemsOf(row, first, row.base, row.latest, words),
    }
    const beside = second === undefined || !row.other ? [] : itemsOf(row, second, row.other.base, row.other.latest, words)
    return beside.length === 0 ? [own] : [own, { id: `${row.id} ${second}`, label: '', group, items: beside }]
  })
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
