import { Checkbox } from '@mantine/core'
import type { RequestOf } from '../../../electron/shared/contract/channels.ts'
import type { ReviewGroup } from '../../../electron/shared/contract/schema/importRequests.ts'
import type { Difference } from '../../../electron/shared/contract/schema/imports.ts'
import layout from '../../ui/parts/layout.module.css'
import { barOf, decimalsOf } from './prepare.ts'
import classes from './table.module.css'
import type { Column, Sort } from './VirtualTable.tsx'
import { partnerName, percentText, type Words } from './words.ts'

export type Order = NonNullable<RequestOf<'csv.differences'>['order']>

/** One by one: whether a figure is taken, and the way to turn that over. */
export interface Picking {
  readonly taken: (row: Difference) => boolean
  readonly turn: (row: Difference) => void
}

/** Change as a bar from zero, to both sides. */
function Bar({ change }: { readonly change: number | null }) {
  const bar = barOf(change)
  const width = Math.abs(bar) * 35
  return (
    <svg width="72" height="12" aria-hidden="true">
      <line x1="36" x2="36" y1="0" y2="12" stroke="var(--mv-axis)" />
      <rect x={bar < 0 ? 36 - width : 36} y="2" width={width} height="8" fill="var(--mv-text-2)" />
    </svg>
  )
}

/** Why a figure is held, or since when the stored one is known. */
function contextOf({ t, formats }: Words, row: Difference): string {
  const beside = row.beside === null ? '–' : formats.number(row.beside, decimalsOf(row.beside))
  if (row.wrongTotal) return t('context.total', { sum: beside })
  if (row.jump)
    return t(row.otherSource ? 'context.jumpSource' : row.from === null ? 'context.jumpBefore' : 'context.jump', {
      before: beside,
    })
  if (row.from !== null && row.vintage) return t('context.since', { date: formats.day(row.vintage) })
  return row.aggregate ? t('context.aggregate') : '–'
}

/** The columns that a group of differences needs: what a figure is, stored and in the file, the change, and why it stands there. */
export function differenceColumns({
  words,
  group,
  by,
  pick,
}: {
  readonly words: Words
  readonly group: ReviewGroup
  /** how the table stands to an order, and the way to ask for it */
  readonly by: (order: Order) => Sort
  readonly pick?: Picking
}): readonly Column<Difference>[] {
  const { t, formats, names } = words
  const figure = (value: number | null, row: Difference): string =>
    value === null ? '–' : formats.number(value, decimalsOf(...[row.from, row.to].filter((one) => one !== null)))
  const changing = group === 'held' || group === 'revised'
  const nameOf = (row: Difference): string =>
    [names.area(row.reporter), partnerName(words, row.indicator, row.partner)].filter(Boolean).join(' – ')
  const what: Column<Difference>[] = [
    {
      id: 'what',
      label: t('column.reporter'),
      width: 'minmax(142px, 2fr)',
      sorts: [
        { label: t('column.reporter'), ...by('reporter') },
        { label: t('column.partner'), ...by('partner') },
        { label: t('column.indicator'), ...by('indicator') },
      ],
      cell: (row) => (
        <span title={`${nameOf(row)}, ${names.indicator(row.indicator)}`}>
          {nameOf(row)}
          <span className={layout.sub}>{names.indicator(row.indicator)}</span>
        </span>
      ),
    },
    { id: 'period', label: t('column.period'), width: '60px', sort: by('period'), cell: (row) => formats.period(row.period) },
  ]
  const stored: Column<Difference> = {
    id: 'stored',
    label: t('column.stored'),
    width: 'minmax(84px, 0.8fr)',
    right: true,
    sort: by('stored'),
    cell: (row) => figure(row.from, row),
  }
  const inFile: Column<Difference> = {
    id: 'inFile',
    label: t('column.inFile'),
    width: 'minmax(92px, 0.8fr)',
    right: true,
    sort: by('value'),
    cell: (row) => <strong>{figure(row.to, row)}</strong>,
  }
  const change: Column<Difference> = {
    id: 'change',
    label: t('column.change'),
    width: '84px',
    sort: by('change'),
    cell: (row) => (
      <span className={classes.change}>
        <Bar change={row.change} />
        <span>{percentText(words, row.change, row.from ?? row.beside)}</span>
      </span>
    ),
  }
  const context: Column<Difference> = {
    id: 'context',
    label: t('column.context'),
    width: 'minmax(96px, 1.1fr)',
    cell: (row) => (
      <span className={classes.context} title={contextOf(words, row)}>
        {contextOf(words, row)}
      </span>
    ),
  }
  const source: Column<Difference> = {
    id: 'source',
    label: t('read.source'),
    width: 'minmax(96px, 1.1fr)',
    cell: (row) => (
      <span title={row.source}>
        {row.source}
        {row.aggregate ? <span className={layout.sub}>{t('context.aggregate')}</span> : null}
      </span>
    ),
  }
  const line: Column<Difference> = {
    id: 'line',
    label: t('column.line'),
    width: '64px',
    right: true,
    sort: by('line'),
    cell: (row) => String(row.line),
  }
  const picked: Column<Difference> = {
    id: 'take',
    label: t('column.take'),
    width: '36px',
    cell: (row) => (
      <Checkbox
        size="xs"
        checked={pick?.taken(row) ?? true}
        onChange={() => pick?.turn(row)}
        aria-label={t('held.takeOne', { reporter: names.area(row.reporter), period: formats.period(row.period), line: row.line })}
      />
    ),
  }
  return [
    ...(pick ? [picked] : []),
    ...what,
    ...(group === 'new' || group === 'unchanged' ? [] : [stored]),
    ...(group === 'kept' ? [] : [inFile]),
    ...(changing ? [change] : []),
    group === 'new' ? source : context,
    ...(group === 'kept' ? [] : [line]),
  ]
}
